-- What else topics are called, to be found by. Those of before are read again from the topic; until then
-- they are there as they were.
alter table topic add column synonyms text[] not null default '{}';
delete from shelf_position where topic = 'topics.v1';

-- What else topics are called, to be found by. Those of before are read again from the topic.
alter table topic add column synonyms text[] not null default '{}';
truncate topic;

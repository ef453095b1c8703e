-- Tastes are learned from words as well as from vectors. The words of papers that were marked or given as
-- examples before are asked for with the next digest, as vectors are after a change of encoder. Empty where
-- that was not done yet.
alter table mark add column words bytea not null default '';

alter table filter_probe add column words bytea not null default '';
delete from filter_probe;

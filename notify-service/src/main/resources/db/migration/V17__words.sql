-- Tastes are learned from words as well as from vectors. Empty where an earlier release marked the paper or
-- kept the example: those words are asked for with the next digest, as vectors are after a change of encoder.
alter table mark add column words bytea not null default '';
alter table filter_probe add column words bytea not null default '';

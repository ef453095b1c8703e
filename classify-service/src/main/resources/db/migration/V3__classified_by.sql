-- What classified a row: a hash of encoder, heads and taxonomy; '' for rows older than this column. Rows of
-- another hash than the running program's are what «classify again» has left to do.
alter table paper add column classified_by text not null default '';
drop index paper_by_day;
create index paper_by_day on paper (announced, id) include (classified_by);

-- The one order to classify again, newest papers first: how far it is, and which rows it has changed but not
-- yet seen acknowledged by the broker. Whoever works at it holds the row's lock.
create table reclassification (
    one            boolean     primary key default true check (one),
    classified_by  text        not null,
    since          date,
    asked          timestamptz not null,
    at_day         date,
    at_id          text,
    looked_at      bigint      not null default 0,
    changed        bigint      not null default 0,
    encoded        bigint      not null default 0,
    unpublished    text[]      not null default '{}',
    finished       timestamptz
);

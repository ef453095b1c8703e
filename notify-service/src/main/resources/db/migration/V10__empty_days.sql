-- Whether a reader is told why there is no digest: never, once in seven days at most, or always.
alter table subscriber
    add column empty_days text not null default 'weekly' check (empty_days in ('never', 'weekly', 'always'));

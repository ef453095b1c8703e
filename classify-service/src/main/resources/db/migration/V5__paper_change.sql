-- What each announcement that was classified changed of a paper. Those of before this table are known by the last
-- one only.
create table paper_change (
    paper         text     not null references paper (id) on delete cascade,
    announced_seq bigint   not null,
    day           date     not null,
    kind          text     not null,
    version       int,
    changed       text[]   not null default '{}',
    primary key (paper, announced_seq)
);
insert into paper_change (paper, announced_seq, day, kind, version)
select id, announced_seq, coalesce((body ->> 'updated')::date, announced), body ->> 'kind', (body ->> 'version')::int
from paper;

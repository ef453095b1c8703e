-- How far a place of attention has been looked at, and how that went. Beside feed: these bring no papers.
create table attention_feed (
    name       text primary key,
    checkpoint text,
    verdict    text        not null,
    detail     text        not null,
    as_of      timestamptz not null
);

-- The code of papers, as observed; whose stars are counted.
create table attention_repository (
    paper text primary key,
    url   text not null
);

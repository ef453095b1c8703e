-- A paper as last announced. payload is the published event's body, kept so that a wiped broker can be refilled.
create table paper (
    id           text primary key,
    seq          bigint not null,
    feed         text   not null,
    content_hash bytea  not null,
    announced    date   not null,
    updated      date   not null,
    payload      jsonb  not null
);
create index paper_by_day on paper (feed, announced);

-- Records that could not be announced, once each however often they are read.
create table refusal (
    feed     text        not null,
    place    text        not null,
    reason   text        not null,
    at       timestamptz not null default now(),
    primary key (feed, place)
);

-- How far a feed has been read, and what sources.v1 last said of it; seq is the version of what was said.
create table feed (
    name       text primary key,
    checkpoint text,
    seq        bigint      not null,
    verdict    text        not null,
    detail     text        not null,
    as_of      timestamptz not null
);

-- One harvester at a time: whoever holds the row, until it stops renewing it.
create table lease (
    name  text primary key,
    owner text        not null,
    until timestamptz not null
);

-- A classified paper. body is the published event without its seq and vector; text_hash tells when the
-- vector must be made again; announced_seq is the version of papers.announced.v1 that this row shows.
create table paper (
    id            text primary key,
    seq           bigint  not null,
    announced_seq bigint  not null,
    announced     date    not null,
    text_hash     text    not null,
    encoder       text    not null,
    vector        bytea   not null,
    body          jsonb   not null
);
create index paper_by_day on paper (announced);

-- The decay-free parts of a paper's trend.
create table trend (
    id        text primary key references paper (id) on delete cascade,
    seq       bigint      not null,
    field     text        not null,
    announced date        not null,
    as_of     timestamptz not null,
    parts     jsonb       not null
);

-- How many papers of each day carry a topic, and all of them together under ''; each paper counted once.
create table topic_day (
    day    date   not null,
    topic  text   not null,
    papers bigint not null,
    primary key (day, topic)
);

-- The taxonomy as last published; seq is the version of a topic's words.
create table topic (
    id      text primary key,
    seq     bigint  not null,
    body    text    not null,
    retired boolean not null default false
);

-- The Kafka topics that hold what was published, by the id that Kafka gave them: names survive a wiped broker.
create table published_topic (
    topic    text primary key,
    topic_id text not null
);

-- Dead letters that were sent to their topic again.
create table dead_letter_replay (
    topic       text        not null,
    part        int         not null,
    "offset"    bigint      not null,
    replayed_at timestamptz not null default now(),
    primary key (topic, part, "offset")
);

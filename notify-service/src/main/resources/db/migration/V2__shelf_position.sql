-- How far each partition of a topic has been read, written in the transaction that stores what was read:
-- this, and not what the broker remembers of the consumer group, says where reading goes on. A partition
-- that is missing here, or that was read from another broker or another topic of the same name, is read
-- from its beginning.
create table shelf_position (
    topic      text        not null,
    partition  int         not null,
    cluster_id text        not null,
    topic_id   text        not null,
    -- Whose reading counts: a new one with every assignment, so that a late writer changes nothing.
    reading    uuid        not null,
    -- The next offset to read.
    position   bigint      not null,
    -- The partition's end when this reading began: until then the shelf lacks what it had.
    goal       bigint      not null,
    since      timestamptz not null default now(),
    primary key (topic, partition)
);

-- Whoever empties a table takes the topic's positions with it, so that the topic is read again.
create function read_again() returns trigger language plpgsql as $$
begin
  execute format('delete from %I.shelf_position where topic = $1', tg_table_schema) using tg_argv[0];
  return null;
end
$$;

create trigger shelf_emptied after truncate on shelf
    for each statement execute function read_again('papers.classified.v1');
create trigger paper_trend_emptied after truncate on paper_trend
    for each statement execute function read_again('papers.trend.v1');
create trigger topic_emptied after truncate on topic
    for each statement execute function read_again('topics.v1');
create trigger source_status_emptied after truncate on source_status
    for each statement execute function read_again('sources.v1');

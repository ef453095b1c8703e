-- When the next request to a host may start, over all replicas and restarts.
create table request_limit (
    host       text primary key,
    next_start timestamptz not null
);

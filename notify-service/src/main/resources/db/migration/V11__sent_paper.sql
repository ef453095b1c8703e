-- Papers that readers were sent, once the shelf has let them go: what references to them need, no abstract.
create table sent_paper (
    paper_id text primary key,
    seq      bigint not null,
    body     jsonb  not null
);

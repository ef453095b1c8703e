-- What readers said of papers they were sent: more like it, less like it, or to be kept. encoder and vector
-- are what the shelf had of the paper; both empty where it was gone.
create table mark (
    subscriber_id uuid        not null references subscriber (id) on delete cascade,
    paper_id      text        not null,
    kind          text        not null check (kind in ('more', 'less', 'saved')),
    title         text        not null,
    encoder       text        not null,
    vector        bytea       not null,
    marked_at     timestamptz not null,
    primary key (subscriber_id, paper_id)
);

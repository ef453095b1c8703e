-- What became of a paper since a reader was sent it: a later version, or its withdrawal; the latest of it.
-- Written when the event comes, whether or not the shelf still has the paper. version is 0 where the archive
-- has none. digest_id is of the digest that told it; null until one does.
create table digest_change (
    subscriber_id uuid    not null references subscriber (id) on delete cascade,
    paper_id      text    not null,
    seq           bigint  not null,
    version       int     not null,
    withdrawn     boolean not null,
    title         text    not null,
    digest_id     uuid references digest (id) on delete cascade,
    primary key (subscriber_id, paper_id)
);
create index digest_change_untold on digest_change (subscriber_id) where digest_id is null;
create index digest_change_by_digest on digest_change (digest_id);

-- Who was sent a paper, in which state of it.
create index digest_item_by_paper on digest_item (paper_id, seq);

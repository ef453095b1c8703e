-- The only schema with personal data.

-- A reader. address_key is the address in lower case: one subscription each. generation grows when the
-- reader confirms or leaves, and ends every link mailed before, unsubscribe links excepted. link_id is
-- the one preferences link that still opens; null once it is used.
create table subscriber (
    id                   uuid primary key,
    address              text        not null,
    address_key          text        not null unique,
    status               text        not null check (status in ('pending', 'active', 'unsubscribed', 'suppressed')),
    zone                 text        not null,
    send_hour            smallint    not null check (send_hour between 0 and 23),
    frequency            text        not null default 'daily' check (frequency in ('daily')),
    generation           int         not null default 1,
    link_id              uuid,
    letters_sent         int         not null default 0,
    last_letter_at       timestamptz,
    created_at           timestamptz not null,
    confirmed_at         timestamptz,
    ended_at             timestamptz
);
create index subscriber_by_hour on subscriber (zone, send_hour) where status = 'active';

-- What a reader wants. keywords are texts of the query language, one each.
create table filter (
    id            uuid primary key,
    subscriber_id uuid     not null references subscriber (id) on delete cascade,
    name          text     not null,
    topics        text[]   not null,
    categories    text[]   not null,
    keywords      text[]   not null,
    max_papers    smallint not null check (max_papers between 1 and 50)
);
create index filter_by_subscriber on filter (subscriber_id);

-- The last 30 days of classified papers; body holds what matching and mails need.
create table shelf (
    paper_id   text primary key,
    seq        bigint      not null,
    announced  date        not null,
    body       jsonb       not null,
    encoder    text        not null,
    vector     bytea       not null,
    shelved_at timestamptz not null default now()
);
create index shelf_by_day on shelf (announced);
create index shelf_by_arrival on shelf (shelved_at);

-- The decay-free parts of a paper's trend; may come before the paper.
create table paper_trend (
    paper_id  text primary key,
    seq       bigint not null,
    announced date   not null,
    parts     jsonb  not null
);
create index paper_trend_by_day on paper_trend (announced);

-- The taxonomy.
create table topic (
    id          text primary key,
    seq         bigint not null,
    name        text   not null,
    description text   not null,
    parent      text
);

-- What ingest says of each source. changed_at (real time) is when days last differed.
create table source_status (
    source     text primary key,
    seq        bigint      not null,
    verdict    text        not null,
    detail     text        not null,
    days       jsonb       not null,
    changed_at timestamptz not null default now()
);

-- A reader's day. last_announced is how far the reader has been served: the next window starts behind it.
create table digest (
    id             uuid primary key,
    subscriber_id  uuid        not null references subscriber (id) on delete cascade,
    day            date        not null,
    status         text        not null check (status in ('mailed', 'empty', 'failed')),
    reason         text check (reason in ('no-announcement', 'source-stale', 'nothing-matched')),
    note           text,
    last_announced date,
    papers         int         not null,
    matched        int         not null,
    created_at     timestamptz not null,
    unique (subscriber_id, day)
);

-- The ledger of what was sent; outlives the shelf.
create table digest_item (
    subscriber_id uuid     not null references subscriber (id) on delete cascade,
    paper_id      text     not null,
    version       int,
    seq           bigint   not null,
    digest_id     uuid     not null references digest (id) on delete cascade,
    rank          smallint not null,
    title_only    boolean  not null,
    reasons       jsonb    not null,
    primary key (subscriber_id, paper_id)
);
create index digest_item_by_digest on digest_item (digest_id);

-- The outbox. sending = the server may have it; uncertain = it may have it and nobody can tell.
create table mail (
    id            uuid primary key,
    kind          text        not null check (kind in ('confirmation', 'known', 'preferences', 'digest')),
    subscriber_id uuid        not null references subscriber (id) on delete cascade,
    digest_id     uuid unique references digest (id) on delete cascade,
    message_id    text        not null unique,
    subject       text        not null,
    html          text        not null,
    body_text     text        not null,
    headers       jsonb       not null,
    status        text        not null default 'queued'
        check (status in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
    attempts      int         not null default 0,
    resends       int         not null default 0,
    next_attempt  timestamptz not null,
    lease_owner   uuid,
    lease_until   timestamptz,
    last_reply    text,
    created_at    timestamptz not null,
    sent_at       timestamptz
);
create index mail_open on mail (next_attempt) where status in ('queued', 'sending');

-- Sign-ups and link requests counted per window (real time); buckets are keyed hashes, not addresses.
create table signup_throttle (
    bucket text        not null,
    starts timestamptz not null,
    tries  int         not null,
    primary key (bucket, starts)
);

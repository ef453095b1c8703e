-- People. address_key is the address as compared: lower case. generation is bumped by what must void
-- older links: confirming, unsubscribing.
create table subscriber (
    id           uuid primary key,
    address      text        not null,
    address_key  text        not null unique,
    status       text        not null check (status in ('PENDING', 'ACTIVE', 'UNSUBSCRIBED', 'SUPPRESSED')),
    zone         text        not null,
    send_hour    int         not null check (send_hour between 0 and 23),
    generation   int         not null default 1,
    created_at   timestamptz not null default now(),
    confirmed_at timestamptz
);

-- What a reader wants: any topic, any category or any keyword query; nothing at all means everything.
create table filter (
    id         uuid primary key,
    subscriber uuid   not null references subscriber on delete cascade,
    name       text   not null,
    topics     text[] not null,
    categories text[] not null,
    keywords   text[] not null,
    most       int    not null check (most between 1 and 50)
);
create index filter_by_subscriber on filter (subscriber);

-- Single-use links that were used; kept until they would have expired.
create table used_token (
    hash    text primary key,
    expires timestamptz not null
);

-- Confirmations and sign-ups, to keep one person or network from flooding another; days old rows go.
create table signup_attempt (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    network     text        not null,
    address_key text        not null,
    mailed      boolean     not null
);
create index signup_attempt_by_address on signup_attempt (address_key, at);
create index signup_attempt_by_network on signup_attempt (network, at);
create index signup_attempt_by_time on signup_attempt (at);

-- Classified papers of the last weeks.
create table shelf (
    paper_id  text primary key,
    seq       bigint      not null,
    announced date        not null,
    body      jsonb       not null,
    encoder   text        not null,
    vector    bytea       not null,
    shelved_at timestamptz not null default now()
);
create index shelf_by_day on shelf (announced);

create table paper_trend (
    paper_id  text primary key,
    seq       bigint not null,
    announced date   not null,
    parts     jsonb  not null
);
create index paper_trend_by_day on paper_trend (announced);

create table topic (
    id          text primary key,
    seq         bigint not null,
    name        text   not null,
    description text   not null,
    parent      text
);

-- What ingest last said of each source.
create table source_status (
    source     text primary key,
    seq        bigint      not null,
    as_of      timestamptz not null,
    verdict    text        not null,
    detail     text        not null,
    days       jsonb       not null
);

-- One digest per reader and day of theirs, whether or not there was anything to send. up_to is the
-- latest announcement date it looked at.
create table digest (
    id         uuid primary key,
    subscriber uuid        not null references subscriber on delete cascade,
    day        date        not null,
    status     text        not null check (status in ('EMPTY', 'QUEUED', 'SENT', 'FAILED')),
    reason     text,
    up_to      date,
    considered int         not null,
    matched    int         not null,
    created_at timestamptz not null default now(),
    unique (subscriber, day)
);

-- The ledger of what was put in a reader's digests; kept beyond the shelf, so that nothing is sent twice.
create table digest_item (
    subscriber uuid   not null references subscriber on delete cascade,
    paper_id   text   not null,
    paper_seq  bigint not null,
    digest     uuid   not null references digest on delete cascade,
    rank       int    not null,
    score      double precision not null,
    reasons    jsonb  not null,
    primary key (subscriber, paper_id)
);
create index digest_item_by_digest on digest_item (digest);

-- The outbox: a mail is written in the transaction of its cause, and sent from here.
create table mail (
    id              uuid primary key,
    kind            text        not null check (kind in ('CONFIRMATION', 'PREFERENCES', 'DIGEST')),
    subscriber      uuid        not null references subscriber on delete cascade,
    digest          uuid        references digest on delete cascade,
    recipient       text        not null,
    message_id      text        not null unique,
    subject         text        not null,
    html            text        not null,
    text            text        not null,
    unsubscribe_url text,
    status          text        not null check (status in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN')),
    attempts        int         not null default 0,
    resends         int         not null default 0,
    next_attempt    timestamptz not null default now(),
    lease_owner     text,
    lease_until     timestamptz,
    last_error      text,
    created_at      timestamptz not null default now(),
    sent_at         timestamptz
);
create index mail_due on mail (next_attempt) where status in ('QUEUED', 'SENDING', 'UNCERTAIN');

-- What each place last said of a paper, known here or not yet.
create table attention (
    paper       text        not null,
    source      text        not null,
    observed_at timestamptz not null,
    votes       int,
    comments    int,
    mentions    int,
    stars       int,
    citations   int,
    primary key (paper, source)
);

-- The parts of a trend that come of attention, beside those that need nobody's vote.
alter table trend add column attention jsonb not null default '{}';

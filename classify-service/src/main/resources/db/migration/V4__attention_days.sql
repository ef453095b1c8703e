-- Where people discuss a paper and where its code is, as the place last said.
alter table attention add column url text;
alter table attention add column repository text;

-- The last that a place said of a paper on each day (UTC), so that its trend can be drawn; observations of
-- before this table are known as of their last day only.
create table attention_day (
    paper       text        not null,
    source      text        not null,
    day         date        not null,
    observed_at timestamptz not null,
    votes       int,
    comments    int,
    mentions    int,
    stars       int,
    citations   int,
    primary key (paper, source, day)
);
insert into attention_day (paper, source, day, observed_at, votes, comments, mentions, stars, citations)
select paper, source, (observed_at at time zone 'UTC')::date, observed_at, votes, comments, mentions, stars, citations
from attention;

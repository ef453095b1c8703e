-- What a reader may ask for beside topics, categories and keywords. exclusions are texts of the query
-- language; about are descriptions in free words; examples are ids of papers. dial: 0 relevance alone, 4
-- trend alone.
alter table filter
    add column authors    text[]           not null default '{}',
    add column exclusions text[]           not null default '{}',
    add column about      text[]           not null default '{}',
    add column examples   text[]           not null default '{}',
    add column min_trend  double precision not null default 0 check (min_trend >= 0),
    add column dial       smallint         not null default 2 check (dial between 0 and 4);

-- Vectors of a filter's descriptions and examples, made once by classify: subject is the description or
-- the paper's id. A paper whose cosine with one reaches the threshold, which belongs to the encoder, is
-- like it. title is the example's. They go with the filter.
create table filter_probe (
    filter_id uuid             not null references filter (id) on delete cascade,
    subject   text             not null,
    encoder   text             not null,
    vector    bytea            not null,
    threshold double precision not null,
    title     text,
    primary key (filter_id, subject)
);

-- Whose description of a paper is stored: a poorer source never overwrites a richer one.
alter table paper add column origin text not null default 'harvest';
create index paper_listed_only on paper (updated) where origin = 'listing';

-- Volumes are compared by archive, day and primary category.
alter table paper add column archive text generated always as (split_part(id, ':', 1)) stored;
alter table paper add column category text generated always as (payload->'categories'->>0) stored;
create index paper_by_volume on paper (archive, announced, category);

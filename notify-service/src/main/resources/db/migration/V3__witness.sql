-- A source that only confirms what another one brings: readers miss nothing while it is down.
alter table source_status add column witness boolean not null default false;

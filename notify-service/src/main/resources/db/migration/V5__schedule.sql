-- When a reader wants digests. weekday (1 is Monday) counts for weekly ones. Before paused_until there are
-- none; that day is the first one again.
alter table subscriber drop constraint subscriber_frequency_check;
alter table subscriber
    add constraint subscriber_frequency_check check (frequency in ('daily', 'weekdays', 'weekly', 'off')),
    add column weekday      smallint not null default 1 check (weekday between 1 and 7),
    add column paused_until date;

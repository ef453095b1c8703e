-- When a page was last read, on the real clock: what was last said of a feed may be older.
alter table feed add column read_at timestamptz;
alter table attention_feed add column read_at timestamptz;

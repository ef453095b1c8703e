-- Bodies are most of what mails take; they are dropped after a while. What was sent stays in the ledger.
alter table mail add column bodiless boolean not null default false;
create index mail_with_body on mail (created_at) where not bodiless;

-- Where digests are to go once whoever has the new address agrees; change_id is in the link mailed there.
alter table subscriber
    add column new_address text,
    add column change_id   uuid;

-- In the address of the filter's private feed; null where it has none. Another id ends the address before.
alter table filter
    add column feed_id uuid unique;

-- Where a mail goes that does not go to its reader's address.
alter table mail
    add column recipient text,
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in
        ('confirmation', 'known', 'preferences', 'digest', 'test', 'change', 'changed'));

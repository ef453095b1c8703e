-- Who left can see, take along and erase what is kept, by a link mailed on request.
alter table mail
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in
        ('confirmation', 'known', 'preferences', 'account', 'digest', 'test', 'change', 'changed'));

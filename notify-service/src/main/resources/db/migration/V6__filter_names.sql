-- A reader may have several filters and tells them apart by their names, whatever the case.
create unique index filter_by_name on filter (subscriber_id, lower(name));

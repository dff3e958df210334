-- How many minutes before its promised end it must end by plan, so that the promise holds as surely as it was told.
alter table production_order
    add column buffer_minutes int not null default 0 check (buffer_minutes >= 0);

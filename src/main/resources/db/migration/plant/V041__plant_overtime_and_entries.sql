-- What differs from the calendars comes from the plant's sheets (no entry) or was entered during the day: then it carries
-- the number of its entry in the plan's journal. A downtime until further notice ends in the year 2999.
alter table downtime drop constraint downtime_pkey;
alter table downtime add column entry bigint;
create unique index downtime_of_sheets on downtime (machine, starts) where entry is null;
create index downtime_of_machine on downtime (machine, starts);
create index downtime_of_entry on downtime (entry) where entry is not null;

create table overtime (
    machine text collate "C" not null references machine,
    starts  timestamptz not null,
    ends    timestamptz not null check (ends > starts),
    reason  text not null,
    entry   bigint
);
create unique index overtime_of_sheets on overtime (machine, starts) where entry is null;
create index overtime_of_machine on overtime (machine, starts);
create index overtime_of_entry on overtime (entry) where entry is not null;

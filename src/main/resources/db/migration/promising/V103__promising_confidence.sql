-- With which chance the dates of a quote are to hold, from 0 to 1. Those told before anybody asked were told as planned.
alter table quote
    add column confidence double precision not null default 0.9 check (confidence > 0 and confidence < 1);

-- How sure a date was when it was told, and what was thought of the end of production then: its planned end, and ends that
-- were equally likely, in minutes after that. None of a date that nobody asked the chances of.
alter table promise
    add column confidence double precision,
    add column chance double precision,
    add column planned_end timestamptz,
    add column likely_minutes int[],
    add column likely_recorded boolean;

-- The latest are held against what came of them.
create index promise_told_by_records on promise (promised_at) where likely_recorded and revision = 1;

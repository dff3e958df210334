-- The best plan of a run that is at work, so that whoever takes it over goes on from there. Gone when it is stored as a schedule.
create table planning_run_best (
    run uuid primary key references planning_run (id),
    placed jsonb not null
);

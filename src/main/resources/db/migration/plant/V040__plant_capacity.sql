create table plant_profile (
    single   boolean primary key default true check (single),
    name     text not null,
    zone     text not null,
    currency text not null
);

create table work_centre (
    code text collate "C" primary key,
    name text not null
);

create table working_calendar (
    code text collate "C" primary key,
    name text not null
);

-- Times are the plant's wall clock; a shift that ends at or before its start runs over midnight.
create table shift (
    calendar text collate "C" not null references working_calendar,
    position integer not null,
    weekday  integer not null check (weekday between 1 and 7),
    starts   time    not null,
    ends     time    not null,
    primary key (calendar, position)
);

create table holiday (
    calendar text collate "C" not null references working_calendar,
    day      date not null,
    primary key (calendar, day)
);

create table machine (
    code        text collate "C" primary key,
    name        text not null,
    work_centre text collate "C" not null references work_centre,
    calendar    text collate "C" not null references working_calendar,
    setup_state text not null
);

create table downtime (
    machine text collate "C" not null references machine,
    starts  timestamptz not null,
    ends    timestamptz not null check (ends > starts),
    reason  text not null,
    primary key (machine, starts)
);

create table changeover (
    work_centre text collate "C" not null references work_centre,
    from_state  text collate "C" not null,
    to_state    text collate "C" not null,
    seconds     bigint not null check (seconds >= 0),
    primary key (work_centre, from_state, to_state)
);

create table item (
    number            text collate "C" primary key,
    name              text    not null,
    short_description text    not null,
    type              text    not null,
    unit              text    not null,
    price             numeric not null,
    price_currency    text    not null,
    cost              numeric not null,
    cost_currency     text    not null,
    lead_time_days    integer not null check (lead_time_days >= 0),
    supplier          text    not null,
    minimum_order     numeric not null,
    order_multiple    numeric not null,
    specification     jsonb   not null
);

create table bill_line (
    parent    text collate "C" not null references item,
    component text collate "C" not null,
    operation integer not null,
    per_unit  numeric not null check (per_unit > 0),
    unit      text    not null,
    primary key (parent, component, operation)
);

-- Durations are in milliseconds: a second is too coarse for a run time per unit.
create table routing_step (
    item             text collate "C" not null references item,
    sequence         integer not null,
    name             text    not null,
    work_centre      text    not null,
    setup_state      text    not null,
    run_per_unit_ms  bigint  not null,
    run_per_batch_ms bigint  not null,
    transfer_ms      bigint  not null,
    outside_supplier text,
    outside_days     integer,
    primary key (item, sequence),
    check ((outside_supplier is null) = (outside_days is null))
);

create table routing_alternate (
    item        text collate "C" not null,
    sequence    integer not null,
    position    integer not null,
    machine     text    not null,
    time_factor double precision not null check (time_factor > 0),
    primary key (item, sequence, machine),
    foreign key (item, sequence) references routing_step on delete cascade
);

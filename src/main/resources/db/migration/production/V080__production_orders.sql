create sequence production_order_number;

create table production_order (
    number text primary key,
    item text not null,
    quantity numeric not null check (quantity > 0),
    unit text not null,
    order_number text not null,
    order_line int not null,
    release int not null,
    parent text references production_order (number),
    parent_operation int not null,
    status text not null,
    promised_end timestamptz,
    requested_end timestamptz not null,
    priority int not null,
    closed_because text
);

create index production_order_line on production_order (order_number, order_line, release);
create index production_order_parent on production_order (parent);
create index production_order_open on production_order (number) where status in ('PLANNED', 'STARTED');

create table operation (
    production_order text not null references production_order (number),
    sequence int not null,
    name text not null,
    work_centre text not null,
    setup_state text not null,
    -- machines that may do it and the whole minutes each takes, place by place
    machines text[] not null,
    machine_minutes int[] not null,
    outside_minutes int,
    transfer_minutes int not null,
    status text not null,
    good numeric not null default 0,
    scrap numeric not null default 0,
    machine text,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (production_order, sequence)
);

create table material_need (
    production_order text not null references production_order (number),
    operation int not null,
    component text not null,
    quantity numeric not null,
    unit text not null,
    -- taken from stock when the order was stored, so no other supply is looked for
    reserved boolean not null,
    issued boolean not null default false,
    primary key (production_order, operation, component, reserved)
);

-- What the shop floor said, never changed.
create table progress_report (
    id bigint generated always as identity primary key,
    production_order text not null,
    sequence int not null,
    machine text,
    at timestamptz not null,
    good numeric not null,
    scrap numeric not null,
    finished boolean not null,
    reported_by text not null,
    foreign key (production_order, sequence) references operation (production_order, sequence)
);

-- A machine runs one operation at a time.
create unique index operation_running on operation (machine) where status = 'STARTED';

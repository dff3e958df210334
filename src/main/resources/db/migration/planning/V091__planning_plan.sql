-- One row per plant: which schedule is published, and the number of the journal's last entry. Locked by whoever binds.
create table plan_head (
    plant text primary key,
    schedule uuid,
    sequence bigint not null
);
insert into plan_head (plant, sequence) values ('MAIN', 0);

-- Whatever moved capacity or material, in the order it was bound. Never changed.
create table plan_journal (
    plant text not null references plan_head (plant),
    sequence bigint not null,
    at timestamptz not null,
    by_actor text not null,
    kind text not null,
    payload jsonb not null,
    primary key (plant, sequence)
);

-- The published plan as the journal has it now. Position orders the operations of a machine; times are those at placing,
-- the true ones follow from the order, the calendars and what was reported.
create table plan_operation (
    plant text not null references plan_head (plant),
    production_order text not null,
    sequence int not null,
    machine text,
    position double precision not null,
    setup_start timestamptz not null,
    start_at timestamptz not null,
    end_at timestamptz not null,
    setup_state text not null,
    -- the quote that holds this place; null for an operation of a stored production order
    hold text,
    primary key (plant, production_order, sequence)
);
create index plan_operation_hold on plan_operation (plant, hold) where hold is not null;

create table plan_peg (
    plant text not null references plan_head (plant),
    production_order text not null,
    sequence int not null,
    component text not null,
    quantity numeric not null,
    unit text not null,
    source text not null,
    reference text not null,
    available timestamptz not null
);
create index plan_peg_operation on plan_peg (plant, production_order);

create table plan_hold (
    plant text not null references plan_head (plant),
    quote text not null,
    expires timestamptz not null,
    -- the proposals that are held, under numbers of their own
    proposals jsonb not null,
    primary key (plant, quote)
);

create table schedule (
    id uuid primary key,
    plant text not null references plan_head (plant),
    planned_from timestamptz not null,
    frozen_until timestamptz not null,
    published_at timestamptz,
    operations int not null,
    late_lines int not null,
    weighted_lateness bigint not null,
    changeover_minutes bigint not null,
    dispatch_late_lines int not null,
    dispatch_weighted_lateness bigint not null,
    dispatch_changeover_minutes bigint not null,
    -- what a reader asks of a schedule that is not the published one
    detail jsonb not null
);

create table planning_run (
    id uuid primary key,
    plant text not null references plan_head (plant),
    status text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    limit_seconds int not null,
    publish_when_done boolean not null,
    stop_requested boolean not null default false,
    elapsed_millis bigint not null default 0,
    score text not null default '',
    moves_per_second bigint not null default 0,
    best jsonb,
    dispatch jsonb,
    schedule uuid references schedule (id),
    message text not null default ''
);
create index planning_run_latest on planning_run (requested_at desc);

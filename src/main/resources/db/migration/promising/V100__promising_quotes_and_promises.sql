-- A quote and what became of it. draft, lines, releases and verdict are this module's own JSON.
create table quote (
    id uuid primary key,
    status text not null check (status in ('INQUIRY', 'HELD', 'CONFIRMED', 'CANCELLED', 'EXPIRED')),
    author text not null,
    draft jsonb not null,
    lines jsonb not null,
    releases jsonb not null,
    verdict jsonb not null,
    promise_date date not null,
    quoted_at timestamptz not null,
    expires timestamptz not null,
    plan_sequence bigint not null,
    -- the journal holds capacity for it: true from the Held entry to the HoldEnded entry
    hold_open boolean not null default false,
    order_number text unique,
    replaced_by uuid references quote (id)
);

create index quote_by_author on quote (author, quoted_at desc) where status in ('INQUIRY', 'HELD');
create index quote_by_expiry on quote (expires) where hold_open or status = 'INQUIRY';

-- What another system said of an order line before it came here. One row per line of such an order.
create table carried_over (
    order_number text not null,
    line int not null,
    promised date,
    delivered numeric,
    primary key (order_number, line)
);

-- What an accepted order asked of the plant, once per dated part of a line; quantity is what was left to make or to take
-- from stock. Its presence says that the order has its production orders.
create table accepted_release (
    order_number text not null,
    line int not null,
    release int not null,
    item text not null,
    quantity numeric not null,
    unit text not null,
    requested date not null,
    transit_days int not null,
    accepted_at timestamptz not null,
    primary key (order_number, line, release)
);

-- Every date a customer was given; rows are only added. The highest revision holds.
create table promise (
    order_number text not null,
    line int not null,
    release int not null,
    revision int not null,
    promised date not null,
    reason text not null,
    promised_by text not null,
    promised_at timestamptz not null,
    primary key (order_number, line, release, revision),
    foreign key (order_number, line, release) references accepted_release (order_number, line, release)
);

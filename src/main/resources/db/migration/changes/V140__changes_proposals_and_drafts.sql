-- Values of order lines that somebody wants changed; the same wish is open once.
create table change_proposal (
    id           bigint generated always as identity primary key,
    order_number text collate "C" not null,
    line         int not null,
    field        text not null,
    from_value   text not null,
    to_value     text not null,
    status       text not null check (status in ('OPEN', 'WITHDRAWN')),
    by_actor     text not null,
    at           timestamptz not null,
    source       text not null,
    foreign key (order_number, line) references order_line (order_number, line)
);
create unique index change_proposal_open on change_proposal (order_number, line, field, to_value) where status = 'OPEN';

-- Orders written down and not entered yet.
create table draft_order (
    id           bigint generated always as identity primary key,
    draft        jsonb not null,
    status       text not null check (status in ('DRAFT', 'ENTERED', 'DISCARDED')),
    order_number text collate "C" references customer_order (number),
    by_actor     text not null,
    at           timestamptz not null,
    source       text not null
);
create index draft_order_open on draft_order (id) where status = 'DRAFT';

create sequence customer_order_number start 1001;

create table customer_order (
    number               text collate "C" primary key,
    customer             text collate "C" not null,
    ship_to              text    not null,
    type                 text    not null,
    channel              text    not null,
    priority             integer not null check (priority between 1 and 9),
    order_date           date    not null,
    clerk                text    not null,
    region               text    not null,
    customer_reference   text    not null,
    delivery_term        text    not null,
    currency             text    not null,
    project_name         text,
    project_term         date,
    project_signed_off   boolean,
    deposit_paid_percent numeric not null check (deposit_paid_percent between 0 and 100),
    -- what is asked for, so that the same order under another number is found
    content              text    not null,
    rule_set             text    not null,
    status               text    not null,
    entered_at           timestamptz not null,
    version              integer not null
);

create index customer_order_content on customer_order (customer, content);
create index customer_order_status on customer_order (status, number);

create table order_line (
    order_number        text collate "C" not null references customer_order,
    line                integer not null check (line > 0),
    item                text collate "C" not null,
    item_name           text    not null,
    short_description   text    not null,
    specification       jsonb   not null,
    quantity            numeric not null check (quantity >= 0),
    unit                text    not null,
    unit_price          numeric not null check (unit_price >= 0),
    requested           date    not null,
    tolerances_accepted boolean not null,
    primary key (order_number, line)
);

create table order_release (
    order_number text collate "C" not null,
    line         integer not null,
    release      integer not null check (release > 0),
    requested    date    not null,
    quantity     numeric not null check (quantity >= 0),
    primary key (order_number, line, release),
    foreign key (order_number, line) references order_line
);

create table order_hold (
    order_number    text collate "C" not null references customer_order,
    id              integer not null check (id > 0),
    kind            text    not null,
    approver        text    not null,
    deposit         numeric,
    deposit_currency text,
    deposit_percent numeric,
    rule_id         text    not null,
    reason          text    not null,
    since           timestamptz not null,
    deadline        timestamptz not null,
    resolution      text,
    resolved_by     text,
    resolved_at     timestamptz,
    comment         text,
    primary key (order_number, id)
);

create table order_history (
    id           bigint generated always as identity primary key,
    order_number text collate "C" not null references customer_order,
    at           timestamptz not null,
    by           text not null,
    event        text not null,
    text         text not null
);

create index order_history_order on order_history (order_number, id);

create table order_decision (
    id           bigint generated always as identity primary key,
    order_number text collate "C" not null references customer_order,
    at           timestamptz not null,
    rule_set     text    not null,
    stage        text    not null,
    rule_id      text    not null,
    file         text    not null,
    file_row     integer not null,
    outcome      text    not null,
    field        text    not null,
    found        text    not null,
    wanted       text    not null,
    message      text    not null,
    facts_used   jsonb   not null
);

create index order_decision_order on order_decision (order_number, id);

create function order_is_binding() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'order % is kept for good; cancel it instead', old.number;
    end if;
    if old.status <> 'HELD'
        and (to_jsonb(new) - 'status' - 'version') <> (to_jsonb(old) - 'status' - 'version') then
        raise exception 'order % is %; it is changed by a change order, never in place', old.number, old.status;
    end if;
    return new;
end $$;

create trigger order_is_binding before update or delete on customer_order
    for each row execute function order_is_binding();

create function order_lines_are_binding() returns trigger language plpgsql as $$
declare
    touched text := case when tg_op = 'DELETE' then old.order_number else new.order_number end;
    standing text := (select status from customer_order where number = touched);
begin
    if standing <> 'HELD' or (tg_op = 'UPDATE' and old.order_number <> new.order_number) then
        raise exception 'order % is %; its lines are changed by a change order, never in place', touched, standing;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger order_lines_are_binding before insert or update or delete on order_line
    for each row execute function order_lines_are_binding();

create trigger order_releases_are_binding before insert or update or delete on order_release
    for each row execute function order_lines_are_binding();

create function rows_are_only_added() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: rows are never changed or removed', tg_table_name;
end $$;

create trigger order_history_is_only_added_to before update or delete on order_history
    for each row execute function rows_are_only_added();

create trigger order_decision_is_only_added_to before update or delete on order_decision
    for each row execute function rows_are_only_added();

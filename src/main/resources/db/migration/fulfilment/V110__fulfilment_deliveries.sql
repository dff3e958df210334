create sequence delivery_number start 1001;

create table delivery (
    id           bigint generated always as identity unique,
    number       text collate "C" primary key,
    order_number text collate "C" not null,
    line         integer not null,
    delivered_on date    not null,
    quantity     numeric not null check (quantity > 0),
    unit         text    not null,
    note         text    not null,
    by           text    not null,
    at           timestamptz not null,
    foreign key (order_number, line) references order_line
);

create index delivery_line on delivery (order_number, line);

create trigger delivery_is_only_added_to before update or delete on delivery
    for each row execute function rows_are_only_added();

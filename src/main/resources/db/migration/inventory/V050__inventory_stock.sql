create table stock_on_hand (
    item    text collate "C" primary key,
    unit    text    not null,
    on_hand numeric not null check (on_hand >= 0)
);

-- What of the stock is spoken for; the stock row is locked before any of these change.
create table reservation (
    item      text collate "C" not null references stock_on_hand,
    reference text    not null,
    quantity  numeric not null check (quantity > 0),
    primary key (item, reference)
);

create index reservation_reference on reservation (reference);

create table scheduled_receipt (
    number   text collate "C" primary key,
    item     text collate "C" not null,
    quantity numeric not null check (quantity >= 0),
    unit     text    not null,
    expected date    not null,
    supplier text    not null
);

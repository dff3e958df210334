create table customer (
    number             text collate "C" primary key,
    name               text    not null,
    country            text    not null,
    status             text    not null,
    contract_class     text    not null,
    credit_limit       numeric not null check (credit_limit >= 0),
    currency           text    not null,
    payment_terms_days integer not null check (payment_terms_days >= 0),
    contact            text    not null
);

create table ship_to (
    customer     text collate "C" not null references customer,
    code         text    not null,
    position     integer not null,
    name         text    not null,
    address      text    not null,
    country      text    not null,
    transit_days integer not null,
    primary key (customer, code)
);

create table open_invoice (
    number   text collate "C" primary key,
    customer text collate "C" not null references customer,
    amount   numeric not null,
    currency text    not null,
    due      date    not null
);

create index open_invoice_customer on open_invoice (customer);

-- What each document (an order) counts on the account, in the currency of the limit.
create table credit_exposure (
    customer text collate "C" not null references customer,
    document text    not null,
    open     numeric not null check (open > 0),
    primary key (customer, document)
);

-- What the rules were asked about an order that was entered and what they said, for good: a draft is tried on it before it
-- decides. The essence is the verdict without its words, so that most need not be read whole to be compared.
create table judgement (
    number       bigint generated always as identity primary key,
    order_number text collate "C" not null,
    order_date   date             not null,
    judged_at    timestamptz      not null,
    rule_set     text             not null,
    essence      text             not null,
    facts        json            not null,
    verdict      json            not null
);

create index judgement_day on judgement (order_date, number);
create index judgement_order on judgement (order_number);

create function judgement_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'a judgement is kept as it was';
end $$;

create trigger judgement_is_final before update or delete on judgement
    for each row execute function judgement_is_final();

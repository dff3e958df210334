-- What an entry did to the published plan when it was booked. Never changed.
create table plan_entry_effect (
    plant text not null,
    sequence bigint not null,
    effect jsonb not null,
    primary key (plant, sequence),
    foreign key (plant, sequence) references plan_journal (plant, sequence)
);
create trigger plan_entry_effect_is_only_added_to before update or delete on plan_entry_effect
    for each row execute function rows_are_only_added();

create index plan_journal_day on plan_journal (plant, at);
create unique index plan_journal_withdrawn on plan_journal (plant, ((payload ->> 'entry')::bigint)) where kind = 'Withdrawn';

-- That somebody kept a promise although the plan said otherwise, and chases it; rows are only added.
create table promise_kept (
    id bigint generated always as identity primary key,
    order_number text not null,
    line int not null,
    release int not null,
    promised date not null,
    projected date not null,
    reason text not null,
    kept_by text not null,
    kept_at timestamptz not null,
    foreign key (order_number, line, release) references accepted_release (order_number, line, release)
);

create index promise_kept_release on promise_kept (order_number, line, release);

create trigger promise_kept_is_only_added_to before update or delete on promise_kept
    for each row execute function rows_are_only_added();

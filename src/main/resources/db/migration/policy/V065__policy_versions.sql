-- How a version came to decide, why, and from when on: later than its publication where it was scheduled.
alter table rule_set_publication
    add column how            varchar(10)  not null default 'FOLDER' check (how in ('FOLDER', 'CHANGE', 'ROLLBACK')),
    add column comment        varchar(500) not null default '',
    add column effective_from timestamptz;
update rule_set_publication set effective_from = published_at;
alter table rule_set_publication
    alter column how drop default,
    alter column comment drop default,
    alter column effective_from set not null,
    add constraint effective_no_earlier_than_published check (effective_from >= published_at);

-- A scheduled publication that was taken back before it decided.
create table rule_set_withdrawal (
    number       bigint       primary key references rule_set_publication,
    withdrawn_at timestamptz  not null,
    withdrawn_by varchar(100) not null
);

create function rule_set_history_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'what was published or withdrawn is kept as it was';
end $$;

create trigger rule_set_publication_is_final before update or delete on rule_set_publication
    for each row execute function rule_set_history_is_final();
create trigger rule_set_withdrawal_is_final before update or delete on rule_set_withdrawal
    for each row execute function rule_set_history_is_final();
create trigger rule_set_version_is_final before update or delete on rule_set_version
    for each row execute function rule_set_history_is_final();
create trigger rule_set_file_is_final before update or delete on rule_set_file
    for each row execute function rule_set_history_is_final();

-- Which publication an analysts' folder stands for: the one it became, or that was written back to it. Whatever differs from
-- that is an edit of it. None while one is being written back.
create table rule_set_folder (
    folder text   primary key,
    number bigint references rule_set_publication
);

-- Which version each instance of the application runs.
create table rule_set_instance (
    name          text        primary key,
    number        bigint      not null references rule_set_publication,
    running_since timestamptz not null,
    seen_at       timestamptz not null
);

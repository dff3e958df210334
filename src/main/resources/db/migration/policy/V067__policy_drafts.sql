-- What an analyst changed in the rules and nobody runs yet: the files that differ from the version they are based on.
create table rule_draft (
    analyst    varchar(100) primary key,
    based_on   varchar(16)  not null references rule_set_version,
    changed_at timestamptz  not null
);

create table rule_draft_file (
    analyst varchar(100) not null references rule_draft on delete cascade,
    path    varchar(120) not null,
    bytes   bytea        not null,
    primary key (analyst, path)
);

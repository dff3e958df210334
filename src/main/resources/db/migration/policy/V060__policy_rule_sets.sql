-- Every rule set that ever decided, with its bytes, so that a decision can name its version for good.
create table rule_set_version (
    version   varchar(16)  primary key,
    stored_at timestamptz  not null,
    stored_by varchar(100) not null
);

create table rule_set_file (
    version varchar(16)  not null references rule_set_version,
    path    varchar(120) not null,
    bytes   bytea        not null,
    primary key (version, path)
);

-- When which version began to decide; the highest number runs on every instance. Never updated.
create table rule_set_publication (
    number       bigint generated always as identity primary key,
    version      varchar(16)  not null references rule_set_version,
    published_at timestamptz  not null,
    published_by varchar(100) not null
);

create table app_user (
    name          text collate "C" primary key,
    password_hash text   not null,
    roles         text[] not null
);

-- The key itself is never kept: its prefix to recognise it by, and the SHA-256 of the whole.
create table api_key (
    prefix     text collate "C" primary key,
    key_hash   bytea not null unique,
    owner      text collate "C" not null references app_user,
    issued_at  timestamptz not null,
    revoked_at timestamptz
);

create index api_key_owner on api_key (owner);

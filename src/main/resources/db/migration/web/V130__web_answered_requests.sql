-- Answers to POSTs with an Idempotency-Key, written in the transaction that did the work. Kept for seven days: each new
-- row takes a few expired ones away. A hash of method, address and content tells a repetition from other content.
create table answered_request (
    owner        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer     not null,
    content_type text,
    location     text,
    etag         text,
    body         bytea       not null,
    answered_at  timestamptz not null,
    primary key (owner, key)
);

create index answered_request_age on answered_request (answered_at);

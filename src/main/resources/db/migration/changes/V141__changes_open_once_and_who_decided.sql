-- A text may be longer than an index takes, so what is open once is known by its hash.
drop index change_proposal_open;
create unique index change_proposal_open on change_proposal (order_number, line, field, md5(to_value)) where status = 'OPEN';
alter table change_proposal add column decided_by text, add column decided_at timestamptz;

drop index draft_order_open;
create unique index draft_order_open on draft_order (md5(draft::text)) where status = 'DRAFT';
alter table draft_order add column decided_by text, add column decided_at timestamptz;

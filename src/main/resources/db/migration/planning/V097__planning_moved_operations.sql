-- Operations outside the frozen horizon on another machine or in another order than in the plan published before.
alter table schedule add column moved_operations integer not null default 0 check (moved_operations >= 0);

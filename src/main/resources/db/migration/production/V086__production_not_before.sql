-- When the work of a production order is released; none for what was released when it came.
alter table production_order add column not_before timestamptz;

-- How the latest operations went is read again and again, of a table that only grows.
create index operation_finished on operation (finished_at) where status = 'FINISHED';

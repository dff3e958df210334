-- Most of the item's unit that goes into one batch; null: all of it at once.
alter table routing_step add column batch_size numeric check (batch_size > 0);

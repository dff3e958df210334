-- Dates another system promised for single releases of a line, place by place.
alter table carried_over
    add column releases int[] not null default '{}',
    add column release_dates date[] not null default '{}';

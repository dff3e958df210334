-- How much of an item is made in one go, in its unit; null: any quantity.
alter table item
    add column lot_minimum numeric check (lot_minimum > 0),
    add column lot_multiple numeric check (lot_multiple > 0),
    add column lot_maximum numeric check (lot_maximum > 0),
    add check (lot_minimum <= lot_maximum),
    add check (lot_multiple <= lot_maximum);

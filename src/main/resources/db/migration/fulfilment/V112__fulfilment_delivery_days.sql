-- Measures ask what was delivered in a time.
create index delivery_day on delivery (delivered_on);

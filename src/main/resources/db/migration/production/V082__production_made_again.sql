-- The operation whose scrap, or whose too few pieces, a production order makes good. None for what was ordered first.
alter table production_order add column made_again_for text;
alter table production_order add column made_again_sequence int;

-- An operator lets a node follow the law from the start again, when what it holds is not what the secretariat published. What it held
-- stays, so that every decision can still be taken again by the law that it was taken by.
create table exchange.feed_copy (
  register text not null,
  -- The first is there without a row.
  copy integer not null check (copy > 1),
  begun_at timestamptz not null,
  reason text not null,
  primary key (register, copy)
);
alter table exchange.feed_item add column copy integer not null default 1;
alter table exchange.feed_item drop constraint feed_item_pkey;
alter table exchange.feed_item add primary key (register, copy, sequence);
alter table exchange.feed_head add column copy integer not null default 1;
alter table exchange.feed_head drop constraint feed_head_pkey;
alter table exchange.feed_head add primary key (register, copy);
grant select, insert on exchange.feed_copy to tripoint_app;

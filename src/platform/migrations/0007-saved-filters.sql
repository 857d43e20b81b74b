-- A filter is an address; a saved filter is a person's name for it. Nobody's record: not journalled, not exported.
-- `party` is the one in whose name it was saved; shared, it is there for all who act for that party (null: for none).
-- A removed one can be put back for a while.
create table platform.saved_filter (
  id uuid primary key,
  person uuid not null references platform.person (id),
  register text not null,
  path text not null,
  query text not null,
  name text not null,
  party text,
  shared boolean not null,
  saved_at timestamptz not null,
  removed_at timestamptz
);
create unique index saved_filter_name on platform.saved_filter (person, register, name) where removed_at is null;
create index saved_filter_register on platform.saved_filter (register) where shared and removed_at is null;

grant select, insert, update (removed_at) on platform.saved_filter to tripoint_app;

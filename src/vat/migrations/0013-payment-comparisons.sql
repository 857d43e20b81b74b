-- What came of holding returns of the one-stop shop against payments across borders: one comparison for each state, quarter and set of
-- files, so that the same files give the same one. Rows of files stand beside the database; of each entry the largest are kept here with
-- their file and row, and how many there are.
create table vat.payment_comparison (
  register text not null,
  id text not null check (id ~ '^[0-9a-f]{64}$'),
  state text not null,
  quarter text not null,
  summary jsonb not null,
  entry uuid not null,
  made_at timestamptz not null,
  primary key (register, id)
);

create index on vat.payment_comparison (register, state, quarter, made_at);

create table vat.payment_comparison_entry (
  register text not null,
  comparison text not null,
  -- By size of the difference, from 1 on.
  place integer not null check (place > 0),
  said jsonb not null,
  primary key (register, comparison, place),
  foreign key (register, comparison) references vat.payment_comparison (register, id)
);

grant select, insert on vat.payment_comparison, vat.payment_comparison_entry to tripoint_app;

-- Searches for cycles in the invoices of a state: what was asked, how far each is, and what it came to. What was found, with its rows, stands
-- beside the database; the same search of the same files is the same one.
create table vat.search (
  register text not null,
  id text not null check (id ~ '^[0-9a-f]{64}$'),
  party text not null,
  inputs jsonb not null,
  -- Running: or left by a process that ended on the way.
  state text not null check (state in ('running', 'stopped', 'done')),
  -- Parts.
  done integer not null default 0,
  parts integer not null default 0,
  result jsonb,
  asked_by text not null,
  asked_at timestamptz not null,
  told_at timestamptz not null,
  primary key (register, id)
);

create index on vat.search (register, party, asked_at);

grant select, insert, update on vat.search to tripoint_app;

-- Runs that score what a node has taken in, and what they came to. A run is what its files, month, state and model make of it: asked for
-- again it is the same one. Its stages stand in files beside the database.
create schema if not exists vat;
grant usage on schema vat to tripoint_app;

create table vat.run (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  register text not null,
  party text not null,
  -- At whose end: 2026-03.
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('waiting', 'running', 'stopped', 'done', 'failed')),
  -- Where it is: the stage, and how many parts of it are done of how many.
  stage text,
  done integer not null default 0,
  total integer not null default 0,
  -- Hashes of the model, and over those of the files.
  model text not null,
  snapshot text not null,
  -- The model or one of the files is made up: nothing is decided by it.
  synthetic boolean not null,
  asked_by text not null,
  began_at timestamptz,
  ended_at timestamptz,
  problem jsonb
);
create index run_latest on vat.run (register, party, month desc);

grant select, insert, update on vat.run to tripoint_app;

-- Whom a run names, the highest expected loss first. A name in it is a reason to look, and nothing else.
create table vat.alert (
  run text not null references vat.run,
  -- VAT number.
  trader text not null,
  -- By expected loss, from 1.
  place integer not null check (place > 0),
  probability numeric(5, 4) not null check (probability between 0 and 1),
  least numeric(5, 4) not null,
  most numeric(5, 4) not null,
  expected_cents bigint not null,
  archetypes text[] not null,
  -- All that the score was made of, with the rows behind it (src/vat/runs/model.ts).
  bundle jsonb not null,
  primary key (run, trader),
  unique (run, place)
);

grant select, insert on vat.alert to tripoint_app;

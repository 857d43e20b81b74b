-- Made-up declarations that somebody asked for, in a register that is made up itself: the same seed and size are the same files.
create table vat.making (
  id text primary key,
  register text not null,
  party text not null,
  seed integer not null check (seed > 0),
  traders integer not null,
  months integer not null,
  -- The last of them: 2001-12.
  last_month text not null check (last_month ~ '^\d{4}-\d{2}$'),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  stage text,
  -- Files.
  done integer not null default 0,
  total integer not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  problem jsonb
);

grant select, insert, update on vat.making to tripoint_app;

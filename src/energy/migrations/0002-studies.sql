-- Studies of security of supply that somebody asked for on a page: what is to be made, how far it is, and under which name it is kept. What they
-- come to stands in files (kept-studies.ts), whole or not at all.
create table energy.study (
  id text primary key,
  register text not null,
  -- `synthetic:3`, or the name of a kept study whose areas, units and years of weather are taken again.
  source text not null,
  years integer not null check (years > 0),
  seed bigint not null check (seed >= 0),
  state text not null check (state in ('waiting', 'running', 'stopped', 'done', 'failed')),
  -- Years that are made.
  done integer not null default 0,
  -- Name of the file; of one that is done alone.
  kept text,
  problem jsonb,
  -- The person, by the name that this node has for him.
  asked_by text not null,
  asked_at timestamptz not null,
  began_at timestamptz,
  ended_at timestamptz,
  check ((state = 'done') = (kept is not null))
);
create index on energy.study (register, asked_at desc);

grant select, insert, update on energy.study to tripoint_app;

-- Files of declarations that were taken in. Their rows stand in columns beside the database; what a file came to is the same whoever
-- brought it and when, so that it is written once.
create schema vat;

create table vat.file (
  state text not null,
  kind text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  receipt jsonb not null,
  -- As it was called where it came from.
  name text not null,
  entry uuid not null,
  recorded_at timestamptz not null,
  primary key (state, kind, sha256)
);

grant usage on schema vat to tripoint_app;
grant select, insert on vat.file to tripoint_app;

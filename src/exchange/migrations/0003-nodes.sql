-- A node: who it is, whom it knows by which keys, what the secretariat's feed told it, what it asked and was asked.

-- Which node this database is of. Said once: another's keys and log are not taken over.
create table exchange.self (
  only_one boolean primary key default true check (only_one),
  name text not null,
  -- Null: all parties of its registers.
  parties text[],
  duties text[] not null
);

-- Public keys, own and others', each with what it rests on: a contract, or a statement signed with the key before it.
create table exchange.node_key (
  fingerprint text primary key,
  node text not null,
  epoch integer not null check (epoch > 0),
  public_key text not null,
  valid_from timestamptz not null,
  recorded_at timestamptz not null,
  basis text not null,
  unique (node, epoch)
);
-- From when a key signs no longer. Beside it and not in it: that it was good until then stays so.
create table exchange.node_key_end (
  fingerprint text primary key references exchange.node_key (fingerprint),
  ends_at timestamptz not null,
  reason text not null check (reason in ('superseded', 'revoked')),
  recorded_at timestamptz not null,
  basis text not null
);

-- What two nodes signed of each other. `id` is the SHA-256 of the text that both signed.
create table exchange.contract (
  id text primary key,
  node text not null,
  note text not null,
  recorded_at timestamptz not null
);
create table exchange.contract_end (
  contract text primary key references exchange.contract (id),
  ended_at timestamptz not null,
  reason text not null
);

-- Nonces of requests that were taken, until their signatures are too old to be taken again.
create table exchange.nonce (
  fingerprint text not null,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (fingerprint, nonce)
);
create index nonce_expires on exchange.nonce (expires_at);

-- The law as the secretariat publishes it, item by item, each signed and bound to the one before.
create table exchange.feed_item (
  register text not null,
  sequence integer not null check (sequence > 0),
  note text not null,
  recorded_at timestamptz not null,
  primary key (register, sequence)
);
-- The last time that the secretariat said how far its feed goes: from then on the copy ages.
create table exchange.feed_head (
  register text primary key,
  note text not null,
  sequence integer not null,
  said_at timestamptz not null
);

-- Questions, with the decision on each, as asked by this node's parties and as received by them. What was asked for and of whom
-- stands in the journal's payload of the same entry, which retention ends.
create table exchange.request (
  entry uuid primary key,
  id text not null,
  direction text not null check (direction in ('asked', 'received')),
  register text not null,
  from_party text not null,
  to_party text not null,
  instrument text not null,
  article text,
  operation text not null,
  provision text,
  purpose text,
  data_set text,
  service text,
  officer text,
  case_reference text,
  -- Questions that were put to several parties at once have the same.
  asking text,
  allowed boolean not null,
  reasons jsonb not null,
  feed_sequence integer not null,
  day date not null,
  decided_at timestamptz not null
);
create index request_by_id on exchange.request (id);
create index request_by_time on exchange.request (register, decided_at desc);
create index request_by_provision on exchange.request (register, provision, day);

-- How each ended. Where there is none, it is still under way or the node ended under it.
create table exchange.answer (
  entry uuid primary key,
  request_entry uuid not null unique references exchange.request (entry),
  outcome text not null check (outcome in ('content', 'empty', 'denied', 'failed', 'late')),
  -- Why it failed, as a code; of a denial by the other party, its reasons.
  detail jsonb not null,
  stale boolean not null default false,
  answered_at timestamptz not null
);

-- Questions that wait to be sent.
create table exchange.outgoing (
  id text primary key,
  register text not null,
  request jsonb not null,
  query jsonb,
  asking text,
  actor text not null,
  budget_ms integer not null check (budget_ms > 0),
  -- Until when it is tried again where the other does not answer; null: once, within its budget.
  until timestamptz,
  next_at timestamptz not null,
  tries integer not null default 0
);

-- What a log was at a size: this node's own, and those of others to which it put its name.
create table exchange.checkpoint (
  origin text not null,
  size bigint not null,
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  recorded_at timestamptz not null,
  primary key (origin, size)
);

grant select, insert on exchange.self, exchange.node_key, exchange.node_key_end, exchange.contract, exchange.contract_end,
  exchange.feed_item, exchange.request, exchange.answer to tripoint_app;
grant select, insert, delete on exchange.nonce to tripoint_app;
grant select, insert, update on exchange.feed_head, exchange.checkpoint to tripoint_app;
grant select, insert, update, delete on exchange.outgoing to tripoint_app;
-- Who asked in which case must be forgotten in time; that something was asked stays in the log.
grant select, update (officer, case_reference) on exchange.request to tripoint_retention;

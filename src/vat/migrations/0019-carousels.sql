-- Carousels that a state looked for in a case of its own: whom it asked for statements and bridges, how far that is, what was not told,
-- and what was found. Tokens, months and ceilings; no number of anybody, and nothing of what a state has at home.
create table vat.carousel_search (
  id text primary key,
  register text not null,
  party text not null,
  -- Id of the case.
  case_id text not null,
  -- Of the case, as the others know it.
  reference text not null,
  instrument text not null,
  purpose text not null,
  epoch integer not null check (epoch > 0),
  states text[] not null,
  -- Months: the first and the last.
  first_month text not null check (first_month ~ '^\d{4}-\d{2}$'),
  last_month text not null check (last_month ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  -- Who is asked for what now, and how many such steps are done of how many.
  asking_state text,
  asking_operation text,
  done integer not null default 0,
  total integer not null default 0,
  -- What was told and found, as numbers.
  counts jsonb,
  -- What was not told, by whom and why; and what else was left out.
  untold jsonb not null default '[]',
  problems jsonb not null default '[]',
  -- The person, by the name that this node has for him.
  asked_by text not null,
  officer text,
  asked_at timestamptz not null,
  ended_at timestamptz
);
create index carousel_search_of_case on vat.carousel_search (register, case_id, asked_at desc);

create table vat.carousel (
  search text not null references vat.carousel_search,
  -- By what can have gone round, from 1.
  place integer not null check (place > 0),
  -- The last day on which the bridges on it may be used; of statements alone as long as a bridge of that day. After it it is deleted.
  usable_until date not null,
  said jsonb not null,
  primary key (search, place)
);
create index carousel_usable on vat.carousel (usable_until);

grant select, insert, update on vat.carousel_search to tripoint_app;
grant select, insert, delete on vat.carousel to tripoint_app;

-- The register: journal, records and transitions. The application role may insert and select; nothing is overwritten.

create table platform.journal (
  id uuid primary key,
  recorded_at timestamptz not null,
  effective_on text,
  actor text not null,
  party text,
  event text not null,
  register text,
  subject text,
  instrument text,
  purpose text,
  payload_hash text not null,
  leaf_hash text not null
);
create index journal_subject on platform.journal (register, subject, recorded_at);
create index journal_recent on platform.journal (register, recorded_at desc, id desc);

-- Payload and salt stand apart, so that their deletion at the end of retention breaks no proof.
create table platform.journal_payload (
  entry uuid primary key references platform.journal (id),
  salt text not null,
  payload jsonb not null
);

-- The place of an entry in the log, given after commit: nothing is chained inside the transaction that writes it.
create table platform.journal_sequence (
  place bigint primary key,
  entry uuid not null unique references platform.journal (id)
);

-- One row a version of a record. `known_from_day` is the last day of the reduced date `known_from`: only from then on
-- is it certain that the source had said so. `known_until_day` is that of the version which replaced it.
create table platform.record (
  version uuid primary key,
  register text not null,
  kind text not null,
  id text not null,
  position integer not null,
  known_from text not null,
  known_from_day date not null,
  known_until_day date,
  recorded_at timestamptz not null,
  entry uuid not null references platform.journal (id),
  body jsonb not null,
  content_hash text not null,
  facets text[] not null,
  search tsvector not null
);
create index record_natural on platform.record (register, kind, id, known_from_day, recorded_at);
create index record_list on platform.record (register, kind, position, id);
create index record_facets on platform.record using gin (facets);
create index record_search on platform.record using gin (search);
create index record_entry on platform.record (entry);

-- A step of a lifecycle. `effective_on` keeps the precision of the source, first and last day bound it; `observed`
-- means that the source saw the subject in this state then and does not say when it began.
create table platform.transition (
  id uuid primary key,
  register text not null,
  kind text not null,
  subject text not null,
  axis text not null,
  from_state text,
  to_state text not null,
  effective_on text not null,
  effective_first date not null,
  effective_last date not null,
  observed boolean not null,
  known_from text not null,
  known_from_day date not null,
  recorded_at timestamptz not null,
  entry uuid not null references platform.journal (id),
  details jsonb not null,
  content_hash text not null,
  -- A correction: the transition named here no longer counts from `known_from` on.
  withdraws uuid references platform.transition (id)
);
create index transition_subject on platform.transition (register, kind, subject, axis, effective_last);
create index transition_withdraws on platform.transition (withdraws) where withdraws is not null;
create index transition_entry on platform.transition (entry);

grant usage on schema platform to tripoint_app, tripoint_retention;
grant select, insert on platform.journal, platform.journal_payload, platform.journal_sequence, platform.transition to tripoint_app;
grant select, insert, update (known_until_day) on platform.record to tripoint_app;
grant select on platform.journal to tripoint_retention;
grant select, delete on platform.journal_payload to tripoint_retention;

-- Search: stems of the four languages over letters without accents, and the plain word for names, codes and prefixes.
create text search configuration platform.plain (copy = pg_catalog.simple);
create text search configuration platform.nl (copy = pg_catalog.dutch);
create text search configuration platform.fr (copy = pg_catalog.french);
create text search configuration platform.de (copy = pg_catalog.german);
create text search configuration platform.en (copy = pg_catalog.english);
alter text search configuration platform.plain alter mapping for hword, hword_part, word with unaccent, simple;
alter text search configuration platform.nl alter mapping for hword, hword_part, word with unaccent, dutch_stem;
alter text search configuration platform.fr alter mapping for hword, hword_part, word with unaccent, french_stem;
alter text search configuration platform.de alter mapping for hword, hword_part, word with unaccent, german_stem;
alter text search configuration platform.en alter mapping for hword, hword_part, word with unaccent, english_stem;

create aggregate platform.concatenate (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- `texts`: [{"language": "nl", "weight": "A", "text": "…"}]; a language without stems of its own is searched by word.
create function platform.search_vector(texts jsonb) returns tsvector language sql stable as $$
  select platform.concatenate(setweight(to_tsvector('platform.plain', item ->> 'text') ||
    case item ->> 'language'
      when 'nl' then to_tsvector('platform.nl', item ->> 'text')
      when 'fr' then to_tsvector('platform.fr', item ->> 'text')
      when 'de' then to_tsvector('platform.de', item ->> 'text')
      when 'en' then to_tsvector('platform.en', item ->> 'text')
      else ''::tsvector
    end, (item ->> 'weight')::"char"))
  from jsonb_array_elements(texts) as item
$$;

-- Words as people type them ("quoted", or, -without), in any of the four languages; the last word also as a beginning.
create function platform.search_query(words text) returns tsquery language sql stable as $$
  select websearch_to_tsquery('platform.nl', words) || websearch_to_tsquery('platform.fr', words)
      || websearch_to_tsquery('platform.de', words) || websearch_to_tsquery('platform.en', words)
      || websearch_to_tsquery('platform.plain', words)
      || case when words ~ '^[[:alnum:]]+([[:space:]]+[[:alnum:]]+)*$'
           then to_tsquery('platform.plain', regexp_replace(words, '[[:space:]]+', ' & ', 'g') || ':*')
           else ''::tsquery end
$$;
grant execute on function platform.search_vector(jsonb), platform.search_query(text) to tripoint_app;

-- Files by what they hold: the key is the SHA-256 of the bytes, and the same bytes are stored once. Which record they
-- belong to, and who may have them, records say; without one nobody is given them. `text` is what was read in them, null
-- where nothing was found.
create table platform.stored_file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bytea not null,
  text text,
  text_cut boolean not null,
  stored_at timestamptz not null
);
-- Bytes are packed already.
alter table platform.stored_file alter column bytes set storage external;

-- What a record is found by in its files, and between which days of knowledge. It can be made again from records and files,
-- and goes when a file is withdrawn or erased: unlike the search of a record's own words, which stays with each of its
-- versions.
create table platform.file_text (
  register text not null,
  kind text not null,
  id text not null,
  version integer not null,
  part integer not null,
  hash text not null references platform.stored_file (hash) on delete cascade,
  language text not null,
  known_from_day date not null,
  known_until_day date,
  search tsvector not null,
  primary key (register, kind, id, version, part)
);
create index file_text_search on platform.file_text using gin (search);
create index file_text_hash on platform.file_text (hash);

grant select, insert on platform.stored_file to tripoint_app;
grant select, insert, delete on platform.file_text to tripoint_app;
-- What must be forgotten can be: records keep the hash, the size and who brought it.
grant select (hash, stored_at), delete on platform.stored_file to tripoint_retention;

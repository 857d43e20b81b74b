-- Work with spreadsheets, and what takes it back. A sheet that was brought is no record: it is looked at, and lapses. A mapping is
-- what people chose for a row of headers, so that they are not asked again. Neither is journalled, exported or hashed.
create table platform.sheet (
  register text not null,
  id text not null,
  name text not null,
  content jsonb not null,
  brought_at timestamptz not null,
  primary key (register, id)
);
create table platform.sheet_mapping (
  register text not null,
  kind text not null,
  headers text not null,
  mapping text not null,
  chosen_at timestamptz not null,
  primary key (register, kind, headers)
);
grant select, insert, delete, update (brought_at) on platform.sheet to tripoint_app;
grant select, insert, update (mapping, chosen_at) on platform.sheet_mapping to tripoint_app;

-- Changes that were made together and can be taken back together. `entry` is the first of their journal entries.
create table platform.batch (
  register text not null,
  id text not null,
  entry uuid not null references platform.journal (id),
  undone_by uuid references platform.journal (id),
  primary key (register, id)
);
create table platform.batch_entry (
  entry uuid primary key references platform.journal (id),
  register text not null,
  batch text not null,
  foreign key (register, batch) references platform.batch (register, id)
);
create index batch_entry_batch on platform.batch_entry (register, batch);
grant select, insert, update (undone_by) on platform.batch to tripoint_app;
grant select, insert on platform.batch_entry to tripoint_app;

-- What was taken back is no part of the register's state and never was: it stands apart, as it was, so that no question can
-- find it by mistake and the journal's entries still vouch for it. Columns are those of the two tables, and who took it back.
create table platform.withdrawn_record (like platform.record, withdrawn_by uuid not null references platform.journal (id),
  primary key (version));
create index withdrawn_record_entry on platform.withdrawn_record (entry);
create index withdrawn_record_by on platform.withdrawn_record (withdrawn_by);
create table platform.withdrawn_transition (like platform.transition, withdrawn_by uuid not null references platform.journal (id),
  primary key (id));
create index withdrawn_transition_entry on platform.withdrawn_transition (entry);
create index withdrawn_transition_by on platform.withdrawn_transition (withdrawn_by);

-- All rows that entries of the journal vouch for.
create view platform.vouched_record as
  select record.*, null::uuid as withdrawn_by from platform.record
  union all select * from platform.withdrawn_record;
create view platform.vouched_transition as
  select transition.*, null::uuid as withdrawn_by from platform.transition
  union all select * from platform.withdrawn_transition;
grant select on platform.withdrawn_record, platform.withdrawn_transition, platform.vouched_record, platform.vouched_transition
  to tripoint_app;

-- The one way out of the register's tables. The application role may still delete nothing: rows are moved, whole, and only by
-- journal entries of the same transaction.
create function platform.withdraw(versions uuid[], version_entries uuid[], steps uuid[], step_entries uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from unnest(version_entries || step_entries) as named (entry) where not exists (
    select from platform.journal where id = named.entry and xmin = pg_current_xact_id()::xid)) then
    raise exception 'Rows are taken back by a journal entry of the same transaction, and by no other';
  end if;
  with gone as (delete from platform.transition where id = any (steps) returning *)
  insert into platform.withdrawn_transition
  select gone.*, named.entry from gone join unnest(steps, step_entries) as named (id, entry) on named.id = gone.id;
  with gone as (delete from platform.record where version = any (versions) returning *)
  insert into platform.withdrawn_record
  select gone.*, named.entry from gone join unnest(versions, version_entries) as named (id, entry) on named.id = gone.version;
end
$$;
revoke execute on function platform.withdraw(uuid[], uuid[], uuid[], uuid[]) from public;
grant execute on function platform.withdraw(uuid[], uuid[], uuid[], uuid[]) to tripoint_app;

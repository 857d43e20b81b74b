-- Entries that have no place in the log yet, so that giving places asks for what is new and not for what was ever written. Filled
-- by whoever writes an entry, in whatever way; emptied by the sequencer in the statement that gives the place.
create table platform.journal_unplaced (
  entry uuid not null
);
insert into platform.journal_unplaced (entry)
select id from platform.journal
where not exists (select from platform.journal_sequence where entry = journal.id);

create function platform.await_place() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into platform.journal_unplaced (entry) select id from written;
  return null;
end
$$;
create trigger await_place after insert on platform.journal
  referencing new table as written for each statement execute function platform.await_place();

grant select, delete on platform.journal_unplaced to tripoint_app;

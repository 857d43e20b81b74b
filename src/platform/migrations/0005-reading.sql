-- What reading a large register needs: records by what their body says of others, and to know that nothing has changed.

-- `body @> '{"indicator": "IND-1"}'` finds what names another record without reading a whole kind.
create index record_says on platform.record using gin (body jsonb_path_ops);
-- The list of registers is asked for by every request.
create index record_register on platform.record (register, known_from_day) where kind = 'register';
create index transition_state on platform.transition (register, kind, known_from_day) where withdraws is null;

-- A token for each register that is another after every write to it, so that whoever sees the same token sees the same
-- records and transitions. Several rows a register, each of its own writers, so that those do not wait for one another.
create table platform.register_revision (
  register text not null,
  writer smallint not null,
  token uuid not null,
  primary key (register, writer)
);

create function platform.revise_register() returns trigger language plpgsql as $$
begin
  insert into platform.register_revision
  select register, pg_backend_pid() % 16, gen_random_uuid() from written group by register order by register
  on conflict (register, writer) do update set token = excluded.token;
  return null;
end
$$;

create trigger record_added after insert on platform.record
  referencing new table as written for each statement execute function platform.revise_register();
create trigger record_changed after update on platform.record
  referencing new table as written for each statement execute function platform.revise_register();
create trigger record_removed after delete on platform.record
  referencing old table as written for each statement execute function platform.revise_register();
create trigger transition_added after insert on platform.transition
  referencing new table as written for each statement execute function platform.revise_register();
-- Nobody but a change by SQL does these; what is read then must be what stands there.
create trigger transition_changed after update on platform.transition
  referencing new table as written for each statement execute function platform.revise_register();
create trigger transition_removed after delete on platform.transition
  referencing old table as written for each statement execute function platform.revise_register();

insert into platform.register_revision select register, 0, gen_random_uuid() from platform.record group by register;

grant select, insert, update (token) on platform.register_revision to tripoint_app;

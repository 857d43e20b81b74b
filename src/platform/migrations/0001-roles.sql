-- The two roles that use cases run as (SET LOCAL ROLE), so that one DATABASE_URL serves. They own nothing and have no
-- rights by default: each later migration grants exactly what its tables need. Roles belong to the whole cluster, so
-- another database may have made them already, or be making them at this moment.
do $$
declare
  wanted text;
  usable constant text := case when current_setting('server_version_num')::integer >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach wanted in array array['tripoint_app', 'tripoint_retention'] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- the other database was faster
    end;
    begin
      if not pg_has_role(current_user, wanted, usable) then
        execute format('grant %I to current_user', wanted);
      end if;
    exception when unique_violation then
      null;
    end;
  end loop;
exception when insufficient_privilege then
  raise insufficient_privilege using
    message = format('The database user "%s" may not create the roles that Tripoint works under.', current_user),
    hint = format('Let an administrator of the server run once: create role tripoint_app nologin; '
      'create role tripoint_retention nologin; grant tripoint_app, tripoint_retention to %I; then start again.', current_user);
end
$$;

-- Letters without their accents, for search. Trusted since PostgreSQL 13: the owner of the database may install it.
create extension if not exists unaccent;

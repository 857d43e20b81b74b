-- A grant ends by what is written beside it; the grant itself stays as it was given.
create table platform.access_grant_end (
  grant_id uuid primary key references platform.access_grant (id),
  ended_at timestamptz not null,
  basis text not null
);
grant select, insert on platform.access_grant_end to tripoint_app;

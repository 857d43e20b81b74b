-- The bundle of an alert from which a case was opened, as it was then: runs come and go, and a case keeps what it was opened from. By
-- its hash, so that it is written once and never changes.
create schema if not exists vat;

create table vat.case_bundle (
  register text not null,
  party text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bundle jsonb not null,
  primary key (register, party, sha256)
);

grant usage on schema vat to tripoint_app;
grant select, insert on vat.case_bundle to tripoint_app;

-- What is shared under a provision is kept for as many days as that says. Then the payload and salt of its entries go, and what tells
-- of persons here; that it was asked, between whom, on which basis and how it ended stays, for supervision.
alter table exchange.request
  add column erased_on date,
  -- For how many days it was kept.
  add column retention_days integer check (retention_days > 0),
  add constraint erased_by_retention check ((erased_on is null) = (retention_days is null));
create index request_kept on exchange.request (register, provision, day) where erased_on is null;

grant usage on schema exchange to tripoint_retention;
grant select, update (service, erased_on, retention_days) on exchange.request to tripoint_retention;
grant select, update (detail) on exchange.answer to tripoint_retention;
-- It says itself what it erased, in the transaction that does it.
grant insert on platform.journal, platform.journal_payload to tripoint_retention;

-- Alerts that somebody set aside, and why. It holds for runs over that month and months before: what a later run says of the trader stands in
-- the list again, with what was said before. Nothing is deleted: who takes an alert up again adds that he did.
create table vat.alert_set_aside (
  id text primary key,
  register text not null,
  party text not null,
  -- VAT number.
  trader text not null,
  -- At whose end he was scored: 2020-04.
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  run text not null references vat.run,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  taken_up_by text,
  taken_up_at timestamptz,
  check ((taken_up_by is null) = (taken_up_at is null))
);
create unique index alert_set_aside_once on vat.alert_set_aside (register, party, trader, month)
  where taken_up_at is null;

grant select, insert, update on vat.alert_set_aside to tripoint_app;

-- How many traders of the state a run scored, of whom the first by expected loss are its alerts; null: it was made before this was counted.
alter table vat.run add column scored integer check (scored >= 0);

-- The application of a claim as it was read, whole: invoices, account, who applies. Beside its record, which lists load by the hundred.
-- Like the entries of its money it is only added to, and both say so by their own name.
create table vat.refund_application (
  register text not null,
  claim text not null,
  -- SHA-256 of what was handed in, as the claim's record has it.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  application jsonb not null,
  recorded_at timestamptz not null,
  primary key (register, claim)
);

create or replace function vat.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '%: rows are only added to', tg_table_name;
end $$;

create trigger refuse_change before update or delete or truncate on vat.refund_application
for each statement execute function vat.refuse_change();

grant select, insert on vat.refund_application to tripoint_app;

-- What all claims of a register took for one debt: a debt is met once, out of whichever refund.
create index refund_entry_of_debt on vat.refund_entry (register, debt) where debt is not null;

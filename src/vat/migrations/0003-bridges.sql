-- What a gateway told of bridges, or that it told nothing: within an epoch the same ever after. Tokens, never numbers; a row goes with its
-- epoch, whose key is then gone, too.
create schema if not exists vat;
grant usage on schema vat to tripoint_app;

create table vat.told_bridge (
  instrument text not null,
  epoch integer not null check (epoch > 0),
  acquirer text not null,
  supplier text not null,
  -- Of the inflow: 2026-03.
  month text not null,
  basis text not null check (basis in ('case', 'score')),
  -- Null: nothing was told.
  told jsonb,
  epoch_ends date not null,
  primary key (instrument, epoch, acquirer, supplier, month, basis)
);

grant select, insert, delete on vat.told_bridge to tripoint_app;

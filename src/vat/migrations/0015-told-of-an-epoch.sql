-- A bridge is told in a case, and in no other way: a score opens none.
delete from vat.told_bridge where basis = 'score';
alter table vat.told_bridge drop constraint told_bridge_pkey;
alter table vat.told_bridge drop column basis;
alter table vat.told_bridge add primary key (instrument, epoch, acquirer, supplier, month);

-- What a gateway told of statements outside of cases, fixed when it was first asked in an epoch: of two states of what it has, told by the
-- same tokens, the difference would tell of whom it is. Tokens, never numbers. It goes at the first question on a day after its epoch.
create table vat.told_statements (
  instrument text not null,
  epoch integer not null check (epoch > 0),
  digits integer not null,
  withheld boolean not null,
  epoch_ends date not null,
  primary key (instrument, epoch)
);
create table vat.told_statement (
  instrument text not null,
  epoch integer not null,
  -- In the order of the answer, from 0.
  place integer not null,
  supplier text not null,
  acquirer text not null,
  kind text not null,
  period text not null,
  -- Months since the year 0.
  first_month integer not null,
  last_month integer not null,
  cents bigint not null,
  primary key (instrument, epoch, place),
  foreign key (instrument, epoch) references vat.told_statements on delete cascade
);

grant select, insert, delete on vat.told_statements, vat.told_statement to tripoint_app;

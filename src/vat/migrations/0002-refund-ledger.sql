-- The money of a claim for a refund, entry by entry (src/vat/refunds/rules/ledger.ts has the same rules in words). Only added to: what was
-- wrong is moved back by a later entry. Each row bears the balance after it, which a trigger counts from the row before, so that no
-- writer can say another, and a check holds what the law of this ledger is: refund = paid + set off + retained (waiting and disputed).
create table vat.refund_entry (
  register text not null,
  claim text not null,
  -- From 1, without gaps: the trigger asks for the one before. Two writers cannot both write the next one.
  number integer not null check (number > 0),
  move text not null check (move in ('grant', 'correct', 'set_off', 'retain', 'collect', 'release', 'reverse', 'pay')),
  happened_on date not null,
  cents bigint not null check (cents between 1 and 1000000000000),
  debt text,
  -- The offset of which it is part, its legal road, and all that was owed when it was taken.
  taken_in text,
  road text check (road in ('consent_transfer', 'recovery_request', 'set_off')),
  owed bigint check (owed between 1 and 1000000000000),
  of_entry integer,
  -- The balance after it.
  refund bigint not null,
  paid bigint not null,
  set_off bigint not null,
  waiting bigint not null,
  disputed bigint not null,
  recorded_at timestamptz not null,
  primary key (register, claim, number),
  foreign key (register, claim, of_entry) references vat.refund_entry,
  constraint refund_entry_conserves check (refund = paid + set_off + waiting + disputed),
  constraint refund_entry_not_short check (least(refund, paid, set_off, waiting, disputed) >= 0),
  -- Nothing is taken without debt, offset, road and what is owed; and nothing else has them.
  constraint refund_entry_has_road check (
    (move in ('set_off', 'retain', 'collect', 'release', 'reverse')) = (debt is not null)
    and (debt is null) = (taken_in is null) and (debt is null) = (road is null) and (debt is null) = (owed is null)
  ),
  constraint refund_entry_of_entry check ((move in ('collect', 'release', 'reverse')) = (of_entry is not null))
);

create function vat.continue_refund() returns trigger
language plpgsql set search_path = pg_catalog as $$
declare
  prior vat.refund_entry;
  moved vat.refund_entry;
  taken bigint;
begin
  if new.number > 1 then
    select * into prior from vat.refund_entry
    where register = new.register and claim = new.claim and number = new.number - 1;
    if not found then
      raise exception 'refund_entry: % of claim % does not follow the last', new.number, new.claim;
    end if;
    if new.happened_on < prior.happened_on then
      raise exception 'refund_entry: % of claim % is of an earlier day than the last', new.number, new.claim;
    end if;
  end if;
  new.refund := coalesce(prior.refund, 0)
    + case new.move when 'grant' then new.cents when 'correct' then -new.cents else 0 end;
  new.paid := coalesce(prior.paid, 0) + case new.move when 'pay' then new.cents else 0 end;
  new.set_off := coalesce(prior.set_off, 0)
    + case when new.move in ('set_off', 'collect') then new.cents when new.move = 'reverse' then -new.cents else 0 end;
  new.disputed := coalesce(prior.disputed, 0)
    + case when new.move = 'retain' then new.cents when new.move in ('collect', 'release') then -new.cents else 0 end;
  new.waiting := coalesce(prior.waiting, 0)
    + case when new.move in ('grant', 'release', 'reverse') then new.cents
           when new.move = 'collect' then 0 else -new.cents end;
  if new.move in ('set_off', 'retain') then
    select coalesce(sum(case when move in ('set_off', 'retain') then cents
                             when move in ('release', 'reverse') then -cents else 0 end), 0) into taken
    from vat.refund_entry where register = new.register and claim = new.claim and debt = new.debt;
    if taken + new.cents > new.owed then
      raise exception 'refund_entry: % of claim % takes more than debt % is', new.number, new.claim, new.debt;
    end if;
  end if;
  if new.of_entry is not null then
    select * into moved from vat.refund_entry
    where register = new.register and claim = new.claim and number = new.of_entry;
    select coalesce(sum(cents), 0) into taken from vat.refund_entry
    where register = new.register and claim = new.claim and of_entry = new.of_entry;
    if moved.debt is distinct from new.debt or moved.taken_in is distinct from new.taken_in
      or moved.road is distinct from new.road
      or not (moved.move = 'retain' and new.move in ('collect', 'release')
        or moved.move in ('set_off', 'collect') and new.move = 'reverse')
      or taken + new.cents > moved.cents then
      raise exception 'refund_entry: % of claim % moves what entry % did not', new.number, new.claim, new.of_entry;
    end if;
  end if;
  return new;
end $$;

create trigger continue_refund before insert on vat.refund_entry
for each row execute function vat.continue_refund();

-- Not even their owner changes entries or takes them out.
create function vat.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'refund_entry: entries are only added to';
end $$;

create trigger refuse_change before update or delete or truncate on vat.refund_entry
for each statement execute function vat.refuse_change();

grant select, insert on vat.refund_entry to tripoint_app;

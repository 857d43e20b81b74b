import { sql } from 'kysely';
import { type Clock, dayAt } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Asides, SetAside } from '../rules/set-aside.ts';

export type NewAside = Omit<SetAside, 'on' | 'by' | 'endedAt'> & {
  readonly id: string;
  readonly register: string;
  readonly party: string;
  readonly run: string;
  readonly setBy: string;
};

/** That what was set aside holds in a run, as `holdsIn` has it. */
const holds = (run: string) => sql`own.taken_up_at is null and exists (
  select from vat.run as of_aside, vat.run as asked
  where of_aside.id = own.run and asked.id = ${run}
    and asked.ended_at <= of_aside.ended_at and asked.month <= of_aside.month)`;

/** False: he is set aside in this run already. */
export async function saveAside(tx: Transaction, clock: Clock, aside: NewAside): Promise<boolean> {
  const { id, register, party, trader, month, run, reason, setBy } = aside;
  const { rows } = await sql`
    insert into vat.alert_set_aside (id, register, party, trader, month, run, reason, set_by, set_at)
    select ${id}, ${register}, ${party}, ${trader}, ${month}, ${run}, ${reason}, ${setBy}, ${clock.now().toString()}
    where not exists (
      select from vat.alert_set_aside as own
      where register = ${register} and party = ${party} and trader = ${trader} and ${holds(run)})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends all that sets a trader aside in a run. False: nothing does. */
export async function takeUp(
  tx: Transaction,
  clock: Clock,
  of: { readonly register: string; readonly party: string; readonly trader: string; readonly run: string },
  takenUpBy: string,
): Promise<boolean> {
  const { register, party, trader, run } = of;
  const { rows } = await sql`
    update vat.alert_set_aside as own set taken_up_by = ${takenUpBy}, taken_up_at = ${clock.now().toString()}
    where register = ${register} and party = ${party} and trader = ${trader} and ${holds(run)}
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Of a party's traders those of whom alerts are set aside. */
export async function listAsides(tx: Transaction, register: string, party: string): Promise<Asides> {
  const { rows } = await sql<Omit<SetAside, 'on'> & { readonly setAt: Date }>`
    select trader, own.month, ended_at as "endedAt", reason, set_at as "setAt",
      person.name as by
    from vat.alert_set_aside as own join vat.run on run.id = own.run
      left join platform.person on set_by = 'person:' || person.id
    where own.register = ${register} and own.party = ${party} and taken_up_at is null
    order by trader, set_at desc, own.id desc`.execute(tx);
  const asides = rows.map(({ setAt, ...row }): SetAside => ({ ...row, on: dayAt(setAt) }));
  return Map.groupBy(asides, ({ trader }) => trader);
}

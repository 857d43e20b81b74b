import { sql } from 'kysely';
import { type Clock, dayAt } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Asides, SetAside } from '../rules/set-aside.ts';

export type NewAside = Omit<SetAside, 'on'> & {
  readonly id: string;
  readonly register: string;
  readonly party: string;
  readonly run: string;
  readonly setBy: string;
};

/** False: for this month or a later one he is set aside already. */
export async function saveAside(tx: Transaction, clock: Clock, aside: NewAside): Promise<boolean> {
  const { id, register, party, trader, month, run, reason, setBy } = aside;
  const { rows } = await sql`
    insert into vat.alert_set_aside (id, register, party, trader, month, run, reason, set_by, set_at)
    select ${id}, ${register}, ${party}, ${trader}, ${month}, ${run}, ${reason}, ${setBy}, ${clock.now().toString()}
    where not exists (
      select from vat.alert_set_aside where register = ${register} and party = ${party} and trader = ${trader}
        and month >= ${month} and taken_up_at is null)
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends all that holds of a trader for a month and later ones. False: nothing did. */
export async function takeUp(
  tx: Transaction,
  clock: Clock,
  of: { readonly register: string; readonly party: string; readonly trader: string; readonly month: string },
  takenUpBy: string,
): Promise<boolean> {
  const { register, party, trader, month } = of;
  const { rows } = await sql`
    update vat.alert_set_aside set taken_up_by = ${takenUpBy}, taken_up_at = ${clock.now().toString()}
    where register = ${register} and party = ${party} and trader = ${trader} and month >= ${month}
      and taken_up_at is null
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Of a party's traders those whose alerts are set aside; of several the one of the latest month. */
export async function listAsides(tx: Transaction, register: string, party: string): Promise<Asides> {
  const { rows } = await sql<Omit<SetAside, 'on'> & { readonly setAt: Date }>`
    select distinct on (trader) trader, month, reason, set_at as "setAt"
    from vat.alert_set_aside where register = ${register} and party = ${party} and taken_up_at is null
    order by trader, month desc, set_at desc`.execute(tx);
  return new Map(rows.map(({ setAt, ...row }) => [row.trader, { ...row, on: dayAt(setAt) }]));
}

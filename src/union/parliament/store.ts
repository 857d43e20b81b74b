import { statements } from '#evidence';
import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type RecordQuery, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import type { Moment } from '../bodies/store.ts';
import { ParliamentCycle, parliamentItems } from './model.ts';
import { type Clock, clocksOf } from './rules/clock.ts';

export type ItemWithClocks = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly record: StoredRecord;
  readonly tabled: PartialDate | null;
  readonly clocks: readonly Clock[];
};

/** Every item of parliament, or those asked for, with a clock per addressee on the last day of the as-of date. */
export async function listItems(
  tx: Transaction,
  moment: Moment,
  asked: Pick<RecordQuery, 'ids' | 'says'> = {},
): Promise<{ readonly items: readonly ItemWithClocks[]; readonly targetMonths: number | null }> {
  const records = await allRecords(tx, { ...moment, kinds: [parliamentItems.name], ...asked });
  const targetMonths = await findAnswerTarget(tx, moment);
  const day = lastDay(moment.asOf);
  const items = records.map((record) => itemWithClocks(record, targetMonths, day));
  // What was certainly tabled later did not exist yet.
  return { items: items.filter(({ tabled }) => tabled === null || firstDay(tabled) <= day), targetMonths };
}

/** Calendar months to answer within; null where the source sets none. */
export async function findAnswerTarget(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<number | null> {
  const said = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['parliament_cycle'] });
  const cycle = ParliamentCycle.safeParse(said[0]?.body.content ?? {});
  return cycle.success ? (cycle.data.answer_target_months ?? null) : null;
}

/** What one version of an item says of its clocks on a day. */
export function itemWithClocks(
  record: StoredRecord,
  targetMonths: number | null,
  day: PlainDate,
): ItemWithClocks {
  const { body } = record;
  const tabled = (body.tabled ??
    (typeof body.year === 'number' ? String(body.year) : null)) as PartialDate | null;
  const addressees = Array.isArray(body.addressees)
    ? body.addressees.map(String)
    : typeof body.addressee === 'string'
      ? [body.addressee]
      : [];
  const answers = (body.answers ?? []) as readonly { addressee: string; date: PartialDate }[];
  return {
    id: record.id,
    title: parliamentItems.title(body),
    record,
    tabled,
    clocks: clocksOf({ tabled, addressees, answers }, targetMonths, day),
  };
}

/** Items that this body, group or party must answer. */
export async function listItemsFor(
  tx: Transaction,
  moment: Moment,
  addressee: string,
): Promise<readonly ItemWithClocks[]> {
  const says = [{ addressee }, { addressees: [addressee] }];
  return (await listItems(tx, moment, { says })).items;
}

/** What the list of items sorts, counts and filters by. */
export type ItemEntry = {
  readonly id: string;
  readonly kind: string | null;
  readonly clocks: readonly Pick<Clock, 'addressee' | 'state'>[];
};

/** An entry for every item that is known at the moment, in the order of the source. */
export function listItemEntries(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<readonly ItemEntry[]> {
  const question = ['item-entries', lastDay(moment.asOf), lastDay(moment.knownAt)];
  return remember(register, question, async () =>
    (await listItems(tx, moment)).items.map(({ id, record, clocks }) => ({
      id,
      kind: typeof record.body.kind === 'string' ? record.body.kind : null,
      clocks: clocks.map(({ addressee, state }) => ({ addressee, state })),
    })),
  );
}

import { sectionsOf, statements } from '#evidence';
import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type RecordQuery, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { parties } from '../bodies/model.ts';
import { listMembers, type Moment } from '../bodies/store.ts';
import { answerDrafts, ParliamentCycle, parliamentItems, plenaryAttendance } from './model.ts';
import { signatoriesOf } from './rules/answer.ts';
import { type AnsweredItem, type Clock, clocksOf } from './rules/clock.ts';
import { type AnswerTimes, answerTimes } from './rules/times.ts';

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

/** Years that one presidency of parliament lasts: what the union's data say, else two (§6.2). */
export async function findPresidencyYears(tx: Transaction, moment: Omit<Moment, 'asOf'>): Promise<number> {
  const said = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['parliament_cycle'] });
  const cycle = ParliamentCycle.safeParse(said[0]?.body.content ?? {});
  return (cycle.success ? cycle.data.presidency_years : null) ?? 2;
}

/** What the clocks of an item are reckoned from. */
export function answeredItemOf(body: StoredRecord['body']): AnsweredItem {
  const tabled = (body.tabled ??
    (typeof body.year === 'number' ? String(body.year) : null)) as PartialDate | null;
  const addressees = Array.isArray(body.addressees)
    ? body.addressees.map(String)
    : typeof body.addressee === 'string'
      ? [body.addressee]
      : [];
  const answers = (body.answers ?? []) as AnsweredItem['answers'];
  const dateOf = (said: unknown) => (said ?? null) as PartialDate | null;
  return {
    tabled,
    addressees,
    answers,
    withdrawn: dateOf(body.withdrawn),
    retabled: (body.retabled ?? []) as readonly PartialDate[],
    closed: dateOf(body.closed),
  };
}

/** What one version of an item says of its clocks on a day. */
export function itemWithClocks(
  record: StoredRecord,
  targetMonths: number | null,
  day: PlainDate,
): ItemWithClocks {
  const item = answeredItemOf(record.body);
  return {
    id: record.id,
    title: parliamentItems.title(record.body),
    record,
    tabled: item.tabled,
    clocks: clocksOf(item, targetMonths, day),
  };
}

export type TimesOfItems = AnswerTimes & {
  /** Where the items that were counted are written, as far as a source speaks of them. */
  readonly sections: readonly string[];
};

/** How long answers take, over all items that are known at the moment. */
export function loadAnswerTimes(tx: Transaction, register: Register, moment: Moment): Promise<TimesOfItems> {
  const question = ['answer-times', lastDay(moment.asOf), lastDay(moment.knownAt)];
  return remember(register, question, async () => timesOf(await listItems(tx, moment), moment));
}

/** The same over some of them. */
export function timesOf(
  { items, targetMonths }: Awaited<ReturnType<typeof listItems>>,
  { asOf }: Pick<Moment, 'asOf'>,
): TimesOfItems {
  const owed = items.map(({ record }) => answeredItemOf(record.body));
  const sections = [...new Set(items.flatMap(({ record }) => sectionsOf(record.body)))];
  return { ...answerTimes(owed, targetMonths, lastDay(asOf)), sections };
}

/** The governments that must sign an answer of these addressees off. */
export async function listSignatories(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  addressees: readonly string[],
): Promise<readonly string[]> {
  return (await signatoriesAt(tx, moment))(addressees);
}

/** The same for many answers of one moment, for which the union is read once. */
export async function signatoriesAt(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<(addressees: readonly string[]) => readonly string[]> {
  const known = (await allRecords(tx, { ...moment, kinds: [parties.name] })).map(({ id }) => id);
  const members = (await listMembers(tx, moment)).map(({ id }) => id);
  return (addressees) => signatoriesOf(addressees, known, members);
}

/** The drafts of an item's answers, one each time around, the newest last. They are not for everybody. */
export async function listDrafts(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  item: string,
): Promise<readonly StoredRecord[]> {
  const drafts = await allRecords(tx, { ...moment, kinds: [answerDrafts.name], says: [{ item }] });
  return drafts.toSorted((a, b) => Number(a.body.round) - Number(b.body.round));
}

/** What is recorded of ministers at plenaries by the moment, the newest plenary first. */
export async function listAttendance(tx: Transaction, moment: Moment): Promise<readonly StoredRecord[]> {
  const day = lastDay(moment.asOf);
  const told = await allRecords(tx, { ...moment, kinds: [plenaryAttendance.name] });
  return told
    .filter(({ body }) => lastDay(body.plenary as PartialDate) <= day)
    .toSorted((a, b) => (String(a.body.plenary) > String(b.body.plenary) ? -1 : 1));
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

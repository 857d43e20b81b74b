import { indicators, loadIndicators, type Point, type Series } from '#evidence';
import { type Certainty, firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { begunOnly } from '#platform/records/transitions.ts';
import type { Moment } from '../bodies/store.ts';
import { instruments } from '../law/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { planItems, plans } from '../plans/model.ts';
import { reachesTarget } from '../plans/rules/target.ts';
import { listPlanItems, type PlanItem } from '../plans/store.ts';
import { type WayBack, type WayThere, walk } from './rules/walk.ts';
import { loadMoney, type YearMoney } from './store.ts';

/** What an item's indicator says: the figure that is last known, and whether one of the year reaches the target. */
export type Measured = {
  readonly record: StoredRecord;
  readonly unit: string | null;
  readonly target: number | null;
  readonly last: Point | null;
  readonly reached: Certainty;
};

/** The walk of a year's euro through plan, evidence, law and parliament, and back. */
export type Walk = {
  readonly year: string;
  readonly money: YearMoney | null;
  /** Null: the year has no plan. */
  readonly items: readonly PlanItem[] | null;
  readonly measured: ReadonlyMap<string, Measured>;
  readonly instruments: ReadonlyMap<string, StoredRecord>;
  readonly questions: ReadonlyMap<string, StoredRecord>;
  readonly there: readonly WayThere[];
  readonly back: readonly WayBack[];
};

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const textIn = (value: unknown) => (typeof value === 'string' ? value : null);

/** Null where the year has neither a budget nor a plan. */
export async function loadWalk(tx: Transaction, moment: Moment, year: string): Promise<Walk | null> {
  const money = (await loadMoney(tx, moment)).get(year) ?? null;
  const plan = await findRecord(tx, { ...moment, kind: plans.name, id: year });
  if (money === null && plan === undefined) return null;
  const items = plan === undefined ? [] : await listPlanItems(tx, moment, year);
  const acts = await actsOf(tx, moment, items);
  const asked = await questionsOf(tx, moment, year, items);
  const named = asked.flatMap(({ body }) => idsIn(body.instruments));
  const known = await allRecords(tx, { ...moment, kinds: [instruments.name], ids: named });
  const allActs = new Map([...acts, ...known].map((record) => [record.id, record]));
  const ways = walk(
    items.map(({ id, body }) => ({ id, instruments: idsIn(body.instruments), dossier: textIn(body.case) })),
    [...allActs.values()].map(({ id, body }) => ({ id, dossier: textIn(body.case) })),
    asked.map(({ id, body }) => ({
      id,
      items: idsIn(body.plan_items),
      instruments: idsIn(body.instruments),
      dossier: textIn(body.case),
    })),
  );
  return {
    year,
    money,
    items: plan === undefined ? null : items,
    measured: await measuresOf(tx, moment, year, items),
    instruments: allActs,
    questions: new Map(asked.map((record) => [record.id, record])),
    ...ways,
  };
}

/** The acts that the items name, and those of their dossiers that had begun by the day. */
async function actsOf(
  tx: Transaction,
  moment: Moment,
  items: readonly PlanItem[],
): Promise<readonly StoredRecord[]> {
  const kinds = [instruments.name];
  const ids = items.flatMap(({ body }) => idsIn(body.instruments));
  const dossiers = dossiersOf(items);
  const named = await allRecords(tx, { ...moment, kinds, ids });
  const near = await allRecords(tx, { ...moment, kinds, says: dossiers });
  const found = [...new Map([...named, ...near].map((record) => [record.id, record])).values()];
  return begunOnly(tx, moment, instruments.name, found);
}

/** What parliament asked about the items, their acts or their dossiers, and whatever it tabled in the year; nothing of later days. */
async function questionsOf(
  tx: Transaction,
  moment: Moment,
  year: string,
  items: readonly PlanItem[],
): Promise<readonly StoredRecord[]> {
  const kinds = [parliamentItems.name];
  const acts = items.flatMap(({ body }) => idsIn(body.instruments));
  const says = [
    ...items.map(({ id }) => ({ plan_items: [id] })),
    ...acts.map((id) => ({ instruments: [id] })),
    ...dossiersOf(items),
  ];
  const about = await allRecords(tx, { ...moment, kinds, says });
  const tabled = await allRecords(tx, { ...moment, kinds, facets: { year: [year] } });
  const day = lastDay(moment.asOf);
  return [...new Map([...about, ...tabled].map((record) => [record.id, record])).values()].filter(
    ({ body }) => typeof body.tabled !== 'string' || firstDay(body.tabled as PartialDate) <= day,
  );
}

function dossiersOf(items: readonly PlanItem[]): readonly { readonly case: string }[] {
  const dossiers = new Set(items.flatMap(({ body }) => textIn(body.case) ?? []));
  return [...dossiers].map((dossier) => ({ case: dossier }));
}

/** By item. One figure of the year is held against the target; of several nobody said which one is meant. */
async function measuresOf(
  tx: Transaction,
  moment: Moment,
  year: string,
  items: readonly PlanItem[],
): Promise<ReadonlyMap<string, Measured>> {
  const ids = items.flatMap(({ body }) => textIn(body.indicator) ?? []);
  const records = await allRecords(tx, { ...moment, kinds: [indicators.name], ids });
  const series = new Map((await loadIndicators(tx, moment, records)).map((one) => [one.id, one]));
  return new Map(
    items.flatMap((item): [string, Measured][] => {
      const record = records.find(({ id }) => id === item.body.indicator);
      const measured = series.get(record?.id ?? '');
      if (record === undefined || measured === undefined) return [];
      const target = typeof item.body.target === 'number' ? item.body.target : null;
      return [
        [
          item.id,
          {
            record,
            unit: measured.unit,
            target,
            last: lastOf(measured),
            reached: reachedIn(measured, year, record, target),
          },
        ],
      ];
    }),
  );
}

function lastOf({ points }: Series): Point | null {
  const stated = points.filter(({ value }) => value.kind !== 'missing');
  return stated.toSorted((a, b) => ((a.year ?? '') < (b.year ?? '') ? -1 : 1)).at(-1) ?? null;
}

function reachedIn(
  { points }: Series,
  year: string,
  { body }: StoredRecord,
  target: number | null,
): Certainty {
  const [only, ...more] = points.filter((point) => point.year?.slice(0, 4) === year);
  if (only === undefined || more.length > 0 || only.value.kind !== 'value') return 'unknown';
  return reachesTarget(body.direction, target, only.value.value);
}

/** Where a record stands in a walk: the year and the anchor of its row. */
export type WalkPlace = { readonly year: string; readonly anchor: string };

export const itemAnchor = (id: string) => `item-${id}`;
export const questionAnchor = (id: string) => `question-${id}`;

/** The rows in which the items of plans stand that name an act. */
export async function placesOfInstrument(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  id: string,
): Promise<readonly WalkPlace[]> {
  const named = await allRecords(tx, { ...moment, kinds: [planItems.name], says: [{ instruments: [id] }] });
  return named.map((item) => ({ year: String(item.body.plan), anchor: itemAnchor(item.id) }));
}

/** The rows in which a question stands: in the years of the items that it names, or that name an act that it asks about. */
export async function placesOfQuestion(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  { id, body }: StoredRecord,
): Promise<readonly WalkPlace[]> {
  const kinds = [planItems.name];
  const says = idsIn(body.instruments).map((act) => ({ instruments: [act] }));
  const named = await allRecords(tx, { ...moment, kinds, ids: idsIn(body.plan_items) });
  const through = await allRecords(tx, { ...moment, kinds, says });
  const years = [...new Set([...named, ...through].map((item) => String(item.body.plan)))].sort();
  return years.map((year) => ({ year, anchor: questionAnchor(id) }));
}

import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import type { Moment } from '../bodies/store.ts';
import { presidencies } from '../programme/model.ts';
import { consultations, planItems, plans } from './model.ts';
import { itemOn } from './rules/responsible.ts';

/** An item with the state of its date; `details` of the step say why it ended and on what evidence. */
export type PlanItem = {
  readonly id: string;
  readonly record: StoredRecord;
  readonly body: StoredRecord['body'];
  /** `unknown` where it is not certain or it had none yet. */
  readonly state: string;
  readonly since: PartialDate | null;
  readonly details: Readonly<Record<string, unknown>>;
};

export type YearPlan = {
  readonly record: StoredRecord;
  readonly state: string;
  readonly since: PartialDate | null;
  readonly items: readonly PlanItem[];
  readonly consultations: readonly StoredRecord[];
  /** Presidencies of the year and those that an item comes from. */
  readonly presidencies: readonly StoredRecord[];
};

const statusOf = (state: StateAt | undefined) =>
  state === undefined || 'why' in state
    ? { state: 'unknown', since: null, details: {} }
    : { state: state.state, since: state.since, details: state.details };

/** The items of a plan with their states on a date. */
export async function listPlanItems(
  tx: Transaction,
  moment: Moment,
  plan: string,
): Promise<readonly PlanItem[]> {
  const records = await allRecords(tx, { ...moment, kinds: [planItems.name], says: [{ plan }] });
  const subjects = records.map(({ id }) => id);
  const states = await listStates(tx, { ...moment, kind: planItems.name, subjects });
  const byId = new Map(states.map((state) => [state.subject, state]));
  return records.map((record) => ({
    id: record.id,
    record,
    body: itemOn(record.body, lastDay(moment.asOf)),
    ...statusOf(byId.get(record.id)),
  }));
}

/** What was said of the draft of a plan or a programme. */
export function listConsultations(
  tx: Transaction,
  { register, knownAt }: Pick<Moment, 'register' | 'knownAt'>,
  plan: string,
): Promise<readonly StoredRecord[]> {
  return allRecords(tx, { register, knownAt, kinds: [consultations.name], says: [{ plan }] });
}

/** The plan of a year with all that belongs to it; null where there is none. */
export async function loadPlan(tx: Transaction, moment: Moment, year: string): Promise<YearPlan | null> {
  const record = await findRecord(tx, { ...moment, kind: plans.name, id: year });
  if (record === undefined) return null;
  const [state] = await listStates(tx, { ...moment, kind: plans.name, subjects: [year] });
  const items = await listPlanItems(tx, moment, year);
  const named = new Set(items.map(({ body }) => body.presidency));
  const presided = await allRecords(tx, { ...moment, kinds: [presidencies.name] });
  const { state: word, since } = statusOf(state);
  return {
    record,
    state: word,
    since,
    items,
    consultations: await listConsultations(tx, moment, year),
    presidencies: presided.filter(({ id, body }) => String(body.year) === year || named.has(id)),
  };
}

import { compareForOrder, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { bodies, groups } from '../bodies/model.ts';
import { type PartyInBody, roleOn } from '../bodies/rules/participation.ts';
import { listMembers, listParts } from '../bodies/store.ts';
import {
  agendaItems,
  decisionRules,
  type MeetingState,
  meetings,
  type PointKind,
  type Position,
} from './model.ts';
import type { TimedPoint } from './rules/agenda.ts';
import type { Rule } from './rules/decision.ts';

/** What is asked of, by what was known on a date. */
export type Known = { readonly register: string; readonly knownAt: PartialDate };

/** The group or body of an id; of two that share one the group, as everywhere in the register. */
export async function findBody(tx: Transaction, known: Known, id: string): Promise<StoredRecord | undefined> {
  const found = await allRecords(tx, { ...known, kinds: [groups.name, bodies.name], ids: [id] });
  return found.find(({ kind }) => kind === groups.name) ?? found[0];
}

/**
 * Who takes part in a body. Of one of whose parts nothing is on record that is the members of the union, whose body it is: in the
 * Benelux the Council and the Committee of Ministers (§3.2, §3.3).
 */
export async function listSeats(
  tx: Transaction,
  known: Known,
  body: StoredRecord,
): Promise<readonly PartyInBody[]> {
  const parts = await listParts(tx, known, body);
  if (parts.length > 0 || body.kind === groups.name) return parts;
  const members = await listMembers(tx, known);
  return members.map(({ id }) => ({ party: id, role: 'member', period: null, seenOn: body.knownFrom }));
}

export type BodyRule = Rule & {
  readonly id: string;
  readonly voters: 'members' | 'participants';
  readonly silenceDays: number | null;
};

/** Nothing is above another this often; a bound for a file that goes in a circle. */
const highest = 20;

/** How a body decides: by its own rule, else by that of the nearest body above it. Null: the data do not say. */
export async function findRule(tx: Transaction, known: Known, bodyId: string): Promise<BodyRule | null> {
  let id: unknown = bodyId;
  for (let step = 0; step < highest && typeof id === 'string'; step += 1) {
    const [rule] = await allRecords(tx, { ...known, kinds: [decisionRules.name], says: [{ body: id }] });
    if (rule !== undefined) {
      const { form, abstention, voters, silence_days: days } = rule.body;
      return {
        id: rule.id,
        form: form as Rule['form'],
        abstention: abstention as Rule['abstention'],
        voters: voters as BodyRule['voters'],
        silenceDays: typeof days === 'number' ? days : null,
      };
    }
    id = (await findBody(tx, known, id))?.body.parent;
  }
  return null;
}

/** Who votes in a body on a day: the member states of the union, or all that take part in the body. */
export async function listVoters(
  tx: Transaction,
  known: Known,
  rule: Pick<BodyRule, 'voters'>,
  body: StoredRecord,
  day: PlainDate,
): Promise<readonly string[]> {
  const members = (await listMembers(tx, known)).map(({ id }) => id);
  return rule.voters === 'members' ? members : expectedAt(await listSeats(tx, known, body), day);
}

/** The parties whose place at the table is not to be left without a word: members and participants on the day. */
export function expectedAt(seats: readonly PartyInBody[], day: PlainDate): readonly string[] {
  const parties = [...new Set(seats.map(({ party }) => party))];
  return parties.filter((party) => ['member', 'participant'].includes(roleOn(seats, party, day) ?? ''));
}

/** The points of some meetings, in the order of each agenda. */
export async function listItems(
  tx: Transaction,
  known: Known,
  meetingIds: readonly string[],
): Promise<readonly StoredRecord[]> {
  const says = meetingIds.map((meeting) => ({ meeting }));
  const found = await allRecords(tx, { ...known, kinds: [agendaItems.name], says });
  return found.toSorted((a, b) => Number(a.body.number) - Number(b.body.number));
}

/** The meetings of a body, earliest first. */
export async function listSeries(
  tx: Transaction,
  known: Known,
  body: string,
): Promise<readonly StoredRecord[]> {
  return inOrder(await allRecords(tx, { ...known, kinds: [meetings.name], says: [{ body }] }));
}

export function inOrder(some: readonly StoredRecord[]): readonly StoredRecord[] {
  return some.toSorted((a, b) => compareForOrder(dateOf(a), dateOf(b)) || (a.id < b.id ? -1 : 1));
}

export function dateOf({ body }: StoredRecord): PartialDate {
  return body.date as PartialDate;
}

/** The states of meetings on a date; one of which nothing is certain is not among them. */
export async function meetingStatesOn(
  tx: Transaction,
  moment: Known & { readonly asOf: PartialDate },
  subjects?: readonly string[],
): Promise<ReadonlyMap<string, MeetingState>> {
  const asked = subjects === undefined ? {} : { subjects };
  const states = await listStates(tx, { ...moment, kind: meetings.name, ...asked });
  return new Map(
    states.flatMap(({ subject, state }) =>
      state === 'unknown' ? [] : [[subject, state as MeetingState] as const],
    ),
  );
}

/** The next meeting of a body after a date that still takes points. */
export async function findNextPlanned(
  tx: Transaction,
  known: Known,
  body: string,
  after: { readonly id: string; readonly date: PartialDate } | null,
  today: PlainDate,
): Promise<StoredRecord | undefined> {
  const series = await listSeries(tx, known, body);
  const states = await meetingStatesOn(
    tx,
    { ...known, asOf: today },
    series.map(({ id }) => id),
  );
  return series.find(
    (one) =>
      states.get(one.id) === 'planned' &&
      one.id !== after?.id &&
      (after === null || lastDay(dateOf(one)) >= lastDay(after.date)),
  );
}

/** Points that were put off or escalated to a body and are on no agenda since, in the order in which they were put off. */
export async function listWaiting(
  tx: Transaction,
  known: Known,
  body: string,
): Promise<readonly StoredRecord[]> {
  const series = await listSeries(tx, known, body);
  const own = (
    await listItems(
      tx,
      known,
      series.map(({ id }) => id),
    )
  ).filter((item) => item.body.outcome === 'deferred');
  const escalated = await allRecords(tx, {
    ...known,
    kinds: [agendaItems.name],
    says: [{ outcome: 'escalated', escalated_to: body }],
  });
  const all = [...own, ...escalated];
  const followed = await allRecords(tx, {
    ...known,
    kinds: [agendaItems.name],
    says: all.map(({ id }) => ({ carried_from: id })),
  });
  const taken = new Set(followed.map(({ body: { carried_from: from } }) => from));
  return all.filter(({ id }) => !taken.has(id));
}

export async function findMeeting(
  tx: Transaction,
  known: Known,
  id: string,
): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...known, kind: meetings.name, id });
}

export function timedPoint({ id, body }: StoredRecord): TimedPoint {
  return {
    id,
    number: Number(body.number),
    point: body.point as PointKind,
    minutes: Number(body.duration_minutes),
    carried: Number(body.carried ?? 0),
  };
}

export function positionsOf({ body }: StoredRecord): Readonly<Record<string, Position>> {
  return (body.positions ?? {}) as Readonly<Record<string, Position>>;
}

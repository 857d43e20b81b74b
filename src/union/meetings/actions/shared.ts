import { isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom } from '#kernel/lifecycle.ts';
import type { RecordId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { AccessObject } from '#platform/access/access.ts';
import { type ActionContext, type Done, textsFrom } from '#platform/actions/action.ts';
import { count } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind } from '#platform/records/kind.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { takesPart } from '../../bodies/rules/participation.ts';
import { knownOf } from '../../named.ts';
import { byParty, byPower, powerPermission } from '../../powers.ts';
import { stateOn, stepOf } from '../../steps.ts';
import {
  agendaItems,
  longestMeeting,
  type MeetingAct,
  type MeetingState,
  meetingLifecycle,
  meetings,
  TimeOfDay,
  writtenProcedures,
} from '../model.ts';
import { findBody, findMeeting, findNextPlanned, type Known, listItems, listSeats } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';

/** What the actions of meetings share: who convenes, who takes part, and where points go that are put off. */

export const convene = powerPermission('convene', 'plan, convene and minute meetings, and open procedures');

export const textsOf = textsFrom(meetingTexts);

export const byConvener = byPower('convene');

export const done = (kind: Kind, id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${kind.name}/${id}`, path: kind.href(id), changes });

export const notFound = (id: string) => fail(problem('record_not_found', 'body.id', { id }));

export const notYet = ({ today }: ActionContext, on: PartialDate): readonly Problem[] =>
  isBefore(today, on) === 'yes' ? [problem('date_in_future', 'body.on', { on })] : [];

export const stateNow = async (tx: Transaction, context: ActionContext, id: string) =>
  (await stateOn(tx, context, meetings, id, context.today)) as MeetingState | null;

export const openIn =
  (...states: readonly MeetingState[]) =>
  async (tx: Transaction, context: ActionContext, id: string) => {
    const now = await stateNow(tx, context, id);
    return now !== null && states.includes(now);
  };

export const aboutMeeting = (act: MeetingAct) => ({
  kind: meetings,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const now = await stateNow(tx, context, id);
    return now !== null && actsFrom(meetingLifecycle, now).includes(act);
  },
});

export const meetingStep = (
  tx: Transaction,
  context: ActionContext,
  act: MeetingAct,
  { id, on }: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>> = {},
) => stepOf(tx, context, { kind: meetings, id, lifecycle: meetingLifecycle, act, on, details });

/** Problem: `meeting_closed`, with the state that does not let it be done. */
export async function refusalByState(
  tx: Transaction,
  context: ActionContext,
  id: string,
  ...states: readonly MeetingState[]
): Promise<readonly Problem[]> {
  const now = await stateNow(tx, context, id);
  return now !== null && states.includes(now)
    ? []
    : [problem('meeting_closed', 'body.id', { state: now ?? 'unknown' })];
}

/** A party that takes part today in the body that it is about; of any other it is nobody's own. */
export function byTakingPart(bodyOf: (tx: Transaction, known: Known, id: string) => Promise<unknown>) {
  return async (
    tx: Transaction,
    context: ActionContext,
    input: { readonly id?: string | undefined; readonly party?: string | undefined },
  ): Promise<AccessObject> => {
    const own = await byParty(tx, context, input);
    const nobody = { ...own, party: null } as const;
    if (input.id === undefined || input.party === undefined) return nobody;
    const known = knownOf(context);
    const bodyId = await bodyOf(tx, known, input.id);
    if (typeof bodyId !== 'string' || !(await isTakingPart(tx, context, bodyId, input.party))) return nobody;
    // With its body, so that a grant that is limited to one acts in it.
    return { ...own, body: bodyId as RecordId };
  };
}

/** Whether a party takes part in a body today. A desk asks it for each point that waits, and its seats are read once. */
export async function isTakingPart(
  tx: Transaction,
  context: ActionContext,
  bodyId: string,
  party: string,
): Promise<boolean> {
  const known = knownOf(context);
  const seats = await remember(context.register, ['seats', bodyId, known.knownAt], async () => {
    const body = await findBody(tx, known, bodyId);
    return body === undefined ? [] : await listSeats(tx, known, body);
  });
  return takesPart(seats, party, context.today) === 'yes';
}

export const bodyOfMeeting = async (tx: Transaction, known: Known, id: string) =>
  (await findMeeting(tx, known, id))?.body.body;

export async function findItem(tx: Transaction, known: Known, id: string): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...known, kind: agendaItems.name, id });
}

export const bodyOfItem = async (tx: Transaction, known: Known, id: string) => {
  const item = await findItem(tx, known, id);
  return item === undefined ? undefined : bodyOfMeeting(tx, known, String(item.body.meeting));
};

export const findProcedure = (tx: Transaction, known: Known, id: string) =>
  findRecord(tx, { ...known, kind: writtenProcedures.name, id });
export const bodyOfProcedure = async (tx: Transaction, known: Known, id: string) =>
  (await findProcedure(tx, known, id))?.body.body;

/**
 * A point on the agenda of another meeting: as it was, with what parties have said of it, and once more put off. What they said in
 * the body that it is escalated from stands with the point that it was there, and is no position in the one that decides.
 */
export function carry(items: readonly StoredRecord[], meeting: string, first: number): readonly Change[] {
  return items.map((item, index): Change => {
    const {
      outcome: _outcome,
      conclusion: _conclusion,
      cut: _cut,
      escalated_to: _escalated,
      positions,
      ...kept
    } = item.body;
    const said = positions === undefined || item.body.outcome === 'escalated' ? {} : { positions };
    const number = first + index;
    const id = `${meeting}-${number}`;
    const carried = Number(item.body.carried ?? 0) + 1;
    const body = { ...kept, ...said, id, meeting, number, carried, carried_from: item.id };
    return { kind: agendaItems, id, body, steps: [] };
  });
}

/** Where points go that are put off: to the next planned meeting of their body; without one they wait for it. */
export async function carryOn(
  tx: Transaction,
  context: ActionContext,
  items: readonly StoredRecord[],
  body: string,
  after: { readonly id: string; readonly date: PartialDate } | null,
): Promise<readonly Change[]> {
  if (items.length === 0) return [];
  const known = knownOf(context);
  const next = await findNextPlanned(tx, known, body, after, context.today);
  if (next === undefined) return [];
  const there = await listItems(tx, known, [next.id]);
  return carry(items, next.id, Number(there.at(-1)?.body.number ?? 0) + 1);
}

export const putOff = (item: StoredRecord): Change => ({
  kind: agendaItems,
  id: item.id,
  body: { ...item.body, outcome: 'deferred', cut: true },
  steps: [],
});

export const minutesField = count(1, longestMeeting);
export const timeField = { schema: TimeOfDay, control: 'line', like: '09:30' } as const;

/** Without what was left empty. */
export function given(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

export const heldOn = ({ body }: StoredRecord) => lastDay((body.held ?? body.date) as PartialDate);

/** Whether somebody acts for the body that convenes, whose task it is to know the papers of all. */
export async function convenerOf(tx: Transaction, context: ActionContext): Promise<RecordId | null> {
  return (await byConvener(tx, context)).body ?? null;
}

import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { type LocalizedText, localize, type Said } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { assessments } from '../assessments/model.ts';
import { groups } from '../bodies/model.ts';
import { dormancyReview, sleepLimit } from '../bodies/rules/review.ts';
import { listGroups } from '../bodies/store.ts';
import { promises } from '../commitments/model.ts';
import { listCommitments } from '../commitments/store.ts';
import { instruments } from '../law/model.ts';
import { agendaItems, meetings } from '../meetings/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { type Clock, isOwed } from '../parliament/rules/clock.ts';
import { listItems } from '../parliament/store.ts';
import { planItems } from '../plans/model.ts';
import { isOpen } from '../plans/rules/items.ts';

/** What whoever takes over finds open, in the order of the page (§3.4, §15.4). */
export const openSections = ['promises', 'questions', 'planItems', 'meetings', 'reviews'] as const;
export type OpenSection = (typeof openSections)[number];

export type OpenRow = {
  readonly id: string;
  readonly what: Said;
  /** Path of the page that shows it. */
  readonly path: string;
  /** Who must do it; null: nobody is named, or it is the group's own. */
  readonly owner: string | null;
  /** When it is due or takes place; null: not stated. */
  readonly on: PartialDate | null;
};
export type OpenList = Readonly<Record<OpenSection, readonly OpenRow[]>>;

/** Of which groups, and which dossier besides; of a group alone the dossier is null. */
export type TakenOver = { readonly groups: readonly string[]; readonly dossier: string | null };

/** Everything that is open on the as-of date of some groups, or of a dossier with all its groups. */
export async function loadOpenList(
  tx: Transaction,
  context: ReadContext,
  taken: TakenOver,
): Promise<OpenList> {
  const asked = {
    tx,
    context,
    taken,
    said: (text: LocalizedText) => localize(text, context.language, ['en']),
  };
  const sessions = await recordsSaying(asked, meetings, (group) => [{ body: group }]);
  return {
    promises: await openPromises(asked, sessions),
    questions: await openQuestions(asked),
    planItems: await openPlanItems(asked),
    meetings: await comingMeetings(asked, sessions),
    reviews: await openReviews(asked),
  };
}

type Asked = {
  readonly tx: Transaction;
  readonly context: ReadContext;
  readonly taken: TakenOver;
  readonly said: (text: LocalizedText) => Said;
};
const momentOf = ({ context: { register, asOf, knownAt } }: Asked) => ({
  register: register.id,
  asOf,
  knownAt,
});
const dateOrNull = (value: unknown) => (typeof value === 'string' ? (value as PartialDate) : null);

/** Records of a kind that say something of one of the groups, and those of the dossier where the kind has one. */
async function recordsSaying(
  asked: Asked,
  kind: Kind,
  ofGroup: (group: string) => readonly Readonly<Record<string, unknown>>[],
): Promise<readonly StoredRecord[]> {
  const { groups: ids, dossier } = asked.taken;
  const says = [
    ...ids.flatMap(ofGroup),
    ...(dossier === null || kind === meetings ? [] : [{ case: dossier }]),
  ];
  return says.length === 0 ? [] : allRecords(asked.tx, { ...momentOf(asked), kinds: [kind.name], says });
}

/** Owed or watched by a group, promised in one of its meetings, obliged to by an instrument of it, or of the dossier. */
async function openPromises(asked: Asked, sessions: readonly StoredRecord[]): Promise<readonly OpenRow[]> {
  const { tx, context, taken } = asked;
  const moment = momentOf(asked);
  const says = sessions.map(({ id }) => ({ meeting: id }));
  const points =
    says.length === 0 ? [] : await allRecords(tx, { ...moment, kinds: [agendaItems.name], says });
  const made = new Set(points.flatMap(({ id, body }) => [id, String(body.promise ?? id)]));
  const written = await allRecords(tx, { ...moment, kinds: [promises.name] });
  const own = new Set(
    written
      .filter(
        ({ body }) =>
          made.has(String(body.made_in)) || (taken.dossier !== null && body.case === taken.dossier),
      )
      .map(({ id }) => id),
  );
  const laws = await recordsSaying(asked, instruments, (group) => [
    { working_group: group },
    { issuer: group },
  ]);
  const lawIds = new Set(laws.map(({ id }) => id));
  const { commitments } = await listCommitments(tx, context);
  return commitments.flatMap(({ one }) => {
    const isOf =
      taken.groups.some((group) => one.owner === group || one.watcher === group) ||
      (one.origin.kind === promises.name && (own.has(one.id) || made.has(one.id))) ||
      (one.origin.kind === instruments.name && lawIds.has(one.origin.id));
    if (!isOf || (one.state !== 'open' && one.state !== 'unknown')) return [];
    const kind =
      one.origin.kind === promises.name
        ? promises
        : one.origin.kind === instruments.name
          ? instruments
          : null;
    // What parliament awaits stands with its questions.
    if (kind === null) return [];
    return [
      {
        id: one.id,
        what: { text: one.text, language: one.language },
        path: kind.href(one.origin.id),
        owner: one.owner,
        on: one.stated ?? one.dueLatest,
      },
    ];
  });
}

/** What may have been answered within the month of its answer is not known to be closed. */
const isPending = (state: Clock['state']) => isOwed(state) || state === 'perhaps_answered';

/** Questions whose answer a group prepares or is asked for, or of the dossier, with a clock that still runs. */
async function openQuestions(asked: Asked): Promise<readonly OpenRow[]> {
  const { tx, taken, said } = asked;
  const { items } = await listItems(tx, momentOf(asked));
  return items
    .filter(({ record: { body }, clocks }) => {
      const assigned = (Array.isArray(body.assignments) ? body.assignments : []) as readonly {
        group?: unknown;
      }[];
      const isOf =
        assigned.some(({ group }) => taken.groups.includes(String(group))) ||
        clocks.some(({ addressee }) => taken.groups.includes(addressee)) ||
        (taken.dossier !== null && body.case === taken.dossier);
      return isOf && clocks.some(({ state }) => isPending(state));
    })
    .map(({ id, title, clocks }) => {
      const pending = clocks.filter(({ state }) => isPending(state));
      const due = pending.flatMap(({ dueLatest }) => dueLatest ?? []).sort()[0] ?? null;
      return {
        id,
        what: said(title),
        path: parliamentItems.href(id),
        owner: pending[0]?.addressee ?? null,
        on: due,
      };
    });
}

async function openPlanItems(asked: Asked): Promise<readonly OpenRow[]> {
  const found = await recordsSaying(asked, planItems, (group) => [{ responsible: group }]);
  const subjects = found.map(({ id }) => id);
  const states = await listStates(asked.tx, { ...momentOf(asked), kind: planItems.name, subjects });
  const stateOf = new Map(states.map(({ subject, state }) => [subject, state]));
  return found
    .filter(
      ({ id }) => subjects.length > 0 && stateOf.get(id) !== 'none' && isOpen(stateOf.get(id) ?? 'unknown'),
    )
    .map(({ id, body }) => ({
      id,
      what: asked.said(planItems.title(body)),
      path: planItems.href(id),
      owner: typeof body.responsible === 'string' ? body.responsible : null,
      on: dateOrNull(String(body.plan)),
    }));
}

/** From the as-of date on, unless it was held or called off by then. */
async function comingMeetings(asked: Asked, sessions: readonly StoredRecord[]): Promise<readonly OpenRow[]> {
  const day = lastDay(asked.context.asOf);
  const ids = sessions.map(({ id }) => id);
  const states = await listStates(asked.tx, { ...momentOf(asked), kind: meetings.name, subjects: ids });
  const over = new Set(
    states.flatMap(({ subject, state }) =>
      ['held', 'minutes_adopted', 'cancelled'].includes(state) ? [subject] : [],
    ),
  );
  return sessions
    .filter(({ id, body }) => !over.has(id) && lastDay(body.date as PartialDate) >= day)
    .map(({ id, body }) => ({
      id,
      what: asked.said(meetings.title(body)),
      path: meetings.href(id),
      owner: String(body.body),
      on: body.date as PartialDate,
    }));
}

/** Groups that sleep and when they must be looked at again, assessments that are not decided, and those that run out. */
async function openReviews(asked: Asked): Promise<readonly OpenRow[]> {
  const { tx, context, taken, said } = asked;
  const moment = momentOf(asked);
  const day = lastDay(context.asOf);
  const own = taken.groups.length === 0 ? [] : await listGroups(tx, moment, taken.groups);
  const asleep = own.flatMap(({ id, title, state, record }) =>
    state.state !== 'dormant' || 'why' in state
      ? []
      : [
          {
            id,
            what: said(title),
            path: groups.href(id),
            owner: null,
            on: dormancyReview(state.observed ? null : state.since, sleepLimit(state.details, record.body)),
          },
        ],
  );
  const subjects = [...taken.groups, ...own.map(({ record }) => record.body.initiative)].filter(
    (id): id is string => typeof id === 'string',
  );
  const says = subjects.map((subject) => ({ subject }));
  const assessed =
    says.length === 0 ? [] : await allRecords(tx, { ...moment, kinds: [assessments.name], says });
  const open = assessed.filter(({ body }) => {
    const [opened, decided, until] = [body.opened, body.decided, body.valid_until].map(dateOrNull);
    if (opened != null && firstDay(opened) > day) return false;
    const isDecided = decided != null && lastDay(decided) <= day;
    return !isDecided || (until != null && lastDay(until) >= day);
  });
  return [
    ...asleep,
    ...open.map(({ id, body }) => ({
      id,
      what: said(assessments.title(body)),
      path: assessments.href(id),
      owner: null,
      on: dateOrNull(body.valid_until),
    })),
  ];
}

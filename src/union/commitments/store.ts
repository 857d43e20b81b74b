import { sql } from 'kysely';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { listKnownSteps, listStates, standingOn } from '#platform/records/transitions.ts';
import { groups, powers } from '../bodies/model.ts';
import { sleepLimit } from '../bodies/rules/review.ts';
import type { Moment } from '../bodies/store.ts';
import { instruments } from '../law/model.ts';
import { hasEndedBy, mayExistOn } from '../law/rules/timeline.ts';
import { findKeeper, listBoardRows, outlineBoard } from '../law/store.ts';
import { listItems } from '../parliament/store.ts';
import { planItems, plans } from '../plans/model.ts';
import { listPlanItems } from '../plans/store.ts';
import { promises } from './model.ts';
import { answersTo, type Commitment, obligationsOf } from './rules/commitment.ts';
import { itemAsPromise, reviewOf } from './rules/planned.ts';
import { madeBy, offerOf, type PromiseOffer, type PromiseState, promiseOf } from './rules/promise.ts';
import { remindersOf } from './rules/reminder.ts';
import { nameCommitments } from './uid.ts';

/** A promise under its name, which stays the same when it is corrected, moved or handed over. */
export type ListedCommitment = { readonly uid: string; readonly one: Commitment };

export type CommitmentQuery = Omit<Moment, 'register'> & {
  readonly register: Register;
  readonly language: Language;
};

/**
 * Everything that is or was owed at the moment, however it was promised: what instruments oblige to, the answers that
 * parliament awaits, items of plans, reviews of dormant groups, and promises that were written down as such. And how many instruments there were, which takes the same reading.
 */
export function listCommitments(
  tx: Transaction,
  { register, asOf, knownAt, language }: CommitmentQuery,
): Promise<{ readonly instruments: number; readonly commitments: readonly ListedCommitment[] }> {
  const moment = { register: register.id, asOf, knownAt };
  const day = lastDay(asOf);
  return remember(register, ['commitments', day, lastDay(knownAt), language], async () => {
    const laws = await allRecords(tx, { ...moment, kinds: [instruments.name] });
    const adopted = laws.filter(({ body }) => mayExistOn(body, day));
    const { items } = await listItems(tx, moment);
    // Under what has ended nobody owes anything any more.
    const standing = adopted.filter(({ body }) => !hasEndedBy(body, day));
    const written = await allRecords(tx, { ...moment, kinds: [promises.name] });
    const states = await promiseStates(tx, moment);
    const follower = await holderOf(tx, moment, 'follow_commitments');
    const all = [
      ...items.flatMap((item) =>
        answersTo({ id: item.id, title: localize(item.title, language, ['en']) }, item.clocks, follower),
      ),
      ...standing.flatMap(obligationsOf).map((one) => undoneYet(one, day)),
      ...(await listReminders(tx, register, moment, standing, language)),
      ...(await listPlanned(tx, moment, language)),
      ...(await listReviews(tx, moment, language)),
      ...written
        .filter(({ body }) => madeBy(body, day))
        .map((record) => promiseOf(record, states.get(record.id) ?? null, day)),
    ];
    const commitments = [...nameCommitments(register.id, all)].map(([uid, one]) => ({ uid, one }));
    return { instruments: adopted.length, commitments };
  });
}

/** What is done later is open still. */
function undoneYet(one: Commitment, day: PlainDate): Commitment {
  return one.doneOn !== null && lastDay(one.doneOn) > day ? { ...one, doneOn: null, state: 'open' } : one;
}

/** The yearly reminders that the secretariat owes for what of an instrument is open (§9.2.2). */
async function listReminders(
  tx: Transaction,
  register: Register,
  moment: Moment,
  standing: readonly StoredRecord[],
  language: Language,
): Promise<readonly Commitment[]> {
  const reminded = standing.filter(({ body }) => ((body.yearly_reminder_to ?? []) as unknown[]).length > 0);
  const { members } = await outlineBoard(tx, register, moment);
  const keeper = await findKeeper(tx, moment);
  const ids = reminded.map(({ id }) => id);
  return (await listBoardRows(tx, moment, members, ids)).flatMap(({ id, title, record, cells }) =>
    remindersOf(
      { id, body: record.body, title: localize(title, language, ['en']) },
      cells.map(({ inLaw }) => inLaw),
      keeper,
      lastDay(moment.asOf),
    ),
  );
}

/** Which body holds a power by the union's data; null where they do not say. */
export async function holderOf(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  power: string,
): Promise<string | null> {
  const held = await findRecord(tx, { ...moment, kind: powers.name, id: power });
  return typeof held?.body.body === 'string' ? held.body.body : null;
}

/** The items of plans that were adopted by then; `lapsed` adds those that the next plan promises instead, as declined. */
export async function listPlanned(
  tx: Transaction,
  moment: Moment,
  language: Language,
  lapsed?: 'lapsed',
): Promise<readonly Commitment[]> {
  const known = await listStates(tx, { ...moment, kind: plans.name });
  const watcher = known.length === 0 ? null : await holderOf(tx, moment, 'close_year');
  const all: Commitment[] = [];
  for (const { subject, state } of known)
    for (const item of await listPlanItems(tx, moment, subject)) {
      const title = localize(planItems.title(item.body), language, ['en']);
      const standing = lapsed === 'lapsed' && item.state === 'deferred' ? 'dropped' : item.state;
      const owed = itemAsPromise({ ...item, state: standing, title }, state, watcher);
      if (owed !== null) all.push(owed);
    }
  return all;
}

/**
 * The reviews that are owed of groups that are certainly dormant; `lapsed` adds those of groups that were and no longer are, as
 * declined.
 */
export async function listReviews(
  tx: Transaction,
  moment: Moment,
  language: Language,
  lapsed?: 'lapsed',
): Promise<readonly Commitment[]> {
  const states = await listStates(tx, { ...moment, kind: groups.name });
  const asleep = states.flatMap((one) =>
    one.state === 'dormant' && 'since' in one
      ? // Where it was only seen asleep, nobody knows since when.
        [[one.subject, { since: one.observed ? null : one.since, details: one.details }] as const]
      : [],
  );
  const awake = lapsed === 'lapsed' ? await listAwoken(tx, moment, new Map(asleep)) : [];
  const sleeps = new Map<string, Sleep>([...awake, ...asleep]);
  if (sleeps.size === 0) return [];
  const records = await allRecords(tx, { ...moment, kinds: [groups.name], ids: [...sleeps.keys()] });
  const owner = await holderOf(tx, moment, 'establish_groups');
  const watcher = await holderOf(tx, moment, 'follow_commitments');
  const lapsedIds = new Set(awake.map(([id]) => id));
  return records.flatMap(({ id, body }) => {
    const title = localize(groups.title(body), language, ['en']);
    const { since, details } = sleeps.get(id) ?? { since: null, details: {} };
    const review = reviewOf({ id, title, since, months: sleepLimit(details, body) }, owner, watcher);
    return review === null ? [] : [lapsedIds.has(id) ? { ...review, state: 'declined' as const } : review];
  });
}

/** How a group was put to sleep: since when, where that is known, and what the step says. */
type Sleep = { readonly since: PartialDate | null; readonly details: Readonly<Record<string, unknown>> };

/** Groups that were put to sleep with a limit and are no longer asleep, with when they last were. */
async function listAwoken(
  tx: Transaction,
  moment: Moment,
  asleep: ReadonlyMap<string, unknown>,
): Promise<readonly (readonly [string, Sleep])[]> {
  const limited = (await allRecords(tx, { ...moment, kinds: [groups.name] })).filter(
    ({ id, body }) => body.dormant_months != null && !asleep.has(id),
  );
  const subjects = limited.map(({ kind, id }) => `${kind}/${id}`);
  const steps = await listKnownSteps(tx, moment.register, subjects);
  return limited.flatMap(({ kind, id }) => {
    const known = standingOn(steps.get(`${kind}/${id}`) ?? [], lastDay(moment.knownAt));
    const slept = known.filter(({ to, observed }) => to === 'dormant' && !observed).at(-1);
    return slept === undefined ? [] : [[id, { since: slept.effectiveOn, details: slept.details }] as const];
  });
}

/** Where each promise stands at the moment, by id; one that has no step is absent. */
export async function promiseStates(
  tx: Transaction,
  moment: Moment,
): Promise<ReadonlyMap<string, PromiseState>> {
  const states = await listStates(tx, { ...moment, kind: promises.name });
  return new Map(
    states.map((one) => {
      const reason = 'details' in one ? one.details.reason : null;
      return [
        one.subject,
        {
          state: one.state,
          since: 'since' in one ? one.since : null,
          reason: typeof reason === 'string' ? reason : null,
        },
      ];
    }),
  );
}

/** A promise as it stands, and to whom it is offered who has not taken it on. */
export type PromiseMadeIn = { readonly one: Commitment; readonly offered: PromiseOffer | null };

/** What was promised in one record, or in something of another room, in the order in which it was recorded. */
export async function listPromisesMadeIn(
  tx: Transaction,
  moment: Moment,
  madeIn: string,
): Promise<readonly PromiseMadeIn[]> {
  const kinds = [promises.name];
  const found = await allRecords(tx, { ...moment, kinds, says: [{ made_in: madeIn }] });
  const states = found.length === 0 ? new Map<string, PromiseState>() : await promiseStates(tx, moment);
  return found.map((record) => {
    const one = promiseOf(record, states.get(record.id) ?? null, lastDay(moment.asOf));
    return { one, offered: one.state === 'open' ? offerOf(record.body) : null };
  });
}

/** How many steps each record has taken by a date of knowledge, by `kind/id`, and when the newest was recorded: its calendar entry changes with them. */
export async function countSteps(
  tx: Transaction,
  { register, knownAt }: Omit<Moment, 'asOf'>,
  kinds: readonly string[],
): Promise<ReadonlyMap<string, { readonly steps: number; readonly recordedAt: string }>> {
  const { rows } = await sql<{ subject: string; steps: number; recorded_at: Date }>`
    select kind || '/' || subject as subject, count(*)::integer as steps, max(recorded_at) as recorded_at
    from platform.transition
    where register = ${register} and kind = any(${kinds}) and known_from_day <= ${lastDay(knownAt)}
    group by kind, subject`.execute(tx);
  return new Map(
    rows.map(({ subject, steps, recorded_at: at }) => [subject, { steps, recordedAt: at.toISOString() }]),
  );
}

import { sectionsOf } from '#evidence';
import {
  firstDay,
  formatDate,
  isPlainDate,
  lastDay,
  type PartialDate,
  type PlainDate,
} from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Todo, writeCalendar } from '#platform/export/calendar.ts';
import { syntheticNote } from '#platform/export/notes.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, listKnownVersions, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { loadNames } from '../bodies/store.ts';
import { promises } from '../commitments/model.ts';
import {
  actorKinds,
  answersTo,
  type Commitment,
  hasUnknownMembers,
  isOwedBy,
  obligationsOf,
} from '../commitments/rules/commitment.ts';
import { madeBy, promiseOf } from '../commitments/rules/promise.ts';
import { countSteps, holderOf, listPlanned, listReviews, promiseStates } from '../commitments/store.ts';
import { commitmentTexts } from '../commitments/text/texts.ts';
import { nameCommitments } from '../commitments/uid.ts';
import { instruments } from '../law/model.ts';
import { hasEndedBy, mayExistOn } from '../law/rules/timeline.ts';
import { type Names, plainName } from '../names.tsx';
import { parliamentItems } from '../parliament/model.ts';
import { findAnswerTarget, itemWithClocks } from '../parliament/store.ts';
import { planItems } from '../plans/model.ts';
import { unionTexts } from '../text/texts.ts';
import { isCancelled } from './cancelled.ts';
import { whoseOf } from './whose.ts';

/** A promise with the version of its record that says so, and what has become of it. */
export type Deadline = {
  readonly uid: string;
  readonly commitment: Commitment;
  readonly kind: Kind;
  readonly record: StoredRecord;
  /** Versions of the record before this one. */
  readonly corrections: number;
  readonly cancelled: boolean;
};

/**
 * What was promised, what instruments oblige to and parliament awaits an answer to, what plans set themselves and which dormant
 * groups are to be looked at again, by whom and by when.
 */
export const deadlinesFeed: Feed = {
  path: '/deadlines.ics',
  format: 'ical',
  title: (language) => unionTexts(language).feeds.deadlines,
  parameters: ['party', 'body'],
  answer: async (context) => {
    const words = unionTexts(context.language).feeds;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { party, body } = whoseOf(context.query);
    const listed = await listDeadlines(context);
    const { deadlines, names, actors } = await context.read(async (tx) => ({
      deadlines: listed,
      names: await loadNames(tx, moment, [party, body, listed.map(({ commitment }) => commitment)]),
      actors: await allRecords(tx, { ...moment, kinds: actorKinds }),
    }));
    const isKnown = (id: string, kinds: readonly Kind[]) =>
      actors.some((one) => one.id === id && kinds.some(({ name }) => name === one.kind));
    const unknown = [
      ...party
        .filter((id) => !isKnown(id, [parties]))
        .map((id) => problem('record_not_found', 'party', { id: `${parties.name}/${id}` })),
      ...body
        .filter((id) => !isKnown(id, [bodies, groups]))
        .map((id) => problem('record_not_found', 'body', { id })),
    ];
    if (unknown.length > 0) return fail(...unknown);
    const day = lastDay(context.asOf);
    const isEverybodys = party.length === 0 && body.length === 0;
    const asked = deadlines.filter(
      ({ commitment: { owner } }) =>
        isEverybodys ||
        party.some((id) => isOwedBy(owner, id, actors, day)) ||
        body.some((id) => owner === id),
    );
    const dated = asked.filter(({ commitment }) => commitment.dueLatest !== null);
    const unclear =
      party.length === 0
        ? 0
        : deadlines.filter(({ commitment }) => hasUnknownMembers(commitment.owner, actors)).length;
    const whose = [...party, ...body].map((id) => plainName(id, names, context.language));
    const title = whose.length === 0 ? words.deadlines : words.deadlinesOf(whose.join(', '));
    return ok(
      writeCalendar({
        name: `${title}, ${context.register.title}`,
        description: [
          words.deadlinesWhat,
          ...syntheticNote(context),
          ...(asked.length > dated.length ? [words.withoutDate(asked.length - dated.length)] : []),
          ...(unclear > 0 ? [words.withoutMembers(unclear)] : []),
        ].join(' '),
        url: context.address(''),
        todos: dated.flatMap((one) => todoOf(one, names, context)),
        events: [],
      }),
    );
  },
};

/** Every promise that any version of the register known by the date holds; one that the newest lacks is cancelled. */
async function listDeadlines(context: FeedContext): Promise<readonly Deadline[]> {
  const { language } = context;
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const day = lastDay(context.asOf);
  const dated = { ...moment, asOf: context.asOf };
  const { versions, targetMonths, follower, states, planned, steps } = await context.read(async (tx) => ({
    versions: await listKnownVersions(tx, { ...moment, kinds: kinds.map(({ name }) => name) }),
    targetMonths: await findAnswerTarget(tx, moment),
    follower: await holderOf(tx, moment, 'follow_commitments'),
    states: await promiseStates(tx, dated),
    planned: [
      ...(await listPlanned(tx, dated, language, 'lapsed')),
      ...(await listReviews(tx, dated, language, 'lapsed')),
    ],
    steps: await countSteps(tx, moment, stepped),
  }));
  const plannedBy = Map.groupBy(planned, ({ origin }) => `${origin.kind}/${origin.id}`);
  const promisesOf = (record: StoredRecord): readonly Commitment[] => {
    if (isPlanned(record)) return plannedBy.get(`${record.kind}/${record.id}`) ?? [];
    if (record.kind === instruments.name) return obligationsOf(record);
    if (record.kind === promises.name) return [promiseOf(record, states.get(record.id) ?? null, day)];
    const { id, title, clocks } = itemWithClocks(record, targetMonths, day);
    return answersTo({ id, title: localize(title, language, ['en']) }, clocks, follower);
  };
  return deadlinesOf(moment.register, versions, promisesOf)
    .filter(({ record }) => mayExist(record, day))
    .map((one) => ({
      ...one,
      cancelled: one.cancelled || (one.kind === instruments && hasEndedBy(one.record.body, day)),
    }))
    .map((one) => withSteps(one, steps));
}

/** A calendar learns that a promise was kept or declined from its step: that changes the entry as a new version would. */
function withSteps(one: Deadline, steps: Awaited<ReturnType<typeof countSteps>>): Deadline {
  const taken = steps.get(`${one.kind.name}/${one.record.id}`);
  if (taken === undefined) return one;
  const recordedAt = [one.record.recordedAt, taken.recordedAt].sort().at(-1) ?? one.record.recordedAt;
  return {
    ...one,
    record: { ...one.record, recordedAt },
    corrections: one.corrections + taken.steps - 1,
    cancelled: one.cancelled || one.commitment.state === 'declined' || one.commitment.state === 'unsolvable',
  };
}

/** Kinds of which a record says what is owed. */
const kinds: readonly Kind[] = [instruments, parliamentItems, promises, planItems, groups];

/** Of these the steps, and not only the versions of the record, say what becomes of what is owed. */
const stepped = [promises, planItems, groups].map(({ name }) => name);

const isPlanned = ({ kind }: StoredRecord): boolean => kind === planItems.name || kind === groups.name;

/** What was certainly adopted or tabled later promises nothing yet. */
function mayExist(record: StoredRecord, day: PlainDate): boolean {
  const { kind, body } = record;
  if (isPlanned(record)) return true;
  if (kind === instruments.name) return mayExistOn(body, day);
  if (kind === promises.name) return madeBy(body, day);
  const { tabled } = itemWithClocks({ kind, body } as StoredRecord, null, day);
  return tabled === null || firstDay(tabled) <= day;
}

/** `versions` come oldest first. */
export function deadlinesOf(
  register: string,
  versions: readonly StoredRecord[],
  promisesOf: (record: StoredRecord) => readonly Commitment[],
): readonly Deadline[] {
  const byRecord = Map.groupBy(versions, ({ kind, id }) => `${kind}/${id}`);
  return [...byRecord.values()].flatMap((ofRecord): readonly Deadline[] => {
    const newest = ofRecord.at(-1);
    if (newest === undefined) return [];
    const current = nameCommitments(register, promisesOf(newest));
    const all = new Map([
      ...ofRecord.flatMap((version) => [...nameCommitments(register, promisesOf(version))]),
      ...current,
    ]);
    return [...all].map(([uid, commitment]) => ({
      uid,
      commitment,
      kind: kinds.find(({ name }) => name === newest.kind) ?? instruments,
      record: newest,
      corrections: ofRecord.length - 1,
      cancelled: !current.has(uid) || isCancelled(newest.body),
    }));
  });
}

function todoOf(deadline: Deadline, names: Names, context: FeedContext): readonly Todo[] {
  const { uid, commitment, kind, record, corrections, cancelled } = deadline;
  const { language } = context;
  const words = unionTexts(language);
  const { dueLatest, owner, watcher, doneOn } = commitment;
  if (dueLatest === null) return [];
  const overdue = doneOn === null && !cancelled && dueLatest < lastDay(context.asOf);
  const title = localize(kind.title(record.body), language, ['en']);
  const sections = sectionsOf(record.body).join(', ');
  return [
    {
      uid,
      recordedAt: record.recordedAt,
      sequence: corrections,
      summary: { text: commitment.text, language: commitment.language },
      description: [
        ...(kind === instruments ? [title.text] : []),
        ...(commitment.reviews === true ? [commitmentTexts(language).page.review] : []),
        owner === null
          ? words.overview.ownerMissing
          : words.overview.owner(plainName(owner, names, language)),
        watcher === null
          ? words.overview.watcherMissing
          : words.feeds.watcher(plainName(watcher, names, language)),
        ...preciselyDue(commitment, context),
        ...(commitment.words === null ? [] : [words.overview.words(commitment.words)]),
        ...(doneOn === null ? [] : [words.feeds.doneOn(doneOn)]),
        ...(cancelled ? [words.feeds.cancelled] : []),
        ...(sections === '' ? [] : [texts(language).sources.sections(sections)]),
      ],
      categories: [kind.label[language].one, ...(overdue ? [words.parliament.states.overdue] : [])],
      url: context.address(kind.href(record.id)),
      due: dueLatest,
      status: cancelled ? 'CANCELLED' : doneOn !== null ? 'COMPLETED' : 'NEEDS-ACTION',
    },
  ];
}

/** What must be said where the day shown is only the last on which it can be due. */
function preciselyDue(
  { stated, dueEarliest, dueLatest }: Commitment,
  { language }: FeedContext,
): readonly string[] {
  const words = unionTexts(language).feeds;
  if (stated !== null && !isPlainDate(stated)) return [words.dueWithin(stated)];
  if (stated !== null || dueEarliest === null || dueLatest === null || dueEarliest === dueLatest) return [];
  const [first = '', last = ''] = [dueEarliest, dueLatest].map((day: PartialDate) =>
    formatDate(day, language),
  );
  return [words.dueBetween(first, last)];
}

import { z } from 'zod';
import { cases } from '#evidence';
import type { PartialDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { AccessObject } from '#platform/access/access.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { date, type Field, idAmong, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { readingOf } from '#platform/journal/journal.ts';
import type { Change } from '#platform/records/changes.ts';
import { IdField } from '#platform/records/fields.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { recordsOf } from '../choices.ts';
import { instruments } from '../law/model.ts';
import { meetings } from '../meetings/model.ts';
import { dangling, knownOf } from '../named.ts';
import { planItems } from '../plans/model.ts';
import { byPower, ownedBy } from '../powers.ts';
import { events, findings, recommendations, researchQuestions } from '../programme/model.ts';
import { firstStep, idsIn, openFor, stateOn, stepOf } from '../steps.ts';
import {
  type CommitmentAct,
  type CommitmentOrigin,
  commitmentLifecycle,
  commitmentOrigins,
  promises,
  reminderAddresses,
} from './model.ts';
import { changeDue, offer, offerOf, promiseFaults, takeOn } from './rules/promise.ts';
import { commitmentTexts } from './text/texts.ts';

/** The owner answers for a promise; the body that follows commitments (power `follow_commitments`) may do it for any owner. */
export const answerForCommitments = {
  code: 'commitments.answer_for',
  audience: 'responsible',
  summary: 'record, keep, end and hand over commitments: their owner, and the body that follows commitments',
} as const;
export const readReminderAddresses = {
  code: 'reminder_addresses.read',
  audience: 'responsible',
  summary: 'see where the reminders of a party, body or group go, for which one acts',
} as const;
export const commitmentPermissions = [answerForCommitments, readReminderAddresses];

const textsOf = textsFrom(commitmentTexts);

/** Who can owe something or watch over it. */
const holders: readonly Kind[] = [parties, bodies, groups];
export const holder = idAmong(recordsOf(...holders));

/** In charge are the owner and the body that follows commitments; `owner` is named, or is that of the promise as it stands. */
export const inCharge = async (
  tx: Transaction,
  context: ActionContext,
  owner: string | undefined,
): Promise<readonly AccessObject[]> => {
  const follower = await byPower('follow_commitments')(tx, context);
  return owner === undefined ? [follower] : [follower, ...(await ownedBy(tx, context, owner))];
};

const byNamedOwner = (
  tx: Transaction,
  context: ActionContext,
  { owner }: { readonly owner?: string | undefined },
) => inCharge(tx, context, owner);

const byOwnerOfPromise = async (
  tx: Transaction,
  context: ActionContext,
  { id }: { readonly id?: string | undefined },
) => {
  const promise = id === undefined ? undefined : await findPromise(tx, context, id);
  return inCharge(tx, context, promise === undefined ? undefined : String(promise.body.owner));
};

function findPromise(tx: Transaction, context: ActionContext, id: string): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...knownOf(context), kind: promises.name, id });
}

const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${promises.name}/${id}`, path: promises.href(id), changes });

export type Promised = {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly watcher: string;
  readonly due: PartialDate;
  readonly origin: CommitmentOrigin;
  readonly madeIn: string | undefined;
  readonly dossier: string | undefined;
  readonly on: PartialDate;
  /** Who is asked to take it on, where whoever records it cannot promise in their name. */
  readonly offeredTo?: { readonly to: string; readonly reason: string };
};

/** Minutes and declarations need not be on record: what is on record is proposed, and another id can be written. */
const madeInField = {
  schema: IdField,
  control: 'line',
  options: recordsOf(meetings, events, planItems, recommendations, researchQuestions, findings, instruments),
} satisfies Field<typeof IdField>;

/** Kinds of record in which a promise of an origin is made, where the register has a kind for that. */
const madeIn: Readonly<Partial<Record<CommitmentOrigin, readonly Kind[]>>> = {
  evaluation: [recommendations, researchQuestions, findings],
  instrument: [instruments],
};

/** A promise that is made now, or all that keeps it from being one. */
export async function promise(
  tx: Transaction,
  context: ActionContext,
  said: Promised,
): Promise<Result<Done>> {
  const { id, what, owner, watcher, due, origin, dossier, on, offeredTo } = said;
  const { today, language } = context;
  const origins = madeIn[origin];
  const faults = [
    ...promiseFaults({ owner, watcher, due, on, today }),
    ...(await dangling(tx, context, 'owner', owner, holders)),
    ...(await dangling(tx, context, 'watcher', watcher, holders)),
    ...(offeredTo === undefined ? [] : await dangling(tx, context, 'owner', offeredTo.to, holders)),
    ...(await dangling(tx, context, 'dossier', dossier, [cases])),
    ...(origins === undefined ? [] : await dangling(tx, context, 'made_in', said.madeIn, origins)),
  ];
  if (faults.length > 0) return fail(...faults);
  const body: RecordBody = {
    id,
    what,
    language,
    owner,
    watcher,
    due,
    origin,
    ...(said.madeIn === undefined ? {} : { made_in: said.madeIn }),
    made: on,
    ...(dossier === undefined ? {} : { case: dossier }),
  };
  const offered = offeredTo === undefined ? ok(body) : offer(body, { ...offeredTo, on }, today);
  if (!offered.ok) return offered;
  return done(id, [{ kind: promises, id, body: offered.value, steps: [firstStep('open', on, {})] }]);
}

export const recordPromise = defineAction({
  name: 'commitments/record',
  permission: answerForCommitments,
  fields: {
    id: newId,
    what: text,
    owner: holder,
    watcher: holder,
    due: date,
    origin: oneOf(commitmentOrigins, (origin, language) => commitmentTexts(language).origins[origin]),
    made_in: optional(madeInField),
    dossier: optional(idAmong(recordsOf(cases))),
    on: date,
  },
  texts: textsOf('record'),
  about: null,
  back: () => '/commitments',
  object: byNamedOwner,
  perform: async (tx, context, { made_in, dossier, ...said }) => {
    if ((await findPromise(tx, context, said.id)) !== undefined)
      return fail(problem('id_taken', 'body.id', { id: said.id }));
    return promise(tx, context, { ...said, madeIn: made_in, dossier });
  },
});

const stateNow = (tx: Transaction, context: ActionContext, id: string) =>
  stateOn(tx, context, promises, id, context.today);

const about = (act: CommitmentAct) => ({
  kind: promises,
  isOpen: openFor(promises, commitmentLifecycle, act),
});

async function take(
  tx: Transaction,
  context: ActionContext,
  act: CommitmentAct,
  asked: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>>,
): Promise<Result<Done>> {
  const { id, on } = asked;
  if ((await findPromise(tx, context, id)) === undefined)
    return fail(problem('record_not_found', 'body.id', { id }));
  const lifecycle = commitmentLifecycle;
  const step = await stepOf(tx, context, { kind: promises, id, lifecycle, act, on, details });
  return step.ok ? done(id, [{ kind: promises, id, steps: [step.value] }]) : step;
}

export const keepPromise = defineAction({
  name: 'commitments/keep',
  permission: answerForCommitments,
  fields: { id: subject, on: date, evidence: text },
  texts: textsOf('keep'),
  about: about('keep'),
  object: byOwnerOfPromise,
  perform: (tx, context, { evidence, ...asked }) => take(tx, context, 'keep', asked, { evidence }),
});

/** Ends and beginnings that need a reason and nothing else. */
const withReason = (act: 'decline' | 'give_up' | 'reopen') =>
  defineAction({
    name: `commitments/${act}`,
    permission: answerForCommitments,
    fields: { id: subject, on: date, reason: text },
    texts: textsOf(act),
    about: about(act),
    object: byOwnerOfPromise,
    perform: (tx, context, { reason, ...asked }) => take(tx, context, act, asked, { reason }),
  });
export const declinePromise = withReason('decline');
export const giveUpPromise = withReason('give_up');
export const reopenPromise = withReason('reopen');

const isOpenNow = async (tx: Transaction, context: ActionContext, id: string) =>
  (await stateNow(tx, context, id)) === 'open';

/** Changes what an open promise says. Problem: `commitment_closed`. */
async function change(
  tx: Transaction,
  context: ActionContext,
  id: string,
  rule: (body: RecordBody) => Result<RecordBody>,
): Promise<Result<Done>> {
  const found = await findPromise(tx, context, id);
  if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const state = await stateNow(tx, context, id);
  if (state !== 'open') return fail(problem('commitment_closed', 'body.id', { state: state ?? 'unknown' }));
  const body = rule(found.body);
  return body.ok ? done(id, [{ kind: promises, id, body: body.value, steps: [] }]) : body;
}

export const offerPromise = defineAction({
  name: 'commitments/offer',
  permission: answerForCommitments,
  fields: { id: subject, to: holder, on: date, reason: text },
  texts: textsOf('offer'),
  about: { kind: promises, isOpen: isOpenNow },
  object: byOwnerOfPromise,
  perform: async (tx, context, { id, ...said }) => {
    const unknown = await dangling(tx, context, 'to', said.to, holders);
    if (unknown.length > 0) return fail(...unknown);
    return change(tx, context, id, (body) => offer(body, said, context.today));
  },
});

/** Nobody is made to owe what they have not taken on: only whom it was offered to can. */
export const takeOnPromise = defineAction({
  name: 'commitments/take_on',
  permission: answerForCommitments,
  fields: { id: subject, on: date },
  texts: textsOf('take_on'),
  about: {
    kind: promises,
    isOpen: async (tx, context, id) => {
      const found = await findPromise(tx, context, id);
      return found !== undefined && offerOf(found.body) !== null && isOpenNow(tx, context, id);
    },
  },
  waits: async (tx, context, party) => {
    const open = await idsIn(tx, context, promises, 'open');
    const found = await allRecords(tx, { ...knownOf(context), kinds: [promises.name], ids: open });
    return found.filter(({ body }) => offerOf(body)?.to === party).map(({ id }) => id);
  },
  object: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findPromise(tx, context, id);
    const to = found === undefined ? undefined : offerOf(found.body)?.to;
    return to === undefined ? byPower('follow_commitments')(tx, context) : ownedBy(tx, context, to);
  },
  perform: (tx, context, { id, on }) => change(tx, context, id, (body) => takeOn(body, on, context.today)),
});

export const changeDueDate = defineAction({
  name: 'commitments/change_due',
  permission: answerForCommitments,
  fields: { id: subject, due: date, on: date, reason: text },
  texts: textsOf('change_due'),
  about: { kind: promises, isOpen: isOpenNow },
  object: byOwnerOfPromise,
  prefill: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findPromise(tx, context, id);
    return typeof found?.body.due === 'string' ? { due: found.body.due } : {};
  },
  perform: (tx, context, { id, ...said }) =>
    change(tx, context, id, (body) => changeDue(body, said, context.today)),
});

/**
 * What an evaluation recommends or asks becomes somebody's promise, one for each who takes it over (§15.4: that of 2012 was
 * followed by nobody). To refuse it is to take it over and decline, with the reason on record.
 */
const takeOver = (kind: Kind, name: string, act: 'take_over' | 'take_over_question' | 'take_over_finding') =>
  defineAction({
    name,
    permission: answerForCommitments,
    fields: { id: subject, owner: holder, what: text, watcher: holder, due: date, on: date },
    texts: textsOf(act),
    about: { kind, isOpen: async () => true },
    object: byNamedOwner,
    prefill: async (tx, context, { id }) => {
      const found =
        id === undefined ? undefined : await findRecord(tx, { ...knownOf(context), kind: kind.name, id });
      return found === undefined
        ? {}
        : { what: localize(kind.title(found.body), context.language, ['en']).text };
    },
    perform: async (tx, context, { id, owner, ...said }) => {
      const found = await findRecord(tx, { ...knownOf(context), kind: kind.name, id });
      if (found === undefined) return fail(problem('record_not_found', 'body.id', { id }));
      const taken = `${id}-${owner}`;
      if ((await findPromise(tx, context, taken)) !== undefined)
        return fail(problem('recommendation_taken_over', 'body.owner', { owner }));
      const origin = 'evaluation' as const;
      return promise(tx, context, { ...said, id: taken, owner, origin, madeIn: id, dossier: undefined });
    },
  });
export const takeOverRecommendation = takeOver(recommendations, 'recommendations/take_over', 'take_over');
export const takeOverQuestion = takeOver(
  researchQuestions,
  'research_questions/take_over',
  'take_over_question',
);

/** What an evaluation found asks for something as well as what it recommended does (§15.4). */
export const takeOverFinding = takeOver(findings, 'findings/take_over', 'take_over_finding');

const mailAddress = { schema: z.email().max(254), control: 'line' } as const satisfies Field;

/** Set by whoever acts for the holder, or by the body that follows commitments. */
export const setReminderAddress = defineAction({
  name: 'reminders/address',
  permission: answerForCommitments,
  fields: {
    holder,
    address: optional(mailAddress),
    language: oneOf(languages, (language, shown) => commitmentTexts(shown).languages[language]),
  },
  texts: textsOf('address'),
  about: null,
  back: () => '/desk',
  object: (tx, context, { holder: id }) => inCharge(tx, context, id),
  prefill: async (tx, context, { holder: id }) => {
    const found = id === undefined ? undefined : await findAddress(tx, context, id);
    const { address, language } = found?.body ?? {};
    if (found !== undefined) context.reads?.(readingOf(reminderAddresses.name, [found.id]));
    return {
      ...(typeof address === 'string' ? { address } : {}),
      language: typeof language === 'string' ? language : context.language,
    };
  },
  perform: async (tx, context, { holder: id, address, language }) => {
    const unknown = await dangling(tx, context, 'holder', id, holders);
    if (unknown.length > 0) return fail(...unknown);
    const body = { id, ...(address === undefined ? {} : { address }), language };
    return ok({
      subject: `${reminderAddresses.name}/${id}`,
      path: '/desk',
      changes: [{ kind: reminderAddresses, id, body, steps: [] }],
    });
  },
});

function findAddress(tx: Transaction, context: ActionContext, id: string) {
  return findRecord(tx, { ...knownOf(context), kind: reminderAddresses.name, id });
}

export const commitmentActions: readonly Action[] = [
  recordPromise,
  keepPromise,
  declinePromise,
  giveUpPromise,
  reopenPromise,
  offerPromise,
  takeOnPromise,
  changeDueDate,
  takeOverRecommendation,
  takeOverQuestion,
  takeOverFinding,
  setReminderAddress,
];

import { cases } from '#evidence';
import { firstDay, isPlainDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom, stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { date, idAmong, line, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import type { Transition } from '#platform/records/transition.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { groups, parties } from '../bodies/model.ts';
import { actors } from '../bodies/store.ts';
import { recordsOf } from '../choices.ts';
import { ids } from '../law/actions/instrument.ts';
import { instruments } from '../law/model.ts';
import { planItems } from '../plans/model.ts';
import { byParty, byPower, powerPermission } from '../powers.ts';
import { firstStep, idsIn, stateOn, stepOf } from '../steps.ts';
import {
  type AnswerForm,
  answerDrafts,
  draftIdOf,
  type ItemAct,
  type ItemState,
  itemKinds,
  itemLifecycle,
  parliamentItems,
  plenaryAttendance,
  presences,
} from './model.ts';
import { type GivenAnswer, lackingSignatures, unansweredBy } from './rules/answer.ts';
import { answeredItemOf, listSignatories } from './store.ts';
import { parliamentTexts } from './text/texts.ts';

export const tableItems = powerPermission(
  'table_items',
  'table, close and withdraw items of parliament, and record who was at its plenaries',
);
export const assignItems = powerPermission(
  'assign_items',
  'say where answers to parliament are prepared, and read their drafts',
);
export const answerParliament: Permission = {
  code: 'parliament.answer',
  audience: 'party',
  summary: 'draft, sign off and give answers to parliament for a party',
};
/** Open to each government that has a part in the answer; the drafts are theirs until they are answers. */
export const readDrafts: Permission = {
  code: 'answer_drafts.read',
  audience: 'party',
  summary: 'read the drafts of the answers in which a party has a part',
};

const textsOf = textsFrom(parliamentTexts);

const knownIn = ({ register, today }: ActionContext) => ({
  register: register.id,
  knownAt: knownNow(register, today),
});

const done = (id: string, changes: readonly Change[]): Result<Done> =>
  ok({ subject: `${parliamentItems.name}/${id}`, path: parliamentItems.href(id), changes });

function findNow(
  tx: Transaction,
  context: ActionContext,
  kind: Kind,
  id: string,
): Promise<StoredRecord | undefined> {
  return findRecord(tx, { ...knownIn(context), kind: kind.name, id });
}

/** What a source brought has no step of ours: as long as none was taken it counts as tabled from its date on. */
async function isUntouched(tx: Transaction, context: ActionContext, item: StoredRecord): Promise<boolean> {
  const asked = { ...knownIn(context), kind: parliamentItems.name, subject: item.id };
  return answeredItemOf(item.body).tabled !== null && (await listTransitions(tx, asked)).length === 0;
}

async function stateNow(tx: Transaction, context: ActionContext, item: StoredRecord): Promise<string | null> {
  if (await isUntouched(tx, context, item)) return 'tabled';
  return stateOn(tx, context, parliamentItems, item.id, context.today);
}

async function isOpenTo(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  ...acts: readonly ItemAct[]
): Promise<boolean> {
  const state = await stateNow(tx, context, item);
  if (state === null || !Object.hasOwn(itemLifecycle, state)) return false;
  return actsFrom(itemLifecycle, state as ItemState).some((act) => acts.includes(act));
}

const aboutItem = (...acts: readonly ItemAct[]) => ({
  kind: parliamentItems,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const item = await findNow(tx, context, parliamentItems, id);
    return item !== undefined && (await isOpenTo(tx, context, item, ...acts));
  },
});

/** The steps that an act takes; an item of a source is tabled by the first of them. */
async function stepsOf(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
  act: ItemAct,
  on: PartialDate,
  details: Readonly<Record<string, unknown>>,
): Promise<Result<readonly Transition[]>> {
  const { tabled } = answeredItemOf(item.body);
  if (tabled !== null && (await isUntouched(tx, context, item))) {
    if (lastDay(on) > context.today) return fail(problem('date_in_future', 'body.on', { on }));
    if (firstDay(on) < lastDay(tabled)) return fail(problem('state_unknown', 'body.on', { on }));
    const to = stateAfter(itemLifecycle, 'tabled', act);
    if (to === null) return fail(problem('state_forbids', 'body.id', { state: 'tabled', act }));
    const first = firstStep('tabled', tabled, {});
    return ok([first, { ...first, from: 'tabled', to, effectiveOn: on, details }]);
  }
  const lifecycle = itemLifecycle;
  const step = await stepOf(tx, context, { kind: parliamentItems, id: item.id, lifecycle, act, on, details });
  return step.ok ? ok([step.value]) : step;
}

type Asked = { readonly id: string; readonly on: PartialDate };

/** A step of the item's lifecycle, with what it changes in the item and beside it. */
async function take(
  tx: Transaction,
  context: ActionContext,
  act: ItemAct,
  { id, on }: Asked,
  details: Readonly<Record<string, unknown>>,
  change: (body: RecordBody) => RecordBody = (body) => body,
  beside: readonly Change[] = [],
): Promise<Result<Done>> {
  const item = await findNow(tx, context, parliamentItems, id);
  if (item === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  const steps = await stepsOf(tx, context, item, act, on, said);
  if (!steps.ok) return steps;
  const body = change(item.body);
  return done(id, [{ kind: parliamentItems, id, body, steps: steps.value }, ...beside]);
}

async function dangling(
  tx: Transaction,
  context: ActionContext,
  field: string,
  ids: readonly string[],
  kinds: readonly Kind[],
): Promise<readonly Problem[]> {
  const names = kinds.map(({ name }) => name);
  const found = await allRecords(tx, { ...knownIn(context), kinds: names, ids });
  return ids
    .filter((id) => !found.some((record) => record.id === id))
    .map((id) => problem('reference_dangling', `body.${field}`, { id, kinds: names.join(', ') }));
}

export const tableItem = defineAction({
  name: 'parliament/table',
  permission: tableItems,
  fields: {
    id: newId,
    kind: oneOf(itemKinds, (kind, language) => parliamentTexts(language).kinds[kind]),
    subject: line,
    text: optional(text),
    number: optional(line),
    dossier: optional(idAmong(recordsOf(cases))),
    items: optional(ids),
    instruments: optional(ids),
    addressees: line,
    on: date,
  },
  texts: textsOf('table'),
  about: null,
  object: byPower('table_items'),
  perform: async (tx, context, given) => {
    const { id, kind, subject: title, text: said, number, dossier, addressees, on } = given;
    const { items: planned = [], instruments: acts = [] } = given;
    const asked = [...new Set(addressees.split(/[\s,;]+/).filter((one) => one !== ''))];
    const wanting = [
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...((await findNow(tx, context, parliamentItems, id)) === undefined
        ? []
        : [problem('id_taken', 'body.id', { id })]),
      ...(asked.length === 0 ? [problem('addressees_missing', 'body.addressees')] : []),
      ...(await dangling(tx, context, 'addressees', asked, actors)),
      ...(await dangling(tx, context, 'dossier', dossier === undefined ? [] : [dossier], [cases])),
      ...(await dangling(tx, context, 'items', planned, [planItems])),
      ...(await dangling(tx, context, 'instruments', acts, [instruments])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = {
      id,
      kind,
      [context.language === 'en' ? 'subject' : context.language]: title,
      ...(said === undefined ? {} : { text: said }),
      ...(number === undefined ? {} : { number }),
      ...(dossier === undefined ? {} : { case: dossier }),
      ...(planned.length === 0 ? {} : { plan_items: planned }),
      ...(acts.length === 0 ? {} : { instruments: acts }),
      tabled: on,
      addressees: asked,
    };
    const steps = [firstStep('tabled', on, {})];
    return done(id, [{ kind: parliamentItems, id, body, steps }]);
  },
});

export const assignItem = defineAction({
  name: 'parliament/assign',
  permission: assignItems,
  fields: {
    id: subject,
    addressee: idAmong(recordsOf(...actors)),
    group: optional(idAmong(recordsOf(groups))),
    office: optional(line),
    on: date,
  },
  texts: textsOf('assign'),
  about: aboutItem('assign'),
  waits: (tx, context) => idsIn(tx, context, parliamentItems, 'tabled'),
  object: byPower('assign_items'),
  perform: async (tx, context, { addressee, group, office, ...asked }) => {
    const item = await findNow(tx, context, parliamentItems, asked.id);
    const known = item === undefined ? [addressee] : answeredItemOf(item.body).addressees;
    const wanting = [
      ...(known.includes(addressee)
        ? []
        : [problem('addressee_not_asked', 'body.addressee', { id: addressee, asked: known.join(', ') })]),
      ...(await dangling(tx, context, 'group', group === undefined ? [] : [group], [groups])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const assignment = {
      addressee,
      ...(group === undefined ? {} : { group }),
      ...(office === undefined ? {} : { office }),
      date: asked.on,
    };
    return take(tx, context, 'assign', asked, { addressee, group, office }, (body) => {
      const others = (body.assignments ?? []) as readonly RecordBody[];
      const kept = others.filter((one) => one.addressee !== addressee);
      return { ...body, assignments: [...kept, assignment] };
    });
  },
});

const partyField = idAmong(recordsOf(parties));
const roundOf = (body: RecordBody) => (typeof body.round === 'number' ? body.round : 1);

type Answering = { readonly item: StoredRecord; readonly signatories: readonly string[] };

/** The item that a government has a part in answering, and all that have. Problem: `party_not_asked`. */
async function answering(
  tx: Transaction,
  context: ActionContext,
  id: string,
  party: string,
): Promise<Result<Answering>> {
  const item = await findNow(tx, context, parliamentItems, id);
  if (item === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const { addressees } = answeredItemOf(item.body);
  const signatories = await listSignatories(tx, knownIn(context), addressees);
  return signatories.includes(party)
    ? ok({ item, signatories })
    : fail(problem('party_not_asked', 'body.party', { party, asked: signatories.join(', ') }));
}

/** Open to those who act for a government with a part in the answer, where `isLeft` says that it is theirs to do. */
const aboutAnswer = (
  act: ItemAct,
  isLeft: (
    tx: Transaction,
    context: ActionContext,
    item: StoredRecord,
    own: readonly string[],
  ) => Promise<boolean>,
) => ({
  kind: parliamentItems,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const item = await findNow(tx, context, parliamentItems, id);
    if (item === undefined || !(await isOpenTo(tx, context, item, act))) return false;
    const { addressees } = answeredItemOf(item.body);
    const own = partsOf(context, await listSignatories(tx, knownIn(context), addressees));
    return own.length > 0 && (await isLeft(tx, context, item, own));
  },
});

/** Those of some parties for which the actor acts. */
function partsOf({ actor, register }: ActionContext, among: readonly string[]): readonly string[] {
  const grants = actor.kind === 'person' ? actor.grants : [];
  return among.filter((party) =>
    grants.some((grant) => grant.register === register.id && grant.party === party),
  );
}

const findDraft = (tx: Transaction, context: ActionContext, { id, body }: StoredRecord) =>
  findNow(tx, context, answerDrafts, draftIdOf(id, roundOf(body)));

/** Items and drafts whose joint answer waits for a government, where `isTheirs` says that it is for this one. */
async function answersAwaiting(
  tx: Transaction,
  context: ActionContext,
  party: string | null,
  isTheirs: (draft: StoredRecord | undefined, signatories: readonly string[]) => boolean,
): Promise<readonly { readonly item: string; readonly draft: string | undefined }[]> {
  if (party === null) return [];
  const ids = [
    ...(await idsIn(tx, context, parliamentItems, 'assigned')),
    ...(await idsIn(tx, context, parliamentItems, 'partly_answered')),
  ];
  const items = await allRecords(tx, { ...knownIn(context), kinds: [parliamentItems.name], ids });
  const awaiting: { item: string; draft: string | undefined }[] = [];
  for (const item of items) {
    const { addressees } = answeredItemOf(item.body);
    const signatories = await listSignatories(tx, knownIn(context), addressees);
    const draft = await findDraft(tx, context, item);
    if (signatories.includes(party) && draft?.body.given == null && isTheirs(draft, signatories))
      awaiting.push({ item: item.id, draft: draft?.id });
  }
  return awaiting;
}

const givenAnswers = (body: RecordBody) => (body.answers ?? []) as readonly GivenAnswer[];

export const draftAnswer = defineAction({
  name: 'parliament/draft_answer',
  permission: answerParliament,
  fields: { id: subject, party: partyField, text, on: date },
  texts: textsOf('draft_answer'),
  about: aboutAnswer('answer', async (tx, context, item) => !(await findDraft(tx, context, item))),
  waits: async (tx, context, party) =>
    (await answersAwaiting(tx, context, party, (draft) => draft === undefined)).map(({ item }) => item),
  object: byParty,
  perform: async (tx, context, { id, party, text: said, on }) => {
    const found = await answering(tx, context, id, party);
    if (!found.ok) return found;
    const { item } = found.value;
    const round = roundOf(item.body);
    const draft = draftIdOf(id, round);
    const wanting = [
      ...(await refusedNow(tx, context, item)),
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...((await findNow(tx, context, answerDrafts, draft)) === undefined
        ? []
        : [problem('draft_exists', 'body.id', { id: draft })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { id: draft, item: id, round, text: said, drafted_by: party, drafted: on };
    return done(id, [{ kind: answerDrafts, id: draft, body, steps: [] }]);
  },
});

/** Whether the item's state of today lets its joint answer be worked on. */
async function refusedNow(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
): Promise<readonly Problem[]> {
  if (await isOpenTo(tx, context, item, 'answer')) return [];
  const state = await stateNow(tx, context, item);
  return [problem('state_forbids', 'body.id', { state: state ?? 'unknown', act: 'answer' })];
}

type SignOff = { readonly party: string; readonly date: PartialDate };
const signOffsOf = (draft: StoredRecord) => (draft.body.sign_offs ?? []) as readonly SignOff[];

/** The newest day of a draft's text and of the signatures to it. */
function newestOf(draft: StoredRecord): PartialDate {
  return lastOf([draft.body.drafted as PartialDate, ...signOffsOf(draft).map((one) => one.date)]);
}

function tooEarly(draft: StoredRecord, on: PartialDate, than: PartialDate): readonly Problem[] {
  return lastDay(on) < firstDay(than)
    ? [problem('draft_later', 'body.on', { on: than, draft: draft.id })]
    : [];
}

const aboutDraft = {
  kind: answerDrafts,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const draft = await findNow(tx, context, answerDrafts, id);
    if (draft === undefined || draft.body.given != null) return false;
    const item = await findNow(tx, context, parliamentItems, String(draft.body.item));
    return item !== undefined && (await isOpenTo(tx, context, item, 'answer'));
  },
};

type Drafting = Answering & { readonly draft: StoredRecord };

/** A draft that is still worked on, and all that keep a government from doing so on that date, at once. */
async function drafting(
  tx: Transaction,
  context: ActionContext,
  { id, on }: Asked,
  party: string,
): Promise<Result<Drafting>> {
  const draft = await findNow(tx, context, answerDrafts, id);
  if (draft === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const found = await answering(tx, context, String(draft.body.item), party);
  if (!found.ok) return found;
  const { given } = draft.body;
  const wanting = [
    ...(typeof given === 'string'
      ? [problem('draft_given', 'body.id', { on: given })]
      : await refusedNow(tx, context, found.value.item)),
    ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
  ];
  return wanting.length > 0 ? fail(...wanting) : ok({ ...found.value, draft });
}

/** What was signed off is this text and no other: a new one has no signature. */
export const reviseDraft = defineAction({
  name: 'parliament/revise_draft',
  permission: answerParliament,
  fields: { id: subject, party: partyField, text, on: date },
  texts: textsOf('revise_draft'),
  about: aboutDraft,
  object: byParty,
  // Whoever acts for no part of the answer is refused when it is sent; its text is not shown to them before.
  prefill: async (tx, context, { id, party }) => {
    const draft = id === undefined ? undefined : await findNow(tx, context, answerDrafts, id);
    if (draft === undefined || party === undefined) return {};
    const found = await answering(tx, context, String(draft.body.item), party);
    return found.ok ? { text: String(draft.body.text ?? '') } : {};
  },
  perform: async (tx, context, { party, text: said, ...asked }) => {
    const found = await drafting(tx, context, asked, party);
    if (!found.ok) return found;
    const { draft, item } = found.value;
    const early = tooEarly(draft, asked.on, draft.body.drafted as PartialDate);
    if (early.length > 0) return fail(...early);
    const body = { ...draft.body, text: said, drafted_by: party, drafted: asked.on, sign_offs: [] };
    return done(item.id, [{ kind: answerDrafts, id: draft.id, body, steps: [] }]);
  },
});

export const signOffDraft = defineAction({
  name: 'parliament/sign_off',
  permission: answerParliament,
  fields: { id: subject, party: partyField, on: date },
  texts: textsOf('sign_off'),
  about: aboutDraft,
  waits: async (tx, context, party) => {
    const lacksTheirs = (draft: StoredRecord | undefined) =>
      draft !== undefined && !signOffsOf(draft).some((one) => one.party === party);
    return (await answersAwaiting(tx, context, party, lacksTheirs)).flatMap(({ draft }) => draft ?? []);
  },
  object: byParty,
  perform: async (tx, context, { party, ...asked }) => {
    const found = await drafting(tx, context, asked, party);
    if (!found.ok) return found;
    const { draft, item } = found.value;
    const signed = signOffsOf(draft);
    const wanting = [
      ...(signed.some((one) => one.party === party)
        ? [problem('signed_off_before', 'body.party', { party })]
        : []),
      ...tooEarly(draft, asked.on, draft.body.drafted as PartialDate),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = { ...draft.body, sign_offs: [...signed, { party, date: asked.on }] };
    return done(item.id, [{ kind: answerDrafts, id: draft.id, body, steps: [] }]);
  },
});

/** An answer as it stands in the item. */
function answerBy(
  addressee: string,
  form: AnswerForm,
  on: PartialDate,
  round: number,
  said: { readonly text?: unknown; readonly document?: string | undefined },
): GivenAnswer & RecordBody {
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { addressee, date: on, form, ...(round === 1 ? {} : { round }), ...told };
}

const withAnswers = (more: readonly RecordBody[]) => (body: RecordBody) => ({
  ...body,
  answers: [...((body.answers ?? []) as readonly RecordBody[]), ...more],
});

/** Whether the item could be answered on that date. */
async function refusedOn(
  tx: Transaction,
  context: ActionContext,
  { id, on }: Asked,
): Promise<readonly Problem[]> {
  if (lastDay(on) > context.today) return [problem('date_in_future', 'body.on', { on })];
  const item = await findNow(tx, context, parliamentItems, id);
  if (item !== undefined && (await isUntouched(tx, context, item))) return refusedNow(tx, context, item);
  const state = await stateOn(tx, context, parliamentItems, id, on);
  if (state === null || !Object.hasOwn(itemLifecycle, state))
    return [problem('state_unknown', 'body.on', { on })];
  return stateAfter(itemLifecycle, state as ItemState, 'answer_partly') === null
    ? [problem('state_forbids', 'body.id', { state, act: 'answer_partly' })]
    : [];
}

const datesIn = (answers: readonly GivenAnswer[], round: number) =>
  answers.filter((one) => (one.round ?? 1) === round).map((one) => one.date);

function lastOf(dates: readonly PartialDate[]): PartialDate {
  return dates.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0] as PartialDate;
}

/** One government for itself; when the last of those that were asked has answered, the item is answered. */
export const answerForItself = defineAction({
  name: 'parliament/answer_for_itself',
  permission: answerParliament,
  fields: { id: subject, party: partyField, text: optional(text), document: optional(line), on: date },
  texts: textsOf('answer_for_itself'),
  about: aboutAnswer('answer_partly', async (_tx, _context, { body }, own) => {
    return unansweredBy(own, givenAnswers(body), roundOf(body)).length > 0;
  }),
  object: byParty,
  perform: async (tx, context, { party, text: said, document, ...asked }) => {
    const found = await answering(tx, context, asked.id, party);
    if (!found.ok) return found;
    const { body } = found.value.item;
    const round = roundOf(body);
    const before = givenAnswers(body);
    if (unansweredBy([party], before, round).length === 0)
      return fail(problem('answered_before', 'body.party', { party }));
    const answer = answerBy(party, 'partial', asked.on, round, { text: said, document });
    const left = unansweredBy(answeredItemOf(body).addressees, [...before, answer], round);
    const act = left.length === 0 ? 'answer' : 'answer_partly';
    const wrong = await refusedOn(tx, context, asked);
    if (wrong.length > 0) return fail(...wrong);
    // Answers are not always written down in their order: as much as this was answered when the last of them had come.
    const on = lastOf([asked.on, ...datesIn(before, round)]);
    const { id } = asked;
    return take(tx, context, act, { id, on }, { party }, withAnswers([answer]));
  },
});

/** Final only when every government that was asked has signed it off (§6.2.3); until then it is shown as nobody's answer. */
export const giveAnswer = defineAction({
  name: 'parliament/give_answer',
  permission: answerParliament,
  fields: { id: subject, party: partyField, document: optional(line), on: date },
  texts: textsOf('give_answer'),
  about: aboutAnswer(
    'answer',
    async (tx, context, item) => (await findDraft(tx, context, item)) !== undefined,
  ),
  waits: async (tx, context, party) => {
    const isSigned = (draft: StoredRecord | undefined, signatories: readonly string[]) =>
      draft !== undefined && lackingSignatures({ signOffs: signOffsOf(draft) }, signatories).length === 0;
    return (await answersAwaiting(tx, context, party, isSigned)).map(({ item }) => item);
  },
  object: byParty,
  perform: async (tx, context, { party, document, ...asked }) => {
    const found = await answering(tx, context, asked.id, party);
    if (!found.ok) return found;
    const { item, signatories } = found.value;
    const round = roundOf(item.body);
    const draft = await findDraft(tx, context, item);
    if (draft === undefined) return fail(problem('draft_missing', 'body.id'));
    const lacking = lackingSignatures({ signOffs: signOffsOf(draft) }, signatories);
    if (lacking.length > 0)
      return fail(problem('answer_not_signed_off', 'body.id', { lacking: lacking.join(', ') }));
    const early = tooEarly(draft, asked.on, newestOf(draft));
    if (early.length > 0) return fail(...early);
    const answers = answeredItemOf(item.body).addressees.map((addressee) =>
      answerBy(addressee, 'joint', asked.on, round, { text: draft.body.text, document }),
    );
    const given: Change = {
      kind: answerDrafts,
      id: draft.id,
      body: { ...draft.body, given: asked.on },
      steps: [],
    };
    return take(tx, context, 'answer', asked, { party }, withAnswers(answers), [given]);
  },
});

export const retableItem = defineAction({
  name: 'parliament/retable',
  permission: tableItems,
  fields: { id: subject, on: date, committee: optional(line), reason: text },
  texts: textsOf('retable'),
  about: aboutItem('retable'),
  object: byPower('table_items'),
  perform: (tx, context, { committee, reason, ...asked }) =>
    take(tx, context, 'retable', asked, { committee, reason }, (body) => ({
      ...body,
      round: roundOf(body) + 1,
    })),
});

export const closeItem = defineAction({
  name: 'parliament/close',
  permission: tableItems,
  fields: { id: subject, on: date, reason: optional(text) },
  texts: textsOf('close'),
  about: aboutItem('close'),
  object: byPower('table_items'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'close', asked, { reason }),
});

export const withdrawItem = defineAction({
  name: 'parliament/withdraw',
  permission: tableItems,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('withdraw'),
  about: aboutItem('withdraw'),
  object: byPower('table_items'),
  perform: (tx, context, { reason, ...asked }) =>
    take(tx, context, 'withdraw', asked, { reason }, (body) => ({
      ...body,
      withdrawn: asked.on,
    })),
});

/** Recorded again it is a correction: the newer word counts, and the older stays on record as what was known. */
export const recordAttendance = defineAction({
  name: 'parliament/record_attendance',
  permission: tableItems,
  fields: {
    plenary: date,
    party: partyField,
    present: oneOf(presences, (presence, language) => parliamentTexts(language).presences[presence]),
  },
  texts: textsOf('record_attendance'),
  about: null,
  object: byPower('table_items'),
  perform: async (tx, context, { plenary, party, present }) => {
    const wanting = [
      ...(isPlainDate(plenary) ? [] : [problem('plenary_day_needed', 'body.plenary', { on: plenary })]),
      ...(firstDay(plenary) > context.today
        ? [problem('date_in_future', 'body.plenary', { on: plenary })]
        : []),
      ...(await dangling(tx, context, 'party', [party], [parties])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const id = `${plenary}-${party}`;
    const body = { id, party, plenary, present };
    return ok({
      subject: `${plenaryAttendance.name}/${id}`,
      path: '/parliament',
      changes: [{ kind: plenaryAttendance, id, body, steps: [] }],
    });
  },
});

export const parliamentActions: readonly Action[] = [
  tableItem,
  assignItem,
  draftAnswer,
  reviseDraft,
  signOffDraft,
  answerForItself,
  giveAnswer,
  retableItem,
  closeItem,
  withdrawItem,
  recordAttendance,
];
export const parliamentPermissions: readonly Permission[] = [
  tableItems,
  assignItems,
  answerParliament,
  readDrafts,
];

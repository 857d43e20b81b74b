import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom, isFinal } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { knownOf } from '../../named.ts';
import { byParty } from '../../powers.ts';
import { idsIn } from '../../steps.ts';
import {
  answerDrafts,
  type DraftAct,
  draftIdOf,
  draftLifecycle,
  type ItemAct,
  parliamentItems,
} from '../model.ts';
import { draftStateOf, type GivenAnswer } from '../rules/answer.ts';
import { answeredItemOf, listSignatories, signatoriesAt } from '../store.ts';
import {
  type Asked,
  answerParliament,
  done,
  findNow,
  isOpenTo,
  partyField,
  roundOf,
  stateNow,
  textsOf,
} from './shared.ts';

type Answering = { readonly item: StoredRecord; readonly signatories: readonly string[] };

/** The item that a government has a part in answering, and all that have. Problem: `party_not_asked`. */
export async function answering(
  tx: Transaction,
  context: ActionContext,
  id: string,
  party: string,
): Promise<Result<Answering>> {
  const item = await findNow(tx, context, parliamentItems, id);
  if (item === undefined) return fail(problem('record_not_found', 'body.id', { id }));
  const { addressees } = answeredItemOf(item.body);
  const signatories = await listSignatories(tx, knownOf(context), addressees);
  return signatories.includes(party)
    ? ok({ item, signatories })
    : fail(problem('party_not_asked', 'body.party', { party, asked: signatories.join(', ') }));
}

/** Open to those who act for a government with a part in the answer, where `isLeft` says that it is theirs to do. */
export const aboutAnswer = (
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
    const own = partsOf(context, await listSignatories(tx, knownOf(context), addressees));
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

export const findDraft = (tx: Transaction, context: ActionContext, { id, body }: StoredRecord) =>
  findNow(tx, context, answerDrafts, draftIdOf(id, roundOf(body)));

/** Items and drafts whose joint answer waits for a government, where `isTheirs` says that it is for this one. */
export async function answersAwaiting(
  tx: Transaction,
  context: ActionContext,
  party: string | null,
  isTheirs: (draft: StoredRecord | undefined, signatories: readonly string[]) => boolean,
): Promise<readonly { readonly item: string; readonly draft: string | undefined }[]> {
  if (party === null) return [];
  const ids = [
    ...(await idsIn(tx, context, parliamentItems, 'assigned')),
    ...(await idsIn(tx, context, parliamentItems, 'partly_answered')),
    ...(await idsIn(tx, context, parliamentItems, 'retabled')),
  ];
  const known = knownOf(context);
  const items = await allRecords(tx, { ...known, kinds: [parliamentItems.name], ids });
  const signatoriesOf = await signatoriesAt(tx, known);
  const draftIds = items.map(({ id, body }) => draftIdOf(id, roundOf(body)));
  const drafts = await allRecords(tx, { ...known, kinds: [answerDrafts.name], ids: draftIds });
  return items.flatMap((item, index) => {
    const signatories = signatoriesOf(answeredItemOf(item.body).addressees);
    const draft = drafts.find(({ id }) => id === draftIds[index]);
    return signatories.includes(party) && draft?.body.given == null && isTheirs(draft, signatories)
      ? [{ item: item.id, draft: draft?.id }]
      : [];
  });
}

export const givenAnswers = (body: RecordBody) => (body.answers ?? []) as readonly GivenAnswer[];

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
export async function refusedNow(
  tx: Transaction,
  context: ActionContext,
  item: StoredRecord,
): Promise<readonly Problem[]> {
  if (await isOpenTo(tx, context, item, 'answer')) return [];
  const state = await stateNow(tx, context, item);
  return [problem('state_forbids', 'body.id', { state: state ?? 'unknown', act: 'answer' })];
}

type SignOff = { readonly party: string; readonly date: PartialDate };
export const signOffsOf = (draft: StoredRecord) => (draft.body.sign_offs ?? []) as readonly SignOff[];

export function lastOf(dates: readonly PartialDate[]): PartialDate {
  return dates.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0] as PartialDate;
}

/** The newest day of a draft's text and of the signatures to it. */
export function newestOf(draft: StoredRecord): PartialDate {
  return lastOf([draft.body.drafted as PartialDate, ...signOffsOf(draft).map((one) => one.date)]);
}

export function tooEarly(draft: StoredRecord, on: PartialDate, than: PartialDate): readonly Problem[] {
  return lastDay(on) < firstDay(than)
    ? [problem('draft_later', 'body.on', { on: than, draft: draft.id })]
    : [];
}

/** A draft whose own state and its item's let one of these be done. */
const aboutDraft = (...acts: readonly DraftAct[]) => ({
  kind: answerDrafts,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const draft = await findNow(tx, context, answerDrafts, id);
    const item =
      draft === undefined ? undefined : await findNow(tx, context, parliamentItems, String(draft.body.item));
    if (draft === undefined || item === undefined) return false;
    const { addressees } = answeredItemOf(item.body);
    const signatories = await listSignatories(tx, knownOf(context), addressees);
    const open = actsFrom(draftLifecycle, draftStateOf(draft.body, signatories));
    return open.some((act) => acts.includes(act)) && (await isOpenTo(tx, context, item, 'answer'));
  },
});

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
  const state = draftStateOf(draft.body, found.value.signatories);
  const wanting = [
    ...(isFinal(draftLifecycle, state)
      ? [problem('draft_given', 'body.id', { on: String(draft.body.given) })]
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
  about: aboutDraft('revise'),
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
  about: aboutDraft('sign_off', 'sign_off_last'),
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

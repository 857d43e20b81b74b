import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom, stateAfter } from '#kernel/lifecycle.ts';
import { fail, type Problem, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, line, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { knownOf } from '../../named.ts';
import { byParty } from '../../powers.ts';
import { stateOn } from '../../steps.ts';
import {
  type AnswerForm,
  answerDrafts,
  draftLifecycle,
  type ItemState,
  itemLifecycle,
  parliamentItems,
} from '../model.ts';
import { draftStateOf, type GivenAnswer, lackingSignatures, unansweredBy } from '../rules/answer.ts';
import { answeredItemOf, listSignatories } from '../store.ts';
import {
  aboutAnswer,
  answering,
  answersAwaiting,
  findDraft,
  givenAnswers,
  lastOf,
  newestOf,
  refusedNow,
  signOffsOf,
  tooEarly,
} from './drafts.ts';
import {
  type Asked,
  answerParliament,
  findNow,
  isUntouched,
  partyField,
  roundOf,
  take,
  textsOf,
} from './shared.ts';

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
      draft !== undefined && actsFrom(draftLifecycle, draftStateOf(draft.body, signatories)).includes('give');
    return (await answersAwaiting(tx, context, party, isSigned)).map(({ item }) => item);
  },
  object: byParty,
  lacking: async (tx, context, { id }) => {
    const item = await findNow(tx, context, parliamentItems, id);
    const draft = item === undefined ? undefined : await findDraft(tx, context, item);
    if (item === undefined || draft === undefined) return [];
    const { addressees } = answeredItemOf(item.body);
    const signatories = await listSignatories(tx, knownOf(context), addressees);
    const unsigned = lackingSignatures({ signOffs: signOffsOf(draft) }, signatories);
    if (unsigned.length === 0) return [];
    return [
      {
        problem: problem('answer_not_signed_off', 'body.id', { lacking: unsigned.join(', ') }),
        by: { action: 'parliament/sign_off', given: { id: draft.id } },
      },
    ];
  },
  perform: async (tx, context, { party, document, ...asked }) => {
    const found = await answering(tx, context, asked.id, party);
    if (!found.ok) return found;
    const { item } = found.value;
    const round = roundOf(item.body);
    const draft = await findDraft(tx, context, item);
    if (draft === undefined) return fail(problem('draft_missing', 'body.id'));
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

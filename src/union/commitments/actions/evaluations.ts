import { fail, ok, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, idAmong, line, newId, optional, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { recordsOf } from '../../choices.ts';
import { byPower } from '../../powers.ts';
import { findings, recommendations, researchQuestions } from '../../programme/model.ts';
import { answerForCommitments } from '../actions.ts';
import { commitmentTexts } from '../text/texts.ts';

const textsOf = textsFrom(commitmentTexts);
const year = count(1900, 2100);

/** Writes a new record of an evaluation. Problems: `id_taken`, `reference_dangling` of its question. */
async function record(
  tx: Transaction,
  { register, today }: ActionContext,
  kind: Kind,
  id: string,
  question: string | undefined,
  body: RecordBody,
): Promise<Result<Done>> {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const asked =
    question === undefined ||
    (await findRecord(tx, { ...known, kind: researchQuestions.name, id: question })) !== undefined;
  const wanting = [
    ...((await findRecord(tx, { ...known, kind: kind.name, id })) === undefined
      ? []
      : [problem('id_taken', 'body.id', { id })]),
    ...(asked
      ? []
      : [problem('reference_dangling', 'body.question', { id: question, kinds: researchQuestions.name })]),
  ];
  if (wanting.length > 0) return fail(...wanting);
  return ok({
    subject: `${kind.name}/${id}`,
    path: '/recommendations',
    changes: [{ kind, id, body: { id, ...body }, steps: [] }],
  });
}

/** What is said in the reader's language is kept as said in that. */
const said = (language: string, words: string): RecordBody => ({
  [language === 'en' ? 'text' : language]: words,
});

export const recordFinding = defineAction({
  name: 'findings/record',
  permission: answerForCommitments,
  fields: {
    id: newId,
    evaluation: year,
    question: optional(idAmong(recordsOf(researchQuestions))),
    finding: text,
  },
  texts: textsOf('record_finding'),
  about: null,
  back: () => '/recommendations',
  object: byPower('follow_commitments'),
  perform: (tx, context, { id, evaluation, question, finding }) =>
    record(tx, context, findings, id, question, {
      evaluation,
      ...(question === undefined ? {} : { question }),
      ...said(context.language, finding),
    }),
});

/** Also of an evaluation that is over: those of 2012 are followed up as far as somebody wrote them down (§1.1). */
export const recordRecommendation = defineAction({
  name: 'recommendations/record',
  permission: answerForCommitments,
  fields: { id: newId, evaluation: year, recommendation: text, addressee: optional(line) },
  texts: textsOf('record_recommendation'),
  about: null,
  back: () => '/recommendations',
  object: byPower('follow_commitments'),
  perform: (tx, context, { id, evaluation, recommendation, addressee }) =>
    record(tx, context, recommendations, id, undefined, {
      evaluation,
      ...(addressee === undefined ? {} : { addressee }),
      ...said(context.language, recommendation),
    }),
});

export const evaluationActions: readonly Action[] = [recordFinding, recordRecommendation];

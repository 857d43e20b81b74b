import { z } from 'zod';
import type { Language } from '#kernel/languages.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { Texts } from '#platform/text/texts.ts';

/** Problem codes of this folder and of sign-in, with the status that each is answered with. */
export const httpProblems = {
  address_invalid: 400,
  query_missing: 400,
  query_repeated: 400,
  query_unknown: 400,
  choice_unknown: 400,
  field_invalid: 400,
  input_missing: 400,
  answer_unchosen: 400,
  id_form_invalid: 400,
  form_unlike: 400,
  input_unknown: 400,
  format_not_offered: 400,
  return_not_local: 400,
  request_malformed: 400,
  sign_in_choice_invalid: 400,
  sign_in_expired: 400,
  sign_in_failed: 400,
  filter_name_invalid: 400,
  filter_empty: 400,
  filter_sign_in_needed: 403,
  filter_share_refused: 403,
  origin_refused: 403,
  action_not_allowed: 403,
  party_not_allowed: 403,
  page_not_found: 404,
  batch_not_found: 404,
  register_not_found: 404,
  sign_in_not_offered: 404,
  filter_not_found: 404,
  changed_meanwhile: 409,
  batch_undone: 409,
  batch_built_upon: 409,
  filter_name_taken: 409,
  filters_too_many: 409,
  body_too_large: 413,
  media_type_unsupported: 415,
  requests_too_many: 429,
  request_failed: 500,
  identity_provider_unreachable: 502,
} as const satisfies Record<string, number>;
export type HttpProblemCode = keyof typeof httpProblems;

/** An error of this folder. `path` is the place in the request. */
export function httpProblem(code: HttpProblemCode, path = '', params: Problem['params'] = {}): Problem {
  return problem(code, path, params);
}

/**
 * The status of the first problem. Codes of modules say it by their ending: `…_not_found`, `…_not_allowed`; the rest
 * are faults in what was asked.
 */
export function statusOf(problems: readonly Problem[]): number {
  const code = problems[0]?.code ?? '';
  if (Object.hasOwn(httpProblems, code)) return httpProblems[code as HttpProblemCode];
  if (code.endsWith('_not_found')) return 404;
  return code.endsWith('_not_allowed') ? 403 : 400;
}

/** Title and advice for people. */
export function wordsOf(
  problems: readonly Problem[],
  { errors, signIn }: Texts,
): { readonly title: string; readonly what: string } {
  const status = statusOf(problems);
  if (problems.some(({ code }) => code === 'sign_in_expired' || code === 'sign_in_failed'))
    return { title: signIn.failed, what: signIn.failedWhat };
  if (status >= 500) return errors.failed;
  if (status === 403) return errors.forbidden;
  if (status === 404) return errors.notFound;
  if (problems[0]?.path.startsWith('body') === true || status === 409) return errors.badForm;
  return status === 429 ? errors.tooMany : errors.badRequest;
}

/** One fault: its place in the request (`query.as-of`), and the sentence for the reader. */
const Finding = z.strictObject({
  code: z.string().describe('What is wrong; stable.'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What the sentence speaks of.'),
  place: z.string().describe('Where in the request: `query.as-of`, `path.register`; empty: the whole.'),
  text: z.string().describe('The sentence, in the reader’s language.'),
});
export type Finding = z.infer<typeof Finding>;

/** RFC 9457, with all findings of the request in `findings` and the number under which our log has it. */
export const ProblemDocument = z
  .strictObject({
    type: z.string().describe('`urn:tripoint:problem:` and the code of the first finding.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('The sentence of the first finding.'),
    instance: z.string().describe('The number under which the node’s log has the request.'),
    findings: z.array(Finding).describe('Everything that is wrong, at once.'),
  })
  .meta({ id: 'Problem', description: 'Why the question cannot be answered (RFC 9457).' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;

export const problemMediaType = 'application/problem+json; charset=utf-8';

export function describeProblems(
  problems: readonly Problem[],
  language: Language,
  explain: (problem: Problem, language: Language) => string,
): Finding[] {
  return problems.map((problem) => ({
    code: problem.code,
    params: problem.params,
    place: problem.path,
    text: explain(problem, language),
  }));
}

export function problemDocument(
  status: number,
  findings: Finding[],
  title: string,
  requestId: string,
): ProblemDocument {
  const first = findings[0];
  return {
    type: first === undefined ? 'about:blank' : `urn:tripoint:problem:${first.code}`,
    title,
    status,
    detail: first?.text ?? title,
    instance: `urn:uuid:${requestId}`,
    findings,
  };
}

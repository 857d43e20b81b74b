import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import type { Texts } from '#platform/text/texts.ts';

/** Problem codes of this folder and of sign-in, with the status that each is answered with. */
export const httpProblems = {
  address_invalid: 400,
  query_repeated: 400,
  choice_unknown: 400,
  field_invalid: 400,
  format_not_offered: 400,
  return_not_local: 400,
  request_malformed: 400,
  sign_in_choice_invalid: 400,
  sign_in_expired: 400,
  sign_in_failed: 400,
  origin_refused: 403,
  page_not_found: 404,
  register_not_found: 404,
  sign_in_not_offered: 404,
  body_too_large: 413,
  media_type_unsupported: 415,
  requests_too_many: 429,
  request_failed: 500,
  identity_provider_unreachable: 502,
} as const satisfies Record<string, number>;
export type HttpProblemCode = keyof typeof httpProblems;

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
  return status === 429 ? errors.tooMany : errors.badRequest;
}

/** One fault: its place in the request (`query.as-of`), and the sentence for the reader. */
export type Finding = Pick<Problem, 'code' | 'params'> & { readonly place: string; readonly text: string };

/** RFC 9457, with all findings of the request in `findings` and the number under which our log has it. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly findings: readonly Finding[];
};

export const problemMediaType = 'application/problem+json; charset=utf-8';

export function describeProblems(
  problems: readonly Problem[],
  language: Language,
  explain: (problem: Problem, language: Language) => string,
): readonly Finding[] {
  return problems.map((problem) => ({
    code: problem.code,
    params: problem.params,
    place: problem.path,
    text: explain(problem, language),
  }));
}

export function problemDocument(
  status: number,
  findings: readonly Finding[],
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

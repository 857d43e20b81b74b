/** A finding: a stable code, the parameters of its text, and the place in the input (`instruments[3].adopted`, '' = the whole). */
export type Problem = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly path: string;
  readonly severity: 'error' | 'warning';
};

/** An expected "no" is a value; exceptions are for bugs and broken infrastructure. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function problem(
  code: string,
  path = '',
  params: Problem['params'] = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, params, path, severity };
}

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Throws without problems: a refusal that gives no reason is a bug. */
export function fail(...problems: readonly Problem[]): Result<never> {
  if (problems.length === 0) throw new Error('fail() needs at least one problem');
  return { ok: false, problems };
}

/** All values in order, or the problems of all results in order: a reader wants every finding in one run. */
export function combine<T extends readonly unknown[]>(
  results: {
    readonly [K in keyof T]: Result<T[K]>;
  },
): Result<T>;
export function combine(results: readonly Result<unknown>[]): Result<readonly unknown[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  return problems.length > 0
    ? fail(...problems)
    : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

import { fail, ok, problem, type Result } from '#kernel/result.ts';

/** Which requests are drawn: so many of those decided until a moment, by a seed. The same three draw the same. */
export type Sample = {
  readonly size: number;
  readonly seed: string;
  /** Milliseconds since 1970. */
  readonly until: number;
};

export const largestSample = 100;
export const usualSample = 20;
const longestSeed = 100;

/** What an address asks for; null: nothing. Where it names no moment, all that was decided by now are meant. */
export function readSample(query: URLSearchParams, now: number): Result<Sample | null> {
  const asked = query.get('sample');
  if (asked === null) return ok(null);
  const seed = query.get('seed') ?? '';
  const said = query.get('until') ?? '';
  const until = said === '' ? now : Date.parse(said);
  const size = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  const isRight =
    size >= 1 && size <= largestSample && seed !== '' && seed.length <= longestSeed && Number.isFinite(until);
  return isRight
    ? ok({ size, seed, until })
    : fail(problem('sample_invalid', 'query.sample', { most: largestSample }));
}

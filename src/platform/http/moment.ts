import { type PartialDate, type PlainDate, parsePartialDate } from '#kernel/dates.ts';
import { combine, fail, ok, type Result } from '#kernel/result.ts';
import { knownNow, opensOn, type Register } from '#platform/records/registers.ts';
import { httpProblem } from './problem-json.ts';

/** Which register and which moment an address asks about: read alike for pages and API. */

export function getRegister(registers: readonly Register[], id: string): Result<Register> {
  const found = registers.find((register) => register.id === id);
  return found === undefined
    ? fail(httpProblem('register_not_found', 'path.register', { register: id }))
    : ok(found);
}

/** The dates of `?as-of=` and `?known-at=`: by default the day on which the register opens, and today. */
export function readDates(
  query: URLSearchParams,
  register: Register,
  today: PlainDate,
): Result<readonly [asOf: PartialDate, knownAt: PartialDate]> {
  return combine<[PartialDate, PartialDate]>([
    readDate(query, 'as-of', opensOn(register, today)),
    readDate(query, 'known-at', knownNow(register, today)),
  ]);
}

/** Absent or empty, as a form sends a field that was left alone, means the default. */
function readDate(query: URLSearchParams, name: string, otherwise: PartialDate): Result<PartialDate> {
  const [text = '', ...more] = query.getAll(name);
  if (more.length > 0) return fail(httpProblem('query_repeated', `query.${name}`, { name }));
  return text === '' ? ok(otherwise) : parsePartialDate(text, `query.${name}`);
}

import { type Problem, problem } from './result.ts';

/** Every problem code of the kernel with the names of its parameters; the texts stand with the application's catalogues. */
export const kernelProblems = {
  id_invalid: ['received'],
  reference_invalid: ['received'],
  date_invalid: ['received'],
  date_not_a_day: ['received'],
  date_out_of_range: [],
  calendars_invalid: ['message'],
  calendar_day_outside_year: ['day', 'year'],
  calendar_missing: ['calendar'],
  calendar_year_unknown: ['calendar', 'year'],
  deadline_amount_invalid: ['amount'],
  ratio_value_not_numeric: [],
  ratio_divisor_may_be_zero: [],
  ratio_unbounded: [],
  currency_unknown: ['received'],
  currency_differs: ['currency', 'other'],
  decimal_invalid: ['received'],
  decimal_not_exact: ['received'],
  decimals_too_many: ['received', 'allowed'],
  share_out_of_range: ['received'],
} as const satisfies Record<string, readonly string[]>;

export type KernelProblemCode = keyof typeof kernelProblems;

type ParamsOf<Code extends KernelProblemCode> = Readonly<
  Record<(typeof kernelProblems)[Code][number], string | number>
>;

/** An error of the kernel. Texts from the input are cut: they are shown and logged, and may be of any length. */
export function kernelProblem<Code extends KernelProblemCode>(
  code: Code,
  path: string,
  params: ParamsOf<Code>,
): Problem {
  const cut = Object.entries<string | number>(params).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > 80 ? `${value.slice(0, 79)}…` : value,
  ]);
  return problem(code, path, Object.fromEntries(cut));
}

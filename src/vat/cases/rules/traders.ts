import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { readVatNumber, type VatNumber } from '../../vat-number.ts';
import { mostTraders } from '../model.ts';

/**
 * VAT numbers as people write them, with commas, semicolons or one a line; each once, in the order in which they stand. Problems:
 * `vat_case_trader_invalid` of each that is none or has a wrong check digit, `vat_case_traders_too_many`, `vat_case_nobody`.
 */
export function readTraders(text: string, path: string): Result<readonly VatNumber[]> {
  const written = text
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const read = written.map((given) => ({ given, found: readVatNumber(given) }));
  const wrong = read.filter(({ found }) => found?.isSound !== true);
  const numbers = [...new Set(read.flatMap(({ found }) => (found?.isSound === true ? [found.number] : [])))];
  const problems = [
    ...wrong.map(({ given }) => problem('vat_case_trader_invalid', path, { given: given.slice(0, 40) })),
    ...(numbers.length > mostTraders
      ? [problem('vat_case_traders_too_many', path, { count: numbers.length, most: mostTraders })]
      : []),
    ...(written.length === 0 ? [problem('vat_case_nobody', path)] : []),
  ];
  return problems.length > 0 ? fail(...problems) : ok(numbers);
}

/** Those of some numbers that are not among others. */
export const foreignTo = (numbers: readonly string[], among: readonly unknown[]): readonly string[] =>
  numbers.filter((number) => !among.includes(number));

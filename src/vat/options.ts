/** What people write behind the options of commands. */
import { fail, ok, problem, type Result } from '#kernel/result.ts';

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Seconds. Problem: `vat_window_invalid`. */
export function readWindow(given: string): Result<number> {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhd])$/.exec(given) ?? [];
  const seconds = Number(count) * (secondsOf[unit] ?? 0);
  return count !== '' && seconds < 2 ** 31
    ? ok(seconds)
    : fail(problem('vat_window_invalid', '--window', { given }));
}

/** Problem: `vat_margin_invalid`. */
export function readMargin(given: unknown): Result<number> {
  const text = typeof given === 'string' ? given : '';
  return /^\d(\.\d{1,6})?$/.test(text)
    ? ok(Number(text))
    : fail(problem('vat_margin_invalid', '--margin', { given: text }));
}

/** Problem: `vat_number_invalid`. */
export function readNumber(given: unknown, path: string, least: number, most: number): Result<number> {
  const text = typeof given === 'string' ? given : '';
  const value = Number(text);
  return /^\d{1,16}$/.test(text) && value >= least && value <= most
    ? ok(value)
    : fail(problem('vat_number_invalid', path, { given: text, least, most }));
}

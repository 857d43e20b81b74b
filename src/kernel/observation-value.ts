import { type Language, localeOf } from './languages.ts';
import { memoize } from './memoize.ts';
import { kernelProblem } from './problems.ts';
import { fail, ok, type Result } from './result.ts';

/** Why there is no figure. The last three come from a running cycle, not from a source that was read afterwards. */
export const missingReasons = [
  'not_available',
  'not_stated',
  'blank',
  'illegible',
  'not_computable',
  'not_applicable',
  'in_other_category',
  'not_yet_due',
  'overdue',
  'withheld',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** What was observed and can be shown as such. Numbers are finite, in the unit of their indicator. */
export type StatedValue =
  /** `nilConfirmed`: someone said that there was none to report; a zero, not a gap. */
  | { readonly kind: 'value'; readonly value: number; readonly nilConfirmed?: true }
  /** Both ends included, `min` not above `max`. */
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  /** At most (`upper`) or at least (`lower`) the value. */
  | { readonly kind: 'bound'; readonly bound: 'upper' | 'lower'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string };

/** What is known of one figure; never `number | null`, which cannot say why. */
export type ObservationValue =
  | StatedValue
  | { readonly kind: 'missing'; readonly reason: MissingReason; readonly note: string | null };

/** The number of a plain value, and of nothing else: neither the middle of a range nor zero for a missing figure. */
export function numberOf(value: ObservationValue): number | undefined {
  return value.kind === 'value' ? value.value : undefined;
}

/**
 * The sum of the plain values, and how many of the expected figures it holds. Ranges, bounds and texts were expected and are
 * not in the sum; a figure that is not applicable was not expected. Null when nothing was reported: not zero.
 */
export function sumValues(values: readonly ObservationValue[]): {
  readonly value: number | null;
  readonly reported: number;
  readonly expected: number;
} {
  const numbers = values.flatMap((value) => numberOf(value) ?? []);
  const notExpected = values.filter(
    (value) => value.kind === 'missing' && value.reason === 'not_applicable',
  ).length;
  return {
    value: numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0),
    reported: numbers.length,
    expected: values.length - notExpected,
  };
}

type Interval = { readonly min: number; readonly max: number };

/**
 * `a / b` as far as it is known: of two plain values a plain value, else the range or bound in which it must lie.
 * Problems: `ratio_value_not_numeric` (missing or text), `ratio_divisor_may_be_zero` (also 0/0),
 * `ratio_unbounded` (nothing can be said, or the quotient is too large for a number).
 */
export function ratio(a: ObservationValue, b: ObservationValue): Result<ObservationValue> {
  const [dividend, divisor] = [intervalOf(a), intervalOf(b)];
  if (dividend === undefined || divisor === undefined)
    return fail(kernelProblem('ratio_value_not_numeric', '', {}));
  if (divisor.min <= 0 && divisor.max >= 0) return fail(kernelProblem('ratio_divisor_may_be_zero', '', {}));
  // The extremes of a quotient lie at the ends; infinity over infinity is no end, the other corners bound it.
  // Adding 0 turns -0 into 0.
  const corners = [dividend.min, dividend.max]
    .flatMap((end) => [end / divisor.min + 0, end / divisor.max + 0])
    .filter((corner) => !Number.isNaN(corner));
  const [min, max] = [Math.min(...corners), Math.max(...corners)];
  if (min === max && Number.isFinite(min)) return ok({ kind: 'value', value: min });
  if (Number.isFinite(min) && Number.isFinite(max)) return ok({ kind: 'range', min, max });
  if (Number.isFinite(max)) return ok({ kind: 'bound', bound: 'upper', value: max });
  if (Number.isFinite(min)) return ok({ kind: 'bound', bound: 'lower', value: min });
  return fail(kernelProblem('ratio_unbounded', '', {}));
}

function intervalOf(value: ObservationValue): Interval | undefined {
  switch (value.kind) {
    case 'value':
      return { min: value.value, max: value.value };
    case 'range':
      return value;
    case 'bound':
      return value.bound === 'upper'
        ? { min: Number.NEGATIVE_INFINITY, max: value.value }
        : { min: value.value, max: Number.POSITIVE_INFINITY };
    case 'text':
    case 'missing':
      return undefined;
  }
}

/** Fifteen digits are what a double holds of a decimal; a sixteenth would print its rounding. */
const numberFormat = memoize((locale) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 }));

/** Without unit. A missing figure has no text here: the page says its reason. */
export function formatValue(value: StatedValue, language: Language): string {
  const format = numberFormat(localeOf(language));
  switch (value.kind) {
    case 'value':
      return format.format(value.value);
    case 'range':
      return format.formatRange(value.min, value.max);
    case 'bound':
      return `${value.bound === 'upper' ? '≤' : '≥'} ${format.format(value.value)}`;
    case 'text':
      return value.text;
  }
}

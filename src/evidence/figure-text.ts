import { type Language, localeOf } from '#kernel/languages.ts';
import { formatValue, type StatedValue } from '#kernel/observation-value.ts';
import { unitName } from './text/words.ts';

/** A figure in words, with its unit. A share between 0 and 1 is read as a percentage. */
export function figureText(value: StatedValue, unit: string | null, language: Language): string {
  if (unit === 'share') return shareText(value, language);
  const text = formatValue(value, language);
  return unit === null || value.kind === 'text' ? text : `${text} ${unitName(unit, language)}`;
}

/** A bare number in the reader's way of writing it. */
export function numberText(value: number, language: Language): string {
  return formatValue({ kind: 'value', value }, language);
}

function shareText(value: StatedValue, language: Language): string {
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  switch (value.kind) {
    case 'value':
      return percent.format(value.value);
    case 'range':
      return percent.formatRange(value.min, value.max);
    default:
      return formatValue(value, language);
  }
}

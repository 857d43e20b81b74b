import { localeOf } from '#kernel/languages.ts';
import { formatValue, type ObservationValue, type StatedValue } from '#kernel/observation-value.ts';
import { MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { unitName } from '../text/words.ts';

/** A figure as the source gives it: a number, a range, words, or the mark of what is missing and why. */
export function FigureValue({ value, unit }: { value: ObservationValue; unit?: string | null }) {
  const language = useLanguage();
  if (value.kind === 'missing') return <MissingMark reason={value.reason} note={value.note} />;
  if (unit === 'share') return <Share value={value} />;
  return (
    <>
      {formatValue(value, language)}
      {unit == null || value.kind === 'text' ? null : ` ${unitName(unit, language)}`}
    </>
  );
}

/** A share between 0 and 1 is read as a percentage. */
function Share({ value }: { value: StatedValue }) {
  const language = useLanguage();
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  switch (value.kind) {
    case 'value':
      return <>{percent.format(value.value)}</>;
    case 'range':
      return <>{percent.formatRange(value.min, value.max)}</>;
    default:
      return <>{formatValue(value, language)}</>;
  }
}

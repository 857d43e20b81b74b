import type { ObservationValue } from '#kernel/observation-value.ts';
import { MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { figureText } from '../figure-text.ts';
import { evidenceTexts } from '../text/texts.ts';

/** A figure as the source gives it: a number, a range, words, or the mark of what is missing and why. */
export function FigureValue({ value, unit }: { value: ObservationValue; unit?: string | null }) {
  const language = useLanguage();
  if (value.kind === 'missing') return <MissingMark reason={value.reason} note={value.note} />;
  return <>{figureText(value, unit ?? null, language)}</>;
}

/** How many figures are left out because they are later than the date asked about; nothing where none is. */
export function LaterFigures({ count }: { count: number }) {
  const words = evidenceTexts(useLanguage()).page;
  return count === 0 ? null : <p>{words.later(count)}</p>;
}

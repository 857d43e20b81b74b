import type { ObservationValue } from '#kernel/observation-value.ts';
import { MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { figureText } from '../figure-text.ts';

/** A figure as the source gives it: a number, a range, words, or the mark of what is missing and why. */
export function FigureValue({ value, unit }: { value: ObservationValue; unit?: string | null }) {
  const language = useLanguage();
  if (value.kind === 'missing') return <MissingMark reason={value.reason} note={value.note} />;
  return <>{figureText(value, unit ?? null, language)}</>;
}

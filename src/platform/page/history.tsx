import { firstDay, formatInstant, lastDay, type PartialDate } from '#kernel/dates.ts';
import { texts } from '#platform/text/texts.ts';
import { useLanguage } from './page-language.ts';

/**
 * How the history of a record is shown, everywhere alike: the oldest first, each step with the day on which it was taken, who took it,
 * and when this node took it down. Lists of what happened to many records, as the journal, begin with the newest.
 */

/** `recordedAt`: an instant, ISO 8601; absent where somebody else's node took it down. */
export type Taken = { readonly effectiveOn: PartialDate; readonly recordedAt?: string };

/** Steps of one or several records in one order: by the day from which they count; of one day as they were taken down. */
export function oldestFirst<One extends Taken>(steps: readonly One[]): readonly One[] {
  return steps.toSorted(
    (a, b) =>
      compare(lastDay(a.effectiveOn), lastDay(b.effectiveOn)) ||
      compare(firstDay(a.effectiveOn), firstDay(b.effectiveOn)) ||
      compare(a.recordedAt ?? '', b.recordedAt ?? ''),
  );
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** When this node took something down. */
export function Recorded({ at }: { at: string | undefined }) {
  const language = useLanguage();
  if (at === undefined) return null;
  return <time dateTime={at}>{texts(language).history.recorded(formatInstant(at, language))}</time>;
}

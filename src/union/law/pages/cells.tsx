import { formatDate } from '#kernel/dates.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { unionTexts } from '../../text/texts.ts';
import { instrumentTones, lawTones, practiceTones } from '../../text/tones.ts';
import type { Cell } from '../store.ts';

export function InLaw({ cell }: { cell: Cell }) {
  const language = useLanguage();
  return (
    <>
      <StatusMark tone={lawTones[cell.inLaw]} text={unionTexts(language).lawStatuses[cell.inLaw]} />
      {cell.asOf !== null && <small>{formatDate(cell.asOf, language)}</small>}
    </>
  );
}

export function InPractice({ cell }: { cell: Cell }) {
  const words = unionTexts(useLanguage());
  return <StatusMark tone={practiceTones[cell.inPractice]} text={words.practiceStatuses[cell.inPractice]} />;
}

/**
 * The title in the reader's language, and below it the English one where that is another: the original is often a bare
 * term of the source ("beschikking"), which names the kind of act rather than the act.
 */
export function InstrumentTitle({ title }: { title: LocalizedText }) {
  const language = useLanguage();
  const english = title.texts.en;
  const shown = localize(title, language, ['en']);
  return (
    <>
      <Lang text={title} />
      {english !== undefined && english !== shown.text && <small lang="en">{english}</small>}
    </>
  );
}

/** The state of an instrument itself, as opposed to what each state did with it. */
export function InstrumentStateMark({ state }: { state: string }) {
  const words = unionTexts(useLanguage()).instrumentStates;
  return (
    <StatusMark tone={instrumentTones[state] ?? 'none'} text={words[state as keyof typeof words] ?? state} />
  );
}

/** The reason on record, and whether it is the state's own or said of the instrument as a whole. */
export function Reasons({ cell }: { cell: Cell }) {
  const words = unionTexts(useLanguage()).law;
  if (cell.reasons.length === 0 && cell.detail === null) return null;
  return (
    <>
      {cell.detail !== null && <span lang={cell.language}>{cell.detail}</span>}
      {cell.reasons.length > 0 && (
        <small>
          <span lang={cell.reasonsOf === 'party' ? cell.language : 'en'}>{cell.reasons.join('; ')}</span>
          {cell.reasonsOf === 'instrument' && ` (${words.reasonOfInstrument})`}
        </small>
      )}
    </>
  );
}

import type { ComponentChildren } from 'preact';
import { type LocalizedText, localize, type Said } from '#kernel/localized-text.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import { useLanguage, useTexts } from './page-language.ts';

/**
 * Stands wherever a value is missing, never `0` or an empty cell (rule 2 of the house). The title says what the reason
 * means; `note` is what the source itself says.
 */
export function MissingMark({ reason, note }: { reason: MissingReason; note?: ComponentChildren }) {
  const words = useTexts();
  return (
    <span class="missing">
      <abbr title={words.missingMeaning[reason]}>{words.missing[reason]}</abbr>
      {note !== undefined && note !== null && note !== '' && <small>{note}</small>}
    </span>
  );
}

/** A text in the reader's language where there is one, else in the one it has, marked so for screen readers. */
export function Lang({ text }: { text: LocalizedText }) {
  const language = useLanguage();
  // English is what readers of four languages are likeliest to share.
  return <SaidText said={localize(text, language, ['en'])} />;
}

/** The same for a text that has been chosen. */
export function SaidText({ said }: { said: Said }) {
  return said.language === useLanguage() ? said.text : <span lang={said.language}>{said.text}</span>;
}

import type { Passage } from '#platform/search/search.ts';
import { useLanguage } from './page-language.ts';

/** A passage with the words that match marked, in the language that it is written in. */
export function PassageText({ passage }: { passage: Passage }) {
  const { language, parts, cut } = passage;
  return (
    <q lang={language === useLanguage() ? undefined : language} class="passage">
      {cut[0] && '… '}
      {parts.map(({ text, match }) => (match ? <mark>{text}</mark> : text))}
      {cut[1] && ' …'}
    </q>
  );
}

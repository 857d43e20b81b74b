import type { Language } from '#kernel/languages.ts';
import { texts } from '#platform/text/texts.ts';

/** Ways to the rows of one section as a table, for its heading: whoever hears them hears of which section they are. */
export function sectionExports(
  title: string,
  language: Language,
  hrefOf: (format: 'csv' | 'xlsx' | 'json') => string,
) {
  return (['csv', 'xlsx', 'json'] as const).map((format) => ({
    text: (
      <>
        <span class="unseen">{title}: </span>
        {texts(language).shell.exports[format]}
      </>
    ),
    href: hrefOf(format),
  }));
}

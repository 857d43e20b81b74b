import { discrepancies } from '#evidence';
import type { DocumentSection } from '#platform/document/content.ts';
import { type Pen, sourceCell, titlePhrase } from './cells.ts';

/** Where the source contradicts itself: shown, not smoothed over, whichever year it is about. */
export function contradictionsSection(pen: Pen): DocumentSection {
  const { rows, words, language } = pen;
  return {
    id: 'contradictions',
    title: words.contradictions.title,
    blocks:
      rows.contradictions.length === 0
        ? [{ kind: 'paragraph', text: words.contradictions.none }]
        : [
            { kind: 'paragraph', text: words.contradictions.intro },
            {
              kind: 'table',
              caption: words.contradictions.title,
              columns: [
                { title: discrepancies.label[language].one, kind: 'text' },
                { title: words.contradictions.what, kind: 'name' },
                { title: words.source, kind: 'source' },
              ],
              rows: rows.contradictions.map(({ id, title, source }) => [
                { text: id, path: discrepancies.href(id) },
                titlePhrase(title, pen),
                sourceCell(source, pen),
              ]),
            },
          ],
  };
}

import type { Language } from '#kernel/languages.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { conditionText, periodText } from '../../text/reasons.ts';
import { operationText } from '../../text/words/words.ts';
import type { LoadedOpenings } from '../store.ts';
import { openingTexts } from '../text/texts.ts';
import { reasonsOf } from './parts.tsx';

const keys = [
  'instrument',
  'article',
  'operation',
  'what',
  'party',
  'other',
  'state',
  'needsAgreement',
  'missing',
  'reasons',
  'since',
  'next',
  'conditions',
  'duties',
  'periods',
  'retention',
] as const;

/** One row for each provision and pair of parties. */
export function openingRows(
  name: string,
  title: string,
  loaded: LoadedOpenings,
  context: PageContext,
): ExportTable {
  const { language } = context;
  const { columns } = openingTexts(language);
  return {
    name,
    title,
    columns: keys.map((key) => ({ key, ...columns[key] })),
    rows: rowsOf(loaded, language),
    notes: exportNotes(context),
  };
}

function rowsOf({ openings, nameOf }: LoadedOpenings, language: Language): ExportTable['rows'] {
  return [...openings].flatMap(([instrument, { openings: each }]) =>
    each.flatMap(({ provision, needsAgreement, pairs }) =>
      pairs.map((one) => {
        const missing = one.standing.reasons.find(({ code }) => code === 'no_agreement');
        const demands = one.standing.paths[0]?.demands ?? [];
        return {
          instrument,
          article: provision.article,
          operation: provision.operation,
          what: operationText(provision.operation, language),
          party: one.pair[0],
          other: one.pair[1],
          state: one.state,
          needsAgreement,
          missing: missing?.code === 'no_agreement' ? missing.article : null,
          reasons: joined(reasonsOf(one, language, nameOf)),
          since: one.since,
          next: one.next,
          conditions: joined(demands.map(({ condition }) => conditionText(condition, language))),
          duties: joined(provision.said?.duties ?? []),
          periods: joined((provision.said?.timers ?? []).map((timer) => periodText(timer, language))),
          retention: provision.said?.retention_days ?? null,
        };
      }),
    ),
  );
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ');
}

import { localize } from '#kernel/localized-text.ts';
import { numberOf } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import { Verdict } from '#platform/page/components.tsx';
import { useLanguage, useTexts } from '#platform/page/page-language.ts';
import type { Register } from '#platform/records/registers.ts';
import { refusalText } from '../answers.ts';
import type { Benefit } from '../rules/benefit.ts';
import type { Comparison } from '../rules/comparability.ts';
import type { Series } from '../rules/series.ts';
import { dossierTitles, loadBenefits, loadTable, type Moment } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { unitName } from '../text/words.ts';
import { BenefitSection } from './benefits.tsx';
import { verdictOnEnds } from './counts.tsx';

/** A series to show on a front page, with the verdict on its first and last reported year. */
export type InstructiveSeries = {
  readonly series: Series;
  readonly drawn: Series;
  readonly years: readonly [string, string];
  readonly verdict: Comparison;
  readonly table: readonly Series[];
};

/**
 * The series that teaches a reader most: one whose first and last figure may not be held against each other although
 * something else can; else the first of the table that has two figures. `drawn` is what can be compared.
 */
export async function instructiveSeries(tx: Transaction, moment: Moment): Promise<InstructiveSeries | null> {
  const table = await loadTable(tx, moment);
  const judged = table.flatMap((series): readonly InstructiveSeries[] => {
    const ends = verdictOnEnds(table, series);
    if (ends === null) return [];
    const { years, verdict } = ends;
    const alternative = verdict.comparable ? null : verdict.alternative;
    const drawn = table.find((other) => other.id === alternative?.series) ?? series;
    return [{ series, drawn, years, verdict, table }];
  });
  return (
    judged.find(({ verdict, series, drawn }) => !verdict.comparable && drawn !== series) ?? judged[0] ?? null
  );
}

export function SeriesWithVerdict({ found }: { found: InstructiveSeries }) {
  const language = useLanguage();
  const words = evidenceTexts(language).page;
  const { missing } = useTexts();
  const { verdict, drawn } = found;
  const title = localize(drawn.title, language, ['en']).text;
  return (
    <>
      <p>{title}</p>
      <SeriesChart
        title={title}
        unit={unitName(drawn.unit ?? '', language)}
        points={drawn.points.map((point) => ({
          year: Number(point.year),
          value: numberOf(point.value) ?? null,
          ...(point.value.kind === 'missing' ? { reason: missing[point.value.reason] } : {}),
        }))}
      />
      {verdict.comparable ? (
        <Verdict tone="good" title={words.comparable}>
          {words.change(String(verdict.from), String(verdict.to))}
        </Verdict>
      ) : (
        <Verdict
          tone="part"
          title={`${words.notComparable}: ${localize(found.series.title, language, ['en']).text}, ${found.years.join('–')}`}
        >
          {verdict.reasons.map((reason) => (
            <p>{refusalText(reason, language, found.table)}</p>
          ))}
          {verdict.alternative !== null && (
            <p>{words.instead(title, String(verdict.alternative.from), String(verdict.alternative.to))}</p>
          )}
        </Verdict>
      )}
    </>
  );
}

/** Potential beside realised, for every dossier that has both sides. */
export async function benefitsOf(tx: Transaction, register: Register, moment: Moment, language: string) {
  const titleOf = await dossierTitles(tx, register, moment.knownAt, language);
  return (await loadBenefits(tx, register, moment))
    .filter(({ benefit }) => benefit.potential.length > 0 && benefit.realised.length > 0)
    .map(({ dossier, benefit }) => <BenefitTitle dossier={titleOf(dossier)} benefit={benefit} />);
}

function BenefitTitle({ dossier, benefit }: { dossier: string; benefit: Benefit }) {
  const words = evidenceTexts(useLanguage()).page;
  return (
    <BenefitSection title={`${words.benefits}: ${dossier}`} id={`benefit-${dossier}`} benefit={benefit} />
  );
}

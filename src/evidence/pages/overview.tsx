import { localize } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import { Verdict } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { refusalText } from '../answers.ts';
import { numberText } from '../figure-text.ts';
import { laterIn } from '../rules/as-of.ts';
import type { Comparison } from '../rules/comparability.ts';
import type { Series } from '../rules/series.ts';
import { dossierTexts, loadBenefits, loadTable, type Moment } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { unitName } from '../text/words.ts';
import { BenefitSection } from './benefits.tsx';
import { CountsByYear, verdictOnEnds } from './counts.tsx';
import { drawnPoints } from './drawn-points.ts';
import { LaterFigures } from './figures.tsx';

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

/** With a `context`, the figures of the picture stand below it as a table; without one, the page has them itself. */
export function SeriesWithVerdict({ found, context }: { found: InstructiveSeries; context?: PageContext }) {
  const language = useLanguage();
  const words = evidenceTexts(language).page;
  const { verdict, drawn } = found;
  const title = localize(drawn.title, language, ['en']).text;
  return (
    <>
      <p>{title}</p>
      <SeriesChart
        title={title}
        unit={unitName(drawn.unit ?? '', language)}
        points={drawnPoints(drawn.points, language)}
      />
      <LaterFigures count={laterIn([drawn])} />
      {context !== undefined && <CountsByYear table={[drawn]} context={context} />}
      {verdict.comparable ? (
        <Verdict tone="good" title={words.comparable}>
          {words.change(numberText(verdict.from, language), numberText(verdict.to, language))}
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
            <p>
              {words.instead(
                title,
                numberText(verdict.alternative.from, language),
                numberText(verdict.alternative.to, language),
              )}
            </p>
          )}
        </Verdict>
      )}
    </>
  );
}

/** Potential beside realised, for every dossier that has both sides, one of them perhaps only after the date. */
export async function benefitsOf(tx: Transaction, context: PageContext) {
  const { register, asOf, knownAt } = context;
  const titleOf = await dossierTexts(tx, register, knownAt);
  return (await loadBenefits(tx, register, { register: register.id, asOf, knownAt }))
    .filter(({ benefit, later }) => benefit.potential.length > 0 && benefit.realised.length + later > 0)
    .map(({ dossier, benefit, later }) => (
      <BenefitSection
        dossier={titleOf(dossier)}
        id={`benefit-${dossier}`}
        benefit={benefit}
        later={later}
        context={context}
      />
    ));
}

import { localeOf } from '#kernel/languages.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import { numberOf, type ObservationValue } from '#kernel/observation-value.ts';
import type { PageContext } from '#platform/module.ts';
import { BarRow, EmptyState, Section, Sources, Verdict } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { observations } from '../model.ts';
import type { Benefit, Figure } from '../rules/benefit.ts';
import { evidenceTexts } from '../text/texts.ts';
import { FigureValue, LaterFigures } from './figures.tsx';

/**
 * Potential beside realised, on one scale, and the share with its reason where none may be given. Each figure leads to its
 * record, and beside its name stands where the source says so.
 */
export function BenefitSection({
  dossier,
  id,
  benefit,
  later,
  context,
}: {
  dossier: LocalizedText;
  id: string;
  benefit: Benefit;
  /** How many figures are left out because they are later than the date asked about. */
  later: number;
  context: Pick<PageContext, 'href' | 'register'>;
}) {
  const language = useLanguage();
  const words = evidenceTexts(language);
  const all = [...benefit.potential, ...benefit.realised];
  const longest = Math.max(0, ...all.map((figure) => sizeOf(figure.value) ?? 0));
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  const written = ({ ratio, bound }: { ratio: number; bound: 'lower' | 'upper' | null }) =>
    `${bound === null ? '' : bound === 'lower' ? '≥ ' : '≤ '}${percent.format(ratio)}`;
  const where = (figure: Figure) => figure.geography ?? words.page.geographyNotStated;
  const shown = (figure: Figure) => (
    <a href={context.href(observations.href(figure.observation))}>
      <FigureValue value={figure.value} unit={figure.unit} />
    </a>
  );
  const sources = (figure: Figure) => <Sources register={context.register} sections={figure.source} />;
  const row = (figure: Figure, label: string, faint: boolean) => {
    const size = sizeOf(figure.value);
    return (
      <BarRow
        label={
          <>
            {label} {sources(figure)}
          </>
        }
        share={size === undefined || longest === 0 ? null : size / longest}
        text={shown(figure)}
        faint={faint}
      />
    );
  };
  return (
    <Section
      title={
        <>
          {words.page.benefits}: <Lang text={dossier} />
        </>
      }
      id={id}
    >
      {benefit.potential.length === 0 && <EmptyState why={words.page.noPotential} />}
      {benefit.potential.map((figure) => row(figure, words.page.couldBring(where(figure)), true))}
      {benefit.realised.length === 0 && <EmptyState why={words.page.noRealised} />}
      {benefit.realised.map((figure) =>
        row(figure, words.page.brought(figure.period ?? words.page.periodNotStated), false),
      )}
      {benefit.shares.map((figure) => (
        <p>
          {words.page.share}: {shown(figure)}, {figure.period ?? words.page.periodNotStated}; {where(figure)}{' '}
          {sources(figure)}
        </p>
      ))}
      {benefit.ratios.map((ratio) =>
        ratio.given ? (
          <Verdict tone="good" title={words.page.comparable}>
            {words.page.ratioGiven(written(ratio), ratio.geography ?? '')}
          </Verdict>
        ) : (
          <Verdict tone="part" title={words.page.notComparable}>
            {words.page.ratioRefused(
              nameOf(benefit, ratio.potential, words.page.geographyNotStated),
              words.ratioRefusals[ratio.reason],
            )}
          </Verdict>
        ),
      )}
      {benefit.inferredRatios.map((ratio) =>
        ratio.given ? (
          <Verdict tone="none" title={words.page.scopeDiffers}>
            {words.page.ratioUncertain(written(ratio), ratio.geography ?? '', ratio.basis ?? '')}
          </Verdict>
        ) : null,
      )}
      <LaterFigures count={later} />
    </Section>
  );
}

/** The figure by what the reader sees of it, not by its id. */
function nameOf(benefit: Benefit, observation: string, notStated: string): string {
  const figure = benefit.potential.find((potential) => potential.observation === observation);
  return figure?.geography ?? notStated;
}

function sizeOf(value: ObservationValue): number | undefined {
  return value.kind === 'bound' ? value.value : numberOf(value);
}

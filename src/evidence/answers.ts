import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { formatValue, type ObservationValue } from '#kernel/observation-value.ts';
import { texts } from '#platform/text/texts.ts';
import type { Benefit } from './rules/benefit.ts';
import { type Caveat, type Comparison, comparableYears, type Refusal } from './rules/comparability.ts';
import type { Point, Series } from './rules/series.ts';
import type { Catalogue } from './store.ts';
import { evidenceTexts } from './text/texts.ts';
import { findEvidenceWord } from './text/words.ts';

/** What commands and exports answer: plain JSON with codes for machines and sentences for people. */

export function comparisonAnswer(
  series: Series,
  years: readonly [string, string],
  comparison: Comparison,
  language: Language,
) {
  const base = { series: series.id, years: { from: years[0], to: years[1] } };
  const sourceCaveats = series.caveats.map((text) => ({ code: 'source', text }));
  if (comparison.comparable)
    return {
      ...base,
      comparable: true,
      from: comparison.from,
      to: comparison.to,
      change: comparison.to - comparison.from,
      reasons: [],
      alternative: null,
      caveats: [
        ...comparison.caveats.map((caveat) => ({ code: caveat.code, text: caveatText(caveat, language) })),
        ...sourceCaveats,
      ],
    };
  return {
    ...base,
    comparable: false,
    reasons: comparison.reasons.map(({ code, params }) => ({
      code,
      params,
      text: refusalText({ code, params }, language),
    })),
    alternative: comparison.alternative,
    caveats: sourceCaveats,
  };
}

/** A refusal as a sentence. Ids of series become their titles where the table that they stand in is given. */
export function refusalText(
  { code, params }: Refusal,
  language: Language,
  table: readonly Series[] = [],
): string {
  return evidenceTexts(language).refusals[code](namedParams(params, language, table));
}

/** What must be said with a comparison, as a sentence; titles as in a refusal. */
export function caveatText(
  { code, params }: Caveat,
  language: Language,
  table: readonly Series[] = [],
): string {
  return evidenceTexts(language).caveats[code](namedParams(params, language, table));
}

function namedParams(
  params: Refusal['params'],
  language: Language,
  table: readonly Series[],
): Refusal['params'] {
  const titles = new Map(table.map(({ id, title }) => [id, localize(title, language, ['en']).text]));
  const named = Object.entries(params).map(([name, value]) => [
    name,
    value
      .split(', ')
      .map((id) => titles.get(id) ?? findEvidenceWord(id, language) ?? id)
      .join(', '),
  ]);
  return Object.fromEntries(named);
}

export function seriesAnswer(catalogue: Catalogue, series: Series, language: Language) {
  return {
    series: series.id,
    title: localize(series.title, language, ['en']).text,
    unit: series.unit,
    parts: series.parts,
    partsInferred: series.partsInferred,
    points: series.points.map((point) => pointAnswer(catalogue, series, point)),
    caveats: series.caveats,
  };
}

function pointAnswer(catalogue: Catalogue, series: Series, point: Point) {
  const { value, parts } = point;
  const expected = series.parts.length > 0 ? series.parts.length : 1;
  const reported = series.parts.length > 0 ? parts.reported.length : value.kind === 'missing' ? 0 : 1;
  return {
    year: point.year,
    ...valueAnswer(value),
    reported,
    expected,
    partsMissing: parts.missing,
    flags: point.flags,
    covers: point.covers,
    geography: point.geography,
    method: point.method,
    dimension: point.dimension,
    comparableWith: point.year === null ? [] : comparableYears(catalogue.table, series, point.year),
    record: `${point.record.kind}/${point.record.id}`,
    source: point.source,
  };
}

/** `value` is a number or null and never stands for a range, a text or a gap. */
export function valueAnswer(value: ObservationValue) {
  switch (value.kind) {
    case 'value':
      return { kind: value.kind, value: value.value, ...(value.nilConfirmed ? { nilConfirmed: true } : {}) };
    case 'range':
      return { kind: value.kind, value: null, min: value.min, max: value.max };
    case 'bound':
      return { kind: value.kind, bound: value.bound, value: value.value };
    case 'text':
      return { kind: value.kind, value: null, text: value.text };
    case 'missing':
      return { kind: value.kind, value: null, missing: { reason: value.reason, note: value.note } };
  }
}

export function benefitAnswer(dossier: string, benefit: Benefit, language: Language) {
  const words = evidenceTexts(language).ratioRefusals;
  const figure = (item: Benefit['potential'][number]) => ({
    observation: item.observation,
    indicator: item.indicator,
    ...valueAnswer(item.value),
    unit: item.unit,
    period: item.period,
    geography: item.geography,
    inferredGeography: item.inferred,
    method: item.method,
    note: item.note,
    source: item.source,
  });
  const share = (item: Benefit['ratios'][number]) =>
    item.given ? { ...item, percent: percentOf(item.ratio) } : { ...item, text: words[item.reason] };
  return {
    dossier,
    potential: benefit.potential.map(figure),
    realised: benefit.realised.map(figure),
    shares: benefit.shares.map(figure),
    ratios: benefit.ratios.map(share),
    inferred: benefit.inferredRatios.map((item) => ({
      ...share(item),
      uncertain: item.given && !item.certain,
    })),
  };
}

/** One decimal is what figures rounded to millions can bear. */
export function percentOf(ratio: number): number {
  return Math.round(ratio * 1000) / 10;
}

/** A value in words for the terminal; the reason in the reader's language where there is none. */
export function formatAnswer(value: ObservationValue, language: Language): string {
  return value.kind === 'missing'
    ? `(${texts(language).missing[value.reason]})`
    : formatValue(value, language);
}

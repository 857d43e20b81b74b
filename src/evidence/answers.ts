import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { formatValue, type ObservationValue } from '#kernel/observation-value.ts';
import { combine, fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';
import type {
  BenefitAnswer,
  BenefitList,
  ComparisonAnswer,
  SeriesAnswer,
  SeriesList,
  ValueAnswer,
} from './contract.ts';
import { type Benefit, benefitOf } from './rules/benefit.ts';
import {
  type Caveat,
  type Comparison,
  comparableYears,
  compareYears,
  type Refusal,
} from './rules/comparability.ts';
import type { Point, Series } from './rules/series.ts';
import {
  dossierTitles,
  type Known,
  listDossierFigures,
  listFigures,
  listSeriesIds,
  loadCatalogue,
  loadSeries,
  type Moment,
} from './store.ts';
import { evidenceTexts } from './text/texts.ts';
import { findEvidenceWord } from './text/words.ts';

/** What commands and API answer: plain JSON with codes for machines and sentences for people. */

const knownOf = ({ register, knownAt }: ReadContext): Known => ({ register: register.id, knownAt });
/** They take no date "as of": every figure that was known by then. */
const momentOf = (context: ReadContext): Moment => ({ ...knownOf(context), asOf: null });

export async function listSeries(context: ReadContext): Promise<Result<SeriesList>> {
  const { table, indicators } = await context.read((tx) => loadCatalogue(tx, momentOf(context)));
  const head = (kind: 'counts' | 'indicators') => (series: Series) => ({
    series: series.id,
    title: localize(series.title, context.language, ['en']).text,
    unit: series.unit,
    kind,
    figures: series.points.length,
  });
  return ok({
    ...knownOf(context),
    series: [...table.map(head('counts')), ...indicators.map(head('indicators'))],
  });
}

/** Problem: `series_not_found`. */
export async function getSeries(
  context: ReadContext,
  asked: { readonly series: string },
): Promise<Result<SeriesAnswer>> {
  const found = await chooseSeries(context, asked.series);
  if (!found.ok) return found;
  return ok(seriesAnswer(found.value.table, found.value.series, context.language));
}

/** Problems: `series_not_found`, `year_invalid`. A refused comparison is an answer. */
export async function getComparison(
  context: ReadContext,
  asked: { readonly series: string; readonly from: string; readonly to: string },
): Promise<Result<ComparisonAnswer>> {
  const chosen = combine<[Chosen, PartialDate, PartialDate]>([
    await chooseSeries(context, asked.series),
    parseYear(asked.from, 'from'),
    parseYear(asked.to, 'to'),
  ]);
  if (!chosen.ok) return chosen;
  const [{ table, series }, from, to] = chosen.value;
  const comparison = compareYears(table, series, from, to);
  return ok(comparisonAnswer(series, [from, to], comparison, context.language));
}

export async function listBenefits(context: ReadContext): Promise<Result<BenefitList>> {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const titleOf = await dossierTitles(tx, context.register, context.knownAt, context.language);
    const benefits = await listDossierFigures(tx, context.register, moment);
    return ok({
      ...knownOf(context),
      dossiers: benefits.map(({ dossier }) => ({ dossier, title: titleOf(dossier) })),
    });
  });
}

/** Problem: `dossier_not_found`, also for a dossier without a figure on either side. */
export async function getBenefit(
  context: ReadContext,
  { dossier }: { readonly dossier: string },
): Promise<Result<BenefitAnswer>> {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const figures = await listFigures(tx, moment, dossier);
    if (figures.length > 0) return ok(benefitAnswer(dossier, benefitOf(figures), context.language));
    const others = await listDossierFigures(tx, context.register, moment);
    const known = others.map((other) => other.dossier).join(', ');
    return fail(problem('dossier_not_found', 'dossier', { dossier, known }));
  });
}

type Chosen = { readonly table: readonly Series[]; readonly series: Series };

/** The series of that id; when there is none, the problem names the ids that look most like it. */
async function chooseSeries(context: ReadContext, id: string): Promise<Result<Chosen>> {
  return context.read(async (tx) => {
    const { table, series } = await loadSeries(tx, momentOf(context), id);
    if (series !== undefined) return ok({ table, series });
    const ids = await listSeriesIds(tx, momentOf(context));
    const like = ids.filter((other) => other.toLowerCase().includes(id.toLowerCase().slice(0, 4)));
    const nearest = (like.length > 0 ? like.slice(0, mostNear) : ids.slice(0, mostNamed)).join(', ');
    return fail(problem('series_not_found', 'series', { series: id, nearest }));
  });
}

/** More ids in a sentence help nobody. */
const mostNear = 5;
const mostNamed = 100;

function parseYear(text: string, path: string): Result<PartialDate> {
  return /^\d{4}$/.test(text)
    ? parsePartialDate(text, path)
    : fail(problem('year_invalid', path, { received: text }));
}

function comparisonAnswer(
  series: Series,
  years: readonly [string, string],
  comparison: Comparison,
  language: Language,
): ComparisonAnswer {
  const base = { series: series.id, years: { from: years[0], to: years[1] } };
  const sourceCaveats = series.caveats.map((text) => ({ code: 'source' as const, text }));
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
      params: { ...params },
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

function seriesAnswer(table: readonly Series[], series: Series, language: Language): SeriesAnswer {
  return {
    series: series.id,
    title: localize(series.title, language, ['en']).text,
    unit: series.unit,
    parts: [...series.parts],
    partsInferred: series.partsInferred,
    points: series.points.map((point) => pointAnswer(table, series, point)),
    caveats: [...series.caveats],
  };
}

function pointAnswer(table: readonly Series[], series: Series, point: Point): SeriesAnswer['points'][number] {
  const { value, parts } = point;
  const expected = series.parts.length > 0 ? series.parts.length : 1;
  const reported = series.parts.length > 0 ? parts.reported.length : value.kind === 'missing' ? 0 : 1;
  return {
    year: point.year,
    ...valueAnswer(value),
    reported,
    expected,
    partsMissing: [...parts.missing],
    flags: [...point.flags],
    covers: [...point.covers],
    geography: point.geography,
    method: point.method,
    dimension: point.dimension,
    comparableWith: point.year === null ? [] : [...comparableYears(table, series, point.year)],
    record: `${point.record.kind}/${point.record.id}`,
    source: [...point.source],
  };
}

/** `value` is a number or null and never stands for a range, a text or a gap. */
function valueAnswer(value: ObservationValue): ValueAnswer {
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

function benefitAnswer(dossier: string, benefit: Benefit, language: Language): BenefitAnswer {
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
    source: [...item.source],
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
function percentOf(ratio: number): number {
  return Math.round(ratio * 1000) / 10;
}

/** A value in words for the terminal; the reason in the reader's language where there is none. */
export function formatAnswer(answer: ValueAnswer, language: Language): string {
  return answer.kind === 'missing'
    ? `(${texts(language).missing[answer.missing.reason]})`
    : formatValue(answer, language);
}

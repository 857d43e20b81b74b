import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import type { MissingReason, ObservationValue } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import {
  type Cell,
  CountsTable,
  cases,
  counts,
  discrepancies,
  indicators,
  observations,
  statements,
} from './model.ts';
import { isLater, laterIn, seriesAsOf } from './rules/as-of.ts';
import { type Benefit, benefitOf, type Figure, sideOf } from './rules/benefit.ts';
import { type Point, type Series, seriesOfCounts } from './rules/series.ts';

export type Known = { readonly register: string; readonly knownAt: PartialDate };
/** `asOf` leaves out the figures of periods that certainly begin after it; null leaves out none. */
export type Moment = Known & { readonly asOf: PartialDate | null };

/** Everything that can be asked as a series: the rows of the table of counts, and every indicator. */
export type Catalogue = {
  /** The rows of the table of counts, among which a like-for-like alternative is looked for. */
  readonly table: readonly Series[];
  readonly indicators: readonly Series[];
};

export async function loadCatalogue(tx: Transaction, moment: Moment): Promise<Catalogue> {
  const measured = await allRecords(tx, { ...moment, kinds: [indicators.name] });
  const observed = await allRecords(tx, { ...moment, kinds: [observations.name] });
  return {
    table: await loadTable(tx, moment),
    indicators: seriesOfIndicators(measured, observed, moment.asOf),
  };
}

/** The rows of the table of counts by year. */
export async function loadTable(tx: Transaction, moment: Moment): Promise<readonly Series[]> {
  const rows = await allRecords(tx, { ...moment, kinds: [counts.name] });
  const about = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['counts_by_year'] });
  const said = CountsTable.safeParse(about[0]?.body.content ?? {});
  const table = said.success ? said.data : {};
  const series = seriesOfCounts(
    rows.map(({ id, body }) => ({
      id,
      title: counts.title(body),
      unit: textOrNull(body.unit),
      isTotal: body.computed_in_report === true,
      cells: body.cells as Readonly<Record<string, Cell>>,
      source: sectionsOf(body, sectionsOf((about[0]?.body.content ?? {}) as RecordBody)),
    })),
    (table.derived_checks ?? []).map((check) => check.check),
    table.caveats ?? [],
  );
  return series.map((one) => seriesAsOf(one, moment.asOf));
}

/** The series of these indicators, each with its observations, in their order. */
export async function loadIndicators(
  tx: Transaction,
  moment: Moment,
  measured: readonly StoredRecord[],
): Promise<readonly Series[]> {
  const says = measured.map(({ id }) => ({ indicator: id }));
  const observed = await allRecords(tx, { ...moment, kinds: [observations.name], says });
  return seriesOfIndicators(measured, observed, moment.asOf);
}

/** A row of the table or an indicator, and the table among which a like-for-like alternative is looked for. */
export async function loadSeries(
  tx: Transaction,
  moment: Moment,
  id: string,
): Promise<{ readonly table: readonly Series[]; readonly series: Series | undefined }> {
  const table = await loadTable(tx, moment);
  const row = table.find((series) => series.id === id);
  if (row !== undefined) return { table, series: row };
  const indicator = await findRecord(tx, { ...moment, kind: indicators.name, id });
  const [series] = indicator === undefined ? [] : await loadIndicators(tx, moment, [indicator]);
  return { table, series };
}

/** The ids of all series, in the order of the catalogue. */
export async function listSeriesIds(tx: Transaction, moment: Known): Promise<readonly string[]> {
  const records = await allRecords(tx, { ...moment, kinds: [counts.name, indicators.name] });
  return records.map(({ id }) => id);
}

/** How many figures the register holds, how many of which it only knows that and why they are missing, and how many are later. */
export function countFigures(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<{ readonly stated: number; readonly missing: number; readonly later: number }> {
  return remember(register, ['figures', ...datesOf(moment)], async () => {
    const { table, indicators: measured } = await loadCatalogue(tx, moment);
    const points = [...table, ...measured].flatMap((series) => series.points);
    const missing = points.filter((point) => point.value.kind === 'missing').length;
    return { stated: points.length - missing, missing, later: laterIn([...table, ...measured]) };
  });
}

/** The dates of a question whose answer is remembered. */
function datesOf({ asOf, knownAt }: Moment): readonly (string | null)[] {
  return [asOf === null ? null : lastDay(asOf), lastDay(knownAt)];
}

function seriesOfIndicators(
  measured: readonly StoredRecord[],
  observed: readonly StoredRecord[],
  asOf: PartialDate | null,
): readonly Series[] {
  const byIndicator = Map.groupBy(observed, ({ body }) => String(body.indicator));
  return measured.map((indicator) =>
    seriesAsOf(seriesOfIndicator(indicator, byIndicator.get(indicator.id) ?? []), asOf),
  );
}

function seriesOfIndicator(indicator: StoredRecord, observed: readonly StoredRecord[]): Series {
  return {
    id: indicator.id,
    title: indicators.title(indicator.body),
    unit: textOrNull(indicator.body.unit),
    parts: [],
    partsInferred: false,
    caveats: [],
    points: observed.map(pointOfObservation).sort((a, b) => (a.year ?? '').localeCompare(b.year ?? '')),
  };
}

function pointOfObservation({ id, body }: StoredRecord): Point {
  const status = textOrNull(body.status);
  return {
    year: textOrNull(body.period),
    value: observedValue(body),
    flags: status === 'estimate' || status === 'approximate' ? ['estimated'] : [],
    covers: [String(body.indicator)],
    parts: { reported: [], missing: [] },
    geography: textOrNull(body.geo),
    definition: textOrNull(body.definition),
    method: status,
    dimension: [body.from, body.to].some((end) => typeof end === 'string')
      ? `${body.from ?? '?'} → ${body.to ?? '?'}`
      : null,
    record: { kind: observations.name, id },
    source: sectionsOf(body),
  };
}

/**
 * The value of an observation as the layout writes it: `value` with `status`, or `missing` with a reason, or words.
 * A null that the file gives no reason for is not stated; it is never zero.
 */
export function observedValue(body: RecordBody): ObservationValue {
  const { value, status, text } = body;
  if (typeof value === 'number') {
    if (status === 'upper_bound') return { kind: 'bound', bound: 'upper', value };
    if (status === 'lower_bound') return { kind: 'bound', bound: 'lower', value };
    return body.nil_confirmed === true
      ? { kind: 'value', value, nilConfirmed: true }
      : { kind: 'value', value };
  }
  if (typeof value === 'object' && value !== null) {
    if ('text' in value) return { kind: 'text', text: String(value.text) };
    if ('min' in value && 'max' in value)
      return { kind: 'range', min: Number(value.min), max: Number(value.max) };
  }
  if (typeof text === 'string') return { kind: 'text', text };
  const missing = body.missing as { reason: MissingReason; note?: string | null } | null | undefined;
  return { kind: 'missing', reason: missing?.reason ?? 'not_stated', note: missing?.note ?? null };
}

/** What one dossier could bring and what it brought: its figures, each on a side of its benefit. */
export type DossierFigures = {
  readonly dossier: string;
  readonly figures: readonly Figure[];
  /** How many figures of periods after the date asked about are left out. */
  readonly later: number;
};

/** Every dossier with a figure on some side of its benefit, in the order of its first indicator. */
export function listDossierFigures(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<readonly DossierFigures[]> {
  return remember(register, ['benefits', ...datesOf(moment)], async () => {
    const measured = await allRecords(tx, { ...moment, kinds: [indicators.name] });
    const observed = await allRecords(tx, { ...moment, kinds: [observations.name] });
    return benefitsAmong(measured, observed, moment.asOf);
  });
}

/** The figures of one dossier; empty when none of them is on a side. */
export async function listFigures(
  tx: Transaction,
  moment: Moment,
  dossier: string,
): Promise<readonly Figure[]> {
  const measured = await allRecords(tx, { ...moment, kinds: [indicators.name], says: [{ case: dossier }] });
  const says = measured.map(({ id }) => ({ indicator: id }));
  const observed = await allRecords(tx, { ...moment, kinds: [observations.name], says });
  return benefitsAmong(measured, observed, moment.asOf)[0]?.figures ?? [];
}

function benefitsAmong(
  measured: readonly StoredRecord[],
  observed: readonly StoredRecord[],
  asOf: PartialDate | null,
): readonly DossierFigures[] {
  const byDossier = Map.groupBy(
    measured.filter(({ body }) => typeof body.case === 'string'),
    ({ body }) => String(body.case),
  );
  const dossierOf = new Map(measured.map(({ id, body }) => [id, body.case]));
  const observedOf = Map.groupBy(observed, ({ body }) => dossierOf.get(String(body.indicator)));
  return [...byDossier].flatMap(([dossier, own]) => {
    const byId = new Map(own.map((indicator) => [indicator.id, indicator]));
    const all = (observedOf.get(dossier) ?? []).flatMap((record) => figuresOf(record, byId));
    const figures = all.filter(({ period }) => !isLater(period, asOf));
    return all.length === 0 ? [] : [{ dossier, figures, later: all.length - figures.length }];
  });
}

/** An observation as a figure on a side of its dossier's benefit; none when it is on no side. */
function figuresOf(
  { id, body }: StoredRecord,
  measured: ReadonlyMap<string, StoredRecord>,
): readonly Figure[] {
  const indicator = measured.get(String(body.indicator));
  if (indicator === undefined) return [];
  const method = textOrNull(body.status);
  const side = sideOf({ id: indicator.id, benefit: textOrNull(indicator.body.benefit) }, method);
  if (side === null) return [];
  const inferred = body.geo_inferred as { value: string; basis: string; certain: boolean } | null | undefined;
  return [
    {
      observation: id,
      indicator: indicator.id,
      side,
      value: observedValue(body),
      unit: textOrNull(indicator.body.unit),
      period: textOrNull(body.period),
      geography: textOrNull(body.geo),
      inferred: inferred
        ? { geography: inferred.value, basis: inferred.basis, certain: inferred.certain }
        : null,
      method,
      note: textOrNull(body.note) ?? textOrNull(body.derivation) ?? textOrNull(body.basis),
      source: sectionsOf(body),
    },
  ];
}

/** What dossiers are called; one that the register does not describe goes by its id. */
export async function dossierTexts(
  tx: Transaction,
  register: Register,
  knownAt: PartialDate,
): Promise<(dossier: string) => LocalizedText> {
  const titles = await remember(register, ['dossiers', lastDay(knownAt)], async () => {
    const records = await allRecords(tx, { register: register.id, knownAt, kinds: [cases.name] });
    return records.map(({ id, body }) => [id, cases.title(body)] as const);
  });
  const byId = new Map(titles);
  return (dossier) => byId.get(dossier) ?? { texts: { en: dossier }, authentic: [] };
}

/** The same in one language, for what cannot say which one it is in: the label of a facet, a cell of an answer. */
export async function dossierTitles(
  tx: Transaction,
  register: Register,
  knownAt: PartialDate,
  language: string,
): Promise<(dossier: string) => string> {
  const textOf = await dossierTexts(tx, register, knownAt);
  return (dossier) => localize(textOf(dossier), language, ['en']).text;
}

export type DossierBenefit = { readonly dossier: string; readonly benefit: Benefit; readonly later: number };

/** Potential beside realised of every dossier that has a figure on either side. */
export async function loadBenefits(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<readonly DossierBenefit[]> {
  const found = await listDossierFigures(tx, register, moment);
  return found.map(({ dossier, figures, later }) => ({ dossier, benefit: benefitOf(figures), later }));
}

/** What the source says of its table of counts as a whole: its warnings, and what an empty cell of it means. */
export async function loadCountsNotes(
  tx: Transaction,
  moment: Known,
): Promise<{ readonly caveats: readonly string[]; readonly dash: string | null }> {
  const about = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['counts_by_year'] });
  const said = CountsTable.safeParse(about[0]?.body.content ?? {});
  const { caveats, printed_dash_means: dash } = said.success ? said.data : {};
  return { caveats: caveats ?? [], dash: dash ?? null };
}

export type Discrepancy = {
  readonly id: string;
  readonly title: LocalizedText;
  /** Ids of the records that it is about; null where nobody has said. */
  readonly about: readonly string[] | null;
  readonly source: readonly string[];
};

/**
 * The source's contradictions that are about these records. Where nobody has said what one is about, it concerns what cites
 * all of its sections: one that spans sections cited apart concerns neither place alone.
 */
export async function listDiscrepancies(
  tx: Transaction,
  moment: Known,
  ids: readonly string[],
  sections: readonly string[],
): Promise<readonly Discrepancy[]> {
  const cited = new Set(sections);
  return (await allDiscrepancies(tx, moment)).filter(({ about, source }) =>
    about === null
      ? source.length > 0 && source.every((section) => cited.has(section))
      : about.some((id) => ids.includes(id)),
  );
}

export async function allDiscrepancies(tx: Transaction, moment: Known): Promise<readonly Discrepancy[]> {
  const records = await allRecords(tx, { ...moment, kinds: [discrepancies.name] });
  return records.map(({ id, body }) => ({
    id,
    title: discrepancies.title(body),
    about: Array.isArray(body.about) ? body.about.map(String) : null,
    source: sectionsOf(body),
  }));
}

export function sectionsOf(body: RecordBody, otherwise: readonly string[] = []): readonly string[] {
  if (Array.isArray(body.source)) return body.source.map(String);
  const { content } = body;
  return typeof content === 'object' &&
    content !== null &&
    'source' in content &&
    Array.isArray(content.source)
    ? content.source.map(String)
    : otherwise;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

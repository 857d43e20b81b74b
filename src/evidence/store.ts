import type { PartialDate } from '#kernel/dates.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import type { MissingReason, ObservationValue } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
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
import { type Benefit, benefitOf, type Figure, sideOf } from './rules/benefit.ts';
import { type Point, type Series, seriesOfCounts } from './rules/series.ts';

export type Moment = { readonly register: string; readonly knownAt: PartialDate };

/** Everything that can be asked as a series: the rows of the table of counts, and every indicator. */
export type Catalogue = {
  /** The rows of the table of counts, among which a like-for-like alternative is looked for. */
  readonly table: readonly Series[];
  readonly indicators: readonly Series[];
};

export async function loadCatalogue(tx: Transaction, moment: Moment): Promise<Catalogue> {
  const records = await allRecords(tx, {
    ...moment,
    kinds: [counts.name, indicators.name, observations.name],
  });
  const about = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['counts_by_year'] });
  const said = CountsTable.safeParse(about[0]?.body.content ?? {});
  const table = said.success ? said.data : {};
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  return {
    table: seriesOfCounts(
      of(counts.name).map(({ id, body }) => ({
        id,
        title: counts.title(body),
        unit: textOrNull(body.unit),
        isTotal: body.computed_in_report === true,
        cells: body.cells as Readonly<Record<string, Cell>>,
        source: sectionsOf(body, sectionsOf((about[0]?.body.content ?? {}) as RecordBody)),
      })),
      (table.derived_checks ?? []).map((check) => check.check),
      table.caveats ?? [],
    ),
    indicators: of(indicators.name).map((indicator) => seriesOfIndicator(indicator, of(observations.name))),
  };
}

/** How many figures the register holds, and how many of which it only knows that and why they are missing. */
export async function countFigures(
  tx: Transaction,
  moment: Moment,
): Promise<{ readonly stated: number; readonly missing: number }> {
  const { table, indicators: measured } = await loadCatalogue(tx, moment);
  const points = [...table, ...measured].flatMap((series) => series.points);
  const missing = points.filter((point) => point.value.kind === 'missing').length;
  return { stated: points.length - missing, missing };
}

export function findSeries(catalogue: Catalogue, id: string): Series | undefined {
  return [...catalogue.table, ...catalogue.indicators].find((series) => series.id === id);
}

function seriesOfIndicator(indicator: StoredRecord, all: readonly StoredRecord[]): Series {
  return {
    id: indicator.id,
    title: indicators.title(indicator.body),
    unit: textOrNull(indicator.body.unit),
    parts: [],
    partsInferred: false,
    caveats: [],
    points: all
      .filter((observation) => observation.body.indicator === indicator.id)
      .map(pointOfObservation)
      .sort((a, b) => (a.year ?? '').localeCompare(b.year ?? '')),
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

/** The figures of one dossier that are on a side of its benefit. */
export async function listFigures(
  tx: Transaction,
  moment: Moment,
  dossier: string,
): Promise<readonly Figure[]> {
  const records = await allRecords(tx, { ...moment, kinds: [indicators.name, observations.name] });
  const measured = new Map(
    records
      .filter((record) => record.kind === indicators.name && record.body.case === dossier)
      .map((record) => [record.id, record]),
  );
  return records.flatMap((record): readonly Figure[] => {
    const indicator = measured.get(String(record.body.indicator));
    if (record.kind !== observations.name || indicator === undefined) return [];
    const method = textOrNull(record.body.status);
    const side = sideOf({ id: indicator.id, benefit: textOrNull(indicator.body.benefit) }, method);
    if (side === null) return [];
    const inferred = record.body.geo_inferred as
      | { value: string; basis: string; certain: boolean }
      | null
      | undefined;
    return [
      {
        observation: record.id,
        indicator: indicator.id,
        side,
        value: observedValue(record.body),
        unit: textOrNull(indicator.body.unit),
        period: textOrNull(record.body.period),
        geography: textOrNull(record.body.geo),
        inferred: inferred
          ? { geography: inferred.value, basis: inferred.basis, certain: inferred.certain }
          : null,
        method,
        note:
          textOrNull(record.body.note) ?? textOrNull(record.body.derivation) ?? textOrNull(record.body.basis),
        source: sectionsOf(record.body),
      },
    ];
  });
}

/** What dossiers are called; one that the register does not describe goes by its id. */
export async function dossierTitles(
  tx: Transaction,
  moment: Moment,
  language: string,
): Promise<(dossier: string) => string> {
  const records = await allRecords(tx, { ...moment, kinds: [cases.name] });
  const titles = new Map(
    records.map(({ id, body }) => [id, localize(cases.title(body), language, ['en']).text]),
  );
  return (dossier) => titles.get(dossier) ?? dossier;
}

/** Dossiers that have at least one figure of potential or realised benefit. */
export async function listBenefitDossiers(tx: Transaction, moment: Moment): Promise<readonly string[]> {
  const records = await allRecords(tx, { ...moment, kinds: [indicators.name] });
  const dossiers = [
    ...new Set(records.flatMap(({ body }) => (typeof body.case === 'string' ? [body.case] : []))),
  ];
  const figures = await Promise.all(dossiers.map((dossier) => listFigures(tx, moment, dossier)));
  return dossiers.filter((_, index) => (figures[index] ?? []).length > 0);
}

export type DossierBenefit = { readonly dossier: string; readonly benefit: Benefit };

/** Potential beside realised of every dossier that has a figure on either side. */
export async function loadBenefits(tx: Transaction, moment: Moment): Promise<readonly DossierBenefit[]> {
  const dossiers = await listBenefitDossiers(tx, moment);
  const benefits: DossierBenefit[] = [];
  for (const dossier of dossiers)
    benefits.push({ dossier, benefit: benefitOf(await listFigures(tx, moment, dossier)) });
  return benefits;
}

/** What the source says of its table of counts as a whole: its warnings, and what an empty cell of it means. */
export async function loadCountsNotes(
  tx: Transaction,
  moment: Moment,
): Promise<{ readonly caveats: readonly string[]; readonly dash: string | null }> {
  const about = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['counts_by_year'] });
  const said = CountsTable.safeParse(about[0]?.body.content ?? {});
  const { caveats, printed_dash_means: dash } = said.success ? said.data : {};
  return { caveats: caveats ?? [], dash: dash ?? null };
}

export type Discrepancy = {
  readonly id: string;
  readonly title: LocalizedText;
  readonly source: readonly string[];
};

/**
 * The source's contradictions that concern what cites these sections: those all of whose sections are cited. One that
 * spans sections cited apart concerns neither place alone.
 */
export async function listDiscrepancies(
  tx: Transaction,
  moment: Moment,
  sections: readonly string[],
): Promise<readonly Discrepancy[]> {
  const cited = new Set(sections);
  return (await allDiscrepancies(tx, moment)).filter(
    ({ source }) => source.length > 0 && source.every((section) => cited.has(section)),
  );
}

export async function allDiscrepancies(tx: Transaction, moment: Moment): Promise<readonly Discrepancy[]> {
  const records = await allRecords(tx, { ...moment, kinds: [discrepancies.name] });
  return records.map(({ id, body }) => ({
    id,
    title: discrepancies.title(body),
    source: sectionsOf(body),
  }));
}

export function sectionsOf(body: RecordBody, otherwise: readonly string[] = []): readonly string[] {
  return Array.isArray(body.source) ? body.source.map(String) : otherwise;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

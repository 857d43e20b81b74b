import { z } from 'zod';
import {
  DateField,
  FreeField,
  IdField,
  MissingField,
  recordSchema,
  TextField,
} from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/** A place: `NL`, `BENELUX`, `CWE`. An area of a source need not be a party. */
const GeoField = TextField;

/** A plain figure, a range, a text, or null when the figure is missing (with `missing` saying why). */
export const ValueField = z.union([
  z.number(),
  z.object({ min: z.number(), max: z.number() }),
  z.object({ text: z.string() }),
]);

/** Cells of `counts_by_year`: the table's own way to say whether a figure was reported. */
export const cellStatuses = [
  'reported',
  'derived',
  'reported_merged',
  'covered_by_merged_cell',
  'not_available',
  'blank',
] as const;
export type CellStatus = (typeof cellStatuses)[number];
/** Statuses of a cell that holds no figure of its own. */
export const emptyCellStatuses: readonly CellStatus[] = ['covered_by_merged_cell', 'not_available', 'blank'];

export const Cell = z.looseObject({
  value: z.number().nullable(),
  status: z.enum(cellStatuses),
  covers: z.array(IdField).nullish(),
  printed: z.string().nullish(),
});
export type Cell = z.infer<typeof Cell>;

export const Count = recordSchema(
  { id: IdField, cells: z.record(z.string().regex(/^\d{4}$/), Cell) },
  { name: TextField, unit: TextField, computed_in_report: z.boolean() },
);

export const Indicator = recordSchema(
  { id: IdField },
  {
    code: IdField,
    name: TextField,
    unit: TextField,
    level: TextField,
    direction: z.enum(['up', 'down']),
    case: IdField,
    see: TextField,
    definition: TextField,
    /** Which side of a benefit the indicator measures; absent, the end of its code says so (`-POTENTIAL`). */
    benefit: z.enum(['potential', 'realised', 'share']),
  },
);

export const Observation = recordSchema(
  { id: IdField, indicator: IdField },
  {
    period: DateField,
    value: ValueField,
    status: TextField,
    geo: GeoField,
    geo_inferred: z.object({ value: GeoField, basis: TextField, certain: z.boolean() }),
    missing_geo: MissingField,
    text: TextField,
    from: TextField,
    to: TextField,
    as_of: DateField,
    document: TextField,
    derivation: TextField,
    basis: TextField,
    nil_confirmed: z.boolean(),
  },
);

export const OtherCount = recordSchema(
  { id: IdField },
  {
    what: TextField,
    year: z.int(),
    value: z.number(),
    said_by: TextField,
    comparable_with_counts_by_year: z.boolean(),
    why_not: TextField,
  },
);

/** A formula of the table that re-adds: `total = part + part`. Other checks are kept as the words they are. */
export const DerivedCheck = z.looseObject({
  check: z.string(),
  holds_for: z.array(DateField).nullish(),
  for: z.array(DateField).nullish(),
});

/** What the source says of its table as a whole. */
export const CountsTable = z.looseObject({
  title: z.string().nullish(),
  caveats: z.array(z.string()).nullish(),
  merged_cell_note: z.string().nullish(),
  printed_dash_means: z.string().nullish(),
  derived_checks: z.array(DerivedCheck).nullish(),
});
export type CountsTable = z.infer<typeof CountsTable>;

const seriesHref = (id: string) => `/evidence/${id}`;

export const counts = defineKind({
  name: 'counts',
  schema: Count,
  label: {
    nl: { one: 'Reeks uit de telling per jaar', many: 'Reeksen uit de telling per jaar' },
    fr: { one: 'Série du décompte annuel', many: 'Séries du décompte annuel' },
    de: { one: 'Reihe der jährlichen Zählung', many: 'Reihen der jährlichen Zählung' },
    en: { one: 'Series of the yearly count', many: 'Series of the yearly count' },
  },
  titleFrom: ['name'],
  href: seriesHref,
});

export const indicators = defineKind({
  name: 'indicators',
  schema: Indicator,
  label: {
    nl: { one: 'Indicator', many: 'Indicatoren' },
    fr: { one: 'Indicateur', many: 'Indicateurs' },
    de: { one: 'Indikator', many: 'Indikatoren' },
    en: { one: 'Indicator', many: 'Indicators' },
  },
  titleFrom: ['name', 'code'],
  href: seriesHref,
});

export const observations = defineKind({
  name: 'observations',
  schema: Observation,
  label: {
    nl: { one: 'Waarneming', many: 'Waarnemingen' },
    fr: { one: 'Observation', many: 'Observations' },
    de: { one: 'Beobachtung', many: 'Beobachtungen' },
    en: { one: 'Observation', many: 'Observations' },
  },
  titleFrom: ['indicator'],
  yearFrom: ['period', 'as_of'],
  partyFrom: ['geo'],
});

export const otherCounts = defineKind({
  name: 'other_counts',
  schema: OtherCount,
  label: {
    nl: { one: 'Andere telling', many: 'Andere tellingen' },
    fr: { one: 'Autre décompte', many: 'Autres décomptes' },
    de: { one: 'Andere Zählung', many: 'Andere Zählungen' },
    en: { one: 'Other count', many: 'Other counts' },
  },
  titleFrom: ['what'],
  yearFrom: ['year'],
});

export const benefitCategories = defineKind({
  name: 'benefit_categories',
  schema: recordSchema({ id: IdField }, { name: TextField }),
  label: {
    nl: { one: 'Soort opbrengst', many: 'Soorten opbrengst' },
    fr: { one: 'Type de bénéfice', many: 'Types de bénéfice' },
    de: { one: 'Art des Nutzens', many: 'Arten des Nutzens' },
    en: { one: 'Kind of benefit', many: 'Kinds of benefit' },
  },
  titleFrom: ['name'],
});

export const discrepancies = defineKind({
  name: 'discrepancies',
  schema: recordSchema({ id: IdField }, { text: TextField, about: z.array(IdField) }),
  label: {
    nl: { one: 'Tegenspraak in de bron', many: 'Tegenspraken in de bron' },
    fr: { one: 'Contradiction de la source', many: 'Contradictions de la source' },
    de: { one: 'Widerspruch in der Quelle', many: 'Widersprüche in der Quelle' },
    en: { one: 'Contradiction in the source', many: 'Contradictions in the source' },
  },
  titleFrom: ['text'],
});

export const documents = defineKind({
  name: 'documents',
  schema: recordSchema(
    { id: IdField },
    {
      case: TextField,
      year: z.int(),
      author: TextField,
      theme: TextField,
      reference: TextField,
      title: TextField,
    },
  ),
  label: {
    nl: { one: 'Document', many: 'Documenten' },
    fr: { one: 'Document', many: 'Documents' },
    de: { one: 'Dokument', many: 'Dokumente' },
    en: { one: 'Document', many: 'Documents' },
  },
  titleFrom: ['title'],
  yearFrom: ['year'],
});

/** The practical cooperations that indicators measure; the union's groups and instruments name them too. */
export const cases = defineKind({
  name: 'cases',
  schema: recordSchema({ id: IdField }, { name: TextField, chapter: z.int(), measurable: FreeField }),
  label: {
    nl: { one: 'Dossier', many: 'Dossiers' },
    fr: { one: 'Dossier', many: 'Dossiers' },
    de: { one: 'Dossier', many: 'Dossiers' },
    en: { one: 'Dossier', many: 'Dossiers' },
  },
  titleFrom: ['name'],
});

/** Whatever the file says outside its lists, kept whole under the key it stands at: `counts_by_year`, `finance`. */
export const statements = defineKind({
  name: 'statements',
  schema: recordSchema({ id: TextField }, { content: FreeField }),
  label: {
    nl: { one: 'Mededeling van de bron', many: 'Mededelingen van de bron' },
    fr: { one: 'Déclaration de la source', many: 'Déclarations de la source' },
    de: { one: 'Angabe der Quelle', many: 'Angaben der Quelle' },
    en: { one: 'Statement of the source', many: 'Statements of the source' },
  },
  titleFrom: ['id'],
});

export const evidenceKinds = [
  cases,
  counts,
  indicators,
  observations,
  otherCounts,
  benefitCategories,
  discrepancies,
  documents,
  statements,
];

import type { ComponentChildren } from 'preact';
import type { Series } from '#evidence';
import { type Language, localeOf } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { numberOf, type ObservationValue } from '#kernel/observation-value.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { MissingMark } from '#platform/page/missing.tsx';
import { dayText } from '../../days/pages/day-text.ts';
import { daysPath, number } from '../../days/pages/parts.tsx';
import { dayTexts } from '../../days/text/texts.ts';
import { crumbsToEnergy, energyPath } from '../../front/pages/crumbs.ts';
import { listRunNames, runsFolder } from '../../runs/kept-runs.ts';
import type { Mode } from '../../runs/run-file.ts';
import { evidenceFolder, readEvidence } from '../kept-evidence.ts';
import type { AdequacyEvidence, Exactness, Ledger } from '../model.ts';
import {
  type Figure,
  figuresOfAdequacy,
  figuresOfExactness,
  figuresOfLedger,
  type Indicator,
  units,
} from '../rules/figures.ts';
import { evidenceTexts } from '../text/texts.ts';

export const evidencePath = `${energyPath}/evidence`;
export const madeUpPath = `${evidencePath}/made-up`;

export const crumbsToEvidence = (
  context: PageContext,
  ...more: readonly { readonly text: string; readonly path: string }[]
) => crumbsToEnergy(context, ...more);

/** Everything of this node's folder that its pages of evidence tell. */
export type KeptEvidence = {
  readonly ledgers: readonly Ledger[];
  readonly exactness: readonly Exactness[];
  readonly adequacy: readonly AdequacyEvidence[];
  /** Runs that are there. */
  readonly runs: ReadonlySet<string>;
  /** Runs that were kept after anybody held them beside one another. */
  readonly since: number;
  /** Files that cannot be read. */
  readonly unreadable: number;
};

export async function loadKept(dataFolder: string): Promise<KeptEvidence> {
  const folder = evidenceFolder(dataFolder);
  const [runs, exactness, adequacy] = [
    await readEvidence(folder, 'runs'),
    await readEvidence(folder, 'exactness'),
    await readEvidence(folder, 'adequacy'),
  ];
  const there = await listRunNames(runsFolder(dataFolder));
  const told = new Set(runs.kept.flatMap((one) => one.runs));
  return {
    ledgers: runs.kept.flatMap(({ ledgers }) => ledgers),
    ...{ exactness: exactness.kept, adequacy: adequacy.kept, runs: new Set(there) },
    since: there.filter((name) => !told.has(name)).length,
    unreadable: runs.unreadable + exactness.unreadable + adequacy.unreadable,
  };
}

/** All that is kept, as figures. */
export const figuresOf = ({ ledgers, exactness, adequacy }: KeptEvidence): readonly Figure[] => [
  ...ledgers.flatMap(figuresOfLedger),
  ...exactness.flatMap(figuresOfExactness),
  ...adequacy.flatMap(figuresOfAdequacy),
];

/** Digits behind the point that a figure of a unit bears. */
const digits = { 'EUR/MWh': 2, MWh: 4, 'h/year': 2, 'MWh/year': 0 } as const;

/** Whole euros as readers write them. */
export function euros(amount: number, language: Language): string {
  const euro = parseCurrency('EUR');
  const minor = BigInt(Math.round(amount)) * 100n;
  return euro.ok ? formatMoney({ currency: euro.value, minor }, language) : String(amount);
}

/** Not rounded up: what is not all is never shown as all. */
const shareText = (share: number, language: Language) =>
  new Intl.NumberFormat(localeOf(language), {
    ...{ style: 'percent', maximumFractionDigits: 2, roundingMode: 'trunc' },
  }).format(share);

/** A number of an indicator in words; of a year where its name says so. */
export function amountText(amount: number, indicator: Indicator, language: Language): string {
  const unit = units[indicator];
  if (unit === 'EUR') return euros(amount, language);
  if (unit === 'share') return shareText(amount, language);
  return `${number(amount, digits[unit], language)} ${unit.split('/year')[0]}`;
}

export function ValueOf(props: {
  value: ObservationValue;
  indicator: Indicator;
  language: Language;
  note?: ComponentChildren;
}) {
  const { value, indicator, language, note } = props;
  const amount = numberOf(value);
  if (amount !== undefined) return <>{amountText(amount, indicator, language)}</>;
  return <MissingMark reason={value.kind === 'missing' ? value.reason : 'not_stated'} note={note} />;
}

export const modeText = (mode: Mode, language: Language): string => dayTexts(language).page.modes[mode];

/** What a figure was held against, in words. */
export function besideText({ counterfactual }: Pick<Figure, 'counterfactual'>, language: Language): string {
  const { page: words } = evidenceTexts(language);
  if (counterfactual === null) return words.nothing;
  if (counterfactual === 'published') return words.published;
  return counterfactual === 'alone' ? words.alone : modeText(counterfactual, language);
}

export function periodText(days: readonly [string, string], language: Language): string {
  const [from, until] = days.map((day) => dayText(day, language)) as [string, string];
  return from === until ? from : evidenceTexts(language).page.between({ from, until });
}

/** Whose orders: `synthetic:7` says that they are made up, and from what. */
export function ordersText({ from, isSynthetic }: Pick<Figure, 'from' | 'isSynthetic'>, language: Language) {
  const { page: words } = evidenceTexts(language);
  return isSynthetic ? words.madeUp({ seed: from.replace(/^synthetic:/, '') }) : from;
}

/** To a run where it is still there. */
export const runHref = (run: string | null, kept: Pick<KeptEvidence, 'runs'>, context: PageContext) =>
  run !== null && kept.runs.has(run) ? context.href(`${daysPath}/${run}`) : null;

type Row = ExportTable['rows'][number];

/** Figures of ours as rows of an export, each with what it was held against and whether it is made up. */
export const rowsOf = (figures: readonly Figure[]): readonly Row[] =>
  figures.map((figure) => ({
    ...{ basis: figure.isSynthetic ? 'made up' : 'computed', synthetic: figure.isSynthetic },
    ...{ indicator: figure.indicator, ...cellOf(figure.value) },
    ...{ low: figure.interval?.low ?? null, high: figure.interval?.high ?? null },
    ...{ unit: units[figure.indicator], mode: figure.mode, counterfactual: figure.counterfactual },
    beside: figure.beside === null ? null : (numberOf(figure.beside) ?? null),
    ...{ places: figure.places.join(' '), from: figure.days?.[0] ?? null, until: figure.days?.[1] ?? null },
    ...{ count: figure.count, of: figure.of, orders: figure.from, run: figure.run },
  }));

/** What was claimed, as the register has it: a row for each of its figures, and nothing of ours in any of them. */
export const claimRows = (claim: Series): readonly Row[] =>
  claim.points.map(({ year, value, geography, source }) => ({
    ...{ basis: 'claim', synthetic: false, indicator: claim.id, ...cellOf(value) },
    ...{ low: null, high: null, unit: claim.unit, mode: null, counterfactual: null, beside: null },
    ...{ places: geography, from: year, until: year, count: null, of: null },
    ...{ orders: source.map((section) => `§ ${section}`).join(', '), run: null },
  }));

const cellOf = (value: ObservationValue) => ({
  value: numberOf(value) ?? null,
  missing: value.kind === 'missing' ? value.reason : null,
});

/** A file of rows of one kind: `note` says which. */
export function tableOf(
  context: PageContext,
  told: {
    readonly name: string;
    readonly title: string;
    readonly note: string;
    readonly rows: readonly Row[];
  },
): ExportTable {
  const { columns } = evidenceTexts(context.language);
  return {
    ...{ name: told.name, title: told.title, rows: told.rows },
    columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
    notes: [...exportNotes(context), told.note],
  };
}

import { sql } from 'kysely';
import {
  allDiscrepancies,
  type Catalogue,
  cases,
  indicators,
  loadBenefits,
  loadCatalogue,
  loadCountsNotes,
  otherCounts,
  sectionsOf,
  statements,
} from '#evidence';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import { registerKind } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { listKnownSteps, standingOn } from '#platform/records/transitions.ts';
import { groups as groupKind } from '../bodies/model.ts';
import { type Group, listGroups, loadNames, type Moment } from '../bodies/store.ts';
import { obligationsOf } from '../commitments/rules/commitment.ts';
import { instruments } from '../law/model.ts';
import { loadBoard } from '../law/store.ts';
import { type BudgetYear, listBudgets, loadMoney } from '../money/store.ts';
import { parliamentItems } from '../parliament/model.ts';
import { listItems } from '../parliament/store.ts';
import { frozenReports } from '../plans/model.ts';
import { loadPlan } from '../plans/store.ts';
import { events, presidencies, signalFollowups, themes } from '../programme/model.ts';
import type { AtEnds, FrozenReport, ReportGroup, ReportRows } from './model.ts';
import { stepsWithin } from './rules/ledger.ts';
import { periodOf, type ReportPeriod, yearOf } from './rules/years.ts';

/** Kinds of which the report shows records as they are. */
const shown = [
  registerKind,
  otherCounts.name,
  signalFollowups.name,
  events.name,
  instruments.name,
  presidencies.name,
  themes.name,
  parliamentItems.name,
  indicators.name,
];

type YearSources = {
  readonly catalogue: Catalogue;
  readonly budgets: readonly BudgetYear[];
  readonly records: readonly StoredRecord[];
};

/**
 * Years that the source reports on: it gives a figure, a budget, a presidency, themes or an item of parliament for them, by the
 * date asked about. An instrument or event of long ago does not make a year that anyone reports on.
 */
function yearsOf({ catalogue, budgets, records }: YearSources, asOf: PartialDate): readonly string[] {
  const yearly = [presidencies.name, themes.name, otherCounts.name, parliamentItems.name];
  const dated = [
    ...[...catalogue.table, ...catalogue.indicators].flatMap((series) =>
      series.points.map(({ year }) => year),
    ),
    ...budgets.map(({ year }) => year),
    ...records.filter(({ kind }) => yearly.includes(kind)).map(({ body }) => body.tabled ?? body.year),
  ];
  const last = lastDay(asOf).slice(0, 4);
  return [...new Set(dated.flatMap((date) => yearOf(date) ?? []))].filter((year) => year <= last).sort();
}

async function loadYearSources(tx: Transaction, moment: Moment): Promise<YearSources> {
  return {
    catalogue: await loadCatalogue(tx, moment),
    budgets: (await listBudgets(tx, moment)).years,
    records: await allRecords(tx, { ...moment, kinds: shown }),
  };
}

/** The years that can be reported on, in order. */
export async function listYears(tx: Transaction, moment: Moment): Promise<readonly string[]> {
  return yearsOf(await loadYearSources(tx, moment), moment.asOf);
}

/** Everything that the report on a year is made from; null where the source does not report on the year. */
export async function loadReport(
  tx: Transaction,
  register: Register,
  moment: Moment,
  year: string,
): Promise<
  | { readonly known: true; readonly rows: ReportRows }
  | { readonly known: false; readonly years: readonly string[] }
> {
  const sources = await loadYearSources(tx, moment);
  const years = yearsOf(sources, moment.asOf);
  if (!years.includes(year)) return { known: false, years };
  const { catalogue, budgets, records } = sources;
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  const period = periodOf(year, moment.asOf);
  const atEnds = async <T>(load: (at: Moment) => Promise<T>): Promise<AtEnds<T>> => ({
    closing: await load({ ...moment, asOf: period.closing }),
    later: period.later === null ? null : await load({ ...moment, asOf: period.later }),
  });
  const items = await atEnds((at) => listItems(tx, at));
  const board = await atEnds((at) => loadBoard(tx, at));
  const said = of(registerKind)[0];
  const about = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['working_group_gap'] });
  const gap = about[0]?.body.content;
  const [groups, groupRecords] = await loadGroups(tx, moment, period, year);
  const plan = await loadPlan(tx, moment, year);
  const planned = plan === null ? [] : [plan.record, ...plan.items.map(({ record }) => record)];
  const money = (await loadMoney(tx, moment)).get(year) ?? null;
  const spent = [...(money?.allocations ?? []), ...(money?.surplus == null ? [] : [money.surplus])];
  const paid = spent.map(({ record }) => record);
  const rows: ReportRows = {
    register: {
      id: register.id,
      knownFrom: said?.knownFrom ?? register.knownFrom,
      meta: said?.body ?? register.meta,
    },
    year,
    years,
    period,
    knowledge: newestOf([...records, ...groupRecords, ...planned, ...paid]) ?? register.knownFrom,
    catalogue,
    indicatorSources: new Map(of(indicators.name).map(({ id, body }) => [id, sectionsOf(body)])),
    countsNotes: await loadCountsNotes(tx, moment),
    benefits: await loadBenefits(tx, register, moment),
    groups,
    board,
    items: { closing: items.closing.items, later: items.later?.items ?? null },
    targetMonths: items.closing.targetMonths,
    commitments: of(instruments.name)
      .filter(({ body }) => body.status !== 'draft')
      .flatMap((record) => obligationsOf(record).map((one) => ({ ...one, source: sectionsOf(record.body) }))),
    budgets,
    money,
    contradictions: await allDiscrepancies(tx, moment),
    names: await loadNames(
      tx,
      moment,
      [
        [...records, ...groupRecords, ...planned, ...paid].map(({ body }) => body),
        [budgets, board.closing.members, items.closing.items.map(({ clocks }) => clocks)],
      ],
      [cases, instruments, indicators],
    ),
    otherCounts: of(otherCounts.name).filter(({ body }) => yearOf(body.year) === year),
    signals: of(signalFollowups.name),
    events: of(events.name),
    instruments: of(instruments.name),
    presidencies: of(presidencies.name),
    themes: of(themes.name),
    plan,
    gap: typeof gap === 'string' ? gap : null,
  };
  return { known: true, rows };
}

/** Every group as it was at both ends of the year, and the records that say so. */
async function loadGroups(
  tx: Transaction,
  moment: Moment,
  period: ReportPeriod,
  year: string,
): Promise<readonly [readonly ReportGroup[], readonly StoredRecord[]]> {
  const at = (asOf: PartialDate) => listGroups(tx, { ...moment, asOf });
  const byId = (groups: readonly Group[]) => new Map(groups.map((group) => [group.id, group.state]));
  const closing = await at(period.closing);
  const opening = byId(await at(period.opening));
  const later = period.later === null ? null : byId(await at(period.later));
  const subjects = closing.map(({ id }) => `${groupKind.name}/${id}`);
  const steps = await listKnownSteps(tx, moment.register, subjects);
  const known = lastDay(moment.knownAt);
  const groups = closing.map(
    ({ id, title, record, state }): ReportGroup => ({
      id,
      title,
      record,
      opening: opening.get(id) ?? state,
      closing: state,
      later: later?.get(id) ?? null,
      steps: stepsWithin(
        standingOn(steps.get(`${groupKind.name}/${id}`) ?? [], known),
        year as PartialDate,
        period.closing,
      ),
    }),
  );
  return [groups, closing.map(({ record }) => record)];
}

function newestOf(records: readonly StoredRecord[]): PartialDate | undefined {
  return records
    .map(({ knownFrom }) => knownFrom)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
    .at(-1);
}

/** The report of a year as it was frozen; undefined where nothing was, or nothing was known of it yet. */
export async function findFrozen(
  tx: Transaction,
  moment: Moment,
  year: string,
): Promise<FrozenReport | undefined> {
  const record = await findRecord(tx, { ...moment, kind: frozenReports.name, id: year });
  if (record === undefined) return undefined;
  const { as_of: asOf, frozen, hash, hashes, documents } = record.body;
  return { year, asOf, frozen, hash, hashes, documents } as FrozenReport;
}

/** The days from one to another on which anything became known, the first of them included; in order. */
export async function listKnownDays(
  tx: Transaction,
  register: string,
  from: PartialDate,
  until: PartialDate,
): Promise<readonly PlainDate[]> {
  const first = lastDay(from);
  const last = lastDay(until);
  const { rows } = await sql<{ day: PlainDate }>`
    select known_from_day::text as day from platform.record
      where register = ${register} and known_from_day > ${first} and known_from_day <= ${last}
    union select known_from_day::text from platform.transition
      where register = ${register} and known_from_day > ${first} and known_from_day <= ${last}
    order by day`.execute(tx);
  return [first, ...rows.map(({ day }) => day)];
}

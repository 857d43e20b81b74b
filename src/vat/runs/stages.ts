/**
 * The stages of a run. Each is written apart and put in its place by one renaming, so that who ends on the way leaves only whole ones, and
 * whoever goes on begins after the last of them. What one stage made the next reads from the disk, whether or not it made it itself: so the
 * result does not depend on how often it was interrupted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withAnalytics } from '#platform/analytics.ts';
import { hashOf } from '#platform/hash.ts';
import { putInPlace, withIncoming } from '../intake/incoming.ts';
import { namesIn } from '../intake/receipts.ts';
import { discrepanciesFile, match, matchingFolder, matchSteps } from '../matching/match.ts';
import { usualTolerance } from '../matching/model.ts';
import { type FoundDiscrepancy, listDiscrepanciesOf } from '../matching/store.ts';
import { type Bridges, bridgesAsOf } from '../scoring/bridges.ts';
import { bundleOf } from '../scoring/bundle.ts';
import { type FeatureName, featureNames } from '../scoring/feature-names.ts';
import { type FeatureTable, featuresAsOf } from '../scoring/features.ts';
import { lastDayOfMonth, readKnown, type TakenIn } from '../scoring/known.ts';
import { type Loop, usualSearch } from '../scoring/loops.ts';
import type { BridgeEdge } from '../scoring/model.ts';
import type { ModelFile } from '../scoring/model-file.ts';
import { shareAt } from '../scoring/monotone.ts';
import { type Prepared, prepare } from '../scoring/prepare.ts';
import { type Input, inputNames, sumsOf } from '../scoring/score.ts';
import { type Trade, tradeAsOf } from '../scoring/trade.ts';
import { tradeAtStakeOf } from '../scoring/trade-at-stake.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { stateOf } from '../vat-number.ts';
import {
  type Alert,
  type AlertBundle,
  mostAlerts,
  mostRows,
  type RowBehind,
  type RunPlan,
  type RunStage,
  rulesVersion,
  runStages,
} from './model.ts';
import { type OpenRows, rowOpener } from './rows-behind.ts';

/** Of this process. */
const limits = { threads: 2, megabytes: 4_096 };

export const runFolder = (folder: string, id: string) => join(folder, 'runs', id);
const planFolder = 'plan';

/** The first 32 digits of the hash over the plan. */
export const runIdOf = (plan: RunPlan): string => hashOf(plan).slice(0, 32);

/** Keeps what a run is made of, with the whole model, before anybody can begin it. Again it changes nothing. */
export async function keepPlan(folder: string, plan: RunPlan, file: ModelFile): Promise<string> {
  const id = runIdOf(plan);
  const place = join(runFolder(folder, id), planFolder);
  if (await isThere(place)) return id;
  await withIncoming(folder, async (incoming) => {
    await writeFile(join(incoming, 'plan.json'), `${JSON.stringify(plan)}\n`);
    await writeFile(join(incoming, 'model.json'), `${JSON.stringify(file)}\n`);
    await putInPlace(incoming, place);
  });
  return id;
}

async function readPlan(folder: string, id: string): Promise<{ plan: RunPlan; file: ModelFile }> {
  const place = join(runFolder(folder, id), planFolder);
  return { plan: await readJson(join(place, 'plan.json')), file: await readJson(join(place, 'model.json')) };
}

/** By which rules a run was begun; null: its plan is gone. */
export async function rulesOf(folder: string, id: string): Promise<number | null> {
  if (!(await isThere(join(runFolder(folder, id), planFolder)))) return null;
  return (await readPlan(folder, id)).plan.rules;
}

/** Says how far a stage is. Throws where the run is to end here. */
export type TellStage = (stage: RunStage, done: number, total: number) => void;

/** Nothing of which a score could be made was declared by then. */
export class NothingDeclared extends Error {}

/** It was begun by other rules: what is there already is not what these would go on from. */
export class OtherRules extends Error {}

/** Makes the stages that are not there yet, and keeps them. Throws `NothingDeclared`, `OtherRules`, and what `tell` throws. */
export async function makeStages(folder: string, id: string, tell: TellStage): Promise<void> {
  const { plan, file } = await readPlan(folder, id);
  if (plan.rules !== rulesVersion) throw new OtherRules();
  const month = readTaxPeriod(plan.month)?.from;
  if (month === undefined) throw new RangeError(`${plan.month} is no month`);
  const run = { folder, id, plan, file, month, tell, opened: openOnce(folder, plan, month) };
  for (const stage of runStages) {
    const place = join(runFolder(folder, id), stage);
    if (await isThere(place)) continue;
    await withIncoming(folder, async (incoming) => {
      await makers[stage](run, incoming);
      await putInPlace(incoming, place);
    });
  }
}

type Opened = { readonly taken: TakenIn; readonly prepared: Prepared; readonly trade: Trade };
type RunUnderWay = {
  readonly folder: string;
  readonly id: string;
  readonly plan: RunPlan;
  readonly file: ModelFile;
  readonly month: number;
  readonly tell: TellStage;
  readonly opened: () => Promise<Opened>;
};

/** Reads what was taken in when it is first asked for. */
function openOnce(folder: string, { files, state, cases }: RunPlan, month: number): () => Promise<Opened> {
  let opened: Promise<Opened> | null = null;
  const open = async (): Promise<Opened> => {
    const taken = await withAnalytics({ ...limits, spill: join(folder, 'spill') }, (analytics) =>
      readKnown(analytics, folder, files, { month, inside: [state], cases }),
    );
    // Of one month alone no statement is due yet.
    if (taken === null || taken.known.months < 2) throw new NothingDeclared();
    const prepared = prepare(taken.known);
    return { taken, prepared, trade: tradeAsOf(prepared, taken.known.months - 1) };
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

const makers: Readonly<Record<RunStage, (run: RunUnderWay, incoming: string) => Promise<void>>> = {
  match: async ({ folder, plan, month, tell }, incoming) => {
    const matching = await withAnalytics({ ...limits, spill: join(folder, 'spill') }, (analytics) =>
      match(
        analytics,
        folder,
        usualTolerance,
        (step) => tell('match', matchSteps.indexOf(step), matchSteps.length),
        { receipts: plan.files, day: lastDayOfMonth(month) },
      ),
    );
    await writeJson(join(incoming, 'matching.json'), { matching: matching.id });
  },

  bridges: async ({ tell, opened }, incoming) => {
    tell('bridges', 0, bridgeParts);
    const { prepared, trade } = await opened();
    const count = prepared.known.traders.count;
    const [edges, between]: [BridgeEdge[], (readonly number[])[]] = [[], []];
    for (let part = 0; part < bridgeParts; part++) {
      tell('bridges', part, bridgeParts);
      const [from, until] = [part, part + 1].map((one) => Math.floor((one * count) / bridgeParts));
      const own = bridgesAsOf(prepared, trade, usualSearch, { from: from as number, until: until as number });
      edges.push(...own.edges);
      between.push(...own.between);
    }
    await writeJson(join(incoming, 'bridges.json'), { edges, between });
  },

  features: async ({ folder, id, tell, opened }, incoming) => {
    tell('features', 0, 1);
    const { prepared } = await opened();
    const bridges = await readBridges(folder, id);
    const table = featuresAsOf(prepared, prepared.known.months - 1, usualSearch, bridges);
    const { candidates, columns, loops, truncated } = table;
    const kept: KeptFeatures = { names: featureNames, candidates: [...candidates], loops, truncated };
    await writeJson(join(incoming, 'features.json'), kept);
    const values = Float64Array.from(
      featureNames.flatMap((name) => Array.from(candidates, (trader) => columns[name][trader] as number)),
    );
    await writeFile(join(incoming, 'columns.bin'), bytesOf(values));
  },

  scores: async (run, incoming) => {
    const { folder, id, plan, file, month, tell, opened } = run;
    tell('scores', 0, 1);
    const { taken, prepared, trade } = await opened();
    const bridges = await readBridges(folder, id);
    const table = await readFeatures(folder, id, { prepared, trade, bridges });
    const scored = rank(taken, table, plan, file);
    const ranked = scored.filter(({ atStake }) => atStake > 0).slice(0, mostAlerts);
    const numbers = ranked.map(({ trader }) => taken.sources.numbers[trader] as string);
    const found = await discrepanciesOf(folder, id, numbers, month);
    const openRows = rowOpener(taken, prepared, bridges, trade.last);
    const lines: string[] = [];
    for (const [at, { trader, atStake }] of ranked.entries()) {
      if (at % 25 === 0) tell('scores', at, ranked.length);
      const bundle = alertBundleOf(run, { taken, prepared, table, openRows }, trader, found);
      const { probability, interval, archetypes } = bundle.score;
      const alert: Alert = {
        ...{ run: id, trader: bundle.number, place: at + 1, probability },
        ...{ least: interval[0], most: interval[1], atStakeCents: Math.round(atStake) },
        archetypes: archetypes.map((one) => one.id),
        bundle,
      };
      lines.push(`${JSON.stringify(alert)}\n`);
    }
    tell('scores', ranked.length, ranked.length);
    await writeFile(join(incoming, 'alerts.ndjson'), lines.join(''));
    await writeJson(join(incoming, scoredFile), { scored: scored.length });
  },
};

/** What is not known in one form of its many: which of them a processor makes of 0/0 depends on how far the code was optimised. */
function bytesOf(values: Float64Array<ArrayBuffer>): Buffer {
  const bits = new BigUint64Array(values.buffer);
  for (const [at, value] of values.entries()) if (Number.isNaN(value)) bits[at] = 0x7ff8000000000000n;
  return Buffer.from(values.buffer);
}

/** Between two of them it can be stopped. */
const bridgeParts = 4;

async function readBridges(folder: string, id: string): Promise<Bridges> {
  return readJson(join(runFolder(folder, id), 'bridges', 'bridges.json'));
}

type KeptFeatures = {
  readonly names: readonly FeatureName[];
  readonly candidates: readonly number[];
  readonly loops: readonly Loop[];
  readonly truncated: number;
};

async function readFeatures(
  folder: string,
  id: string,
  {
    prepared,
    trade,
    bridges,
  }: { readonly prepared: Prepared; readonly trade: Trade; readonly bridges: Bridges },
): Promise<FeatureTable> {
  const place = join(runFolder(folder, id), 'features');
  const kept: KeptFeatures = await readJson(join(place, 'features.json'));
  const bytes = await readFile(join(place, 'columns.bin'));
  const values = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const columns = Object.fromEntries(
    kept.names.map((name, at) => {
      const column = new Float64Array(prepared.known.traders.count).fill(Number.NaN);
      for (const [row, trader] of kept.candidates.entries())
        column[trader] = values[at * kept.candidates.length + row] as number;
      return [name, column];
    }),
  ) as FeatureTable['columns'];
  return {
    ...{ month: prepared.known.months - 1, day: trade.day, candidates: Int32Array.from(kept.candidates) },
    ...{ columns, trade, loops: kept.loops, bridges: bridges.edges, truncated: kept.truncated },
  };
}

type RankedTrader = { readonly trader: number; readonly atStake: number };

/** Own traders of the state who are no case yet, by trade at stake; of equal ones the first by number. */
function rank(
  { known, sources }: TakenIn,
  { candidates, columns }: FeatureTable,
  { state }: RunPlan,
  { model }: ModelFile,
): readonly RankedTrader[] {
  const cases = new Set(known.cases.trader);
  const own = candidates.filter(
    (trader) => stateOf(sources.numbers[trader] as never) === state && !cases.has(trader),
  );
  const sums = sumsOf(model, columns, own);
  return Array.from(own, (trader, row) => ({
    trader,
    atStake: tradeAtStakeOf(shareAt(model.calibration, sums[row] as number), columns, trader),
  })).sort((one, other) => other.atStake - one.atStake || one.trader - other.trader);
}

/** Months of which discrepancies are told: as many as a score looks back. */
const toldMonths = 13;
const mostDiscrepancies = 100;

async function discrepanciesOf(
  folder: string,
  id: string,
  numbers: readonly string[],
  month: number,
): Promise<readonly FoundDiscrepancy[]> {
  const { matching }: { matching: string } = await readJson(
    join(runFolder(folder, id), 'match', 'matching.json'),
  );
  const file = join(matchingFolder(folder, matching), discrepanciesFile);
  return withAnalytics({ ...limits, spill: join(folder, 'spill') }, (analytics) =>
    listDiscrepanciesOf(analytics, file, { numbers, from: month - toldMonths }),
  );
}

function alertBundleOf(
  { id, plan, file }: RunUnderWay,
  {
    taken,
    prepared,
    table,
    openRows,
  }: {
    readonly taken: TakenIn;
    readonly prepared: Prepared;
    readonly table: FeatureTable;
    readonly openRows: OpenRows;
  },
  trader: number,
  found: readonly FoundDiscrepancy[],
): AlertBundle {
  const { rows: ids, ...bundle } = bundleOf(prepared, table, trader, {
    model: file.model,
    threshold: plan.threshold,
  });
  const number = taken.sources.numbers[trader] as AlertBundle['number'];
  const rows: Partial<Record<Input, readonly RowBehind[]>> = {};
  const leftOut: Partial<Record<Input, number>> = {};
  for (const name of inputNames) {
    const own = ids[name];
    if (own === undefined) continue;
    const opened = openRows(own);
    rows[name] = opened.slice(0, mostRows);
    if (opened.length > mostRows) leftOut[name] = opened.length - mostRows;
  }
  const whole: Omit<AlertBundle, 'hash'> = {
    ...bundle,
    ...{ run: id, number, state: plan.state, period: plan.month },
    ...{ snapshot: taken.sources.snapshot, synthetic: plan.synthetic, rows, leftOut },
    discrepancies: found
      .filter(({ acquirer, supplier }) => acquirer === number || supplier === number)
      .slice(0, mostDiscrepancies),
  };
  return { ...whole, hash: hashOf(whole) };
}

const scoredFile = 'scored.json';

/** Traders of the state that it scored; null: it was made before this was kept. */
export async function readScored(folder: string, id: string): Promise<number | null> {
  const place = join(runFolder(folder, id), 'scores');
  if (!(await namesIn(place)).includes(scoredFile)) return null;
  const { scored }: { scored: number } = await readJson(join(place, scoredFile));
  return scored;
}

/** What a run came to, after its last stage. */
export async function readAlerts(folder: string, id: string): Promise<readonly Alert[]> {
  const text = await readFile(join(runFolder(folder, id), 'scores', 'alerts.ndjson'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const isThere = async (place: string) => (await namesIn(place)).length > 0;
const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
const writeJson = (path: string, value: unknown) => writeFile(path, `${JSON.stringify(value)}\n`);

/** What the room's pages may show to whom, and what they load. */
import { join } from 'node:path';
import type { PlainDate } from '#kernel/dates.ts';
import type { Grant } from '#platform/access/access.ts';
import { type Analytics, withPageAnalytics } from '#platform/analytics.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { partiesOpen } from '../fields/store.ts';
import { vatFolder } from '../intake/commands.ts';
import { listTaken, type TakenFile } from '../intake/receipts.ts';
import type { Alert, Run } from '../runs/model.ts';
import { findAlert, findRun } from '../runs/store.ts';
import { lastDayOfMonth } from '../scoring/known.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readAlerts } from './model.ts';
import type { TraderLife } from './rules/months.ts';
import { among, type Flow, further, mostTraders, type Picture } from './rules/neighbourhood.ts';
import { apart } from './rules/row-ref.ts';
import { findLife, type Looked, listFlows, openTo } from './trade-store.ts';

export type OpenParty = { readonly party: string; readonly grant: Grant | null };

/** Parties whose alerts the reader may see today, in the order of their codes. */
export async function openParties(tx: Transaction, context: PageContext): Promise<readonly OpenParty[]> {
  const { register, actor, clock } = context;
  const open = await partiesOpen(tx, { register, actor, today: todayOn(clock) }, 'cases', readAlerts);
  return [...open].map(([party, grant]) => ({ party, grant })).sort((a, b) => (a.party < b.party ? -1 : 1));
}

export type OpenAlert = { readonly run: Run; readonly alert: Alert; readonly grant: Grant | null };

/** The alert that the address names, where it is of a party whose alerts the reader may see. */
export async function findOpenAlert(tx: Transaction, context: PageContext): Promise<OpenAlert | null> {
  const { run: id = '', trader = '' } = context.params;
  const open = await openParties(tx, context);
  const run = open.length === 0 ? null : await findRun(tx, id);
  if (run === null || run.register !== context.register.id) return null;
  const by = open.find(({ party }) => party === run.party);
  const alert = by === undefined ? null : await findAlert(tx, run.id, trader);
  return alert === null || by === undefined ? null : { run, alert, grant: by.grant };
}

/** Months since the year 0. Throws where a run has a month that is none. */
export function monthOf(period: string): number {
  const months = readTaxPeriod(period);
  if (months === null) throw new RangeError(`${period} is no month`);
  return months.to;
}

/** Months of the graph: those of which statements are due, and the one that runs; and of the timeline. */
const [graphMonths, lifeMonths] = [4, 13];

export type Pictures = {
  readonly trader: string;
  readonly picture: Picture;
  readonly life: TraderLife;
  readonly graph: { readonly from: number; readonly to: number };
  readonly time: { readonly from: number; readonly to: number };
};

/** Work on what a party's analyst may open of the register's declarations. */
export async function withDeclarations<T>(
  { register, dataFolder }: Pick<PageContext, 'register' | 'dataFolder'>,
  party: string,
  work: (analytics: Analytics, folder: string, receipts: readonly TakenFile[]) => Promise<T>,
): Promise<T> {
  const folder = vatFolder(dataFolder, register.id);
  const receipts = openTo(await listTaken(folder), party);
  const limits = { threads: 1, megabytes: 512, spill: join(folder, 'spill') };
  return withPageAnalytics(limits, (analytics) => work(analytics, folder, receipts));
}

/** Who trades around a trader, and his own months, at the end of a month; `bridges`: what other states answered. */
export async function loadPictures(
  context: Pick<PageContext, 'register' | 'dataFolder'>,
  {
    party,
    trader,
    period,
    bridges,
  }: {
    readonly party: string;
    readonly trader: string;
    readonly period: string;
    readonly bridges: readonly Flow[];
  },
): Promise<Pictures> {
  const to = monthOf(period);
  const graph = { from: to - graphMonths + 1, to };
  const time = { from: to - lifeMonths + 1, to };
  return withDeclarations(context, party, async (analytics, folder, receipts) => {
    const day: PlainDate = lastDayOfMonth(to);
    const looked: Looked = { folder, party, receipts, day, ...graph };
    let kept: readonly string[] = [trader];
    let flows: readonly Flow[] = [];
    // Goods that left him come back within some hops, or the picture would be of half of what there is.
    for (const room of rounds) {
      flows = [...(await listFlows(analytics, looked, kept)), ...bridges];
      kept = further(kept, flows, room);
    }
    flows = [...(await listFlows(analytics, looked, kept)), ...bridges];
    const life = await findLife(analytics, { ...looked, ...time }, trader);
    return { trader, picture: among(kept, flows), life, graph, time };
  });
}

/** Traders that each round adds at the most. */
const rounds = [6, 5, mostTraders - 12];

/** Bridges of other states that are behind any reason of an alert, each once; within his own the reader sees the sales themselves. */
export function bridgesOf({ bundle }: Pick<Alert, 'bundle'>): readonly Flow[] {
  const all = Object.values(bundle.rows).flatMap((rows) => apart(rows ?? []).bridges);
  const away = all.filter(({ from }) => !from.startsWith(bundle.state));
  return [...new Map(away.map((one) => [`${one.from} ${one.to}`, one])).values()];
}

/** What a gateway answers from where a node takes declarations in: its own statements, invoices, cases and scores, as they are when it is asked. */
import { join } from 'node:path';
import type { RegisterId } from '#kernel/references.ts';
import type { Result } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { vatFolder } from '../intake/commands.ts';
import { listTaken, type TakenFile } from '../intake/receipts.ts';
import { openDeclarations } from '../matching/store.ts';
import { listLatestScores } from '../runs/store.ts';
import { usedBy } from '../scoring/known.ts';
import { taxPeriodOf } from '../tax-period.ts';
import type { VatNumber } from '../vat-number.ts';
import { gatherSales, type Holdings } from './holdings.ts';
import type { OpenCase, Supply } from './model.ts';
import { listHeldSales, listHeldSupplies } from './store.ts';

export type ListOpenCases = (tx: Transaction) => Promise<readonly OpenCase[]>;

/** None of its own: those that people have open the gateway asks for with every question (`casesOf` in `service.ts`). */
export const listOpenCases: ListOpenCases = async () => [];

export type DeclaredIn = {
  readonly database: Database;
  readonly dataFolder: string;
  /** In which register what was taken in stands; a problem where there is none yet: then nothing is held. */
  readonly register: () => Promise<Result<{ readonly id: RegisterId }>>;
  /** The prefix of its VAT numbers. */
  readonly state: string;
  readonly listCases?: ListOpenCases;
};

/** Reads them when they are first asked for, and again when there is a file, a run or a case more; who asks meanwhile waits for the same. */
export function declaredHoldings({
  database,
  dataFolder,
  register,
  state,
  listCases = listOpenCases,
}: DeclaredIn): () => Promise<Holdings> {
  let read: { readonly of: string; readonly holdings: Promise<Holdings> } | null = null;
  return async () => {
    const chosen = await register();
    if (!chosen.ok) return gatherSales().holdings([state], [], [], new Map());
    const { id } = chosen.value;
    const folder = vatFolder(dataFolder, id);
    const files = usedBy(await listTaken(folder), [state]);
    const { cases, scores } = await database.read(async (tx) => ({
      cases: await listCases(tx),
      scores: await listLatestScores(tx, id, state),
    }));
    const of = hashOf({ register: id, files, cases, run: scores[0]?.run ?? null });
    if (read?.of !== of) {
      const holdings = readHoldingsOf(folder, files, state, cases, scores);
      read = { of, holdings };
      // What failed once is tried again.
      holdings.catch(() => {
        if (read?.holdings === holdings) read = null;
      });
    }
    return read.holdings;
  };
}

function readHoldingsOf(
  folder: string,
  files: readonly TakenFile[],
  state: string,
  cases: readonly OpenCase[],
  scores: readonly { readonly trader: VatNumber; readonly score: number }[],
): Promise<Holdings> {
  const limits = { threads: 1, megabytes: 2_048, spill: join(folder, 'spill') };
  return withAnalytics(limits, async (analytics) => {
    await openDeclarations(analytics, folder, files);
    const supplies: Supply[] = [];
    for await (const rows of listHeldSupplies(analytics, state))
      for (const { from, to, ...row } of rows) supplies.push({ ...row, period: taxPeriodOf({ from, to }) });
    const gathered = gatherSales();
    for await (const rows of listHeldSales(analytics, state))
      for (const { seller, buyer, day, cents } of rows) gathered.add(seller, buyer, day, cents);
    return gathered.holdings(
      [state],
      supplies,
      cases,
      new Map(scores.map(({ trader, score }) => [trader, score])),
    );
  });
}

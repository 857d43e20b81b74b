import { createHash } from 'node:crypto';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { Analytics } from '#platform/analytics.ts';
import { putInPlace, withIncoming } from '../intake/incoming.ts';
import { type DatedFile, dated, listReceipts } from '../intake/receipts.ts';
import type { Sides, Tolerance } from './model.ts';
import { settle } from './rules/settle.ts';
import {
  addSettled,
  findInLines,
  listOpenPairs,
  listOpenSides,
  makeDiscrepancies,
  openDeclarations,
  type SidesRow,
  type Summary,
  stagedLine,
  summarise,
  sumPairs,
  sumSides,
  writeDiscrepancies,
} from './store.ts';

export type Matching = Summary & {
  /** Hash over what was matched, and how: the same files give the same matching. */
  readonly id: string;
  readonly files: number;
  readonly tolerance: Tolerance;
};

/** Within the folder of a matching. */
export const discrepanciesFile = 'discrepancies.parquet';
const summaryFile = 'summary.json';
/** Raised when the rules of matching change, so that nothing old is taken for new. */
const rulesVersion = 2;

export const matchingFolder = (folder: string, id: string) => join(folder, 'matchings', id);

/**
 * Holds all that suppliers declared against all that acquirers did. A matching of the same files is made once: it is put in its place
 * by one renaming, so that a process that ends on the way leaves nothing half and the next begins anew.
 */
export async function match(
  analytics: Analytics,
  folder: string,
  tolerance: Tolerance,
  progress: (step: MatchStep) => void = () => {},
  asked: Partial<MatchScope> = {},
): Promise<Matching> {
  const { receipts = await listReceipts(folder), day = null } = asked;
  const id = idOf(receipts, tolerance, day);
  const place = matchingFolder(folder, id);
  const known = await readMatching(place);
  if (known !== null) return known;
  return withIncoming(folder, async (incoming) => {
    progress('reading');
    await openDeclarations(analytics, folder, receipts, day);
    progress('summing');
    await sumSides(analytics);
    await sumPairs(analytics);
    await makeDiscrepancies(analytics);
    progress('lines');
    await findInLines(analytics);
    progress('settling');
    for (const [name, rows] of [
      ['totals', listOpenSides(analytics)],
      ['pairs', listOpenPairs(analytics)],
    ] as const) {
      const staged = join(incoming, name);
      await settleAll(rows, tolerance, staged);
      await addSettled(analytics, staged);
      await rm(staged);
    }
    await writeDiscrepancies(analytics, join(incoming, discrepanciesFile));
    const matching = { id, files: receipts.length, tolerance, ...(await summarise(analytics, tolerance)) };
    await writeFile(join(incoming, summaryFile), `${JSON.stringify(matching)}\n`);
    await putInPlace(incoming, place);
    return matching;
  });
}

/** Absent: all files that were taken in, with all that is known of them today. */
export type MatchScope = { readonly receipts: readonly DatedFile[]; readonly day: PlainDate };

export const matchSteps = ['reading', 'summing', 'lines', 'settling'] as const;
export type MatchStep = (typeof matchSteps)[number];

function idOf(receipts: readonly DatedFile[], tolerance: Tolerance, day: PlainDate | null): string {
  const files = receipts.map(dated);
  return createHash('sha256')
    .update(canonicalJson({ files, tolerance, rulesVersion, ...(day === null ? {} : { day }) }))
    .digest('hex');
}

async function readMatching(place: string): Promise<Matching | null> {
  try {
    return JSON.parse(await readFile(join(place, summaryFile), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Rows come acquirer by acquirer, or pair by pair: no more than one is held. */
async function settleAll(
  rows: AsyncIterable<readonly SidesRow[]>,
  tolerance: Tolerance,
  staged: string,
): Promise<void> {
  const handle = await open(staged, 'w');
  try {
    let whose: SidesRow | null = null;
    let sides: Sides[] = [];
    let lines = '';
    const end = () => {
      if (whose === null) return;
      for (const one of settle(sides, tolerance)) lines += stagedLine(whose, one);
      sides = [];
    };
    for await (const batch of rows) {
      for (const row of batch) {
        if (whose === null || row.acquirer !== whose.acquirer || row.supplier !== whose.supplier) {
          end();
          whose = row;
        }
        sides.push({
          kind: row.kind,
          months: { from: row.period_from, to: row.period_to },
          supplied: row.supplied === null ? null : Number(row.supplied),
          declared: row.declared === null ? null : Number(row.declared),
          hasFiled: row.filed,
        });
      }
      await handle.writeFile(lines);
      lines = '';
    }
    end();
    await handle.writeFile(lines);
  } finally {
    await handle.close();
  }
}

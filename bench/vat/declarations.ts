import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Analytics, quoted, withAnalytics } from '#platform/analytics.ts';
import { takeIn } from '../../src/vat/intake/take-in.ts';
import { match } from '../../src/vat/matching/match.ts';
import { usualTolerance } from '../../src/vat/matching/model.ts';
import { readVatNumber } from '../../src/vat/vat-number.ts';
import { tableOf } from '../measure.ts';
import { secondsOf } from './seconds.ts';

const supplies = Number(process.env.TRIPOINT_BENCH_SUPPLIES ?? 10_000_000);
const aFile = 1_000_000;

/**
 * Ten million made-up lines of statements taken in, file by file, and held against what a hundred thousand acquirers declared. The
 * peer of taking in is DuckDB reading the same file to the same columns without a look at what stands in them.
 */
export async function benchDeclarations(seed: number): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  try {
    const world = madeUp(seed);
    const [intake, matching] = await withAnalytics(
      { threads: 2, megabytes: 6_144, spill: join(folder, 'spill') },
      async (analytics) => {
        const taken = { rows: 0, bytes: 0, ours: 0, peer: 0, grown: 0 };
        let first = 0;
        for (let from = 0; from < supplies; from += aFile) {
          const file = join(folder, `${from}.csv`);
          await writeLines(file, world.supplyLines(from, Math.min(supplies, from + aFile)));
          const [one, ours] = await secondsOf(() =>
            takeIn(analytics, folder, { file, state: 'LU', received: '2019-12-31' }),
          );
          if (!one.ok || one.value.receipt.rows.quarantined > 0) throw new Error(JSON.stringify(one));
          taken.rows += one.value.receipt.rows.in;
          taken.ours += ours;
          taken.bytes += (await stat(file)).size;
          if (from === 0)
            [, taken.peer] = await secondsOf(() => bare(analytics, file, join(folder, 'bare.parquet')));
          first ||= process.memoryUsage.rss();
          taken.grown = process.memoryUsage.rss() - first;
          await rm(file);
        }
        const file = join(folder, 'declared.csv');
        await writeLines(file, world.declaredLines());
        await takeIn(analytics, folder, { file, state: 'NL', received: '2019-12-31' });
        return [taken, await secondsOf(() => match(analytics, folder, usualTolerance))] as const;
      },
    );
    const [result, matched] = matching;
    const rate = intake.rows / intake.ours;
    const peerRate = Math.min(aFile, supplies) / intake.peer;
    const rows = [
      { what: 'taken in, million rows a second', ours: rate / 1e6, aim: 0.5 },
      { what: 'DuckDB, without a look at them', ours: peerRate / 1e6, aim: '' },
      { what: 'MB a second', ours: intake.bytes / intake.ours / 1e6, aim: '' },
      { what: 'memory grown after the first file, MB', ours: intake.grown / 1e6, aim: '' },
      { what: `${supplies / 1e6} million supplies matched, s`, ours: matched, aim: 15 },
    ];
    process.stdout.write(`${tableOf(rows)}\n\n`);
    return { intake, rate, peerRate, matched, summary: result };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function bare(analytics: Analytics, file: string, to: string): Promise<void> {
  await analytics.run(
    `COPY (FROM read_csv(${quoted(file)}, header = true, all_varchar = true)) TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const handle = await open(file, 'w');
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < 1_000_000) continue;
    await handle.writeFile(text);
    text = '';
  }
  await handle.writeFile(text);
  await handle.close();
}

/** Half of the acquirers declare what was supplied to them, the others something else. */
function madeUp(seed: number) {
  const suppliers = Array.from({ length: 20_000 }, (_, serial) => {
    const digits = String(100_000 + serial);
    return `LU${digits}${String(Number(digits) % 89).padStart(2, '0')}`;
  });
  const acquirers = Array.from({ length: 100_000 }, (_, serial) => dutch(100_000_000 + 7 * serial));
  for (const number of [suppliers[7], acquirers[7]])
    if (readVatNumber(number as string)?.isSound !== true) throw new Error(`${number} is not sound`);
  let state = seed >>> 0 || 1;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const sums = new Map<number, number>();
  return {
    *supplyLines(from: number, until: number): Generator<string> {
      yield 'supplier,acquirer,kind,period,amount,received,correction';
      for (let line = from; line < until; line++) {
        const supplier = suppliers[Math.floor(random() * suppliers.length)];
        const acquirer = Math.floor(random() * acquirers.length);
        const month = 1 + Math.floor(random() * 12);
        const cents = 100 + Math.floor(random() * 10_000_000);
        const key = acquirer * 16 + month;
        sums.set(key, (sums.get(key) ?? 0) + cents);
        yield `${supplier},${acquirers[acquirer]},L,2019-${month < 10 ? '0' : ''}${month},${(cents / 100).toFixed(2)},2019-12-31,`;
      }
    },
    *declaredLines(): Generator<string> {
      yield 'acquirer,kind,period,amount,received,correction';
      for (const [key, cents] of sums) {
        const month = key % 16;
        const declared = random() < 0.5 ? cents : Math.floor(cents * (0.5 + random()));
        yield `${acquirers[(key - month) / 16]},L,2019-${month < 10 ? '0' : ''}${month},${(declared / 100).toFixed(2)},2019-12-31,`;
      }
    },
  };
}

/** With the two last digits that make it sound by mod 97 (as those of sole traders). */
function dutch(serial: number): string {
  const letters = (text: string) =>
    [...text].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('');
  const rest = BigInt(letters(`NL${serial}B00`)) % 97n;
  const check = Number((98n - rest) % 97n);
  return `NL${serial}B${String(check).padStart(2, '0')}`;
}

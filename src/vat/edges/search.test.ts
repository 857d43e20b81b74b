import { appendFile, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics } from '#platform/analytics.ts';
import { findPeriodCycles } from '../cycles/period.ts';
import { buildPeriodGraph } from '../cycles/period-graph.ts';
import { supplyKinds } from '../model.ts';
import { openDeclaredEdges } from './duckdb-store.ts';
import { luxembourgish, takeInLines } from './fixtures/declared.ts';
import { gatherPeriods } from './period-columns.ts';
import {
  bundlesOf,
  type DeclaredBundle,
  eachBundle,
  readBundles,
  type SearchRun,
  searchPeriods,
} from './search.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-search-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

const names = [10, 11, 12, 13].map(luxembourgish) as [string, string, string, string];
const [ann, ben, cas, dee] = names;
const january = 12 * 2026;
const asked = {
  window: { from: january, until: january + 2, kinds: supplyKinds },
  ...{ days: 31, maxLength: 6, margin: 0.15, budget: 1_000_000 },
};
const run: SearchRun = { workers: 1, signal: new AbortController().signal, progress: () => {} };

async function declared(files: readonly (readonly string[])[]) {
  const folder = await mkdtemp(join(home, 'one-'));
  const hashes = await takeInLines(
    analytics,
    folder,
    files.map((lines) => ({ state: 'LU', lines })),
  );
  return { folder, hashes, source: await openDeclaredEdges(analytics, folder) };
}

/** Supplies among many of one state, in no order, the same each time. */
function manyLines(traders: number, lines: number): readonly string[] {
  let state = 7;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: lines }, () => {
    const [from, to] = [1_000 + draw(traders), 1_000 + draw(traders)];
    const period = `2026-0${1 + draw(3)}`;
    return `${luxembourgish(from)},${luxembourgish(to)},L,${period},${100 + draw(300)}.00,2026-04-20,`;
  });
}

describe('A search in what was declared', () => {
  const first = [
    `${cas},${ann},L,2026-02,900.00,2026-04-01,`,
    `${ann},${ben},L,2026-01,700.00,2026-04-01,`,
    `${ann},${ben},S,2026-01,250.00,2026-04-01,`,
    `${dee},${ann},L,2026-01,950.00,2026-04-01,`,
  ];
  const second = [
    `${ben},${cas},L,2026-Q1,5000.00,2026-04-01,`,
    `${ben},${cas},L,2026-Q1,930.00,2026-04-02,replace`,
    `${ann},${ben},L,2026-01,50.00,2026-04-03,add`,
  ];

  test('says through whom totals went round, what they were worth, and by which rows', async () => {
    const { folder, hashes, source } = await declared([first, second]);
    const outcome = await searchPeriods(source, folder, asked, run);
    expect(outcome).toMatchObject({
      kind: 'found',
      // Dee buys from nobody.
      result: { traders: 3, supplies: 3, counts: { 2: 0, 3: 1, 4: 0 }, truncated: 0, bundles: 1 },
    });
    if (outcome.kind !== 'found') throw new Error('stopped');
    const [bundle, ...more] = await readBundles(folder, outcome.result.id, { most: 5 });
    expect(more).toEqual([]);
    // Goods and services of the same two in one month are one total, and so is what was added.
    expect(bundle).toMatchObject({ traders: [ann, ben, cas], count: 1, cents: 90_000 });
    const rowsOf = bundle?.hops.map(({ cents, rows }) => [
      cents,
      ...rows.map(({ file, row, period, cents }) => [hashes.indexOf(file), row, period, cents]),
    ]);
    expect(rowsOf?.slice(1)).toEqual([
      [93_000, [1, 2, '2026-Q1', 93_000]],
      [90_000, [0, 1, '2026-02', 90_000]],
    ]);
    expect(rowsOf?.[0]?.[0]).toBe(100_000);
    expect(rowsOf?.[0]?.slice(1)).toEqual(
      expect.arrayContaining([
        [0, 2, '2026-01', 70_000],
        [0, 3, '2026-01', 25_000],
        [1, 3, '2026-01', 5_000],
      ]),
    );
    // Of goods alone what went from one to the next was too little.
    const goods = { ...asked, window: { ...asked.window, kinds: ['L'] as const } };
    expect(await searchPeriods(source, folder, goods, run)).toMatchObject({ result: { bundles: 0 } });
  });

  test('is made once, and in parts that are found as all at once', async () => {
    const { folder, source } = await declared([manyLines(60, 900)]);
    const steps: unknown[] = [];
    const inParts = {
      ...run,
      workers: 2,
      suppliesOfEach: 40,
      progress: (step: unknown) => void steps.push(step),
    };
    const outcome = await searchPeriods(source, folder, asked, inParts);
    if (outcome.kind !== 'found') throw new Error('stopped');
    const { result } = outcome;
    expect(result.bundles).toBeGreaterThan(50);
    expect(steps.length).toBeGreaterThan(15);

    const { columns, numbers } = await gatherPeriods(source.scan(asked.window));
    const graph = buildPeriodGraph(columns, numbers.length, { together: true });
    const expected = findPeriodCycles(graph, { window: 31, maxLength: 6, margin: 0.15 });
    expect(Object.values(result.counts)).toEqual([...expected.counts].slice(2));
    const bundles = await readBundles(folder, result.id, { most: 100_000 });
    // Read page by page they are the same, and whoever stops before the last leaves no file open.
    const opened = async () => {
      const numbers = await readdir('/proc/self/fd');
      const files = await Promise.all(numbers.map((one) => readlink(`/proc/self/fd/${one}`).catch(() => '')));
      return files.filter((file) => file === bundlesOf(folder, result.id)).length;
    };
    const pages: DeclaredBundle[] = [];
    while (pages.length < bundles.length)
      pages.push(...(await readBundles(folder, result.id, { from: pages.length, most: 7 })));
    expect(pages).toEqual(bundles);
    expect(await readBundles(folder, result.id, { from: bundles.length, most: 7 })).toEqual([]);
    expect(await opened()).toBe(0);
    // One by one: whoever needs little of each never has all of them.
    await appendFile(bundlesOf(folder, result.id), 'no JSON\n');
    let read = 0;
    const readOn = async () => {
      for await (const _ of eachBundle(folder, result.id, { most: 100_000 })) read++;
    };
    await expect(readOn()).rejects.toThrow(SyntaxError);
    expect(read).toBe(bundles.length);
    expect(await opened()).toBe(0);
    const inOrder = (list: readonly { readonly cents: number; readonly count: number }[]) =>
      list.map(({ cents, count }) => `${cents} ${count}`).toSorted();
    expect(inOrder(bundles)).toEqual(inOrder(expected.bundles));
    for (const { hops } of bundles)
      for (const { cents, rows } of hops) expect(rows.reduce((sum, row) => sum + row.cents, 0)).toBe(cents);

    steps.length = 0;
    expect(await searchPeriods(source, folder, asked, inParts)).toEqual(outcome);
    expect(steps).toEqual([]);
  });

  test('that is stopped goes on where it was, and finds what it would have found', async () => {
    const lines = manyLines(60, 900);
    const [whole, stopped] = [await declared([lines]), await declared([lines])];
    const expected = await searchPeriods(whole.source, whole.folder, asked, { ...run, suppliesOfEach: 40 });
    if (expected.kind !== 'found') throw new Error('stopped');
    let stops = 0;
    const seen: number[] = [];
    for (;;) {
      const stopping = new AbortController();
      const goOn = seen.at(-1) ?? 0;
      const outcome = await searchPeriods(stopped.source, stopped.folder, asked, {
        ...{ workers: 2, suppliesOfEach: 40, signal: stopping.signal },
        progress: (step) => {
          if (typeof step !== 'string' && step.done > goOn + 3) stopping.abort(new Error('enough'));
        },
      });
      if (outcome.kind === 'found') {
        expect(outcome).toEqual(expected);
        break;
      }
      expect(outcome.done).toBeGreaterThan(goOn);
      seen.push(outcome.done);
      stops++;
    }
    expect(stops).toBeGreaterThan(2);
    const bytes = (folder: string) => readFile(bundlesOf(folder, expected.result.id), 'utf8');
    expect(await bytes(stopped.folder)).toBe(await bytes(whole.folder));
  });

  test('that ends at its budget says so', async () => {
    const { folder, source } = await declared([manyLines(60, 900)]);
    const outcome = await searchPeriods(source, folder, { ...asked, budget: 3 }, run);
    expect(outcome.kind === 'found' && outcome.result.truncated).toBeGreaterThan(100);
  });

  test('of nothing finds nothing', async () => {
    const { folder, source } = await declared([]);
    expect(await searchPeriods(source, folder, asked, run)).toMatchObject({
      result: { traders: 0, supplies: 0, bundles: 0 },
    });
  });
});

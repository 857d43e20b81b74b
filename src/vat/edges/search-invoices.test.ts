import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { type Analytics, openAnalytics } from '#platform/analytics.ts';
import { cyclesOf, type Sale } from '../cycles/fixtures/every-way-on.ts';
import { luxembourgish, takeInLines } from './fixtures/declared.ts';
import { bundlesOf, readBundles, type SearchOutcome, type SearchRun } from './search.ts';
import { dayNumber, dayOf, searchInvoices, searchSince } from './search-invoices.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-invoices-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

const names = [10, 11, 12, 13, 14, 15].map(luxembourgish);
const [ann = '', ben = '', cas = '', dee = ''] = names;
const day = (text: string) => text as PlainDate;
const limits = { state: 'LU', days: 30, maxLength: 6, margin: 0.15, budget: 1_000_000 };
const year = { from: day('2026-01-01'), until: day('2026-12-31') };
const run: SearchRun = { workers: 1, signal: new AbortController().signal, progress: () => {} };
const invoice = (seller: string, buyer: string, number: number, date: string, amount: number) =>
  `${seller},${buyer},${number},${date},${amount}.00,0.00,2026-12-31`;

const newFolder = () => mkdtemp(join(home, 'one-'));
const bring = (folder: string, ...files: readonly (readonly string[])[]) =>
  takeInLines(
    analytics,
    folder,
    files.map((lines) => ({ state: 'LU', kind: 'invoices' as const, lines })),
  );
const keptGraphs = async (folder: string) => {
  const searches = join(folder, 'searches');
  const names = (await readdir(searches)).filter((name) => name.endsWith('.graph'));
  return names.map((name) => join(searches, name));
};
async function found(folder: string, outcome: SearchOutcome | { readonly kind: 'nothing_new' }) {
  if (outcome.kind !== 'found') throw new Error(outcome.kind);
  const bundles = await readBundles(folder, outcome.result.id, { most: 100_000 });
  expect(bundles).toHaveLength(outcome.result.bundles);
  return { result: outcome.result, bundles };
}

/** Invoices of some traders, in no order, the same each time. */
function drawer(seed: number) {
  let state = seed;
  return (below: number) => {
    for (let turn = 0; turn < 3; turn++) state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
function manyLines(count: number): readonly string[] {
  const draw = drawer(7);
  return Array.from({ length: count }, (_, number) => {
    const [seller, buyer] = [luxembourgish(100 + draw(40)), luxembourgish(100 + draw(40))];
    return invoice(seller, buyer, number, dayOf(dayNumber(day('2026-01-01')) + draw(90)), 100 + draw(60));
  });
}

describe('A search in invoices', () => {
  test('says through whom and when goods went round, what they were worth, and by which invoices', async () => {
    const folder = await newFolder();
    const hashes = await bring(
      folder,
      [
        invoice(cas, ann, 1, '2026-02-01', 900),
        invoice(ann, ben, 1, '2026-01-15', 1_000),
        invoice(ann, ben, 2, '2026-01-16', 950),
        // To somebody who sells to nobody, and of another worth.
        invoice(ann, dee, 3, '2026-01-16', 950),
        invoice(ann, ben, 4, '2026-01-15', 300),
      ],
      // On the day on which ann's second left: it may have gone on that day.
      [invoice(ben, cas, 1, '2026-01-16', 930), invoice(ben, cas, 2, '2026-01-14', 930)],
    );
    const search = await searchInvoices(analytics, folder, { ...limits, ...year }, run);
    const { result, bundles } = await found(folder, search);
    expect(result).toMatchObject({ traders: 3, counts: { 2: 0, 3: 2, 4: 0 }, truncated: 0, bundles: 1 });
    expect(bundles).toMatchObject([
      { traders: [ann, ben, cas], count: 2, cents: 90_000, first: '2026-01-15', last: '2026-02-01' },
    ]);
    const rows = bundles[0]?.hops.map(({ cents, rows }) => [
      cents,
      ...rows.map(({ file, row, period, cents }) => [hashes.indexOf(file), row, period, cents]),
    ]);
    expect(rows).toEqual([
      [195_000, [0, 2, '2026-01-15', 100_000], [0, 3, '2026-01-16', 95_000]],
      [93_000, [1, 1, '2026-01-16', 93_000]],
      [90_000, [0, 1, '2026-02-01', 90_000]],
    ]);
    // Within a fortnight it did not come round; and what was not there then is not in it.
    for (const other of [{ days: 15 }, { until: day('2026-01-31') }]) {
      const asked = { ...limits, ...year, ...other };
      expect(await searchInvoices(analytics, folder, asked, run)).toMatchObject({ result: { bundles: 0 } });
    }
    expect(await searchInvoices(analytics, folder, { ...limits, ...year, state: 'BE' }, run)).toMatchObject({
      result: { supplies: 0, bundles: 0 },
    });
  });

  test('that is stopped goes on where it was, and finds what it would have found, to the byte', async () => {
    const lines = manyLines(1_200);
    const [whole, stopped] = [await newFolder(), await newFolder()];
    for (const folder of [whole, stopped]) await bring(folder, lines);
    const asked = { ...limits, ...year, days: 20, maxLength: 4 };
    const parts = { workers: 2, suppliesOfEach: 40 };
    const expected = await searchInvoices(analytics, whole, asked, { ...run, suppliesOfEach: 40 });
    const { result } = await found(whole, expected);
    expect(result.bundles).toBeGreaterThan(50);
    let stops = 0;
    for (;;) {
      const stopping = new AbortController();
      let began = -1;
      const outcome = await searchInvoices(analytics, stopped, asked, {
        ...{ ...parts, signal: stopping.signal },
        progress: (step) => {
          if (typeof step === 'string') return;
          if (began === -1) began = step.done;
          if (step.done > began + 3) stopping.abort(new Error('enough'));
        },
      });
      if (outcome.kind === 'found') {
        expect(outcome).toEqual(expected);
        break;
      }
      stops++;
    }
    expect(stops).toBeGreaterThan(2);
    const bytes = (folder: string) => readFile(bundlesOf(folder, result.id), 'utf8');
    expect(await bytes(stopped)).toBe(await bytes(whole));
  });

  test('that ends at its budget says so', async () => {
    const folder = await newFolder();
    await bring(folder, manyLines(1_200));
    const outcome = await searchInvoices(analytics, folder, { ...limits, ...year, budget: 3 }, run);
    expect(outcome.kind === 'found' && outcome.result.truncated).toBeGreaterThan(100);
  });
});

describe('Searches for what came since', () => {
  const today = day('2026-12-31');

  test('together find what a search finds that tries every way on in all invoices, each cycle once', async () => {
    let [cycles, later] = [0, 0];
    for (let seed = 1; seed <= 8; seed++) {
      const draw = drawer(seed);
      const folder = await newFolder();
      const asked = { ...limits, days: 4, maxLength: 2 + (seed % 4), today };
      const start = dayNumber(day('2026-03-01'));
      const all: Sale[] = [];
      const counts = new Map<string, number>();
      let lines: readonly string[] = [];
      for (let file = 0; file < 5; file++) {
        const again = lines.slice(0, 3);
        lines = Array.from({ length: 14 }, (_, number) => {
          const [seller, buyer] = [draw(4), draw(4)];
          // Some come late, by more days than a cycle may last.
          const on = start + 3 * file + draw(3) - (draw(6) === 0 ? 7 : 0);
          const amount = 90 + 10 * draw(4);
          all.push([seller, buyer, on, amount]);
          return invoice(
            names[seller] as string,
            names[buyer] as string,
            100 * file + number,
            dayOf(on),
            amount,
          );
        });
        // And some come again as they were.
        await bring(folder, [...lines, ...again]);
        // Once the graph that is kept is lost, and made anew.
        if (file === 3) for (const one of await keptGraphs(folder)) await rm(one);
        const { bundles } = await found(folder, await searchSince(analytics, folder, asked, run));
        for (const { traders, count } of bundles) {
          const key = traders.join();
          if (counts.has(key)) later++;
          counts.set(key, (counts.get(key) ?? 0) + count);
        }
      }
      const expected = new Map<string, number>();
      for (const cycle of cyclesOf(all, { ...asked, window: asked.days })) {
        const key = cycle.map((sale) => names[(all[sale] as Sale)[0]]).join();
        expected.set(key, (expected.get(key) ?? 0) + 1);
      }
      const inOrder = (map: ReadonlyMap<string, number>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
      expect(inOrder(counts)).toEqual(inOrder(expected));
      for (const count of expected.values()) cycles += count;
      expect(await keptGraphs(folder)).toHaveLength(1);
    }
    expect(cycles).toBeGreaterThan(200);
    expect(later).toBeGreaterThan(20);
  });

  test('are made only where something came, and keep what each found beside the others', async () => {
    const folder = await newFolder();
    const asked = { ...limits, today };
    await bring(folder, [invoice(ann, ben, 1, '2026-01-05', 100), invoice(ben, ann, 1, '2026-01-06', 100)]);
    const first = await found(folder, await searchSince(analytics, folder, asked, run));
    expect(first.bundles).toMatchObject([{ traders: [ann, ben], count: 1 }]);
    expect(await searchSince(analytics, folder, asked, run)).toEqual({ kind: 'nothing_new', searches: 1 });
    await bring(folder, [invoice(ben, ann, 2, '2026-01-07', 105)]);
    const second = await found(folder, await searchSince(analytics, folder, asked, run));
    expect(second.bundles).toMatchObject([
      { count: 1, cents: 10_000, first: '2026-01-05', last: '2026-01-07' },
    ]);
    expect(await readBundles(folder, first.result.id, { most: 5 })).toEqual(first.bundles);
    // Of others limits nobody has searched yet.
    const other = await searchSince(analytics, folder, { ...asked, days: 40 }, run);
    expect((await found(folder, other)).bundles).toMatchObject([{ count: 2 }]);
    expect(await searchSince(analytics, folder, asked, run)).toEqual({ kind: 'nothing_new', searches: 2 });
  });

  test('see an invoice of a day that had not come when its file did, and leave what is thirteen months old', async () => {
    const folder = await newFolder();
    const at = (when: string) =>
      searchSince(analytics, folder, { ...limits, days: 400, today: day(when) }, run);
    await bring(folder, [
      invoice(ann, ben, 1, '2026-01-05', 100),
      invoice(ben, ann, 1, '2026-02-20', 100),
      // A day that nobody means.
      invoice(cas, dee, 1, '2062-01-01', 100),
    ]);
    expect((await found(folder, await at('2026-02-10'))).bundles).toEqual([]);
    expect((await found(folder, await at('2026-02-21'))).bundles).toMatchObject([{ count: 1 }]);
    // Thirteen months that end on 5 February 2027 begin on 6 January 2026.
    await bring(folder, [invoice(ben, ann, 2, '2027-02-04', 100)]);
    expect((await found(folder, await at('2027-02-10'))).bundles).toMatchObject([{ count: 1 }]);
    await bring(folder, [invoice(ben, ann, 3, '2027-02-05', 100)]);
    expect((await found(folder, await at('2027-02-10'))).bundles).toEqual([]);
  });
});

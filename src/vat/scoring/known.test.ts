import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { type Analytics, openAnalytics } from '#platform/analytics.ts';
import { listReceipts } from '../intake/receipts.ts';
import { takeIn } from '../intake/take-in.ts';
import { syntheticFiles } from '../made-up/csv.ts';
import { presets } from '../made-up/presets.ts';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { featureNames } from './feature-names.ts';
import { type FeatureTable, featuresAsOf, valuesOf } from './features.ts';
import { asDeclared, readKnown, type TakenIn } from './known.ts';
import { type Known, never, unknownDay } from './model.ts';
import { prepare } from './prepare.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-known-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 1_000, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

const monthOf = (year: number, month: number) => 12 * year + month - 1;

async function take(folder: string, state: string, name: string, text: string) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, text);
  const taken = await takeIn(analytics, folder, { file, state, received: null });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return taken.value.receipt;
}

describe('A made-up world that was written as files and taken in', () => {
  const { world } = makeUpWorld({ ...presets.medium, traders: 1_500, months: 20 }, 5);
  const withoutCases: Known = {
    ...asDeclared(world),
    cases: {
      ...{ trader: new Int32Array(), confirmed: new Int32Array() },
      ...{ from: new Int32Array(), until: new Int32Array() },
    },
  };
  const inside = world.states.filter((_, state) => world.joins[state] === true);
  const folder = () => join(home, 'world');

  test('is accepted row by row; only mistyped numbers are unsound', async () => {
    for (const { name, state, chunks } of syntheticFiles(world)) {
      const { rows } = await take(folder(), state, name, [...chunks()].join(''));
      expect(rows, name).toMatchObject({ corrected: 0, quarantined: 0, accepted: rows.in });
      expect(rows.in, name).toBeGreaterThan(0);
    }
  }, 120_000);

  test.each([19, 14, 9])('has at the end of month %i the features of the world itself', async (month) => {
    const receipts = await listReceipts(folder());
    const wanted = { month: monthOf(2001, 1) + month, inside };
    const taken = (await readKnown(analytics, folder(), receipts, wanted)) as TakenIn;
    const { known, sources } = taken;
    const read = featuresAsOf(prepare(known), known.months - 1);
    const made = featuresAsOf(prepare(withoutCases), month);
    const places = new Map(sources.numbers.map((number, place) => [number, place]));
    const placeOf = Int32Array.from(
      world.traders.state,
      (state, trader) => places.get(madeUpVatNumber(world.states[state] as string, trader)) ?? -1,
    );
    expect([...made.candidates].map((one) => placeOf[one]).toSorted()).toEqual(
      [...read.candidates].toSorted(),
    );
    expect(read.loops.length).toBe(made.loops.length);
    let compared = 0;
    const differing: string[] = [];
    for (const trader of made.candidates) {
      const [own, other] = [valuesOf(made, trader), valuesOf(read, placeOf[trader] as number)];
      for (const name of featureNames) {
        compared++;
        // Sums of whole cents are exact in any order; shares of them are divided once.
        if (!Object.is(other[name], own[name]) && !(Math.abs(other[name] - own[name]) < 1e-9))
          differing.push(`${name} of ${trader}: ${other[name]} instead of ${own[name]}`);
      }
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(5_000);
    if (month === 19) {
      expect(unknownIn(read)).toEqual(['margin', 'refund_jump', 'risky_goods', 'resectored', 'unsourced']);
      expect(made.loops.length).toBeGreaterThan(0);
    }
  });
});

const heads = {
  supplies: 'supplier,acquirer,kind,period,amount,received,correction',
  acquisitions: 'acquirer,kind,period,amount,received,correction',
  invoices: 'seller,buyer,number,date,amount,vat,received',
  registrations: 'number,from,until,reason,group',
} as const;
type Given = readonly [state: string, kind: keyof typeof heads, rows: readonly string[]];

const lux = madeUpVatNumber('LU', 0);
const [dutch, other] = [madeUpVatNumber('NL', 1), madeUpVatNumber('NL', 2)];

/** At the end of April 2019. */
async function knownOf(name: string, given: readonly Given[], changes: object = {}) {
  const folder = join(home, name);
  const hashes: Record<string, string> = {};
  for (const [place, [state, kind, rows]] of given.entries()) {
    const text = `${[heads[kind], ...rows].join('\n')}\n`;
    hashes[`${state} ${kind}`] = (await take(folder, state, `${place}.csv`, text)).sha256;
  }
  const wanted = { month: monthOf(2019, 4), ...changes };
  const taken = (await readKnown(analytics, folder, await listReceipts(folder), wanted)) as TakenIn;
  const at = (number: string) => taken.sources.numbers.indexOf(number as never);
  const table = () => featuresAsOf(prepare(taken.known), taken.known.months - 1);
  return { ...taken, hashes, values: (number: string) => valuesOf(table(), at(number)), at };
}

describe('What a node has taken in', () => {
  const supplied: Given = [
    ...(['LU', 'supplies'] as const),
    [
      `${lux},${dutch},L,2019-01,1000.00,2019-02-20,`,
      `${lux},${dutch},L,2019-02,5000.00,2019-03-20,`,
      `${lux},${dutch},L,2019-02,3000.00,2019-04-10,replace`,
      // Of May: nobody knew at the end of April.
      `${lux},${dutch},L,2019-02,9000.00,2019-05-10,replace`,
      `${lux},${dutch},L,2019-03,2000.00,2019-05-02,`,
    ],
  ];

  test('is looked at as it was known at the end of the month, corrections with their day', async () => {
    const { known, sources, values, hashes } = await knownOf('corrected', [supplied]);
    expect([...known.supplies.cents]).toEqual([100_000, 500_000, 300_000]);
    expect([...known.supplies.month]).toEqual([0, 1, 1]);
    expect([...known.supplies.superseded].map((on) => on - 31 - 28 - 31)).toMatchObject({ 1: 9 });
    expect([...sources.supplies.row]).toEqual([1, 2, 3]);
    expect(sources.files).toEqual([hashes['LU supplies']]);
    expect(values(dutch)).toMatchObject({ inflow: 400_000 });
  });

  test('says nothing of returns, registrations and home trade that nobody declared', async () => {
    const { values } = await knownOf('alone', [supplied]);
    const unknown = ['age', 'gap', 'gap_cents', 'missing_returns', 'margin'] as const;
    for (const name of unknown) expect(values(dutch)[name], name).toBeNaN();
  });

  test('knows that a return did not come only where its state gave those of all these months', async () => {
    const rows = ['2019-01', '2019-02', '2019-03'].map((month) => `${other},L,${month},0.00,2019-04-20,`);
    const registered: Given = ['NL', 'registrations', [`${dutch},2019-01-01,,,`, `${other},2010-01-01,,,`]];
    const whole = await knownOf('whole', [supplied, registered, ['NL', 'acquisitions', rows]]);
    expect(whole.values(dutch)).toMatchObject({ missing_returns: 3, gap: 1, age: 119 });
    const gap = await knownOf('part', [supplied, registered, ['NL', 'acquisitions', rows.slice(1)]]);
    expect(gap.values(dutch)).toMatchObject({ missing_returns: Number.NaN, gap: Number.NaN, age: 119 });
    // Luxembourg's node is told of Dutch suppliers alone.
    const away = await knownOf('whole', [], { inside: ['LU'] });
    expect(away.values(dutch)).toMatchObject({ missing_returns: Number.NaN, age: Number.NaN });
  });

  test('lays a quarter evenly over its months, to the cent, and declares what is declared of it', async () => {
    const { known, sources, values, at } = await knownOf('quarter', [
      ['LU', 'supplies', [`${lux},${dutch},L,2019-Q1,100.00,2019-04-20,`]],
      [
        'NL',
        'acquisitions',
        [`${dutch},L,2019-Q1,60.00,2019-04-25,`, `${dutch},S,2019-Q1,40.00,2019-04-25,`],
      ],
    ]);
    expect([...known.supplies.cents]).toEqual([3_333, 3_333, 3_334]);
    expect([...known.returns.acquisitions]).toEqual([3_333, 3_333, 3_334]);
    expect([...known.returns.trader]).toEqual([at(dutch), at(dutch), at(dutch)]);
    expect([...sources.returns.row]).toEqual([1, 2, 1, 2, 1, 2]);
    expect(values(dutch)).toMatchObject({ inflow: 10_000, missing_returns: 0, gap: 0, age: Number.NaN });
  });

  test('has sales at home once, without those abroad and those to numbers that are nobody’s', async () => {
    const { known, at } = await knownOf('sales', [
      supplied,
      [
        ...(['NL', 'invoices'] as const),
        [
          `${dutch},${other},F1,2019-03-03,10.00,2.10,2019-03-04`,
          `${dutch},${other},F1,2019-03-03,11.00,2.31,2019-03-09`,
          `${dutch},${lux},F2,2019-03-03,10.00,0.00,2019-03-04`,
          `${dutch},${other},F3,2019-04-30,10.00,2.10,2019-05-04`,
        ],
      ],
    ]);
    expect([...known.sales.cents]).toEqual([1_100]);
    expect([...known.sales.day]).toEqual([61]);
    expect([known.sales.seller[0], known.sales.buyer[0]]).toEqual([at(dutch), at(other)]);
  });

  test('counts a number from the time for which it is valid without a gap, and knows who owns it', async () => {
    const { known, at } = await knownOf('registered', [
      supplied,
      [
        ...(['NL', 'registrations'] as const),
        [
          `${dutch},2010-01-01,2012-01-01,ended,A`,
          `${dutch},2018-12-01,2019-02-01,moved,A`,
          `${dutch},2019-02-01,,,A`,
          `${other},2019-01-02,,,A`,
          `${other},2019-01-02,2019-04-01,ended,A`,
        ],
      ],
    ]);
    const { registered, ended, group } = known.traders;
    expect([registered[at(dutch)], ended[at(dutch)]]).toEqual([-31, never]);
    expect([registered[at(other)], ended[at(other)]]).toEqual([1, 90]);
    expect(group[at(dutch)]).toBe(group[at(other)]);
    expect([registered[at(lux)], group[at(lux)]]).toEqual([unknownDay, -1]);
  });

  test('tells of confirmed frauds from the day on which they were told', async () => {
    const cases = ['2019-04-02', '2019-05-02'].map((confirmed, place) => ({
      number: (place === 0 ? dutch : lux) as never,
      confirmed: day(confirmed),
      from: day('2019-01-01'),
      until: day('2019-03-31'),
    }));
    const { known, at, values } = await knownOf('cases', [supplied], { cases });
    expect([...known.cases.trader]).toEqual([at(dutch)]);
    expect(values(lux).near_cases).toBeGreaterThan(0);
  });

  test('is nothing where nothing was declared by then', async () => {
    const folder = join(home, 'corrected');
    const receipts = await listReceipts(folder);
    expect(await readKnown(analytics, folder, receipts, { month: monthOf(2018, 12) })).toBeNull();
    expect(await readKnown(analytics, folder, [], { month: monthOf(2019, 4) })).toBeNull();
  });
});

/** Features of which no candidate has a value. */
const unknownIn = ({ candidates, columns }: FeatureTable) =>
  featureNames.filter((name) => candidates.every((trader) => Number.isNaN(columns[name][trader])));

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Analytics, openAnalytics, quoted } from '#platform/analytics.ts';
import { takeIn } from '../intake/take-in.ts';
import { discrepanciesFile, type Matching, match, matchingFolder } from './match.ts';
import { usualTolerance } from './model.ts';

let home = '';
let analytics: Analytics & { readonly close: () => void };
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-match-'));
  analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
});
afterAll(async () => {
  analytics.close();
  await rm(home, { recursive: true });
});

/** A sound number of the Netherlands, of which there are as many as are wanted (mod 97 over `NL` and the number). */
function dutch(serial: number): string {
  const digits = String(serial).padStart(9, '0');
  for (let check = 2; check < 98; check++) {
    const number = `${digits}B${String(check).padStart(2, '0')}`;
    const value = [...`NL${number}`]
      .map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55)))
      .join('');
    if (BigInt(value) % 97n === 1n) return `NL${number}`;
  }
  throw new Error('no number');
}
const luxembourgish = (serial: number) =>
  `LU${String(serial).padStart(6, '0')}${String(serial % 89).padStart(2, '0')}`;

const [ann, ben, cas, dee] = [1, 2, 3, 4].map((one) => dutch(111_110_000 + one)) as [
  string,
  string,
  string,
  string,
];
const [lux, luz] = [luxembourgish(150_274), luxembourgish(123_456)];

const heads: Readonly<Record<string, string>> = {
  supplies: 'supplier,acquirer,kind,period,amount,received,correction',
  acquisitions: 'acquirer,kind,period,amount,received,correction',
  purchases: 'acquirer,declared_supplier,kind,period,amount,received,correction',
  registrations: 'number,from,until,reason,group',
  queries: 'acquirer,period,asked',
};
type Given = readonly [state: string, kind: string, rows: readonly string[]];

async function matched(given: readonly Given[]) {
  const folder = await mkdtemp(join(home, 'one-'));
  for (const [index, [state, kind, rows]] of given.entries()) {
    const file = join(folder, `${index}.csv`);
    await writeFile(file, `${[heads[kind], ...rows].join('\n')}\n`);
    const taken = await takeIn(analytics, folder, { file, state, received: '2019-08-01' });
    expect(taken).toMatchObject({ value: { receipt: { rows: { quarantined: 0 } } } });
  }
  const matching = await match(analytics, folder, usualTolerance);
  const file = join(matchingFolder(folder, matching.id), discrepanciesFile);
  const rows = await analytics.rows(`FROM read_parquet(${quoted(file)})`);
  return {
    folder,
    matching,
    rows,
    bytes: createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  };
}
const said = ({ rows }: { readonly rows: readonly Readonly<Record<string, unknown>>[] }) =>
  rows.map(
    (row) =>
      `${row.level} ${row.type} ${row.acquirer} ${row.supplier ?? '-'} ${row.kind} ${Number(row.cents) / 100}`,
  );

const supply = (
  acquirer: string,
  amount: string,
  { kind = 'L', period = '2019-05', supplier = lux, received = '', correction = '' } = {},
) => `${supplier},${acquirer},${kind},${period},${amount},${received},${correction}`;
const declared = (
  acquirer: string,
  amount: string,
  { kind = 'L', period = '2019-05', received = '', correction = '' } = {},
) => `${acquirer},${kind},${period},${amount},${received},${correction}`;

describe('What suppliers declared, held against what acquirers declared', () => {
  test('as totals says nothing of a supplier; goods and triangulation are one, and a quarter is held against its months', async () => {
    const found = await matched([
      [
        'LU',
        'supplies',
        [
          supply(ann, '600.00'),
          supply(ann, '400.00', { kind: 'T' }),
          supply(ben, '9000.00', { period: '2019-Q2' }),
        ],
      ],
      ['LU', 'supplies', [supply(ann, '5000.00', { supplier: luz, kind: 'S' }), supply(cas, '800.00')]],
      ['NL', 'supplies', [supply(luz, '1.00', { supplier: dee }), supply(lux, '50.00', { supplier: dee })]],
      [
        'NL',
        'acquisitions',
        [
          ...[declared(ann, '1000.00'), declared(ann, '2000.00', { kind: 'S' })],
          ...['2019-04', '2019-05', '2019-06'].map((period) => declared(ben, '3000.00', { period })),
          declared(dee, '0.00'),
        ],
      ],
    ]);
    expect(said(found)).toEqual([`1 amount_under ${ann} - S 3000`, `1 non_filer ${cas} - L 800`]);
    // Nobody in Luxembourg declared acquisitions: that is unknown, and not nothing.
    expect(found.matching.supplied).toEqual({
      ...{ all: '1585100', compared: '1580000', invalid: '0', inactive: '0', not_comparable: '5100' },
    });
  });

  test('finds numbers that are wrong or were not valid then, and does not hold them against anybody', async () => {
    const found = await matched([
      [
        'LU',
        'supplies',
        [
          supply('NL111110001B00', '500.00'),
          supply(ann, '600.00'),
          supply(ben, '700.00'),
          supply(cas, '800.00'),
        ],
      ],
      ['NL', 'acquisitions', [declared(ben, '700.00'), declared(cas, '0.00')]],
      ['NL', 'registrations', [`${ann},2010-01-01,2019-05-01,ended,`, `${ben},2019-05-31,,,`]],
    ]);
    expect(said(found)).toEqual([
      `1 inactive_acquirer ${ann} - L 600`,
      `1 inactive_acquirer ${cas} - L 800`,
      `2 invalid_acquirer NL111110001B00 ${lux} L 500`,
    ]);
    expect(found.matching.supplied).toMatchObject({
      all: '260000',
      compared: '70000',
      invalid: '50000',
      inactive: '140000',
    });
  });

  test('takes the last correction, adds what was added since, and tells what was listed twice', async () => {
    const lines = [
      ['LU', 'supplies', [supply(ann, '9000.00', { received: '2019-06-01' })]],
      ['LU', 'supplies', [supply(ann, '1.00', { received: '2019-06-02', correction: 'add' })]],
      ['LU', 'supplies', [supply(ann, '5000.00', { received: '2019-06-03', correction: 'replace' })]],
      ['LU', 'supplies', [supply(ann, '-500.00', { received: '2019-06-04', correction: 'add' })]],
      [
        'LU',
        'supplies',
        [
          supply(ben, '300.00', { received: '2019-06-01' }),
          supply(ben, '400.00', { received: '2019-06-05' }),
        ],
      ],
      ['NL', 'acquisitions', [declared(ann, '4500.00'), declared(ben, '400.00')]],
    ] as const satisfies readonly Given[];
    const found = await matched(lines);
    expect(said(found)).toEqual([`2 duplicate_listing ${ben} ${lux} L 300`]);
    const turned = await matched([...lines].reverse());
    expect(turned.matching).toEqual(found.matching);
    expect(turned.bytes).toBe(found.bytes);
  });

  test('speaks of pairs where the acquirer declared by supplier, and of nobody else', async () => {
    const found = await matched([
      [
        'LU',
        'supplies',
        [supply(ann, '1000.00'), supply(ann, '1000.00', { supplier: luz }), supply(ben, '5000.00')],
      ],
      [
        'NL',
        'purchases',
        [`${ann},${lux},L,2019-05,2000.00,,`, `${ann},${luxembourgish(7)},L,2019-05,900.00,,`],
      ],
    ]);
    expect(said(found)).toEqual([
      `2 acquisition_only ${ann} ${luxembourgish(7)} L -900`,
      `2 amount_over ${ann} ${lux} L -1000`,
      `2 supply_only ${ann} ${luz} L 1000`,
    ]);
  });

  test('finds triangulation without the goods that it passes on, corrections after a question, and supplies within a group', async () => {
    const found = await matched([
      ['LU', 'supplies', [supply(ann, '1000.00')]],
      [
        'NL',
        'supplies',
        [
          supply(luz, '1000.00', { supplier: ann, kind: 'T' }),
          supply(luz, '1000.00', { supplier: ben, kind: 'T' }),
        ],
      ],
      [
        'NL',
        'acquisitions',
        [
          declared(ann, '500.00'),
          declared(ann, '1000.00', { received: '2019-09-15', correction: 'replace' }),
        ],
      ],
      ['NL', 'registrations', [`${ann},2010-01-01,,,Group 7`, `${ben},2010-01-01,,,`]],
      ['LU', 'registrations', [`${lux},2010-01-01,,,Group 7`, `${luz},2010-01-01,,,`]],
      ['NL', 'queries', [`${ann},2019-Q2,2019-09-01`]],
    ]);
    expect(said(found)).toEqual([
      `1 correction_after_query ${ann} - L 1000`,
      `2 self_supply ${ann} ${lux} L 1000`,
      `2 triangulation_broken ${luz} ${ben} T 1000`,
    ]);
  });

  test('is made once, and again where there are more files', async () => {
    const found = await matched([
      ['LU', 'supplies', [supply(ben, '1.00')]],
      ['NL', 'acquisitions', [declared(ann, '700.00'), declared(ben, '1.00')]],
    ]);
    expect(said(found)).toEqual([`1 acquisition_only ${ann} - L -700`]);
    expect(await match(analytics, found.folder, usualTolerance)).toEqual(found.matching);
    const file = join(found.folder, 'more.csv');
    await writeFile(file, `${heads.supplies}\n${supply(ann, '700.00')}\n`);
    await takeIn(analytics, found.folder, { file, state: 'LU', received: '2019-08-01' });
    const more: Matching = await match(analytics, found.folder, usualTolerance);
    expect(more.id).not.toBe(found.matching.id);
    expect(more.types).toEqual([]);
  });

  test('has what came on one day corrected by what corrects, whatever hashes the files have', async () => {
    for (let round = 0; round < 4; round++) {
      // Another trader beside gives the files other hashes.
      const beside = supply(ben, `${round + 1}.00`);
      const found = await matched([
        ['LU', 'supplies', [supply(ann, '9000.00')]],
        ['LU', 'supplies', [supply(ann, '5000.00', { correction: 'replace' }), beside]],
        ['LU', 'supplies', [supply(ann, '-500.00', { correction: 'add' })]],
        ['NL', 'acquisitions', [declared(ann, '4500.00'), declared(ben, `${round + 1}.00`)]],
      ]);
      expect(said(found)).toEqual([]);
    }
  });

  test('holds pairs of a quarter against the months that suppliers declared', async () => {
    const months = ['2019-04', '2019-05', '2019-06'];
    const found = await matched([
      ['LU', 'supplies', months.map((period) => supply(ann, '1000.00', { period }))],
      ['LU', 'supplies', [supply(ann, '700.00', { period: '2019-07' })]],
      ['NL', 'purchases', [`${ann},${lux},L,2019-Q2,3000.00,,`]],
    ]);
    expect(said(found)).toEqual([]);
  });

  test('says nothing of a quarter of which the acquirer’s state knows one month', async () => {
    const found = await matched([
      ['LU', 'supplies', [supply(ann, '9000.00', { period: '2019-Q2' })]],
      ['NL', 'acquisitions', [declared(ann, '3000.00', { period: '2019-04' })]],
    ]);
    expect(said(found)).toEqual([]);
    expect(found.matching.supplied).toMatchObject({ compared: '0', not_comparable: '900000' });
  });

  test('says nothing of what was acquired where no other state stated what was supplied', async () => {
    const found = await matched([
      ['NL', 'supplies', [supply(lux, '1.00', { supplier: ann })]],
      ['NL', 'acquisitions', [declared(ann, '700.00')]],
      ['NL', 'purchases', [`${ann},${lux},L,2019-05,700.00,,`]],
    ]);
    expect(said(found)).toEqual([]);
  });

  test('tells trade of a number that was not valid once, whatever was declared under it', async () => {
    const found = await matched([
      ['LU', 'supplies', [supply(ann, '800.00')]],
      ['NL', 'acquisitions', [declared(ann, '800.00')]],
      ['NL', 'registrations', [`${ann},2019-06-01,,,`]],
    ]);
    expect(said(found)).toEqual([`1 inactive_acquirer ${ann} - L 800`]);
  });

  test('of nothing is nothing', async () => {
    const { matching } = await matched([]);
    expect(matching).toMatchObject({ files: 0, types: [], sides: { all: 0, agree: 0 } });
  });
});

import { describe, expect, test } from 'vitest';
import { changed, type GmeLines, madeUpGme, writeGme } from './fixtures/gme-folder.ts';
import { readGme } from './gme.ts';

/** Codes with places, as `code file:line`; what is refused gives nothing at all. */
async function faultsOf(lines: GmeLines): Promise<readonly string[]> {
  const read = await readGme(writeGme(lines));
  return read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path.replace('.csv.gz', '')}`);
}

const day = '2025-04-01';
const whole = madeUpGme([day, 24]);
const everyFile = Object.keys(whole) as (keyof GmeLines)[];
const without = (pattern: RegExp) => (line: string) => (pattern.test(line) ? null : line);

describe('Days that are whole are read', () => {
  test.each([
    [day, 24],
    ['2025-10-26', 25],
    ['2025-03-30', 23],
  ])('%s has %i hours; five zones have no bids, and results are published in part', async (of, hours) => {
    const read = await readGme(writeGme(madeUpGme([of, hours])));
    expect(read.ok && read.value.map(({ steps }) => steps.length)).toEqual([hours]);
    expect(read.ok && read.value[0]?.blocks[0]?.quantities.slice(0, 3)).toEqual(Float64Array.of(10, 10, 0));
  });

  test('without any published price of a zone, flow or block', async () => {
    const least = changed(whole, ['published-prices', 'block-orders'], (line) =>
      line.includes('FRAN') ? line : null,
    );
    expect(await faultsOf(least)).toEqual([]);
  });
});

describe('Hours of a day', () => {
  test('the last is missing', async () => {
    expect(await faultsOf(changed(whole, everyFile, without(/^\S+,24,[A-Z]/)))).toEqual([
      'energy_hour_missing simple-bid-curves:90',
      'energy_hour_missing bid-curves:90',
      'energy_hour_missing transfer-capacities:46',
    ]);
  });

  test('25 are given as 24', async () => {
    expect(await faultsOf(madeUpGme(['2025-10-26', 24]))).toEqual([
      'energy_day_25_as_24 simple-bid-curves:94',
      'energy_day_25_as_24 bid-curves:94',
      'energy_day_25_as_24 transfer-capacities:48',
    ]);
  });

  test('one is too many, also where only a result is published of it', async () => {
    const longer = { ...whole, 'published-flows': madeUpGme()['published-flows'].concat(`${day},25,A,B,1`) };
    expect(await faultsOf(longer)).toEqual(['energy_hour_beyond published-flows:2']);
  });

  test('one has no capacities at all, or none of one link', async () => {
    const file = ['transfer-capacities'] as const;
    expect(await faultsOf(changed(whole, file, without(/,7,/)))).toEqual([
      'energy_hour_missing transfer-capacities:14',
    ]);
    expect(await faultsOf(changed(whole, file, without(/,7,C_N/)))).toEqual([
      'energy_gme_row_missing transfer-capacities:15',
    ]);
  });

  test('one has no bids of a zone that has them in all others, or none of one side', async () => {
    expect(await faultsOf(changed(whole, ['bid-curves'], without(/,24,NORD/)))).toEqual([
      'energy_gme_row_missing bid-curves:92',
      'energy_gme_row_missing bid-curves:93',
    ]);
    expect(await faultsOf(changed(whole, ['simple-bid-curves'], without(/,1,NORD,supply/)))).toEqual([
      'energy_gme_row_missing simple-bid-curves:8',
    ]);
  });
});

describe('Days of a folder', () => {
  test('one is no day, and is told once of each file', async () => {
    const foo = changed(madeUpGme([day, 24], ['foo', 2]), ['bid-curves', 'published-prices'], (line) => line);
    expect(await faultsOf(foo)).toEqual([
      ...['energy_day_invalid simple-bid-curves:98', 'energy_day_invalid bid-curves:98'],
      ...['energy_day_invalid block-orders:4', 'energy_day_invalid transfer-capacities:50'],
      'energy_day_invalid published-prices:74',
    ]);
  });

  test('one is not in every file that has to have it', async () => {
    const two = madeUpGme([day, 24], ['2025-04-02', 24]);
    expect(await faultsOf(changed(two, ['transfer-capacities'], without(/^2025-04-02/)))).toEqual([
      'energy_gme_day_missing simple-bid-curves:98',
    ]);
  });

  test('there is none', async () => {
    expect(await faultsOf(madeUpGme())).toEqual(['energy_domain_empty simple-bid-curves']);
  });
});

describe('Zones', () => {
  test('one with bids is misspelt: nobody clears it, and the other lacks its bids', async () => {
    const misspelt = (line: string) => line.replace(/,5,NORD/, ',5,NROD');
    expect(await faultsOf(changed(whole, ['simple-bid-curves'], misspelt))).toEqual([
      'energy_gme_zone simple-bid-curves:20',
      'energy_gme_row_missing simple-bid-curves:24',
      'energy_gme_row_missing simple-bid-curves:25',
    ]);
  });

  test('one with a block is unknown', async () => {
    const unknown = (line: string) => line.replace('NORD', 'NROD');
    expect(await faultsOf(changed(whole, ['block-orders'], unknown))).toEqual([
      'energy_gme_zone block-orders:2',
    ]);
  });

  test('a border has a limit and no price', async () => {
    expect(await faultsOf(changed(whole, ['published-prices'], without(/,3,FRAN/)))).toEqual([
      'energy_gme_border_price transfer-capacities:7',
    ]);
  });
});

test('Faults of several files and days are told at once, and a row that cannot be read hides no other file', async () => {
  const broken = changed(whole, ['simple-bid-curves'], (line) =>
    line.replace(',2,CNOR,demand,300', ',2,CNOR,demand,x'),
  );
  const more = changed(broken, ['transfer-capacities'], without(/,9,/));
  expect(await faultsOf(changed(more, ['block-orders'], (line) => line.replace('NORD', 'XXXX')))).toEqual([
    ...['energy_row_number simple-bid-curves:6', 'energy_gme_zone block-orders:2'],
    'energy_hour_missing transfer-capacities:18',
  ]);
});

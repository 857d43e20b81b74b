import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StepDomain } from '../domain/model.ts';
import { antaresCsv } from './antares-csv.ts';
import type { DomainLayout } from './domain-table.ts';
import { readDomainTable } from './domain-table.ts';
import { readDomains } from './domains.ts';
import {
  datedDomains,
  inPieces,
  typicalDomains,
  writeAntaresCsv,
  writeRteCsv,
} from './fixtures/made-up-domains.ts';
import { rteCsv } from './rte-csv.ts';

const folder = '../shared/data/energy/domains';
const read = (text: string, layout: DomainLayout, pieces?: number) =>
  readDomainTable(inPieces(text, pieces), 'file', layout);

async function stepsOf(text: string, layout: DomainLayout): Promise<readonly StepDomain[]> {
  const steps = await read(text, layout);
  if (!steps.ok) throw new Error(JSON.stringify(steps.problems));
  return steps.value;
}

/** Codes with the lines they name; what is refused gives nothing at all. */
async function faultsOf(text: string, layout: DomainLayout): Promise<readonly string[]> {
  const steps = await read(text, layout);
  expect(steps).not.toHaveProperty('value');
  return steps.ok ? [] : steps.problems.map(({ code, path }) => `${code} ${path.replace('file:', '')}`);
}

const head = 'Date|Period|ptdfFR|ptdfDE|ptdfBE|ram|Class|idDayType|TypicalDay';
const row = (day: string, period: number | string, ram: number | string = 500) =>
  `${day}|${period}|0.1|-0.1|0|${ram}|made-up|1|TRUE`;
/** A row for each hour of a day that is given, with a head. */
const hours = (day: string, ...given: readonly number[]) =>
  [head, ...given.map((hour) => row(day, hour))].join('\n');
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('Samples of the folder', () => {
  test.skipIf(!existsSync(folder))('are read: dated hours, and hours of a typical day', async () => {
    const dated = await readDomains(`${folder}/rte-sample.csv`, 'rte-csv');
    expect(dated).toMatchObject({
      ok: true,
      value: [
        {
          ...{ day: '2020-02-29', typicalDay: 'made-up|1|TRUE', period: 1 },
          hubs: ['FR', 'DE', 'AT', 'BE', 'NL'],
          rows: [
            { id: 'line 2', ram: 500, kind: 'element', element: null, line: 2 },
            { id: 'line 3', ram: 420 },
          ],
        },
        { period: 2, rows: [{ id: 'line 4', ram: 610 }] },
      ],
    });
    const [step] = dated.ok ? dated.value : [];
    expect([...(step?.rows[1]?.ptdf ?? [])]).toEqual([-0.2, -0.1, -0.15, -0.3, 0]);

    const typical = await readDomains(`${folder}/antares-sample.csv`, 'antares-csv');
    expect(typical).toMatchObject({
      ok: true,
      value: [
        {
          ...{ day: null, typicalDay: '1', period: 1, hubs: ['BE', 'DE', 'FR', 'NL'] },
          rows: [
            { kind: 'external', ram: 4400 },
            { kind: 'element', ram: 600.5 },
          ],
        },
        { period: 2, rows: [{ kind: 'element', ram: 750 }] },
      ],
    });
  });

  test.skipIf(!existsSync(folder))('are no files of the other layout', async () => {
    for (const [name, format] of [
      ['rte-sample.csv', 'antares-csv'],
      ['antares-sample.csv', 'rte-csv'],
    ] as const) {
      const steps = await readDomains(`${folder}/${name}`, format);
      expect(steps).toMatchObject({
        ok: false,
        problems: [{ code: 'energy_table_columns', path: `${name}:1` }],
      });
    }
    expect(await readDomains(`${folder}/none.csv`, 'rte-csv')).toMatchObject({
      problems: [{ code: 'energy_file_missing' }],
    });
  });
});

describe('Bad input is told by line, and nothing is imported of it', () => {
  test('swapped columns: in the head, or in one row alone', async () => {
    const swapped = ['Period|Date|ptdfFR|ptdfDE|ram', '1|2020-02-29|0.1|-0.1|500'].join('\n');
    expect(await faultsOf(swapped, rteCsv)).toEqual(['energy_table_order 1']);
    const within = ['Date|Period|ptdfFR|ram|ptdfDE', '2020-02-29|1|0.1|500|-0.1'].join('\n');
    expect(await faultsOf(within, rteCsv)).toEqual(['energy_table_order 1']);
    const misnamed = ['Date|Period|ptdfFR|ptdfDE|BE|ram', '2020-02-29|1|0.1|0|0.1|500'].join('\n');
    expect(await faultsOf(misnamed, rteCsv)).toEqual(['energy_table_order 1']);
    // The RAM in the column of a hub; and a text in that of the RAM.
    expect(
      await faultsOf(
        [
          head,
          row('2020-02-29', 1),
          '2020-02-29|1|500|-0.1|0|0.1|a|1|TRUE',
          '2020-02-29|1|0|-0.1|0.2|a|9|1|TRUE',
          '1|2020-02-29|0|-0.1|0.2|9|a|1|TRUE',
        ].join('\n'),
        rteCsv,
      ),
    ).toEqual(['energy_ptdf_spread 3', 'energy_row_number 4', 'energy_row_number 5']);
    expect(await faultsOf('Id_day;Period;BE;RAM;DE\n1;1;0.1;500;0', antaresCsv)).toEqual([
      'energy_table_order 1',
    ]);
    expect(await faultsOf('Id_day;BE;Period;DE;RAM\n1;0.1;1;0;500', antaresCsv)).toEqual([
      'energy_table_order 1',
    ]);
  });

  test('missing columns, a hub with two, one hub alone, no row at all', async () => {
    expect(await faultsOf('Date|ptdfFR|ptdfDE\n2020-02-29|0|0', rteCsv)).toEqual(['energy_table_columns 1']);
    expect(await faultsOf('Date|Period|ptdfFR|ptdfFR|ram\n2020-02-29|1|0|0|1', rteCsv)).toEqual([
      'energy_hub_twice 1',
    ]);
    expect(await faultsOf('Id_day;Period;BE;RAM\n1;1;0.1;500', antaresCsv)).toEqual(['energy_table_order 1']);
    expect(await faultsOf(head, rteCsv)).toEqual(['energy_domain_empty file']);
    expect(await faultsOf('', rteCsv)).toEqual(['energy_table_empty file']);
  });

  test('a missing hour, at the hour that comes after it', async () => {
    expect(await faultsOf(hours('2020-02-29', 1, 2, 4), rteCsv)).toEqual(['energy_hour_missing 4']);
    expect(await faultsOf(hours('2020-02-29', 2, 3), rteCsv)).toEqual(['energy_hour_missing 2']);
    expect(await faultsOf('Id_day;Period;BE;DE;RAM\n7;1;0.1;0;9\n7;3;0.1;0;9', antaresCsv)).toEqual([
      'energy_hour_missing 3',
    ]);
    // A day that lacks its last hour alone is not a part of one.
    expect(await faultsOf(hours('2020-02-29', ...upTo(23)), rteCsv)).toEqual(['energy_hour_missing 24']);
  });

  test('a 25-hour day given as 24, and hours that a day does not have', async () => {
    expect(await faultsOf(hours('2018-10-28', ...upTo(24)), rteCsv)).toEqual(['energy_day_25_as_24 25']);
    expect(await faultsOf(hours('2018-10-27', ...upTo(25)), rteCsv)).toEqual(['energy_hour_beyond 26']);
    expect(await faultsOf(hours('2018-03-25', ...upTo(24)), rteCsv)).toEqual(['energy_hour_beyond 25']);
    expect(await faultsOf('Id_day;Period;BE;DE;RAM\n7;25;0.1;0;9', antaresCsv)).toEqual([
      'energy_hour_beyond 2',
    ]);
    expect(await stepsOf(hours('2018-10-28', ...upTo(25)), rteCsv)).toHaveLength(25);
    expect(await stepsOf(hours('2018-03-25', ...upTo(23)), rteCsv)).toHaveLength(23);
  });

  test('a negative RAM', async () => {
    const text = [head, row('2020-02-29', 1), row('2020-02-29', 2, -12.5)].join('\n');
    expect(await faultsOf(text, rteCsv)).toEqual(['energy_ram_negative 3']);
    expect(await faultsOf('Id_day;Period;BE;DE;RAM\n1;1;0.1;0;-1', antaresCsv)).toEqual([
      'energy_ram_negative 2',
    ]);
  });

  test('numbers and days that are none, all of them at once', async () => {
    const text = [
      head,
      row('2020-02-30', 1),
      row('29/02/2020', 1),
      row('2020-02-29', 0),
      row('2020-02-29', 26),
      row('2020-02-29', 1.5),
      row('2020-02-29', 'one'),
      row('2020-02-29', 1, ''),
      row('2020-02-29', 1, '1,5'),
      '2020-02-29|1|0.1',
    ].join('\n');
    expect(await faultsOf(text, rteCsv)).toEqual([
      ...['energy_day_invalid 2', 'energy_day_invalid 3'],
      ...['energy_hour_invalid 4', 'energy_hour_invalid 5', 'energy_hour_invalid 6'],
      ...['energy_row_number 7', 'energy_row_number 8', 'energy_row_number 9', 'energy_row_width 10'],
    ]);
    expect(await faultsOf('Id_day;Period;BE;DE;RAM\nsummer;1;0.1;0;9', antaresCsv)).toEqual([
      'energy_day_invalid 2',
    ]);
  });

  test('a negative RAM beside a missing hour: both are told', async () => {
    const text = [head, row('2020-02-29', 1), row('2020-02-29', 2, -1), row('2020-02-29', 4)].join('\n');
    expect(await faultsOf(text, rteCsv)).toEqual(['energy_ram_negative 3', 'energy_hour_missing 4']);
  });
});

describe('Domains', () => {
  test('keep a row of which all factors are one: it limits nothing, and does no harm', async () => {
    const [step] = await stepsOf('Id_day;Period;BE;DE;RAM\n1;3;0.2;0.2;0', antaresCsv);
    expect(step).toMatchObject({ period: 3, rows: [{ ram: 0, kind: 'element' }] });
  });

  test('come in order of their days and hours, whatever order the rows have', async () => {
    const text = 'Id_day;Period;BE;DE;RAM\n10;2;0;0.1;1\n2;1;0;0.1;2\n10;1;0;0.1;3\n10;2;0;0.1;4';
    const steps = await stepsOf(text, antaresCsv);
    expect(
      steps.map(({ typicalDay, period, rows }) => [typicalDay, period, rows.map(({ ram }) => ram)]),
    ).toEqual([
      ['2', 1, [2]],
      ['10', 1, [3]],
      ['10', 2, [1, 4]],
    ]);
  });

  test('written and read back are the same, over changes of clocks and in pieces of any length', async () => {
    await fc.assert(
      fc.asyncProperty(datedDomains, fc.integer({ min: 1, max: 90 }), async (steps, pieces) => {
        expect(await read(writeRteCsv(steps), rteCsv, pieces)).toEqual({ ok: true, value: steps });
      }),
      { seed: 7, numRuns: 25 },
    );
    await fc.assert(
      fc.asyncProperty(typicalDomains, fc.integer({ min: 1, max: 90 }), async (steps, pieces) => {
        expect(await read(writeAntaresCsv(steps), antaresCsv, pieces)).toEqual({ ok: true, value: steps });
      }),
      { seed: 7, numRuns: 25 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { DomainFile } from './domain-days.ts';
import { alegroRows, boundRow, csvExport, drawnRows, jsonPage, lixheGramme } from './fixtures/jao-rows.ts';
import { inPieces } from './fixtures/made-up-domains.ts';
import { readJaoCsv, readJaoJson } from './jao.ts';

const json = (text: string, pieces?: number) => readJaoJson(inPieces(text, pieces), 'page.json');
const csv = (text: string) => readJaoCsv(inPieces(text), 'page.csv');
const hour = [lixheGramme, ...alegroRows];

async function readOf(read: ReturnType<typeof json>): Promise<DomainFile> {
  const found = await read;
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
async function faultsOf(read: ReturnType<typeof json>): Promise<readonly string[]> {
  const found = await read;
  expect(found).not.toHaveProperty('value');
  return found.ok
    ? []
    : found.problems.map(({ code, path }) => `${code} ${path.replace(/^page\.\w+:?/, '')}`);
}

describe('An hour of JAO', () => {
  test('has elements with their names, and bounds of ALEGrO that are typed and no lines', async () => {
    const { steps, warnings } = await readOf(json(jsonPage(hour)));
    expect(warnings).toEqual([]);
    expect(steps).toMatchObject([
      {
        // 22:00 of UTC is midnight in Brussels in August.
        ...{ day: '2024-08-28', typicalDay: null, period: 1 },
        hubs: ['ALBE', 'ALDE', 'AT', 'BE', 'DE', 'FR', 'NL'],
        rows: [
          {
            ...{ id: 'row 1', kind: 'element', element: 'Lixhe - Gramme 380.11 DIRECT', ram: 885 },
            ...{ contingency: 'Van Eyck; Andre Dumont / "Gramme"', operator: 'ELIA' },
          },
          {
            kind: 'external',
            element: 'External Constraint BE_AL_export',
            contingency: null,
            operator: null,
          },
          { kind: 'external', ram: 1_000 },
          { kind: 'equality', ram: 0 },
          { kind: 'equality', id: 'row 5' },
        ],
      },
    ]);
    const ptdf = steps[0]?.rows.map((row) => [...row.ptdf]);
    expect(ptdf?.[0]).toEqual([-0.398, 0.01, 0.01, 0.119, 0.01, 0.072, -0.004]);
    expect(ptdf?.[2]).toEqual([-1, 0, 0, 0, 0, 0, 0]);
    expect(ptdf?.[3]).toEqual([1, 1, 0, 0, 0, 0, 0]);
  });

  test('is the same as a list alone, as the export with semicolons, and in pieces of any length', async () => {
    const rows = [...hour, ...drawnRows(40, 7)];
    const withoutPlaces = ({ steps }: DomainFile) =>
      steps.map((step) => ({ ...step, rows: step.rows.map(({ id, line, ...row }) => row) }));
    const whole = await readOf(json(jsonPage(rows)));
    expect(whole.steps[0]?.rows).toHaveLength(45);
    expect(withoutPlaces(await readOf(json(JSON.stringify(rows))))).toEqual(withoutPlaces(whole));
    expect(withoutPlaces(await readOf(csv(csvExport(rows))))).toEqual(withoutPlaces(whole));
    for (const pieces of [1, 7, 1_000]) expect(await readOf(json(jsonPage(rows), pieces))).toEqual(whole);
  });

  test('goes to the business day in Brussels, over a change of clocks too', async () => {
    const at = (dateTimeUtc: string) => ({ ...lixheGramme, dateTimeUtc });
    const window = ['2024-10-26T21:00:00Z', '2024-10-26T22:00:00Z', '2024-10-27T00:00:00Z'];
    const { steps } = await readOf(
      json(jsonPage([...window, '2024-10-26T23:00:00Z', '2024-10-27T01:00:00Z'].map(at))),
    );
    expect(steps.map(({ day, period }) => `${day} ${period}`)).toEqual([
      '2024-10-26 24',
      ...['2024-10-27 1', '2024-10-27 2', '2024-10-27 3', '2024-10-27 4'],
    ]);
    expect(await faultsOf(csv(csvExport(window.map(at))))).toEqual(['energy_hour_missing 4']);
  });

  test('warns of a margin that its own figures do not make, and reads it all the same', async () => {
    const { steps, warnings } = await readOf(json(jsonPage([{ ...lixheGramme, ram: 890, fref: 505 }])));
    expect(steps[0]?.rows[0]?.ram).toBe(890);
    expect(warnings).toMatchObject([
      {
        ...{ code: 'energy_ram_identity', severity: 'warning' },
        params: {
          identity: 'ram = fmax − frm − (fcore + fltn) + amr − cva − iva',
          published: 890,
          computed: 885,
        },
      },
    ]);
    const many = drawnRows(80, 7).map((row) => ({ ...row, ram: (row.ram as number) + 5 }));
    const all = (await readOf(json(jsonPage(many)))).warnings;
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toMatchObject({ code: 'energy_ram_identities', params: { count: 80, told: 50 } });
  });
});

test('An element whose code is no EIC is told with its line, once, and read all the same', async () => {
  const rows = ['rubbish', '22T-BE-IN-LI0204', 'rubbish', '22T-BE-IN-LI0203'];
  const { steps, warnings } = await readOf(
    csv(csvExport(rows.map((cneEic) => ({ ...lixheGramme, cneEic })))),
  );
  expect(steps[0]?.rows).toHaveLength(4);
  expect(warnings.map(({ code, path, severity }) => `${severity} ${code} ${path.split(':')[1]}`)).toEqual([
    'warning energy_eic_form 2',
    'warning energy_eic_check 3',
  ]);
});

describe('Nothing is imported of a page', () => {
  test('that has fewer rows than there are', async () => {
    expect(await json(jsonPage(hour, 11_568))).toMatchObject({
      problems: [{ code: 'energy_page_partial', params: { found: 5, total: 11_568 } }],
    });
    expect(await faultsOf(json(jsonPage([])))).toEqual(['energy_domain_empty ']);
  });

  test('with a negative RAM, a row that is no row of a domain, or an instant within an hour: all told', async () => {
    const rows = [
      lixheGramme,
      { ...lixheGramme, ram: -1 },
      boundRow('Something else', 5, { BE: 0.4 }),
      { ...lixheGramme, dateTimeUtc: '2024-08-27T22:15:00Z' },
      { ...lixheGramme, ram: null },
      { ...lixheGramme, ram: '885' },
      { ...lixheGramme, ptdf_AT: null },
      { ...lixheGramme, ptdf_AT: 885 },
      { id: 9 },
    ];
    const codes = [
      ...['energy_ram_negative', 'energy_row_kind', 'energy_instant_invalid', 'energy_row_number'],
      ...['energy_row_number', 'energy_ptdf_spread', 'energy_row_hubs'],
    ];
    expect(await faultsOf(json(JSON.stringify(rows)))).toEqual(
      [1, 2, 3, 4, 5, 7, 8].map((place, index) => `${codes[index]} 1 data[${place}]`),
    );
    expect(await faultsOf(json(JSON.stringify([rows[0], rows[6]])))).toEqual([
      'energy_ptdf_missing 1 data[1]',
    ]);
    expect(await faultsOf(csv(csvExport([lixheGramme, { ...lixheGramme, ram: -1 }])))).toEqual([
      'energy_ram_negative 3',
    ]);
  });

  test('that is no JSON, or no page, with the line', async () => {
    const page = jsonPage(hour);
    expect(await faultsOf(json(page.slice(0, -20)))).toEqual([
      `energy_json_invalid ${page.slice(0, -20).split('\n').length}`,
    ]);
    expect(await faultsOf(json('[\n{"ram":1,},\n{"ram":}]'))).toEqual([
      'energy_json_invalid 2',
      'energy_json_invalid 3',
    ]);
    for (const text of ['{}', '3', 'null', '{"rows":[{"ram":1}]}', '{"data":[1]}', '{"a":[{}],"data":[{}]}'])
      expect(await faultsOf(json(text)), text).toContain('energy_json_shape ');
    expect(await faultsOf(json(''))).toEqual(['energy_json_invalid 1']);
    expect(await faultsOf(json(`[{"a":"${'x'.repeat(1_100_000)}"}]`))).toContain('energy_json_invalid 1');
  });

  test('without its columns', async () => {
    expect(await faultsOf(csv('Ram;Ptdf_BE;Ptdf_DE\n1;0;0'))).toEqual(['energy_table_columns 1']);
    expect(await faultsOf(csv('DateTimeUtc;Ram;Ptdf_BE\n2024-08-27T22:00:00Z;1;0'))).toEqual([
      'energy_row_hubs 1',
    ]);
  });
});

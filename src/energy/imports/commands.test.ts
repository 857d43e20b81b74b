import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandResult } from '#platform/module.ts';
import { importCommands } from './commands.ts';
import { areas } from './eic.ts';
import { jsonPage, lixheGramme } from './fixtures/jao-rows.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'domains-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command says of a file with this text; null: no file is named. */
async function said(name: string, text: string | null, format?: string): Promise<CommandResult> {
  const command = importCommands.find((one) => one.name === name);
  if (command?.alone !== true) throw new Error(`no command ${name} that runs alone`);
  const file = join(folder, 'file');
  if (text !== null) writeFileSync(file, text);
  const positionals = text === null ? [] : [file];
  return command.run({
    positionals,
    options: { format },
    language: 'en',
    dataFolder: folder,
    progress: () => {},
  });
}
const head = 'Id_day;Period;BE;DE;RAM';

describe('The command that reads domains', () => {
  test('counts steps, rows and kinds, and names hubs and days', async () => {
    const text = [head, '3;1;0.1;0;500', '3;1;1;0;4000', '3;2;0.2;0;50'].join('\n');
    expect(await said('energy domain import', text, 'antares-csv')).toMatchObject({
      kind: 'answer',
      json: { steps: 2, rows: 3, hubs: ['BE', 'DE'], rowsByKind: { element: 2, external: 1 }, days: ['3'] },
      text: '2 hours with 3 rows; days: 3; hubs: BE, DE',
      findings: [],
    });
  });

  test('gives findings and nothing else of a file with any', async () => {
    const text = [head, '3;1;0.1;0;-500', '3;3;0.2;0;50'].join('\n');
    const found = await said('energy domain import', text, 'antares-csv');
    expect(found).toMatchObject({
      kind: 'findings',
      findings: [
        { code: 'energy_ram_negative', path: 'file:2', params: { line: 2 } },
        { code: 'energy_hour_missing', path: 'file:3' },
      ],
    });
    expect(Object.keys(found.kind === 'findings' ? (found.json as object) : {})).toEqual(['findings']);
  });

  test('answers with warnings where figures behind a margin do not add up', async () => {
    const found = await said('energy domain import', jsonPage([{ ...lixheGramme, ram: 890 }]), 'jao-json');
    expect(found).toMatchObject({
      ...{ kind: 'answer', findings: [{ code: 'energy_ram_identity' }] },
      json: { rows: 1, days: ['2024-08-28'], warnings: [{ severity: 'warning' }] },
    });
  });

  test('says how it is used without a file, and for a format that it does not know', async () => {
    expect(await said('energy domain import', null, 'rte-csv')).toMatchObject({ kind: 'usage' });
    expect(await said('energy domain import', '', 'xlsx')).toMatchObject({ kind: 'usage' });
    expect(await said('energy domain import', '')).toMatchObject({ kind: 'usage' });
  });
});

test('The command that reads documents names series, or the line of an unknown EIC', async () => {
  const document = (area: string) => `<Publication_MarketDocument><type>A65</type><TimeSeries>
<outBiddingZone_Domain.mRID>${area}</outBiddingZone_Domain.mRID><curveType>A03</curveType><Period><timeInterval>
<start>2024-08-28T22:00Z</start><end>2024-08-29T22:00Z</end></timeInterval><resolution>PT60M</resolution>
<Point><position>1</position><quantity>9000</quantity></Point></Period></TimeSeries></Publication_MarketDocument>`;
  expect(await said('energy document import', document(areas.BE))).toMatchObject({
    kind: 'answer',
    json: { series: [{ kind: 'load', from: 'BE', day: '2024-08-29', steps: 24, least: 9000, most: 9000 }] },
  });
  // A code of an element, out of the shared binding rows.
  expect(await said('energy document import', document('10T-DE-FR-000068'))).toMatchObject({
    kind: 'findings',
    findings: [{ code: 'energy_eic_unknown', path: 'file:2' }],
  });
});

import { Readable } from 'node:stream';
import excel from 'exceljs';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { ExportTable } from '#platform/module.ts';
import { tableFormats, writeTable } from './table.ts';

const table: ExportTable = {
  name: 'groups',
  title: 'Groups as of May 2020',
  columns: [
    { key: 'id', title: 'Group', note: 'Stable id.' },
    { key: 'members', title: 'Members', note: 'Empty: see the reason.' },
    { key: 'missing', title: 'Reason', note: 'Why the number is missing.' },
    { key: 'ended', title: 'Ended', note: 'Whether it has ended.' },
  ],
  rows: [
    { id: 'fisc-moss', members: 3, missing: null, ended: false },
    { id: 'a "quoted", split\r\nname', members: null, missing: 'not_stated', ended: true },
    { id: '=HYPERLINK("http://example.org")', members: -5, missing: null, ended: false },
    { id: 'Belgïë €', members: 0, missing: null, ended: true },
  ],
  notes: ['Register: Benelux.', 'Reuse is free.'],
};

afterEach(() => vi.useRealTimers());

async function text(format: 'csv' | 'csv-metadata' | 'json', of = table): Promise<string> {
  return (await writeTable(format, of)).body.toString();
}

/** Rows by a reader that is not our writer. */
async function readCsv(csv: string): Promise<unknown[][]> {
  const sheet = await new excel.Workbook().csv.read(Readable.from([csv]), { map: (value: unknown) => value });
  return sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []));
}

async function readSheets(body: Buffer): Promise<excel.Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.load(new Uint8Array(body).buffer);
  return book;
}

test('csv reads back, a missing number is empty and not zero, a number below zero stays a number', async () => {
  expect(await readCsv(await text('csv'))).toEqual([
    ['id', 'members', 'missing', 'ended'],
    ['fisc-moss', '3', '', 'false'],
    ['a "quoted", split\r\nname', '', 'not_stated', 'true'],
    ['\'=HYPERLINK("http://example.org")', '-5', '', 'false'],
    ['Belgïë €', '0', '', 'true'],
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'csv: the text %j is no formula',
  async (danger) => {
    const only = { ...table, columns: table.columns.slice(0, 1), rows: [{ id: danger }] };
    expect(await text('csv', only)).toContain(`'${danger}`);
  },
);

test('the notes of a csv stand in its metadata, by column', async () => {
  const metadata = JSON.parse(await text('csv-metadata'));
  expect(metadata).toMatchObject({
    url: 'groups.csv',
    'dc:title': table.title,
    'dc:description': table.notes,
  });
  expect(
    metadata.tableSchema.columns.map((column: Record<string, string>) => column['dc:description']),
  ).toEqual(table.columns.map(({ note }) => note));
});

test('xlsx reads back with types, formulas are text, and the second sheet says what the columns mean', async () => {
  const book = await readSheets((await writeTable('xlsx', table)).body);
  const value = (address: string) => book.getWorksheet('groups')?.getCell(address).value;
  expect(['A1', 'B1', 'C1', 'D1'].map(value)).toEqual(['Group', 'Members', 'Reason', 'Ended']);
  expect(['A2', 'B2', 'C2', 'D2'].map(value)).toEqual(['fisc-moss', 3, null, false]);
  expect(['B3', 'B4', 'B5'].map(value)).toEqual([null, -5, 0]);
  expect(book.getWorksheet('groups')?.getCell('A4').type).toBe(excel.ValueType.String);
  expect(value('A4')).toBe('=HYPERLINK("http://example.org")');
  const info = JSON.stringify(book.getWorksheet('Info')?.getSheetValues());
  for (const told of [...table.notes, ...table.columns.map(({ note }) => note)]) expect(info).toContain(told);
});

test('json reads back as it was', async () => {
  expect(JSON.parse(await text('json'))).toEqual(table);
});

test('the same table gives the same bytes, whatever the order of its keys and the time of day', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const row = fc.record({ id: fc.string(), members: cell, missing: cell, ended: cell });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
      const turned = rows.map((each) => Object.fromEntries(Object.entries(each).reverse()));
      for (const format of tableFormats) {
        vi.setSystemTime('2026-11-23T12:00:00Z');
        const once = await writeTable(format, { ...table, rows });
        vi.setSystemTime('2031-05-01T23:59:59Z');
        const again = await writeTable(format, { ...table, rows: turned });
        expect(again.body.equals(once.body), format).toBe(true);
      }
    }),
    { seed: 20200531, numRuns: 25 },
  );
});

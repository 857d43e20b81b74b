import { stringify } from 'csv-stringify/sync';
import { unzipSync, zipSync } from 'fflate';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { ExportFormat, ExportTable } from '#platform/module.ts';
import type { WrittenFile } from './written-file.ts';

/** What a table can be written as: an export, or the notes that go with its CSV. */
export const tableFormats = ['csv', 'csv-metadata', 'xlsx', 'json'] as const satisfies readonly (
  | ExportFormat
  | 'csv-metadata'
)[];
export type TableFormat = (typeof tableFormats)[number];

/** The same table gives the same bytes, in every format. */
export async function writeTable(format: TableFormat, table: ExportTable): Promise<WrittenFile> {
  switch (format) {
    case 'csv':
      return {
        fileName: `${table.name}.csv`,
        type: 'text/csv; charset=utf-8; header=present',
        body: Buffer.from(writeCsv(table)),
      };
    case 'csv-metadata':
      return {
        fileName: metadataName(table),
        type: 'application/csvm+json',
        body: Buffer.from(canonicalJson(describeCsv(table))),
      };
    case 'xlsx':
      return {
        fileName: `${table.name}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await writeWorkbook(table),
      };
    case 'json':
      return {
        fileName: `${table.name}.json`,
        type: 'application/json; charset=utf-8',
        body: Buffer.from(canonicalJson(table)),
      };
  }
}

/** RFC 4180, with the columns' keys as header. A text that a spreadsheet would run as a formula gets a `'` before it. */
function writeCsv({ columns, rows }: ExportTable): string {
  return stringify([...rows], {
    columns: columns.map(({ key }) => key),
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  });
}

function metadataName({ name }: ExportTable): string {
  return `${name}.csv-metadata.json`;
}

/** Titles and notes of the columns as CSV on the Web has them (W3C, Metadata Vocabulary for Tabular Data, 2015). */
function describeCsv({ name, title, columns, notes }: ExportTable): unknown {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: `${name}.csv`,
    'dc:title': title,
    'dc:description': notes,
    tableSchema: {
      columns: columns.map((column) => ({
        name: column.key,
        titles: column.key,
        'dc:title': column.title,
        'dc:description': column.note,
      })),
    },
  };
}

/** Workbooks carry the time at which they were made, in two places; ours say nothing of it. */
const noDate = '1980-01-01T00:00:00';

/** First sheet the rows, with their titles; second sheet what the columns mean and where the rows come from. */
async function writeWorkbook({ name, title, columns, rows, notes }: ExportTable): Promise<Buffer> {
  // Takes a third of a second to load, and most visits never ask for it.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.created = new Date(`${noDate}Z`);
  book.modified = book.created;
  book.title = title;

  const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ key, title: header }) => ({
    key,
    header,
    width: Math.max(12, header.length + 2),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.addRows(rows.map((row) => columns.map(({ key }) => row[key] ?? null)));

  // A word of all our languages, so that the name of the sheet needs no translation.
  const info = book.addWorksheet('Info');
  info.columns = [{ width: 24 }, { width: 32 }, { width: 96 }];
  info.addRows([[title], ...notes.map((note) => [note]), []]);
  info.addRows(columns.map(({ key, title: header, note }) => [key, header, note]));

  const written = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  return Buffer.from(zipSync(written, { mtime: noDate }));
}

/** Excel takes 31 characters and not these. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31);
}

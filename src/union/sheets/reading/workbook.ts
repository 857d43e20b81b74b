import excel, { type Cell as ExcelCell } from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Cell, type Merge, mostColumns, mostRows, mostTables, type SheetContent } from '../model.ts';

/** What a workbook may come to when it is unpacked, however small it is packed. */
const largestUnpacked = 64 * 1024 * 1024;
const mostParts = 300;

/**
 * A workbook's values, never its formulas: what a formula last came to stands in the file. Problems: `sheet_broken`,
 * `sheet_unpacks_too_large`, `sheet_rows_too_many`, `sheet_columns_too_many`, `sheet_tables_too_many`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<SheetContent>> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const book = new excel.Workbook();
  try {
    await book.xlsx.load(unpacked.value.slice().buffer, {
      // Validations may speak of whole columns, cell by cell, and say nothing of values.
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst'],
    });
  } catch (error) {
    return broken(error);
  }
  if (book.worksheets.length > mostTables)
    return fail(problem('sheet_tables_too_many', 'body.file', { most: mostTables }));
  const tables = [];
  for (const sheet of book.worksheets) {
    const rows: Cell[][] = [];
    let width = 0;
    let last = 0;
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (number > mostRows) {
        row.eachCell({ includeEmpty: false }, (cell) => {
          if (valueIn(cell) !== null) last = Math.max(last, number);
        });
        return;
      }
      const values: Cell[] = [];
      row.eachCell({ includeEmpty: false }, (cell, column) => {
        const value = cell.isMerged && cell.master.address !== cell.address ? null : valueIn(cell);
        if (value === null) return;
        width = Math.max(width, column);
        if (column <= mostColumns) values[column - 1] = value;
      });
      if (values.length === 0) return;
      last = Math.max(last, number);
      rows[number - 1] = Array.from(values, (value) => value ?? null);
    });
    if (last > mostRows)
      return fail(problem('sheet_rows_too_many', 'body.file', { most: mostRows, table: sheet.name }));
    if (width > mostColumns)
      return fail(problem('sheet_columns_too_many', 'body.file', { most: mostColumns, table: sheet.name }));
    tables.push({
      name: sheet.name,
      rows: Array.from(rows, (row) => row ?? []),
      merges: (sheet.model.merges ?? []).flatMap((range): readonly Merge[] => mergeOf(String(range))),
      from1904: book.properties.date1904 === true,
    });
  }
  return ok({ tables });
}

function broken(error: unknown): Result<never> {
  const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
  return fail(problem('sheet_broken', 'body.file', { detail }));
}

/**
 * The parts that hold values, unpacked into no more room than the directory claims for them, and put together anew: what exceljs
 * then reads is as large as we have counted, whatever the file says of itself elsewhere.
 */
function unpack(bytes: Uint8Array): Result<Uint8Array> {
  let [weight, parts] = [0, 0];
  const fits = () => weight <= largestUnpacked && parts <= mostParts;
  try {
    const held = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (/(^|\/)(media|drawings|charts|embeddings|printerSettings)\//.test(name)) return false;
        parts += 1;
        weight += originalSize;
        return fits();
      },
    });
    if (fits()) return ok(zipSync(held, { level: 0 }));
  } catch (error) {
    if (fits()) return broken(error);
  }
  return fail(problem('sheet_unpacks_too_large', 'body.file', { megabytes: largestUnpacked / 1024 / 1024 }));
}

function valueIn(cell: ExcelCell): Cell {
  const { value } = cell;
  return plain(typeof value === 'object' && value !== null && 'result' in value ? value.result : value);
}

function plain(value: unknown): Cell {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? { error: 'date' } : { date: value.toISOString().slice(0, 10) };
  if (typeof value !== 'object' || value === null) return null;
  if ('error' in value) return { error: String(value.error) };
  if ('richText' in value && Array.isArray(value.richText))
    return plain(value.richText.map((part: { text?: unknown }) => String(part.text ?? '')).join(''));
  if ('text' in value) return plain(value.text);
  return null;
}

/** `B2:D3` as rows and columns counted from 0. */
function mergeOf(range: string): readonly Merge[] {
  const [, left, top, right, bottom] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(range) ?? [];
  if (left === undefined || right === undefined) return [];
  return [[Number(top) - 1, columnOf(left), Number(bottom) - 1, columnOf(right)]];
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

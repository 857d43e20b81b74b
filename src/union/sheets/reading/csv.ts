import { parse } from 'csv-parse/sync';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { mostColumns, mostRows, type SheetContent } from '../model.ts';

const delimiters = [';', ',', '\t', '|'] as const;

/**
 * Text as spreadsheets write it: UTF-8, or what Windows of western Europe wrote before (windows-1252); separated by whatever the
 * first line has most of. All cells are texts. Problems: `sheet_broken`, `sheet_rows_too_many`, `sheet_columns_too_many`.
 */
export function readCsv(bytes: Uint8Array): Result<SheetContent> {
  const text = decode(bytes);
  const [head = ''] = text.split(/\r?\n/, 1);
  const [delimiter] = [...delimiters].sort((a, b) => head.split(b).length - head.split(a).length);
  let parsed: readonly (readonly string[])[];
  try {
    parsed = parse(text, {
      delimiter: delimiter ?? ',',
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1024 * 1024,
      to: mostRows + 1,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return fail(problem('sheet_broken', 'body.file', { detail }));
  }
  if (parsed.length > mostRows)
    return fail(problem('sheet_rows_too_many', 'body.file', { most: mostRows, table: 'CSV' }));
  if (parsed.some((row) => row.length > mostColumns))
    return fail(problem('sheet_columns_too_many', 'body.file', { most: mostColumns, table: 'CSV' }));
  const rows = parsed.map((row) => row.map((cell) => (cell === '' ? null : withoutGuard(cell))));
  return ok({ tables: [{ name: 'CSV', rows, merges: [], from1904: false }] });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Our own exports put a `'` before what a spreadsheet would run as a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

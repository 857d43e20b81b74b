import { fail, problem, type Result } from '#kernel/result.ts';
import type { SheetContent } from '../model.ts';
import { readCsv } from './csv.ts';
import { readWorkbook } from './workbook.ts';

/**
 * A file's cells, by what it is and not by its name: XLSX begins as every ZIP does; of what is no text, nothing is read (the old
 * XLS, and XLSX under a password, begin as a compound file does).
 */
export async function readContent(bytes: Uint8Array): Promise<Result<SheetContent>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return withCells(await readWorkbook(bytes));
  if (bytes.includes(0)) return fail(problem('sheet_type_unknown', 'body.file'));
  return withCells(readCsv(bytes));
}

function withCells(read: Result<SheetContent>): Result<SheetContent> {
  if (!read.ok) return read;
  const holds = read.value.tables.some(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
  return holds ? read : fail(problem('sheet_empty', 'body.file'));
}

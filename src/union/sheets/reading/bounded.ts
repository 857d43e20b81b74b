import { fail, problem, type Result } from '#kernel/result.ts';
import { readApart } from '#platform/files/read-apart.ts';
import type { SheetContent } from '../model.ts';

/** What reading one file may take. */
const bounds = { seconds: 30, megabytes: 512 };

/** Reads a file apart from all else. Problems: those of reading, and `sheet_too_costly`. */
export async function readBounded(bytes: Uint8Array): Promise<Result<SheetContent>> {
  const read = await readApart<Result<SheetContent>>(new URL('worker.ts', import.meta.url), bytes, bounds);
  if (read.kind === 'read') return read.value;
  return read.kind === 'too_costly'
    ? fail(problem('sheet_too_costly', 'body.file', { seconds: bounds.seconds }))
    : fail(problem('sheet_broken', 'body.file', { detail: read.detail }));
}

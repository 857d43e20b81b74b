import { fail, problem, type Result } from '#kernel/result.ts';
import { readApart } from '#platform/files/read-apart.ts';
import type { ReadDocument } from './read.ts';

/** What reading one document may take. */
const bounds = { seconds: 20, megabytes: 256 };

/** Reads a document apart from all else. Problems: those of reading, and `document_too_costly`. */
export async function readBounded(bytes: Uint8Array): Promise<Result<ReadDocument>> {
  const read = await readApart<Result<ReadDocument>>(new URL('worker.ts', import.meta.url), bytes, bounds);
  if (read.kind === 'read') return read.value;
  return read.kind === 'too_costly'
    ? fail(problem('document_too_costly', 'body.file', { seconds: bounds.seconds }))
    : fail(problem('document_broken', 'body.file', { detail: read.detail }));
}

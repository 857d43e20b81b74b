import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/database/database.ts';
import { eachFile } from '#platform/files/stored-files.ts';
import { registerKind } from '#platform/records/kind.ts';
import { type ExportedRecord, eachRecord, eachTransition, stateHash } from '#platform/records/state.ts';
import { writeLayout } from './layout.ts';

export const exportFormat = 'tripoint-export-1';
export const manifestFile = 'manifest.json';
export const recordsFile = 'records.ndjson';
export const transitionsFile = 'transitions.ndjson';
/** What was read in the files that documents are, one line each; their bytes stand in `bytesFolder` under their hashes. */
export const documentsFile = 'documents.ndjson';
export const bytesFolder = 'documents';

export type Manifest = {
  readonly format: typeof exportFormat;
  readonly stateHash: string;
  readonly records: number;
  readonly transitions: number;
  readonly registers: readonly string[];
  /**
   * Files whose bytes are carried: all that the node holds. What a record names and the node has not, as after an erasure,
   * is not there.
   */
  readonly documents: number;
  /** SHA-256 of the files that are restored, which hold more than the state hash is taken over: ids and record times. */
  readonly files: Readonly<
    Record<typeof recordsFile | typeof transitionsFile | typeof documentsFile, string>
  >;
};

/**
 * Writes the whole state to an empty folder: every version with its three times as lines of JSON (what `import DIR`
 * restores), and each register's newest knowledge in the import layout for people and other systems. What was made up to be played
 * with is part of the state, and no data for others.
 */
export async function exportFolder(database: Database, folder: string): Promise<Result<Manifest>> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) return fail(problem('folder_not_empty', folder));
  return database.read(async (tx) => {
    const newest = new Map<string, Map<string, ExportedRecord>>();
    const recordsHash = await writeLines(join(folder, recordsFile), eachRecord(tx), (record) => {
      const register = newest.get(record.register) ?? new Map<string, ExportedRecord>();
      newest.set(record.register, register.set(`${record.kind}/${record.id}`, record));
    });
    const transitionsHash = await writeLines(join(folder, transitionsFile), eachTransition(tx));
    for (const [register, records] of newest) {
      if (records.get(`${registerKind}/${register}`)?.body.demonstration === true) continue;
      const layout = writeLayout([...records.values()].sort((a, b) => a.position - b.position));
      await writeFile(join(folder, `${register}.json`), `${JSON.stringify(layout, null, 1)}\n`);
    }
    let documents = 0;
    const documentsHash = await writeLines(join(folder, documentsFile), withoutBytes(), () => {
      documents += 1;
    });
    async function* withoutBytes() {
      for await (const { bytes, ...line } of eachFile(tx)) {
        await mkdir(join(folder, bytesFolder), { recursive: true });
        await writeFile(join(folder, bytesFolder, line.hash), bytes);
        yield line;
      }
    }
    const state = await stateHash(tx);
    const manifest: Manifest = {
      format: exportFormat,
      stateHash: state.hash,
      records: state.records,
      transitions: state.transitions,
      registers: [...newest.keys()].sort(),
      documents,
      files: {
        [recordsFile]: recordsHash,
        [transitionsFile]: transitionsHash,
        [documentsFile]: documentsHash,
      },
    };
    // Last, so that a folder with a manifest is whole.
    await writeFile(join(folder, manifestFile), `${canonicalJson(manifest)}\n`);
    return ok(manifest);
  });
}

/** Returns the SHA-256 of what was written. */
async function writeLines<T>(
  file: string,
  items: AsyncIterable<T>,
  see?: (item: T) => void,
): Promise<string> {
  const hash = createHash('sha256');
  async function* lines() {
    for await (const item of items) {
      see?.(item);
      const line = `${canonicalJson(item)}\n`;
      hash.update(line);
      yield line;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return hash.digest('hex');
}

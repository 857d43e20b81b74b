import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { type Kept, keptShapes } from './model.ts';

export type EvidenceKind = keyof Kept;

/** Where a node keeps what its runs and studies came to, for its page of evidence. */
export const evidenceFolder = (dataFolder: string): string => join(dataFolder, 'energy', 'evidence');

/** Written whole or not at all, in place of what was there. `name` tells one from another of its kind. The path of the file. */
export async function keepEvidence<Kind extends EvidenceKind>(
  folder: string,
  kind: Kind,
  evidence: Kept[Kind],
  name = '',
): Promise<string> {
  const words = name.replaceAll(/[^0-9A-Za-z]+/g, '-').slice(0, 80);
  const file = join(folder, `${[kind, words].filter(Boolean).join('-')}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, `${canonicalJson(evidence)}\n`);
  await rename(`${file}.part`, file);
  return file;
}

/** All that is kept of a kind, in the order of names. What cannot be read, or was written by another version, is left out and counted. */
export async function readEvidence<Kind extends EvidenceKind>(
  folder: string,
  kind: Kind,
): Promise<{ readonly kept: readonly Kept[Kind][]; readonly unreadable: number }> {
  const files = (await readdir(folder).catch(() => [])).filter(
    (file) => file.endsWith('.json') && file.startsWith(kind),
  );
  const read: (Kept[Kind] | null)[] = [];
  for (const file of files.sort()) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    read.push(parsed(kind, text));
  }
  const kept = read.filter((one) => one !== null);
  return { kept, unreadable: read.length - kept.length };
}

function parsed<Kind extends EvidenceKind>(kind: Kind, text: string): Kept[Kind] | null {
  try {
    const found = keptShapes[kind].safeParse(JSON.parse(text));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

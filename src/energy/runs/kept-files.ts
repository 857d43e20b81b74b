import { hash } from 'node:crypto';
import { mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names under which results are kept: words that say what it is and the beginning of the hash of its bytes. */
const keptName = /^[0-9A-Za-z][0-9A-Za-z-]{0,120}$/;

/** Writes a result whole or not at all, under a name that begins with these words. The path of its file. */
export async function keepFile(folder: string, words: string, text: string): Promise<string> {
  const start = words.replaceAll(/[^0-9A-Za-z]+/g, '-').replace(/^-/, '');
  const file = join(folder, `${start.slice(0, 80)}-${hash('sha256', text).slice(0, 12)}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
  return file;
}

/** Names of what is kept, in their order; none where nothing was ever kept. */
export async function listKept(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : [])).sort();
}

/** The path of what is kept under a name; null: there is no such thing, or no such name can be. */
export async function findKept(folder: string, name: string): Promise<string | null> {
  return keptName.test(name) && (await listKept(folder)).includes(name) ? join(folder, `${name}.json`) : null;
}

/** Bytes in which a result says what it is. */
const headBytes = 4096;

/** How a kept file begins; null: it cannot be read. */
export async function headOf(folder: string, name: string): Promise<string | null> {
  const file = await open(join(folder, `${name}.json`)).catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

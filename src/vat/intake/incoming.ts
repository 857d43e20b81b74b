import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { namesIn } from './receipts.ts';

/**
 * Gives work a folder of its own, which is gone when it ends, whatever came of it: what is to stay is put in its place by one
 * renaming. What processes left that ended on the way goes first.
 */
export async function withIncoming<T>(folder: string, work: (incoming: string) => Promise<T>): Promise<T> {
  const root = join(folder, 'incoming');
  for (const name of await namesIn(root))
    if (!isAlive(Number(name.split('-')[0]))) await rm(join(root, name), { recursive: true, force: true });
  const incoming = join(root, `${process.pid}-${randomUUID()}`);
  await mkdir(incoming, { recursive: true });
  try {
    return await work(incoming);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}

/** False where it was there already: who made the same stays. It is on the disk when this returns. */
export async function putInPlace(incoming: string, place: string): Promise<boolean> {
  for (const name of await namesIn(incoming)) await sync(join(incoming, name));
  await sync(incoming);
  await mkdir(dirname(place), { recursive: true });
  try {
    await rename(incoming, place);
  } catch (error) {
    const isThere =
      error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST'].includes(String(error.code));
    if (isThere) return false;
    throw error;
  }
  await sync(dirname(place));
  return true;
}

/** Writes a file of its own, whole or not at all, in the place of one that is there. It is on the disk when this returns. */
export async function writeInPlace(
  folder: string,
  place: string,
  text: string | Iterable<string> | Uint8Array,
): Promise<void> {
  await withIncoming(folder, async (incoming) => {
    const written = join(incoming, basename(place));
    await writeFile(written, text);
    await sync(written);
    await mkdir(dirname(place), { recursive: true });
    await rename(written, place);
    await sync(dirname(place));
  });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

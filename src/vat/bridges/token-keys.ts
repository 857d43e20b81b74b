import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlainDate } from '#kernel/dates.ts';
import { randomOf } from '#platform/random.ts';
import { IdField } from '#platform/records/fields.ts';
import type { TokenKey } from './tokens.ts';

/**
 * Token keys stand in files beside the node's own, which only its owner may read, and never in the database: whoever has a copy of that
 * has tokens and no key to them.
 */
const KeyFile = z.strictObject({
  instrument: IdField,
  epoch: z.int().min(1),
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  from: z.string(),
  until: z.string(),
});

const folderOf = (dataFolder: string) => join(dataFolder, 'vat-keys');
const fileOf = (dataFolder: string, { instrument, epoch }: Pick<TokenKey, 'instrument' | 'epoch'>) =>
  join(folderOf(dataFolder), `${encodeURIComponent(instrument)}.${epoch}.json`);

/** The key of an epoch that runs on a day; null: this gateway has none that it can read. */
export async function findTokenKey(
  dataFolder: string,
  wanted: Pick<TokenKey, 'instrument' | 'epoch'>,
  today: PlainDate,
): Promise<TokenKey | null> {
  const key = await readKey(fileOf(dataFolder, wanted));
  return key !== null && key.from <= today && today < key.until ? key : null;
}

export const makeTokenKey = (epoch: Omit<TokenKey, 'secret'>): TokenKey => ({
  ...epoch,
  secret: Buffer.from(randomOf(32)),
});

/**
 * False where there is a key of that epoch already: it stays. Written aside and then given its name at once: whoever is killed meanwhile
 * leaves no half of a key under it. Throws where the instrument is none: nobody could read that key.
 */
export async function keepTokenKey(dataFolder: string, key: TokenKey): Promise<boolean> {
  const { secret, ...rest } = key;
  await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 });
  const text = JSON.stringify(KeyFile.parse({ ...rest, secret: secret.toString('base64url') }));
  const aside = join(folderOf(dataFolder), `${randomOf(8).toString('hex')}.new`);
  try {
    await writeFile(aside, text, { mode: 0o600, flag: 'wx', flush: true });
    await link(aside, fileOf(dataFolder, key));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Deletes keys of epochs that have ended by that day: their tokens are nobody's from then on. What cannot be read stays, and is named. */
export async function dropEndedKeys(
  dataFolder: string,
  today: PlainDate,
): Promise<{ readonly dropped: number; readonly unreadable: readonly string[] }> {
  const names = await readdir(folderOf(dataFolder)).catch(() => []);
  let dropped = 0;
  const unreadable: string[] = [];
  for (const name of names.sort()) {
    const path = join(folderOf(dataFolder), name);
    const key = await readKey(path);
    if (key === null) unreadable.push(name);
    else if (today >= key.until) {
      await rm(path, { force: true });
      dropped++;
    }
  }
  return { dropped, unreadable };
}

/** Null: there is none, or it is no key. */
async function readKey(path: string): Promise<TokenKey | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const read = KeyFile.safeParse(text === null ? null : asJson(text));
  if (!read.success) return null;
  const { secret, ...rest } = read.data;
  return { ...rest, secret: Buffer.from(secret, 'base64url') };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

/** The key of an epoch that runs on a day; null: this gateway has none. */
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

/** False where there is a key of that epoch already: it stays. */
export async function keepTokenKey(dataFolder: string, key: TokenKey): Promise<boolean> {
  const { instrument, epoch, secret, from, until } = key;
  await mkdir(folderOf(dataFolder), { recursive: true, mode: 0o700 });
  const text = JSON.stringify({ instrument, epoch, secret: secret.toString('base64url'), from, until });
  try {
    await writeFile(fileOf(dataFolder, key), text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Deletes keys of epochs that have ended by that day: their tokens are nobody's from then on. */
export async function dropEndedKeys(dataFolder: string, today: PlainDate): Promise<number> {
  const names = await readdir(folderOf(dataFolder)).catch(() => []);
  let dropped = 0;
  for (const name of names) {
    const path = join(folderOf(dataFolder), name);
    const key = await readKey(path);
    if (key === null || today < key.until) continue;
    await rm(path);
    dropped++;
  }
  return dropped;
}

async function readKey(path: string): Promise<TokenKey | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const { secret, ...rest } = KeyFile.parse(JSON.parse(text));
  return { ...rest, secret: Buffer.from(secret, 'base64url') };
}

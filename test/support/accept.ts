import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether this run takes what it finds for right and keeps it: `npm run accept`. */
export const accepting = process.env.TRIPOINT_ACCEPT === '1';

export const outputFolder = fileURLToPath(new URL('../output/snapshots/', import.meta.url));

/** Path as one writes it in this project. */
export const nameOf = (file: string) => relative(fileURLToPath(new URL('../..', import.meta.url)), file);

export function write(file: string, content: Buffer | string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Keeps it, and says so. */
export function accept(file: string, content: Buffer | string, what: string): void {
  write(file, content);
  console.info(`Accepted ${nameOf(file)}: ${what}`);
}

/** Files of a folder that no test looks at any more; when accepting, they are removed. */
export function listLeftovers(folder: string, expected: readonly string[]): readonly string[] {
  const leftovers = existsSync(folder) ? readdirSync(folder).filter((name) => !expected.includes(name)) : [];
  if (!accepting) return leftovers;
  for (const name of leftovers) {
    rmSync(`${folder}${name}`);
    console.info(`Removed ${nameOf(`${folder}${name}`)}`);
  }
  return [];
}

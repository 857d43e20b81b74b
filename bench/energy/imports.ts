import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDomains } from '../../src/energy/imports/domains.ts';
import { drawnRows, jsonPage } from '../../src/energy/imports/fixtures/jao-rows.ts';
import { secondsOf } from '../vat/seconds.ts';

const rows = 11_500;

/** A page of JAO of one hour, made up in all its figures: read into a domain; beside it `JSON.parse` of the same bytes, which finds nothing wrong. */
export async function benchImport(seed: number): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  try {
    const file = join(folder, 'page.json');
    await writeFile(file, jsonPage(drawnRows(rows, seed)));
    const [, parsing] = await secondsOf(async () => JSON.parse(await readFile(file, 'utf8')));
    const before = process.memoryUsage().rss;
    const [read, seconds] = await secondsOf(() => readDomains(file, 'jao-json'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
    const megabytes = (await readFile(file)).length / 1e6;
    const grown = (process.memoryUsage().rss - before) / 1e6;
    process.stdout.write(
      `\n${megabytes.toFixed(1)} MB of JAO, ${rows} rows: ${seconds.toFixed(2)} s, ${grown.toFixed(0)} MB more in use; JSON.parse alone ${parsing.toFixed(2)} s\n`,
    );
    return { megabytes, rows, seconds, parsing, grown };
  } finally {
    await rm(folder, { recursive: true });
  }
}

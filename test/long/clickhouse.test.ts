import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickHouseOver, usualLimits } from '../../src/vat/edges/clickhouse-http.ts';
import { copySupplies, openClickHouseEdges } from '../../src/vat/edges/clickhouse-store.ts';
import { everySource } from '../../src/vat/edges/fixtures/conformance.ts';
import { listTaken } from '../../src/vat/intake/receipts.ts';

/** ClickHouse 26.7 as a library: half a gigabyte, so that it is fetched for this test alone. */
const wanted = 'chdb@3.4.0';

/** Null, and everything here is skipped, where the registry is out of reach. */
const folder = install();
function install(): string | null {
  const made = mkdtempSync(join(tmpdir(), 'tripoint-chdb-'));
  writeFileSync(join(made, 'package.json'), '{"private":true}');
  const args = ['install', wanted, '--ignore-scripts', '--no-audit', '--no-fund'];
  const ran = spawnSync('npm', args, { cwd: made, timeout: 300_000, stdio: 'ignore' });
  if (ran.status === 0) return made;
  rmSync(made, { recursive: true });
  return null;
}

let server: ChildProcess;
let url = '';
beforeAll(async () => {
  if (folder === null) return;
  server = spawn(process.execPath, ['--import', 'tsx', 'test/support/clickhouse-server.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(
    createInterface({ input: server.stdout as NonNullable<typeof server.stdout> }),
    'line',
  );
  url = String(line);
});
afterAll(async () => {
  if (folder === null) return;
  const closed = once(server, 'close');
  server.kill('SIGKILL');
  await closed;
  rmSync(folder, { recursive: true });
});

const over = () => clickHouseOver({ url, user: null, password: null, database: null }, usualLimits);
let opened = 0;

if (folder === null)
  test.skip(`${wanted} cannot be installed here: nothing was asked of ClickHouse`, () => {});
else {
  everySource('ClickHouse over HTTP', async (analytics, declared) => {
    const tables = { supplies: `supplies_${opened}`, files: `supply_files_${opened}` };
    opened++;
    const receipts = await listTaken(declared);
    expect(await copySupplies(analytics, declared, receipts, over(), tables)).toBe(receipts.length);
    // A second time there is nothing to do, and what a copy left behind that ended half way does not count.
    expect(await copySupplies(analytics, declared, receipts, over(), tables)).toBe(0);
    for await (const _ of over().ask(
      `INSERT INTO ${tables.supplies} VALUES ('LU1', 'LU2', 'L', 24312, 24312, 5, '2026-01-01', '', 'LU/half', 'half', 1)`,
    ));
    return { source: await openClickHouseEdges(over(), tables), close: async () => {} };
  });

  test('ClickHouse says why it refuses', async () => {
    const asks = async () => {
      for await (const _ of over().ask('SELECT nothing FROM nowhere'));
    };
    await expect(asks()).rejects.toThrow(/refused with 500: .*nowhere/s);
  });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { openAnalytics } from '#platform/analytics.ts';
import { fixedClock, systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { HttpServer } from '#platform/http/server.ts';
import type { CommandResult } from '#platform/module.ts';
import { createLogger } from '#platform/telemetry.ts';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { searchCommands } from '../../src/vat/edges/commands.ts';
import { luxembourgish, takeInLines } from '../../src/vat/edges/fixtures/declared.ts';
import type { InvoiceInputs } from '../../src/vat/edges/searches.ts';
import { saveSearch, silentAfter } from '../../src/vat/edges/store.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** From invoices that were taken in to the rows behind a round of traders, on the real server; and for whom it is closed. */

const register = 'demo-2020';
const path = `/en/${register}/practice/vat/searches`;
const [ann, ben, cas] = [11, 12, 13].map(luxembourgish) as [string, string, string];

let folder: string;
let database: Database;
let server: HttpServer;
let analyst: Browser;
let belgian: Browser;
let visitor: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-searches-'));
  const config = readConfig({ TRIPOINT_DATA: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, systemClock);
  server = await createNodeServer(config.value, database, createLogger('silent'), { clock: systemClock });
  analyst = await signIn('LU');
  belgian = await signIn('BE');
  visitor = openBrowser(server);
}, 120_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(party: string): Promise<Browser> {
  const browser = openBrowser(server);
  const input = { register, role: 'fraud-analyst', party, body: 'fisc-mtic' };
  expect((await browser.post('/sign-in', input)).statusCode).toBe(303);
  return browser;
}

async function search(options: object): Promise<CommandResult> {
  const [command] = searchCommands as unknown as readonly [
    { run: (given: object) => Promise<CommandResult> },
  ];
  return command.run({
    ...{ positionals: [], options: { invoices: true, state: 'LU', workers: '1', ...options } },
    ...{ language: 'en', clock: systemClock, database, dataFolder: folder, progress: () => {} },
    ...{ untilStopped: () => new Promise(() => {}), register: async () => ok({ id: register }) },
  });
}

test('Cycles in invoices are shown to the state’s own analysts, with the invoices behind them, and to nobody else', async () => {
  expect((await analyst.get(path)).body).toContain('have not been searched yet');
  const own = vatFolder(folder, register as RegisterId);
  const analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(own, 'spill') });
  const line = (seller: string, buyer: string, day: string, amount: number) =>
    `${seller},${buyer},1,${day},${amount}.00,0.00,2002-03-01`;
  await takeInLines(analytics, own, [
    {
      state: 'LU',
      kind: 'invoices',
      lines: [
        line(ann, ben, '2002-01-05', 1_000),
        line(ben, cas, '2002-01-05', 1_010),
        line(cas, ann, '2002-01-09', 990),
      ],
    },
  ]);
  analytics.close();
  const found = await search({ from: '2002-01-01', until: '2002-01-31' });
  expect(found).toMatchObject({ kind: 'answer', json: { bundles: 1 } });
  expect(await search({ from: '2002-01-01', until: '2002-01-05' })).toMatchObject({ json: { bundles: 0 } });

  const id = found.kind === 'answer' ? String((found.json as { id: string }).id) : '';
  const page = (await analyst.get(`${path}?search=${id}`)).body;
  expect(page).toContain(`${ann} → ${ben} → ${cas}`);
  expect(page).toContain('€990<');
  expect(page).not.toContain('Invoices behind');
  const round = (await analyst.get(`${path}?search=${id}&round=1`)).body;
  expect(round).toContain(`Invoices behind ${ann} → ${ben} → ${cas}`);
  expect(round).toContain('€1,010<');
  // What is asked of no round, or no search, is not there.
  expect((await analyst.get(`${path}?search=${id}&round=2`)).body).not.toContain('Invoices behind');
  // Without a choice the newest is shown, which found nothing.
  expect((await analyst.get(path)).body).toContain('This search found no cycle');

  const exported = await analyst.get(`${path}?search=${id}&round=1&format=json`);
  expect(exported.statusCode).toBe(200);
  expect(exported.body).toMatch(/"day":\s*"2002-01-09"/);
  expect((await analyst.get(`${path}?search=${id}&format=csv`)).body).toContain(`${ann} ${ben} ${cas}`);

  for (const other of [belgian, visitor]) {
    const closed = await other.get(`${path}?search=${id}&round=1`);
    expect(closed.body).not.toContain(ann);
    expect((await other.get(`${path}?search=${id}&format=csv`)).statusCode).not.toBe(200);
  }
  const readings = async () => {
    const { rows } = await database.read((tx) =>
      sql<{ party: string; payload: { records: string[] } }>`
        select party, payload from platform.journal join platform.journal_payload on entry = id
        where event = 'vat_searches.read' order by id`.execute(tx),
    );
    return rows;
  };
  const rows = await readings();
  expect(rows.length).toBeGreaterThan(4);
  expect(rows.every(({ party }) => party === 'LU')).toBe(true);
  expect(rows[0]?.payload.records).toEqual([id]);

  // While another is under way the page loads itself again, and shows nothing that would be in the journal each time.
  const inputs = (found.kind === 'answer' ? found.json : {}) as { readonly inputs: InvoiceInputs };
  const under = { register: register as RegisterId, id: 'b'.repeat(64), inputs: inputs.inputs };
  await database.write((tx) => saveSearch(tx, systemClock, under));
  const live = (await analyst.get(path)).body;
  expect(live).toContain('data-live');
  expect(live).not.toContain('id="found"');
  expect(await readings()).toHaveLength(rows.length);
  // Who opens one that is done reads it, once, for as long as he likes.
  const opened = (await analyst.get(`${path}?search=${id}`)).body;
  expect(opened).toContain(`${ann} → ${ben} → ${cas}`);
  expect(opened).toContain('A search is under way');
  expect(opened).not.toContain('data-live');
  expect(await readings()).toHaveLength(rows.length + 1);
  // Its process was killed: by now it counts as stopped, and the page says how to go on.
  const before = fixedClock(systemClock.now().subtract({ minutes: silentAfter + 1 }));
  await database.write((tx) => saveSearch(tx, before, under));
  const stopped = (await analyst.get(path)).body;
  expect(stopped).not.toContain('data-live');
  expect(stopped).toContain(
    'vat search --invoices --state LU --from 2002-01-01 --until 2002-01-31 --days 30',
  );
  expect(stopped).toContain(`--union ${register}</code> Where invoices came meanwhile, it searches anew.`);
  expect(stopped).toContain('id="found"');
});

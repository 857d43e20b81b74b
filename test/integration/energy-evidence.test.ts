import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { fixedClock } from '#platform/clock.ts';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { dayCommands } from '../../src/energy/days/commands.ts';
import { evidenceCommands } from '../../src/energy/evidence/commands.ts';
import { evidenceFolder, keepEvidence } from '../../src/energy/evidence/kept-evidence.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** The evidence of energy through the real server: the claim of 2008 beside runs of made-up orders, and never the one in the other. */

const clock = fixedClock('2026-11-20T12:00:00Z');
const path = '/practice/energy/evidence';
const body = 'plef-sg2';
const dataFolder = mkdtempSync(join(tmpdir(), 'tripoint-evidence-'));
let database: Database;
let server: HttpServer;
let visitor: Browser;
/** Every export of what the register records, before this node had kept any run. */
let before: readonly string[];

const recorded = [
  ...['csv', 'json'].map((format) => `/evidence?format=${format}`),
  '/evidence/ENE-WELFARE?format=csv',
  '/evidence/ENE-WELFARE.json-stat',
  '/results.iati.xml',
];
const read = async (address: string, browser = visitor) => {
  const answer = await browser.get(address);
  expect(answer.statusCode, address).toBe(200);
  return answer.body;
};
const exportsNow = async () => {
  const texts: string[] = [];
  for (const address of recorded) texts.push(await read(`/en/benelux${address}`));
  return texts;
};

async function command(name: string, positionals: readonly string[]) {
  const found = [...dayCommands, ...evidenceCommands].find((one) => one.name === name);
  if (found?.alone !== true) throw new Error(`There is no command ${name}`);
  const done = await found.run({
    ...{ positionals, options: {}, language: 'en', dataFolder, progress: () => {} },
  });
  expect(done.kind).toBe('answer');
}

async function signIn(who: { readonly party?: string; readonly body: string }): Promise<Browser> {
  const browser = openBrowser(server);
  const { party = '', body: seat } = who;
  const given = { register: 'demo-2020', role: 'player', party, body: seat };
  expect((await browser.post('/sign-in', given)).statusCode).toBe(303);
  return browser;
}

beforeAll(async () => {
  const config = readConfig({ TRIPOINT_DATA: dataFolder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, clock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, clock);
  server = await createNodeServer(config.value, database, createLogger('silent'), { clock });
  visitor = openBrowser(server);
  before = await exportsNow();
}, 60_000);
afterAll(async () => {
  await server.close();
  await database.close();
  rmSync(dataFolder, { recursive: true });
});

type Row = Readonly<Record<string, string | number | boolean | null>>;
const rowsOf = async (address: string): Promise<readonly Row[]> => JSON.parse(await read(address)).rows;

describe('A node that has kept nothing', () => {
  test('shows the claim of 2008 alone, says what is missing, and how it comes about', async () => {
    const page = await read(`/en/benelux${path}`);
    for (const words of [
      ...['There are no public order books for this region', '42,000,000 € a year', 'expected beforehand'],
      ...['/evidence/ENE-WELFARE', 'No runs of the same orders', 'energy evidence runs'],
      ...['No published orders were cleared', 'No study of security of supply is kept'],
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Not to be held against');
    expect(await rowsOf(`/en/benelux${path}?format=json`)).toMatchObject([
      { basis: 'claim', value: 42_000_000, unit: 'EUR/year', from: '2008', synthetic: false },
      { basis: 'claim', value: null, missing: 'not_computable' },
    ]);
    expect(await rowsOf(`/en/benelux${path}/made-up?format=json`)).toEqual([]);
  });

  test('shows no claim where a register records none', async () => {
    expect(await read(`/en/demo-2020${path}`)).toContain('This register records no claim');
    expect(await rowsOf(`/en/demo-2020${path}?format=json`)).toEqual([]);
  });
});

describe('A node with runs of made-up orders', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await command('energy day', ['2026-02-11']);
    await command('energy evidence runs', []);
    await keepEvidence(evidenceFolder(dataFolder), 'exactness', {
      ...{ source: 'GME', days: ['2025-04-01', '2025-04-02'], count: 2, zoneHours: 336, exact: 335 },
      ...{ maxError: 0.01, flows: 0, flowMeanError: null, blocks: {}, isCertified: true, isProven: true },
    });
    await keepEvidence(
      evidenceFolder(dataFolder),
      'adequacy',
      {
        ...{ study: 'Two areas', isSynthetic: true, years: 500, seed: 1 },
        areas: [
          {
            area: 'BE',
            shared: {
              lole: { value: 1.5, interval: { low: 1, high: 2 } },
              eens: { value: 100, interval: null },
            },
            alone: null,
          },
        ],
      },
      'Two areas',
    );
  }, 120_000);

  test('shows them beside the claim, each with its counterfactual, and why the two are no figures of one thing', async () => {
    const page = await read(`/en/benelux${path}`);
    for (const words of [
      ...['42,000,000 € a year', 'Welfare, difference', 'as if the grid limited nothing', '24 steps'],
      ...['made up, seed 1', 'Not to be held against what our runs show', 'The claim is of a year'],
      ...['99.7%', 'what was published', '3.00 h, not verified', '1.50 h (1.00 h to 2.00 h)'],
    ])
      expect(page).toContain(words);
    // What was not published has no error of zero.
    expect(page).toMatch(/Difference of flows[\s\S]{0,400}class="missing"/);
    const run = /href="([^"]*\/practice\/energy\/days\/2026-02-11[^"]*)"/.exec(page)?.[1] ?? '';
    expect(await read(run)).toContain('within the domain of the grid');
  });

  test('hands out the claim and what is real, and nothing of what is made up', async () => {
    const rows = await rowsOf(`/en/benelux${path}?format=json`);
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['claim', 'computed']));
    expect(rows.filter(({ synthetic }) => synthetic !== false)).toEqual([]);
    expect(
      rows.filter(({ basis }) => basis === 'computed').map(({ counterfactual }) => counterfactual),
    ).toEqual(new Array(4).fill('published'));
    expect(rows.filter(({ unit }) => unit === 'EUR/year')).toHaveLength(2);
    const csv = await read(`/en/benelux${path}?format=csv`);
    expect(csv).not.toMatch(/synthetic:\d|Two areas|fb/);
  });

  test('hands out what is made up in a file of its own, every row marked, that adds up by zone', async () => {
    const answer = JSON.parse(await read(`/en/benelux${path}/made-up?format=json`));
    const rows = answer.rows as readonly Row[];
    expect(rows.filter(({ synthetic, basis }) => synthetic !== true || basis !== 'made up')).toEqual([]);
    expect(answer.notes.join(' ')).toContain('evidence of nothing real');
    expect(rows.some(({ value }) => value === 42_000_000)).toBe(false);
    const [total, ...zones] = rows.filter(({ indicator }) => indicator === 'welfare');
    expect(zones.map(({ places }) => places)).toEqual(['BE', 'DE_LU', 'FR', 'NL', 'AT']);
    expect(zones.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(Number(total?.value), 3);
    expect(Number(total?.value)).toBeLessThan(-1);
    const page = await read(`/en/benelux${path}/made-up`);
    for (const words of ['By zone and party', 'BE – DE_LU', 'All zones', 'no public order books'])
      expect(page).toContain(words);
  });

  test('changes nothing of what the register hands out as evidence', async () => {
    expect(await exportsNow()).toEqual(before);
  });

  test('says that a run was kept since, which is in none of it', async () => {
    await command('energy day', ['2026-02-12']);
    expect(await read(`/en/benelux${path}`)).toContain('2 runs were kept since');
    await command('energy evidence runs', []);
    const page = await read(`/en/benelux${path}`);
    expect(page).not.toContain('kept since');
    expect(page).toContain('48 steps');
  });

  test.each(languages)('says on every page that orders are made up, in %s', async (language) => {
    const words = { en: 'made up', nl: 'verzonnen', fr: 'fictifs', de: 'erfunden' }[language];
    for (const more of ['', '/made-up'])
      expect(await read(`/${language}/benelux${path}${more}`)).toContain(words);
    expect(await read(`/${language}/benelux/practice/energy`)).toContain(path);
  });
});

describe('Times of exercises', () => {
  const shown = `/en/demo-2020${path}`;

  test('are for those who have a seat', async () => {
    expect(await read(shown)).toContain('Exercises are for those who have a seat in them');
    const [lead, be] = [await signIn({ body }), await signIn({ party: 'BE', body })];
    expect(await read(shown, lead)).toContain('There is no exercise in which you have a seat');
    const api = '/api/demo-2020/energy-exercises';
    const opened = await lead.postJson(`${api}/open`, {
      ...{ template: 'pentex-2018', seed: 7, parties: ['BE', 'NL', 'EU-COM'], acknowledge_within: 15 },
    });
    const id = String(JSON.parse(opened.body).subject).split('/')[1];
    expect(opened.statusCode, opened.body).toBe(200);
    expect(await read(shown, be)).toContain('under way');
    const advanced = await lead.postJson(`${api}/advance`, { exercise: id });
    expect(advanced.statusCode, advanced.body).toBe(200);
    const ended = await lead.postJson(`${api}/end`, { exercise: id });
    expect(ended.statusCode, ended.body).toBe(200);
    const page = await read(shown, be);
    expect(page).toContain(`/practice/energy/exercises/${id}/report`);
    // Nobody did anything: that is no time of zero minutes.
    expect(page).toContain('nobody did');
    expect(page).not.toContain('within 0 min');
    for (const browser of [visitor, await signIn({ party: 'FR', body })])
      expect(await read(shown, browser)).not.toContain(`/exercises/${id}`);
    expect(await read(`${shown}?format=csv`, be)).not.toContain('detect');
  });
});

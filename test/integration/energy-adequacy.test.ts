import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { keepStudy, makeStudyRun, studiesFolder } from '../../src/energy/adequacy/kept-studies.ts';
import { madeUpStudy } from '../../src/energy/adequacy/made-up-study.ts';
import { makeStudy } from '../../src/energy/adequacy/make-studies.ts';
import { listAsked } from '../../src/energy/adequacy/store.ts';
import type { StudyRun } from '../../src/energy/adequacy/study-run.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Studies of security of supply through the real server: who may start one, and from what is expected down to what was in the way. */

const clock = fixedClock('2026-11-20T12:00:00Z');
const path = '/en/demo-2020/practice/energy/adequacy';
const dataFolder = mkdtempSync(join(tmpdir(), 'tripoint-adequacy-'));
const never = new AbortController().signal;
let database: Database;
let server: Awaited<ReturnType<typeof createNodeServer>>;
let lead: Browser;
let visitor: Browser;
let kept: string;
let run: StudyRun;

async function signIn(who: { readonly party?: string; readonly body?: string }): Promise<Browser> {
  const browser = openBrowser(server);
  const { party = '', body = '' } = who;
  const answer = await browser.post('/sign-in', { register: 'demo-2020', role: 'player', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

beforeAll(async () => {
  const config = readConfig({ TRIPOINT_DATA: dataFolder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, clock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, clock);
  server = await createNodeServer(config.value, database, createLogger('silent'), { clock });
  lead = await signIn({ body: 'plef-sg2' });
  visitor = openBrowser(server);
  run = await makeStudyRun(madeUpStudy(3), { years: 120, seed: 1 }, { workers: 1 });
}, 180_000);
afterAll(async () => {
  await server?.close();
  await database?.close();
  rmSync(dataFolder, { recursive: true });
});

async function ask(browser: Browser, name: string, input: object) {
  const answer = await browser.postJson(`/api/demo-2020/energy-studies/${name}`, input);
  const said = JSON.parse(answer.body) as {
    subject?: string;
    findings?: readonly { code: string }[];
  };
  return {
    ...{ status: answer.statusCode, id: said.subject?.split('/')[1] ?? '' },
    refused: (said.findings ?? []).map(({ code }) => code),
  };
}

describe('The page of studies', () => {
  test('says what to do where none is kept, and that the one of the made-up year waits', async () => {
    const { body } = await visitor.get(path);
    expect(body).toContain('This node keeps no study yet.');
    expect(body).toContain('energy adequacy run synthetic:3');
    expect(body).toContain('waits');
    // A visitor cannot start one.
    expect(body).not.toContain('/do/energy-studies/');
    expect((await ask(visitor, 'start', { made_up: 3, years: 50, seed: 1 })).status).toBe(403);
    expect((await lead.get(path)).body).toContain('/do/energy-studies/start');
    const seat = await signIn({ party: 'BE', body: 'plef-sg2' });
    expect((await ask(seat, 'start', { made_up: 3, years: 50, seed: 1 })).status).toBe(403);
  });

  test('lets who acts for the body start, stop and start again, and refuses what cannot be', async () => {
    const started = await ask(lead, 'start', { made_up: 3, years: 50, seed: 1 });
    expect(started.status).toBe(200);
    expect((await ask(lead, 'resume', { study: started.id })).refused).toEqual(['energy_study_not_stopped']);
    expect((await ask(lead, 'stop', { study: started.id })).status).toBe(200);
    expect((await ask(lead, 'stop', { study: started.id })).refused).toEqual(['energy_study_not_running']);
    expect((await lead.get(path)).body).toContain('stopped');
    expect((await ask(lead, 'resume', { study: started.id })).status).toBe(200);
    expect((await ask(lead, 'stop', { study: 'none' })).refused).toEqual(['energy_study_not_asked']);
    const more = { study: 'no-such', years: 50, seed: 1 };
    expect((await ask(lead, 'repeat', more)).refused).toEqual(['energy_study_not_found']);
    for (let seed = 2; seed <= 4; seed++) await ask(lead, 'start', { made_up: 3, years: 50, seed });
    expect((await ask(lead, 'start', { made_up: 3, years: 50, seed: 9 })).refused).toEqual([
      'energy_studies_many',
    ]);
    await makeStudy({ database, clock, dataFolder }, started.id, never);
    const asked = await database.read((tx) => listAsked(tx, 'demo-2020', 50));
    expect(asked.find(({ id }) => id === started.id)).toMatchObject({ state: 'done', years: 50 });
    expect((await visitor.get(path)).body).toContain('Made-up study 3');
  });
});

describe('The page of a study', () => {
  beforeAll(async () => {
    kept = basename(await keepStudy(studiesFolder(dataFolder), run), '.json');
  });
  const page = async (more = '') => {
    const { body, statusCode } = await visitor.get(`${path}/${kept}${more}`);
    expect(statusCode).toBe(200);
    return body;
  };

  test('shows each area beside its standard, which is not verified, and that all of it is made up', async () => {
    const body = await page();
    expect(body).toContain('are made up');
    for (const area of run.about.areas) expect(body).toContain(`>${area}<`);
    expect(body.split('from memory, not verified')).toHaveLength(1 + 5);
    // Austria has none that is known, which is not zero.
    expect(body).toContain('none known');
    expect(body).toContain(`energy adequacy recompute ${kept}`);
  });

  test('shows when areas are short by area or by hour of the day, drawn and in figures', async () => {
    for (const more of ['', '?by=clock', '?by=clock&area=BE', '?by=clock&area=none']) {
      const body = await page(more);
      expect(body).toMatch(/<rect[^>]* fill-opacity="0\.9"/);
      expect(body).toContain('The same in figures');
    }
    expect(await page('?by=clock&area=BE')).toContain('<option value="BE" selected');
  });

  test('leads from a year to an event to the element that limited its worst hour', async () => {
    const year = run.result.hardest[0]?.year;
    const events = await page(`?year=${year}`);
    const link = /href="([^"]*hour=\d+[^"]*)#why"/.exec(events)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(link).toContain(`year=${year}`);
    const why = (await visitor.get(link)).body;
    expect(why).toMatch(/In the way was element \d+, (winter|summer)|No element of the grid was in the way/);
    expect(why).toContain('Units that were down');
    expect(await page(`?year=${year}&hour=4000`)).toContain('Nothing was short in this hour');
    // What cannot be is as if it were not asked.
    for (const odd of ['?year=999999', '?year=x&hour=-1', '?hour=9999']) await page(odd);
  });

  test('is exported with standards marked as not verified, and as made up', async () => {
    const csv = (await visitor.get(`${path}/${kept}?format=csv`)).body;
    expect(csv).toMatch(/BE,lole,[\d.]+,[\d.]+,[\d.]+,3,false/);
    const json = (await visitor.get(`${path}/${kept}?format=json`)).body;
    expect(json).toContain('are made up');
  });

  test('says in each language what there is, and where there is none', async () => {
    for (const language of ['nl', 'fr', 'de'])
      expect((await visitor.get(`/${language}/demo-2020/practice/energy/adequacy/${kept}`)).statusCode).toBe(
        200,
      );
    expect((await visitor.get(`${path}/none`)).statusCode).toBe(404);
  });
});

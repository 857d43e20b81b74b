import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeServer } from '../../src/app/node-server.ts';
import { type Clock, fixedClock, todayOn } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What is decided in writing, on a node whose clock goes on for weeks: silence counts from when it could be broken. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
let now: Clock = fixedClock('2026-11-26T08:00:00Z');
const clock: Clock = { now: () => now.now() };

beforeAll(async () => {
  opened = await openFirstRegister();
  const config = readConfig({});
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  server = await createNodeServer(config.value, opened.database, createLogger('silent'), { clock });
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(makeDemonstration(JSON.parse(file), 1)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
});
afterAll(async () => {
  await server.close();
  await opened.close();
});

/** Sets the node's clock; sessions of before have ended by then. */
async function on(day: string): Promise<Record<'sg' | 'NL' | 'BE', Browser>> {
  now = fixedClock(`${day}T08:00:00Z`);
  expect(todayOn(clock)).toBe(day);
  const actingAs = async (party: string, body: string): Promise<Browser> => {
    const browser = openBrowser(server);
    const answer = await browser.post('/sign-in', { register: 'demo-2020', role: 'player', party, body });
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
    return browser;
  };
  return { sg: await actingAs('', 'sg'), NL: await actingAs('NL', ''), BE: await actingAs('BE', '') };
}

async function act(browser: Browser, name: string, input: unknown): Promise<readonly string[]> {
  const answer = await browser.postJson(`/api/demo-2020/procedures/${name}`, input);
  if (answer.statusCode === 200) return [];
  const { findings } = JSON.parse(answer.body) as { findings: { code: string; place: string }[] };
  return findings.map(({ code, place }) => `${code} ${place}`.trim());
}

const proposal = {
  id: 'hours',
  body: 'council',
  title: 'Hours of the counter',
  text: 'Nine to five',
  on: '2026-11-26',
};

test('opened where the body has a rule for it, adopted in silence after the deadline and not before', async () => {
  const opening = await on('2026-11-26');
  expect(await act(opening.sg, 'open', { ...proposal, body: 'sg' })).toEqual([
    'written_procedure_unknown body.body',
  ]);
  expect(await act(opening.sg, 'open', { ...proposal, body: 'repair-signs' })).toEqual([
    'group_dormant body.body',
  ]);
  expect(await act(opening.NL, 'open', proposal)).toEqual(['action_not_allowed']);
  expect(await act(opening.sg, 'open', proposal)).toEqual([]);
  const last = await on('2026-12-17');
  expect(await act(last.sg, 'close', { id: 'hours', on: '2026-12-17' })).toEqual(['silence_running body.on']);
  const after = await on('2026-12-18');
  const late = { id: 'hours', party: 'BE', reason: 'Too late', on: '2026-12-18' };
  expect(await act(after.BE, 'object', late)).toEqual(['silence_over body.on']);
  // Nor by an earlier date: nobody heard it then.
  expect(await act(after.BE, 'object', { ...late, on: '2026-12-01' })).toEqual(['silence_over body.on']);
  expect(await act(after.sg, 'close', { id: 'hours', on: '2026-12-18' })).toEqual([]);
  const shown = await after.NL.get('/en/demo-2020/procedures/hours');
  expect(shown.body).toContain('Adopted in silence');
  expect(await act(after.BE, 'object', { ...late, on: '2026-12-01' })).toEqual([
    'procedure_closed body.id',
    'silence_over body.on',
  ]);
});

test('attack: a procedure that is opened with an old date is not adopted before anybody could have seen it', async () => {
  const opening = await on('2027-01-10');
  expect(await act(opening.sg, 'open', { ...proposal, id: 'quick', on: '2026-10-01' })).toEqual([]);
  expect(await act(opening.sg, 'close', { id: 'quick', on: '2027-01-10' })).toEqual([
    'silence_running body.on',
  ]);
  const objection = { id: 'quick', party: 'NL', reason: 'No', on: '2027-01-10' };
  // Nobody objects to what has not been opened.
  expect(await act(opening.NL, 'object', { ...objection, on: '2026-09-30' })).toEqual([
    'objection_before_opening body.on',
  ]);
  expect(await act(opening.NL, 'object', objection)).toEqual([]);
  expect(await act(opening.sg, 'close', { id: 'quick', on: '2027-01-10' })).toEqual([]);
  const shown = await opening.NL.get('/en/demo-2020/procedures/quick');
  expect(shown.body).toContain('Blocked by an objection');
});

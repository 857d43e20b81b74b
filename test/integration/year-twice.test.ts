import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { performAction } from '#platform/actions/perform.ts';
import { fixedClock } from '#platform/clock.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { stateHash } from '#platform/records/state.ts';
import { listStates } from '#platform/records/transitions.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { demonstrationId } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';
import { runCommand } from '../support/run-command.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { asForm, sentOf, type YearAct, year } from '../support/year.ts';

/** The same year, played through forms and through the API alone: the same state. */

type Node = Awaited<ReturnType<typeof openFirstRegister>>;
let byForms: Node;
let byApi: Node;
beforeAll(async () => {
  byForms = await openFirstRegister();
  byApi = await openFirstRegister();
});
afterAll(async () => {
  await byForms.close();
  await byApi.close();
});

async function play(node: Node, act: (browser: Browser, one: YearAct) => Promise<void>): Promise<void> {
  await openBrowser(node.server).post('/sign-in/year');
  const browsers = new Map<string, Browser>();
  for (const one of year) {
    const { party = '', body = '' } = one.by;
    const known = browsers.get(party + body);
    const browser = known ?? openBrowser(node.server);
    if (known === undefined) {
      const signedIn = await browser.post('/sign-in', {
        register: demonstrationId,
        role: 'player',
        party,
        body,
      });
      expect(signedIn.statusCode).toBe(303);
      browsers.set(party + body, browser);
    }
    await act(browser, one);
  }
}

/** As a browser sends a form with a file: of the file its own name. */
async function formOf(act: YearAct): Promise<FormData> {
  const { file = '', name = '', ...rest } = asForm(await sentOf(act));
  const form = new FormData();
  for (const [field, value] of Object.entries(rest)) form.set(field, value);
  form.set('file', new Blob([Buffer.from(file, 'base64')], { type: 'application/octet-stream' }), name);
  return form;
}

test('forms and API lead to the same state, and to a journal that is whole', async () => {
  const languages = ['nl', 'fr', 'de', 'en'];
  const awaited = modules.flatMap((module) => module.actions.filter(({ waits }) => waits !== undefined));
  const seenWaiting = new Set<string>();
  await play(byForms, async (browser, act) => {
    const { name, pdf } = act;
    const input = asForm(act.input);
    // The language in which somebody works is that of what they write; so here everybody works in one, and reads in another.
    const path = `/en/${demonstrationId}/do/${name}`;
    const reading = `/${languages[name.length % 4]}/${demonstrationId}/do/${name}`;
    // Played years later: by then the assessment on which it could have begun holds no more, so that it waits for nobody.
    const hasLapsed = name === 'initiatives/begin';
    if (!hasLapsed && awaited.some((action) => action.name === name)) {
      const desk = await browser.get(`/en/${demonstrationId}/desk`);
      const isThere = desk.body.includes(`/do/${name}?id=${input.id}`);
      expect(isThere, `${name} waits at the desk: ${JSON.stringify(input)}`).toBe(true);
      seenWaiting.add(name);
    }
    const form = await browser.get(`${reading}?${new URLSearchParams(input)}`);
    expect(form.statusCode, `${name} ${form.body.slice(0, 200)}`).toBe(200);
    for (const field of Object.keys(input))
      expect(form.body, `${name} asks for ${field}`).toContain(`name="${field}"`);
    const seen = /name="seen" value="(\d+)"/.exec(form.body)?.[1];
    const fields = { ...input, ...(seen === undefined ? {} : { seen }) };
    const answer = await (pdf === undefined
      ? browser.post(path, fields)
      : browser.postFiles(path, await formOf(act)));
    expect(answer.statusCode, `${name} ${JSON.stringify(input)}`).toBe(303);
  });
  expect(seenWaiting.size).toBeGreaterThan(15);
  await play(byApi, async (browser, act) => {
    const { name } = act;
    const answer = await browser.postJson(`/api/${demonstrationId}/${name}`, await sentOf(act));
    expect(answer.statusCode, `${name} ${answer.body}`).toBe(200);
  });
  const hashOf = async ({ database }: Node) => {
    const { status, stdout } = await runCommand('/nowhere', ['state-hash', '--json'], {
      DATABASE_URL: database.url,
    });
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };
  const [one, two] = [await hashOf(byForms), await hashOf(byApi)];
  expect(one).toEqual(two);
  expect(one).toEqual(await byApi.database.read(stateHash));
  expect(one.transitions).toBeGreaterThan(10);
  expect((await verifyJournal(byApi.database)).faults).toEqual([]);
});

test('what was known before a correction stays known as it was: as of any day, as known on any day', async () => {
  const database = await createTestDatabase();
  try {
    const on = (day: string) => fixedClock(`${day}T12:00:00Z`);
    await loadDemonstration(database, on('2026-11-01'));
    const days = ['2026-11-02', '2026-11-10'] as const;
    const actions = modules.flatMap((module) => module.actions);
    for (const act of year) {
      const { by, name } = act;
      const input = await sentOf(act);
      const bounds = {
        party: (by.party ?? null) as RecordId | null,
        body: (by.body ?? null) as RecordId | null,
      };
      const grant = { register: demonstrationId, role: 'player' as RecordId, ...bounds };
      const actor: Actor = {
        kind: 'person',
        id: 'p',
        name: 'P',
        session: { hash: '', demonstration: true },
        grants: [{ ...grant, period: { from: null, to: null }, basis: 'test' }],
      };
      const action = actions.find((one) => one.name === name);
      if (action === undefined) throw new Error(`There is no ${name}`);
      // The correction comes a week after all that it corrects.
      const clock = on(name === 'groups/correct' ? days[1] : days[0]);
      const asked = { register: demonstrationId, actor, language: 'en', input } as const;
      if (name.startsWith('assessments') && input.id === 'ferries-review') continue;
      const done = await performAction({ database, clock, dataFolder: tmpdir() }, action, asked);
      expect(done.ok ? [] : done.problems, name).toEqual([]);
    }
    const state = async (asOf: string, knownAt: string) => {
      const moment = { asOf: asOf as PartialDate, knownAt: knownAt as PartialDate };
      const query = {
        register: demonstrationId,
        kind: 'working_groups',
        ...moment,
        subjects: ['ferry-times'],
      };
      return (await database.read((tx) => listStates(tx, query)))[0]?.state;
    };
    expect(await state('2020-11-15', '2026-11-05')).toBe('dormant');
    expect(await state('2020-11-15', '2026-11-11')).toBe('active');
    expect(await state('2020-11-16', '2026-11-11')).toBe('dormant');
    expect(await state('2020-02-25', '2026-11-11')).toBe('proposed');
    expect(await state('2020-11-16', '2026-11-01')).toBeUndefined();
    // And at the command line, of the same database.
    const told = async (asOf: string, knownAt: string) => {
      const words = ['union', 'groups', '--union', demonstrationId, '--as-of', asOf, '--known-at', knownAt];
      const ran = await runCommand('/nowhere', [...words, '--json'], { DATABASE_URL: database.url });
      expect(ran.status, ran.stderr).toBe(0);
      const { groups } = JSON.parse(ran.stdout) as { groups: { id: string; state: unknown }[] };
      return groups.find(({ id }) => id === 'ferry-times');
    };
    expect(await told('2020-11-15', '2026-11-05')).toMatchObject({ state: 'dormant' });
    expect(await told('2020-11-15', '2026-11-11')).toMatchObject({ state: 'active' });
    expect(await told('2020-11-16', '2026-11-11')).toMatchObject({ state: 'dormant', since: '2020-11-16' });
    expect(await told('2020-02-25', '2026-11-11')).toMatchObject({ state: 'proposed' });
    expect(await told('2020-11-16', '2026-11-01')).toBeUndefined();
  } finally {
    await database.close();
  }
});

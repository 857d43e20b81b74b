import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { HttpServer } from '#platform/http/server.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createLogger } from '#platform/telemetry.ts';
import { startMakings, startRuns } from '#vat';
import { loadDemonstration, loadFirstData } from '../../src/app/first-data.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { makeUpDeclarations } from '../../src/vat/alerts/actions.ts';
import { loadPictures } from '../../src/vat/alerts/reading.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import { runFolder } from '../../src/vat/runs/stages.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** The analyst's way, from declarations that are made up to the rows behind an alert, on the real server. */

const register = 'demo-2020';
const path = `/en/${register}/practice/vat`;
const month = '2020-04';

let folder: string;
let database: Database;
let server: HttpServer;
let runs: ReturnType<typeof startRuns>;
let makings: ReturnType<typeof startMakings>;
let analyst: Browser;
let dutch: Browser;
let ministry: Browser;
let visitor: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-alerts-'));
  const config = readConfig({ TRIPOINT_DATA: folder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  await loadDemonstration(database, systemClock);
  const log = createLogger('silent');
  server = await createNodeServer(config.value, database, log, { clock: systemClock });
  const place = { database, clock: systemClock, dataFolder: folder };
  runs = startRuns(place, log);
  makings = startMakings(place, log);
  analyst = await signIn('fraud-analyst', 'BE', 'fisc-mtic');
  dutch = await signIn('fraud-analyst', 'NL', 'fisc-mtic');
  ministry = await signIn('line-ministry', 'BE', '');
  visitor = openBrowser(server);
}, 120_000);
afterAll(async () => {
  await runs?.stop();
  await makings?.stop();
  await server?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function signIn(role: string, party: string, body: string): Promise<Browser> {
  const browser = openBrowser(server);
  const answer = await browser.post('/sign-in', { register, role, party, body });
  expect(answer.statusCode).toBe(303);
  return browser;
}
const read = async (browser: Browser, below: string) => (await browser.get(`${path}${below}`)).body;
const act = (browser: Browser, name: string, input: object) =>
  browser.postJson(`/api/${register}/vat-runs/${name}`, input);
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(100);
}
const stateOf = async (table: 'run' | 'making') => {
  const { rows } = await database.read((tx) =>
    sql<{ state: string }>`select state from vat.${sql.raw(table)}`.execute(tx),
  );
  return rows.map(({ state }) => state).join(' ');
};
const readings = async (event: string) => {
  const { rows } = await database.read((tx) =>
    sql<{ party: string; payload: { traders: string[]; rows?: number } }>`
      select party, payload from platform.journal join platform.journal_payload on entry = id
      where event = ${event} order by id`.execute(tx),
  );
  return rows;
};
const linksIn = (page: string, pattern: RegExp) => [
  ...new Set([...page.matchAll(pattern)].map(([, href]) => href ?? '')),
];
const below = (href: string) => href.replace(path, '').replaceAll('&amp;', '&');

describe('Who does not sit in the field', () => {
  test('sees neither alerts nor runs, nor starts anything', async () => {
    for (const browser of [ministry, visitor])
      for (const page of ['/cases', '/runs'])
        expect(await read(browser, page)).not.toContain('No run has been made for your state');
    const closed = await read(ministry, '/cases');
    for (const said of ['Fraud across the border', 'It opens with a seat in', 'Missing Trader', 'Luxembourg'])
      expect(closed).toContain(said);
    expect(closed).toContain('href="/sign-in"');
    // What is not there and what is not for the reader look alike.
    expect(await read(ministry, `/alerts/${'0'.repeat(32)}/BE0400000086`)).toContain(
      'It opens with a seat in',
    );
    expect((await act(ministry, 'start', { party: 'BE', month })).statusCode).toBe(403);
    expect((await act(visitor, 'make-up', { party: 'BE', seed: 42, size: 'small' })).statusCode).toBe(403);
    expect((await act(dutch, 'make-up', { party: 'BE', seed: 42, size: 'small' })).statusCode).toBe(403);
  });
});

describe('A form that asks for a party', () => {
  test('offers those that take part in its field, and none that does not', async () => {
    const officer = await signIn('refund-officer', 'BE', 'fisc-vrp');
    const { body } = await officer.get(`/en/${register}/do/refunds/make_up?party=BE`);
    const choices = /<select[^>]*name="refund_state"[^>]*>(.*?)<\/select>/s.exec(body)?.[1] ?? '';
    expect([...choices.matchAll(/value="([A-Z-]+)"/g)].map(([, one]) => one).toSorted()).toEqual([
      ...['BE', 'LU', 'NL'],
    ]);
  });
});

describe('Made-up declarations', () => {
  test('are refused in a register that is not made up', async () => {
    const found = await database.read((tx) => listRegisters(tx));
    const real = found.find(({ meta }) => meta.synthetic !== true);
    if (real === undefined) throw new Error('There is a register that is not made up');
    const context = {
      ...{ register: real, actor: { kind: 'operator' as const }, today: todayOn(systemClock) },
      ...{ clock: systemClock, language: 'en' as const, grant: null, dataFolder: folder },
    };
    const input = { party: 'BE', seed: 42, size: 'small' } as never;
    const refused = await database.write((tx) => makeUpDeclarations.perform(tx, context, input));
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['vat_register_not_made_up']);
  });

  test('are taken in as any others are, and a second time they change nothing', async () => {
    const empty = await read(analyst, '/runs');
    expect(empty).toContain('Take in made-up declarations first');
    expect(empty.indexOf('/do/vat-runs/make-up')).toBeLessThan(empty.indexOf('/do/vat-runs/start'));
    const asked = { party: 'BE', seed: 42, size: 'small' };
    const filesNow = async () => {
      const { rows } = await database.read((tx) =>
        sql<{
          name: string;
          state: string;
        }>`select name, state from vat.file where register = ${register}`.execute(tx),
      );
      return rows;
    };
    for (let time = 0; time < 2; time++) {
      expect((await act(analyst, 'make-up', asked)).statusCode).toBe(200);
      expect(await read(analyst, '/runs')).toContain('data-live');
      expect((await act(analyst, 'make-up', asked)).body).toContain('being taken in already');
      await makings.job.run();
      await until(async () => !/waiting|running/.test(await stateOf('making')));
      expect(await stateOf('making')).not.toContain('failed');
      const files = await filesNow();
      expect(files.length).toBe(28);
      expect(files.every(({ name }) => name.startsWith('synthetic-'))).toBe(true);
    }
    expect(await read(analyst, '/runs')).not.toContain('data-live');
    // They lie in the years in which the made-up year is told, and the form of a run proposes their last month.
    const form = (await analyst.get(`/en/${register}/do/vat-runs/start`)).body;
    expect(form).toContain(`value="${month}"`);
  }, 60_000);
});

describe('A run', () => {
  let run = '';

  test('is refused for what is no month, is not over, or is another party’s', async () => {
    for (const [given, code] of [
      ['2002', 'vat_month_unreadable'],
      ['2999-01', 'vat_month_to_come'],
    ])
      expect((await act(analyst, 'start', { party: 'BE', month: given })).body).toContain(code);
    expect((await act(dutch, 'start', { party: 'BE', month })).statusCode).toBe(403);
  });

  test('can be stopped before it begins and resumed, by its own party alone', async () => {
    const started = await act(analyst, 'start', { party: 'BE', month });
    expect(started.statusCode, started.body).toBe(200);
    run = (JSON.parse(started.body) as { subject: string }).subject.split('/')[1] ?? '';
    expect(await read(dutch, '/runs')).not.toContain(run);
    expect((await act(dutch, 'stop', { party: 'NL', run })).body).toContain('vat_run_not_found');
    expect((await act(analyst, 'resume', { party: 'BE', run })).body).toContain('vat_run_not_stopped');
    expect((await act(analyst, 'stop', { party: 'BE', run })).statusCode).toBe(200);
    expect(await read(analyst, '/runs')).toContain('/do/vat-runs/resume?');
    const file = join(runFolder(vatFolder(folder, register as RegisterId), run), 'plan', 'plan.json');
    const plan = await readFile(file, 'utf8');
    await writeFile(file, JSON.stringify({ ...JSON.parse(plan), rules: 1 }));
    expect((await act(analyst, 'resume', { party: 'BE', run })).body).toContain('vat_run_other_rules');
    const over = await read(analyst, '/runs');
    expect(over, 'what to do, and no way to go on').toContain('Start a new run over the same month');
    expect(over).not.toContain('/do/vat-runs/resume?');
    await writeFile(file, plan);
    expect((await act(analyst, 'resume', { party: 'BE', run })).statusCode).toBe(200);
    await runs.job.run();
    await until(async () => !/waiting|running/.test(await stateOf('run')));
    expect(await stateOf('run')).toBe('done');
    expect((await act(analyst, 'stop', { party: 'BE', run })).body).toContain('vat_run_not_running');
  }, 60_000);

  test('leaves alerts by trade at stake, which filters narrow and files hold, each reading in the journal', async () => {
    const page = await read(analyst, '/cases');
    expect(page).toContain('nobody in it exists');
    const alerts = linksIn(page, /href="([^"]+\/vat\/alerts\/[^"/]+\/BE\d{10}[^"]*)"/g);
    expect(alerts.length).toBeGreaterThan(10);
    const listed = (await readings('vat_alerts.read')).at(-1);
    expect([listed?.party, listed?.payload.traders.length]).toEqual(['BE', alerts.length]);
    const narrowed = await read(analyst, '/cases?archetype=carousel');
    expect(linksIn(narrowed, /href="([^"]+\/vat\/alerts\/[^"]+)"/g).length).toBeLessThan(alerts.length);
    const csv = await read(analyst, '/cases?archetype=carousel&format=csv');
    const lines = csv.trim().split(/\r?\n/).slice(1);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain('carousel');
    const amounts = lines.map((line) => Number(/^[^,]*,[^,]*,[^,]*,[^,]*,([^,]*)/.exec(line)?.[1]));
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
    expect((await visitor.get(`${path}/cases?format=csv`)).statusCode).not.toBe(200);
    const all = (await read(analyst, '/cases?format=csv')).trim().split(/\r?\n/).slice(1);
    const above = all.filter((line) => Number(line.split(',')[1]) >= 0.2).length;
    expect(above, 'some are below the line, though they are listed').toBeLessThan(all.length);
    expect(page).toContain(`${all.length} listed, ${above} of them at 20% or more`);
    const runsPage = await read(analyst, '/runs');
    expect(runsPage).toContain(`${all.length} listed, ${above} at 20% or more`);
    expect(Number(/of ([\d,]+) that were scored/.exec(runsPage)?.[1])).toBeGreaterThanOrEqual(all.length);
    expect((await analyst.get(`/en/${register}/desk`)).body).toContain('Highest alerts without a case');
    expect((await ministry.get(`/en/${register}/desk`)).body).not.toContain('Highest alerts without a case');
  });

  test('leaves an alert with reasons, pictures and what would clear it, for its own party alone', async () => {
    const [first = ''] = linksIn(
      await read(analyst, '/cases?archetype=carousel'),
      /href="([^"]+\/vat\/alerts\/[^"/]+\/BE\d{10}[^"]*)"/g,
    );
    const page = await read(analyst, below(first));
    for (const words of ['Carousel', 'Goods can go round', 'This decides nothing', 'Month by month'])
      expect(page).toContain(words);
    expect(page).toMatch(/<svg role="group" aria-label="\d+ traders around BE\d{10}/);
    const trader = /BE\d{10}/.exec(first)?.[0] ?? '';
    for (const browser of [dutch, ministry, visitor])
      expect(await read(browser, below(first))).not.toContain(`Alert on ${trader}`);
    const centred = /centre=((?!BE)[A-Z]{2}[0-9A-Z]+)/.exec(page)?.[1] ?? '';
    const other = await read(analyst, `${below(first).split('?')[0]}?centre=${centred}`);
    expect(other).toContain(`Back to ${trader}`);
    expect(other).toContain('Returns and registrations of his state are not open to you');
    // By nobody's address is one looked up who does not trade around him.
    const stranger = await read(analyst, `${below(first).split('?')[0]}?centre=DE136695976`);
    expect(stranger).not.toContain(`Back to ${trader}`);
  });

  test('draws of trade between other states nothing, whoever is in the middle', async () => {
    const { rows } = await database.read((tx) =>
      sql<{ trader: string }>`select trader from vat.alert where run = ${run} order by place limit 5`.execute(
        tx,
      ),
    );
    const [one] = await database.read(async (tx) =>
      (await listRegisters(tx)).filter(({ id }) => id === register),
    );
    if (one === undefined) throw new Error('no register');
    const place = { register: one, dataFolder: folder };
    const around = { party: 'BE', period: month, bridges: [] };
    const foreign = new Set<string>();
    for (const { trader } of rows)
      for (const other of (await loadPictures(place, { ...around, trader })).picture.traders)
        if (!other.startsWith('BE')) foreign.add(other);
    expect(foreign.size).toBeGreaterThan(0);
    for (const trader of [...foreign].slice(0, 5)) {
      const { picture } = await loadPictures(place, { ...around, trader });
      expect(picture.flows.length).toBeGreaterThan(0);
      for (const { from, to } of picture.flows) expect(`${from} ${to}`).toMatch(/\bBE/);
    }
  }, 60_000);

  test('opens the rows behind each reason, and none of another state’s own declarations', async () => {
    const [first = ''] = linksIn(
      await read(analyst, '/cases?archetype=carousel'),
      /href="([^"]+\/vat\/alerts\/[^"/]+\/BE\d{10}[^"]*)"/g,
    );
    const trader = /BE\d{10}/.exec(first)?.[0] ?? '';
    const reasons = linksIn(await read(analyst, below(first)), /href="([^"]+\/rows\/[a-z_]+[^"]*)"/g);
    expect(reasons.length).toBeGreaterThan(3);
    for (const reason of reasons) {
      const before = (await readings('vat_rows.read')).length;
      const page = await read(analyst, below(reason));
      expect(page).toContain('Rows behind:');
      const opened = (await readings('vat_rows.read')).slice(before);
      expect(opened.map(({ party, payload }) => [party, payload.traders])).toEqual([['BE', [trader]]]);
      const kinds = linksIn(page, /<section class="sheet" id="([a-z]+)"/g);
      if (!kinds.some((kind) => ['supplies', 'acquisitions', 'invoices', 'registrations'].includes(kind)))
        continue;
      expect(opened[0]?.payload.rows).toBeGreaterThan(0);
      const csv = await read(analyst, `${below(reason).split('?')[0]}?format=csv`);
      expect([...csv.matchAll(/\b(\d{4})-\d{2}\b/g)].map(([, year]) => year)).toSatisfy(
        (years: readonly string[]) => years.every((year) => /^20(19|20)$/.test(year)),
      );
      for (const line of csv.trim().split(/\r?\n/).slice(1)) {
        const [kind = ''] = line.split(',');
        expect(line, `${kind}: of whom Belgium took it, or of which a Belgian is one side`).toMatch(
          /BE\d{10}/,
        );
      }
      expect(await read(dutch, below(reason))).not.toContain('Rows behind:');
    }
  });

  test('is journalled as read, too, where a reason has returns that did not come, bridges or cases behind it alone', async () => {
    const [{ trader = '' } = {}] = (
      await sql<{ trader: string }>`
        update vat.alert set bundle = jsonb_set(bundle, '{rows}', bundle->'rows' || ${JSON.stringify({
          missing_returns: [{ kind: 'missing_return', trader: 'BE0400000086', month }],
          pass_through: [
            { kind: 'bridge', inflow: 'BE0400000086', outflow: 'BE0400000185', hops: 2, cents: 5 },
          ],
          near_cases: [{ kind: 'case', trader: 'BE0400000086' }],
        })}::jsonb)
        where run = ${run} and place = 3 returning trader`.execute(database.owner)
    ).rows;
    for (const [input, said] of [
      ['missing_returns', 'April 2020'],
      ['pass_through', 'BE0400000185'],
      ['near_cases', 'Rows behind:'],
    ]) {
      const before = (await readings('vat_rows.read')).length;
      expect(await read(analyst, `/alerts/${run}/${trader}/rows/${input}`)).toContain(said);
      const opened = (await readings('vat_rows.read')).slice(before);
      expect(opened.map(({ party, payload }) => [party, payload])).toEqual([
        ['BE', { run, traders: [trader], rows: 0, input }],
      ]);
    }
  });
});

describe('An alert that is harmless', () => {
  const actOn = (browser: Browser, name: string, input: object) =>
    browser.postJson(`/api/${register}/vat-alerts/${name}`, input);
  const alertsIn = (page: string) => linksIn(page, /href="[^"]+\/vat\/alerts\/[^"/]+\/(BE\d{10})[^"]*"/g);

  test('is set aside with a reason by who sits for its party, stands apart, and is taken up again', async () => {
    const before = alertsIn(await read(analyst, '/cases'));
    const [trader = ''] = before;
    const [{ run = '' } = {}] = (
      await database.read((tx) => sql<{ run: string }>`select run from vat.alert limit 1`.execute(tx))
    ).rows;
    const meant = { party: 'BE', run, trader };
    const reason = 'A start-up that pays what it owes';
    for (const browser of [dutch, ministry, visitor])
      expect((await actOn(browser, 'set_aside', { ...meant, reason })).statusCode).toBe(403);
    expect((await actOn(dutch, 'set_aside', { ...meant, party: 'NL', reason })).body).toContain(
      'vat_alert_unknown',
    );
    const form = (await analyst.get(`/en/${register}/do/vat-alerts/set_aside?${new URLSearchParams(meant)}`))
      .body;
    expect(form, 'leads back to the alert').toContain(
      `<a href="${path}/alerts/${run}/${trader}">Back without doing it</a>`,
    );
    expect((await actOn(analyst, 'set_aside', meant)).statusCode).toBe(400);
    expect((await actOn(analyst, 'take_up', meant)).body).toContain('vat_alert_not_set_aside');
    expect((await actOn(analyst, 'set_aside', { ...meant, reason })).statusCode).toBe(200);
    expect((await actOn(analyst, 'set_aside', { ...meant, reason })).body).toContain('vat_alert_set_aside');
    const list = await read(analyst, '/cases');
    expect(alertsIn(list).slice(0, before.length - 1)).toEqual(before.slice(1));
    expect(list).toContain('Set aside: 1');
    const apart = await read(analyst, '/cases?aside=yes');
    expect(alertsIn(apart)).toEqual([trader]);
    expect(apart).toContain(reason);
    expect(apart, 'who did, by name').toMatch(/, by [^<]+, Belgium[^<]*<\/small>/);
    expect(await read(analyst, '/cases?aside=yes&format=csv')).toContain(`true,${reason}`);
    expect((await analyst.get(`/en/${register}/desk`)).body).not.toContain(trader);
    const page = await read(analyst, `/alerts/${run}/${trader}`);
    expect(page).toContain(reason);
    expect(page).toContain('/do/vat-alerts/take_up?');
    expect(page).toMatch(/ by [^<]+, Belgium[^<]*<\/small>/);
    expect(await read(analyst, '/runs')).toMatch(/started by [^<]+, Belgium/);
    expect((await actOn(analyst, 'take_up', meant)).statusCode).toBe(200);
    expect(alertsIn(await read(analyst, '/cases'))).toEqual(before);
    const { rows } = await sql<{ event: string; payload: object; actor: string }>`
      select event, payload, actor from platform.journal join platform.journal_payload on entry = id
      where event like 'vat.alert_%' order by id`.execute(database.owner);
    expect(rows.map(({ event, payload }) => [event, payload])).toEqual([
      ['vat.alert_set_aside', { run, trader, month, reason }],
      ['vat.alert_taken_up', { run, trader, month }],
    ]);
    expect(rows.every(({ actor }) => actor.startsWith('person:'))).toBe(true);
  });

  test('stands in the list again when its month is run anew, with what was said before', async () => {
    const [trader = ''] = alertsIn(await read(analyst, '/cases'));
    const run = /alerts\/([^/]+)\//.exec(await read(analyst, '/cases'))?.[1] ?? '';
    const reason = 'A start-up that pays what it owes';
    const meant = { party: 'BE', run, trader };
    const form = `/en/${register}/do/vat-alerts/set_aside?party=BE&run=${run}&trader=${trader}`;
    expect((await analyst.get(form)).body).toContain('made later, of this month too, lists the trader again');
    expect((await actOn(analyst, 'set_aside', { ...meant, reason })).statusCode).toBe(200);
    expect(alertsIn(await read(analyst, '/cases'))).not.toContain(trader);
    const again = 'a'.repeat(32);
    await sql`insert into vat.run (id, register, party, month, state, stage, done, total, model, snapshot, synthetic, asked_by,
        began_at, ended_at, scored)
      select ${again}, register, party, month, state, stage, done, total, model, 'of more files', synthetic, asked_by,
        began_at, ended_at + interval '1 minute', scored from vat.run where id = ${run}`.execute(
      database.owner,
    );
    await sql`insert into vat.alert (run, trader, place, probability, least, most, expected_cents, archetypes, bundle, reason)
      select ${again}, trader, place, probability, least, most, expected_cents, archetypes, bundle, reason
      from vat.alert where run = ${run}`.execute(database.owner);
    expect(alertsIn(await read(analyst, '/cases'))[0], 'the run that was made last').toBe(trader);
    const page = await read(analyst, `/alerts/${again}/${trader}`);
    for (const words of ['This run was made later', reason, '/do/vat-alerts/set_aside?'])
      expect(page).toContain(words);
    expect((await actOn(analyst, 'take_up', { ...meant, run: again })).body).toContain(
      'vat_alert_not_set_aside',
    );
    expect(await read(analyst, `/alerts/${run}/${trader}`), 'of the first it holds').toContain('take_up');
    expect((await actOn(analyst, 'set_aside', { ...meant, run: again, reason })).statusCode).toBe(200);
    expect(alertsIn(await read(analyst, '/cases'))).not.toContain(trader);
    expect((await actOn(analyst, 'take_up', meant)).statusCode, 'both end').toBe(200);
    for (const one of [run, again])
      expect(alertsIn(await read(analyst, `/cases?run=${one}`))[0], one).toBe(trader);
    await sql`delete from vat.alert_set_aside where run = ${again}`.execute(database.owner);
    await sql`delete from vat.alert where run = ${again}`.execute(database.owner);
    await sql`delete from vat.run where id = ${again}`.execute(database.owner);
  });

  test('is not set aside while a case is open on its trader', async () => {
    const [trader = ''] = alertsIn(await read(analyst, '/cases')).slice(1);
    const run = /alerts\/([^/]+)\//.exec(await read(analyst, '/cases'))?.[1] ?? '';
    const opened = await analyst.postJson(`/api/${register}/vat-cases/open_from_alert`, {
      ...{ party: 'BE', run, trader, reason: 'It looks like a carousel' },
    });
    expect(opened.statusCode, opened.body).toBe(200);
    const meant = { party: 'BE', run, trader, reason: 'harmless' };
    expect((await actOn(analyst, 'set_aside', meant)).body).toContain('vat_alert_has_case');
    expect(await read(analyst, '/cases')).toContain('Case open');
    expect(await read(analyst, `/alerts/${run}/${trader}`)).not.toContain('/do/vat-alerts/set_aside');
  });

  test('is found by its VAT number, and the list says how many it shows of how many', async () => {
    const all = alertsIn(await read(analyst, '/cases'));
    const [trader = ''] = all.slice(2);
    expect(alertsIn(await read(analyst, `/cases?q=${trader.slice(2, 6)}.${trader.slice(6)}`))).toEqual([
      trader,
    ]);
    expect(alertsIn(await read(analyst, '/cases?q=NL000'))).toEqual([]);
    const page = await read(analyst, '/cases');
    const [, listed, scored] = /Listed are (\d+) of the (\d+) traders of your state/.exec(page) ?? [];
    expect(Number(listed)).toBeGreaterThan(50);
    expect(Number(scored)).toBeGreaterThanOrEqual(Number(listed));
    const [, above] = /(\d+) of them have a probability of 20% or more/.exec(page) ?? [];
    expect(Number(above)).toBeLessThan(Number(listed));
  });
});

describe('The page of runs', () => {
  test('says of a run that ended by a fault what to do, with its number and without the words of the fault', async () => {
    const id = 'f'.repeat(32);
    await sql`
      insert into vat.run (id, register, party, month, state, stage, model, snapshot, synthetic, asked_by, problem)
      values (${id}, ${register}, 'BE', '2019-12', 'failed', 'match', 'm', 's', true, 'operator',
        ${JSON.stringify({ code: 'vat_run_failed', path: '', params: { message: 'ENOSPC: /data/x' } })})`.execute(
      database.owner,
    );
    const words = { en: 'no room left on its disk', nl: 'vol', fr: 'plein', de: 'voll' };
    for (const [language, said] of Object.entries(words)) {
      const { body } = await analyst.get(`/${language}/${register}/practice/vat/runs`);
      expect(body).toContain(said);
      expect(body).toContain(id);
      expect(body).not.toContain('ENOSPC');
    }
  });

  test('shows as many as one page holds, the others on the next', async () => {
    await sql`
      insert into vat.run (id, register, party, month, state, model, snapshot, synthetic, asked_by)
      select lpad(to_hex(n), 32, '0'), ${register}, 'BE', '201' || (n % 9) || '-01', 'stopped', 'm', 's', true, 'operator'
      from generate_series(1, 30) as n`.execute(database.owner);
    const first = await read(analyst, '/runs');
    const second = await read(analyst, '/runs?page=2');
    const count = (page: string) => page.split('/do/vat-runs/resume?').length - 1;
    // With the one that failed; the one that is done has nothing to do.
    expect([count(first), count(second)]).toEqual([23, 8]);
    expect(count(await read(analyst, '/runs?page=99'))).toBe(8);
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { open } from '../../src/app/open.ts';
import { type Textbook, textbook, textbookMonths } from '../../src/vat/bridges/fixtures/textbook.ts';
import { bridgeInstrument, bridgePurpose, madeUpBridges } from '../../tools/federation/made-up-bridges.ts';
import { defaultFederation, type RunningFederation, startFederation } from '../../tools/federation/start.ts';
import { domesticIn, tripoint } from '../../tools/federation/vat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { readDatabase } from '../support/find-in-database.ts';
import { findFreePort } from '../support/free-port.ts';
import { projectFolder } from '../support/running-node.ts';

/** The textbook carousel by the page of a case: Belgium's node asks those of the Netherlands and Luxembourg, all processes of their own. */

const register = 'demo-2020';
const path = `/en/${register}/practice/vat/cases`;

let folder: string;
let federation: RunningFederation;
let world: Textbook;
let reference: string;
let analyst: Visitor;
let liaison: Visitor;
/** Of the case, as Belgium's node has it. */
let id: string;
/** What of the made-up year looks like something of the Dutch invoices, before anybody is asked. */
let alike: ReadonlySet<string>;
const proxies: FaultProxy[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-vat-carousels-'));
  const today = todayOn(systemClock);
  reference = `BE-${today.slice(0, 4)}-001`;
  const dutchReference = `NL-${today.slice(0, 4)}-001`;
  world = textbook(today);
  const named = defaultFederation(0).filter(({ name }) => name !== 'witness');
  const ports = await Promise.all(Array.from({ length: 2 * named.length }, findFreePort));
  const specs = await Promise.all(
    named.map(async (spec, place) => {
      const [port = 0, between = 0] = [ports[2 * place], ports[2 * place + 1]];
      const proxy = await startFaultProxy(between, port);
      proxies.push(proxy);
      const { name } = spec;
      if (name !== 'NL' && name !== 'LU') return { ...spec, port, url: proxy.url };
      // What the two answer from, with Belgium's case under the reference that its node will give it.
      const held = world.holdings[name];
      const vat = join(folder, `vat-${name}.json`);
      const cases = held.cases.flatMap((one) => [
        { ...one, reference },
        ...(name === 'LU' ? [{ ...one, reference: dutchReference, parties: ['NL'] }] : []),
      ]);
      await writeFile(vat, JSON.stringify({ ...held, cases }));
      return { ...spec, port, url: proxy.url, vat };
    }),
  );
  federation = await startFederation(specs, { folder: join(folder, 'nodes'), every: 300, say: () => {} });
  // The made-up year, by whose field Belgium’s officials sit; each node follows the law of the registers that it has.
  for (const name of ['secretariat', 'NL', 'BE', 'LU'])
    await inDatabase(name, (database) => loadDemonstration(database, systemClock));
  const texts = await Promise.all(['NL', 'BE', 'LU'].map((name) => inDatabase(name, readDatabase)));
  alike = new Set(domesticIn(world, texts.flat().join('\n')));
  analyst = await signIn('fraud-analyst');
  liaison = await signIn('liaison-official');
  const opening = { party: 'BE', traders: world.conduit, reason: 'A tip by telephone' };
  id = await done(analyst, 'vat-cases/open', opening);
}, 600_000);
afterAll(async () => {
  await federation?.stop();
  for (const proxy of proxies) await proxy.close();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

const asked = () => ({
  ...{ id, states: 'NL,LU', from: textbookMonths.from, until: textbookMonths.until },
  ...{ instrument: bridgeInstrument, purpose: bridgePurpose, epoch: 1 },
});
/** One drafts it, and another releases it. */
async function ask({ drafts, releases } = { drafts: analyst, releases: liaison }, of = id): Promise<void> {
  await done(drafts, 'vat-carousels/draft', { ...asked(), id: of });
  await done(releases, 'vat-carousels/release', { id: of });
}
const pageOf = (visitor: Visitor, of = id) => visitor.get(`${path}/${of}`);
/** The page when nobody is asked any more. */
async function ended(visitor = analyst, of = id): Promise<string> {
  for (;;) {
    const page = await pageOf(visitor, of);
    if (!page.includes('States are being asked.')) return page;
    await wait(300);
  }
}
const sectionOf = (page: string) =>
  /<section[^>]*id="carousels".*?(?=<section[^>]*id="feedback")/s.exec(page)?.[0] ?? page;

describe('An official who asks other states for bridges on the page of a case', () => {
  test('is told on it why nothing comes where no instrument opens it, and nothing leaves the state', async () => {
    // The node hears the law from its keeper: what opens need not be on its own record, and is named.
    await ask();
    const page = sectionOf(await ended());
    expect(page).toContain('denied here, nothing left');
    expect(page.match(/denied here, nothing left/g)).toHaveLength(2);
    expect(passed().filter((text) => text.includes('vat.statements'))).toEqual([]);
  });

  test('finds the carousel that is not on statements alone, with its picture, table and way to reveal', async () => {
    await openByTreaty();
    await ask();
    const page = sectionOf(await ended());
    for (const words of [
      'Cycles on statements alone</dt><dd>0</dd>',
      'Cycles with bridges</dt><dd>1</dd>',
      'Bridge: 2 sales within the state at the least',
      'role="img"',
      'whose these tokens are',
    ])
      expect(page).toContain(words);
    const tokens = new Set(page.match(/\b(NL|LU)\.[A-Za-z0-9_-]{22}/g));
    expect(tokens.size).toBe(3);
    for (const number of [world.missing, world.broker]) expect(page).not.toContain(number);
    const again = await analyst.get(`/en/${register}/do/vat-carousels/draft?id=${id}`);
    for (const words of ['Netherlands', 'Luxembourg', bridgeInstrument, bridgePurpose, textbookMonths.from])
      expect(again).toContain(words);
    // Prefilled: who asks has to say nothing that the search has said.
    const [href = ''] =
      /\/en\/[^"]*do\/vat-case-requests\/draft[^"]*/.exec(page.replaceAll('&amp;', '&')) ?? [];
    const form = await analyst.get(href);
    const dutch = [...tokens].filter((token) => token.startsWith('NL.'));
    expect(dutch).toHaveLength(2);
    for (const words of [bridgeInstrument, bridgePurpose, ...dutch]) expect(form).toContain(words);
  });

  test('has a name by a request alone that somebody else releases, and it then stands in the carousel', async () => {
    const page = sectionOf(await pageOf(analyst));
    const tokens = [...new Set(page.match(/\bNL\.[A-Za-z0-9_-]{22}/g))];
    const draft = { id, to: 'NL', what: 'reveal', asked: tokens.join('\n'), epoch: 1 };
    await done(analyst, 'vat-case-requests/draft', {
      ...draft,
      ...{ instrument: bridgeInstrument, purpose: bridgePurpose },
    });
    const request = await inDatabase('BE', async ({ owner }) => {
      const { rows } = await sql<{ id: string }>`
        select id from platform.record
        where kind = 'vat_case_requests' and body->>'case' = ${id}`.execute(owner);
      return rows[0]?.id ?? '';
    });
    await done(liaison, 'vat-case-requests/release', { id: request });
    const again = sectionOf(await pageOf(analyst));
    for (const number of [world.missing, world.broker]) expect(again).toContain(number);
  });

  test('of a state with a gateway asks that, too, and reads no token of another state by a number in his case', async () => {
    const dutch = await signIn('fraud-analyst', 'fisc-mtic', 'NL');
    const opening = { party: 'NL', traders: world.conduit, reason: 'A tip by telephone' };
    const own = await done(dutch, 'vat-cases/open', opening);
    await ask({ drafts: dutch, releases: await signIn('liaison-official', 'fisc-mtic', 'NL') }, own);
    const page = sectionOf(await ended(dutch, own));
    expect(page).toContain('Cycles with bridges</dt><dd>1</dd>');
    // The conduit is Luxembourg's: only that says whose its token is, however many numbers stand in the case.
    for (const number of [world.conduit, world.missing, world.broker]) expect(page).not.toContain(number);
    const guesses = [world.conduit, world.missing].join('\n');
    await done(dutch, 'vat-cases/revise', { id: own, traders: guesses, reason: 'He sold on' });
    const again = sectionOf(await pageOf(dutch, own));
    for (const number of [world.conduit, world.broker]) expect(again).not.toContain(number);
    expect(again).toContain(world.missing);
  });

  test('had it in the journal before anything left: who asks whom, in which case and what for', async () => {
    const events = await inDatabase('BE', async ({ owner }) => {
      const { rows } = await sql<{ event: string }>`
        select event from platform.journal
        where event in ('vat.carousels_asked', 'vat.carousels_ended', 'exchange.asked') order by id`.execute(
        owner,
      );
      return rows.map(({ event }) => event);
    });
    expect(events[0]).toBe('vat.carousels_asked');
    expect(events.filter((event) => event === 'vat.carousels_asked')).toHaveLength(2);
    expect(events.filter((event) => event === 'vat.carousels_ended')).toHaveLength(2);
    expect(events.filter((event) => event === 'exchange.asked').length).toBeGreaterThan(3);
  });

  test('is seen by nobody outside of the field', async () => {
    const ministry = await signIn('line-ministry', '');
    for (const visitor of [ministry, visitorOf('BE')]) {
      const page = await pageOf(visitor);
      expect(page).not.toContain(reference);
      expect(page).not.toContain('id="carousels"');
    }
    expect(await act(ministry, 'vat-carousels/draft', asked())).toEqual(['action_not_allowed']);
  });

  test('has no number, invoice or amount of domestic trade on any way, nor in a database', async () => {
    const texts = passed();
    expect(texts.filter((text) => text.includes('vat.bridges')).length).toBeGreaterThan(0);
    expect(domesticIn(world, texts.join('\n'))).toEqual([]);
    for (const name of ['NL', 'BE', 'LU']) {
      const found = domesticIn(world, (await inDatabase(name, readDatabase)).join('\n'));
      expect(
        found.filter((one) => !alike.has(one)),
        name,
      ).toEqual([]);
    }
    // Numbers of invoices and amounts are no other's.
    expect([...alike].filter((one) => !/^NL/.test(one))).toEqual([]);
  });
});

/** Recorded at the secretariat, whose law all follow, as in Belgium's register before; the gateways agree on a key. */
async function openByTreaty(): Promise<void> {
  await command('secretariat', 'import', await treatyFile());
  await command('NL', 'vat', 'make-key', bridgeInstrument, '--epoch', '1');
  const key = await readFile(join(dataFolderOf('NL'), 'vat-keys', `${bridgeInstrument}.1.json`), 'utf8');
  // Handed over as `vat take-key` does, of another register: that it can be is tested with the commands.
  await command('LU', 'vat', 'make-key', bridgeInstrument, '--epoch', '1');
  await writeFile(join(dataFolderOf('LU'), 'vat-keys', `${bridgeInstrument}.1.json`), key, { mode: 0o600 });
  // Until all have heard of it.
  for (const name of ['BE', 'NL', 'LU']) while (!(await hasHeard(name))) await wait(1_000);
}

async function treatyFile(): Promise<string> {
  const made = (await madeUpBridges(projectFolder, todayOn(systemClock))) as { readonly meta: object };
  const file = join(folder, 'synthetic-vat-bridges.json');
  await writeFile(file, JSON.stringify({ ...made, meta: { ...made.meta, id: register } }));
  return file;
}

const hasHeard = (name: string) =>
  inDatabase(name, async ({ owner }) => {
    const { rows } = await sql`
      select from exchange.feed_item where register = ${register} and note like ${`%${bridgeInstrument}-5%`}`.execute(
      owner,
    );
    return rows.length > 0;
  });

const dataFolderOf = (name: string) => federation.nodes.get(name)?.dataFolder ?? '';

async function command(name: string, ...words: readonly string[]): Promise<void> {
  const { status, said } = await tripoint(dataFolderOf(name), [...words, '--json']);
  expect(status, said).toBe(0);
}

/** All that passed between nodes, one way and back, as it was read. */
const passed = () =>
  proxies.flatMap((proxy) =>
    proxy.passed.map(({ path, headers, body, answer }) =>
      [path, JSON.stringify(headers), body, JSON.stringify(answer?.headers), answer?.body].join('\n'),
    ),
  );

async function inDatabase<T>(
  name: string,
  work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  const config = readConfig({ TRIPOINT_DATA: dataFolderOf(name) });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await open(config.value, () => {});
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** As much of a browser as a page needs, over the wire. */
type Visitor = {
  readonly get: (address: string) => Promise<string>;
  readonly post: (
    address: string,
    body: string,
    type: string,
  ) => Promise<{ readonly status: number; readonly body: string }>;
};

function visitorOf(name: string): Visitor {
  const cookies = new Map<string, string>();
  const origin = federation.nodes.get(name)?.url ?? '';
  const call = async (address: string, init: RequestInit = {}) => {
    const headers = {
      ...{ accept: 'text/html', 'sec-fetch-site': 'same-origin', origin },
      cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      ...(init.headers as Readonly<Record<string, string>> | undefined),
    };
    const answer = await fetch(`${origin}${address}`, { ...init, headers, redirect: 'manual' });
    for (const one of answer.headers.getSetCookie()) {
      const [pair = ''] = one.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return { status: answer.status, body: await answer.text() };
  };
  return {
    get: async (address) => (await call(address)).body,
    post: (address, body, type) =>
      call(address, { method: 'POST', body, headers: { 'content-type': type, accept: type } }),
  };
}

async function signIn(role: string, body = 'fisc-mtic', party = 'BE'): Promise<Visitor> {
  const visitor = visitorOf(party);
  const form = new URLSearchParams({ register, role, party, body }).toString();
  const answer = await visitor.post('/sign-in', form, 'application/x-www-form-urlencoded');
  expect(answer.status, answer.body.slice(0, 300)).toBe(303);
  return visitor;
}

/** What came of an act through the API: the id of its subject, or the codes of what is wrong. */
async function act(visitor: Visitor, name: string, input: object): Promise<string | readonly string[]> {
  const answer = await visitor.post(`/api/${register}/${name}`, JSON.stringify(input), 'application/json');
  const said = JSON.parse(answer.body) as { subject?: string; findings?: { code: string }[] };
  return answer.status === 200
    ? (said.subject?.split('/')[1] ?? '')
    : (said.findings ?? []).map(({ code }) => code);
}
async function done(visitor: Visitor, name: string, input: object): Promise<string> {
  const came = await act(visitor, name, input);
  expect(typeof came, `${name} ${JSON.stringify(came)}`).toBe('string');
  return came as string;
}

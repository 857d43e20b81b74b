import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fixedClock, systemClock, todayOn } from '#platform/clock.ts';
import { sequenceJournal } from '#platform/journal/journal.ts';
import { writeRecords } from '#platform/records/records.ts';
import { createLogger } from '#platform/telemetry.ts';
import {
  type AccessRequest,
  agreeContract,
  type ExchangeNode,
  openNode,
  ownSide,
} from '../../src/exchange/index.ts';
import { ask } from '../../src/exchange/nodes/ask.ts';
import { createCalls } from '../../src/exchange/nodes/call.ts';
import { gatherCosignatures, makeCheckpoint, witness } from '../../src/exchange/nodes/checkpoints.ts';
import { proposeContract } from '../../src/exchange/nodes/contracts.ts';
import { rotateKey, takeKeyChange } from '../../src/exchange/nodes/key-changes.ts';
import {
  type FeedFaults,
  feedAfter,
  followSecretariat,
  publishLaw,
  publishRegisters,
} from '../../src/exchange/nodes/publish.ts';
import { supervisionOf } from '../../src/exchange/readers.ts';
import { bodies, powers } from '../../src/union/index.ts';
import { type Browser, openBrowser } from '../support/browser.ts';
import { openFirstRegister } from '../support/first-register.ts';

/**
 * Nodes and keys, the log, and supervision: who sees what, of questions that were really asked on a node that hosts all parties
 * and has one contract. All names of officers, cases and plates are made up and say so.
 */

const register = 'benelux' as RegisterId;
const plate = 'SYN-PLATE-CANARY';
const found = 'SYN-FOUND-CANARY';
const path = '/practice/exchange';

let folder: string;
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let elsewhere: Awaited<ReturnType<typeof openFirstRegister>>;
let node: ExchangeNode;
let other: ExchangeNode;
let nl: Browser;
let be: Browser;
let lu: Browser;
let supervisor: Browser;
let stranger: Browser;
const told: Awaited<ReturnType<typeof ask>>[] = [];
let visitor: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-oversight-'));
  opened = await openFirstRegister();
  const { database, server } = opened;
  // Who supervises the exchange for NL is made up: the source names no authority.
  const body = 'synthetic-supervisor';
  const drafts = [
    { kind: bodies, id: body, body: { id: body, name: 'Supervisor (synthetic)' } },
    { kind: powers, id: supervisionOf('NL'), body: { id: supervisionOf('NL'), body } },
  ];
  await database.write((tx) =>
    writeRecords(tx, fixedClock('2020-06-01T08:00:00Z'), {
      register,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: drafts.map((one, position) => ({
        ...one,
        id: one.id as RecordId,
        position: 900 + position,
        transitions: [],
      })),
    }),
  );
  const shared = { clock: systemClock, log: createLogger('silent') };
  const plates = {
    operations: ['anpr.reference_list'],
    answer: async ({ query }: { readonly query: unknown }) =>
      JSON.stringify(query).includes(plate) ? { synthetic: true, entry: found } : null,
  };
  node = await openNode({
    ...shared,
    database,
    self: { name: 'tripoint', parties: null, duties: ['secretariat'] },
    services: [plates],
    dataFolder: join(folder, 'own'),
  });
  await publishRegisters(node, new Map());
  // Signatures say whole seconds: none made in the second in which its key was made is taken.
  await wait(1_000);
  for (const one of [
    { to: 'BE', article: '13', operation: 'anpr.reference_list' },
    { to: 'BE', article: '14', operation: 'hitnohit' },
    { to: 'BE', article: '14', operation: 'hitnohit' },
    { to: 'LU', article: '13', operation: 'anpr.reference_list' },
  ])
    told.push(await askFor(one));

  elsewhere = await openFirstRegister();
  other = await openNode({
    ...shared,
    database: elsewhere.database,
    self: { name: 'witness', parties: [], duties: ['witness'] },
    services: [],
    dataFolder: join(folder, 'witness'),
  });
  nl = await signIn('NL', '');
  be = await signIn('BE', '');
  lu = await signIn('LU', '');
  supervisor = await signIn('', body);
  stranger = await signIn('', 'sg');
  visitor = openBrowser(server);
}, 120_000);
afterAll(async () => {
  await opened?.close();
  await elsewhere?.close();
  await rm(folder, { recursive: true, force: true });
});

let asked = 0;
async function askFor({ to, article, operation }: { to: string; article: string; operation: string }) {
  asked += 1;
  const request: AccessRequest = {
    id: `synthetic-request-${asked}`,
    from: { party: 'NL', officer: `synthetic-officer-${asked}` },
    to,
    instrument: 'police-2018',
    article,
    operation,
    purpose: 'investigate_offences',
    case: `synthetic-case-${asked}`,
    stated: [
      'follow_up_action_per_entry',
      'legal_basis_of_receiver',
      'automated_comparison_only',
      'necessary_and_proportionate',
      'individual_persons_or_objects',
      'geofence_agreed',
    ],
    consents: [],
  };
  const question = { register, request, query: { plate }, actor: 'test', budget: 10_000 };
  return ask(node, createCalls(), question);
}

async function signIn(party: string, body: string): Promise<Browser> {
  const browser = openBrowser(opened.server);
  const answer = await browser.post('/sign-in', { register, role: 'line-ministry', party, body });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(303);
  return browser;
}

async function pageOf(browser: Browser, below: string, language = 'en'): Promise<string> {
  const answer = await browser.get(`/${language}/benelux${path}${below}`);
  expect(answer.statusCode, `${below} ${answer.body.slice(0, 400)}`).toBe(200);
  expect(answer.body, 'no query').not.toContain(plate);
  expect(answer.body, 'no content').not.toContain(found);
  return answer.body;
}

function rowsIn(html: string, section: string): readonly (readonly string[])[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll(`#${section} tbody tr`)].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) =>
      (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
    ),
  );
}

const textOf = (html: string) => parseHTML(html).document.querySelector('main')?.textContent ?? '';

async function take(browser: Browser, below: string) {
  const answer = await browser.get(`/en/benelux${path}${below}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  const table: {
    columns: readonly { key: string; note: string }[];
    rows: readonly Readonly<Record<string, string | number | null>>[];
  } = JSON.parse(answer.body);
  for (const { key, note } of table.columns) expect(note, key).toMatch(/\.$/);
  return table.rows;
}

const until = () => encodeURIComponent(systemClock.now().toString({ fractionalSecondDigits: 3 }));

/** What the journal has of who looked: beside all registers, whose journals are for everybody. */
const readingsOf = (event: string) =>
  opened.database.read(async (tx) => {
    const { rows } = await sql<{ actor: string; subject: string | null; payload: unknown }>`
      select actor, subject, payload from platform.journal join platform.journal_payload on entry = id
      where event = ${event} and register is null`.execute(tx);
    return rows;
  });

describe('Supervision', () => {
  test('is of questions that ended as questions do: one answered, three denied here', () => {
    expect(told.map(({ outcome, failure }) => [outcome, failure])).toEqual([
      ['content', null],
      ['denied', null],
      ['denied', null],
      ['denied', null],
    ]);
  });

  test('counts what the reader’s side asked and was asked, by outcome and reason', async () => {
    const rows = rowsIn(await pageOf(nl, '/supervision'), 'outcomes');
    expect(rows.map(([pair, direction, , outcome, count]) => [pair, direction, outcome, count])).toEqual([
      ['Netherlands → Belgium', 'asked from here', 'Answered', '1'],
      ['Netherlands → Belgium', 'asked from here', 'Denied', '2'],
      ['Netherlands → Luxembourg', 'asked from here', 'Denied', '1'],
    ]);
    expect(
      (await take(be, '/supervision?format=json')).map(({ direction, outcome }) => [direction, outcome]),
    ).toEqual([['received', 'content']]);
  });

  test('counts denials for want of an agreement, once each, by article, pair and month', async () => {
    const month = systemClock.now().toString().slice(0, 7);
    const rows = await take(supervisor, '/supervision?table=agreements&format=json');
    const said = { month, instrument: 'police-2018' };
    expect(rows).toEqual([
      { ...said, article: '13', one: 'LU', other: 'NL', count: 1 },
      { ...said, article: '14(5)', one: 'BE', other: 'NL', count: 2 },
    ]);
    expect(await take(be, '/supervision?table=agreements&format=json'), 'none of them left').toEqual([]);
  });

  test('shows whoever could conclude an agreement how many of their own questions it would have let through', async () => {
    const today = todayOn(systemClock);
    const missing = async (browser: Browser) => {
      const page = await browser.get(`/en/benelux${path}/agreements?as-of=${today}&known-at=${today}`);
      expect(page.statusCode).toBe(200);
      return rowsIn(page.body, 'missing');
    };
    const ofPair = (rows: readonly (readonly string[])[], pair: string) =>
      rows.find(([article, between]) => article?.includes('14(5)') && between?.includes(pair));
    expect(ofPair(await missing(nl), 'Belgium')?.at(-1)).toBe('2');
    expect(ofPair(await missing(be), 'Belgium')?.at(-1)).toBe('0');
    // Who acts for nobody here is shown what is missing, and not how often it was missed.
    for (const browser of [stranger, visitor])
      expect(ofPair(await missing(browser), 'Belgium')).toHaveLength(3);
  });

  test('a question that did not leave is not the other party’s to see, and of a stranger’s there is none at all', async () => {
    const sample = `/supervision?sample=100&seed=a&until=${until()}`;
    const officersIn = async (browser: Browser) =>
      [...new Set((await pageOf(browser, sample)).match(/synthetic-(officer|case)-\d/g) ?? [])].toSorted();
    const all = [1, 2, 3, 4].flatMap((number) => [`synthetic-case-${number}`, `synthetic-officer-${number}`]);
    expect(await officersIn(nl)).toEqual(all.toSorted());
    expect(await officersIn(supervisor)).toEqual(all.toSorted());
    expect(await officersIn(be)).toEqual(['synthetic-case-1', 'synthetic-officer-1']);
    for (const browser of [lu, stranger, visitor]) {
      const page = await pageOf(browser, sample);
      expect(page).not.toContain('synthetic-');
      expect(rowsIn(page, 'outcomes')).toEqual([]);
      expect(page).toContain('class="empty"');
      for (const table of ['', '&table=reasons', '&table=agreements', '&table=sample']) {
        const answer = await browser.get(`/en/benelux${path}${sample}${table}&format=json`);
        expect(answer.statusCode).toBe(403);
        expect(answer.body).not.toContain('synthetic-');
      }
    }
  });

  test('the same seed until the same moment draws the same, though more was asked since; another draws otherwise', async () => {
    const moment = until();
    const draw = async (seed: string) =>
      (await take(nl, `/supervision?table=sample&sample=2&seed=${seed}&until=${moment}&format=json`)).map(
        ({ id }) => id,
      );
    const first = await draw('first');
    expect(first).toHaveLength(2);
    await askFor({ to: 'LU', article: '14', operation: 'hitnohit' });
    expect(await draw('first')).toEqual(first);
    const draws = await Promise.all(['b', 'c', 'd', 'e', 'f', 'g'].map(draw));
    expect(new Set(draws.map((ids) => ids.toSorted().join())).size).toBeGreaterThan(1);
    const refused = await nl.get(`/en/benelux${path}/supervision?sample=101&seed=a`);
    expect(refused.statusCode).toBe(400);
  });

  test('every drawn request is in the journal for who drew it, and a count is not', async () => {
    const readings = async () =>
      (await readingsOf('exchange_requests.read')).filter(
        ({ payload }) => (payload as { sample?: { seed?: string } }).sample?.seed === 'journal',
      );
    await pageOf(supervisor, '/supervision');
    expect(await readings()).toEqual([]);
    const drawn = rowsIn(await pageOf(supervisor, '/supervision?sample=3&seed=journal'), 'sample');
    expect(drawn).toHaveLength(3);
    const entries = await readings();
    expect(entries.map(({ subject }) => subject).every((one) => one?.startsWith('exchange_requests/'))).toBe(
      true,
    );
    expect(entries).toHaveLength(3);
    for (const { actor } of entries) expect(actor).toMatch(/^person:/);
    // The journal of a register is for everybody, and of these it has none.
    expect((await visitor.get('/en/benelux/journal')).body).not.toContain('exchange_requests');
  });
});

describe('Nodes and keys', () => {
  test('a node without a contract says why and how, to whoever has signed in and to nobody else', async () => {
    for (const browser of [nl, stranger]) {
      const page = await pageOf(browser, '/peers');
      expect(textOf(page)).toContain('This node has no contract with another');
      expect(textOf(page).replaceAll(' ', '')).toContain(node.key().fingerprint);
      expect(textOf(page)).toContain('exchange propose');
    }
    const page = await pageOf(visitor, '/peers');
    expect(textOf(page).replaceAll(' ', '')).not.toContain(node.key().fingerprint);
    expect(page).toContain('class="empty"');
  });

  test('a contract with both fingerprints; where it is reached is for who acts for a party here', async () => {
    const [own, theirs] = [ownSide(node, 'https://tripoint.test'), ownSide(other, 'https://witness.test')];
    const signed = await agreeContract(other, proposeContract(node, own, theirs), node.key().fingerprint);
    if (!signed.ok) throw new Error(signed.fault);
    const kept = await agreeContract(node, signed.note, other.key().fingerprint);
    expect(kept.ok).toBe(true);
    const row = rowsIn(await pageOf(nl, '/peers'), 'contracts')[0] ?? [];
    expect(row[0]).toContain('witness');
    expect(row[2]).toBe('https://witness.test');
    expect(row[4]?.replaceAll(' ', '')).toBe(other.key().fingerprint);
    expect(row[5]?.replaceAll(' ', '')).toBe(node.key().fingerprint);
    const seen = await pageOf(stranger, '/peers');
    expect(seen).not.toContain('witness.test');
    expect(rowsIn(seen, 'contracts')).toHaveLength(1);
    expect(rowsIn(await pageOf(visitor, '/peers'), 'contracts')).toEqual([]);
  });

  test('a key that was followed by another stands with both its days', async () => {
    const followed = await rotateKey(node, join(folder, 'own'));
    expect(await takeKeyChange(other, followed)).toBe(true);
    const rows = rowsIn(await pageOf(be, '/peers'), 'keys').filter(([name]) => name === 'tripoint');
    expect(rows.map(([, epoch]) => epoch)).toEqual(['1', '2']);
    expect(rows[0]?.[4]).not.toBe('no end');
    expect(rows[1]?.[4]).toBe('no end');
  });
});

describe('Log', () => {
  test('says why there is no checkpoint, then shows it with its co-signer', async () => {
    expect(textOf(await pageOf(nl, '/log'))).toContain('There is no checkpoint yet');
    await sequenceJournal(opened.database);
    const made = await makeCheckpoint(node);
    if (made === null) throw new Error('No checkpoint');
    await gatherCosignatures(node, async (_peer, submission) => {
      const seen = await witness(other, submission);
      return seen.ok ? { status: 200, text: seen.line } : { status: seen.status, text: seen.text };
    });
    const page = await pageOf(stranger, '/log');
    expect(page).toContain(`tripoint/tripoint\n${made.size}\n`);
    expect(rowsIn(page, 'newest').map(([name]) => name)).toEqual(['tripoint/tripoint', 'tripoint/witness']);
    expect(textOf(await pageOf(visitor, '/log'))).not.toContain('tripoint/tripoint');
  });

  test('a receipt of an own request holds against the keys of the page; nobody else has it', async () => {
    const links = (html: string) =>
      [...parseHTML(html).document.querySelectorAll('#receipts a')].map(
        (link) => link.getAttribute('href') ?? '',
      );
    const [href = ''] = links(await pageOf(nl, '/log'));
    const answer = await nl.get(href);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.body).not.toContain(plate);
    const commands = parseHTML(await pageOf(nl, '/log')).document.querySelector('#verify')?.textContent ?? '';
    const keys = [...commands.matchAll(/--key '([^']+)'/g)].flatMap(([, key]) => key ?? []);
    const file = join(folder, 'receipt.json');
    const verify = async (text: string) => {
      await writeFile(file, text);
      const given = [...new Set(keys)].flatMap((key) => ['--key', key]);
      const { stdout } = spawnSync('node', ['verify/tripoint-verify.mjs', 'receipt', file, ...given]);
      return (JSON.parse(String(stdout)) as { faults: unknown[] }).faults;
    };
    expect(await verify(answer.body)).toEqual([]);
    const forged = JSON.parse(answer.body);
    expect(await verify(JSON.stringify({ ...forged, payload: { forged: true } }))).not.toEqual([]);

    const seen = await supervisor.get(href);
    expect(seen.statusCode).toBe(200);
    expect(JSON.parse(seen.body).payload, 'its payload has the hash of the query').toBeUndefined();
    expect(await verify(seen.body)).toEqual([]);
    for (const browser of [be, lu, stranger, visitor]) {
      const refused = await browser.get(href);
      const none = await browser.get(href.replace(/[0-9a-f]{8}-/, '00000000-'));
      expect(refused.statusCode).toBe(404);
      expect(refused.body.includes('synthetic-')).toBe(false);
      expect(none.statusCode, 'as one that there is not').toBe(404);
      expect(links(await pageOf(browser, '/log'))).not.toContain(href);
    }
  });

  test('checkpoints leave as they were signed, as rows and one by one', async () => {
    const rows = await take(be, '/log?format=json');
    expect(rows).toHaveLength(1);
    const { size, note } = rows[0] ?? {};
    expect(rows[0]?.signers).toContain('tripoint/witness');
    const file = await be.get(`/en/benelux${path}/log/checkpoints/tripoint/${size}`);
    expect(file.body).toBe(note);
    expect((await visitor.get(`/en/benelux${path}/log?format=json`)).statusCode).toBe(403);
    expect((await visitor.get(`/en/benelux${path}/log/checkpoints/tripoint/${size}`)).statusCode).toBe(403);
    expect((await be.get(`/en/benelux${path}/log/checkpoints/tripoint/999999`)).statusCode).toBe(404);
  });
});

test('a copy of the law says how old it is and what of the feed was refused, to who acts for a party here', async () => {
  const below = `/en/benelux${path}/peers`;
  const follows = openBrowser(elsewhere.server);
  await follows.post('/sign-in', { register, role: 'line-ministry', party: 'NL', body: '' });
  const show = async () => (await follows.get(below)).body;
  expect(textOf(await show())).toContain('Nobody has told this node any law');

  const feed = await feedAfter(node, register, 0);
  if (feed === null) throw new Error('No feed');
  const faults: FeedFaults = new Map();
  const cut = async () => ({ ...feed, items: feed.items.slice(1) });
  expect(await followSecretariat(other, cut, faults)).toBe(0);
  expect(rowsIn(await show(), 'refused').map((row) => row.slice(1))).toEqual([
    ['tripoint', 'an item before it is missing', '1'],
  ]);
  expect(await followSecretariat(other, async () => feed, faults)).toBe(feed.items.length);
  const [copy] = rowsIn(await show(), 'law');
  expect([copy?.[0], copy?.[1], copy?.[4]]).toEqual(['benelux', String(feed.items.length), 'Fresh enough']);

  const sg = openBrowser(elsewhere.server);
  await sg.post('/sign-in', { register, role: 'line-ministry', party: '', body: 'sg' });
  const { body } = await sg.get(below);
  expect(rowsIn(body, 'refused')).toEqual([]);
  expect(textOf(body)).toContain('What was refused is shown to who acts for a party');
  expect(rowsIn(await pageOf(nl, '/peers'), 'law')[0]?.[4], 'by the one who publishes').toBe(
    'Published here',
  );
});

test('who publishes the law is told what of it no item can hold, until it can', async () => {
  const { laws } = node;
  const { end } = laws.get(register) ?? {};
  if (end === undefined) throw new Error('Nothing was published');
  const [id, versions] = Object.entries(end.snapshot.provisions)[0] ?? [];
  const long = { ...versions?.[0], article: 'x'.repeat(1_100_000) };
  const snapshot = { ...end.snapshot, provisions: { ...end.snapshot.provisions, [id as string]: [long] } };
  expect(await publishLaw(node, register, async () => snapshot as typeof end.snapshot)).toBe(0);
  for (const [language, words] of [
    ['en', 'Not published'],
    ['nl', 'Niet gepubliceerd'],
    ['fr', 'Non publié'],
    ['de', 'Nicht veröffentlicht'],
  ] as const) {
    const page = textOf(await pageOf(nl, '/peers', language));
    expect(page).toContain(words);
    expect(page).toContain(`provisions/${id}`);
  }
  expect(await publishLaw(node, register, async () => end.snapshot)).toBe(0);
  expect(textOf(await pageOf(nl, '/peers'))).not.toContain('Not published');
});

test('pages speak every language, to who may and to who may not', async () => {
  for (const language of ['nl', 'fr', 'de', 'en'])
    for (const page of ['/peers', '/log', '/supervision']) {
      expect(await pageOf(visitor, page, language)).toContain('class="empty"');
      expect(await pageOf(nl, page, language)).toContain('<table');
    }
});

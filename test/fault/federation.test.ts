import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessRequest, findTold, type KnownTold, leaveQuestion, openNode } from '#exchange';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { createLogger } from '#platform/telemetry.ts';
import { open } from '../../src/app/open.ts';
import { type SignedRequest, signRequest, verifyRequest } from '../../src/exchange/nodes/http-signature.ts';
import { keyAt } from '../../src/exchange/nodes/keys.ts';
import { listKeys } from '../../src/exchange/nodes/store.ts';
import {
  type FederationNode,
  type RunningFederation,
  startFederation,
} from '../../tools/federation/start.ts';
import { type FaultProxy, type Passed, startFaultProxy } from '../support/fault-proxy.ts';
import { findFreePort } from '../support/free-port.ts';
import { runCommand } from '../support/run-command.ts';

/** Five nodes as processes: what happens to a question when the other, the way to it, or the secretariat fails. */

let folder: string;
let federation: RunningFederation;
let proxy: FaultProxy;
const databases = new Map<string, Database>();
const databaseOf = (name: string) => databases.get(name) as Database;
const nodeOf = (name: string) => federation.nodes.get(name) as FederationNode;

/** All that is asked and found here begins alike: it must turn up nowhere but in journals. */
const secret = 'SYN-';
/** A plate that nobody has. */
const canary = `${secret}CANARY-7`;
/** What was answered to those who asked badly. */
const refusals: { readonly status: number; readonly text: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-federation-'));
  const plates = join(folder, 'plates.json');
  const entry = { list: 'made up', of: `${secret}FOUND` };
  const entries = { 'SYN-001-A': entry, [canary]: entry };
  const list = { synthetic: true, operations: ['anpr.reference_list'], key: 'plate', entries, takes_ms: 300 };
  await writeFile(plates, JSON.stringify(list));
  const ports = await Promise.all(Array.from({ length: 6 }, findFreePort));
  const [secretariat = 0, nl = 0, be = 0, lu = 0, witness = 0, between = 0] = ports;
  proxy = await startFaultProxy(between, be);
  federation = await startFederation(
    [
      { name: 'secretariat', parties: [], duties: ['secretariat'], port: secretariat },
      { name: 'NL', parties: ['NL'], duties: [], port: nl, copyAtMost: 3_600 },
      {
        name: 'BE',
        parties: ['BE'],
        duties: [],
        port: be,
        service: plates,
        url: proxy.url,
        copyAtMost: 3_600,
      },
      { name: 'LU', parties: ['LU'], duties: [], port: lu },
      { name: 'witness', parties: [], duties: ['witness'], port: witness },
    ],
    { folder: join(folder, 'nodes'), every: 300, say: () => {}, env: { LOG_LEVEL: 'trace' } },
  );
  for (const [name, { dataFolder }] of federation.nodes) {
    const config = readConfig({ TRIPOINT_DATA: dataFolder });
    if (!config.ok) throw new Error(JSON.stringify(config.problems));
    databases.set(name, await open(config.value, () => {}));
  }
}, 400_000);
afterAll(async () => {
  for (const database of databases.values()) await database.close();
  await federation?.stop();
  await proxy?.close();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

let count = 0;
async function leave(
  query: unknown,
  {
    budget = 20_000,
    waits = 0,
    ...changes
  }: Partial<AccessRequest> & { budget?: number; waits?: number } = {},
) {
  count += 1;
  const request: AccessRequest = {
    id: `fault-${count}`,
    from: { party: 'NL', officer: `${secret}OFFICER`, service: `${secret}SERVICE` },
    to: 'BE',
    instrument: 'police-2018',
    article: '13',
    operation: 'anpr.reference_list',
    purpose: 'investigate',
    case: `${secret}CASE`,
    stated: [
      'follow_up_action_per_entry',
      'legal_basis_of_receiver',
      'automated_comparison_only',
      'necessary_and_proportionate',
      'individual_persons_or_objects',
      'geofence_agreed',
    ],
    consents: [],
    ...changes,
  };
  const now = systemClock.now().epochMilliseconds;
  const until = waits === 0 ? null : now + waits;
  const question = { register: 'benelux', request, query, group: null, actor: 'test', budget, until };
  await databaseOf('NL').write((tx) => leaveQuestion(tx, question, now - 1_000));
  return request.id;
}

async function told(id: string): Promise<KnownTold> {
  for (;;) {
    const found = await databaseOf('NL').read((tx) => findTold(tx, id));
    if (found !== null) return found;
    await wait(50);
  }
}
const asked = async (...given: Parameters<typeof leave>) => told(await leave(...given));

/** What a node's journal says of a question, in order. */
async function eventsOf(node: string, id: string): Promise<readonly string[]> {
  const { rows } = await databaseOf(node).read((tx) =>
    sql<{
      event: string;
    }>`select event from platform.journal where subject = ${`exchange_requests/${id}`} order by id`.execute(
      tx,
    ),
  );
  return rows.map(({ event }) => event);
}

/** A node as its commands open it: with its keys, beside the process that answers. */
async function opened(name: string) {
  const { parties, duties, dataFolder } = nodeOf(name);
  return openNode({
    database: databaseOf(name),
    clock: systemClock,
    log: createLogger('silent'),
    services: [],
    self: { name, parties, duties },
    dataFolder,
  });
}

/** What the nodes' clocks are ahead of this one's. */
let ahead = { hours: 0, seconds: 0 };
const nodesNow = () => systemClock.now().add(ahead);
/** Moves the clocks of all by the secretariat's command; returns what each answered. */
async function moveAll(by: Partial<typeof ahead>, ownUrl: string | null) {
  const { moveClocks } = await import('#exchange');
  const now = nodesNow();
  const moved = await moveClocks(await opened('secretariat'), { now, to: now.add(by), ownUrl });
  ahead = { hours: ahead.hours + (by.hours ?? 0), seconds: ahead.seconds + (by.seconds ?? 0) };
  return moved;
}

describe('A question to another node', { timeout: 180_000 }, () => {
  test('is answered, and both logs have it, decided before it was answered', async () => {
    const id = await leave({ plate: 'SYN-001-A' });
    expect(await told(id)).toMatchObject({ outcome: 'content', by: 'BE', content: { synthetic: true } });
    expect(await eventsOf('NL', id)).toEqual(['exchange.asked', 'exchange.told']);
    expect(await eventsOf('BE', id)).toEqual(['exchange.decided', 'exchange.answered']);
    expect(await asked({ plate: 'SYN-404-X' })).toMatchObject({ outcome: 'empty', by: 'BE' });
  });

  test('that the law does not open does not leave: the other never hears of it', async () => {
    const id = await leave({ plate: canary }, { article: '14', operation: 'hitnohit' });
    expect(await told(id)).toMatchObject({
      outcome: 'denied',
      by: 'NL',
      reasons: [{ code: 'no_agreement', article: '14(5)', parties: ['BE', 'NL'] }],
    });
    expect(await eventsOf('BE', id)).toEqual([]);
  });

  test('whose answer comes too late is late, and a later one in time', async () => {
    proxy.set({ fault: 'delay', by: 3_000 });
    expect(await asked({ plate: 'SYN-001-A' }, { budget: 1_500 })).toMatchObject({
      outcome: 'late',
      by: null,
    });
    proxy.set({ fault: 'none' });
    expect(await asked({ plate: 'SYN-001-A' })).toMatchObject({ outcome: 'content' });
  });

  test('whose answer has a wrong signature is not believed', async () => {
    proxy.set({ fault: 'wrong_signature' });
    const found = await asked({ plate: 'SYN-001-A' });
    proxy.set({ fault: 'none' });
    expect(found).toMatchObject({ outcome: 'failed', failure: 'answer_signature_wrong' });
    expect(found.content).toBeUndefined();
  });

  test('is not answered by the answer to another, however well that is signed', async () => {
    const { answer } = proxy.passed.filter(({ path }) => path === '/exchange/requests').at(-1) ?? {};
    if (answer === undefined) throw new Error('Nothing passed yet');
    proxy.set({ fault: 'other_answer', answer });
    const found = await asked({ plate: 'SYN-404-X' });
    proxy.set({ fault: 'none' });
    expect(found).toMatchObject({ outcome: 'failed', failure: 'answer_signature_wrong' });
  });

  test('that somebody plays again is refused, and gets into no log a second time', async () => {
    const id = await leave({ plate: 'SYN-001-A' });
    await told(id);
    const last = proxy.passed.filter(({ path }) => path === '/exchange/requests').at(-1);
    if (last === undefined) throw new Error('Nothing passed yet');
    const before = await eventsOf('BE', id);
    const again = await proxy.replay(last);
    expect(again).toMatchObject({ status: 409, text: expect.stringContaining('replayed') });
    expect(await eventsOf('BE', id)).toEqual(before);
    // Nor to another address, nor of another body.
    const changed = {
      ...last,
      body: Buffer.from(last.body.toString('utf8').replace('SYN-001-A', 'SYN-002-B')),
    };
    const altered = await proxy.replay(changed);
    expect(altered).toMatchObject({ status: 401 });
    const unsigned = await proxy.replay({ ...last, headers: { ...last.headers, signature: 'sig1=:AAAA:' } });
    expect(unsigned).toMatchObject({ status: 401 });
    refusals.push(again, altered, unsigned);
  });

  test('gets through within its budget when the way to the other breaks and heals', async () => {
    proxy.set({ fault: 'partition' });
    const id = await leave({ plate: 'SYN-001-A' }, { budget: 30_000 });
    await wait(2_000);
    expect(await eventsOf('BE', id)).toEqual([]);
    proxy.set({ fault: 'none' });
    expect(await told(id)).toMatchObject({ outcome: 'content' });
  });

  test('that may wait does, while the other is away, and is answered when it is back', async () => {
    await nodeOf('BE').signal('SIGTERM');
    expect(await asked({ plate: 'SYN-001-A' }, { budget: 700 })).toMatchObject({
      outcome: 'failed',
      failure: 'unreachable',
    });
    const id = await leave({ plate: 'SYN-001-A' }, { budget: 700, waits: 120_000 });
    await wait(1_500);
    await nodeOf('BE').start();
    expect(await told(id)).toMatchObject({ outcome: 'content' });
  });

  test('is answered within its budget by a node that was killed in the middle of its answer, from its log on', async () => {
    let sent = () => {};
    const isThere = new Promise<void>((resolve) => {
      sent = resolve;
    });
    proxy.set({ fault: 'watch', onSent: () => sent() });
    const id = await leave({ plate: canary }, { budget: 60_000 });
    await isThere;
    // The decision is in the log before anything is looked up.
    while ((await eventsOf('BE', id)).length === 0) await wait(10);
    await nodeOf('BE').signal('SIGKILL');
    proxy.set({ fault: 'none' });
    expect(await eventsOf('BE', id)).toEqual(['exchange.decided']);
    await nodeOf('BE').start();
    expect(await told(id)).toMatchObject({ outcome: 'content', by: 'BE' });
    expect(await eventsOf('BE', id)).toEqual(['exchange.decided', 'exchange.decided', 'exchange.answered']);
  });

  test('that is signed with a key of which the time is over is refused, and what it signed before stays signed', async () => {
    const isQuestion = ({ path }: Passed) => path === '/exchange/requests';
    const id = await leave({ plate: 'SYN-001-A' });
    expect(await told(id)).toMatchObject({ outcome: 'content' });
    const before = proxy.passed.filter(isQuestion).at(-1);
    if (before === undefined) throw new Error('Nothing passed yet');
    const old = (await opened('NL')).key();
    const keyOf = ({ headers }: Pick<Passed, 'headers'>) =>
      /keyid="([^"]+)"/.exec(String(headers['signature-input']))?.[1];
    expect(keyOf(before)).toBe(old.fingerprint);
    const askedAt = Number(/;created=(\d+)/.exec(String(before.headers['signature-input']))?.[1]) * 1000;

    /** The same question under an id of its own, signed now with the old key and brought to the other. */
    const withOld = async (own: string) => {
      const plain = {
        method: 'POST',
        url: `${proxy.url}/exchange/requests`,
        headers: {
          'content-type': 'application/json',
          'tripoint-instrument': String(before.headers['tripoint-instrument']),
          'tripoint-budget': '20000',
        },
        body: Buffer.from(before.body.toString('utf8').replace(`"${id}"`, `"${own}"`)),
      };
      const stamp = { now: nodesNow().epochMilliseconds, nonce: own.padEnd(24, 'x') };
      const { headers, body } = await signRequest(plain, old, stamp);
      return proxy.replay({ method: 'POST', path: '/exchange/requests', headers, body: Buffer.from(body) });
    };
    const known = () =>
      databaseOf('BE').read(async (tx) => (await listKeys(tx)).filter(({ node }) => node === 'NL'));

    expect(await runCommand(nodeOf('NL').dataFolder, ['exchange', 'rotate-key'])).toMatchObject({
      status: 0,
    });
    while ((await known()).length < 2) await wait(50);
    // For the minute that its last questions may be on their way it still signs.
    expect(await withOld('old-key-in-time')).toMatchObject({ status: 200 });

    expect(await moveAll({ seconds: 90 }, nodeOf('secretariat').url)).toEqual({
      secretariat: 204,
      NL: 204,
      BE: 204,
      LU: 204,
      witness: 204,
    });
    const late = await withOld('old-key-too-late');
    expect(late).toMatchObject({ status: 401, text: expect.stringContaining('key_unknown') });
    refusals.push(late);
    expect(await eventsOf('BE', 'old-key-in-time')).toEqual(['exchange.decided', 'exchange.answered']);
    expect(await eventsOf('BE', 'old-key-too-late')).toEqual([]);

    // As the other knows the keys now: it was signed, when it was.
    const keys = await known();
    expect(keys.map(({ epoch, until }) => [epoch, until === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    const kept: SignedRequest = {
      method: before.method,
      url: `${proxy.url}${before.path}`,
      headers: Object.fromEntries(
        Object.entries(before.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: before.body,
    };
    const isSigned = (at: number) =>
      verifyRequest(kept, (fingerprint, moment) => keyAt(keys, fingerprint, moment), at).ok;
    expect([isSigned(askedAt), isSigned(nodesNow().epochMilliseconds)]).toEqual([true, false]);

    expect(await asked({ plate: 'SYN-001-A' })).toMatchObject({ outcome: 'content', by: 'BE' });
    expect(keyOf(proxy.passed.filter(isQuestion).at(-1) as Passed)).toBe(keys[1]?.fingerprint);
  });

  test('is denied by a copy of the law that is too old, and only until it is fresh again', async () => {
    await nodeOf('secretariat').signal('SIGTERM');
    const moved = await moveAll({ hours: 2 }, null);
    expect(moved).toMatchObject({ NL: 204, BE: 204, LU: 204, witness: 204 });
    await wait(1_000);
    expect(await asked({ plate: 'SYN-001-A' })).toMatchObject({
      outcome: 'denied',
      by: 'NL',
      reasons: [{ code: 'register_copy_old', atMost: 60 }],
    });
  });
});

test('Every question ended, nothing was given without an entry before it, and every decision follows again', async () => {
  const { rows } = await databaseOf('NL').read((tx) =>
    sql<{ id: string; outcome: string | null }>`
      select request.id, outcome from exchange.request left join exchange.answer on request_entry = request.entry
      where direction = 'asked'`.execute(tx),
  );
  expect(rows.length).toBeGreaterThanOrEqual(count);
  expect(rows.filter(({ outcome }) => outcome === null)).toEqual([]);
  for (const { id } of rows.filter(({ outcome }) => outcome === 'content' || outcome === 'empty')) {
    const events = await eventsOf('BE', id);
    expect(events.indexOf('exchange.decided')).toBe(0);
    expect(events).toContain('exchange.answered');
  }
  const { replayDecisions } = await import('#exchange');
  for (const name of ['NL', 'BE']) {
    const replayed = await databaseOf(name).read(replayDecisions);
    expect(replayed.decisions).toBeGreaterThan(5);
    expect(replayed).toMatchObject({ different: [], erased: 0 });
  }
});

test('The log of each is cosigned by the other and by the witness, and verified by a program that knows none of us', async () => {
  const { findCheckpoint, writeLog, verifierKeys } = await import('#exchange');
  const signers = async () => {
    const found = await databaseOf('NL').read((tx) => findCheckpoint(tx, 'tripoint/NL'));
    return [...(found?.note ?? '').matchAll(/^— (\S+)/gm)].map(([, name]) => name);
  };
  while ((await signers()).length < 4) await wait(200);
  expect((await signers()).toSorted()).toEqual([
    'tripoint/BE',
    'tripoint/LU',
    'tripoint/NL',
    'tripoint/witness',
  ]);
  const log = join(folder, 'log');
  await databaseOf('NL').read(async (tx) => {
    const found = await findCheckpoint(tx, 'tripoint/NL');
    if (found === null) throw new Error('No checkpoint');
    await writeLog(tx, log, found);
  });
  const keys = (await databaseOf('NL').read(verifierKeys)).flatMap((key) => ['--key', key]);
  const { stdout, status } = spawnSync('node', ['verify/tripoint-verify.mjs', 'log', log, ...keys], {
    encoding: 'utf8',
  });
  expect([status, JSON.parse(stdout).faults]).toEqual([0, []]);
}, 60_000);

/** The secret halves of a node's keys (RFC 8410: the last 32 bytes), as they could be written somewhere. */
async function keysOf({ dataFolder }: FederationNode): Promise<readonly string[]> {
  const folder = join(dataFolder, 'keys');
  const pems = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  return pems.flatMap((pem) => {
    const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
    const half = der.subarray(-32);
    return [
      der.toString('base64'),
      ...(['base64', 'base64url', 'hex'] as const).map((form) => half.toString(form)),
    ];
  });
}

test('No plate and no officer is in what the nodes say, measure or are asked at', async () => {
  // Whoever looks for something says it in an address; who asks the database wrongly is quoted by it.
  for (const [name, { url }] of federation.nodes) {
    for (const path of ['/find?q=', '/practice/exchange/may?purpose=', '/practice/exchange/requests?page='])
      await fetch(`${url}/en/benelux${path}${canary}`, {
        headers: { accept: 'text/html', referer: `${url}/en?q=${canary}` },
      }).then(
        (answer) => answer.text(),
        () => expect(name).toBe('secretariat'),
      );
    const quoting = sql`select ${canary}::uuid`;
    await expect(databaseOf(name).read((tx) => quoting.execute(tx))).rejects.toThrow(canary);
  }
  const secrets = [secret, ...(await Promise.all([...federation.nodes.values()].map(keysOf))).flat()];
  const inNone = (where: string, texts: readonly string[]) => {
    for (const one of secrets)
      expect(
        texts.filter((text) => text.includes(one)),
        where,
      ).toEqual([]);
  };
  let measured = 0;
  for (const [name, { said, url, dataFolder }] of federation.nodes) {
    // At the most talkative level, so that what nobody says there is said nowhere.
    expect(said.join('\n')).toContain('"level":20');
    inNone(`${name} says`, said);
    inNone(`${name}, its database says`, [await readFile(join(dataFolder, 'database.log'), 'utf8')]);
    const metrics = await fetch(`${url}/metrics`).then(
      (answer) => answer.text(),
      () => '',
    );
    measured += metrics.includes('http_request_duration_seconds_count') ? 1 : 0;
    inNone(`${name} measures`, [metrics]);
  }
  // The secretariat was ended before.
  expect(measured).toBe(4);
  expect(refusals).toHaveLength(4);
  inNone(
    'a refusal',
    refusals.map(({ text }) => text),
  );
  expect(proxy.passed.length).toBeGreaterThan(10);
  inNone(
    'an address or header',
    proxy.passed.map(({ path, headers }) => `${path} ${JSON.stringify(headers)}`),
  );
});

import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reminderJob } from '../../src/app/reminder-job.ts';
import type { PartialDate } from '../../src/kernel/dates.ts';
import type { RecordId, RegisterId } from '../../src/kernel/references.ts';
import type { Action } from '../../src/platform/actions/action.ts';
import { performAction } from '../../src/platform/actions/perform.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { prepareJobs, startJobs } from '../../src/platform/jobs.ts';
import { sendDigests } from '../../src/platform/mail/digests.ts';
import { type Mailer, openMailer } from '../../src/platform/mail/mailer.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { keepPromise } from '../../src/union/commitments/actions.ts';
import { putGroupToSleep } from '../../src/union/groups/actions.ts';
import { importFile, makeDemonstration, remind } from '../../src/union/index.ts';
import { makeDigests } from '../../src/union/reminders/remind.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { migrations } from '../support/test-server.ts';

/** Reminders against a real server for mail on this machine, and a real database. */

type Received = { readonly to: string; readonly text: string; readonly id: string };
type MailServer = { readonly port: number; readonly received: Received[]; close(): Promise<void> };

/** Takes mail for anybody but those whom it `refuses`. */
async function openMailServer(port = 0, refuses: readonly string[] = []): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(
        refuses.includes(address) ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null,
      ),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const id = /^Message-ID: (.+)$/im.exec(text)?.[1]?.trim() ?? '';
        const [to] = session.envelope.rcptTo;
        received.push({ to: to?.address ?? '', text: decoded(text), id });
        done();
      });
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return {
    port: (listening.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The text of a mail in plain letters: quoted-printable or base64, and the subject as written (RFC 2045, 2047). */
function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const unquote = (text: string) =>
    Buffer.from(
      text
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8');
  const plain = /^Content-Transfer-Encoding: base64/im.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : unquote(body);
  const subject = head
    .replace(/\?=\r\n\s+=\?/g, '?==?')
    .replace(/\r\n\s+/g, ' ')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, text: string) => unquote(text.replaceAll('_', ' ')))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString('utf8'));
  return `${subject}\n\n${plain}`;
}

const promise = (id: string, owner: string, due: string, more: object = {}) => ({
  id,
  what: `Promise ${id}`,
  language: 'en',
  owner,
  watcher: 'sg',
  due,
  origin: 'minutes',
  made: '2020-01-15',
  ...more,
});

let database: Database;
let server: MailServer;
let mailer: Mailer;
let spare: (() => Promise<void> | void)[];

let loads = 0;
/** The made-up year, with promises in it. */
const load = (...promises: readonly object[]) => loadWith({ promises });

async function loadWith(records: object) {
  const file = readFileSync('data/union/benelux-2013-2019.json', 'utf8');
  loads += 1;
  const clock = fixedClock(Temporal.Instant.from('2020-01-20T08:00:00Z').add({ seconds: loads }));
  const work = { database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(
    work,
    // Of the demonstration nothing is owed but what the test says.
    JSON.stringify({ ...makeDemonstration(JSON.parse(file), 1), parliament_items: [], ...records }),
  );
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
}

beforeEach(async () => {
  database = await createTestDatabase();
  server = await openMailServer();
  mailer = openMailer({ url: `smtp://127.0.0.1:${server.port}`, from: 'tripoint@example.org' });
  spare = [() => database.close(), () => server.close(), () => mailer.close()];
});
afterEach(async () => {
  for (const close of spare.toReversed()) await close();
});

const at = (instant: string, on: Database = database) => ({
  database: on,
  clock: fixedClock(instant),
  address: 'https://tripoint.example',
});
const run = (instant: string) => remind(at(instant), mailer);
const addressees = () => server.received.map(({ to }) => to).sort();

/** Somebody's act for a party or body, through the executor. */
async function perform(action: Action, of: { party?: string; body?: string }, at: string, input: object) {
  const register = 'demo-2020' as RegisterId;
  const grant = {
    register,
    role: 'player' as RecordId,
    party: (of.party ?? null) as RecordId | null,
    body: (of.body ?? null) as RecordId | null,
    period: { from: '2019' as PartialDate, to: null },
    basis: 'test',
  };
  const session = { hash: '', demonstration: true };
  const actor = { kind: 'person', id: 'p', name: 'P', session, grants: [grant] } as const;
  const asked = { register, actor, language: 'en', input } as const;
  expect(
    await performAction({ database, clock: fixedClock(at), dataFolder: tmpdir() }, action, asked),
  ).toMatchObject({ ok: true });
}

async function secondNode(): Promise<Database> {
  const other = await openDatabase(
    { databaseUrl: database.url, dataFolder: '', readTimeout: 30_000 },
    { modules: migrations },
  );
  spare.push(() => other.close());
  return other;
}

describe('Reminders', () => {
  test('go to each in their language, all of a day in one mail, with where to look', async () => {
    await load(
      promise('a', 'NL', '2020-06-30'),
      promise('b', 'NL', '2020-06'),
      promise('c', 'BE', '2020-07-02'),
      promise('d', 'LU', '2020-07-03'),
      promise('later', 'LU', '2021'),
    );
    expect(await run('2020-06-20T08:00:00Z')).toEqual({ made: 3, sent: 3, waiting: 0, error: null });
    expect(addressees()).toEqual([
      'be-reminders@example.org',
      'lu-reminders@example.org',
      'nl-reminders@example.org',
    ]);
    const of = (party: string) => server.received.find(({ to }) => to.startsWith(party))?.text ?? '';
    expect(of('nl')).toContain('2 toezeggingen vragen uw aandacht (Demonstratiejaar 2020 (verzonnen))');
    expect(of('nl')).toContain('Promise a');
    expect(of('nl')).toContain('uiterlijk juni 2020; nog 10 dagen; eigenaar: Nederland');
    expect(of('nl')).toContain('https://tripoint.example/nl/demo-2020/commitments/b');
    expect(of('nl')).toContain('Verzonnen voor demonstratie');
    expect(of('be')).toContain('1 engagement demande votre attention');
    expect(of('be')).toContain('il reste 12 jours');
    expect(of('lu')).toContain('1 Zusage braucht Ihre Aufmerksamkeit');
    expect(of('lu')).not.toContain('Promise later');
    expect(of('lu')).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(of('lu')).toMatch(/^Content-Language: de/m);
  });

  test('are said once, however often the node looks, starts again or is set to another time', async () => {
    await load(promise('a', 'NL', '2020-06-30'));
    for (const instant of ['2020-06-20T08:00:00Z', '2020-06-20T08:10:00Z', '2020-06-21T08:00:00Z'])
      await run(instant);
    const restarted = await secondNode();
    await remind(at('2020-06-22T08:00:00Z', restarted), mailer);
    expect(server.received.length).toBe(1);
    // Far ahead: past the day itself and three reminders after it, straight to who watches. And back.
    await run('2020-08-20T08:00:00Z');
    expect(addressees()).toEqual(['nl-reminders@example.org', 'sg-reminders@example.org']);
    for (const instant of [
      '2020-06-10T08:00:00Z',
      '2020-06-30T08:00:00Z',
      '2020-07-10T08:00:00Z',
      '2020-08-20T09:00:00Z',
    ])
      await run(instant);
    expect(server.received.length).toBe(2);
    expect(server.received.at(-1)?.text).toContain('51 days late');
    expect(server.received.at(-1)?.text).toContain('in spite of reminders');
  });

  test('of a due date that is moved begin anew', async () => {
    await load(promise('a', 'NL', '2020-06-30'));
    await run('2020-06-20T08:00:00Z');
    const moved = { on: '2020-06-22', from: '2020-06-30', to: '2020-09-30', reason: 'x' };
    await load(promise('a', 'NL', '2020-09-30', { due_changes: [moved] }));
    await run('2020-06-30T08:00:00Z');
    await run('2020-09-20T08:00:00Z');
    const told = server.received.map(({ text }) => /nog \d+ dagen/.exec(text)?.[0]);
    expect(told).toEqual(['nog 10 dagen', 'nog 10 dagen']);
  });

  test('end when a promise is kept', async () => {
    await load(promise('a', 'NL', '2020-06-30'));
    const kept = { id: 'a', on: '2020-06-25', evidence: 'x' };
    await perform(keepPromise, { party: 'NL' }, '2020-06-25T08:00:00Z', kept);
    await run('2020-06-30T08:00:00Z');
    expect(server.received).toEqual([]);
  });

  test('of a dormant group lead to its page', async () => {
    await load();
    const asleep = { id: 'cycling-data', on: '2020-02-01', reason: 'x', months: '5' };
    await perform(putGroupToSleep, { body: 'council' }, '2020-02-02T08:00:00Z', asleep);
    await run('2020-07-01T08:00:00Z');
    expect(addressees()).toEqual(['council-reminders@example.org']);
    expect(server.received[0]?.text).toContain('https://tripoint.example/en/demo-2020/groups/cycling-data');
  });

  test('begin with the day in Brussels, not that of the machine', async () => {
    await load(promise('a', 'NL', '2021-02-28'));
    await run('2021-02-13T22:59:59Z');
    expect(server.received).toEqual([]);
    await run('2021-02-13T23:00:00Z');
    expect(server.received.length).toBe(1);
  });

  test('wait for the next day where the addressee has had a mail today', async () => {
    await load(promise('a', 'NL', '2020-06-30'));
    await run('2020-06-20T08:00:00Z');
    await load(promise('a', 'NL', '2020-06-30'), promise('b', 'NL', '2020-06-25'));
    await run('2020-06-20T12:00:00Z');
    expect(server.received.length).toBe(1);
    await run('2020-06-21T08:00:00Z');
    expect(server.received.length).toBe(2);
    expect(server.received.at(-1)?.text).not.toContain('Promise a');
  });

  test('go up from the owner to the watcher, and to what stands above that can be reached', async () => {
    await load(promise('a', 'cycling-strategy', '2020-06-30'));
    const told: string[] = [];
    for (const instant of ['2020-06-30', '2020-08-10', '2020-08-20', '2020-09-20']) {
      await run(`${instant}T08:00:00Z`);
      told.push(...server.received.splice(0).map(({ to }) => `${instant} ${to}`));
    }
    // The group has no address of its own.
    expect(told).toEqual(['2020-08-20 sg-reminders@example.org', '2020-09-20 council-reminders@example.org']);
  });

  test('of what is open of an instrument go each year to whom it names, once, also where the node was away on the day', async () => {
    const law = { id: 'old-paper', kind: 'recommendation', title: 'Old paper', adopted: '2018-06-30' };
    await loadWith({ instruments: [{ ...law, yearly_reminder_to: ['council'], source: ['x'] }] });
    const told = async (day: string) => {
      await run(`${day}T08:00:00Z`);
      return server.received.splice(0);
    };
    // Whoever keeps the instruments prepares it; on the day the Council is told.
    expect((await told('2020-06-20')).map(({ to }) => to)).toEqual(['sg-reminders@example.org']);
    const [mail, ...others] = await told('2020-06-30');
    expect(others).toEqual([]);
    expect(mail?.to).toBe('council-reminders@example.org');
    expect(mail?.text).toContain('Old paper');
    expect(mail?.text).toContain('https://tripoint.example/en/demo-2020/law/old-paper');
    expect(await told('2020-07-01')).toEqual([]);
    expect(await told('2020-07-08')).toEqual([]);
    expect((await told('2021-07-03')).map(({ to }) => to)).toEqual(['council-reminders@example.org']);
    expect(await told('2021-07-05')).toEqual([]);
    // One without an address is reminded by who keeps the instruments.
    await loadWith({ instruments: [{ ...law, yearly_reminder_to: ['cycling-strategy'], source: ['x'] }] });
    expect((await told('2022-06-30')).map(({ to }) => to)).toEqual(['sg-reminders@example.org']);
  });

  test('of an answer that parliament awaits go up to who follows what is owed', async () => {
    const item = { id: 'q-1', kind: 'written_question', title: 'Ferries?', tabled: '2019-06-30' };
    await loadWith({ parliament_items: [{ ...item, addressees: ['NL'], source: ['x'] }] });
    const told: string[] = [];
    for (const day of ['2020-06-30', '2020-08-20']) {
      await run(`${day}T08:00:00Z`);
      told.push(...server.received.splice(0).map(({ to }) => `${day} ${to}`));
    }
    expect(told).toEqual(['2020-06-30 nl-reminders@example.org', '2020-08-20 sg-reminders@example.org']);
  });
});

describe('Two nodes and a server that fails', () => {
  const three = [
    promise('a', 'NL', '2020-06-30'),
    promise('b', 'BE', '2020-06-30'),
    promise('c', 'LU', '2020-06-30'),
  ];
  const now = '2020-06-20T08:00:00Z';

  test('two nodes at once send each once', async () => {
    await load(...three);
    const other = await secondNode();
    await Promise.all([
      remind(at(now), mailer),
      remind(at(now, other), mailer),
      remind(at(now), mailer),
      remind(at(now, other), mailer),
    ]);
    await run(now);
    expect(addressees()).toEqual([
      'be-reminders@example.org',
      'lu-reminders@example.org',
      'nl-reminders@example.org',
    ]);
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(3);
  });

  test('a node that ended after it had claimed leaves the sending to the next', async () => {
    await load(...three);
    expect(await makeDigests(at(now))).toBe(3);
    expect(server.received).toEqual([]);
    expect(await run('2020-06-25T08:00:00Z')).toMatchObject({ made: 0, sent: 3, waiting: 0 });
    expect(server.received.length).toBe(3);
  });

  test('what a server did not take is tried again as it was, and what it took is not', async () => {
    await load(...three);
    await server.close();
    expect(await run(now)).toMatchObject({
      made: 3,
      sent: 0,
      waiting: 3,
      error: expect.stringContaining('ECONNREFUSED'),
    });
    const { port } = server;
    server = await openMailServer(port, ['be-reminders@example.org']);
    const partly = await run('2020-06-20T08:10:00Z');
    expect(partly).toMatchObject({
      made: 0,
      sent: 2,
      waiting: 1,
      error: expect.stringContaining('No such mailbox'),
    });
    const earlier = addressees();
    await server.close();
    server = await openMailServer(port);
    expect(await run('2020-06-20T08:20:00Z')).toMatchObject({ sent: 1, waiting: 0, error: null });
    expect([...earlier, ...addressees()].sort()).toEqual([
      'be-reminders@example.org',
      'lu-reminders@example.org',
      'nl-reminders@example.org',
    ]);
    expect(await run('2020-06-20T08:30:00Z')).toMatchObject({ made: 0, sent: 0, waiting: 0 });
  });

  test('a mail that went out while its node died is sent again under the same Message-ID', async () => {
    await load(promise('a', 'NL', '2020-06-30'));
    await makeDigests(at(now));
    const dies: Mailer = {
      ...mailer,
      send: async (mail) => {
        await mailer.send(mail);
        throw new Error('ended here');
      },
    };
    expect(await sendDigests(database, fixedClock(now), dies)).toMatchObject({ sent: 0, waiting: 1 });
    await run(now);
    expect(server.received.length).toBe(2);
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(1);
  });

  test('nobody without an address is written to, and the application can take no claim back', async () => {
    await load(promise('a', 'DE-NW', '2020-06-30'));
    expect(await run('2020-06-30T08:00:00Z')).toEqual({ made: 0, sent: 0, waiting: 0, error: null });
    const rewrite = database.write((tx) => sql`update platform.reminder set told = false`.execute(tx));
    await expect(rewrite).rejects.toThrow(/permission denied/);
    const remove = database.write((tx) => sql`delete from platform.digest_sent`.execute(tx));
    await expect(remove).rejects.toThrow(/permission denied/);
  });

  test('the job runs when a node starts, and a server for mail that is away keeps no node from starting', async () => {
    await load(...three);
    await prepareJobs(database);
    const logger = createLogger('silent');
    const away = openMailer({ url: 'smtp://127.0.0.1:1', from: 'tripoint@example.org' });
    spare.push(() => away.close());
    const lame = await startJobs(database, [reminderJob(at(now), away, logger)], logger);
    await lame.stop();
    expect(server.received).toEqual([]);
    const two = [0, 1].map(() => startJobs(database, [reminderJob(at(now), mailer, logger)], logger));
    for (const worker of await Promise.all(two)) await worker.stop();
    expect(server.received.length).toBe(3);
  });
});

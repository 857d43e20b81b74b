import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareJobs } from '#platform/jobs.ts';
import { sequenceJournal, verifyJournal } from '#platform/journal/journal.ts';
import type { CommandContext } from '#platform/module.ts';
import { findInDatabase } from '../../../test/support/find-in-database.ts';
import {
  agree,
  openPeer,
  type PeerNode,
  registerOfPeers,
  treatyWith,
} from '../../../test/support/peer-node.ts';
import { makeReceipt, writeLog } from '../log/export.ts';
import { AccessRequest } from '../model.ts';
import { queryHash } from './answer.ts';
import { ask } from './ask.ts';
import { createCalls } from './call.ts';
import { makeCheckpoint } from './checkpoints.ts';
import { nodeCommands } from './commands.ts';
import { leaveQuestion } from './outgoing.ts';
import { feedAfter, followSecretariat, publishLaw } from './publish.ts';
import { findTold } from './questions/store.ts';
import { replayDecisions } from './replay.ts';
import { listEnded, retain } from './retain.ts';
import { startRounds } from './rounds.ts';
import { verifierKeys } from './store.ts';

const now = '2030-01-10T12:00:00Z';
const days = 30;
const law = treatyWith({
  kept: { article: '1', operation: 'ask', conditions: { all: [], retention_days: days } },
  unlimited: { article: '2', operation: 'look', conditions: { all: [] } },
  strict: {
    article: '3',
    operation: 'match',
    conditions: { all: [{ type: 'stated', what: 'nobody does' }], retention_days: days },
  },
});
/** Each stands somewhere else in a question or its answer. */
const canaries = {
  officer: 'SYN-CANARY-OFFICER',
  case: 'SYN-CANARY-CASE',
  service: 'SYN-CANARY-SERVICE',
  function: 'SYN-CANARY-FUNCTION',
  place: 'SYN-CANARY-PLACE',
  plate: 'SYN-CANARY-PLATE',
  found: 'SYN-CANARY-FOUND',
} as const;

let folder: string;
let secretariat: PeerNode;
let nl: PeerNode;
let be: PeerNode;
const peers = () => [secretariat, nl, be];
const forwardDays = (count: number) => {
  for (const peer of peers()) peer.forward({ hours: 24 * count });
};
const followLaw = async () => {
  for (const { node } of [nl, be])
    await followSecretariat(
      node,
      (_peer, register, after) => feedAfter(secretariat.node, register, after),
      new Map(),
    );
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-retain-'));
  const services = [
    {
      operations: ['ask', 'look'],
      answer: async ({ query }: { readonly query: unknown }) => ({ found: canaries.found, of: query }),
    },
  ];
  const open = (name: string, duties: readonly 'secretariat'[] = []) =>
    openPeer({ name, parties: duties.length === 0 ? [name] : [], duties }, { now, services });
  secretariat = await open('secretariat', ['secretariat']);
  [nl, be] = [await open('NL'), await open('BE')];
  await agree(nl, be);
  for (const peer of [nl, be]) await agree(peer, secretariat);
  await publishLaw(secretariat.node, registerOfPeers, async () => law);
  await followLaw();
  await prepareJobs(be.node.database);
  await be.listen();
});
afterAll(async () => {
  for (const peer of peers()) await peer?.close();
  await rm(folder, { recursive: true, force: true });
});

const questionOf = (id: string, changes: Partial<AccessRequest>) => ({
  register: registerOfPeers,
  request: AccessRequest.parse({
    id,
    from: {
      party: 'NL',
      officer: canaries.officer,
      service: canaries.service,
      function: canaries.function,
    },
    to: 'BE',
    instrument: 'treaty',
    operation: 'ask',
    case: canaries.case,
    place: canaries.place,
    ...changes,
  }),
  query: { plate: canaries.plate },
});
const outcomeOf = async (id: string, changes: Partial<AccessRequest> = {}) => {
  const question = { ...questionOf(id, changes), actor: 'test', budget: 20_000 };
  return (await ask(nl.node, createCalls(), question)).outcome;
};

const foundIn = ({ node }: PeerNode, text: string) => findInDatabase(node.database, text);

/** The command of that name, on a node that does not run. */
async function run({ node, dataFolder }: PeerNode, name: string, options: CommandContext['options']) {
  const command = nodeCommands.find((one) => one.name === name);
  const context = { database: node.database, clock: node.clock, dataFolder, options, positionals: [] };
  const result = await command?.run(context as unknown as CommandContext);
  return result?.kind === 'answer' ? result.json : result;
}

const rowOf = ({ node }: PeerNode, id: string) =>
  node.database.read(async (tx) => {
    const { rows } = await sql<{ [column: string]: unknown }>`
      select request.officer, case_reference, service, erased_on, retention_days, purpose, outcome, detail
      from exchange.request left join exchange.answer on request_entry = request.entry
      where request.id = ${id} order by decided_at desc limit 1`.execute(tx);
    return rows[0];
  });

/** The log as an outsider checks it, with how many entries are without their payload. */
async function verified({ node }: PeerNode, name: string, ...more: readonly string[]) {
  await sequenceJournal(node.database);
  const made = await makeCheckpoint(node);
  const log = join(folder, name);
  const keys = await node.database.read(async (tx) => {
    const { rows } = await sql<{ size: string; note: string }>`
      select size, note from exchange.checkpoint where origin = ${`tripoint/${node.self.name}`}
      order by size desc limit 1`.execute(tx);
    await writeLog(tx, log, { size: Number(rows[0]?.size), note: rows[0]?.note ?? '' });
    return (await verifierKeys(tx)).flatMap((key) => ['--key', key]);
  });
  const { stdout, status } = spawnSync(
    process.execPath,
    ['verify/tripoint-verify.mjs', 'log', log, ...keys, ...more],
    { encoding: 'utf8' },
  );
  return { made, log, keys, status, said: JSON.parse(stdout) as { erased: number; faults: unknown[] } };
}

describe('What was shared under a provision with a retention', () => {
  test('is kept until the day before its end', async () => {
    expect(await outcomeOf('q1')).toBe('content');
    expect(await outcomeOf('unlimited', { operation: 'look' })).toBe('content');
    expect(await outcomeOf('denied', { operation: 'match' })).toBe('denied');
    const before = await verified(nl, 'before');
    expect(before).toMatchObject({ status: 0, said: { erased: 0, faults: [] } });
    forwardDays(days - 1);
    expect([await listEnded(nl.node), await retain(nl.node), await retain(be.node)]).toEqual([[], [], []]);
    expect(await rowOf(nl, 'q1')).toMatchObject({ officer: canaries.officer, erased_on: null });
    for (const canary of Object.values(canaries)) expect(await foundIn(be, canary)).not.toEqual([]);
  });

  test('is erased on the day on which it ends, on both sides, and one entry says how many and by what', async () => {
    forwardDays(1);
    const said = { register: registerOfPeers, provision: 'kept', instrument: 'treaty', days };
    const strict = { ...said, provision: 'strict' };
    expect(await listEnded(nl.node)).toEqual([
      { ...said, entries: [expect.any(String)] },
      { ...strict, entries: [expect.any(String)] },
    ]);
    const ended = [{ ...said, requests: 1 }];
    expect(await run(be, 'exchange retain', { 'dry-run': true })).toEqual({ erased: false, ended });
    expect(await rowOf(be, 'q1')).toMatchObject({ officer: canaries.officer, erased_on: null });
    expect(await run(be, 'exchange retain', {})).toEqual({ erased: true, ended });
    // What was denied before it left is known here alone.
    expect(await retain(nl.node)).toEqual([...ended, { ...strict, requests: 1 }]);
    expect([await retain(nl.node), await retain(be.node)]).toEqual([[], []]);
    for (const peer of [nl, be]) {
      expect(await rowOf(peer, 'q1')).toMatchObject({
        officer: null,
        case_reference: null,
        service: null,
        erased_on: '2030-02-09',
        retention_days: days,
        outcome: 'content',
      });
      const { rows } = await peer.node.database.read((tx) =>
        sql<{ payload: unknown }>`
          select actor, register, subject, instrument, payload from platform.journal join platform.journal_payload on entry = id
          where event = 'exchange.erased' and payload->>'provision' = 'kept'`.execute(tx),
      );
      expect(rows).toEqual([
        {
          actor: `node:${peer.node.self.name}`,
          register: null,
          subject: null,
          instrument: 'treaty',
          payload: {
            register: registerOfPeers,
            provision: 'kept',
            retention_days: days,
            requests: 1,
            payloads: 2,
          },
        },
      ]);
    }
    // Who asked is still told how it ended, and nothing more.
    expect(await nl.node.database.read((tx) => findTold(tx, 'q1'))).toEqual({
      outcome: 'content',
      by: 'BE',
      failure: null,
      reasons: [],
      stale: false,
    });
  });

  test('leaves what no provision lets be erased as it was, and of what was denied nothing more than that', async () => {
    expect(await rowOf(nl, 'unlimited')).toMatchObject({ officer: canaries.officer, erased_on: null });
    expect(await rowOf(nl, 'denied')).toMatchObject({
      officer: null,
      case_reference: null,
      outcome: 'denied',
    });
  });

  test('keeps every proof: journal, replay and the program that knows none of us find no fault', async () => {
    for (const [peer, erased] of [
      [nl, 2],
      [be, 1],
    ] as const) {
      expect((await verifyJournal(peer.node.database)).faults).toEqual([]);
      expect(await peer.node.database.read(replayDecisions)).toMatchObject({ erased, different: [] });
    }
    const { status, said, log, keys } = await verified(
      nl,
      'after',
      '--earlier',
      join(folder, 'before', 'checkpoint'),
    );
    expect({ status, ...said }).toMatchObject({ status: 0, erased: 4, faults: [] });
    const note = await readFile(join(log, 'checkpoint'), 'utf8');
    const size = Number(note.split('\n')[1]);
    const file = join(folder, 'receipt.json');
    for (let index = 0; index < size; index += 1) {
      const receipt = await nl.node.database.read((tx) => makeReceipt(tx, index, { size, note }));
      await writeFile(file, JSON.stringify(receipt));
      const found = spawnSync(process.execPath, ['verify/tripoint-verify.mjs', 'receipt', file, ...keys]);
      expect([index, found.status]).toEqual([index, 0]);
    }
  });

  test('is nowhere in the database any more, once the last that told of it is erased', async () => {
    // A later law may set a retention where there was none: what was shared before is under it, too.
    const later = treatyWith({
      kept: { article: '1', operation: 'ask', conditions: { all: [], retention_days: days } },
      unlimited: { article: '2', operation: 'look', conditions: { all: [], retention_days: 1 } },
    });
    await publishLaw(secretariat.node, registerOfPeers, async () => later);
    await followLaw();
    for (const { node } of [nl, be])
      expect(await retain(node)).toMatchObject([{ provision: 'unlimited', days: 1 }]);
    for (const canary of Object.values(canaries))
      expect([canary, ...(await foundIn(be, canary))]).toEqual([canary]);
    for (const canary of Object.values(canaries))
      expect([canary, ...(await foundIn(nl, canary))]).toEqual([canary]);
  });

  test('is not erased while it still waits for the other, and is when it has ended', async () => {
    await nl.node.database.write((tx) =>
      leaveQuestion(
        tx,
        {
          ...questionOf('waiting', {}),
          group: null,
          actor: 'test',
          budget: 1_000,
          until: Date.parse(now) * 2,
        },
        nl.clock.now().epochMilliseconds + 40 * 24 * 3_600_000,
      ),
    );
    expect(await outcomeOf('waiting')).toBe('content');
    forwardDays(days);
    expect(await retain(nl.node)).toEqual([]);
    await nl.node.database.write((tx) => sql`delete from exchange.outgoing`.execute(tx));
    expect(await retain(nl.node)).toMatchObject([{ provision: 'kept', requests: 1 }]);
  });

  test('is erased by a running node by itself when its clock comes to that day, once whoever else tries', async () => {
    await followLaw();
    expect(await outcomeOf('by-itself')).toBe('content');
    const rounds = await startRounds(nl.node, { every: 50 });
    try {
      expect(await rowOf(nl, 'by-itself')).toMatchObject({ erased_on: null });
      forwardDays(days);
      while ((await rowOf(nl, 'by-itself'))?.erased_on === null)
        await new Promise((go) => setTimeout(go, 20));
    } finally {
      await rounds.stop();
    }
    const both = await Promise.all([retain(be.node), retain(be.node)]);
    expect(both.flat().map(({ requests }) => requests)).toEqual([2]);
  });

  test('that was denied is kept no longer than what would have been allowed, on both sides', async () => {
    const again = treatyWith({
      kept: { article: '1', operation: 'ask', conditions: { all: [], retention_days: days } },
      listed: {
        article: '4',
        operation: 'find',
        conditions: { all: [{ type: 'authorisation' }], retention_days: days - 1 },
      },
    });
    await publishLaw(secretariat.node, registerOfPeers, async () => again);
    await followLaw();
    // Denied at the other alone, which has nobody listed; and, here, in words that open nothing.
    expect(await outcomeOf('unlisted', { operation: 'find', data_set: 'plates' })).toBe('denied');
    expect(await outcomeOf('elsewhere', { operation: 'find', article: '9' })).toBe('denied');
    expect(await outcomeOf('guessed', { operation: 'guess' })).toBe('denied');
    forwardDays(days - 2);
    expect([await retain(nl.node), await retain(be.node)]).toEqual([[], []]);
    forwardDays(1);
    const by = { register: registerOfPeers, provision: 'listed', instrument: 'treaty', days: days - 1 };
    expect(await retain(nl.node)).toEqual([{ ...by, requests: 3 }]);
    expect(await retain(be.node)).toEqual([{ ...by, requests: 1 }]);
    for (const peer of [nl, be]) {
      const gone = { officer: null, case_reference: null, service: null, retention_days: days - 1 };
      expect(await rowOf(peer, 'unlisted')).toMatchObject({ ...gone, outcome: 'denied' });
      for (const canary of Object.values(canaries))
        expect([canary, ...(await foundIn(peer, canary))]).toEqual([canary]);
      // Of the plate the hash, too, which is guessed in minutes.
      expect(await foundIn(peer, queryHash({ plate: canaries.plate }))).toEqual([]);
      expect(await peer.node.database.read(replayDecisions)).toMatchObject({ different: [] });
    }
  });
});

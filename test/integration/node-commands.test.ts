import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { agreeContract, ownSide } from '#exchange';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { commands } from '../../src/app/commands.ts';
import { loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { openPeer, type PeerNode } from '../support/peer-node.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Commands of nodes on the database of one that is new: what they make, and what they say when they do not. */

let database: Database;
let folder: string;
let be: PeerNode;
beforeAll(async () => {
  // The runner's own, which is no address of a node.
  vi.stubEnv('BASE_URL', undefined);
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  folder = await mkdtemp(join(tmpdir(), 'tripoint-commands-'));
  const now = systemClock.now().toString();
  be = await openPeer({ name: 'BE', parties: ['BE'], duties: [] }, { now, services: [] });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await be?.close();
  await database?.close();
  await rm(folder, { recursive: true });
});

type Options = Readonly<Record<string, string | boolean>>;

async function run(name: string, positionals: readonly string[] = [], options: Options = {}) {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`No command ${name}`);
  return command.run({
    database,
    clock: systemClock,
    dataFolder: folder,
    modules,
    positionals,
    options,
    language: 'en',
    register: async () => {
      const found = (await database.read(listRegisters)).find(({ id }) => id === 'benelux');
      if (found === undefined) throw new Error('No register');
      return { ok: true, value: found };
    },
    progress: () => {},
    untilStopped: async () => {},
  });
}
type Asked = Parameters<typeof run>;
/** Where and why a command refuses. */
async function refusals(...asked: Asked): Promise<readonly (readonly [string, string])[]> {
  const result = await run(...asked);
  if (result.kind !== 'usage') throw new Error(JSON.stringify(result));
  return result.problems.map(({ path, code }) => [path, code]);
}
async function answered(...asked: Asked): Promise<Readonly<Record<string, unknown>>> {
  const result = await run(...asked);
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result));
  return result.json as Readonly<Record<string, unknown>>;
}
const fileOf = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
const url = 'https://nl.example';
const reason = 'test';

test('No command but the one that says its name makes a database the node of anybody', async () => {
  const side = await fileOf('BE.json', JSON.stringify(ownSide(be.node, be.url)));
  const asked: readonly Asked[] = [
    ['exchange key'],
    ['exchange propose', [side], { url }],
    ['exchange agree', [side], { fingerprint: 'x' }],
    ['exchange log', [join(folder, 'log')]],
    ['exchange clock', ['2030-01-01T00:00:00Z']],
    ['exchange rotate-key'],
    ['exchange revoke-key', ['x']],
    ['exchange end-contract', ['BE'], { reason }],
    ['exchange refollow', [], { reason }],
  ];
  for (const one of asked)
    expect([one[0], await refusals(...one)]).toEqual([one[0], [['', 'exchange_no_self']]]);
});

test('A node is named as all the others can read it, for parties that there are, at an address that they reach', async () => {
  expect(await refusals('exchange key', [], { node: 'a b', parties: 'nl,NL', url })).toEqual([
    ['--node', 'exchange_node_name_invalid'],
    ['--parties', 'exchange_node_party_unknown'],
  ]);
  expect(await refusals('node', [], { name: 'é', party: 'nl' })).toEqual([
    ['--name', 'exchange_node_name_invalid'],
    ['--party', 'exchange_node_party_unknown'],
  ]);
  for (const given of [{}, { url: 'nl.example' }, { url: `${url}/` }, { url: '' }])
    expect(await refusals('exchange key', [], { node: 'NL', parties: 'NL', json: true, ...given })).toEqual([
      ['--url', 'exchange_url_needed'],
    ]);
  expect(await refusals('exchange key')).toEqual([['', 'exchange_no_self']]);
  // None of it left anything behind: the name is free.
  expect(await answered('exchange key', [], { node: 'NL', parties: 'NL', json: true, url })).toMatchObject({
    node: 'NL',
    parties: ['NL'],
    url,
  });
  expect(await answered('exchange key')).not.toHaveProperty('url');
});

describe('What cannot be done is said with what to do', () => {
  test.each<readonly [Asked, readonly string[]]>([
    [
      ['node', [], { party: 'NL', 'copy-at-most': 'abc' }],
      ['--copy-at-most', 'exchange_number_invalid'],
    ],
    [
      ['node', [], { party: 'NL', 'requests-per-second': '0' }],
      ['--requests-per-second', 'exchange_number_invalid'],
    ],
    [
      ['node', [], { party: 'NL', every: '3' }],
      ['--every', 'exchange_every_invalid'],
    ],
    [
      ['node', [], { party: 'NL', duties: 'foo' }],
      ['--duties', 'choice_unknown'],
    ],
    [
      ['node', [], { party: 'NL', service: '/nowhere' }],
      ['--service', 'file_unreadable'],
    ],
    [['node'], ['--party', 'exchange_node_unnamed']],
    [
      ['exchange key', [], { duties: 'foo' }],
      ['--duties', 'choice_unknown'],
    ],
    [
      ['exchange propose', ['/nowhere'], { url }],
      ['FILE', 'file_unreadable'],
    ],
    [
      ['exchange propose', ['/nowhere'], { url: 'x' }],
      ['--url', 'exchange_url_needed'],
    ],
    [
      ['exchange agree', ['/nowhere'], { fingerprint: 'x' }],
      ['FILE', 'file_unreadable'],
    ],
    [
      ['exchange ask', ['/nowhere']],
      ['FILE', 'file_unreadable'],
    ],
    [
      ['exchange clock', ['abc']],
      ['INSTANT', 'exchange_instant_invalid'],
    ],
    [
      ['exchange clock', ['2030-01-01T00:00:00Z'], { at: 'abc' }],
      ['--at', 'exchange_instant_invalid'],
    ],
    [
      ['exchange revoke-key', ['nope']],
      ['FINGERPRINT', 'exchange_key_unknown'],
    ],
    [
      ['exchange end-contract', ['BE'], { reason }],
      ['NODE', 'exchange_no_contract'],
    ],
    [
      ['exchange refollow', [], { reason }],
      ['', 'exchange_nothing_followed'],
    ],
  ])('%j', async (asked, refusal) => {
    expect(await refusals(...asked)).toEqual([refusal]);
  });

  test('a question that is no JSON, or lacks something', async () => {
    expect(await refusals('exchange ask', [await fileOf('none', 'request:')])).toEqual([
      ['FILE', 'json_invalid'],
    ]);
    const half = JSON.stringify({
      request: { from: { party: 'NL' }, to: 'BE', instrument: 'x' },
      query: null,
    });
    expect(await refusals('exchange ask', [await fileOf('half', half)])).toEqual([
      ['request.operation', 'exchange_question_invalid'],
    ]);
  });

  test('the key that signs, until another took its place', async () => {
    const { fingerprint } = (await answered('exchange key')) as { fingerprint: string };
    expect(await refusals('exchange revoke-key', [fingerprint])).toEqual([
      ['FINGERPRINT', 'exchange_key_signs'],
    ]);
    await answered('exchange rotate-key');
    expect(await answered('exchange revoke-key', [fingerprint])).toHaveProperty('statement');
  });
});

test('A contract is made and ended by commands, and what ended is not taken again', async () => {
  const side = await fileOf('BE.json', JSON.stringify(ownSide(be.node, be.url)));
  const { contract } = (await answered('exchange propose', [side], { url })) as { contract: string };
  const { fingerprint } = (await answered('exchange key')) as { fingerprint: string };
  const signed = await agreeContract(be.node, contract, fingerprint);
  if (!signed.ok) throw new Error(signed.fault);
  const asked: Asked = [
    'exchange agree',
    [await fileOf('contract', signed.note)],
    { fingerprint: be.node.key().fingerprint },
  ];
  expect(await answered(...asked)).toMatchObject({ node: 'BE' });
  expect(await answered('exchange end-contract', ['BE'], { reason })).toEqual({
    node: 'BE',
    contracts: [signed.id],
  });
  expect(await refusals(...asked)).toEqual([['FILE', 'exchange_contract_ended']]);
  expect(await refusals('exchange end-contract', ['BE'], { reason })).toEqual([
    ['NODE', 'exchange_no_contract'],
  ]);
});

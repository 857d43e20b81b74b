import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { open } from '../../src/app/open.ts';
import type { Textbook } from '../../src/vat/bridges/fixtures/textbook.ts';
import { defaultFederation, type RunningFederation, startFederation } from '../../tools/federation/start.ts';
import { domesticIn, playVat, prepareVat, type VatStory } from '../../tools/federation/vat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { findInDatabase, readDatabase } from '../support/find-in-database.ts';
import { findFreePort } from '../support/free-port.ts';

/** `npm run federation -- vat`, with somebody who reads along on every way between the nodes. */

let folder: string;
let federation: RunningFederation;
let world: Textbook;
let story: VatStory;
const proxies: FaultProxy[] = [];
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-vat-bridges-'));
  const ports = await Promise.all(Array.from({ length: 10 }, findFreePort));
  const specs = await Promise.all(
    defaultFederation(0).map(async (spec, place) => {
      const [port = 0, between = 0] = [ports[2 * place], ports[2 * place + 1]];
      const proxy = await startFaultProxy(between, port);
      proxies.push(proxy);
      return { ...spec, port, url: proxy.url };
    }),
  );
  const prepared = await prepareVat(specs, folder);
  world = prepared.world;
  const say = (line: string) => void said.push(line);
  federation = await startFederation(prepared.specs, { folder: join(folder, 'nodes'), every: 300, say });
  story = await playVat(federation, world, { folder, say });
}, 600_000);
afterAll(async () => {
  await federation?.stop();
  for (const proxy of proxies) await proxy.close();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

/** All that passed between nodes, one way and back, as it was read. */
const passed = () =>
  proxies.flatMap((proxy) =>
    proxy.passed.map(({ path, headers, body, answer }) =>
      [path, JSON.stringify(headers), body, JSON.stringify(answer?.headers), answer?.body].join('\n'),
    ),
  );
type Joined = {
  readonly alone: { readonly carousels: readonly object[] };
  readonly joined: { readonly carousels: readonly { readonly hops: readonly (number | null)[] }[] };
  readonly problems: readonly { readonly params: { readonly why: string } }[];
};

describe('A carousel across states whose domestic sales nobody pools', () => {
  test('is looked for by nobody without an instrument: statements, bridges and names are denied', () => {
    const { problems } = story.denied.json as Joined;
    expect(problems.map(({ params }) => params.why)).toEqual([
      'denied, no_provision',
      'denied, no_provision',
    ]);
    expect(story.deniedReveal.json).toEqual({ traders: {} });
    expect(story.deniedReveal.said).toContain('denied, no_provision');
  });

  test('is not found on statements alone, and is found with bridges', () => {
    const { alone, joined, problems } = story.joined.json as Joined;
    expect(problems).toEqual([]);
    expect(alone.carousels).toEqual([]);
    expect(joined.carousels).toHaveLength(1);
    expect(joined.carousels[0]?.hops.filter((hops) => hops !== null)).toEqual([2]);
  });

  test('has its traders named for a case and a purpose, and who asked and who answered have it in their journals', async () => {
    const { traders } = story.revealed.json as { readonly traders: Readonly<Record<string, string>> };
    expect(new Set(Object.values(traders))).toEqual(new Set([world.conduit, world.missing, world.broker]));
    for (const [name, event] of [
      ['BE', 'exchange.told'],
      ['NL', 'exchange.answered'],
      ['LU', 'exchange.answered'],
    ] as const)
      expect(await eventsOf(name, 'vat.reveal')).toContain(event);
  });

  test('leaves no number, invoice or amount of domestic trade on any way between nodes', () => {
    const texts = passed();
    // What is read is what passed: tokens and the two names at the end are there.
    expect(texts.join('\n')).toContain(world.missing);
    expect(texts.filter((text) => text.includes('vat.bridges')).length).toBeGreaterThan(0);
    expect(domesticIn(world, texts.join('\n'))).toEqual([]);
    expect(domesticIn(world, `x ${world.buffers[0]}, 1`)).toEqual([world.buffers[0]]);
  });

  test('leaves nothing domestic in a journal or a database, that of the state itself either', async () => {
    for (const [name, { entries, found }] of story.journals) {
      expect(entries, name).toBeGreaterThan(2);
      expect(found, name).toEqual([]);
    }
    for (const name of ['NL', 'BE', 'LU'])
      expect(domesticIn(world, (await inDatabase(name, readDatabase)).join('\n')), name).toEqual([]);
    // What is looked for is found where it is: an amount, a number and a trader of one invoice, as text and as bytes.
    const [one] = world.holdings.NL.invoices;
    const secrets = [one?.number, String(one?.cents), one?.seller].map(String);
    expect(domesticIn(world, `(1,"${secrets.join('","')}")`).toSorted()).toEqual(secrets.toSorted());
    for (const name of ['NL', 'BE', 'LU'])
      for (const secret of [...world.buffers, ...secrets])
        expect(await inDatabase(name, (database) => findInDatabase(database, secret)), name).toEqual([]);
  });

  test('needs no token key at who joins, and leaves none in a database', async () => {
    const keys = (name: string) => readdir(join(federation.nodes.get(name)?.dataFolder ?? '', 'vat-keys'));
    expect(await keys('NL')).toHaveLength(1);
    expect(await keys('LU')).toEqual(await keys('NL'));
    await expect(keys('BE')).rejects.toThrow('ENOENT');
  });

  test('is a story that people can follow', () => {
    const text = said.join('\n');
    for (const line of [
      '1. No instrument opens it',
      'SYNTHETIC',
      'On statements alone: 0 cycles',
      'missing trader',
    ])
      expect(text).toContain(line);
  });
});

async function inDatabase<T>(
  name: string,
  work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  const config = readConfig({ TRIPOINT_DATA: federation.nodes.get(name)?.dataFolder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await open(config.value, () => {});
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Events of a node's journal about questions of an operation. */
function eventsOf(name: string, operation: string): Promise<readonly string[]> {
  return inDatabase(name, async ({ owner }) => {
    const { rows } = await sql<{ event: string }>`
      select event from platform.journal where subject in (
        select 'exchange_requests/' || id from exchange.request where operation = ${operation} and allowed)`.execute(
      owner,
    );
    return rows.map(({ event }) => event);
  });
}

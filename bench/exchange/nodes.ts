import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccessRequest, openNode } from '#exchange';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createLogger } from '#platform/telemetry.ts';
import { open } from '../../src/app/open.ts';
import { ask, readAnswer } from '../../src/exchange/nodes/ask.ts';
import { createCalls, send } from '../../src/exchange/nodes/call.ts';
import { findFeedState } from '../../src/exchange/nodes/feed/store.ts';
import { signRequest } from '../../src/exchange/nodes/http-signature.ts';
import { keyAt } from '../../src/exchange/nodes/keys.ts';
import { stamp } from '../../src/exchange/nodes/receive.ts';
import { listKeys } from '../../src/exchange/nodes/store.ts';
import { findFreePort } from '../../test/support/free-port.ts';
import { defaultFederation, startFederation } from '../../tools/federation/start.ts';
import { quantileOf, tableOf } from '../measure.ts';

const rounds = 3;
const secondsEach = 4;
/** So many that a node takes no more of one sender within a minute would be refused otherwise than unread. */
const secondsUnsigned = 1;
const callers = [1, 32] as const;
const budget = 60_000;

/**
 * What NL waits for an answer of BE, whose node is a process of its own with a database of its own, and how many answers a second
 * that gives. The look-up is one in a list in memory, so that how long it takes is how much later than its look-up an answer
 * arrives. With all that a question is (decided and logged on both sides), with BE's half alone (signed, verified, decided,
 * logged twice, signed, verified), and, as the peer, the same bytes unsigned to the same process, which refuses them unread.
 */
export async function benchNodes() {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-nodes-'));
  await chmod(folder, 0o755);
  const ports = await Promise.all(Array.from({ length: 3 }, findFreePort));
  const specs = defaultFederation(1)
    .filter(({ name }) => ['secretariat', 'NL', 'BE'].includes(name))
    .map((spec, index) => ({ ...spec, port: ports[index] as number }));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const federation = await startFederation(specs, { folder: join(folder, 'nodes'), every: 2_000, say });
  const nl = federation.nodes.get('NL');
  const be = federation.nodes.get('BE');
  try {
    const config = readConfig({ TRIPOINT_DATA: nl?.dataFolder, LOG_LEVEL: 'silent' });
    if (!config.ok || nl === undefined || be === undefined) throw new Error('No node of NL and BE');
    const database = await open(config.value, () => {});
    try {
      const node = await openNode({
        database,
        clock: systemClock,
        log: createLogger('silent'),
        services: [],
        self: { name: 'NL', parties: ['NL'], duties: [] },
        dataFolder: nl.dataFolder,
      });
      // By its first rounds each has the law.
      while ((await database.read((tx) => findFeedState(tx, 'benelux'))) === null) await pause(100);
      const keys = await database.read(listKeys);
      const findKey = (fingerprint: string, at: number) => keyAt(keys, fingerprint, at);
      const calls = createCalls();
      const question = makeQuestions();
      const asked = async () => {
        const { outcome, failure } = await ask(node, calls, { ...question(), actor: 'bench', budget });
        if (outcome !== 'content') throw new Error(`Not answered: ${outcome} ${failure}`);
      };
      const half = async () => {
        const asking = question();
        const message = await signRequest(
          {
            method: 'POST',
            url: `${be.url}/exchange/requests`,
            headers: {
              'content-type': 'application/json',
              'tripoint-instrument': asking.request.instrument,
              'tripoint-budget': String(budget),
            },
            body: Buffer.from(canonicalJson(asking)),
          },
          node.key(),
          stamp(node),
        );
        const came = await send(message, AbortSignal.timeout(budget));
        const expected = { findKey, now: systemClock.now().epochMilliseconds, from: 'BE', feed: 0 };
        const told = readAnswer(message, came, asking, expected);
        if (told.outcome !== 'content') throw new Error(`Not answered: ${told.failure}`);
      };
      const agent = new Agent({ keepAlive: true, maxSockets: Math.max(...callers) });
      const unsigned = () => postUnread(agent, be.port, Buffer.from(canonicalJson(question())));
      const ways = [
        { way: 'asked: decided and logged by both', work: asked, each: secondsEach },
        { way: 'signed, decided and logged by BE', work: half, each: secondsEach },
        { way: 'unsigned, refused unread', work: unsigned, each: secondsUnsigned },
      ].flatMap((one) => callers.map((many) => ({ ...one, many, waits: [] as number[], seconds: 0 })));
      for (const { work } of ways) await work();
      for (let round = 0; round < rounds; round += 1) for (const way of ways) await measure(way);
      agent.destroy();
      const rows = ways.map(({ way, many, waits, seconds }) => ({
        way,
        atOnce: String(many),
        perSecond: waits.length / seconds,
        p50: quantileOf(waits, 0.5),
        p99: quantileOf(waits, 0.99),
      }));
      process.stdout.write(
        'Round trips between two nodes a second, and how long each took, in milliseconds\n',
      );
      process.stdout.write(`${tableOf(rows)}\n`);
      const of = (index: number) => rows[index]?.p50 ?? Number.NaN;
      return { rows, signedToUnsigned: { one: of(2) / of(4), many: of(3) / of(5) } };
    } finally {
      await database.close();
    }
  } finally {
    await federation.stop();
    await rm(folder, { recursive: true });
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function makeQuestions() {
  let count = 0;
  return () => {
    count += 1;
    const request: AccessRequest = {
      id: `bench-${count}`,
      from: { party: 'NL', officer: `officer-${count % 200}` },
      to: 'BE',
      instrument: 'police-2018',
      article: '13',
      operation: 'anpr.reference_list',
      purpose: 'investigate',
      case: 'SYN-CASE',
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
    return { register: 'benelux', request, query: { wanted: 'SYN-001-A' } };
  };
}

/** To a route of the same process that reads bodies in the same way, and finds no checkpoint in it. */
function postUnread(agent: Agent, port: number, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/exchange/add-checkpoint',
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    };
    httpRequest(options, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 400 ? resolve() : reject(new Error(`Answered ${response.statusCode}`)),
      );
    })
      .on('error', reject)
      .end(body);
  });
}

async function measure(way: {
  readonly many: number;
  readonly each: number;
  readonly work: () => Promise<void>;
  readonly waits: number[];
  seconds: number;
}): Promise<void> {
  const start = performance.now();
  const end = start + way.each * 1000;
  await Promise.all(
    Array.from({ length: way.many }, async () => {
      while (performance.now() < end) {
        const before = performance.now();
        await way.work();
        way.waits.push(performance.now() - before);
      }
    }),
  );
  way.seconds += (performance.now() - start) / 1000;
}

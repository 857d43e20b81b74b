import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { systemClock } from '#platform/clock.ts';
import { type Config, readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import { createServer } from '#platform/http/server.ts';
import { importFile } from '#union';
import { modules } from '../src/app/modules.ts';
import { open } from '../src/app/open.ts';
import { signInPorts } from '../src/app/ports.ts';
import { explain } from '../src/app/problem-texts.ts';
import { makeLargeUnion, words } from '../src/union/fixtures/large-union.ts';
import { measurePair, quantiles, tableOf } from './measure.ts';

const records = 100_000;
const requests = 200;
const warmUps = 20;
/** As the pages show them. */
const pageSize = 50;

type Query = { readonly text: string; readonly values: readonly unknown[] };
type Page = {
  readonly name: string;
  /** The address of request `index`, below the register; as far as there are enough, no two are equal. */
  readonly address: (index: number) => string;
  /** The plain query of the rows that this address shows. */
  readonly peer: (index: number) => Query;
};

/** Builds the union, loads it into a database of its own, and holds each page against the query of its rows. */
export async function benchUnion({ seed }: { readonly seed: number }): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-bench-'));
  // The database's own user must be able to enter it.
  await chmod(folder, 0o755);
  const config = readConfig({ TRIPOINT_DATA: folder, LOG_LEVEL: 'silent' });
  if (!config.ok) throw new Error('The settings of a benchmark are valid');
  const database = await open(config.value, say);
  try {
    const file = makeLargeUnion({ seed, records });
    const loaded = await benchImport(database, folder, JSON.stringify(file));
    const pages = await benchPages(database, config.value, `large-${seed}`);
    return { seed, records, import: loaded, pages };
  } finally {
    await database.close();
    await rm(folder, { recursive: true });
  }
}

/** Loading a file, with all its checks, journal and indexes, against COPY of its records as bare JSON. */
async function benchImport(database: Database, folder: string, text: string) {
  const client = await connect(database);
  try {
    const start = performance.now();
    const loaded = await importFile({ database, clock: systemClock, actor: 'bench', progress: say }, text);
    const ours = performance.now() - start;
    if (!loaded.ok) throw new Error(`The made-up union has faults: ${JSON.stringify(loaded.problems[0])}`);
    const { rows } = await client.query<{ body: unknown }>('select body from platform.record');
    const lines = join(folder, 'rows.json');
    await writeFile(lines, rows.map(({ body }) => JSON.stringify(body)).join('\n'), { mode: 0o644 });
    const copied = performance.now();
    await client.query('create table bench_rows (body jsonb not null)');
    // A quote and a delimiter that JSON does not hold: each line is one value.
    await client.query(`copy bench_rows from '${lines}' (format csv, quote e'\\x01', delimiter e'\\x02')`);
    const peer = performance.now() - copied;
    await client.query('drop table bench_rows');
    // What autovacuum does within a minute; the figures are of a database that has settled.
    await client.query('vacuum (analyze)');
    const perSecond = (milliseconds: number) => Math.round((rows.length / milliseconds) * 1000);
    const result = { perSecond: perSecond(ours), peerPerSecond: perSecond(peer), ratio: round(ours / peer) };
    say(
      `Import: ${result.perSecond} records/s; COPY as JSON: ${result.peerPerSecond}/s; ratio ${result.ratio}`,
    );
    return result;
  } finally {
    await client.end();
  }
}

async function benchPages(database: Database, config: Config, register: string) {
  const client = await connect(database);
  const agent = new Agent({ keepAlive: true });
  const server = await createServer({
    config,
    clock: systemClock,
    database,
    modules,
    logger: pino({ level: 'silent' }),
    version: 'bench',
    explain,
    signIn: signInPorts(database, systemClock),
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  try {
    await server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const results = [];
    for (const page of pagesOf(register)) {
      const visit = (index: number) =>
        fetchPage(agent, `http://127.0.0.1:${port}/en/${register}${page.address(index)}`);
      const query = async (index: number) => {
        const { text, values } = page.peer(index);
        const { rowCount } = await client.query(text, [...values]);
        if (rowCount === 0) throw new Error(`The peer of ${page.address(index)} finds nothing`);
      };
      const timed = await measurePair(visit, query, { times: requests, warmUps });
      const [p50, p95] = quantiles(timed.ours);
      const [peerP50, peerP95] = quantiles(timed.peer);
      results.push({
        page: page.name,
        p50,
        p95,
        peerP50,
        peerP95,
        ratioP50: p50 / peerP50,
        ratioP95: p95 / peerP95,
      });
      say(page.name);
    }
    process.stdout.write(`${tableOf(results)}\n`);
    return results.map((result) =>
      Object.fromEntries(
        Object.entries(result).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]),
      ),
    );
  } finally {
    agent.destroy();
    await server.close();
    await client.end();
  }
}

const shown = 'kind, id, position, known_from, recorded_at, body';
/** Of the versions that are known today; each query has the register as its first parameter. */
const known = `register = $1 and known_from_day <= current_date
  and (known_until_day is null or known_until_day > current_date)`;

function pagesOf(register: string): readonly Page[] {
  const rowsWhere = (
    condition: string,
    order: string,
    page: number,
    ...values: readonly unknown[]
  ): Query => ({
    text: `select ${shown} from platform.record where ${known} and ${condition}
      order by ${order} limit ${pageSize} offset ${page * pageSize}`,
    values: [register, ...values],
  });
  const inOrder = 'kind, position, id';
  const search = (name: string, wordOf: (index: number) => string): Page => ({
    name,
    address: (index) => `/find?q=${encodeURIComponent(wordOf(index))}`,
    peer: (index) =>
      rowsWhere(
        `kind <> 'contacts' and search @@ platform.search_query($2)`,
        `ts_rank(search, platform.search_query($2)) desc, ${inOrder}`,
        0,
        wordOf(index),
      ),
  });
  const one =
    (kind: string, idOf: (index: number) => string) =>
    (index: number): Query => ({
      text: `select ${shown}, (select json_agg(step) from platform.transition step
        where step.register = $1 and step.kind = $2 and step.subject = $3) as steps
      from platform.record where ${known} and kind = $2 and id = $3`,
      values: [register, kind, idOf(index)],
    });
  const english = words.en;
  return [
    {
      name: 'list of all',
      address: (index) => `/find?page=${index + 1}`,
      peer: (index) => rowsWhere(`kind <> 'contacts'`, inOrder, index),
    },
    {
      name: 'list of a kind',
      address: (index) => `/find?kind=instruments&page=${(index % 120) + 1}`,
      peer: (index) => rowsWhere(`kind = 'instruments'`, inOrder, index % 120),
    },
    {
      name: 'list with three filters',
      address: (index) => `/find?kind=documents&dossier=case-${(index % 60) + 1}&year=${2000 + (index % 19)}`,
      peer: (index) =>
        rowsWhere(
          `kind = 'documents' and facets @> array[$2, $3]`,
          inOrder,
          0,
          `dossier=case-${(index % 60) + 1}`,
          `year=${2000 + (index % 19)}`,
        ),
    },
    // Pairs, as there are not enough words that are common by themselves.
    search(
      'search, common words',
      (index) => `${english[index % 16]} or ${english[16 + Math.floor(index / 16)]}`,
    ),
    search('search, rare word', (index) => english[english.length - 2 - index * 7] ?? ''),
    search('search, beginning', (index) => english[40 + index * 11]?.slice(0, -2) ?? ''),
    {
      name: 'groups',
      address: (index) => `/groups?page=${(index % 40) + 1}`,
      peer: (index) => ({
        text: `select ${shown}, (select json_agg(step) from platform.transition step
            where step.register = $1 and step.kind = 'working_groups' and step.subject = record.id) as steps
          from platform.record where ${known} and kind = 'working_groups'
          order by ${inOrder} limit ${pageSize} offset ${(index % 40) * pageSize}`,
        values: [register],
      }),
    },
    {
      name: 'law',
      address: (index) => `/law?page=${(index % 18) + 1}&all-page=${(index % 60) + 1}`,
      peer: (index) => ({
        text: `select ${shown}, (select json_agg(step) from platform.transition step
            where step.register = $1 and step.kind = 'instruments' and step.subject = record.id) as steps
          from platform.record where ${known} and kind = 'instruments'
          order by ${inOrder} limit 200 offset ${(index % 30) * 200}`,
        values: [register],
      }),
    },
    {
      name: 'one group',
      address: (index) => `/groups/group-${index + 1}`,
      peer: one('working_groups', (index) => `group-${index + 1}`),
    },
    {
      name: 'one instrument',
      address: (index) => `/law/instrument-${index + 1}`,
      peer: one('instruments', (index) => `instrument-${index + 1}`),
    },
    {
      name: 'evidence',
      address: (index) => `/evidence?page=${(index % 20) + 1}`,
      peer: (index) => ({
        text: `select ${shown}, (select observation.body from platform.record observation
            where ${known.replaceAll(/register|known_/g, 'observation.$&')} and observation.kind = 'observations'
              and observation.body @> jsonb_build_object('indicator', record.id)
            order by observation.body ->> 'period' desc limit 1) as latest
          from platform.record where ${known} and kind = 'indicators'
          order by ${inOrder} limit ${pageSize} offset ${(index % 20) * pageSize}`,
        values: [register],
      }),
    },
    {
      name: 'one indicator',
      address: (index) => `/evidence/IND-${index + 1}`,
      peer: (index) => ({
        text: `select ${shown} from platform.record where ${known} and (kind = 'indicators' and id = $2
          or kind = 'observations' and body @> jsonb_build_object('indicator', $2::text)) order by ${inOrder}`,
        values: [register, `IND-${index + 1}`],
      }),
    },
  ];
}

async function connect({ url }: Database): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** The whole page, over a connection that stays open as a browser's does. */
function fetchPage(agent: Agent, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { accept: 'text/html' } }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${address}: ${response.statusCode}`)),
      );
    }).once('error', reject);
  });
}

const round = (value: number) => Math.round(value * 100) / 100;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

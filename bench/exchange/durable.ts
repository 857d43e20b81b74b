import { open } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { type GroupWork, groupWrites } from '#platform/database/group-writes.ts';
import { startJobs } from '#platform/jobs.ts';
import {
  type AppendOptions,
  appendJournal,
  type JournalEntry,
  sequenceJournal,
  sequenceTask,
  verifyJournal,
} from '#platform/journal/journal.ts';
import { quantileOf, quantiles, tableOf } from '../measure.ts';
import { withScratchNode } from './scratch-node.ts';

const rounds = 3;
const secondsEach = 3;
/** As many as the node has connections, and as many requests as a busy node may have under way. */
const [few, many] = [10, 256] as const;
/** Questions of other nodes that are answered at the same time, each with its own transaction. */
const answering = 64;
/** Entries that one caller brings at once. */
const bulk = 1000;
/** PostgreSQL writes its log into files that are there already, so that no commit has to make them longer. */
const fileSize = 64 * 1024 * 1024;

type Way = {
  readonly name: string;
  readonly callers: number;
  /** Resolves when what it wrote is on disk, with how many entries that was. */
  readonly write: () => Promise<number>;
};

/**
 * Entries a second that are on disk when their writer is told so: by one transaction each, by the group committer, and in bulk.
 * Peers in the same rounds: the disk by itself (as many bytes as PostgreSQL logged for as many entries, then fdatasync) for one
 * entry and for a group, and PostgreSQL with rows of the same size and nothing else, one a transaction and grouped. The worker
 * that gives places runs beside, as in a node, and so does the round that sweeps.
 */
export function benchDurable() {
  return withScratchNode(async (database, folder) => {
    const silent = pino({ level: 'silent' });
    const jobs = [{ task: sequenceTask, run: () => sequenceJournal(database) }];
    const worker = await startJobs(database, jobs, silent);
    const sweeper = setInterval(() => void sequenceJournal(database), 2_000);
    const pool = new pg.Pool({ connectionString: database.url, max: few });
    await pool.query(
      'create table bench_rows (id bigint generated always as identity primary key, body text)',
    );
    const disk = await open(join(folder, 'disk'), 'w');
    try {
      let asked = 0;
      const entry = (): JournalEntry => {
        asked += 1;
        return entryOf(asked);
      };
      const group = groups(database);
      const bytes = await bytesOf(pool, (count) =>
        database.write((tx) => appendJournal(tx, systemClock, Array.from({ length: count }, entry))),
      );
      await disk.write(Buffer.alloc(fileSize));
      await disk.sync();
      let at = 0;
      const toDisk = async (count: number) => {
        const length = count * bytes.grouped;
        if (at + length > fileSize) at = 0;
        await disk.write(Buffer.alloc(length, count), 0, length, at);
        at += length;
        await disk.datasync();
        return count;
      };
      // Of a group as many as the committer had on average: known after its first round.
      const grouped = () => Math.max(1, Math.round(group.seen.entries / group.seen.transactions));
      const row = 'x'.repeat(400);
      const ways: readonly Way[] = [
        { name: 'one a transaction', callers: few, write: () => appendEach(database, [entry()]) },
        {
          name: 'one a transaction, job queued',
          callers: answering,
          write: () => appendEach(database, [entry()]),
        },
        {
          name: 'one a transaction, swept',
          callers: answering,
          write: () => appendEach(database, [entry()], { placed: 'swept' }),
        },
        { name: 'group committer', callers: many, write: () => group.append(entry()) },
        {
          name: `${bulk} a transaction`,
          callers: 1,
          write: () => appendEach(database, Array.from({ length: bulk }, entry)),
        },
        { name: 'disk: one', callers: 1, write: () => toDisk(1) },
        { name: 'disk: a group', callers: 1, write: () => toDisk(grouped()) },
        {
          name: 'bare rows: one a transaction',
          callers: few,
          write: async () => {
            await pool.query({
              name: 'one',
              text: 'insert into bench_rows (body) values ($1)',
              values: [row],
            });
            return 1;
          },
        },
        {
          name: 'bare rows: a group',
          callers: 1,
          write: async () => {
            const count = grouped();
            await pool.query({
              name: 'group',
              text: 'insert into bench_rows (body) select unnest($1::text[])',
              values: [Array.from({ length: count }, () => row)],
            });
            return count;
          },
        },
      ];
      const found = new Map(
        ways.map(({ name }) => [name, { written: 0, seconds: 0, waits: [] as number[] }]),
      );
      for (let round = 0; round < rounds; round += 1)
        for (const way of ways) {
          const sum = found.get(way.name);
          if (sum !== undefined) await writeFor(way, sum);
        }
      const rows = ways.map(({ name, callers }) => {
        const { written = 0, seconds = 1, waits = [] } = found.get(name) ?? {};
        const [p50, p95] = quantiles(waits);
        return { way: name, callers, perSecond: written / seconds, p50, p95, p99: quantileOf(waits, 0.99) };
      });
      process.stdout.write(`Durable entries a second; how long each writer waited, in milliseconds\n`);
      process.stdout.write(`${tableOf(rows.map((one) => ({ ...one, callers: String(one.callers) })))}\n`);
      const of = (name: string) => rows.find(({ way }) => way === name)?.perSecond ?? Number.NaN;
      const ratios = {
        groupToDiskGroup: of('group committer') / of('disk: a group'),
        groupToDiskOne: of('group committer') / of('disk: one'),
        groupToBareGroup: of('group committer') / of('bare rows: a group'),
        sweptToDiskGroup: of('one a transaction, swept') / of('disk: a group'),
        sweptToQueued: of('one a transaction, swept') / of('one a transaction, job queued'),
        oneToBareOne: of('one a transaction') / of('bare rows: one a transaction'),
      };
      process.stdout.write(`${JSON.stringify({ bytes, group: grouped(), ...ratios })}\n`);
      await sequenceJournal(database);
      const { faults, entries, sequenced } = await verifyJournal(database);
      if (faults.length > 0 || entries !== sequenced) throw new Error('The journal is not whole');
      return { bytesEach: bytes, group: grouped(), rows, ratios, entries };
    } finally {
      clearInterval(sweeper);
      await disk.close();
      await pool.end();
      await worker.stop();
    }
  });
}

function entryOf(number: number): JournalEntry {
  const request = `0197f2c0-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return {
    event: 'exchange.answered',
    actor: 'party:NL',
    party: 'BE',
    register: 'benelux',
    subject: `requests/${request}`,
    instrument: 'police-2018',
    purpose: 'search',
    payload: {
      request,
      from: { party: 'NL', service: 'police', function: 'officer', officer: `officer-${number % 200}` },
      to: 'BE',
      article: '13',
      case: `case-${number % 500}`,
      stated: ['individual', 'necessary_and_proportionate'],
      decision: { outcome: 'allowed', provision: 'police-2018-art-13', basis: ['police-2018', 'anpr-be-nl'] },
    },
  };
}

async function appendEach(
  database: Database,
  entries: readonly JournalEntry[],
  options: AppendOptions = {},
): Promise<number> {
  await database.write((tx) => appendJournal(tx, systemClock, entries, options));
  return entries.length;
}

/** The group committer, and how many entries its transactions had. */
function groups(database: Database) {
  const seen = { transactions: 0, entries: 0 };
  const write: Database['write'] = (work) => {
    seen.transactions += 1;
    return database.write(work);
  };
  const together = groupWrites({ write }, () => null);
  const appendAll: GroupWork<null, JournalEntry, unknown> = async (_, tx, entries) => {
    seen.entries += entries.length;
    return appendJournal(tx, systemClock, entries, { placed: 'swept' });
  };
  return {
    seen,
    append: async (entry: JournalEntry) => {
      await together(appendAll, entry);
      return 1;
    },
  };
}

/** How much PostgreSQL logs for an entry, alone in its transaction and among hundred. */
async function bytesOf(pool: pg.Pool, write: (count: number) => Promise<unknown>) {
  const logged = async (count: number) => {
    const now = async () =>
      (await pool.query('select pg_current_wal_insert_lsn() as at')).rows[0].at as string;
    const before = await now();
    for (let time = 0; time < 20; time += 1) await write(count);
    const { rows } = await pool.query('select pg_wal_lsn_diff($1, $2)::float8 as bytes', [
      await now(),
      before,
    ]);
    return Math.round(rows[0].bytes / 20 / count);
  };
  await logged(1);
  return { single: await logged(1), grouped: await logged(100) };
}

async function writeFor(
  { callers, write }: Way,
  sum: { written: number; seconds: number; waits: number[] },
): Promise<void> {
  const start = performance.now();
  const end = start + secondsEach * 1000;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const before = performance.now();
        const written = await write();
        sum.waits.push(performance.now() - before);
        sum.written += written;
      }
    }),
  );
  sum.seconds += (performance.now() - start) / 1000;
}

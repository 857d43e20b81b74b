import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import {
  appendJournal,
  type JournalEntry,
  listJournal,
  sequenceJournal,
  verifyJournal,
} from '#platform/journal/journal.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { type GroupWork, groupAtMost, groupWrites } from './group-writes.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A register of its own for each test, so that they count their own entries. */
let register = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  register = `r${tests}`;
});
const entry = (event: string, payload: unknown = { event }) => ({ event, actor: 'test', register, payload });

/** Writes the entries of all who ask in one statement, and tells each the ids of his own. */
const appendAll: GroupWork<null, readonly JournalEntry[], readonly string[]> = async (_, tx, items) => {
  const ids = (await appendJournal(tx, systemClock, items.flat())).values();
  return items.map((entries) => entries.map(() => ids.next().value as string));
};

/** The committer, and how many transactions it began. */
function watched() {
  const seen = { transactions: 0 };
  const write: Database['write'] = async (work) => {
    seen.transactions += 1;
    return database.write(work);
  };
  const together = groupWrites({ write }, () => null);
  return { seen, append: (entries: readonly JournalEntry[]) => together(appendAll, entries), together };
}

async function written(): Promise<readonly string[]> {
  const { entries } = await database.read((tx) => listJournal(tx, { register, limit: 10_000, offset: 0 }));
  return entries.map(({ id }) => id).toReversed();
}

describe('What many callers write', () => {
  test('are committed together, each caller has the ids of his own, and they stand in the order of the calls', async () => {
    const { seen, append } = watched();
    const calls = Array.from({ length: 200 }, (_, call) =>
      append(Array.from({ length: call % 3 }, (_, part) => entry(`${call}/${part}`))),
    );
    const ids = (await Promise.all(calls)).map((of, call) => {
      expect(of).toHaveLength(call % 3);
      return of;
    });
    expect(seen.transactions).toBe(1);
    expect(await written()).toEqual(ids.flat());
    await sequenceJournal(database);
    const { entries } = await database.read((tx) => listJournal(tx, { register, limit: 1000, offset: 0 }));
    const placed = entries.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
    expect(placed.map(({ event }) => event)).toEqual(
      Array.from({ length: 200 }, (_, call) =>
        Array.from({ length: call % 3 }, (_, part) => `${call}/${part}`),
      ).flat(),
    );
    expect(await verifyJournal(database)).toMatchObject({ faults: [] });
  });

  test('more than make a group are several transactions, in the order of the calls', async () => {
    const { seen, append } = watched();
    const ids = await Promise.all(
      Array.from({ length: groupAtMost + 1 }, (_, call) => append([entry(String(call))])),
    );
    expect(seen.transactions).toBe(2);
    expect(await written()).toEqual(ids.flat());
  });

  test('another work has a transaction of its own, and each caller what his gave', async () => {
    const { seen, together } = watched();
    const count: GroupWork<null, string, string> = async (_, _tx, items) =>
      items.map((item) => `${item} of ${items.length}`);
    const length: GroupWork<null, string, number> = async (_, _tx, items) => items.map((item) => item.length);
    const found = await Promise.all([
      together(count, 'a'),
      together(length, 'abc'),
      together(count, 'b'),
      together(length, 'ab'),
    ]);
    expect(found).toEqual(['a of 2', 3, 'b of 2', 2]);
    expect(seen.transactions).toBe(2);
  });

  test('are acknowledged only when another connection can read them', async () => {
    const { append } = watched();
    await Promise.all(
      Array.from({ length: 50 }, async (_, call) => {
        const [id] = await append([entry(String(call))]);
        expect(await written()).toContain(id);
      }),
    );
  });
});

/** Holds every transaction that appends up on its way, before its commit, until it is released. */
async function holdUp(): Promise<() => Promise<void>> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked = () => {};
  const lock = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const holding = database.owner.transaction().execute(async (tx) => {
    await sql`lock table platform.journal_payload in share mode`.execute(tx);
    locked();
    await held;
  });
  await lock;
  return async () => {
    release();
    await holding;
  };
}

/** Ends the connection of the one transaction that is held up, once it is. */
async function endHeld(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await sql<{ ended: boolean }>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(database.owner);
      expect(rows).toEqual([{ ended: true }]);
    },
    { timeout: 60_000 },
  );
}

test('While the commit has not ended nobody is told that it has', async () => {
  const release = await holdUp();
  const { append } = watched();
  let told = 0;
  const calls = ['a', 'b'].map(async (event) => {
    await append([entry(event)]);
    told += 1;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([told, await written()]).toEqual([0, []]);
  await release();
  await Promise.all(calls);
  expect(told).toBe(2);
  expect(await written()).toHaveLength(2);
});

describe('When a batch fails', () => {
  test('because its connection broke, all its callers are told and nothing of it is there; the next is written', async () => {
    const release = await holdUp();
    const { seen, append } = watched();
    const began = (count: number) =>
      vi.waitFor(() => expect(seen.transactions).toBe(count), { timeout: 60_000 });
    const alone = append([entry('alone')]);
    await began(1);
    // They collect while the first commits.
    const settled = Promise.allSettled([alone, append([entry('a')]), append([entry('b'), entry('c')])]);
    await endHeld();
    await began(2);
    await endHeld();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(seen.transactions).toBe(2);
    await release();
    const ids = await append([entry('later')]);
    expect(await written()).toEqual(ids);
  });

  test('by what one brought, he alone is refused', async () => {
    const { append } = watched();
    const calls = [
      append([entry('before')]),
      append([entry('good')]),
      // JSON has it and PostgreSQL does not.
      append([entry('fine'), entry('bad', { text: '\u0000' })]),
      append([
        { ...entry('too long'), subject: Array.from({ length: 2000 }, () => crypto.randomUUID()).join() },
      ]),
      append([entry('good too')]),
    ];
    const [before, good, bad, long, too] = await Promise.allSettled(calls);
    expect([before, good, bad, long, too].map((one) => one?.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await written()).toHaveLength(3);
  });

  test('by what one makes the work throw before the database hears of it, he alone is refused', async () => {
    const { seen, append } = watched();
    // JSON reads it, and it is too deep to be written out.
    const deep = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
    const calls = [
      append([entry('good')]),
      append([entry('fine'), entry('bad', deep)]),
      append([entry('good too')]),
    ];
    const settled = await Promise.allSettled(calls);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(settled[1]).toMatchObject({ reason: expect.any(RangeError) });
    expect(seen.transactions).toBe(4);
    expect(await written()).toHaveLength(2);
  });

  test('by work that threw when it had written, nothing of that is there', async () => {
    const { together } = watched();
    const work: GroupWork<null, string, string> = async (_, tx, items) => {
      await appendJournal(
        tx,
        systemClock,
        items.map((item) => entry(item)),
      );
      if (items.includes('bad')) throw new TypeError('made up');
      return items;
    };
    const settled = await Promise.allSettled([
      together(work, 'good'),
      together(work, 'bad'),
      together(work, 'good too'),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await written()).toHaveLength(2);
  });

  test('because its connection broke, whatever the work makes of that, nothing is tried again', async () => {
    const { seen, together } = watched();
    const work: GroupWork<null, string, string> = async (_, tx, items) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.owner);
      const again = sql`select 1`.execute(tx);
      await again.catch(() => {
        throw new TypeError('made up');
      });
      return items;
    };
    const settled = await Promise.allSettled([together(work, 'a'), together(work, 'b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(seen.transactions).toBe(1);
  });

  test('as it commits, and nobody knows whether it did, nothing is tried again', async () => {
    let transactions = 0;
    const write: Database['write'] = async (work) => {
      transactions += 1;
      await database.write(work);
      throw new Error('Connection terminated unexpectedly');
    };
    const together = groupWrites({ write }, () => null);
    const settled = await Promise.allSettled([
      together(appendAll, [entry('a')]),
      together(appendAll, [entry('b')]),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(transactions).toBe(1);
    expect(await written()).toHaveLength(2);
  });
});

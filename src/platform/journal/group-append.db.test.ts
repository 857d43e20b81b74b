import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { groupAppend } from './group-append.ts';
import { batchSize, listJournal, sequenceJournal, verifyJournal } from './journal.ts';

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

/** The real database, which counts its transactions, waits before it begins one, or loses one's connection. */
function watched({ before = async () => {} }: { readonly before?: () => Promise<void> } = {}) {
  const seen = { transactions: 0 };
  const write: Database['write'] = async (work) => {
    seen.transactions += 1;
    await before();
    return database.write(work);
  };
  return { seen, append: groupAppend({ write }, systemClock) };
}

async function written(): Promise<readonly string[]> {
  const { entries } = await database.read((tx) => listJournal(tx, { register, limit: 10_000, offset: 0 }));
  return entries.map(({ id }) => id).toReversed();
}

describe('Entries of many callers', () => {
  test('are committed together, each caller has the ids of his own, and they stand in the order of the calls', async () => {
    const { seen, append } = watched();
    const calls = Array.from({ length: 200 }, (_, call) =>
      append(Array.from({ length: call % 3 }, (_, part) => entry(`${call}/${part}`))),
    );
    const ids = (await Promise.all(calls)).map((of, call) => {
      expect(of).toHaveLength(call % 3);
      return of;
    });
    // The first goes alone, all others while it commits.
    expect(seen.transactions).toBe(2);
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

  test('more than go into one statement are several transactions, and one who brings more goes alone', async () => {
    const { seen, append } = watched();
    const many = (name: string, count: number) =>
      append(Array.from({ length: count }, (_, part) => entry(`${name}${part}`)));
    const counts = [1, batchSize - 1, 1, 1, batchSize + 1, 1];
    const ids = await Promise.all(counts.map((count, call) => many(`${call}/`, count)));
    expect(ids.map(({ length }) => length)).toEqual(counts);
    // 1 | batchSize - 1 and 1 | 1 | batchSize + 1 | 1
    expect(seen.transactions).toBe(5);
    expect(await written()).toEqual(ids.flat());
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

describe('While the commit has not ended', () => {
  test('nobody is told that it has', async () => {
    // A lock on one of its tables holds the transaction up on its way.
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
    const { append } = watched();
    let told = 0;
    const calls = ['a', 'b'].map(async (event) => {
      await append([entry(event)]);
      told += 1;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([told, await written()]).toEqual([0, []]);
    release();
    await Promise.all([...calls, holding]);
    expect(told).toBe(2);
    expect(await written()).toHaveLength(2);
  });
});

describe('When a batch fails', () => {
  let refusing = false;
  afterEach(() => {
    refusing = false;
  });

  test('because the database is gone, all its callers are told and nothing of it is there; the next is written', async () => {
    const { seen, append } = watched({
      before: async () => {
        if (refusing) throw Object.assign(new Error('the connection ended'), { code: '57P01' });
      },
    });
    const first = append([entry('first')]);
    refusing = true;
    const failed = await Promise.allSettled([append([entry('a')]), append([entry('b'), entry('c')])]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(seen.transactions).toBe(2);
    refusing = false;
    const ids = [...(await first), ...(await append([entry('later')]))];
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

  test('what cannot be hashed never reaches it', async () => {
    const { seen, append } = watched();
    await expect(append([entry('bad', { figure: Number.NaN })])).rejects.toThrow();
    await expect(append([entry('bad', 1n)])).rejects.toThrow();
    expect(seen.transactions).toBe(0);
  });
});

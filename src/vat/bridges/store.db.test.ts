import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { keepingIn } from './keeping.ts';
import { type StatementRow, TokenText } from './model.ts';
import type { KeptBridge } from './rules/answers.ts';
import { makeTokenKey } from './token-keys.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const token = (letter: string) => TokenText.parse(`NL.${letter.repeat(22)}`);
const key = makeTokenKey({ instrument: 'syn', epoch: 1, from: '2026-05-01', until: '2026-08-01' });
const pair = (supplier: string, changes: Partial<KeptBridge> = {}): KeptBridge => ({
  acquirer: token('a'),
  supplier: token(supplier),
  month: '2026-02',
  told: { hops: 2, arrives: '2026-02', leaves: '2026-02', ceiling: 1_000_000 },
  ...changes,
});

test('What was told first stands, and that nothing was told; another month or epoch is another question', async () => {
  const { keepBridges, bridges } = keepingIn(database);
  await keepBridges(key, [pair('b'), pair('c', { told: null })]);
  await keepBridges(key, [pair('b', { told: null }), pair('c')]);
  const all = await bridges(key, [pair('b'), pair('c'), pair('d')]);
  expect(all.toSorted((one, other) => (one.supplier < other.supplier ? -1 : 1))).toEqual([
    pair('b'),
    pair('c', { told: null }),
  ]);
  expect(await bridges(key, [pair('b', { month: '2026-03' })])).toEqual([]);
  expect(await bridges({ ...key, epoch: 2 }, [pair('b')])).toEqual([]);
});

test('Of many who tell of the same pair at once all find the same', async () => {
  const { keepBridges, bridges } = keepingIn(database);
  const told = (hops: number) =>
    pair('e', { told: { hops, arrives: '2026-02', leaves: '2026-02', ceiling: hops } });
  const found = await Promise.all(
    [1, 2, 3, 4].map(async (hops) => {
      await keepBridges(key, [told(hops)]);
      return bridges(key, [told(hops)]);
    }),
  );
  expect(new Set(found.map((rows) => JSON.stringify(rows))).size).toBe(1);
});

const row = (letter: string, period: string, cents = 50_000_000): StatementRow => ({
  ...{ supplier: token(letter), acquirer: token('z'), kind: 'L', period, cents, exact: false },
});

test('Statements of an epoch stand as they were told first, and are told by months and pages', async () => {
  const { keepStatements, statements, rows } = keepingIn(database);
  const told = [row('a', '2026-01'), row('b', '2026-02', -9_000_000_000_000), row('c', '2026-Q1')];
  expect(await statements(key)).toBe(null);
  const first = { rows: told, digits: 2, withheld: true };
  await Promise.all([keepStatements(key, first), keepStatements(key, first)]);
  await keepStatements(key, { rows: [row('d', '2026-01')], digits: 3, withheld: false });
  expect(await statements(key)).toEqual({ digits: 2, withheld: true });
  const months = { from: '2026-01', until: '2026-12' };
  expect(await rows(key, months, { after: 0, count: 10 })).toEqual(told);
  expect(await rows(key, months, { after: 1, count: 1 })).toEqual([told[1]]);
  expect(await rows(key, { from: '2026-03', until: '2026-03' }, { after: 0, count: 10 })).toEqual([told[2]]);
  expect(await rows({ ...key, epoch: 2 }, months, { after: 0, count: 10 })).toEqual([]);
});

test('It goes with its epoch', async () => {
  const { keepBridges, bridges, statements, rows, forget } = keepingIn(database);
  await keepBridges(key, [pair('f')]);
  await forget('2026-07-31' as PlainDate);
  expect([await bridges(key, [pair('f')]), await statements(key)]).toEqual([[pair('f')], expect.anything()]);
  await forget('2026-08-01' as PlainDate);
  expect(await bridges(key, [pair('f')])).toEqual([]);
  expect(await statements(key)).toBe(null);
  expect(await rows(key, { from: '2026-01', until: '2026-12' }, { after: 0, count: 10 })).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { TokenText } from './model.ts';
import type { KeptBridge } from './rules/answers.ts';
import { keepingIn } from './service.ts';
import { makeTokenKey } from './token-keys.ts';

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const today = '2026-05-04' as PlainDate;
const token = (letter: string) => TokenText.parse(`NL.${letter.repeat(22)}`);
const key = makeTokenKey({ instrument: 'syn', epoch: 1, from: '2026-05-01', until: '2026-08-01' });
const pair = (supplier: string, changes: Partial<KeptBridge> = {}): KeptBridge => ({
  acquirer: token('a'),
  supplier: token(supplier),
  month: '2026-02',
  basis: 'case',
  told: { hops: 2, arrives: '2026-02', leaves: '2026-02', ceiling: 1_000_000 },
  ...changes,
});

test('What was told first stands, and that nothing was told; another month, basis or epoch is another question', async () => {
  const { keep, kept } = keepingIn(database);
  await keep(key, [pair('b'), pair('c', { told: null })], today);
  await keep(key, [pair('b', { told: null }), pair('c')], today);
  const all = await kept(key, [pair('b'), pair('c'), pair('d')]);
  expect(all.toSorted((one, other) => (one.supplier < other.supplier ? -1 : 1))).toEqual([
    pair('b'),
    pair('c', { told: null }),
  ]);
  for (const other of [pair('b', { month: '2026-03' }), pair('b', { basis: 'score' })])
    expect(await kept(key, [other])).toEqual([]);
  expect(await kept({ ...key, epoch: 2 }, [pair('b')])).toEqual([]);
});

test('Of many who tell of the same pair at once all find the same', async () => {
  const { keep, kept } = keepingIn(database);
  const told = (hops: number) =>
    pair('e', { told: { hops, arrives: '2026-02', leaves: '2026-02', ceiling: hops } });
  const found = await Promise.all(
    [1, 2, 3, 4].map(async (hops) => {
      await keep(key, [told(hops)], today);
      return kept(key, [told(hops)]);
    }),
  );
  expect(new Set(found.map((rows) => JSON.stringify(rows))).size).toBe(1);
});

test('It goes with its epoch', async () => {
  const { keep, kept } = keepingIn(database);
  await keep(key, [pair('f')], today);
  await keep({ ...key, epoch: 2 }, [], '2026-07-31' as PlainDate);
  expect(await kept(key, [pair('f')])).toHaveLength(1);
  await keep({ ...key, epoch: 2 }, [], '2026-08-01' as PlainDate);
  expect(await kept(key, [pair('f')])).toEqual([]);
});

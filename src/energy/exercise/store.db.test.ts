import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import type { Deed } from './model.ts';
import { scenarioOf } from './scenarios.ts';
import { addEntry, findExercise, listExercises, saveExercise } from './store.ts';

const clock = fixedClock('2026-05-04T10:00:00Z');
const scenario = scenarioOf('pentex-2018', 5);
const opened = (id: string, ...parties: readonly string[]) => ({
  ...{ id, register: 'r', body: 'sg2', scenario, parties, acknowledgeWithin: 15, openedBy: 'person:1' },
});

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const add = (id: string, by: string, deed: Deed, minute = 0) =>
  database.write(async (tx) => {
    const exercise = await findExercise(tx, 'r', id);
    if (exercise === null) throw new Error('it was opened before');
    return addEntry(tx, clock, exercise, { deed, minute, by, person: 'person:2' });
  });
const idsOf = (parties: readonly string[] | null, page = { limit: 10, offset: 0 }) =>
  database.read(async (tx) => {
    const { exercises, total } = await listExercises(tx, 'r', parties, page);
    return [exercises.map(({ id }) => id), total];
  });

describe('The log of an exercise', () => {
  test('gives back what was written, in the order in which it was, with who and when', async () => {
    await database.write((tx) => saveExercise(tx, clock, opened('a', 'BE', 'NL')));
    const message: Deed = { kind: 'message', to: ['NL'], inject: null, text: 'Good morning' };
    expect(await add('a', 'secretariat', { kind: 'advance', to: 10 })).toBe(1);
    expect(await add('a', 'BE', message, 10)).toBe(2);
    const found = await database.read((tx) => findExercise(tx, 'r', 'a'));
    expect(found).toMatchObject({ scenario, parties: ['BE', 'NL'], acknowledgeWithin: 15, body: 'sg2' });
    expect(found?.entries).toMatchObject([
      { number: 1, by: 'secretariat', kind: 'advance', to: 10, minute: 0 },
      { number: 2, by: 'BE', ...message, minute: 10, person: 'person:2' },
    ]);
    expect(found?.entries[1]?.at.toISOString()).toBe('2026-05-04T10:00:00.000Z');
    expect(await database.read((tx) => findExercise(tx, 'other', 'a'))).toBeNull();
  });

  test('cannot be changed or shortened by the application, and takes no number twice', async () => {
    await database.write((tx) => saveExercise(tx, clock, opened('log', 'BE')));
    await add('log', 'secretariat', { kind: 'advance', to: 10 });
    for (const statement of [
      sql`update energy.exercise_entry set minute = 1 where exercise = 'log'`,
      sql`delete from energy.exercise_entry where exercise = 'log'`,
      sql`update energy.exercise set parties = '{NL}' where id = 'log'`,
      sql`delete from energy.exercise where id = 'log'`,
    ])
      await expect(database.write((tx) => statement.execute(tx))).rejects.toThrow('permission denied');
    const second = { deed: { kind: 'end' }, minute: 0, by: 'secretariat', person: 'person:1' } as const;
    const again = database.write((tx) => addEntry(tx, clock, { id: 'log', entries: [] }, second));
    await expect(again).rejects.toThrow('duplicate key');
  });
});

test('Exercises are listed for the parties that have a seat, all for the lead, the latest first and by pages', async () => {
  const later = fixedClock('2026-05-05T10:00:00Z');
  await database.write((tx) => saveExercise(tx, later, opened('b', 'FR')));
  expect(await idsOf(['FR'])).toEqual([['b'], 1]);
  expect(await idsOf(['NL', 'FR'])).toEqual([['b', 'a'], 2]);
  expect(await idsOf(['DE'])).toEqual([[], 0]);
  expect(await idsOf([])).toEqual([[], 0]);
  expect(await idsOf(null, { limit: 1, offset: 0 })).toEqual([['b'], 3]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { firstDay, registers, states } from '../fixtures/registers.ts';
import { readLaw, standingOf } from './law.ts';
import { turnsOf } from './turns.ts';

/** Of the fixtures all dates lie within sixty days of the first. */
const days = Array.from({ length: 70 }, (_, index) => addDays(firstDay, index - 4));

test('for all histories, it turns on the days on which asking day by day finds another answer, and on no other', () => {
  let turned = 0;
  fc.assert(
    fc.property(registers, fc.constantFrom(...states), fc.constantFrom(...states), (snapshot, from, to) => {
      const law = readLaw(snapshot, firstDay);
      for (const id of law.provision.keys()) {
        const opens = days.map((day) => standingOf(law, id, from, to, day).paths.length > 0);
        const turns = days.filter((_, index) => index > 0 && opens[index] !== opens[index - 1]);
        turned += turns.length;
        for (const day of [days[1], days[20], days[50]]) {
          if (day === undefined) continue;
          expect(turnsOf(law, [id], from, to, day)).toEqual({
            since: turns.findLast((one) => one <= day) ?? null,
            next: turns.find((one) => one > day) ?? null,
          });
        }
      }
    }),
    { seed: 20231001, numRuns: 300 },
  );
  expect(turned).toBeGreaterThan(100);
});

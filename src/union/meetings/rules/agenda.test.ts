import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointKinds } from '../model.ts';
import { fitAgenda, type TimedPoint } from './agenda.ts';

fc.configureGlobal({ seed: 20200531 });

const point = (number: number, kind: TimedPoint['point'], minutes: number, carried = 0): TimedPoint => ({
  id: `m-${number}`,
  number,
  point: kind,
  minutes,
  carried,
});
const numbers = (points: readonly TimedPoint[]) => points.map(({ number }) => number);

test('two presentations that were put first give way to the decision that was put last', () => {
  const agenda = fitAgenda(
    [point(1, 'presentation', 45), point(2, 'presentation', 30), point(3, 'decision', 60)],
    90,
  );
  expect(numbers(agenda.fits)).toEqual([2, 3]);
  expect(numbers(agenda.cut)).toEqual([1]);
  expect(agenda).toMatchObject({ asked: 135, available: 90, byKind: { decision: 60, presentation: 75 } });
});

test('of two decisions the one that was put off before comes first', () => {
  const agenda = fitAgenda([point(1, 'decision', 60), point(2, 'decision', 60, 1)], 90);
  expect(numbers(agenda.fits)).toEqual([2]);
});

test('what fits exactly fits, and an agenda without points asks for nothing', () => {
  expect(numbers(fitAgenda([point(1, 'discussion', 90)], 90).fits)).toEqual([1]);
  expect(fitAgenda([], 90)).toMatchObject({ fits: [], cut: [], asked: 0 });
});

const points = fc
  .array(
    fc.record({
      point: fc.constantFrom(...pointKinds),
      minutes: fc.integer({ min: 1, max: 200 }),
      carried: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((some) => some.map((one, index): TimedPoint => ({ ...one, id: `m-${index}`, number: index + 1 })));

test('no point is lost, no time is spent twice, and nothing lesser stands in the way of what was cut', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 480 }), (all, available) => {
      const { fits, cut } = fitAgenda(all, available);
      const sum = (some: readonly TimedPoint[]) => some.reduce((total, { minutes }) => total + minutes, 0);
      expect([...fits, ...cut].length).toBe(all.length);
      expect(sum(fits)).toBeLessThanOrEqual(available);
      const rank = ({ point }: TimedPoint) => pointKinds.indexOf(point);
      for (const one of cut)
        expect(sum(fits.filter((other) => rank(other) <= rank(one))) + one.minutes).toBeGreaterThan(
          available,
        );
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingReasons } from '#kernel/observation-value.ts';
import { observationStatus, observationStatuses } from './observation-status.ts';

fc.configureGlobal({ seed: 20200531 });

const value = (number: number) => ({ kind: 'value', value: number }) as const;

test.each([
  [value(5), [], 'A'],
  [value(0), [], 'A'],
  [value(86), ['W'], 'W'],
  [value(4.5), ['E'], 'E'],
  [value(86), ['E', 'W'], 'W'],
  [value(86), ['E', 'D'], 'D'],
  [{ kind: 'range', min: 2, max: 3 }, ['E'], 'O'],
  [{ kind: 'text', text: 'one third' }, [], 'O'],
  [{ kind: 'missing', reason: 'in_other_category', note: null }, ['K'], 'K'],
  [{ kind: 'missing', reason: 'not_applicable', note: null }, [], 'M'],
  [{ kind: 'missing', reason: 'withheld', note: null }, [], 'Q'],
  [{ kind: 'missing', reason: 'not_available', note: null }, [], 'O'],
] as const)('%j with the marks %j is %s', (given, marks, status) => {
  expect(observationStatus(given, marks)).toBe(status);
});

test('no missing figure has the status of one that is there, whatever its marks', () => {
  const marks = fc.subarray([...observationStatuses]);
  fc.assert(
    fc.property(fc.constantFrom(...missingReasons), marks, (reason, some) => {
      expect(['K', 'M', 'Q', 'O']).toContain(
        observationStatus({ kind: 'missing', reason, note: null }, some),
      );
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { acknowledges, afterLines, to, writes } from '../../exercise/fixtures/two-states.ts';
import { timesOf } from './exercise-times.ts';

/** BE alone is told of the unit at minute 10; at minute 40 all four seats are told of the cold wave. */
const played = [
  to(10),
  to(14),
  acknowledges('BE', 'unit'),
  to(21),
  writes('BE', ['NL'], 'unit'),
  to(40),
  acknowledges('NL', 'cold'),
  to(46),
  acknowledges('BE', 'cold'),
  ['BE', { kind: 'decide', inject: 'cold', decision: 'ask_to_save', text: null }],
] as const;
const end = ['secretariat', { kind: 'end' }] as const;

describe('The times of an exercise', () => {
  const times = timesOf(afterLines(...played, end));

  test('count those who were told, and among them who ever did it', () => {
    // Told: BE of the unit; BE, NL, the Commission and the secretariat of the cold. Detected after 4, 6 and 0 minutes.
    expect(times?.detect).toEqual({ known: 3, of: 5, median: 4, longest: 6 });
    expect(times?.inform).toEqual({ known: 1, of: 5, median: 11, longest: 11 });
    expect(times?.decide).toEqual({ known: 1, of: 5, median: 6, longest: 6 });
  });

  test('have no minutes where nobody ever did it, which is not zero minutes', () => {
    expect(timesOf(afterLines(to(10), end))?.decide).toEqual({
      known: 0,
      of: 1,
      median: null,
      longest: null,
    });
  });

  test('are zero minutes where it was done in the same minute', () => {
    const quick = afterLines(to(10), acknowledges('BE', 'unit'), end);
    expect(timesOf(quick)?.detect).toEqual({ known: 1, of: 1, median: 0, longest: 0 });
  });

  test('are not told while it runs: who has not done it yet still may', () => {
    expect(timesOf(afterLines(...played))).toBeNull();
  });
});

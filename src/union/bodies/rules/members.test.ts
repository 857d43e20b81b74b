import { expect, test } from 'vitest';
import { membersOf } from './members.ts';

test('The 49 members of the Benelux parliament are 21, 21 and 7; the total is no party', () => {
  expect(membersOf({ members: { total: 49, LU: 7, BE: 21, NL: 21 } })).toEqual({
    parts: [
      { party: 'BE', count: 21 },
      { party: 'NL', count: 21 },
      { party: 'LU', count: 7 },
    ],
    sum: 49,
    total: 49,
  });
});

test('A total that its parts do not add up to is kept beside their sum, and one that is not given is not made up', () => {
  expect(membersOf({ members: { total: 10, NL: 3 } })).toMatchObject({ sum: 3, total: 10 });
  expect(membersOf({ members: { NL: 3, BE: 4 } })).toMatchObject({ sum: 7, total: null });
  expect(membersOf({})).toEqual({ parts: [], sum: 0, total: null });
});

import { describe, expect, test } from 'vitest';
import { ceilingOver, into, leaveOut, open, out } from './ceilings.ts';

const ceilings = [
  { blocks: [0, 1], cost: 50 },
  { blocks: [1, 2, 3], cost: 40 },
];
const left = (floor: number, ...decided: number[]) => {
  const own = Uint8Array.from(decided);
  return leaveOut(ceilings, own, floor) ? [...own] : null;
};

describe('A ceiling of 50 over blocks 0 and 1', () => {
  test('lies over selections that have both', () => {
    expect(ceilingOver(ceilings, (block) => block < 2)).toBe(50);
    expect(ceilingOver(ceilings, () => true)).toBe(40);
    expect(ceilingOver(ceilings, (block) => block > 0 && block < 3)).toBe(Number.POSITIVE_INFINITY);
  });

  test('ends what costs 51 at least and has both', () => {
    expect(left(51, into, into, open, open)).toBeNull();
    expect(left(50, into, into, open, open)).toEqual([into, into, open, open]);
  });

  test('leaves out the last one that is open, unless another is out already', () => {
    expect(left(51, into, open, open, open)).toEqual([into, out, open, open]);
    expect(left(51, out, into, open, open)).toEqual([out, into, open, open]);
    expect(left(51, open, open, into, into)).toEqual([open, out, into, into]);
  });
});

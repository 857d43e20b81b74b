import { expect, test } from 'vitest';
import { actsFrom, isFinal, type Lifecycle, stateAfter } from './lifecycle.ts';

const door: Lifecycle<'open' | 'shut' | 'gone', 'shut' | 'open' | 'remove'> = {
  open: { shut: 'shut' },
  shut: { open: 'open', remove: 'gone' },
  gone: {},
};

test('An act leads where the table says, and nowhere from a state that does not name it', () => {
  expect(stateAfter(door, 'open', 'shut')).toBe('shut');
  expect(stateAfter(door, 'open', 'remove')).toBeNull();
  expect(stateAfter(door, 'gone', 'open')).toBeNull();
});

test('A state offers its acts in the order of the table; the last offers none', () => {
  expect(actsFrom(door, 'shut')).toEqual(['open', 'remove']);
  expect(isFinal(door, 'gone')).toBe(true);
  expect(isFinal(door, 'shut')).toBe(false);
});

import { expect, test } from 'vitest';
import { lastPage, pageOf } from './address.ts';

test.each([
  ['', 1],
  ['page=', 1],
  ['page=3', 3],
  ['page=3.9', 3],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=x', 1],
  ['page=1e30', lastPage],
  ['page=Infinity', lastPage],
])('?%s is page %i', (query, page) => {
  expect(pageOf(new URLSearchParams(query))).toBe(page);
});

import { expect, test } from 'vitest';
import { lastPage, pageOf, withParameters } from './address.ts';

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

test.each([
  ['/cases/x#carousels', '/cases/x?done=a%2Fb#carousels'],
  ['/cases/x', '/cases/x?done=a%2Fb'],
  ['/searches?search=1#found', '/searches?search=1&done=a%2Fb#found'],
  ['/searches?done=before', '/searches?done=a%2Fb'],
])('What was done stands in %s before the fragment', (address, expected) => {
  expect(withParameters(address, { done: 'a/b' })).toBe(expected);
});

test('Where no parameter is set, the address stays', () => {
  expect(withParameters('/cases/x#carousels', {})).toBe('/cases/x#carousels');
});

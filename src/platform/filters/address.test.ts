import { expect, test } from 'vitest';
import { filterOf } from './address.ts';

const of = (query: string) => filterOf(new URLSearchParams(query));

test('The order in which values were chosen makes no other filter', () => {
  expect(of('q=vat&kind=bodies&dossier=vat')).toBe(of('dossier=vat&q=vat&kind=bodies'));
  expect(of('q=vat&kind=bodies&dossier=vat')).toBe('dossier=vat&kind=bodies&q=vat');
});

test('Dates chosen by the reader belong to it; page, format and fields left empty do not', () => {
  expect(of('as-of=2016&known-at=&page=3&all-page=2&format=csv&q=')).toBe('as-of=2016');
  expect(of('page=2&q=')).toBe('');
});

test('What was done just before the filter was chosen is no part of it', () => {
  expect(of('done=working-groups%2Factivate&dossier=vat')).toBe('dossier=vat');
  expect(of('done=working-groups%2Factivate')).toBe('');
});

test('Several values of one name all stay', () => {
  expect(of('kind=a&kind=b')).toBe('kind=a&kind=b');
});

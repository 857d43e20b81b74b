import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { describeLayout } from '../../src/union/index.ts';
import { generated, readCommitted } from '../../tools/generate.ts';

describe('What is generated is as the code makes it (npm run generate)', () => {
  test.each(generated)('$path', async ({ path, make }) => {
    expect(readCommitted(path)).toBe(await make());
  });
});

describe('The published schema of the import layout', () => {
  const firstFile = 'data/union/benelux-2013-2019.json';
  const read = () => JSON.parse(readFileSync(firstFile, 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    describeLayout(),
  );

  /** Where an independent validator finds a fault. */
  function faultsOf(file: unknown): readonly string[] {
    validate(file);
    return (validate.errors ?? []).map(({ instancePath }) => instancePath);
  }

  test('accepts the first data set', () => {
    expect(faultsOf(read())).toEqual([]);
  });

  test.each([
    ['/meta', (file: ReturnType<typeof read>) => delete file.meta.id],
    ['', (file: ReturnType<typeof read>) => delete file.parties],
    ['/working_groups/0/id', (file: ReturnType<typeof read>) => (file.working_groups[0].id = 'a b')],
    ['/instruments/0/adopted', (file: ReturnType<typeof read>) => (file.instruments[0].adopted = '2017-13')],
    [
      '/observations/0/missing/reason',
      (file: ReturnType<typeof read>) => (file.observations[0].missing = { reason: 'lost' }),
    ],
    [
      '/counts_by_year/rows/0/cells',
      (file: ReturnType<typeof read>) => (file.counts_by_year.rows[0].cells = []),
    ],
    ['/finance/budget/0/year', (file: ReturnType<typeof read>) => (file.finance.budget[0].year = 'last')],
    ['/documents/items', (file: ReturnType<typeof read>) => (file.documents.items = {})],
  ])('refuses a fault at %s', (path, plant) => {
    const file = read();
    plant(file);
    expect(faultsOf(file).some((found) => found.startsWith(path))).toBe(true);
    expect(faultsOf(file).length).toBeGreaterThan(0);
  });

  test('names every list of the first data set', () => {
    const named = Object.keys(describeLayout().properties ?? {});
    const lists = Object.entries(read()).filter(([, value]) => Array.isArray(value));
    expect(lists.map(([key]) => key).filter((key) => !named.includes(key))).toEqual([]);
    expect(lists.length).toBeGreaterThan(10);
  });
});

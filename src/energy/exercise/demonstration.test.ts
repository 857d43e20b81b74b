import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { energyDemonstration } from './demonstration.ts';

const union = JSON.parse(
  await readFile(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);

test('The made-up year holds exercises in the group on security of supply, with the seven states and the Commission', () => {
  const { powers, working_groups: groups = [] } = energyDemonstration(union);
  expect(powers).toEqual([{ id: 'energy_exercises', body: 'plef-sg2', source: ['demonstration'] }]);
  expect(groups).toMatchObject([
    {
      ...{ id: 'plef-sg2', source: ['demonstration'] },
      participants: ['BE', 'DE', 'FR', 'LU', 'NL', 'AT', 'CH', 'EU-COM'],
    },
  ]);
});

test('A union without the forum gets nothing', () => {
  expect(energyDemonstration({ parties: union.parties, working_groups: [] })).toEqual({});
});

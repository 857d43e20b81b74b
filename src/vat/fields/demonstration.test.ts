import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { feedbackOperation } from '../cases/model.ts';
import { vatDemonstration } from './demonstration.ts';
import { fieldNames, powerOf } from './model.ts';

const union = JSON.parse(
  await readFile(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);

test('The made-up year works each field in the group that the evaluation lists for it, with participants that are marked made up', () => {
  const { powers = [], working_groups: groups = [] } = vatDemonstration(union);
  expect(powers.map(({ id, body }) => `${id} ${body}`)).toEqual([
    'vat_cases fisc-mtic',
    'vat_refunds fisc-vrp',
    'vat_one_stop_shop fisc-moss',
    'vat_joint_checks fisc-cep',
  ]);
  expect(powers.map(({ id }) => id)).toEqual(fieldNames.map(powerOf));
  for (const { id, source, participants } of groups) {
    expect(source, String(id)).toEqual(['demonstration']);
    expect(participants).toContain('BE');
  }
});

test('A state observes in one field and takes part in the others', () => {
  const { working_groups: groups = [] } = vatDemonstration(union);
  const withLuxembourg = groups.filter(({ participants }) => (participants as string[]).includes('LU'));
  expect(groups.length - withLuxembourg.length).toBe(1);
  expect(groups.find(({ observers }) => ((observers ?? []) as string[]).includes('LU'))?.id).toBe('fisc-cep');
});

test('A treaty that is marked made up opens what came of traders between the members, in a case and for a purpose', () => {
  const { instruments = [], provisions = [] } = vatDemonstration(union);
  const [treaty] = instruments;
  expect(treaty).toMatchObject({
    parties: expect.arrayContaining(['NL', 'BE', 'LU']),
    source: ['demonstration'],
  });
  expect(treaty?.title).toMatch(/^SYNTHETIC: /);
  expect(provisions.map(({ instrument, operation }) => [instrument, operation])).toEqual([
    [treaty?.id, feedbackOperation],
  ]);
  const [all] = provisions.map(({ conditions }) => (conditions as { readonly all: readonly object[] }).all);
  expect(all).toContainEqual({ type: 'purpose', among: ['vat_fraud'] });
  expect(all).toContainEqual({ type: 'case_reference' });
});

test('A union without these groups gets nothing', () => {
  expect(vatDemonstration({ parties: union.parties, working_groups: [] })).toEqual({});
});

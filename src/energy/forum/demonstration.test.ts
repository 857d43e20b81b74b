import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { forumDemonstration } from './demonstration.ts';
import { isAdmitted, subjects } from './rules/admission.ts';

const union = JSON.parse(
  await readFile(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8'),
);

test('The made-up year puts each subject of the forum in the support group that the evaluation lists for it', () => {
  const { powers = [] } = forumDemonstration(union);
  expect(powers.map(({ id, body }) => `${id} ${body}`)).toEqual([
    'energy_market_integration plef-sg1',
    'energy_security_of_supply plef-sg2',
    'energy_flexibility plef-sg3',
  ]);
});

test('Its market parties say of themselves that they are made up, and sit nowhere where the rule lets them never in', () => {
  const { parties = [], participations = [] } = forumDemonstration(union);
  for (const { name } of parties) expect(name).toContain('made up');
  const subjectOf = new Map(subjects.map((subject, place) => [`plef-sg${place + 1}`, subject]));
  expect(participations.length).toBeGreaterThan(parties.length);
  for (const { party, body } of participations) {
    const subject = subjectOf.get(String(body)) ?? 'flexibility';
    const kind = String(parties.find(({ id }) => id === party)?.kind);
    const matter = { subject, isSensitive: false, invited: [String(party)] };
    expect(isAdmitted(matter, { id: String(party), kind }), `${party} ${body}`).toBe(true);
  }
});

test('A union without the forum gets nothing', () => {
  expect(forumDemonstration({ parties: union.parties, working_groups: [] })).toEqual({});
});

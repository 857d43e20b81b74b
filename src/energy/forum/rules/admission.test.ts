import { describe, expect, test } from 'vitest';
import { admissionOf, isAdmitted, stakeholderOf, stakeholders, subjects } from './admission.ts';

const platform = { id: 'platform', kind: 'market_platform' };
const consumers = { id: 'consumers', kind: 'large_consumers' };

describe('The platform of market parties', () => {
  test('sits in every group, and in none where the matter is market-sensitive', () => {
    for (const subject of subjects) {
      expect(isAdmitted({ subject, isSensitive: false, invited: [] }, platform)).toBe(true);
      expect(isAdmitted({ subject, isSensitive: true, invited: [] }, platform)).toBe(false);
    }
  });

  test('is not let in by an invitation either', () => {
    expect(isAdmitted({ subject: 'flexibility', isSensitive: true, invited: ['platform'] }, platform)).toBe(
      false,
    );
  });
});

test('Exchanges sit in the group on market integration alone', () => {
  expect(subjects.map((subject) => admissionOf('exchange', subject, false))).toEqual(['sits', 'no', 'no']);
});

test('Large consumers come to the group on flexibility once they are invited, and to no other', () => {
  const matter = { isSensitive: false, invited: ['consumers'] };
  expect(subjects.map((subject) => isAdmitted({ subject, ...matter }, consumers))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isAdmitted({ subject: 'flexibility', isSensitive: false, invited: [] }, consumers)).toBe(false);
});

test('That a matter is market-sensitive keeps nobody away but the platform', () => {
  const changed = stakeholders.filter((one) =>
    subjects.some((subject) => admissionOf(one, subject, true) !== admissionOf(one, subject, false)),
  );
  expect(changed).toEqual(['market_platform']);
});

test('Observers of Switzerland’s kind count as a state; a region or an unknown kind of party is let in nowhere', () => {
  expect(stakeholderOf('penta_participant')).toBe('state');
  for (const kind of ['neighbouring_region', 'trader', ''])
    for (const subject of subjects)
      expect(isAdmitted({ subject, isSensitive: false, invited: ['x'] }, { id: 'x', kind })).toBe(false);
});

import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { instrumentStanding, openingsIn } from './opened.ts';

const provision = (operation: string, article: string, all: readonly object[] = []) => ({
  ...{ instrument: 'treaty', operation, article, conditions: { all } },
});
const purpose = (...among: string[]) => ({ type: 'purpose', among });

describe('What instruments open of that which cases ask', () => {
  test('is found with articles and purposes, each once, also where one of several conditions would do', () => {
    const openings = openingsIn([
      provision('vat.feedback', '5', [purpose('vat_fraud'), { type: 'case_reference' }]),
      provision('vat.reveal', '4', [{ type: 'any_of', of: [purpose('vat_fraud'), purpose('recovery')] }]),
      provision('plates', '9', [purpose('investigate')]),
    ]);
    expect([...openings]).toEqual([
      ['treaty', { what: ['reveal', 'feedback'], articles: ['5', '4'], purposes: ['vat_fraud', 'recovery'] }],
    ]);
  });

  test('is nothing where no provision is of cases, and not in force before its day, after it and for others', () => {
    const [opening] = openingsIn([provision('vat.feedback', '5')]).values();
    const standing = (body: object, known = opening) =>
      instrumentStanding(body as Readonly<Record<string, unknown>>, known, {
        party: 'BE',
        today: '2020-06-15' as PlainDate,
      });
    const body = { parties: ['BE', 'NL'], in_force: '2020-01' };
    expect(standing(body)).toBe('opens');
    expect(standing({ ...body, in_force_until: '2020-06-15' })).toBe('opens');
    expect(standing({ ...body, in_force_until: '2020-06-14' })).toBe('not_in_force');
    expect(standing({ ...body, in_force: '2020-07-01' })).toBe('not_in_force');
    expect(standing({ ...body, in_force: undefined })).toBe('not_in_force');
    expect(standing({ ...body, parties: ['NL', 'LU'] })).toBe('not_in_force');
    expect(instrumentStanding(body, undefined, { party: 'BE', today: '2020-06-15' as PlainDate })).toBe(
      'nothing',
    );
  });
});

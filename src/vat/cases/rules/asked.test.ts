import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { queryOf } from './asked.ts';

const about = {
  reference: 'BE-2026-001',
  traders: ['NL004495445B01', 'BE0400000086'],
  today: '2026-04-01' as PlainDate,
};
const token = (sign: string) => `NL.${sign.repeat(22)}`;
const codes = (read: ReturnType<typeof queryOf>) => (read.ok ? [] : read.problems.map(({ code }) => code));

describe('What is asked of another state', () => {
  test('is whose tokens some are, of an epoch', () => {
    const asked = `${token('a')}, ${token('b')}`;
    expect(queryOf({ what: 'reveal', to: 'NL', asked, epoch: 3 }, about)).toEqual({
      ok: true,
      value: { epoch: 3, tokens: [token('a'), token('b')] },
    });
    expect(
      codes(queryOf({ what: 'reveal', to: 'NL', asked: 'NL004495445B01', epoch: undefined }, about)),
    ).toEqual(['vat_asked_epoch_missing', 'vat_asked_token_invalid']);
  });
  test('is whether goods can have gone from one token to another since a month', () => {
    const asked = `${token('a')} ${token('b')} 2026-03\n`;
    expect(queryOf({ what: 'bridges', to: 'NL', asked, epoch: 1 }, about)).toEqual({
      ok: true,
      value: { epoch: 1, pairs: [{ acquirer: token('a'), supplier: token('b'), month: '2026-03' }] },
    });
    for (const wrong of [
      `${token('a')} ${token('b')}`,
      `${token('a')} ${token('b')} 2026-13`,
      `${asked.trim()} 0.9`,
    ])
      expect(codes(queryOf({ what: 'bridges', to: 'NL', asked: wrong, epoch: 1 }, about))).toEqual([
        'vat_asked_pair_invalid',
      ]);
  });
  test('is of no month that is not over', () => {
    const asked = (month: string) => `${token('a')} ${token('b')} ${month}`;
    const said = (month: string) =>
      queryOf({ what: 'bridges', to: 'NL', asked: asked(month), epoch: 1 }, about);
    expect(codes(said('2026-04'))).toEqual(['vat_asked_month_to_come']);
    expect(codes(said('2027-01'))).toEqual(['vat_asked_month_to_come']);
    expect(said('2026-03').ok).toBe(true);
  });
  test('is what came of traders of that state, of whom the case is', () => {
    expect(queryOf({ what: 'feedback', to: 'NL', asked: 'NL004495445B01', epoch: undefined }, about)).toEqual(
      {
        ok: true,
        value: { reference: 'BE-2026-001', traders: ['NL004495445B01'] },
      },
    );
    expect(
      codes(queryOf({ what: 'feedback', to: 'NL', asked: 'BE0400000086', epoch: undefined }, about)),
    ).toEqual(['vat_asked_elsewhere']);
  });
  test('names nobody whom the case is not about', () => {
    const other = queryOf(
      { what: 'feedback', to: 'NL', asked: 'NL004495445B01', epoch: undefined },
      { ...about, traders: ['BE0400000086'] },
    );
    expect(codes(other)).toEqual(['vat_asked_foreign']);
  });
});

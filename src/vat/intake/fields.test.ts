import { describe, expect, test } from 'vitest';
import { amount, date, othersNumber, ownNumber, period, shortText, supplyKind } from './fields.ts';

const said = (read: { readonly text: string; readonly code: string | null }) =>
  read.code === null || read.code === 'written_otherwise' ? [read.text, read.code] : read.code;

describe('An amount', () => {
  test.each([
    ['12345.60', '1234560', null],
    ['-0.05', '-5', null],
    ['007.00', '700', null],
    ['-0.00', '0', null],
    ['12', '1200', null],
    ['-12', '-1200', null],
    ['12.5', '1250', 'written_otherwise'],
    ['12,5', '1250', 'written_otherwise'],
    ['1.234,56', '123456', 'written_otherwise'],
    ['1,234.56', '123456', 'written_otherwise'],
    ['1.234.567', '123456700', 'written_otherwise'],
    ['1 234 567,89', '123456789', 'written_otherwise'],
    ['1 234,5', '123450', 'written_otherwise'],
    [' 12.50 ', '1250', 'written_otherwise'],
    ['−3,00', '-300', 'written_otherwise'],
  ])('%j is %s cents (%s)', (written, cents, code) => {
    expect(said(amount(written))).toEqual([cents, code]);
  });

  test.each([
    // One thousand and more, or one and a bit: nobody knows.
    ['1.234', 'amount_ambiguous'],
    ['1,234', 'amount_ambiguous'],
    ['', 'amount_unreadable'],
    ['-', 'amount_unreadable'],
    ['1e6', 'amount_unreadable'],
    ['12.3456', 'amount_unreadable'],
    ['1.23.45', 'amount_unreadable'],
    ['12,34,56.00', 'amount_unreadable'],
    ['€ 5', 'amount_unreadable'],
    ['NaN', 'amount_unreadable'],
    ['10000000000000.01', 'amount_too_large'],
    ['99999999999999999999.00', 'amount_too_large'],
  ])('%j is refused: %s', (written, code) => {
    expect(said(amount(written))).toBe(code);
  });
});

describe('A period', () => {
  test.each([
    ['2019-05', null],
    ['2019-Q2', null],
    ['2019', null],
    ['201905', 'written_otherwise'],
    ['2019/5', 'written_otherwise'],
    ['05/2019', 'written_otherwise'],
    ['2019q2', 'written_otherwise'],
    ['Q2 2019', 'written_otherwise'],
  ])('%j is taken (%s)', (written, code) => {
    expect(period(written).code).toBe(code);
  });

  test.each(['20195', '2019-13', '13/2019', '2019-Q5', 'May 2019', ''])('%j is refused', (written) => {
    expect(said(period(written))).toBe('period_unreadable');
  });
});

describe('A day', () => {
  test('is corrected where the first number cannot be a month, and refused where it can', () => {
    expect(said(date('2019-05-31'))).toEqual(['2019-05-31', null]);
    expect(said(date('31/05/2019'))).toEqual(['2019-05-31', 'written_otherwise']);
    expect(said(date('05.05.2019'))).toEqual(['2019-05-05', 'written_otherwise']);
    expect(said(date('05/06/2019'))).toBe('date_unreadable');
    expect(said(date('2019-02-29'))).toBe('date_unreadable');
    expect(said(date('2019-02'))).toBe('date_unreadable');
  });
});

describe('The number', () => {
  test('of who declares must be sound and of the state that took the declaration', () => {
    expect(said(ownNumber('NL')('NL004495445B01'))).toEqual(['NL004495445B01', null]);
    expect(said(ownNumber('NL')('nl 0044.95.445.B01'))).toEqual(['NL004495445B01', 'written_otherwise']);
    expect(said(ownNumber('NL')('NL004495446B01'))).toBe('number_unsound');
    expect(said(ownNumber('NL')('BE0403019261'))).toBe('not_of_state');
    expect(said(ownNumber('NL')('0403019261'))).toBe('number_unreadable');
  });

  test('of the other is taken when it is not sound, since that is what the match must find', () => {
    expect(said(othersNumber('BE0403019261'))).toEqual(['BE0403019261\t1', null]);
    expect(said(othersNumber('BE0403019262'))).toEqual(['BE0403019262\t0', null]);
  });
});

describe('Other fields', () => {
  test('are kinds in any case, and texts without signs that no printer has', () => {
    expect(said(supplyKind('t'))).toEqual(['T', 'written_otherwise']);
    expect(said(supplyKind('X'))).toBe('kind_unknown');
    expect(said(shortText('INV 2019/7'))).toEqual(['INV 2019/7', null]);
    expect(said(shortText('a\tb'))).toBe('text_unreadable');
    expect(said(shortText('x'.repeat(101)))).toBe('text_unreadable');
  });
});

import { expect, test } from 'vitest';
import { refundTexts } from './texts.ts';

const sentence = (language: 'nl' | 'fr' | 'de' | 'en') =>
  refundTexts(language)
    .problems.vat_claim_day_before_last({ on: '2024-05-05', last: '2024-06-01' })
    .replaceAll(/\s/g, ' ');

test('A finding says its days as each language writes them', () => {
  expect(sentence('nl')).toContain('5 mei 2024');
  expect(sentence('fr')).toContain('5 mai 2024');
  expect(sentence('de')).toContain('5. Mai 2024');
  expect(sentence('en')).toContain('5 May 2024');
});

test('A finding says its amounts as each language writes them, and leaves counts as they are', () => {
  const said = (language: 'nl' | 'fr' | 'de' | 'en') =>
    refundTexts(language).problems.vat_claim_corrected_over({ most: '9999.00' }).replaceAll(/\s/g, ' ');
  expect(said('nl')).toContain('9.999,00');
  expect(said('fr')).toContain('9 999,00');
  expect(said('de')).toContain('9.999,00');
  expect(refundTexts('nl').problems.vat_refund_too_many_invoices({ count: 3, most: 2 })).toContain('2');
});

test('What somebody wrote is repeated as he wrote it', () => {
  expect(refundTexts('nl').problems.vat_refund_field_invalid({ field: 'x', given: '2024-05-05' })).toContain(
    '2024-05-05',
  );
});

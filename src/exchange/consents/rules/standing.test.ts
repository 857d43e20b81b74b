import { expect, test } from 'vitest';
import { day as on } from '#kernel/fixtures/dates.ts';
import { consentOn, consentStateOn, type HeldConsent } from './standing.ts';

const consent = (steps: HeldConsent['steps'], more: object = {}): HeldConsent => ({
  id: 'k',
  body: {
    id: 'k',
    supplier: 'BE',
    receiver: 'NL',
    instrument: 'treaty',
    case_reference: 'synthetic-case-1',
    purpose: 'evidence',
    from: '2026-01-10',
    ...more,
  },
  steps,
});
const given = { to: 'given', effectiveOn: on('2026-01-20') };

test('a consent covers nothing that was done before it was given', () => {
  expect(consentOn(consent([given]), on('2026-01-19'))).toBeNull();
  expect(consentOn(consent([given]), on('2026-01-20'))).toEqual({
    id: 'k',
    supplier: 'BE',
    receiver: 'NL',
    to: 'evidence',
    instrument: 'treaty',
    dataSet: null,
    case: 'synthetic-case-1',
    from: '2026-01-20',
    until: null,
  });
});

test('a consent that names no instrument covers nothing', () => {
  const unnamed = consent([given], { instrument: undefined });
  expect(consentOn(unnamed, on('2026-01-20'))).toBeNull();
});

test('a withdrawal counts from its day on, and what was before stays as it was', () => {
  const withdrawn = consent([given, { to: 'withdrawn', effectiveOn: on('2026-03-01') }], { until: '2026' });
  expect(consentOn(withdrawn, on('2026-02-28'))?.until).toBe('2026-01-01');
  const open = consent([given, { to: 'withdrawn', effectiveOn: on('2026-03-01') }], { until: '2027' });
  expect(consentOn(open, on('2026-02-28'))?.until).toBe('2027-01-01');
  expect(consentOn(open, on('2026-03-01'))?.until).toBe('2026-03-01');
  expect(consentStateOn(open, on('2026-02-28'))).toEqual({ state: 'given', since: '2026-01-20' });
  expect(consentStateOn(open, on('2026-03-02'))).toEqual({ state: 'withdrawn', since: '2026-03-01' });
});

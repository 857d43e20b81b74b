import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import { participationRoles } from '../model.ts';
import { type PartyInBody, takesPart } from './participation.ts';
import { sightOf } from './sight.ts';

const day = '2020-06-01' as PlainDate;
const part = (role: PartyInBody['role'], from: string | null, to: string | null): PartyInBody => ({
  party: 'DE-NW',
  role,
  period: { from: from as PartialDate | null, to: to as PartialDate | null },
  seenOn: null,
});

test('an observer of the pilot since 2018 (§11.2.2) sees what is open, a participant the papers, others nothing of it', () => {
  expect(sightOf([part('observer', '2018', null)], 'DE-NW', day)).toBe('open');
  expect(sightOf([part('participant', '2018', null)], 'DE-NW', day)).toBe('papers');
  expect(sightOf([part('participant', '2018', '2019')], 'DE-NW', day)).toBe('none');
  expect(sightOf([part('observer', '2018', null)], 'FR', day)).toBe('none');
});

test('what is not certain opens nothing, and is not called nothing', () => {
  expect(sightOf([part('participant', '2020', null)], 'DE-NW', day)).toBe('unknown');
  expect(sightOf([part('observer', '2020', null)], 'DE-NW', day)).toBe('unknown');
});

test('papers are seen exactly by whoever certainly takes part', () => {
  const month = fc.integer({ min: 1, max: 12 }).map((of) => `2020-${String(of).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...participationRoles), fc.option(month), fc.option(month))),
      (said) => {
        const parts = said.map(([role, from, to]) => part(role, from, to));
        expect(sightOf(parts, 'DE-NW', day) === 'papers').toBe(takesPart(parts, 'DE-NW', day) === 'yes');
      },
    ),
  );
});

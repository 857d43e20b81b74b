import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PartialDate } from '#kernel/dates.ts';
import { day as on } from '#kernel/fixtures/dates.ts';
import type { RegisterSnapshot } from '#union';
import { consentOn, type HeldConsent } from '../../consents/rules/standing.ts';
import { firstDay, moments } from '../../fixtures/registers.ts';
import { AccessRequest, type Condition } from '../../model.ts';
import { decide } from '../../rules/decide.ts';
import { readLaw } from '../../rules/law.ts';
import { authorisationOn, type Held, type Step, standingOn } from './standing.ts';

const step = (act: string, effectiveOn: PartialDate, by = 'BE'): Step => ({
  act,
  by,
  effectiveOn,
  to: act === 'suspend' ? 'suspended' : act === 'close' ? 'closed' : 'listed',
});

/** An officer of NL at the data of BE, whose name is made up. */
const body = {
  id: 'a',
  supplier: 'BE',
  party: 'NL',
  officer: 'synthetic-0417',
  data_set: 'registers',
  basis: 'agreement-15',
  from: '2026-01-10',
  dormant_after_days: 90,
};
const listed = step('list', on('2026-01-05'));
const held = (steps: readonly Step[] = [], more: Partial<Held> = {}): Held => ({
  id: 'a',
  body,
  steps: [listed, ...steps],
  lastUse: null,
  ...more,
});
const opens = (one: Held, day: string) => {
  const found = authorisationOn(one, on(day));
  return (
    found !== null &&
    found.from <= day &&
    (found.until === null || on(day) < found.until) &&
    (found.suspendedOn === null || on(day) < found.suspendedOn)
  );
};

describe('A named authorisation', () => {
  test('holds from its first day on and not before it was listed, whatever it says', () => {
    expect(authorisationOn(held(), on('2026-01-04'))).toBeNull();
    expect(opens(held(), '2026-01-09')).toBe(false);
    expect(opens(held(), '2026-01-10')).toBe(true);
    const late = held([], { steps: [step('list', on('2026-02-01'))] });
    expect(authorisationOn(late, on('2026-02-01'))?.from).toBe('2026-02-01');
    expect(opens(late, '2026-01-20')).toBe(false);
  });

  test('of dates known to the month begins late and ends early', () => {
    const monthly = held([], {
      body: { ...body, from: '2026-01', until: '2026-03', dormant_after_days: 900 },
    });
    expect(
      ['2026-01-30', '2026-01-31', '2026-02-28', '2026-03-01'].map((day) => opens(monthly, day)),
    ).toEqual([false, true, true, false]);
  });

  test('is suspended on the day of the suspension until the party that suspended it lifts that', () => {
    const steps = [
      step('suspend', on('2026-02-01'), 'NL'),
      step('suspend', on('2026-02-03'), 'BE'),
      step('resume', on('2026-02-05'), 'BE'),
    ];
    expect(opens(held(steps), '2026-01-31')).toBe(true);
    expect(opens(held(steps), '2026-02-01')).toBe(false);
    const standing = standingOn(held(steps), on('2026-02-06'));
    expect(standing).toMatchObject({ state: 'suspended', suspendedBy: ['NL'], suspendedOn: '2026-02-01' });
    const lifted = held([...steps, step('resume', on('2026-02-07'), 'NL')]);
    expect(standingOn(lifted, on('2026-02-06'))).toMatchObject({ state: 'suspended' });
    expect(opens(lifted, '2026-02-07')).toBe(true);
  });

  test('is closed for good on the day of its closing', () => {
    const closed = held([step('close', on('2026-02-01'))]);
    expect(opens(closed, '2026-01-31')).toBe(true);
    expect(opens(closed, '2026-02-01')).toBe(false);
    expect(standingOn(closed, on('2026-02-02'))).toMatchObject({ state: 'closed', dormantOn: null });
  });

  test('is to be reviewed a year after it was listed or reviewed last', () => {
    const reviewed = held([], { body: { ...body, reviews: [{ on: '2026-06-30' }] } });
    expect(standingOn(held(), on('2026-05-01'))?.reviewDue).toBe('2027-01-10');
    expect(standingOn(reviewed, on('2026-06-29'))?.reviewDue).toBe('2027-01-10');
    expect(standingOn(reviewed, on('2027-06-30'))).toMatchObject({
      reviewedOn: '2026-06-30',
      reviewDue: '2027-06-30',
      isReviewOverdue: false,
    });
    expect(standingOn(reviewed, on('2027-07-01'))?.isReviewOverdue).toBe(true);
    expect(authorisationOn(reviewed, on('2027-07-01'))?.reviewedOn).toBe('2026-06-30');
  });

  test('that is not used for as long as the supplier allows is dormant, and opens nothing before it is closed', () => {
    expect(standingOn(held(), on('2026-01-10'))?.dormantOn).toBe('2026-04-10');
    expect(opens(held(), '2026-04-09')).toBe(true);
    expect(opens(held(), '2026-04-10')).toBe(false);
    const used = held([], { lastUse: on('2026-03-01') });
    expect(opens(used, '2026-05-29')).toBe(true);
    expect(opens(used, '2026-05-30')).toBe(false);
    const resumed = [step('suspend', on('2026-04-01')), step('resume', on('2026-04-20'))];
    expect(opens(held(resumed), '2026-04-20')).toBe(false);
  });
});

/** Random lives, in the order of their days: what a party does twice or cannot do is as if it were not done. */
const days = fc.integer({ min: 0, max: 60 }).map((count) => addDays(firstDay, count));
const parties = fc.constantFrom('NL', 'BE', 'LU');
const acts = fc.array(
  fc.record({ act: fc.constantFrom('suspend', 'resume', 'close'), on: days, by: parties }),
  { maxLength: 4 },
);
const byDay = (steps: readonly Step[]) =>
  steps.toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
const lives: fc.Arbitrary<Held> = fc
  .record({
    officer: fc.constantFrom('o1', 'o2'),
    party: parties,
    data_set: fc.constantFrom('plates', 'persons'),
    basis: fc.constantFrom('treaty', 'treaty', 'another'),
    from: days,
    dormant: fc.constantFrom(7, 90),
    lastUse: fc.option(days),
    acts,
  })
  .map(({ acts: taken, lastUse, dormant, ...said }) => ({
    id: 'a',
    body: {
      ...said,
      supplier: 'BE',
      dormant_after_days: dormant,
      trained_on: firstDay,
      screened_on: firstDay,
    },
    steps: [step('list', firstDay), ...byDay(taken.map((one) => step(one.act, one.on, one.by)))],
    lastUse,
  }));
const given: fc.Arbitrary<HeldConsent> = fc
  .record({
    id: fc.constantFrom('k1', 'k2'),
    supplier: parties,
    receiver: parties,
    case_reference: fc.constantFrom('c1', 'c2'),
    purpose: fc.constantFrom('evidence', 'disclosure'),
    instrument: fc.constantFrom('treaty', 'treaty', 'treaty', 'another'),
    data_set: fc.option(fc.constantFrom('plates', 'persons'), { nil: undefined, freq: 1 }),
    from: days,
    until: fc.option(days, { nil: undefined, freq: 1 }),
    withdrawn: fc.option(days),
  })
  .map(({ id, withdrawn, ...said }) => ({
    id,
    body: { id, ...said },
    steps: [
      { to: 'given', effectiveOn: firstDay },
      ...(withdrawn === null ? [] : [{ to: 'withdrawn', effectiveOn: withdrawn }]),
    ],
  }));
const closings = fc.record({
  which: fc.nat(),
  act: fc.constantFrom('suspend', 'close', 'withdraw'),
  on: days,
  by: parties,
});

/** One article, open between all three, that asks for an officer who is listed, or for him and for a consent. */
const registerOf = (all: readonly Condition[]): RegisterSnapshot => ({
  register: 'r',
  instruments: {
    treaty: {
      versions: [
        { knownOn: firstDay, parties: ['NL', 'BE', 'LU'], boundBy: null, basedOn: [], implements: null },
      ],
      steps: [
        {
          axis: 'state',
          to: 'in_force',
          effectiveOn: firstDay,
          observed: false,
          knownOn: firstDay,
          withdrawnOn: null,
        },
      ],
    },
  },
  provisions: {
    p: [
      {
        knownOn: firstDay,
        instrument: 'treaty',
        article: '1',
        operation: 'ask',
        edition: 1,
        conditions: { all },
        from: null,
        until: null,
      },
    ],
  },
});
const laws = [
  readLaw(registerOf([{ type: 'authorisation' }]), firstDay),
  readLaw(registerOf([{ type: 'authorisation' }, { type: 'consent', to: 'evidence' }]), firstDay),
] as const;

test('whatever was done before and after, a suspension, closing or withdrawal opens nothing', () => {
  let shut = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...laws),
      fc.array(lives, { minLength: 1, maxLength: 3 }),
      fc.array(given, { minLength: 1, maxLength: 3 }),
      moments,
      closings,
      (law, authorisations, consents, now, { which, act, on: day, by }) => {
        const asker = authorisations[0]?.body ?? {};
        const request = AccessRequest.parse({
          id: 'q',
          from: { party: asker.party, officer: asker.officer },
          to: 'BE',
          instrument: 'treaty',
          operation: 'ask',
          data_set: asker.data_set,
          case: 'c1',
          consents: ['k1', 'k2'],
        });
        const decided = (held: readonly Held[], agreed: readonly HeldConsent[]) =>
          decide(
            request,
            {
              law,
              used: () => 0,
              authorisations: held.flatMap((one) => authorisationOn(one, now.day) ?? []),
              consents: agreed.flatMap((one) => consentOn(one, now.day) ?? []),
            },
            now,
          ).outcome;
        const changed = <One>(all: readonly One[], change: (one: One) => One) =>
          all.map((one, index) => (index === which % all.length ? change(one) : one));
        const withdrawn = { to: 'withdrawn', effectiveOn: day };
        const before = decided(authorisations, consents);
        const after =
          act === 'withdraw'
            ? decided(
                authorisations,
                changed(consents, (one) => ({ ...one, steps: [...one.steps, withdrawn] })),
              )
            : decided(
                changed(authorisations, (one) => ({
                  ...one,
                  steps: byDay([...one.steps, step(act, day, by)]),
                })),
                consents,
              );
        if (before === 'denied') expect(after).toBe('denied');
        else if (after === 'denied') shut += 1;
      },
    ),
    { seed: 20231001, numRuns: 4000 },
  );
  // Of what shuts nothing nothing would be learnt.
  expect(shut).toBeGreaterThan(40);
});

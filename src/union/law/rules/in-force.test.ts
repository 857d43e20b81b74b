import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import { endedStates } from '../model.ts';
import {
  closedReasons,
  type InstrumentHistory,
  inForce,
  type ProvisionVersion,
  type RegisterSnapshot,
  type SnapshotStep,
} from './in-force.ts';

fc.configureGlobal({ seed: 20200531 });

const step = (
  axis: string,
  to: string,
  on: string,
  known = '2000-01-01',
  observed = false,
): SnapshotStep => ({
  axis,
  to,
  effectiveOn: date(on),
  observed,
  knownOn: day(known),
  withdrawnOn: null,
});
const instrument = (
  steps: readonly SnapshotStep[],
  said: Partial<InstrumentHistory['versions'][number]> = {},
): InstrumentHistory => ({
  versions: [
    {
      knownOn: day('2000-01-01'),
      parties: ['NL', 'BE'],
      boundBy: null,
      basedOn: [],
      implements: null,
      ...said,
    },
  ],
  steps,
});
const inForceSince = (on: string) => [
  step('state', 'draft', '2001-01-01'),
  step('state', 'adopted', '2001-02-01'),
  step('state', 'in_force', on),
];
const snapshotOf = (
  instruments: RegisterSnapshot['instruments'],
  provisions: RegisterSnapshot['provisions'] = {},
): RegisterSnapshot => ({ register: 'r', instruments, provisions });
const treaty = { kind: 'instruments', id: 'treaty' } as const;
const access = { kind: 'provisions', id: 'access' } as const;
const provision = (said: Partial<ProvisionVersion> = {}): ProvisionVersion => ({
  knownOn: day('2000-01-01'),
  instrument: 'treaty',
  article: '5',
  operation: 'consult-plates',
  edition: 1,
  conditions: { purpose: ['search'] },
  from: null,
  until: null,
  ...said,
});
/** The answer, and what speaks against it as `code party subject`. */
function ask(
  snapshot: RegisterSnapshot,
  on: string,
  { subject = treaty as typeof treaty | typeof access, parties = ['NL', 'BE'], known = '2025-01-01' } = {},
) {
  const found = inForce(snapshot, subject, parties, day(on), day(known));
  return found.answer === 'yes'
    ? ['yes']
    : [
        found.answer,
        ...found.reasons.map(({ code, party, subject: { id } }) =>
          [code, party, id].filter(Boolean).join(' '),
        ),
      ];
}

describe('Worked examples', () => {
  const simple = snapshotOf({ treaty: instrument(inForceSince('2002-01-01')) });

  test('in force from the day of entry on, between its parties', () => {
    expect(ask(simple, '2001-12-31')).toEqual(['no', 'not_yet_in_force treaty']);
    expect(ask(simple, '2002-01-01')).toEqual(['yes']);
    expect(ask(simple, '2002-01-01', { parties: ['NL', 'FR'] })).toEqual(['no', 'not_a_party FR treaty']);
  });

  test('A source that says when it was adopted and not when it entered into force leaves that unknown', () => {
    const decision = snapshotOf({
      treaty: instrument([step('state', 'adopted', '2017-09')], { parties: null }),
    });
    expect(ask(decision, '2019-01-01', { parties: [] })).toEqual(['unknown', 'entry_not_stated treaty']);
    expect(ask(decision, '2019-01-01', { parties: ['NL'] })).toEqual([
      'unknown',
      'entry_not_stated treaty',
      'parties_not_stated NL treaty',
    ]);
  });

  test('The treaty of 2008 entered into force in 2012: within that year it is not known', () => {
    const union = snapshotOf({
      treaty: instrument([step('state', 'adopted', '2008'), step('state', 'in_force', '2012')]),
    });
    expect(ask(union, '2011-12-31')).toEqual(['no', 'not_yet_in_force treaty']);
    expect(ask(union, '2012-06-01')).toEqual(['unknown', 'date_imprecise treaty']);
    expect(ask(union, '2012-12-31')).toEqual(['yes']);
  });

  test('A protocol in force binds whoever ratified it: Belgium signed, and is not bound', () => {
    const protocol = snapshotOf({
      treaty: instrument(
        [
          ...inForceSince('2011-06-05'),
          step('consent/NL', 'ratified', '2009-01-07'),
          step('consent/BE', 'signed', '2008-05-27'),
        ],
        { boundBy: 'ratification' },
      ),
    });
    expect(ask(protocol, '2015-01-01', { parties: ['NL'] })).toEqual(['yes']);
    expect(ask(protocol, '2015-01-01')).toEqual(['no', 'not_consented BE treaty']);
  });

  test('A party has a beginning and an end of its own', () => {
    const steps = [
      ...inForceSince('2002-01-01'),
      step('bound/BE', 'bound', '2003-01-01'),
      step('bound/BE', 'released', '2004-01-01'),
    ];
    const own = snapshotOf({ treaty: instrument(steps) });
    expect(ask(own, '2002-06-01')).toEqual(['no', 'party_not_yet BE treaty']);
    expect(ask(own, '2003-06-01')).toEqual(['yes']);
    expect(ask(own, '2004-01-01')).toEqual(['no', 'party_ended BE treaty']);
    expect(ask(own, '2004-01-01', { parties: ['NL'] })).toEqual(['yes']);
  });

  test('An old decision is the same question with what was known then', () => {
    const ended = { ...step('state', 'repealed', '2010-01-01', '2010-03-01') };
    const late = snapshotOf({ treaty: instrument([...inForceSince('2002-01-01'), ended]) });
    expect(ask(late, '2010-02-01', { known: '2010-02-28' })).toEqual(['yes']);
    expect(ask(late, '2010-02-01', { known: '2010-03-01' })).toEqual(['no', 'ended treaty']);
    const corrected = { ...ended, withdrawnOn: day('2010-05-01') };
    const put = snapshotOf({ treaty: instrument([...inForceSince('2002-01-01'), corrected]) });
    expect(ask(put, '2010-02-01', { known: '2010-04-01' })).toEqual(['no', 'ended treaty']);
    expect(ask(put, '2010-02-01', { known: '2010-05-01' })).toEqual(['yes']);
  });

  test('What nobody knows of is never in force, and neither is what rests on itself', () => {
    expect(ask(simple, '2005-01-01', { known: '1999-12-31' })).toEqual(['unknown', 'not_known treaty']);
    expect(ask(snapshotOf({}), '2005-01-01')).toEqual(['unknown', 'not_known treaty']);
    const circle = snapshotOf({
      treaty: instrument(inForceSince('2002-01-01'), { basedOn: ['other'] }),
      other: instrument(inForceSince('2002-01-01'), { basedOn: ['treaty'] }),
    });
    expect(ask(circle, '2005-01-01')).toEqual(['unknown', 'circular treaty']);
    expect(
      inForce(simple, { kind: 'instruments', id: 'constructor' }, [], day('2005-01-01'), day('2005-01-01')),
    ).toEqual(expect.objectContaining({ answer: 'unknown' }));
  });

  test('An end that was only seen later may have been before', () => {
    const seen = step('state', 'expired', '2010-01-01', '2010-01-01', true);
    const snapshot = snapshotOf({ treaty: instrument([...inForceSince('2002-01-01'), seen]) });
    expect(ask(snapshot, '2005-01-01')).toEqual(['unknown', 'date_imprecise treaty']);
    expect(ask(snapshot, '2010-01-01')).toEqual(['no', 'ended treaty']);
  });

  test('A provision holds within its own days, and only while its instrument and what that rests on do', () => {
    const parts = { treaty: instrument(inForceSince('2002-01-01'), { basedOn: ['base'] }) };
    const base = instrument([...inForceSince('2002-01-01'), step('state', 'repealed', '2012-01-01')]);
    const held = snapshotOf(
      { ...parts, base },
      { access: [provision({ from: date('2003-01-01'), until: date('2015') })] },
    );
    expect(ask(held, '2002-06-01', { subject: access })).toEqual(['no', 'not_yet_in_force access']);
    expect(ask(held, '2005-01-01', { subject: access })).toEqual(['yes']);
    expect(ask(held, '2012-01-01', { subject: access })).toEqual(['no', 'ended base']);
    expect(ask(held, '2015-06-01', { subject: access })).toEqual(['no', 'ended base']);
  });
});

describe('Properties', () => {
  const span = ['2000-01-01', 8_000] as const;
  const days = plainDates(...span);
  const dates = partialDates(...span);
  const steps = fc.array(
    fc.record({
      axis: fc.constantFrom('state', 'state', 'consent/NL', 'bound/NL', 'consent/BE', 'bound/BE'),
      to: fc.constantFrom(
        'draft',
        'adopted',
        'in_force',
        'in_force',
        'expired',
        'signed',
        'ratified',
        'bound',
        'released',
      ),
      effectiveOn: dates as fc.Arbitrary<PartialDate>,
      observed: fc.boolean(),
      knownOn: days,
      withdrawnOn: fc.option(days, { nil: null }),
    }),
    { maxLength: 8 },
  );
  const versions = fc.array(
    fc.record({
      knownOn: days,
      parties: fc.option(fc.subarray(['NL', 'BE']), { nil: null }),
      boundBy: fc.constantFrom(null, 'adoption', 'signature', 'ratification' as const),
      basedOn: fc.subarray(['treaty', 'base']),
      implements: fc.constant(null),
    }),
    { maxLength: 2 },
  );
  /** Half of them begin as a plain instrument in force, or next to nothing would ever answer yes. */
  const histories = fc
    .record({ plain: fc.boolean(), versions, steps })
    .map(({ plain, ...random }): InstrumentHistory => {
      const { versions: first, steps: entered } = instrument(inForceSince('2002-01-01'));
      return plain
        ? { versions: [...first, ...random.versions], steps: [...entered, ...random.steps] }
        : random;
    });
  const snapshots = fc.record({
    register: fc.constant('r'),
    instruments: fc.record({ treaty: histories, base: histories }),
    provisions: fc.record({ access: fc.constant([provision()]) }),
  });
  /** One that answers yes, in many ways. */
  const held = fc
    .record({
      began: days,
      later: fc.integer({ min: 0, max: 3_000 }),
      rests: fc.boolean(),
      boundBy: fc.constantFrom(null, 'adoption', 'signature', 'ratification' as const),
    })
    .map(({ began, later, rests, boundBy }) => {
      const consents = ['NL', 'BE'].map((party) => step(`consent/${party}`, 'ratified', began));
      const parts = {
        treaty: instrument([...inForceSince(began), ...consents], {
          boundBy,
          basedOn: rests ? ['base'] : [],
        }),
        base: instrument(inForceSince(began)),
      };
      return { parts, rests, on: addDays(began, later) };
    });
  const known = day('2050-01-01');
  const asked = (snapshot: RegisterSnapshot, subject: typeof treaty | typeof access, on: PlainDate) =>
    inForce(snapshot, subject, ['NL', 'BE'], on, known).answer;
  const withStep = (history: InstrumentHistory, added: SnapshotStep) => ({
    ...history,
    steps: [...history.steps, added],
  });

  test('ending an instrument ends it and its provisions on that very day, and not a day sooner', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...endedStates), ({ parts, on }, end) => {
        const provisions = { access: [provision()] };
        const ended = snapshotOf(
          { ...parts, treaty: withStep(parts.treaty, step('state', end, on)) },
          provisions,
        );
        for (const subject of [treaty, access] as const) {
          expect(asked(snapshotOf(parts, provisions), subject, on)).toBe('yes');
          expect(asked(ended, subject, on)).toBe('no');
          const before = addDays(on, -1);
          expect(asked(ended, subject, before)).toBe(asked(snapshotOf(parts, provisions), subject, before));
        }
      }),
    );
  });

  test('what rests on an instrument that is not in force is not in force', () => {
    fc.assert(
      fc.property(held, ({ parts, rests, on }) => {
        const snapshot = snapshotOf({ ...parts, base: withStep(parts.base, step('state', 'repealed', on)) });
        expect(asked(snapshot, treaty, on)).toBe(rests ? 'no' : 'yes');
      }),
    );
    fc.assert(
      fc.property(snapshots, days, days, (snapshot, on, knownAt) => {
        const [child, parent] = (['treaty', 'base'] as const).map((id) =>
          inForce(snapshot, { kind: 'instruments', id }, ['NL'], on, knownAt),
        );
        const rests = snapshot.instruments.treaty.versions.findLast((one) => one.knownOn <= knownAt)?.basedOn;
        if (rests?.includes('base') && parent?.answer === 'no') expect(child?.answer).toBe('no');
        if (rests?.includes('base') && parent?.answer === 'unknown') expect(child?.answer).not.toBe('yes');
      }),
    );
  });

  test('a date that is not known to the day answers unknown within its period, no before and yes from its last day on', () => {
    fc.assert(
      fc.property(dates, days, (entry, on) => {
        const snapshot = snapshotOf({ treaty: instrument([step('state', 'in_force', entry)]) });
        const expected = on < firstDay(entry) ? 'no' : on < lastDay(entry) ? 'unknown' : 'yes';
        expect(asked(snapshot, treaty, on)).toBe(expected);
      }),
    );
    fc.assert(
      fc.property(held, dates, ({ parts, on }, end) => {
        const snapshot = snapshotOf({ ...parts, base: withStep(parts.base, step('state', 'expired', end)) });
        const within = firstDay(end) <= on && on < lastDay(end);
        if (within)
          expect(asked(snapshot, treaty, on)).toBe(
            parts.treaty.versions[0]?.basedOn.length ? 'unknown' : 'yes',
          );
      }),
    );
  });

  test('yes is never said without a step of entry that is certainly taken, parties named, and no end that may be', () => {
    let affirmed = 0;
    fc.assert(
      fc.property(snapshots, days, days, (snapshot, on, knownAt) => {
        const found = inForce(snapshot, treaty, ['NL'], on, knownAt);
        if (found.answer !== 'yes') {
          expect(found.reasons.length).toBeGreaterThan(0);
          const closed = found.reasons.filter(({ code }) =>
            (closedReasons as readonly string[]).includes(code),
          );
          expect(closed.length > 0).toBe(found.answer === 'no');
          return;
        }
        affirmed += 1;
        const { versions, steps: all } = snapshot.instruments.treaty;
        const standing = all.filter(
          (one) => one.knownOn <= knownAt && (one.withdrawnOn === null || one.withdrawnOn > knownAt),
        );
        const life = standing.filter(({ axis }) => axis === 'state');
        expect(life.some((one) => one.to === 'in_force' && one.effectiveOn <= on)).toBe(true);
        expect(life.some((one) => one.to === 'expired' && one.effectiveOn <= on)).toBe(false);
        expect(versions.findLast((one) => one.knownOn <= knownAt)?.parties).toContain('NL');
      }),
      { numRuns: 500 },
    );
    expect(affirmed).toBeGreaterThan(20);
  });

  test('what becomes known later changes no answer of before', () => {
    fc.assert(
      fc.property(snapshots, steps, days, days, (snapshot, added, on, knownAt) => {
        const later = added.map((one) => ({ ...one, knownOn: addDays(knownAt, 1) }));
        const { treaty: before } = snapshot.instruments;
        const grown = {
          ...snapshot,
          instruments: { ...snapshot.instruments, treaty: { ...before, steps: [...before.steps, ...later] } },
        };
        const asking = [treaty, ['NL', 'BE'], on, knownAt] as const;
        expect(inForce(grown, ...asking)).toEqual(inForce(snapshot, ...asking));
      }),
    );
  });
});

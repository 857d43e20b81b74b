import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import type { RegisterSnapshot } from '#union';
import { firstDay } from '../fixtures/registers.ts';
import { AccessRequest, type Condition } from '../model.ts';
import { type Authorisation, type Consent, decide, type Situation } from './decide.ts';
import { readLaw } from './law.ts';

/** A treaty in force whose article 1 opens one operation on conditions. */
function situation(all: readonly Condition[], record: Partial<Omit<Situation, 'law'>> = {}): Situation {
  const step = (to: string) => ({
    axis: 'state',
    to,
    effectiveOn: firstDay,
    observed: false,
    knownOn: firstDay,
    withdrawnOn: null,
  });
  const snapshot: RegisterSnapshot = {
    register: 'r',
    instruments: {
      treaty: {
        versions: [
          { knownOn: firstDay, parties: ['NL', 'BE'], boundBy: null, basedOn: [], implements: null },
        ],
        steps: [step('draft'), step('in_force')],
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
  };
  return { law: readLaw(snapshot, firstDay), authorisations: [], consents: [], used: () => 0, ...record };
}
const asked = AccessRequest.parse({
  id: 'q',
  from: { party: 'NL', service: 'police', officer: 'o1' },
  to: 'BE',
  instrument: 'treaty',
  operation: 'ask',
  data_set: 'plates',
  case: 'c1',
});
const agreed: Consent = {
  id: 'k1',
  supplier: 'BE',
  receiver: 'NL',
  to: 'evidence',
  instrument: 'treaty',
  dataSet: null,
  case: 'c1',
  from: firstDay,
  until: null,
};
const later = (days: number) => ({ day: addDays(firstDay, days), minute: 600 });
const listed: Authorisation = {
  officer: 'o1',
  party: 'NL',
  dataSet: 'plates',
  service: null,
  place: null,
  basis: 'treaty',
  from: firstDay,
  until: null,
  suspendedOn: null,
  reviewedOn: null,
  trainedOn: firstDay,
  screenedOn: firstDay,
};
const answer = (request: AccessRequest, given: Situation, days = 0) => {
  const decision = decide(request, given, later(days));
  return decision.outcome === 'allowed' ? ['allowed'] : decision.reasons.map(({ code }) => code);
};

describe('An officer who is listed by name', () => {
  const named = (one: Partial<Authorisation>) =>
    situation([{ type: 'authorisation', reviewed_within_months: 12 }], {
      authorisations: [{ ...listed, ...one }],
    });

  test('asks nothing any more from the day on which he is suspended or his listing ends', () => {
    expect(answer(asked, named({}))).toEqual(['allowed']);
    for (const ended of [{ suspendedOn: addDays(firstDay, 5) }, { until: addDays(firstDay, 5) }]) {
      expect(answer(asked, named(ended), 4)).toEqual(['allowed']);
      expect(answer(asked, named(ended), 5)).toEqual(['not_met']);
    }
  });

  test('asks nothing once nobody has looked at his listing for as long as the provision says', () => {
    expect(answer(asked, named({}), 360)).toEqual(['allowed']);
    expect(answer(asked, named({}), 370)).toEqual(['not_met']);
    expect(answer(asked, named({ reviewedOn: addDays(firstDay, 200) }), 370)).toEqual(['allowed']);
  });

  test('takes his listing neither to another party nor to another data set, nor to another officer', () => {
    for (const one of [{ party: 'BE' }, { dataSet: 'persons' }, { officer: 'o2' }])
      expect(answer(asked, named(one))).toEqual(['not_met']);
  });
});

describe('A request', () => {
  test('from outside of the joint post is denied, and so is one from a post that no annex names', () => {
    const within = situation([{ type: 'place', among: ['post'] }]);
    expect(answer({ ...asked, place: 'post' }, within)).toEqual(['allowed']);
    expect(answer({ ...asked, place: 'home' }, within)).toEqual(['not_met']);
    expect(answer(asked, within)).toEqual(['not_stated']);
    expect(answer({ ...asked, place: 'post' }, situation([{ type: 'place', among: null }]))).toEqual([
      'not_met',
    ]);
  });

  test('beyond the quota of its officer, case or service is denied: nobody asks his way through a register', () => {
    for (const per of ['officer', 'case', 'service'] as const) {
      const quota = [{ type: 'quota', per, days: 1, at_most: 200 }] as const;
      const having = (count: number) => situation(quota, { used: (holder) => (holder === per ? count : 0) });
      expect(answer(asked, having(199))).toEqual(['allowed']);
      expect(answer(asked, having(200))).toEqual(['not_met']);
    }
  });

  test('in the names that every object has is answered as any other that nothing opens', () => {
    const open = situation([]);
    expect(answer(asked, open)).toEqual(['allowed']);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(answer({ ...asked, instrument: name }, open)).toEqual(['no_provision']);
      expect(answer({ ...asked, operation: name }, open)).toEqual(['no_provision']);
      expect(answer({ ...asked, article: name }, open)).toEqual(['no_provision']);
      for (const stranger of [
        { ...asked, to: name },
        { ...asked, from: { ...asked.from, party: name } },
      ])
        expect(answer(stranger, open)).toEqual(['not_in_force']);
    }
  });

  test('with a key that it should not have, such as that of the prototype, is none', () => {
    const text = JSON.stringify(asked);
    for (const key of ['__proto__', 'constructor', 'outcome'])
      expect(
        AccessRequest.safeParse(JSON.parse(`{"${key}": {"stated": ["x"]}, ${text.slice(1)}`)).success,
      ).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'stated')).toBe(false);
  });
});

describe('A way round the conditions of an article', () => {
  const step = (to: string) => ({
    axis: 'state',
    to,
    effectiveOn: firstDay,
    observed: false,
    knownOn: firstDay,
    withdrawnOn: null,
  });
  const instrument = (implemented: readonly string[] | null) => ({
    versions: [
      {
        knownOn: firstDay,
        parties: ['NL', 'BE'],
        boundBy: null,
        basedOn: implemented === null ? [] : ['treaty'],
        implements: implemented === null ? null : { instrument: 'treaty', articles: implemented },
      },
    ],
    steps: [step('draft'), step('in_force')],
  });
  const opened = (
    provisions: readonly { instrument: string; article: string | null; all: readonly unknown[] }[],
    agreements: readonly (readonly string[])[] = [['1']],
  ): Situation => {
    const rest = { knownOn: firstDay, operation: 'ask', edition: 1, from: null, until: null };
    const snapshot: RegisterSnapshot = {
      register: 'r',
      instruments: {
        treaty: instrument(null),
        ...Object.fromEntries(agreements.map((articles, index) => [`a${index}`, instrument(articles)])),
      },
      provisions: Object.fromEntries(
        provisions.map(({ all, ...one }, index) => [`p${index}`, [{ ...rest, ...one, conditions: { all } }]]),
      ),
    };
    const law = readLaw(snapshot, firstDay);
    return { law, authorisations: [], consents: [], used: () => 0 };
  };
  const outcome = (situation: Situation, more: Partial<AccessRequest> = {}) =>
    decide({ ...asked, ...more }, situation, later(0)).outcome;
  const agreement = { type: 'agreement', article: '1(2)' };
  const treaty = { instrument: 'treaty', article: '1' };

  test('is not to name the agreement that carries it out instead', () => {
    const stated = { type: 'stated', what: 'geofence' };
    const situation = opened([
      { ...treaty, all: [agreement, { type: 'stated', what: 'necessary' }] },
      { instrument: 'a0', article: null, all: [stated] },
    ]);
    expect(outcome(situation, { stated: ['geofence', 'necessary'] })).toBe('allowed');
    expect(outcome(situation, { stated: ['geofence'] })).toBe('denied');
    expect(outcome(situation, { instrument: 'a0', stated: ['geofence', 'necessary'] })).toBe('denied');
  });

  test('is not an agreement as one of several ways, a second one, or one of the agreement itself', () => {
    const other = { type: 'agreement', article: '9' };
    const oneOf = { type: 'any_of', of: [agreement, { type: 'case_reference' }] };
    expect(outcome(opened([{ ...treaty, all: [agreement] }]))).toBe('allowed');
    expect(outcome(opened([{ ...treaty, all: [oneOf] }]))).toBe('denied');
    expect(outcome(opened([{ ...treaty, all: [agreement, other] }]))).toBe('denied');
    const layered = [
      { ...treaty, all: [agreement] },
      { instrument: 'a0', article: null, all: [other] },
    ];
    expect(outcome(opened(layered))).toBe('denied');
  });

  test('is not an agreement that leaves unsaid what it should name', () => {
    const left = { ...treaty, all: [agreement, { type: 'data_set', among: null }] };
    const naming = (...among: string[]) => ({
      instrument: 'a0',
      article: null,
      all: [{ type: 'data_set', among }],
    });
    expect(outcome(opened([left]))).toBe('denied');
    expect(outcome(opened([left, naming('plates')]))).toBe('allowed');
    expect(outcome(opened([left, naming('persons')]))).toBe('denied');
  });

  test('is not there, and each article of several that are said together is found by its own number', () => {
    const situation = opened([{ instrument: 'treaty', article: '1, 10', all: [agreement] }], [['10']]);
    for (const article of ['1', '10', '1, 10']) expect(outcome(situation, { article })).toBe('allowed');
    for (const article of ['0', '1, 1']) expect(outcome(situation, { article })).toBe('denied');
  });
});

test.each<[string, Partial<Consent>, 'allowed' | 'denied']>([
  ['all that was had by the instrument', {}, 'allowed'],
  ['its data set', { dataSet: 'plates' }, 'allowed'],
  ['another data set', { dataSet: 'persons' }, 'denied'],
  ['what was had by another instrument', { instrument: 'other' }, 'denied'],
])('A consent for %s opens no more than that', (_what, changes, expected) => {
  const held = situation([{ type: 'consent', to: 'evidence' }], { consents: [{ ...agreed, ...changes }] });
  expect(decide({ ...asked, consents: ['k1'] }, held, later(0)).outcome).toBe(expected);
  const { data_set: _, ...unsaid } = asked;
  const isWhole = expected === 'allowed' && changes.dataSet === undefined;
  expect(decide({ ...unsaid, consents: ['k1'] }, held, later(0)).outcome).toBe(
    isWhole ? 'allowed' : 'denied',
  );
});

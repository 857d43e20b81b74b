import { expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterSnapshot } from '#union';
import { readLaw } from './law.ts';
import { leftOf, retentionOf, shortestRetentions } from './retention.ts';

const day = '2030-01-01' as PlainDate;
const provision = (instrument: string, article: string | null, operation: string, days?: number) => [
  {
    knownOn: day,
    instrument,
    article,
    operation,
    edition: 1,
    conditions: { all: [], ...(days === undefined ? {} : { retention_days: days }) },
    from: null,
    until: null,
  },
];
const instrument = (articles: readonly string[]) => ({
  versions: [
    {
      knownOn: day,
      parties: ['NL', 'BE'],
      boundBy: null,
      basedOn: [],
      implements: articles.length === 0 ? null : { instrument: 'treaty', articles },
    },
  ],
  steps: [],
});
const lawOf = (provisions: object) =>
  readLaw(
    {
      register: 'r',
      instruments: { treaty: instrument([]), agreement: instrument(['1']), other: instrument(['2']) },
      provisions,
    } as unknown as RegisterSnapshot,
    day,
  );

test('The fewest days of the article, of what holds for all of its instrument and of the agreement by which it was open', () => {
  const own = { one: provision('treaty', '1', 'ask', 90), two: provision('treaty', '2', 'tell', 5) };
  const agreement = {
    sooner: provision('agreement', '1', 'ask', 30),
    else: provision('agreement', '1', 'tell', 2),
  };
  const law = lawOf({ ...own, ...agreement });
  expect(retentionOf(law, 'one', ['treaty'])).toBe(90);
  expect(retentionOf(law, 'one', null)).toBe(90);
  // What another article sets, or the agreement on another operation, is not of this one.
  expect(retentionOf(law, 'one', ['treaty', 'agreement'])).toBe(30);
  expect(retentionOf(law, 'one', ['treaty', 'other'])).toBe(90);
  expect(shortestRetentions(law).get('one')).toBe(30);
  const whole = lawOf({ ...own, ...agreement, all: provision('treaty', '4(5)', '*', 10) });
  expect(retentionOf(whole, 'one', ['treaty', 'agreement'])).toBe(10);
});

test('Where nothing sets a retention there is none, also of a provision that nobody knows', () => {
  const law = lawOf({ one: provision('treaty', '1', 'ask'), two: provision('treaty', '2', 'tell', 5) });
  expect(retentionOf(law, 'one', ['treaty', 'agreement'])).toBe(null);
  expect(retentionOf(law, 'unknown', ['treaty'])).toBe(null);
  expect([...shortestRetentions(law)]).toEqual([['two', 5]]);
  // An agreement carries out one of several articles that are said together.
  const together = lawOf({
    some: provision('treaty', '9, 1', 'ask'),
    more: provision('agreement', null, 'ask', 7),
  });
  expect(new Map(shortestRetentions(together)).get('some')).toBe(7);
});

test('Of how a question ended codes stay, and which agreement is missing; no words of anybody', () => {
  const missing = {
    code: 'no_agreement',
    provision: 'police-2018/14/hitnohit',
    article: '14(5)',
    instrument: 'police-2018',
    parties: ['BE', 'NL'],
    candidates: [{ instrument: 'SYN-CANARY', reasons: [] }],
    more: 'SYN-CANARY',
  };
  const reasons = [
    missing,
    { code: 'not_met', condition: { what: 'SYN-CANARY' } },
    { code: 'Mr SYN-CANARY' },
    'x',
  ];
  expect(leftOf({ by: 'BE', failure: null, reasons })).toEqual({
    by: 'BE',
    failure: null,
    reasons: [{ ...missing, candidates: [], more: undefined }, { code: 'not_met' }],
  });
  expect(leftOf({ failure: 'it failed for SYN-CANARY', reasons: [] })).toEqual({
    failure: null,
    reasons: [],
  });
  expect(leftOf({ failure: 'service_failed' })).toEqual({ failure: 'service_failed' });
});

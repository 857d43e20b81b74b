import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareYears, type Series } from '#evidence';
import type { AdequacyEvidence, Exactness, Ledger } from '../model.ts';
import { claimRows, rowsOf } from '../pages/parts.tsx';
import {
  detailsOfLedger,
  type Figure,
  figuresOfAdequacy,
  figuresOfExactness,
  figuresOfLedger,
  madeUpOf,
  realOf,
  seriesOf,
  whyApart,
} from './figures.ts';

const zone = (name: string, consumers: number, producers: number, rent: number) => ({
  ...{ zone: name, consumers, producers, rent },
});
const ledger: Ledger = {
  ...{ mode: 'fb', counterfactual: 'copper', book: 'synthetic:1', isSynthetic: true, domain: null },
  ...{ zones: ['BE', 'NL'], hours: 1 },
  lines: [
    {
      ...{ actual: '2026-02-11-01-04-fb-a', counterfactual: '2026-02-11-01-04-copper-b' },
      ...{ day: '2026-02-11', periods: [1, 2, 3, 4] },
      zones: [zone('BE', -500, 200, 50), zone('NL', 100, -80, 30)],
    },
  ],
  converged: {
    actual: { steps: 4, equal: 1, spread: 60, pairs: [{ one: 'BE', other: 'NL', equal: 1, spread: 60 }] },
    counterfactual: {
      steps: 4,
      equal: 4,
      spread: 0,
      pairs: [{ one: 'BE', other: 'NL', equal: 4, spread: 0 }],
    },
  },
};
const claim: Series = {
  ...{ id: 'ENE-WELFARE', title: { texts: {}, authentic: [] }, unit: 'EUR/year', parts: [] },
  ...{ partsInferred: false, caveats: [] },
  points: [
    {
      ...{ year: '2008', value: { kind: 'value', value: 42_000_000 }, flags: [], covers: ['ENE-WELFARE'] },
      ...{ parts: { reported: [], missing: [] }, geography: 'CWE', definition: null, method: 'ex_ante' },
      ...{ dimension: null, record: { kind: 'observations', id: 'OBS-025' }, source: ['13.3'] },
    },
  ],
};
const exactness: Exactness = {
  ...{ source: 'GME', days: ['2025-04-01', '2025-04-20'], count: 20, zoneHours: 3360, exact: 3359 },
  ...{ maxError: 0.01, flows: 0, flowMeanError: null, isCertified: true, isProven: true },
  blocks: {
    ACC: { published: 10, accepted: 9 },
    REJ: { published: 30, accepted: 1 },
    PREJ: { published: 5, accepted: 5 },
  },
};
const adequacy: AdequacyEvidence = {
  ...{ study: 'two areas', isSynthetic: true, years: 300, seed: 1 },
  areas: [
    {
      area: 'BE',
      shared: {
        lole: { value: 0, interval: null },
        eens: { value: 120, interval: { low: 90, high: 150 } },
      },
      alone: {
        lole: { value: 3, interval: { low: 2, high: 4 } },
        eens: { value: 800, interval: null },
      },
    },
  ],
};
const numbersOf = (figures: readonly Figure[]) =>
  figures.map(({ indicator, value }) => [indicator, value.kind === 'value' ? value.value : value.kind]);

describe('Figures of a comparison', () => {
  test('say what coupling came to in those steps, and of prices both what was and what would have been', () => {
    const [welfare, onePrice, spread] = figuresOfLedger(ledger);
    expect(welfare).toMatchObject({
      ...{ indicator: 'welfare', value: { value: -200 }, beside: null, mode: 'fb', counterfactual: 'copper' },
      ...{ days: ['2026-02-11', '2026-02-11'], count: 4, of: 'steps', isSynthetic: true },
      ...{ run: '2026-02-11-01-04-fb-a', from: 'synthetic:1' },
    });
    expect(onePrice).toMatchObject({ value: { value: 0.25 }, beside: { value: 1 } });
    expect(spread).toMatchObject({ value: { value: 15 }, beside: { value: 0 } });
  });

  test('are missing, and not zero, where the comparison has no sum', () => {
    const twice = { ...ledger, lines: [...ledger.lines, ...ledger.lines] };
    for (const { value } of figuresOfLedger(twice))
      expect(value).toEqual({ kind: 'missing', reason: 'not_computable', note: null });
    expect(detailsOfLedger(twice)).toEqual([]);
    expect(rowsOf(figuresOfLedger(twice)).map((row) => row.value)).toEqual([null, null, null]);
  });

  test('by zone come to the same welfare as all zones together', () => {
    const details = detailsOfLedger(ledger);
    expect(details.filter(({ indicator }) => indicator === 'welfare').map(({ places }) => places)).toEqual([
      ['BE'],
      ['NL'],
    ]);
    const sum = numbersOf(details)
      .filter(([indicator]) => indicator === 'welfare')
      .reduce((all, [, value]) => all + Number(value), 0);
    expect(sum).toBe(-200);
  });
});

describe('Figures of exactness', () => {
  test('count blocks that could be decided as published, and not those that prices of neighbours decided', () => {
    expect(numbersOf(figuresOfExactness(exactness))).toEqual([
      ['exact_prices', 3359 / 3360],
      ['largest_price_error', 0.01],
      ['blocks_as_published', (9 + 29) / 40],
      ['mean_flow_error', 'missing'],
    ]);
  });

  test('of no days are missing, and not a share of nothing', () => {
    const none = { ...exactness, zoneHours: 0, exact: 0, maxError: 0, blocks: {} };
    expect(new Set(numbersOf(figuresOfExactness(none)).map(([, value]) => value))).toEqual(
      new Set(['missing']),
    );
  });
});

describe('Figures of adequacy', () => {
  test('stand beside what each area would be alone, with their intervals, and a zero that was computed is one', () => {
    const [lole, eens] = figuresOfAdequacy(adequacy);
    expect(lole).toMatchObject({
      value: { value: 0 },
      interval: null,
      beside: { value: 3 },
      counterfactual: 'alone',
    });
    expect(eens).toMatchObject({
      value: { value: 120 },
      interval: { low: 90, high: 150 },
      beside: { value: 800 },
    });
  });

  test('are held against nothing where the study lets nobody help', () => {
    const alone = { ...adequacy, areas: adequacy.areas.map((area) => ({ ...area, alone: null })) };
    for (const figure of figuresOfAdequacy(alone))
      expect(figure).toMatchObject({ beside: null, counterfactual: null });
  });
});

const figures = [
  ...figuresOfLedger(ledger),
  ...figuresOfExactness(exactness),
  ...figuresOfAdequacy(adequacy),
];

describe('What is handed out as evidence of something real', () => {
  test('has no figure that rests on made-up orders or a made-up study, and what is made up has all of those', () => {
    expect(new Set(realOf(figures).map(({ counterfactual }) => counterfactual))).toEqual(
      new Set(['published']),
    );
    expect(rowsOf(realOf(figures)).filter((row) => row.synthetic !== false)).toEqual([]);
    expect(rowsOf(madeUpOf(figures)).filter((row) => row.synthetic !== true)).toEqual([]);
    expect(realOf(figures).length + madeUpOf(figures).length).toBe(figures.length);
  });

  test('has no comparison of which one side is made up, and one of which neither is', () => {
    const real = { ...ledger, isSynthetic: false, book: 'orders.csv' };
    expect(realOf(figuresOfLedger(real))).toHaveLength(3);
    expect(realOf(figuresOfLedger(ledger))).toEqual([]);
  });
});

describe('The claim of 2008', () => {
  test('is a row of its own in the unit and the words of its source', () => {
    expect(claimRows(claim)).toMatchObject([
      {
        ...{ basis: 'claim', indicator: 'ENE-WELFARE', value: 42_000_000, unit: 'EUR/year' },
        ...{ from: '2008', places: 'CWE', orders: '§ 13.3', counterfactual: null, run: null },
      },
    ]);
  });

  test('is no figure of the same thing as ours, for every reason there is', () => {
    const [welfare, onePrice] = figuresOfLedger(ledger) as readonly [Figure, Figure];
    const all = ['beforehand', 'made_up', 'unit', 'area', 'counterfactual'];
    expect(whyApart(claim, welfare)).toEqual(all);
    expect(whyApart(claim, onePrice)).toEqual(all);
    // Real orders of the same area would leave what it was held against, how it was made and over which time.
    const real = { ...welfare, isSynthetic: false, places: ['CWE'] };
    expect(whyApart(claim, real)).toEqual(['beforehand', 'unit', 'counterfactual']);
  });

  test('is refused by the house’s own rule, too, when somebody puts both into one series', () => {
    const ours = seriesOf('welfare', claim.title, figures);
    const mixed = { ...claim, points: [...claim.points, ...ours.points] };
    const verdict = compareYears([], mixed, '2008', '2026-02-11');
    if (verdict.comparable) throw new Error('They were held against one another');
    expect(new Set(verdict.reasons.map(({ code }) => code))).toEqual(
      new Set(['merged_cells', 'geography_differs', 'definition_differs', 'method_differs']),
    );
  });

  test('is in no figure of ours and no figure of ours in it, whatever either is', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), amount, amount, (claimed, consumers, producers) => {
        const said: Series = {
          ...claim,
          points: claim.points.map((point) => ({ ...point, value: { kind: 'value', value: claimed } })),
        };
        const [line] = ledger.lines as readonly [Ledger['lines'][number]];
        const lines = [{ ...line, zones: [zone('BE', consumers, producers, 0), zone('NL', 0, 0, 0)] }];
        const rows = [...claimRows(said), ...rowsOf(figuresOfLedger({ ...ledger, lines }))];
        const of = (basis: string) => rows.filter((row) => row.basis === basis).map(({ value }) => value);
        expect(of('claim')).toEqual([claimed]);
        expect(of('made up')).toEqual([consumers + producers, 0.25, 15]);
        expect(rows).toHaveLength(4);
        // A year and some steps are not one unit, so that nobody who adds a column adds these.
        expect(new Set(rows.filter((row) => row.basis === 'claim').map(({ unit }) => unit))).not.toContain(
          'EUR',
        );
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

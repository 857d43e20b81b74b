import { describe, expect, test } from 'vitest';
import type { Inject, Scenario, Zone } from '../model.ts';
import { type Decided, situation } from './situation.ts';

const zone = (id: string, load: number, capacity: number): Zone => ({
  ...{ id, load, capacity, reserve: 50, savings: 20, perDegree: 10 },
});
const scenario: Pick<Scenario, 'zones' | 'links'> = {
  zones: [zone('A', 1000, 1100), zone('B', 500, 520)],
  links: [{ ends: ['A', 'B'], mw: 60 }],
};
const loss: Inject = { id: 'loss', minute: 5, to: null, kind: 'unit_loss', zone: 'B', mw: 120 };
const cut: Inject = { id: 'cut', minute: 9, to: null, kind: 'ram_cut', ends: ['B', 'A'], share: 0.5 };
const cold: Inject = { id: 'cold', minute: 9, to: null, kind: 'cold_wave', zones: ['A'], degrees: 6 };
const asked: Inject = { id: 'asked', minute: 9, to: null, kind: 'export_stop_request', zone: 'A' };

const b = (injects: readonly Inject[], decided: readonly Decided[] = []) =>
  situation(scenario, injects, decided).zones.find((one) => one.zone === 'B');

describe('The situation of two zones with a link of 60 MW', () => {
  test('begins with 100 and 20 MW over, and nobody sheds', () => {
    expect(situation(scenario, []).zones.map(({ margin, short }) => [margin, short])).toEqual([
      [100, 0],
      [20, 0],
    ]);
  });

  test('when B loses 120 MW it lacks 100: 60 come over the link, 40 are shed', () => {
    expect(b([loss])).toMatchObject({ available: 400, margin: -100, exported: -60, short: 40 });
  });

  test('when half of the link’s room is cut, 30 come and 70 are shed', () => {
    expect(b([loss, cut])).toMatchObject({ exported: -30, short: 70 });
  });

  test('when it gets six degrees colder in A, 40 MW are left there for B', () => {
    expect(b([loss, cold])).toMatchObject({ exported: -40, short: 60 });
  });

  test('a request to stop exports stops nothing; the decision of that state does, until it takes it back', () => {
    expect(b([loss, asked])?.short).toBe(40);
    expect(b([loss, asked], [{ zone: 'A', decision: 'stop_exports' }])?.short).toBe(100);
    const back = ['stop_exports', 'allow_exports'] as const;
    expect(
      b(
        [loss, asked],
        back.map((decision) => ({ zone: 'A', decision })),
      )?.short,
    ).toBe(40);
  });

  test('the reserve of B and what its people save are counted once each', () => {
    const twice = ['call_reserve', 'ask_to_save', 'call_reserve'] as const;
    const now = b(
      [loss],
      twice.map((decision) => ({ zone: 'B', decision })),
    );
    expect(now).toMatchObject({ available: 450, load: 480, margin: -30, short: 0 });
  });
});

describe('The situation in a flow-based domain of three zones, of which A has 300 MW over, B lacks 200 and C has just enough', () => {
  const zones = [zone('A', 1000, 1300), zone('B', 700, 500), zone('C', 500, 500)];
  const within = (c: number, ...injects: readonly Inject[]) =>
    situation(
      { zones, links: [], domain: [{ id: 'A-B', ends: ['A', 'B'], ptdf: [1, 0, c], ram: 80 }] },
      injects,
    );

  test('B gets the 80 MW that the element between A and B carries, and one more MW of it would save one', () => {
    const { zones: now, limits } = within(0.5);
    expect(now.map(({ exported, short }) => [exported, short])).toEqual([
      [80, 0],
      [-80, 120],
      [0, 0],
    ]);
    expect(limits.map(({ borders }) => borders)).toEqual([[['A', 'B']]]);
    expect(limits[0]?.worth).toBeCloseTo(1, 6);
  });

  test('what cuts half of the room of that border leaves 40, and what cuts another border leaves it as it is', () => {
    const other: Inject = { ...cut, id: 'other', ends: ['B', 'C'] };
    expect(within(0.5, cut).zones.map(({ short }) => short)).toEqual([0, 160, 0]);
    expect(within(0.5, other).zones.map(({ short }) => short)).toEqual([0, 120, 0]);
  });

  test('C takes power in, though it has enough, where that relieves the element and so serves B', () => {
    // A gives x to B and y to C: the element carries x + y − 1.5 y ≤ 80, and A has x + y ≤ 300. So x = 153⅓.
    const { zones: now } = within(1.5);
    expect(now.map(({ exported }) => Math.round(exported))).toEqual([300, -153, -147]);
    expect(now[1]?.short).toBeCloseTo(46.667, 2);
  });
});

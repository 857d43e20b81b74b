import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { among, type Flow, further, placeOf, ringThrough } from './neighbourhood.ts';

const flow = (from: string, to: string, euros: number, kind: Flow['kind'] = 'supply'): Flow => ({
  ...{ from, to, kind },
  cents: euros * 100,
});

/** Conduit in Luxembourg, missing trader, buffer and broker in the Netherlands, and a large honest customer of the conduit. */
const carousel: readonly Flow[] = [
  flow('LU-conduit', 'NL-missing', 1_000_000),
  flow('NL-missing', 'NL-buffer', 950_000, 'sale'),
  flow('NL-buffer', 'NL-broker', 960_000, 'sale'),
  flow('NL-broker', 'LU-conduit', 980_000),
  flow('LU-conduit', 'BE-honest', 5_000_000),
];

describe('Who is drawn around a trader', () => {
  test('is first who closes a ring, even where somebody else trades for more', () => {
    const kept = further(['NL-missing'], carousel, 10);
    expect(kept).toEqual(['NL-missing', 'LU-conduit', 'NL-buffer']);
    expect(further(kept, carousel, 1).at(-1)).toBe('NL-broker');
  });

  test('stays within the room that there is, and does not depend on the order of rows', () => {
    const flows = fc.array(
      fc.record({
        from: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        to: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        cents: fc.integer({ min: 1, max: 5 }),
        kind: fc.constantFrom<Flow['kind']>('supply', 'sale', 'bridge'),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(flows, fc.integer({ min: 0, max: 6 }), (rows, room) => {
        const kept = further(['a'], rows, room);
        expect(kept.length).toBeLessThanOrEqual(1 + room);
        expect(new Set(kept).size).toBe(kept.length);
        expect(further(['a'], rows.toReversed(), room)).toEqual(kept);
        expect(among(kept, rows.toReversed())).toEqual(among(kept, rows));
        const drawn = among(kept, rows).flows.reduce((sum, { cents }) => sum + cents, 0);
        const inside = rows.filter(({ from, to }) => from !== to && kept.includes(from) && kept.includes(to));
        expect(drawn).toBe(inside.reduce((sum, { cents }) => sum + cents, 0));
      }),
      { seed: 7 },
    );
  });
});

describe('What a trader does with goods', () => {
  test('is told by what comes to him and leaves him across borders and at home', () => {
    const places = ['LU-conduit', 'NL-missing', 'NL-buffer', 'NL-broker', 'BE-honest', 'nobody'];
    expect(places.map((trader) => placeOf(trader, carousel))).toEqual([
      ...['passes', 'enters', 'between', 'leaves', 'gets', 'apart'],
    ]);
  });

  test('a ring runs in the order in which goods go, the shortest where there are several', () => {
    expect(ringThrough('NL-missing', carousel)).toEqual([
      'NL-missing',
      'NL-buffer',
      'NL-broker',
      'LU-conduit',
    ]);
    expect(ringThrough('NL-missing', [...carousel, flow('NL-buffer', 'LU-conduit', 1)])).toEqual([
      ...['NL-missing', 'NL-buffer', 'LU-conduit'],
    ]);
    expect(ringThrough('BE-honest', carousel)).toBeNull();
    const atHome = [flow('BE-a', 'BE-b', 5, 'sale'), flow('BE-b', 'BE-a', 5, 'sale')];
    expect(ringThrough('BE-a', atHome), 'trade at home crosses no border').toBeNull();
    expect(ringThrough('BE-a', [...atHome, flow('BE-b', 'LU-c', 1), flow('LU-c', 'BE-a', 1)])).toEqual([
      ...['BE-a', 'BE-b', 'LU-c'],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareShortage } from './share-shortage.ts';

type Links = readonly { readonly ends: readonly [number, number]; readonly mw: number }[];

const spareOf = (margins: readonly number[]) => margins.map((margin) => Math.max(0, margin));
const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);

describe('Three zones, of which A has 100 MW over and B and C lack', () => {
  const margins = [100, -80, -120];

  test('share over wide links by what each lacks: half of the 200 MW is there, so each sheds half', () => {
    const links: Links = [
      { ends: [0, 1], mw: 1000 },
      { ends: [0, 2], mw: 1000 },
    ];
    const { short, exported } = shareShortage(margins, spareOf(margins), links);
    expect(short.map(Math.round)).toEqual([0, 40, 60]);
    expect(exported.map(Math.round)).toEqual([100, -40, -60]);
  });

  test('leave to B what a narrow link keeps from C', () => {
    const links: Links = [
      { ends: [0, 1], mw: 1000 },
      { ends: [0, 2], mw: 30 },
    ];
    // C gets the 30 MW of its link and lacks 90; the other 70 MW go to B, which lacks 10.
    expect(shareShortage(margins, spareOf(margins), links).short.map(Math.round)).toEqual([0, 10, 90]);
  });

  test('get nothing when A may not export, or when nothing joins them', () => {
    const links: Links = [{ ends: [0, 1], mw: 1000 }];
    expect(shareShortage(margins, [0, 0, 0], links).short).toEqual([0, 80, 120]);
    expect(shareShortage(margins, spareOf(margins), []).short).toEqual([0, 80, 120]);
  });

  test('are helped through a zone that lacks itself', () => {
    const links: Links = [
      { ends: [0, 1], mw: 1000 },
      { ends: [1, 2], mw: 1000 },
    ];
    expect(shareShortage(margins, spareOf(margins), links).short.map(Math.round)).toEqual([0, 40, 60]);
  });
});

/**
 * The same from cuts alone, without any flow: what a set of zones can get is what the tightest set around it has and lets in. The share rises
 * until a set is full; that one keeps it.
 */
function byCuts(margins: readonly number[], spare: readonly number[], links: Links): readonly number[] {
  const sets = Array.from({ length: 2 ** margins.length }, (_, set) => set);
  const has = (set: number, place: number) => ((set >> place) & 1) === 1;
  const sumOver = (set: number, list: readonly number[]) => total(list.filter((_, place) => has(set, place)));
  const around = sets.map(
    (set) =>
      sumOver(set, spare) +
      total(links.map(({ ends: [a, b], mw }) => (has(set, a) === has(set, b) ? 0 : mw))),
  );
  const most = sets.map((set) =>
    Math.min(...sets.filter((other) => (other & set) === set).map((other) => around[other] ?? 0)),
  );
  const lacking = margins.map((margin) => Math.max(0, -margin));
  const served = lacking.map(() => 0);
  let rising = new Set(lacking.flatMap((mw, place) => (mw > 0 ? [place] : [])));
  while (rising.size > 0) {
    const risingIn = (set: number) => total(lacking.filter((_, at) => has(set, at) && rising.has(at)));
    const levelOf = (set: number) =>
      ((most[set] ?? 0) - total(served.filter((_, at) => has(set, at) && !rising.has(at)))) / risingIn(set);
    const moving = sets.filter((set) => risingIn(set) > 0);
    const level = Math.min(1, ...moving.map(levelOf));
    for (const place of rising) served[place] = (lacking[place] ?? 0) * level;
    if (level === 1) break;
    const full = moving.filter((set) => levelOf(set) < level + 1e-9);
    rising = new Set([...rising].filter((place) => !full.some((set) => has(set, place))));
  }
  return lacking.map((mw, place) => mw - (served[place] ?? 0));
}

/** Five zones in a ring with a chord, in which links hold back help that is there. */
const congested = fc
  .record({
    margins: fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 5, maxLength: 5 }),
    mw: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ margins, mw }) => ({
    margins,
    links: mw.map((room, at): Links[number] => ({ ends: at === 5 ? [0, 2] : [at, (at + 1) % 5], mw: room })),
  }))
  .filter(({ margins, links }) => {
    const spare = spareOf(margins);
    const unbound = Math.max(0, total(margins.map((margin) => Math.max(0, -margin))) - total(spare));
    return total(byCuts(margins, spare, links)) > unbound + 1;
  });

describe('In networks that hold back help', () => {
  test('the shortage is shared as cuts say that it must be', () => {
    fc.assert(
      fc.property(congested, ({ margins, links }) => {
        const { short } = shareShortage(margins, spareOf(margins), links);
        for (const [place, mw] of byCuts(margins, spareOf(margins), links).entries())
          expect(short[place]).toBeCloseTo(mw, 2);
      }),
      { seed: 71, numRuns: 200 },
    );
  });

  test('what is given is what is got, nobody gives more than they can spare, and nobody sheds who lacks nothing', () => {
    fc.assert(
      fc.property(congested, ({ margins, links }) => {
        const { short, exported } = shareShortage(margins, spareOf(margins), links);
        expect(Math.abs(total(exported))).toBeLessThan(0.02);
        for (const [place, margin] of margins.entries()) {
          expect(exported[place]).toBeLessThanOrEqual(Math.max(0, margin) + 0.01);
          expect(short[place]).toBeLessThanOrEqual(Math.max(0, -margin));
          expect(short[place]).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 72, numRuns: 200 },
    );
  });
});

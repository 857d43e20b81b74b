import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countTogether } from './count-together.ts';
import { dropBefore, extendGraph } from './extend-graph.ts';
import { buildGraph, type EdgeColumns } from './graph.ts';
import { countCycles } from './instant.ts';
import { makeUpGraph } from './made-up.ts';

type Edge = readonly [src: number, dst: number, time: number];
const columnsOf = (edges: readonly Edge[]): EdgeColumns => ({
  src: Int32Array.from(edges, ([src]) => src),
  dst: Int32Array.from(edges, ([, dst]) => dst),
  time: Int32Array.from(edges, ([, , time]) => time),
});
const found = (edges: readonly Edge[], vertices: number, window: number, maxLength: number) => {
  const { counts, truncated } = countCycles(buildGraph(columnsOf(edges), vertices), { window, maxLength });
  expect(truncated).toBe(0);
  return [...counts];
};

/** By trying every way on, from every edge: slow, and knows nothing of labels, of an order of edges, or of what leads home. */
function tried(edges: readonly Edge[], window: number, maxLength: number): number[] {
  const counts = new Array<number>(maxLength + 1).fill(0);
  const goOn = (way: readonly Edge[]) => {
    const [root, , start] = way[0] as Edge;
    const [, here, at] = way.at(-1) as Edge;
    if (here === root) {
      counts[way.length] = (counts[way.length] ?? 0) + 1;
      return;
    }
    if (way.length === maxLength) return;
    for (const edge of edges) {
      const [from, to, time] = edge;
      const again = to !== root && way.some(([passed, reached]) => passed === to || reached === to);
      if (from === here && time > at && time <= start + window && !again) goOn([...way, edge]);
    }
  };
  for (const edge of edges) if (edge[0] !== edge[1]) goOn([edge]);
  return counts;
}

describe('Cycles of known times', () => {
  test('are found as a search finds them that tries everything', () => {
    const vertices = 5;
    const edge = fc.tuple(fc.nat(vertices - 1), fc.nat(vertices - 1), fc.integer({ min: -20, max: 20 }));
    const graphs = fc.array(edge, { minLength: 5, maxLength: 35 });
    let cycles = 0;
    fc.assert(
      fc.property(graphs, fc.nat(41), fc.integer({ min: 2, max: 8 }), (edges, window, maxLength) => {
        const expected = tried(edges, window, maxLength);
        expect(found(edges, vertices, window, maxLength)).toEqual(expected);
        cycles += expected.reduce((sum, count) => sum + count, 0);
      }),
      { numRuns: 600, seed: 20200531 },
    );
    expect(cycles).toBeGreaterThan(1_000);
  });

  test('are later edge by edge, within the window, and through nobody twice', () => {
    const round: readonly Edge[] = [
      [0, 1, 10],
      [1, 2, 20],
      [2, 0, 30],
    ];
    expect(found(round, 3, 20, 8)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(found(round, 3, 19, 8)[3]).toBe(0);
    expect(found(round, 3, 20, 2)).toEqual([0, 0, 0]);
    // At one moment is not later.
    expect(found([round[0] as Edge, [1, 2, 10], round[2] as Edge], 3, 20, 8)[3]).toBe(0);
    // In the wrong order the goods never came round.
    expect(found([[0, 1, 30], round[1] as Edge, [2, 0, 10]], 3, 60, 8)[3]).toBe(0);
    // Each of several sales between the same two counts.
    expect(found([...round, [1, 2, 21], [2, 0, 31]], 3, 60, 8)[3]).toBe(4);
    // Through 1 twice is no cycle of four, but one of two within it.
    expect(
      found(
        [
          [0, 1, 1],
          [1, 2, 2],
          [2, 1, 3],
          [1, 0, 4],
        ],
        3,
        60,
        8,
      ),
    ).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0]);
    // Nobody sells to himself.
    expect(
      found(
        [
          [0, 0, 1],
          [0, 0, 2],
        ],
        1,
        60,
        8,
      ),
    ).toEqual(new Array(9).fill(0));
  });

  test('are shared out by where they begin, and none is lost or found twice', () => {
    const graph = buildGraph(makeUpGraph(300, 6_000, 7, 30), 300);
    const search = { window: 10 * 86_400, maxLength: 6 };
    const all = countCycles(graph, search);
    const parts = [0, 1, 40, 177].map((from, index, starts) =>
      countCycles(graph, { ...search, from, until: starts[index + 1] ?? 300 }),
    );
    expect(
      [...all.counts].map((_, length) => parts.reduce((sum, { counts }) => sum + (counts[length] ?? 0), 0)),
    ).toEqual([...all.counts]);
    expect(all.counts[6]).toBeGreaterThan(1_000);
  });

  test('are counted by several threads as by one, and the search can be ended', async () => {
    const graph = buildGraph(makeUpGraph(3_000, 60_000, 7, 30), 3_000);
    const search = { window: 2 * 86_400, maxLength: 6 };
    const [alone, together] = [
      countCycles(graph, search),
      await countTogether(graph, search, { workers: 2 }),
    ];
    expect(together).toEqual(alone);
    expect(alone.counts[6]).toBeGreaterThan(50);
    const ending = new AbortController();
    const search48 = { window: 30 * 86_400, maxLength: 12 };
    const endless = countTogether(graph, search48, {
      workers: 2,
      signal: ending.signal,
      progress: () => ending.abort(new Error('enough')),
    });
    await expect(endless).rejects.toThrow('enough');
  });

  test('that edges closed which came since are those that were not there before', () => {
    let closed = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const columns = makeUpGraph(200, 2_400, seed, 30);
      const since = 86_400 * (5 + (seed % 24));
      const early = [...columns.time.keys()].filter((edge) => (columns.time[edge] as number) <= since);
      const late = [...columns.time.keys()].filter((edge) => (columns.time[edge] as number) > since);
      const of = (edges: readonly number[]): EdgeColumns => ({
        src: Int32Array.from(edges, (edge) => columns.src[edge] as number),
        dst: Int32Array.from(edges, (edge) => columns.dst[edge] as number),
        time: Int32Array.from(edges, (edge) => columns.time[edge] as number),
      });
      const search = { window: 8 * 86_400, maxLength: 2 + (seed % 5) };
      const before = buildGraph(of(early), 200);
      const after = extendGraph(before, of(late), 200);
      const whole = buildGraph(columns, 200);
      expect(after).toEqual(whole);
      const [all, old] = [countCycles(whole, search).counts, countCycles(before, search).counts];
      const sinceThen = countCycles(after, { ...search, closedAfter: since }).counts;
      expect([...sinceThen]).toEqual([...all].map((count, length) => count - (old[length] as number)));
      closed += sinceThen.reduce((sum, count) => sum + count, 0);
    }
    expect(closed).toBeGreaterThan(1_000);
  });

  test('beyond the budget of a first edge are left out, and that is said', () => {
    const graph = buildGraph(makeUpGraph(300, 6_000, 7, 30), 300);
    const search = { window: 10 * 86_400, maxLength: 6 };
    const [all, some] = [countCycles(graph, search), countCycles(graph, { ...search, budget: 50 })];
    expect(some.truncated).toBeGreaterThan(10);
    expect(some.counts[6]).toBeLessThan(all.counts[6] as number);
    expect(some.visits).toBeLessThan(all.visits);
  });

  test('are bounded by the budget also where the way back leads through somebody who trades with everybody', () => {
    // Traders 2 and on all sell to 1 and buy from it; 0 sells to one of them, and 1 to 0 at the end.
    const count = 2_000;
    const many = Array.from({ length: count }, (_, at) => at + 2);
    const edges: Edge[] = [
      ...many.map((one): Edge => [0, one, 10 + one]),
      ...many.map((one): Edge => [one, 1, 10_000 + one]),
      ...many.map((one): Edge => [1, one, 20_000 + one]),
      [1, 0, 90_000],
    ];
    const graph = buildGraph(columnsOf(edges), count + 2);
    const search = { window: 100_000, maxLength: 6 };
    const all = countCycles(graph, { ...search, from: 0, until: 1 });
    const some = countCycles(graph, { ...search, from: 0, until: 1, budget: 10 });
    expect(all.truncated).toBe(0);
    expect(some.truncated).toBe(count);
    // Of each first sale the budget, and what is beyond it at one trader.
    expect(some.visits).toBeLessThan(all.visits / 2 + count * 20);
  });

  test('of a million made-up sales are those that three other programs count', { timeout: 300_000 }, () => {
    const graph = buildGraph(makeUpGraph(100_000, 1_000_000, 42, 365), 100_000);
    const { counts } = countCycles(graph, { window: 30 * 86_400, maxLength: 8 });
    // Facts on VAT, section 3: 2SCENT, DuckDB and a probe agree.
    expect([...counts].slice(2)).toEqual([5157, 3221, 2978, 3139, 3019, 2518, 1809]);
  });

  const messages = '../shared/data/vat/college-msg.txt';
  test.skipIf(!existsSync(messages))('of 59,835 messages within six hours, too', { timeout: 300_000 }, () => {
    const rows = readFileSync(messages, 'utf8').trim().split('\n');
    const edges = rows.map((row) => row.split(/\s+/).map(Number) as unknown as Edge);
    expect(found(edges, 2_000, 6 * 3_600, 8).slice(2)).toEqual([
      73517, 4269, 13439, 17275, 30087, 38769, 72019,
    ]);
  });
});

describe('A graph', () => {
  test('has the edges of each vertex in the order of time, whatever order they came in', () => {
    const { out, outStart, into, intoStart, edges } = buildGraph(
      columnsOf([
        [1, 0, 5],
        [0, 1, 2_000_000_000],
        [0, 1, -7],
        [0, 0, 1],
        [0, 1, 0],
      ]),
      2,
    );
    expect([edges, [...outStart], [...intoStart]]).toEqual([4, [0, 3, 4], [0, 1, 4]]);
    expect([...out]).toEqual([1, -7, 1, 0, 1, 2_000_000_000, 0, 5]);
    expect([...into]).toEqual([1, 5, 0, -7, 0, 0, 0, 2_000_000_000]);
  });

  test('takes edges that come late or early, from new vertices too, as if they had been there', () => {
    const edge = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), fc.array(edge, { maxLength: 20 }), (first, then) => {
        const few = first.map(([src, dst, at]): Edge => [src % 4, dst % 4, at]);
        const longer = extendGraph(buildGraph(columnsOf(few), 4), columnsOf(then), 6);
        expect(longer).toEqual(buildGraph(columnsOf([...few, ...then]), 6));
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });

  test('lets edges leave that are before a moment, as if they had not been there', () => {
    const edge = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), fc.integer({ min: -22, max: 22 }), (edges, moment) => {
        const later = edges.filter(([, , at]) => at >= moment);
        expect(dropBefore(buildGraph(columnsOf(edges), 6), moment)).toEqual(buildGraph(columnsOf(later), 6));
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });

  test('has no edge to where nobody is', () => {
    expect(() => buildGraph(columnsOf([[0, 2, 1]]), 2)).toThrow(RangeError);
    expect(() => buildGraph(columnsOf([[-1, 0, 1]]), 2)).toThrow(RangeError);
  });
});

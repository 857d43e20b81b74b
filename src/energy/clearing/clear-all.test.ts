import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import { madeUpMarket } from '../runs/clear-domain.ts';
import { withLists } from '../runs/run-file.ts';
import { clear } from './clear.ts';
import { clearAll, clearDay } from './clear-all.ts';
import { loadSolver } from './solver.ts';

const hashOf = (value: unknown) =>
  createHash('sha256')
    .update(JSON.stringify(withLists(value)))
    .digest('hex');
const markets = Array.from({ length: 10 }, (_, hour) => {
  const market = madeUpMarket(madeUpDomain(9, 5, 60, hour), 9, 'fb');
  if (!market.ok) throw new Error(JSON.stringify(market.problems));
  return market.value;
});

describe('Markets that are cleared together', () => {
  test('come to the same bytes in one thread and in two', { timeout: 60_000 }, async () => {
    const counts: number[] = [];
    const one = await clearAll(markets, { workers: 1 });
    const two = await clearAll(markets, { workers: 2, progress: (done) => counts.push(done) });
    expect(one.every(({ ok }) => ok)).toBe(true);
    expect(hashOf(two)).toBe(hashOf(one));
    expect(counts).toEqual(markets.map((_, index) => index + 1));
  });

  test('as parts of a day come to what the day comes to by itself', { timeout: 60_000 }, async () => {
    const day = { steps: markets.flatMap(({ steps }) => steps), blocks: [], hours: 0.25 };
    const [one, two] = [await clearDay(day, { workers: 1 }), await clearDay(day, { workers: 2 })];
    expect(hashOf(two)).toBe(hashOf(one));
    const whole = clear(await loadSolver(), day);
    if (!one.ok || !whole.ok) throw new Error('not cleared');
    for (const party of ['consumers', 'producers', 'rent'] as const)
      expect(one.value.result.welfare[party]).toBeCloseTo(whole.value.result.welfare[party], 2);
    expect(one.value.result.steps.length).toBe(10);
  });
});

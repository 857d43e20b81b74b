import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitRequests } from './limits.ts';

test('Whatever comes when, no node is taken more often than its limit, and each has its own', () => {
  const requests = fc.array(
    fc.record({ node: fc.constantFrom('NL', 'BE'), after: fc.integer({ min: 0, max: 2_000 }) }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(
      requests,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 20 }),
      (all, perSecond, atOnce) => {
        const takes = limitRequests({ perSecond, atOnce });
        const taken = new Map<string, number>();
        let now = 0;
        for (const { node, after } of all) {
          now += after;
          const count = taken.get(node) ?? 0;
          // At most what stood there at first and what came since; and always the first ones.
          if (takes(node, now)) taken.set(node, count + 1);
          else expect(count).toBeGreaterThanOrEqual(atOnce);
          expect(taken.get(node) ?? 0).toBeLessThanOrEqual(atOnce + (now / 1000) * perSecond + 1e-6);
        }
      },
    ),
  );
});

test('After a rest as many are taken at once as at first', () => {
  const takes = limitRequests({ perSecond: 2, atOnce: 3 });
  const many = (now: number) => Array.from({ length: 5 }, () => takes('NL', now)).filter(Boolean).length;
  expect([many(0), many(0), many(500), many(60_000)]).toEqual([3, 0, 1, 3]);
  // A clock that goes back gives nobody anything.
  expect(many(0)).toBe(0);
});

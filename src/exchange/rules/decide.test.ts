import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inForce, type RegisterSnapshot } from '#union';
import {
  denounced,
  denunciations,
  firstDay,
  moments,
  records,
  registers,
  requests,
} from '../fixtures/registers.ts';
import type { AccessRequest } from '../model.ts';
import { decide, type Now, type Situation } from './decide.ts';
import { readLaw } from './law.ts';

fc.configureGlobal({ seed: 20231001, numRuns: 3000 });

const situationOf = (
  snapshot: RegisterSnapshot,
  { count, ...record }: { count: number } & Omit<Situation, 'law' | 'used'>,
): Situation => ({ law: readLaw(snapshot, firstDay), used: () => count, ...record });

describe('For all histories', () => {
  test('nobody gets anything unless each instrument of the way is in force for both', () => {
    let allowed = 0;
    fc.assert(
      fc.property(registers, requests, records, moments, (snapshot, request, record, now) => {
        const decision = decide(request, situationOf(snapshot, record), now);
        if (decision.outcome === 'denied') {
          expect(decision.reasons.length).toBeGreaterThan(0);
          return;
        }
        allowed += 1;
        for (const id of decision.basis) {
          const subject = { kind: 'instruments', id } as const;
          for (const party of [request.from.party, request.to])
            expect(inForce(snapshot, subject, [party], now.day, firstDay)).toEqual({ answer: 'yes' });
        }
      }),
    );
    expect(allowed).toBeGreaterThan(100);
  });

  test('a denunciation opens nothing that was closed', () => {
    let closed = 0;
    fc.assert(
      fc.property(
        registers,
        requests,
        records,
        moments,
        denunciations,
        (snapshot, request, record, now, act) => {
          const before = decide(request, situationOf(snapshot, record), now);
          const after = decide(request, situationOf(denounced(snapshot, act), record), now);
          if (before.outcome === 'denied') expect(after.outcome).toBe('denied');
          else if (after.outcome === 'denied') closed += 1;
        },
      ),
    );
    expect(closed).toBeGreaterThan(20);
  });

  test('to ask for a named article, or by more words, gives no other answer than it would by itself', () => {
    fc.assert(
      fc.property(registers, requests, records, moments, (snapshot, request, record, now) => {
        const situation = situationOf(snapshot, record);
        // What an agreement opens by itself rests on no article.
        const { article: _, ...anyArticle } = { ...request, instrument: 'treaty' };
        const named = ['1', '2'].map((article) => decide({ ...anyArticle, article }, situation, now).outcome);
        expect(decide(anyArticle as AccessRequest, situation, now).outcome).toBe(
          named.includes('allowed') ? 'allowed' : 'denied',
        );
      }),
    );
  });

  test('what was found once is found again', () => {
    fc.assert(
      fc.property(
        registers,
        requests,
        records,
        fc.array(moments, { minLength: 2 }),
        (snapshot, request, record, all) => {
          const kept = situationOf(snapshot, record);
          const fresh = (now: Now) => decide(request, situationOf(snapshot, record), now);
          for (const now of [...all, ...all]) expect(decide(request, kept, now)).toEqual(fresh(now));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('a rule that nobody asks for is no way in, whatever is said, and by no article of its instrument', () => {
  let ruled = 0;
  fc.assert(
    fc.property(registers, requests, records, moments, (snapshot, request, record, now) => {
      const asked = decide(request, situationOf(snapshot, record), now);
      if (asked.outcome === 'denied') return;
      ruled += 1;
      const provisions = Object.fromEntries(
        Object.entries(snapshot.provisions).map(([id, versions]) => [
          id,
          id !== asked.provision
            ? versions
            : versions.map((one) => ({ ...one, conditions: { ...(one.conditions as object), rule: true } })),
        ]),
      );
      const decision = decide(request, situationOf({ ...snapshot, provisions }, record), now);
      if (decision.outcome === 'allowed') expect(decision.provision).not.toBe(asked.provision);
      else expect(decision.reasons.length).toBeGreaterThan(0);
    }),
  );
  expect(ruled).toBeGreaterThan(100);
});

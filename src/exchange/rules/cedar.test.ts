import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cedarAllows, cedarPolicies } from '../fixtures/cedar.ts';
import { firstDay, moments, records, registers, requests } from '../fixtures/registers.ts';
import { decide } from './decide.ts';
import { readLaw } from './law.ts';

/** `npm run test:long` asks more. */
const asked = Number(process.env.TRIPOINT_CEDAR_REQUESTS ?? 500);

test(`Cedar decides ${asked} generated requests as the kernel does`, () => {
  const given = { allowed: 0, denied: 0 };
  fc.assert(
    fc.property(registers, requests, records, moments, (snapshot, request, { count, ...record }, now) => {
      const situation = { law: readLaw(snapshot, firstDay), used: () => count, ...record };
      const { outcome } = decide(request, situation, now);
      given[outcome] += 1;
      const oracle = cedarAllows(cedarPolicies(snapshot, record), request, now, count);
      expect(oracle ? 'allowed' : 'denied').toBe(outcome);
    }),
    { numRuns: asked, seed: 20231001 },
  );
  // Of what is nearly always denied nothing would be learnt.
  expect(given.allowed).toBeGreaterThan(asked / 20);
  expect(given.allowed + given.denied).toBe(asked);
}, 1_200_000);

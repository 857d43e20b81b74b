import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstDay, moments, records, registers, requests } from '../../fixtures/registers.ts';
import type { AccessRequest } from '../../model.ts';
import { decide } from '../../rules/decide.ts';
import { readLaw } from '../../rules/law.ts';
import { askedForIn, conditionsFor, fieldsFor, statementsOf, wordFields } from './asked-for.ts';

test('what is asked for is read from its text', () => {
  expect(askedForIn('police-2018/9, 10, 11/evidence')).toEqual({
    instrument: 'police-2018',
    article: '9, 10, 11',
    operation: 'evidence',
  });
  expect(askedForIn('police-2018//hitnohit')).toEqual({ instrument: 'police-2018', operation: 'hitnohit' });
  for (const none of ['', 'police-2018', 'police-2018/13', '/13/hitnohit'])
    expect(askedForIn(none)).toBeNull();
});

test('for all registers, whoever says only what the form asks for is answered as if he had said more', () => {
  let [allowed, dropped] = [0, 0];
  fc.assert(
    fc.property(registers, requests, records, moments, (snapshot, request, { count, ...record }, now) => {
      const law = readLaw(snapshot, firstDay);
      const situation = { law, used: () => count, ...record };
      if (decide(request, situation, now).outcome === 'denied') return;
      allowed += 1;
      const conditions = conditionsFor(law, request as Parameters<typeof conditionsFor>[1]);
      const fields: readonly string[] = fieldsFor(conditions);
      const { from, stated, consents, ...rest } = request;
      // The purpose is always asked for, and so are case, party and who is asked.
      const leftOut = wordFields.filter((field) => field !== 'purpose' && !fields.includes(field));
      const without = <Given extends object>(given: Given) =>
        Object.fromEntries(Object.entries(given).filter(([key]) => !leftOut.some((one) => one === key)));
      const said = statementsOf(conditions);
      const asked = {
        ...without(rest),
        from: without(from),
        stated: stated.filter((what) => said.includes(what)),
        consents: fields.includes('consents') ? consents : [],
      } as unknown as AccessRequest;
      if (JSON.stringify(asked) !== JSON.stringify(request)) dropped += 1;
      expect(decide(asked, situation, now).outcome).toBe('allowed');
    }),
    { seed: 20231001, numRuns: 3000 },
  );
  expect(Math.min(allowed, dropped)).toBeGreaterThan(50);
});

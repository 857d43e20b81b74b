import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import { keepingHere } from '../bridges/fixtures/keeping.ts';
import { madeUpNumber } from '../bridges/fixtures/textbook.ts';
import { holdingsOf } from '../bridges/holdings.ts';
import { bridgeOperations, exerciseTerms, type OpenCase } from '../bridges/model.ts';
import { gatewayService } from '../bridges/service.ts';
import { keepTokenKey, makeTokenKey } from '../bridges/token-keys.ts';
import { tokenOf } from '../bridges/tokens.ts';

import { openedBy } from './open-cases.ts';

const [dutch, luxembourgish] = [madeUpNumber('NL', 400_000), madeUpNumber('LU', 500_000)];
const key = makeTokenKey({ instrument: 'syn', epoch: 1, from: '2026-05-01', until: '2026-08-01' });
const supply = {
  supplier: luxembourgish,
  acquirer: dutch,
  kind: 'L',
  period: '2026-02',
  cents: 1_00,
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-gateway-'));
  await keepTokenKey(folder, key);
});
afterAll(() => rm(folder, { recursive: true }));

/** What the Dutch gateway says to a question of a state by a reference, with a case on the Dutch trader. */
async function told(asker: string, reference: string, steps: readonly (readonly [string, string])[]) {
  const record = {
    body: { reference: 'NL-2026-004', traders: [dutch], joins: { party: 'BE', reference: 'BE-2026-001' } },
  };
  const lived = { record, steps: steps.map(([to, effectiveOn]) => ({ to, effectiveOn })) };
  const casesOf = async (_: string, _to: string, from: string): Promise<readonly OpenCase[]> =>
    openedBy(lived as unknown as Parameters<typeof openedBy>[0], from);
  const service = gatewayService({
    ...{ clock: fixedClock('2026-05-04T10:00:00Z'), dataFolder: folder, terms: exerciseTerms, casesOf },
    holdings: async () => holdingsOf(['NL'], [supply], [], [], new Map()),
    ...keepingHere(),
  });
  const request = {
    ...{ id: 'r', from: { party: asker }, to: 'NL', instrument: 'syn', operation: bridgeOperations.reveal },
    ...{ stated: [], consents: [], purpose: 'vat_fraud', case: reference },
  };
  const query = { epoch: 1, tokens: [tokenOf(key, dutch)] };
  return service.answer({ register: 'benelux', request, query }, new AbortController().signal);
}

describe('A gateway answers by the cases that its people have open', () => {
  const open = [['open', '2026-03-01']] as const;
  const named = { traders: [{ token: tokenOf(key, dutch), number: dutch }] };
  test('to who told of his, under his own reference', async () => {
    expect(await told('BE', 'BE-2026-001', open)).toEqual(named);
  });
  test('to nobody else by that reference, and by none that is not open', async () => {
    expect(await told('LU', 'BE-2026-001', open)).toEqual({ refused: 'no_basis' });
    expect(await told('BE', 'BE-2026-002', open)).toEqual({ refused: 'no_basis' });
  });
  test('no longer from the day on which the case is closed', async () => {
    expect(await told('BE', 'BE-2026-001', [...open, ['closed', '2026-05-04']])).toEqual({
      refused: 'no_basis',
    });
  });
});

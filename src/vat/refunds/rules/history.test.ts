import { describe, expect, test } from 'vitest';
import { getValue, listCodes } from '#kernel/fixtures/results.ts';
import { actsFrom } from '#kernel/lifecycle.ts';
import { happened } from '../fixtures/claims.ts';
import { actors, type ClaimAct, type ClaimState, claimLifecycle } from '../model.ts';
import { type History, stateOfClaim, takeEvent } from './history.ts';

const lodged = happened('lodge', '2020-09-28', { cents: 5_000_00 });
const received: History = [
  lodged,
  happened('forward', '2020-10-05', {}),
  happened('receive', '2020-10-06', {}),
];

describe('What happens to a claim', () => {
  test('follows the order of the directive', () => {
    const asked = happened('ask', '2020-11-01', { subject: 'a', reachedOn: null });
    const answered = happened('answer', '2020-11-20', { subject: 'a' });
    const once = getValue(takeEvent(received, asked));
    expect(stateOfClaim(once)).toBe('asked');
    expect(stateOfClaim(getValue(takeEvent(once, answered)))).toBe('received');
    expect(listCodes(takeEvent(received, answered))).toEqual(['vat_claim_act_closed']);
    expect(listCodes(takeEvent([], asked))).toEqual(['vat_claim_act_closed']);
    expect(listCodes(takeEvent(received, lodged))).toEqual([
      'vat_claim_act_closed',
      'vat_claim_day_before_last',
    ]);
  });

  test('is done by those whose act it is, and not before what was there; all that is wrong is said at once', () => {
    const early = { ...happened('pay', '2020-09-01', { cents: 1 }), role: 'applicant' as const };
    expect(listCodes(takeEvent(received, early))).toEqual([
      'vat_claim_act_closed',
      'vat_claim_act_not_theirs',
      'vat_claim_day_before_last',
    ]);
  });

  test('is told by the table alone: each act is somebody’s, and each state is reached', () => {
    const acts = new Set<ClaimAct>();
    const reached = new Set<ClaimState>(['lodged']);
    for (const state of Object.keys(claimLifecycle) as ClaimState[])
      for (const act of actsFrom(claimLifecycle, state)) {
        acts.add(act);
        reached.add(claimLifecycle[state][act] as ClaimState);
      }
    expect([...acts].toSorted()).toEqual(
      Object.keys(actors)
        .filter((act) => act !== 'lodge')
        .toSorted(),
    );
    expect([...reached].toSorted()).toEqual(Object.keys(claimLifecycle).toSorted());
  });

  test('cannot be told of a claim that was never lodged', () => {
    expect(() => stateOfClaim(received.slice(1))).toThrow('forward cannot follow nothing');
  });
});

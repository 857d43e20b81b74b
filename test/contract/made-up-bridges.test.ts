import { describe, expect, test } from 'vitest';
import { AccessRequest } from '../../src/exchange/model.ts';
import { decide } from '../../src/exchange/rules/decide.ts';
import { readLaw } from '../../src/exchange/rules/law.ts';
import type { PlainDate } from '../../src/kernel/dates.ts';
import { checkFile } from '../../src/union/files/check.ts';
import { bridgeOperations } from '../../src/vat/bridges/model.ts';
import { feedbackOperation } from '../../src/vat/cases/model.ts';
import { bridgeInstrument, bridgePurpose, madeUpBridges } from '../../tools/federation/made-up-bridges.ts';
import { treatyWith } from '../support/peer-node.ts';

/** The treaty of the exercise of `npm run federation -- vat`, which there is not: what it opens, and to whom. */

type File = {
  readonly meta: { readonly synthetic: boolean };
  readonly provisions: readonly {
    readonly id: string;
    readonly article: string;
    readonly operation: string;
    readonly conditions: unknown;
  }[];
};
const day = '2030-06-01' as PlainDate;
const file = (await madeUpBridges('.', '2026-11-27')) as File;
const provisions = Object.fromEntries(
  file.provisions.map(({ id, article, operation, conditions }) => [id, { article, operation, conditions }]),
);
const law = readLaw(treatyWith(provisions), day);
const outcome = (operation: string, said: object, used = 0, instrument = 'treaty') => {
  const request = AccessRequest.parse({
    id: 'r',
    from: { party: 'BE', function: 'analyst' },
    to: 'NL',
    instrument,
    operation,
    purpose: bridgePurpose,
    ...said,
  });
  const situation = { law, authorisations: null, consents: null, used: () => used };
  const decision = decide(request, situation, { day, minute: 600 });
  return decision.outcome === 'allowed'
    ? 'allowed'
    : decision.reasons.map((reason) =>
        'condition' in reason ? `${reason.code} ${reason.condition.type}` : reason.code,
      );
};
const { key, statements, bridges, reveal } = bridgeOperations;
const gateway = { from: { party: 'BE', function: 'gateway' } };
const decided = { case: 'SYN-1', stated: ['decided_by_a_person'] };

describe('The made-up treaty on bridges', () => {
  test('is a file that a register takes, says that it is made up, and opens what gateways answer, and feedback', () => {
    expect(checkFile(file).ok).toBe(true);
    expect(file.meta.synthetic).toBe(true);
    expect(file.provisions.map(({ operation }) => operation)).toEqual([
      ...Object.values(bridgeOperations),
      feedbackOperation,
    ]);
  });

  test('opens everything to nobody who names no instrument that has it', () => {
    for (const operation of Object.values(bridgeOperations))
      expect(outcome(operation, { ...gateway, ...decided }, 0, bridgeInstrument)).toEqual(['no_provision']);
  });

  test('hands keys to gateways and statements to analysts, for its purpose alone', () => {
    expect(outcome(key, gateway)).toBe('allowed');
    expect(outcome(key, {})).toEqual(['not_met function']);
    expect(outcome(statements, {})).toBe('allowed');
    expect(outcome(statements, gateway)).toEqual(['not_met function']);
    expect(outcome(statements, { purpose: undefined })).toEqual(['not_stated purpose']);
    expect(outcome(statements, { purpose: 'statistics' })).toEqual(['not_met purpose']);
  });

  test('opens bridges for a case or a score, and names for a case where a person decided so, ten times a day', () => {
    expect(outcome(bridges, {})).toEqual(['not_stated any_of']);
    expect(outcome(bridges, { case: 'SYN-1' })).toBe('allowed');
    expect(outcome(bridges, { stated: ['score_above_threshold'] })).toBe('allowed');
    expect(outcome(reveal, {})).toEqual(['not_stated case_reference', 'not_stated stated']);
    expect(outcome(reveal, { case: 'SYN-1' })).toEqual(['not_stated stated']);
    expect(outcome(reveal, { ...decided, purpose: undefined })).toEqual(['not_stated purpose']);
    expect(outcome(reveal, decided, 9)).toBe('allowed');
    expect(outcome(reveal, decided, 10)).toEqual(['not_met quota']);
  });
});

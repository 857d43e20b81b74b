import { describe, expect, test } from 'vitest';
import { acknowledges, afterLines, to, writes } from '../fixtures/two-states.ts';
import type { Deed } from '../model.ts';
import { against } from './may-do.ts';

const codes = (...given: Parameters<typeof against>) => against(...given).map(({ code }) => code);
const decides = (decision: 'shed_load' | 'inform_public', inject = 'cold'): Deed => {
  return { kind: 'decide', inject, decision, text: null };
};

describe('What is refused at a seat', () => {
  const at40 = afterLines(to(40), writes('BE', ['NL']));

  test('is a message to oneself, to who has no seat, or about what the seat has not heard of, all at once', () => {
    const deed: Deed = { kind: 'message', to: ['NL', 'FR'], inject: 'unit', text: 'x' };
    expect(codes(at40, 'NL', deed)).toEqual([
      'energy_exercise_to_oneself',
      'energy_exercise_seat_unknown',
      'energy_exercise_inject_unknown',
    ]);
    expect(codes(at40, 'BE', { ...deed, to: ['NL', 'secretariat'] })).toEqual([]);
  });

  test('is to acknowledge what is not there, is somebody else’s, or was acknowledged', () => {
    expect(codes(at40, 'NL', { kind: 'acknowledge', of: '2' })).toEqual([]);
    expect(codes(at40, 'EU-COM', { kind: 'acknowledge', of: '2' })).toEqual(['energy_exercise_item_unknown']);
    expect(codes(at40, 'BE', { kind: 'acknowledge', of: '2' })).toEqual(['energy_exercise_item_unknown']);
    const done = afterLines(to(40), acknowledges('NL', 'cold'));
    expect(codes(done, 'NL', { kind: 'acknowledge', of: 'cold' })).toEqual(['energy_exercise_acknowledged']);
  });

  test('is a statement or a decision of a state by who is none', () => {
    const deed: Deed = { kind: 'state', zone: 'XX', claim: 'supply.short', text: null };
    expect(codes(at40, 'EU-COM', deed)).toEqual(['energy_exercise_no_state', 'energy_exercise_zone_unknown']);
    expect(codes(at40, 'NL', { ...deed, zone: 'BE' })).toEqual([]);
    expect(codes(at40, 'secretariat', decides('shed_load'))).toEqual(['energy_exercise_of_zones']);
    expect(codes(at40, 'secretariat', decides('inform_public'))).toEqual([]);
    expect(codes(at40, 'NL', decides('shed_load', 'unit'))).toEqual(['energy_exercise_inject_unknown']);
  });

  test('is everything once it has ended', () => {
    const over = afterLines(to(40), ['secretariat', { kind: 'end' }]);
    for (const deed of [decides('inform_public'), { kind: 'end' }, { kind: 'advance', to: 50 }] as const)
      expect(codes(over, 'secretariat', deed)).toEqual(['energy_exercise_ended']);
  });
});

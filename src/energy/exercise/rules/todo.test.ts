import { describe, expect, test } from 'vitest';
import { acknowledges, afterLines, to } from '../fixtures/two-states.ts';
import { todoOf } from './todo.ts';

const says = (seat: string, claim: 'supply.short' | 'supply.enough') =>
  [seat, { kind: 'state', zone: 'BE', claim, text: null }] as const;

describe('What waits for a seat', () => {
  test('is what it has not acknowledged, the first due first, and what it was told and has not decided about', () => {
    const before = [to(10), to(40)] as const;
    const { acknowledge, decide } = todoOf(afterLines(...before), 'BE');
    expect(acknowledge.map(({ id, due }) => [id, due])).toEqual([
      ['unit', 25],
      ['cold', 55],
    ]);
    expect(decide.map(({ id }) => id)).toEqual(['unit', 'cold']);
    const after = todoOf(
      afterLines(...before, acknowledges('BE', 'unit'), [
        'BE',
        { kind: 'decide', inject: 'unit', decision: 'no_action', text: null },
      ]),
      'BE',
    );
    expect(after.acknowledge.map(({ id }) => id)).toEqual(['cold']);
    expect(after.decide.map(({ id }) => id)).toEqual(['cold']);
  });

  test('is no decision of who has no zone, nor one about a lost channel', () => {
    const exercise = afterLines(to(60));
    expect(todoOf(exercise, 'EU-COM').decide).toEqual([]);
    expect(todoOf(exercise, 'NL').decide.map(({ id }) => id)).toEqual(['cold']);
  });

  test('is a contradiction in which it stands itself, until it is settled', () => {
    const both = [says('BE', 'supply.short'), says('NL', 'supply.enough')] as const;
    const lasting = (seat: string, ...more: readonly ReturnType<typeof says>[]) =>
      todoOf(afterLines(...both, ...more), seat).contradictions.length;
    expect([lasting('BE'), lasting('NL'), lasting('EU-COM')]).toEqual([1, 1, 0]);
    expect(lasting('BE', says('NL', 'supply.short'))).toBe(0);
  });

  test('is for the lead alone what happens next', () => {
    expect(todoOf(afterLines(to(10)), 'secretariat').next?.id).toBe('cold');
    expect(todoOf(afterLines(to(10)), 'BE').next).toBeNull();
    expect(todoOf(afterLines(to(60)), 'secretariat').next).toBeNull();
  });
});

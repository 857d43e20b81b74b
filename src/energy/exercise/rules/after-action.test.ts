import { describe, expect, test } from 'vitest';
import { acknowledges, afterLines, to, writes } from '../fixtures/two-states.ts';
import { afterAction } from './after-action.ts';
import { contradictions } from './contradictions.ts';

describe('The after-action matrix', () => {
  const exercise = afterLines(
    to(10),
    to(14),
    acknowledges('BE', 'unit'),
    to(21),
    writes('BE', ['NL'], 'unit'),
    to(26),
    acknowledges('NL', '5'),
    ['BE', { kind: 'decide', inject: 'unit', decision: 'call_reserve', text: null }],
    to(30),
    acknowledges('BE', 'unit'),
    ['BE', { kind: 'decide', inject: 'unit', decision: 'shed_load', text: null }],
  );
  const of = (seat: string) =>
    afterAction(exercise).find((one) => one.inject.id === 'unit' && one.seat === seat);

  test('counts minutes from what happened to what a seat did first', () => {
    expect(of('BE')).toMatchObject({ isTold: true, detect: 4, inform: 11, decide: 16 });
  });

  test('counts for a seat that nobody told when it acknowledged who wrote to it', () => {
    expect(of('NL')).toMatchObject({ isTold: false, detect: 16, inform: null, decide: null });
  });

  test('says that a seat never did, which is not zero minutes', () => {
    expect(of('EU-COM')).toMatchObject({ detect: null, inform: null, decide: null });
  });

  test('has a line for each seat and thing that has happened, and none of what has not', () => {
    expect(afterAction(exercise).map(({ inject, seat }) => `${inject.id} ${seat}`)).toEqual([
      ...['unit BE', 'unit NL', 'unit EU-COM', 'unit secretariat'],
    ]);
  });

  test('tells what was done in the same minute as zero', () => {
    const quick = afterLines(to(10), acknowledges('BE', 'unit'));
    expect(afterAction(quick)[0]?.detect).toBe(0);
  });
});

describe('Contradictions', () => {
  const says = (seat: string, zone: string, claim: 'supply.enough' | 'supply.short' | 'shedding.none') =>
    [seat, { kind: 'state', zone, claim, text: null }] as const;

  test('are two claims on the same subject, from the second until they agree', () => {
    const exercise = afterLines(
      ...[says('BE', 'BE', 'supply.short'), to(5), says('NL', 'BE', 'supply.enough')],
      ...[to(9), says('NL', 'BE', 'supply.short')],
    );
    expect(contradictions(exercise)).toEqual([
      {
        ...{ topic: 'supply', zone: 'BE', from: 5, until: 9 },
        said: [
          { seat: 'BE', claim: 'supply.short', minute: 0 },
          { seat: 'NL', claim: 'supply.enough', minute: 5 },
        ],
      },
    ]);
  });

  test('that are never settled stay open', () => {
    const exercise = afterLines(says('BE', 'BE', 'supply.short'), says('NL', 'BE', 'supply.enough'), to(60));
    expect(contradictions(exercise)).toMatchObject([{ from: 0, until: null }]);
  });

  test('are none where a state changes its own word, speaks of another zone or of another subject', () => {
    const exercise = afterLines(
      ...[says('BE', 'BE', 'supply.enough'), says('BE', 'BE', 'supply.short')],
      ...[says('NL', 'NL', 'supply.enough'), says('NL', 'BE', 'shedding.none')],
    );
    expect(contradictions(exercise)).toEqual([]);
  });
});

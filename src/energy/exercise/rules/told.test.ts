import { describe, expect, test } from 'vitest';
import { acknowledges, afterLines, type Lines, to, writes } from '../fixtures/two-states.ts';
import { type Exercise, seatsOf } from '../model.ts';
import {
  awaited,
  inboxOf,
  injectsBefore,
  messagesBefore,
  statementsBefore,
  unacknowledged,
  viewOf,
} from './told.ts';

const ids = (exercise: Exercise, seat: string) => inboxOf(exercise, seat).map(({ id }) => id);
const known = (exercise: Exercise, seat: string) => injectsBefore(exercise, seat).map(({ id }) => id);

describe('Who is told', () => {
  test('BE is told of its unit, NL is not, and the lead reads all', () => {
    const exercise = afterLines(to(10));
    expect([ids(exercise, 'BE'), ids(exercise, 'NL')]).toEqual([['unit'], []]);
    expect([known(exercise, 'secretariat'), known(exercise, 'NL')]).toEqual([['unit'], []]);
  });

  test('NL knows of it once BE has written to it, and the Commission does not', () => {
    const exercise = afterLines(to(10), writes('BE', ['NL'], 'unit'));
    expect([ids(exercise, 'NL'), known(exercise, 'NL')]).toEqual([['2'], ['unit']]);
    expect([ids(exercise, 'EU-COM'), known(exercise, 'EU-COM')]).toEqual([[], []]);
    expect(messagesBefore(exercise, 'EU-COM')).toEqual([]);
    expect(messagesBefore(exercise, 'secretariat')).toHaveLength(1);
  });

  test('what a seat was not told of is not in its picture', () => {
    const short = (exercise: Exercise, seat: string) =>
      viewOf(exercise, seat).zones.find(({ zone }) => zone === 'BE')?.short;
    const exercise = afterLines(to(10));
    // 100 MW lost, 20 over, 30 over the link: 50 are shed.
    expect([short(exercise, 'secretariat'), short(exercise, 'BE'), short(exercise, 'NL')]).toEqual([
      50, 50, 0,
    ]);
  });
});

describe('A channel that is lost', () => {
  const cut = [to(10), to(50), writes('BE', ['NL', 'EU-COM'], 'unit')] as const;
  const said = ['NL', { kind: 'state', zone: 'NL', claim: 'supply.enough', text: null }] as const;

  test('keeps a message to NL until minute 90, and one from NL too; others get theirs at once', () => {
    expect(ids(afterLines(...cut), 'EU-COM')).toContain('3');
    expect(ids(afterLines(...cut, to(89)), 'NL')).not.toContain('3');
    const back = afterLines(...cut, to(90));
    expect(inboxOf(back, 'NL').find(({ id }) => id === '3')).toMatchObject({
      sent: 50,
      reached: 90,
      due: 105,
    });
    const mute = [to(60), writes('NL', ['BE']), said] as const;
    expect(ids(afterLines(...mute), 'BE')).not.toContain('2');
    expect(statementsBefore(afterLines(...mute), 'BE')).toEqual([]);
    expect(statementsBefore(afterLines(...mute, to(90)), 'BE')).toHaveLength(1);
  });

  test('does not make NL late with what it could not read', () => {
    const exercise = afterLines(...cut, to(90), acknowledges('NL', '3'));
    expect(unacknowledged(exercise, ['NL']).map(({ id }) => id)).toEqual(['cold']);
  });
});

test('Whoever writes sees who has not acknowledged it, and learns nothing of a lost channel; the lead sees all as it is', () => {
  const before = [
    to(10),
    to(50),
    writes('BE', ['NL', 'EU-COM'], 'unit'),
    acknowledges('EU-COM', '3'),
  ] as const;
  const waiting = (seat: string) =>
    awaited(afterLines(...before), seat).map(({ id, seat: by, reached, due }) => [id, by, reached, due]);
  expect(waiting('BE')).toEqual([['3', 'NL', 50, 65]]);
  expect(waiting('NL')).toEqual([]);
  // The message reaches NL when its channel is back; the cold of minute 40 nobody has acknowledged, nor BE its unit.
  expect(waiting('secretariat')).toEqual([
    ['unit', 'BE', 10, 25],
    ['cold', 'BE', 40, 55],
    ['cold', 'NL', 40, 55],
    ['cold', 'EU-COM', 40, 55],
    ['3', 'NL', 90, 105],
  ]);
});

test('What is acknowledged within 15 minutes is not told; late is, and never is, also when it has ended before', () => {
  const late = (...lines: Lines) =>
    unacknowledged(afterLines(...lines), seatsOf(afterLines())).map(({ id, seat, acknowledged }) => {
      return [id, seat, acknowledged];
    });
  expect(late(to(10), to(25))).toEqual([]);
  expect(late(to(10), to(26))).toEqual([['unit', 'BE', null]]);
  expect(late(to(10), to(25), acknowledges('BE', 'unit'), to(39))).toEqual([]);
  expect(late(to(10), to(30), acknowledges('BE', 'unit'))).toEqual([['unit', 'BE', 30]]);
  expect(late(to(10), ['secretariat', { kind: 'end' }])).toEqual([['unit', 'BE', null]]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { Outcome } from '../model.ts';
import { closingsOf, decidedOf } from './ended.ts';
import { type CaseFigures, type Known, type Told, tellCases, tellInTime } from './figures.ts';

const first = '2026-01-01' as PlainDate;
/** A day of the test, and a moment of it: at noon and some milliseconds, so that the union's day is the same as UTC's. */
const dayOf = (place: number) => addDays(first, place);
const at = (place: number, millisecond = 0) =>
  `${dayOf(place)}T12:00:00.${String(millisecond).padStart(3, '0')}Z`;

describe('Closings of cases', () => {
  const version = (id: string, recordedAt: string, said: object) => ({
    ...{ id, recordedAt, body: { id, party: 'BE', ...said } },
  });
  test('are those of all versions, as they were written down, and not what a case says now', () => {
    const closings = closingsOf([
      version('b', at(1), {}),
      version('b', at(3), { outcome: 'honest', cost: 100 }),
      version('a', at(1), {}),
      version('a', at(2), { outcome: 'missing_trader', stopped: 300, days: 4 }),
      version('a', at(4), {}),
      version('a', at(5), { outcome: 'missing_trader', stopped: 50_000 }),
    ]);
    expect(closings).toEqual([
      { id: 'a', party: 'BE', outcome: 'missing_trader', stopped: 300, days: 4, cost: null },
      { id: 'b', party: 'BE', outcome: 'honest', stopped: null, days: null, cost: 100 },
      { id: 'a', party: 'BE', outcome: 'missing_trader', stopped: 50_000, days: null, cost: null },
    ]);
  });
});

const feedback = (id: string, due: string | null, given: string | null, told = at(0)) => ({
  record: { id, body: { state: 'NL', ...(due === null ? {} : { due }) } },
  steps: [
    { to: 'owed', effectiveOn: told.slice(0, 10), recordedAt: told },
    ...(given === null ? [] : [{ to: 'given', effectiveOn: given.slice(0, 10), recordedAt: given }]),
  ],
});

describe('Feedback', () => {
  const idsOn = (all: Parameters<typeof decidedOf>[0], today: PlainDate) =>
    decidedOf(all, today).map(({ id, standing }) => `${id} ${standing}`);
  test('that is overdue comes after what was given on its last day, since it is so only when that day is over', () => {
    const overdue = feedback('a', dayOf(10), null);
    const given = feedback('b', dayOf(10), at(10));
    expect(idsOn([overdue, given], dayOf(10))).toEqual(['b given']);
    expect(idsOn([overdue, given], dayOf(11))).toEqual(['b given', 'a overdue']);
    const next = feedback('c', dayOf(20), at(11));
    expect(idsOn([overdue, given, next], dayOf(11))).toEqual(['b given', 'a overdue', 'c given']);
  });
  test('keeps its place when it comes late, or is given anew', () => {
    const late = feedback('a', dayOf(10), at(30));
    const other = feedback('b', dayOf(40), at(20));
    expect(idsOn([late, other], dayOf(30))).toEqual(['a late', 'b given']);
    const anew = { to: 'given', effectiveOn: dayOf(35), recordedAt: at(35) };
    expect(idsOn([{ ...other, steps: [...other.steps, anew] }, late], dayOf(35))).toEqual([
      'a late',
      'b given',
    ]);
  });
  test('of which no day is known counts from when it came, and until then not', () => {
    expect(idsOn([feedback('a', null, null), feedback('b', null, at(9))], dayOf(90))).toEqual(['b given']);
  });
  test('that was overdue before this node knew of it goes before nothing that was told', () => {
    const loaded = feedback('a', dayOf(1), null, at(50));
    expect(idsOn([loaded, feedback('b', dayOf(40), at(20))], dayOf(50))).toEqual(['b given', 'a overdue']);
  });
});

/** What is done in a made-up field, one act after the other, some on the same day. */
const party = fc.constantFrom('BE', 'NL');
const amount = fc.option(fc.nat(100_000), { nil: null, freq: 100 });
const act = fc.oneof(
  { weight: 10, arbitrary: fc.record({ act: fc.constant('close new' as const), party }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('reopen' as const), which: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('close again' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('correct' as const), which: fc.nat() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ act: fc.constant('tell' as const), party },
      due: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('give' as const), which: fc.nat() }) },
);
const done = fc.record({
  act,
  wait: fc.constantFrom(0, 0, 1, 3),
  ending: fc.record({
    outcome: fc.constantFrom<Outcome>('missing_trader', 'missing_trader', 'missing_trader', 'honest'),
    ...{ stopped: amount, days: amount, cost: amount },
  }),
});

type Version = Parameters<typeof closingsOf>[0][number];
type Owing = ReturnType<typeof feedback>;
type Done = typeof done extends fc.Arbitrary<infer One> ? One : never;
type Reading = { readonly cases: Told<CaseFigures>; readonly inTime: Told<Known> };

/** The records after each act, and what a coordinator reads then. */
function* readingsOf(acts: readonly Done[]): Generator<Reading> {
  const versions: Version[] = [];
  const owed: Owing[] = [];
  let day = 0;
  for (const [place, { act, wait, ending }] of acts.entries()) {
    day += wait;
    const moment = at(day, place % 1_000);
    const write = (id: string, party: string, said: object) =>
      versions.push({ id, recordedAt: moment, body: { id, party, ...said } });
    const newest = [...new Map(versions.map((one) => [one.id, one])).values()];
    const pick = <One>(all: readonly One[], which: number): One | undefined => all[which % all.length];
    const of = (isClosed: boolean, which: number) =>
      pick(
        newest.filter(({ body }) => (body.outcome != null) === isClosed),
        which,
      );
    if (act.act === 'close new') write(`case-${place}`, act.party, ending);
    if (act.act === 'reopen') {
      const one = of(true, act.which);
      if (one !== undefined) write(one.id, String(one.body.party), {});
    }
    if (act.act === 'close again' || act.act === 'correct') {
      const one = of(act.act === 'correct', act.which);
      if (one !== undefined) write(one.id, String(one.body.party), ending);
    }
    if (act.act === 'tell') {
      const due = act.due === null ? null : dayOf(day + act.due);
      const one = feedback(`feedback-${place}`, due, null, moment);
      owed.push({ ...one, record: { ...one.record, body: { ...one.record.body, state: act.party } } });
    }
    if (act.act === 'give') {
      const one = pick(owed, act.which);
      one?.steps.push({ to: 'given', effectiveOn: dayOf(day), recordedAt: moment });
    }
    yield {
      cases: tellCases(closingsOf(versions), ['BE', 'NL']),
      inTime: tellInTime(decidedOf(owed, dayOf(day)), ['BE', 'NL']),
    };
  }
}

/** Numbers of what is told: how many there are of each sort, and what is said of them beside. */
const ofCases = (one: CaseFigures | null) => ({
  counts: one
    ? [
        ...[one.cases, one.cases - one.decided, one.decided - one.confirmed, one.confirmed],
        ...[one.stopped, one.days, one.cost].flatMap(({ known, of }) => [known, of - known]),
      ]
    : Array.from({ length: 10 }, () => 0),
  said: one,
});
const ofInTime = (one: Known | null) => ({
  counts: one ? [Math.round((one.value ?? 0) * one.of), Math.round((1 - (one.value ?? 0)) * one.of)] : [0, 0],
  said: one,
});

describe('Two readings of what a coordinator is told', () => {
  test('differ in nothing, or by whole groups, whatever is closed, opened again, closed with something else or given late', () => {
    let [moved, stood] = [0, 0];
    const hold = <Figure>(
      before: Told<Figure>,
      after: Told<Figure>,
      numbers: (one: Figure | null) => { counts: readonly number[]; said: unknown },
    ) => {
      expect(after.byParty.map(([name]) => name)).toEqual(before.byParty.map(([name]) => name));
      const lines = [[before.all, after.all] as const].concat(
        after.byParty.map(([, figure], index) => [before.byParty[index]?.[1] ?? null, figure]),
      );
      for (const [early, late] of lines) {
        const [was, is] = [numbers(early), numbers(late)];
        const more = is.counts.map((count, place) => count - (was.counts[place] ?? 0));
        expect(more.every((some) => some === 0 || some >= 5)).toBe(true);
        if (more.every((some) => some === 0)) {
          expect(is.said).toEqual(was.said);
          stood++;
        } else moved++;
      }
    };
    fc.assert(
      fc.property(fc.array(done, { minLength: 150, maxLength: 250, size: 'max' }), (acts) => {
        let before: Reading | null = null;
        for (const reading of readingsOf(acts)) {
          if (before !== null) {
            hold(before.cases, reading.cases, ofCases);
            hold(before.inTime, reading.inTime, ofInTime);
          }
          before = reading;
        }
      }),
      { seed: 8, numRuns: 20 },
    );
    // Else it would hold because nothing is told.
    expect(moved).toBeGreaterThan(50);
    expect(stood).toBeGreaterThan(1_000);
  });
});

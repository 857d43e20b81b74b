import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { lastMonthOf, sizes, worldOf } from '../alerts/make-up.ts';
import { feedbackTerm } from '../bridges/model.ts';
import { syntheticFiles } from '../made-up/csv.ts';
import { loadCalendars } from '../refunds/calendars.ts';
import { keptLine, madeUpCases } from './made-up.ts';
import { vatCases, vatFeedback } from './model.ts';
import { closingsOf, decidedOf } from './rules/ended.ts';
import { dueOn } from './rules/feedback-clock.ts';
import { tellCases, tellInTime } from './rules/figures.ts';

const today = '2026-11-27' as PlainDate;
const closed = madeUpCases.filter(
  ({ kind, transitions }) => kind === vatCases && transitions.at(-1)?.to === 'closed',
);
const told = madeUpCases.filter(({ kind }) => kind === vatFeedback);

describe('Cases of the made-up year', () => {
  test('are records of their kinds, each with an id of its own', () => {
    for (const { kind, id, body } of madeUpCases) {
      expect(kind.schema.safeParse(body).error?.issues, id).toBeUndefined();
      for (const number of (body.traders ?? []) as string[]) expect(number).toMatch(/^(BE199|NL999|LU9)/);
    }
    expect(new Set(madeUpCases.map(({ id }) => id)).size).toBe(madeUpCases.length);
  });

  test('are as many as the counts over Belgium need, and too few for those of the others', () => {
    // As the year is loaded, all of it is recorded at once.
    const recordedAt = '2026-11-27T09:00:00.000Z';
    const parties = ['BE', 'LU', 'NL'];
    const closings = closingsOf(closed.map(({ id, body }) => ({ id, body, recordedAt })));
    const { all, byParty } = tellCases(closings, parties);
    expect(all?.cases).toBe(10);
    expect(all?.cost).toEqual({ value: 33_150_00, known: 5, of: 10 });
    expect(byParty.map(([party, figure]) => [party, figure?.hitRate.value ?? null])).toEqual([
      ['BE', 0.5],
      ['LU', null],
      ['NL', null],
    ]);
    const owed = decidedOf(
      told.map(({ id, body, transitions }) => ({
        record: { id, body },
        steps: transitions.map(({ to, effectiveOn }) => ({ to, effectiveOn, recordedAt })),
      })),
      today,
    );
    expect(
      tellInTime(owed, parties).byParty.map(([party, figure]) => [party, figure?.value ?? null]),
    ).toEqual([
      ['BE', null],
      ['LU', null],
      ['NL', 0.5],
    ]);
  });

  test('have one feedback that waits for Belgium, and a due day by the term that states have', async () => {
    const waiting = told.filter(({ transitions }) => transitions.at(-1)?.to === 'owed');
    expect(waiting.map(({ body }) => body.state)).toEqual(['BE']);
    const calendarOf = await loadCalendars();
    for (const { body } of told) {
      const due = dueOn(feedbackTerm.value, body.told_on as PlainDate, calendarOf(String(body.state)));
      expect(due).toMatchObject({ ok: true, value: body.due });
    }
  });

  // Some seconds: it makes the world up.
  test('keep a line that is in the declarations which the form proposes', { timeout: 60_000 }, () => {
    const files = syntheticFiles(
      worldOf({ ...sizes.small, seed: 42, lastMonth: lastMonthOf(sizes.small.months) }),
    );
    const file = files.find(({ name }) => name === 'synthetic-BE-supplies.csv');
    const text = [...(file?.chunks() ?? [])].join('');
    expect(createHash('sha256').update(text).digest('hex')).toBe(keptLine.file);
    const [supplier, acquirer] = text.split('\n')[keptLine.row]?.split(',') ?? [];
    expect({ supplier, acquirer }).toEqual({ supplier: keptLine.supplier, acquirer: keptLine.acquirer });
  });
});

import { daysBetween, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { allRecords } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { answersOwed, type Commitment, obligationsOf } from '../commitments/rules/commitment.ts';
import { remindersOf } from '../commitments/rules/reminder.ts';
import { instruments } from '../law/model.ts';
import { hasEndedBy, mayExistOn } from '../law/rules/timeline.ts';
import { findKeeper, listBoardRows, outlineBoard } from '../law/store.ts';
import { listItems } from '../parliament/store.ts';

/** A promise that is certainly open, and the days from the day asked about to the latest on which it can be due. */
export type DueCommitment = { readonly one: Commitment; readonly days: number };

/** More than anybody works through; the feed of deadlines has all. */
const mostListed = 500;

/** Every dated promise, the longest overdue first, and how many instruments there were by then: both take reading all of these. */
export function listDue(
  tx: Transaction,
  { register, asOf, knownAt, language }: ReadContext,
): Promise<{ readonly instruments: number; readonly due: readonly DueCommitment[] }> {
  const moment = { register: register.id, asOf, knownAt };
  const day = lastDay(asOf);
  return remember(register, ['due', day, lastDay(knownAt), language], async () => {
    const laws = await allRecords(tx, { ...moment, kinds: [instruments.name] });
    const { items } = await listItems(tx, moment);
    const owed = items.flatMap((item) =>
      answersOwed({ id: item.id, title: localize(item.title, language, ['en']) }, item.clocks),
    );
    const adopted = laws.filter(({ body }) => mayExistOn(body, day));
    // Under what has ended nobody owes anything any more.
    const standing = adopted.filter(({ body }) => !hasEndedBy(body, day));
    const reminded = standing.filter(({ body }) => ((body.yearly_reminder_to ?? []) as unknown[]).length > 0);
    const { members } = await outlineBoard(tx, register, moment);
    const ids = reminded.map(({ id }) => id);
    const keeper = await findKeeper(tx, moment);
    const reminders = (await listBoardRows(tx, moment, members, ids)).flatMap(
      ({ id, title, record, cells }) =>
        remindersOf(
          { id, body: record.body, title: localize(title, language, ['en']) },
          cells.map(({ inLaw }) => inLaw),
          keeper,
          day,
        ),
    );
    const obliged = standing
      .flatMap(obligationsOf)
      .filter(({ doneOn }) => doneOn === null || lastDay(doneOn) > day);
    const due = [...owed, ...obliged, ...reminders].flatMap((one) =>
      one.dueLatest === null ? [] : [{ one, days: daysBetween(day, one.dueLatest) }],
    );
    return {
      instruments: adopted.length,
      due: due.sort((a, b) => a.days - b.days).slice(0, mostListed),
    };
  });
}

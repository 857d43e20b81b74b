import type { Service } from '#exchange';
import { lockRegister } from '#platform/actions/perform.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import { firstStep } from '#union';
import { feedbackTerm, type Refused, refuse } from '../bridges/model.ts';
import { findField, takesPartIn } from '../fields/store.ts';
import { loadCalendars } from '../refunds/calendars.ts';
import { answerOf, isAbout } from './feedback-record.ts';
import { type FeedbackAnswer, FeedbackQuery, feedbackOperation, vatFeedback } from './model.ts';
import { isOf } from './rules/asked.ts';
import { dueOn } from './rules/feedback-clock.ts';
import { listFeedback } from './store.ts';

/**
 * Takes notice of a case of another state, once for the same traders, and answers what came of them as far as it was said. It opens no case
 * and acts on nobody: that is for people, at whose desks it lies from now on.
 */
export function feedbackService({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Service {
  return {
    operations: [feedbackOperation],
    answer: async ({ register: id, request, query }) => {
      const asked = FeedbackQuery.safeParse(query);
      const { to, from } = request;
      // Numbers of other states are none of ours to speak of, and the case is the one that the question was decided for.
      const isOurs = asked.success && asked.data.traders.every((one) => isOf(one as never, to));
      if (!asked.success || !isOurs || asked.data.reference !== request.case) return refuse('query_invalid');
      const { reference, traders } = asked.data;
      const calendarOf = await loadCalendars();
      return database.write(async (tx): Promise<FeedbackAnswer | Refused> => {
        await lockRegister(tx, id);
        const register = (await listRegisters(tx)).find((one) => one.id === id);
        if (register === undefined) throw new Error(`There is no register ${id}`);
        const today = todayOn(clock);
        // Whoever told of it sees what came of it, and whoever owes it gives it, by their seats in the field.
        const field = await findField(tx, { register, today }, 'cases');
        const isIn = (party: string) => field !== undefined && takesPartIn(field, party, today);
        if (!isIn(to) || !isIn(from.party)) return refuse('no_basis');
        const known = { register: id, knownAt: knownNow(register, today) };
        const own = await listFeedback(tx, known, [to]);
        const found = own.find((one) => isAbout(one, { asker: from.party, state: to, reference, traders }));
        if (found !== undefined) return answerOf(found);
        const due = dueOn(feedbackTerm.value, today, calendarOf(to));
        const body = {
          ...{ id: request.id, asker: from.party, state: to, reference, traders, told_on: today },
          ...(due.ok ? { due: due.value } : {}),
        };
        const steps = [firstStep('owed', today, { act: 'told', by: from.party })];
        await writeChanges(tx, clock, {
          ...{ register: id, knownFrom: known.knownAt, event: 'vat-feedback/told', actor: 'system' },
          party: to,
          changes: [{ kind: vatFeedback, id: request.id, body, steps }],
        });
        return { told_on: today, due: due.ok ? due.value : null, feedback: null };
      });
    },
  };
}

import { isOnOrBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { assessments } from './model.ts';

/** All assessments of some subjects, groups or initiatives, by what is known now; oldest first. */
export async function listAssessmentsOf(
  tx: Transaction,
  { register, today }: Pick<ActionContext, 'register' | 'today'>,
  subjects: readonly string[],
): Promise<readonly StoredRecord[]> {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const says = subjects.map((subject) => ({ subject }));
  return says.length === 0 ? [] : allRecords(tx, { ...known, kinds: [assessments.name], says });
}

/** An assessment at the start that was decided in favour by the day, and has not run out on it. */
export async function findFavourable(
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  subjects: readonly string[],
  on: PartialDate,
): Promise<StoredRecord | undefined> {
  const day = lastDay(on);
  return (await listAssessmentsOf(tx, context, subjects)).find(({ body }) => {
    const { moment, outcome, decided, valid_until: until } = body;
    return (
      moment === 'start' &&
      outcome === 'in_favour' &&
      typeof decided === 'string' &&
      isOnOrBefore(decided as PartialDate, day) === 'yes' &&
      (typeof until !== 'string' || lastDay(until as PartialDate) >= day)
    );
  });
}

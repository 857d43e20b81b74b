import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Problem } from '#kernel/result.ts';
import type { ActionContext, Lack } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { assessments } from './model.ts';
import { newestStart } from './rules/outcome.ts';

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

/** The assessment at the start that counts on a day, if it was decided in favour and has not run out: the newest decided by then. */
export async function findFavourable(
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  subjects: readonly string[],
  on: PartialDate,
): Promise<StoredRecord | undefined> {
  const day = lastDay(on);
  const newest = newestStart(await listAssessmentsOf(tx, context, subjects), day);
  const { outcome, valid_until: until } = newest?.body ?? {};
  const runsOn = typeof until !== 'string' || lastDay(until as PartialDate) >= day;
  return outcome === 'in_favour' && runsOn ? newest : undefined;
}

/** Where an assessment in favour is to be had: from one that is not decided yet, otherwise from a new one of the first subject. */
export async function toBeAssessed(
  tx: Transaction,
  context: Pick<ActionContext, 'register' | 'today'>,
  subjects: readonly string[],
  problem: Problem,
): Promise<Lack> {
  const told = await listAssessmentsOf(tx, context, subjects);
  const open = told.filter(({ body }) => body.moment === 'start' && body.outcome == null);
  if (open.length > 0) return { problem, at: open.map(({ id }) => ({ kind: assessments, id })) };
  return { problem, by: { action: 'assessments/open', given: { subject: subjects[0] ?? '' } } };
}

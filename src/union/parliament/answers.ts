import { sectionsOf } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { knownAnswer, momentOf } from '../bodies/answers.ts';
import type { ParliamentList } from './contract.ts';
import { listItems, timesOf } from './store.ts';

export async function listParliamentItems(context: ReadContext): Promise<Result<ParliamentList>> {
  const moment = momentOf(context);
  const listed = await context.read((tx) => listItems(tx, moment));
  const { items, targetMonths } = listed;
  const { sections: _, ...answerTimes } = timesOf(listed, moment);
  return ok({
    ...moment,
    ...knownAnswer(context),
    targetMonths,
    answerTimes,
    items: items.map(({ id, title, tabled, clocks, record }) => ({
      id,
      title: localize(title, context.language, ['en']).text,
      tabled,
      clocks: [...clocks],
      source: [...sectionsOf(record.body)],
    })),
  });
}

import { sectionsOf } from '#evidence';
import { lastDay, parsePartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { knownAnswer, momentOf } from '../bodies/answers.ts';
import { unionTexts } from '../text/texts.ts';
import type { ScoreboardAnswer } from './contract.ts';
import { cutOffBefore, listChanges, loadBoard } from './store.ts';

/** Problem: `date_invalid` of the cut-off to compare with. */
export async function getScoreboard(
  context: ReadContext,
  asked: { readonly since?: string | undefined } = {},
): Promise<Result<ScoreboardAnswer>> {
  const moment = momentOf(context);
  const since = asked.since === undefined ? ok(null) : parsePartialDate(asked.since, 'since');
  if (!since.ok) return since;
  const before = since.value ?? cutOffBefore(moment.asOf);
  const { board, changes } = await context.read(async (tx) => ({
    board: await loadBoard(tx, moment),
    changes: await listChanges(tx, context.register, moment, before),
  }));
  return ok({
    ...moment,
    ...knownAnswer(context),
    members: [...board.members],
    instruments: board.rows.map(({ id, kind, title, record, cells }) => ({
      id,
      kind,
      title: localize(title, context.language, ['en']).text,
      adopted: typeof record.body.adopted === 'string' ? record.body.adopted : null,
      counts: board.countedKinds.includes(kind),
      states: Object.fromEntries(
        cells.map(({ party, reasons, ...cell }) => [party, { ...cell, reasons: [...reasons] }]),
      ),
      source: [...sectionsOf(record.body)],
    })),
    deficit:
      board.deficit === null
        ? { given: false, reason: unionTexts(context.language).law.deficitNone }
        : {
            given: true,
            counts: [...board.countedKinds],
            cutOff: lastDay(moment.asOf),
            before: lastDay(before),
            excludes: board.rule,
            states: board.deficit.map((figures) => ({
              ...figures,
              change: changes.get(figures.party) ?? null,
            })),
          },
  });
}

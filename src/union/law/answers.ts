import { sectionsOf } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { knownAnswer, momentOf } from '../bodies/answers.ts';
import { unionTexts } from '../text/texts.ts';
import type { ScoreboardAnswer } from './contract.ts';
import { loadBoard } from './store.ts';

export async function getScoreboard(context: ReadContext): Promise<Result<ScoreboardAnswer>> {
  const moment = momentOf(context);
  const board = await context.read((tx) => loadBoard(tx, moment));
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
            excludes: board.rule,
            states: [...board.deficit],
          },
  });
}

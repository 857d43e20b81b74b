import { localize } from '#kernel/localized-text.ts';
import { asOfOf, datesOptions, knownAtOf } from '#platform/command-dates.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { isKnownAt } from '../bodies/store.ts';
import { unionTexts } from '../text/texts.ts';
import { loadBoard } from './store.ts';

const scoreboard: Command = {
  name: 'union scoreboard',
  usage: '',
  summary: 'what each state did with each instrument, in law and in practice, and the deficit',
  options: datesOptions,
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const [asOf, knownAt] = [asOfOf(context, register.value), knownAtOf(context)];
    if (!asOf.ok || !knownAt.ok)
      return { kind: 'usage', problems: [asOf, knownAt].flatMap((date) => (date.ok ? [] : date.problems)) };
    const moment = { register: register.value.id, asOf: asOf.value, knownAt: knownAt.value };
    const { language } = context;
    const words = unionTexts(language);
    const known = isKnownAt(register.value, knownAt.value);
    const board = await context.database.read((tx) => loadBoard(tx, moment));
    const json = {
      ...moment,
      known,
      note: known ? null : words.nothingKnown(knownAt.value, register.value.knownFrom),
      members: board.members,
      instruments: board.rows.map(({ id, kind, title, record, cells }) => ({
        id,
        kind,
        title: localize(title, language, ['en']).text,
        adopted: record.body.adopted ?? null,
        counts: board.countedKinds.includes(kind),
        states: Object.fromEntries(cells.map(({ party, ...cell }) => [party, cell])),
        source: record.body.source ?? [],
      })),
      deficit:
        board.deficit === null
          ? { given: false, reason: words.law.deficitNone }
          : { given: true, counts: board.countedKinds, excludes: board.rule, states: board.deficit },
    };
    const lines = board.rows.map(
      (row) =>
        `${row.id}  ${row.cells.map((cell) => `${cell.party}: ${words.lawStatuses[cell.inLaw]}`).join(', ')}`,
    );
    const deficits = (board.deficit ?? []).map(
      (deficit) =>
        `${deficit.party}: ${words.law.deficitOf(deficit.open, deficit.assessed)}; ${words.law.deficitUnknown(deficit.unknown)}`,
    );
    return {
      kind: 'answer',
      json,
      text: [json.note, ...lines, ...deficits].filter((line) => line !== null).join('\n'),
    };
  },
};

export const lawCommands: readonly Command[] = [scoreboard];

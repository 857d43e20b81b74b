import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { datesOptions, readContextOf } from '#platform/read-context.ts';
import { unionTexts } from '../text/texts.ts';
import { getScoreboard } from './answers.ts';
import type { ScoreboardAnswer } from './contract.ts';
import { lawTexts } from './text/texts.ts';

const scoreboard: Command = {
  name: 'union scoreboard',
  usage: '',
  summary: 'what each state did with each instrument, in law and in practice, and the deficit',
  options: {
    ...datesOptions,
    since: { type: 'string', help: 'cut-off to compare the deficit with (default: a year before)' },
  },
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const { since } = context.options;
    const compared = typeof since === 'string' ? { since } : {};
    const found = asked.ok ? await getScoreboard(asked.value, compared) : asked;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const { note, instruments, deficit } = found.value;
    const words = unionTexts(context.language);
    const lines = instruments.map(({ id, states }) => {
      const cells = Object.entries(states).map(
        ([party, cell]) => `${party}: ${words.lawStatuses[cell.inLaw]}`,
      );
      return `${id}  ${cells.join(', ')}`;
    });
    const deficits = (deficit.given ? deficit.states : []).map(
      ({ party, open, assessed, unknown }) =>
        `${party}: ${words.law.deficitOf(open, assessed)}; ${words.law.deficitUnknown(unknown)}`,
    );
    const figures = deficit.given ? figureLines(deficit, context.language) : [];
    const text = [note, ...lines, ...deficits, ...figures].filter((line) => line !== null).join('\n');
    return { kind: 'answer', json: found.value, text };
  },
};

/** The figures of the cut-off, a line a state; what cannot be computed is said. */
function figureLines(
  { states, cutOff, before }: Extract<ScoreboardAnswer['deficit'], { given: true }>,
  language: Language,
): readonly string[] {
  const { page: words } = lawTexts(language);
  const day = (on: string) => formatDate(on as PartialDate, language);
  const or = (value: number | null, why: string) =>
    value === null ? `${words.noFigure} (${why})` : value.toLocaleString(localeOf(language));
  const share = (value: number | null, why: string) =>
    value === null
      ? or(null, why)
      : (value / 100).toLocaleString(localeOf(language), { style: 'percent', maximumFractionDigits: 1 });
  return [
    `${words.figures}: ${day(cutOff)}`,
    ...states.map(({ party, percent, change, overdueTwoYears, delayMonths, conformity }) =>
      [
        `${party}: ${words.percent} ${share(percent, words.nothingAssessed)}`,
        `${words.change(day(before))} ${or(change, words.nothingBefore)}`,
        `${words.overdue} ${or(overdueTwoYears, words.noDeadline)}`,
        `${words.delay} ${or(delayMonths, words.noDeadline)}`,
        `${words.conformity} ${share(conformity.percent, words.nothingJudged)}`,
      ].join('; '),
    ),
  ];
}

export const lawCommands: readonly Command[] = [scoreboard];

import { formatDate, parsePlainDate } from '#kernel/dates.ts';
import { combine, ok } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { knownAtOption, readContextOf } from '#platform/read-context.ts';
import { dayAsked, getStanding, type StandingAnswer } from './answers.ts';
import { nodeCommands } from './nodes/commands.ts';
import { exchangeTexts } from './text/texts.ts';

const decideCommand: Command = {
  name: 'exchange decide',
  usage: '',
  summary: 'whether an article is open between two parties on a day, or which agreement is missing',
  options: {
    from: { type: 'string', help: 'the party that asks: NL' },
    to: { type: 'string', help: 'the party that is asked: BE' },
    provision: {
      type: 'string',
      help: 'instrument and article: police-2018/13; of several things that it opens one: …/OPERATION',
    },
    at: {
      type: 'string',
      help: 'the day on which it must be valid: 2026-01-15 (default: the day of --known-at, so today)',
    },
    ...knownAtOption,
  },
  run: async (context): Promise<CommandResult> => {
    const { from, to, provision, at } = context.options;
    if (context.positionals.length > 0 || ![from, to, provision].every((given) => typeof given === 'string'))
      return { kind: 'usage', problems: [] };
    const day = typeof at === 'string' ? parsePlainDate(at, '--at') : ok(null);
    const asked = combine([await readContextOf(context), day]);
    if (!asked.ok) return { kind: 'usage', problems: asked.problems };
    const [reader, valid] = asked.value;
    const found = await getStanding(reader, {
      from: String(from),
      to: String(to),
      provision: String(provision),
      at: valid ?? dayAsked(reader, false),
    });
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    return { kind: 'answer', json: found.value, text: standingText(found.value, context.language) };
  },
};

function standingText(answer: StandingAnswer, language: Parameters<typeof exchangeTexts>[0]): string {
  const { decide: words } = exchangeTexts(language);
  const said = { one: answer.from, other: answer.to, day: formatDate(answer.at, language) };
  const listed = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => `- ${text}`);
  if (answer.outcome === 'denied') return [words.closed(said), ...listed(answer.reasons)].join('\n');
  const demands =
    answer.conditions.length === 0 ? [words.nothing()] : [words.must(), ...listed(answer.conditions)];
  return [words.open({ ...said, basis: answer.basis.join(', ') }), ...demands].join('\n');
}

export const exchangeCommands: readonly Command[] = [decideCommand, ...nodeCommands];

import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { datesOptions, readContextOf } from '#platform/read-context.ts';
import { unionTexts } from '../text/texts.ts';
import { listGroupAnswers } from './answers.ts';
import type { GroupAnswer } from './contract.ts';
import type { GroupState } from './model.ts';

const groupsCommand: Command = {
  name: 'union groups',
  usage: '',
  summary: 'every working group with its state on a date, as it was known on a date',
  options: datesOptions,
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const found = asked.ok ? await listGroupAnswers(asked.value) : asked;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const { note, groups } = found.value;
    const lines = groups.map(
      (group) => `${group.id}  ${stateLabel(group, context.language)}  ${group.title}`,
    );
    return { kind: 'answer', json: found.value, text: note ?? lines.join('\n') };
  },
};

/** The state in words: "Active, since 2012", "Unknown (dormant as of May 2020)". */
function stateLabel(group: GroupAnswer, language: Language): string {
  const words = unionTexts(language);
  const name = (code: string) => words.groupStates[code as GroupState] ?? code;
  if ('why' in group)
    return group.next === null
      ? name('unknown')
      : `${name('unknown')} (${words.nextKnown(name(group.next.state).toLowerCase(), group.next.asOf as PartialDate)})`;
  if (group.seenOn !== null) return `${name(group.state)}, ${words.seenOn(group.seenOn as PartialDate)}`;
  return group.since === null
    ? name(group.state)
    : `${name(group.state)}, ${words.since(group.since as PartialDate)}`;
}

export const bodyCommands: readonly Command[] = [groupsCommand];

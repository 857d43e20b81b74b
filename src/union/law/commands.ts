import type { Command, CommandResult } from '#platform/module.ts';
import { datesOptions, readContextOf } from '#platform/read-context.ts';
import { unionTexts } from '../text/texts.ts';
import { getScoreboard } from './answers.ts';

const scoreboard: Command = {
  name: 'union scoreboard',
  usage: '',
  summary: 'what each state did with each instrument, in law and in practice, and the deficit',
  options: datesOptions,
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const found = asked.ok ? await getScoreboard(asked.value) : asked;
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
    const text = [note, ...lines, ...deficits].filter((line) => line !== null).join('\n');
    return { kind: 'answer', json: found.value, text };
  },
};

export const lawCommands: readonly Command[] = [scoreboard];

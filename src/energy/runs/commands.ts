import type { Language } from '#kernel/languages.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { loadSolver } from '../clearing/solver.ts';
import { readGme } from '../imports/gme.ts';
import { type Replayed, replayGme, together } from '../replay/gme.ts';
import { runTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };

const clear: Command = {
  alone: true,
  name: 'energy clear',
  usage: '--gme DIR',
  summary:
    'clears every day in a folder of GME, blocks decided here, and holds prices, blocks and flows against what was published',
  options: { gme: { type: 'string', help: 'a folder in the layout of GME' } },
  run: async ({ positionals, options: { gme }, language, progress }) => {
    if (positionals.length > 0 || typeof gme !== 'string') return usage;
    return clearGme(gme, language, progress);
  },
};

async function clearGme(
  folder: string,
  language: Language,
  progress: (line: string) => void,
): Promise<CommandResult> {
  const words = runTexts(language).gme;
  const read = await readGme(folder);
  if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
  const solver = await loadSolver();
  const days: { readonly day: string; readonly replayed: Replayed }[] = [];
  for (const day of read.value) {
    const replayed = replayGme(solver, day);
    if (!replayed.ok)
      return { kind: 'findings', json: { findings: replayed.problems }, findings: replayed.problems };
    progress(words.day({ day: day.day, ...countsOf(replayed.value) }));
    days.push({ day: day.day, replayed: replayed.value });
  }
  const all = together(days.map(({ replayed }) => replayed));
  return {
    kind: 'answer',
    json: { ...all, days: days.map(({ day, replayed }) => ({ day, ...replayed })) },
    text: [
      words.total({ ...countsOf(all), maxError: all.maxError, flowMeanError: all.flowMeanError ?? '–' }),
      ...Object.entries(all.blocks).map(([status, counts]) => words.blocks({ status, ...counts })),
    ].join('\n'),
  };
}

const countsOf = ({ exact, zoneHours }: Replayed) => ({ exact, zoneHours });

export const runCommands: readonly Command[] = [clear];

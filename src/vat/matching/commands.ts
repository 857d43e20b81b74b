import { join } from 'node:path';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { withAnalytics } from '#platform/analytics.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { vatFolder } from '../intake/commands.ts';
import { discrepanciesFile, match, matchingFolder } from './match.ts';
import { type DiscrepancyType, usualTolerance } from './model.ts';
import { matchingTexts } from './text/texts.ts';

const matchCommand: Command = {
  name: 'vat match',
  usage: '',
  summary:
    'hold what suppliers declared against what acquirers did: totals, and pairs where an acquirer declares by supplier',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const { positionals, dataFolder, language, progress } = context;
    if (positionals.length > 0) return { kind: 'usage', problems: [] };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const folder = vatFolder(dataFolder, register.value.id);
    const words = matchingTexts(language);
    const matching = await withAnalytics(
      { threads: 2, megabytes: 6_144, spill: join(folder, 'spill') },
      (analytics) => match(analytics, folder, usualTolerance, (step) => progress(words.steps[step])),
    );
    const euro = parseCurrency('EUR');
    const inEuros = (cents: string) =>
      euro.ok ? formatMoney({ currency: euro.value, minor: BigInt(cents) }, language) : cents;
    const lines = matching.types.map(({ level, type, count, cents }) =>
      words.line({ level, type: words.types[type as DiscrepancyType], count, euros: inEuros(cents) }),
    );
    const { agree, all } = matching.sides;
    return {
      kind: 'answer',
      json: { ...matching, file: join(matchingFolder(folder, matching.id), discrepanciesFile) },
      text: [words.agree({ agree, all }), ...lines].join('\n'),
    };
  },
};

export const matchingCommands: readonly Command[] = [matchCommand];

import { join } from 'node:path';
import { problem } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { vatFolder } from '../intake/commands.ts';
import { listReceipts } from '../intake/receipts.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { compareQuarter } from './compare-quarter.ts';
import { recordComparison } from './store.ts';
import { oneStopShopTexts } from './text/texts.ts';

const comparePaymentsCommand: Command = {
  name: 'vat compare-payments',
  usage: '--quarter 2026-Q1',
  summary:
    'hold returns of the one-stop shop against payments across borders, for each state that took in some: what came in beside what was declared, never a verdict',
  options: { quarter: { type: 'string', help: 'the quarter of the returns and payments: 2026-Q1' } },
  run: async (context): Promise<CommandResult> => {
    const { positionals, options, language, clock } = context;
    const given = String(options.quarter ?? '');
    const period = readTaxPeriod(given);
    if (positionals.length > 0 || period === null || period.to - period.from !== 2)
      return { kind: 'usage', problems: [problem('vat_quarter_missing', '--quarter', { given })] };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const { id } = register.value;
    const folder = vatFolder(context.dataFolder, id);
    const quarter = { quarter: period.period, from: period.from, to: period.to };
    const receipts = (await listReceipts(folder)).filter(
      ({ kind }) => kind === 'one_stop_shop' || kind === 'payments',
    );
    const states = [...new Set(receipts.map(({ state }) => state))];
    const compared = await withAnalytics(
      { threads: 2, megabytes: 2_048, spill: join(folder, 'spill') },
      async (analytics) => {
        const made = [];
        for (const state of states) {
          context.progress(state);
          const own = receipts.filter((one) => one.state === state);
          const { entries, ...one } = await compareQuarter(analytics, folder, own, state, quarter);
          const isNew = await context.database.write((tx) =>
            recordComparison(tx, clock, id, { ...one, entries }),
          );
          made.push({ ...one, wasThere: !isNew });
        }
        return made;
      },
    );
    const words = oneStopShopTexts(language);
    const lines = compared.map(({ state, summary: { entries, compared: held } }) =>
      words.line({ state, quarter: quarter.quarter, entries, compared: held }),
    );
    return {
      kind: 'answer',
      json: { quarter: quarter.quarter, comparisons: compared },
      text: lines.length === 0 ? words.none : lines.join('\n'),
    };
  },
};

export const oneStopShopCommands: readonly Command[] = [comparePaymentsCommand];

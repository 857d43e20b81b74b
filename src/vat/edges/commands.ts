import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Analytics, withAnalytics } from '#platform/analytics.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { vatFolder } from '../intake/commands.ts';
import { listTaken } from '../intake/receipts.ts';
import { supplyKinds } from '../model.ts';
import { readMargin, readNumber } from '../options.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readClickHouseFile } from './clickhouse-file.ts';
import { type ClickHouseServer, clickHouseOver, usualLimits } from './clickhouse-http.ts';
import { copySupplies, openClickHouseEdges, tablesOf } from './clickhouse-store.ts';
import { openDeclaredEdges } from './duckdb-store.ts';
import type { EdgeSource, EdgeWindow } from './model.ts';
import { bundlesOf, readBundles, type SearchOutcome, type SearchStep, searchPeriods } from './search.ts';
import type { SearchInputs } from './searches.ts';
import { edgeTexts } from './text/texts.ts';

/** Totals that are looked at from one first total, where `--budget` says nothing. */
const defaultBudget = 10_000_000;
/** Bundles that the answer has; all are in the file. */
const shownBundles = 20;

const search: Command = {
  name: 'vat search',
  usage: '--from 2026-01 --until 2026-03',
  summary:
    'find cycles in the totals that suppliers declared for these periods: through whom, of which amounts, and the rows behind them; who stops it goes on with the same command',
  options: {
    from: { type: 'string', help: 'the first period: a month, quarter or year' },
    until: { type: 'string', help: 'the last, itself included' },
    kinds: {
      type: 'string',
      help: `with commas: goods, triangulation, services (default: ${supplyKinds.join()})`,
    },
    days: {
      type: 'string',
      help: 'that may be between the periods of the first and the last total of a cycle (default: 31)',
    },
    'max-length': { type: 'string', help: 'totals of a cycle at the most, 2 to 32 (default: 6)' },
    margin: {
      type: 'string',
      help: 'an amount is from 1 − margin to 1 + margin times the one before (default: 0.15)',
    },
    budget: {
      type: 'string',
      help: `totals that are looked at from one first total before the search goes on to the next, and says so (default: ${defaultBudget})`,
    },
    workers: { type: 'string', help: 'threads that search (default: as many as there are cores)' },
    clickhouse: {
      type: 'string',
      help: 'a file with url, user, password and database of a ClickHouse that is asked in place of the files here; what was taken in since is copied there first',
    },
  },
  run: async (context): Promise<CommandResult> => {
    const register = await context.register();
    const asked = await readAsked(context);
    if (!asked.ok || !register.ok)
      return {
        kind: 'usage',
        problems: [asked, register].flatMap((one) => (one.ok ? [] : one.problems)),
      };
    const { inputs, workers, clickhouse } = asked.value;
    const { progress, language } = context;
    const { id } = register.value;
    const folder = vatFolder(context.dataFolder, id);
    const words = edgeTexts(language);
    const { window, ...limits } = inputs;
    // Before anything of it is shown: it looks at what every state declared.
    await context.database.write((tx) =>
      appendJournal(tx, context.clock, [
        {
          ...{ event: 'vat.search_asked', actor: 'operator', register: id },
          payload: { ...window, ...limits, clickhouse: clickhouse !== null },
        },
      ]),
    );
    const stopping = new AbortController();
    void context.untilStopped().then(() => stopping.abort(new Error('The search was stopped')));
    const outcome = await withAnalytics(
      { threads: 2, megabytes: 6_144, spill: join(folder, 'spill') },
      async (analytics) => {
        const opened = await openSource(analytics, folder, {
          clickhouse,
          register: id,
          progress: (files) => progress(words.copied({ files })),
        });
        if (!opened.ok) return opened;
        return ok(
          await searchPeriods(opened.value, folder, inputs, {
            workers,
            signal: stopping.signal,
            progress: everyTenth((step) =>
              progress(typeof step === 'string' ? words.steps[step] : words.part(step)),
            ),
          }),
        );
      },
    );
    if (!outcome.ok)
      return { kind: 'findings', json: { findings: outcome.problems }, findings: outcome.problems };
    return tell(outcome.value, folder, context);
  },
};

async function tell(
  outcome: SearchOutcome,
  folder: string,
  { language }: CommandContext,
): Promise<CommandResult> {
  const words = edgeTexts(language);
  if (outcome.kind === 'stopped') {
    const { done, parts } = outcome;
    const findings = [problem('vat_search_stopped', '', { done, parts })];
    return { kind: 'findings', json: { stopped: true, done, parts, findings }, findings };
  }
  const { result } = outcome;
  const file = bundlesOf(folder, result.id);
  const largest = await readBundles(folder, result.id, shownBundles);
  const euro = parseCurrency('EUR');
  const inEuros = (cents: number) =>
    euro.ok ? formatMoney({ currency: euro.value, minor: BigInt(cents) }, language) : String(cents);
  const text = [
    words.left({ traders: result.traders, supplies: result.supplies }),
    ...Object.entries(result.counts).map(([length, count]) => words.line({ length, count })),
    ...(result.truncated > 0 ? [words.truncated({ count: result.truncated })] : []),
    words.bundles({ count: result.bundles, file }),
    ...largest.map(({ traders, count, cents }) =>
      words.bundle({ traders: traders.join(' → '), count, euros: inEuros(cents) }),
    ),
  ];
  return {
    kind: 'answer',
    json: { ...result, truncated: result.truncated > 0, file, largest },
    text: text.join('\n'),
  };
}

export const searchCommands: readonly Command[] = [search];

type Asked = {
  readonly inputs: Omit<SearchInputs, 'snapshot'>;
  readonly workers: number;
  readonly clickhouse: ClickHouseServer | null;
};

/** Problems: `vat_period_invalid`, `vat_until_before_from`, `vat_kinds_invalid`, those of numbers and of the file of ClickHouse. */
async function readAsked({ positionals, options }: CommandContext): Promise<Result<Asked>> {
  const window = readSearchWindow(options);
  const days = readNumber(options.days ?? '31', '--days', 0, 24_000);
  const maxLength = readNumber(options['max-length'] ?? '6', '--max-length', 2, 32);
  const margin = readMargin(options.margin ?? '0.15');
  const budget = readNumber(options.budget ?? String(defaultBudget), '--budget', 1, Number.MAX_SAFE_INTEGER);
  const workers = readNumber(options.workers ?? String(availableParallelism()), '--workers', 1, 256);
  const clickhouse =
    typeof options.clickhouse === 'string'
      ? await readClickHouseFile(options.clickhouse, '--clickhouse')
      : ok(null);
  const problems = [window, days, maxLength, margin, budget, workers, clickhouse].flatMap((one) =>
    one.ok ? [] : one.problems,
  );
  if (positionals.length > 0) return fail();
  if (!window.ok || !days.ok || !maxLength.ok || !margin.ok || !budget.ok || !workers.ok || !clickhouse.ok)
    return fail(...problems);
  const inputs = {
    ...{ window: window.value, days: days.value, maxLength: maxLength.value },
    ...{ margin: margin.value, budget: budget.value },
  };
  return ok({ inputs, workers: workers.value, clickhouse: clickhouse.value });
}

function readSearchWindow(options: CommandContext['options']): Result<EdgeWindow> {
  const problems: Problem[] = [];
  const [from, until] = (['from', 'until'] as const).map((name) => {
    const given = String(options[name] ?? '');
    const read = readTaxPeriod(given);
    if (read === null) problems.push(problem('vat_period_invalid', `--${name}`, { given }));
    return read;
  });
  const given = String(options.kinds ?? supplyKinds.join());
  const named = given.split(',');
  const kinds = supplyKinds.filter((kind) => named.includes(kind));
  if (kinds.length !== named.length)
    problems.push(problem('vat_kinds_invalid', '--kinds', { given, known: supplyKinds.join() }));
  if (from && until && until.to < from.from)
    problems.push(problem('vat_until_before_from', '--until', { from: from.period, until: until.period }));
  if (!from || !until || problems.length > 0) return fail(...problems);
  return ok({ from: from.from, until: until.to, kinds });
}

/** Problem: `vat_clickhouse_failed`. */
async function openSource(
  analytics: Analytics,
  folder: string,
  {
    clickhouse,
    register,
    progress,
  }: {
    readonly clickhouse: ClickHouseServer | null;
    readonly register: string;
    readonly progress: (files: number) => void;
  },
): Promise<Result<EdgeSource>> {
  if (clickhouse === null) return ok(await openDeclaredEdges(analytics, folder));
  const server = clickHouseOver(clickhouse, usualLimits);
  const tables = tablesOf(register);
  try {
    progress(await copySupplies(analytics, folder, await listTaken(folder), server, tables));
    return ok(await openClickHouseEdges(server, tables));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(problem('vat_clickhouse_failed', '--clickhouse', { message: error.message }));
  }
}

type Step = SearchStep | { readonly done: number; readonly parts: number };

/** Says each step, and how far the parts are where that is a tenth more than it last said. */
function everyTenth(say: (step: Step) => void): (step: Step) => void {
  let said = -1;
  return (step) => {
    if (typeof step === 'string') return say(step);
    const tenth = Math.floor((10 * step.done) / Math.max(1, step.parts));
    if (tenth <= said) return;
    said = tenth;
    say(step);
  };
}

import { join } from 'node:path';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Analytics, withAnalytics } from '#platform/analytics.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { vatFolder } from '../intake/commands.ts';
import { listTaken } from '../intake/receipts.ts';
import { supplyKinds } from '../model.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readClickHouseFile } from './clickhouse-file.ts';
import { type ClickHouseServer, clickHouseOver, usualLimits } from './clickhouse-http.ts';
import { copySupplies, openClickHouseEdges, tablesOf } from './clickhouse-store.ts';
import { openDeclaredEdges } from './duckdb-store.ts';
import { searchInInvoices } from './invoice-command.ts';
import type { EdgeSource, EdgeWindow } from './model.ts';
import { searchPeriods } from './search.ts';
import { defaultBudget, everyTenth, readLimits, tellOutcome } from './search-answer.ts';
import { rollingMonths } from './search-invoices.ts';
import type { SearchInputs } from './searches.ts';
import { edgeTexts } from './text/texts.ts';

const search: Command = {
  name: 'vat search',
  usage:
    '--from 2026-01 --until 2026-03 | --invoices --state NL (--from 2026-01-01 --until 2026-03-31 | --since-last)',
  summary:
    'find cycles in the totals that suppliers declared for these periods, or in the invoices of a state: through whom, of which amounts, and the rows behind them; who stops it goes on with the same command',
  options: {
    from: { type: 'string', help: 'the first period: a month, quarter or year; of invoices the first day' },
    until: { type: 'string', help: 'the last, itself included' },
    invoices: {
      type: 'boolean',
      help: 'search the invoices that one state took in, day by day, in place of what suppliers declared',
    },
    state: { type: 'string', help: 'with --invoices: whose; no other state’s are looked at with them' },
    'since-last': {
      type: 'boolean',
      help: `with --invoices: only cycles that have an invoice which came since the last such search, within the last ${rollingMonths} months; the first such search sees all of them, also after one with days, which has seen those days alone`,
    },
    kinds: {
      type: 'string',
      help: `with commas: goods, triangulation, services (default: ${supplyKinds.join()})`,
    },
    days: {
      type: 'string',
      help: 'that may be between the periods of the first and the last total of a cycle (default: 31); of invoices between their days (default: 30)',
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
    if (context.options.invoices === true) return searchInInvoices(context);
    if (context.options.state !== undefined || context.options['since-last'] === true)
      return { kind: 'usage', problems: [] };
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
    return tellOutcome(outcome.value, folder, context, edgeTexts(language));
  },
};

export const searchCommands: readonly Command[] = [search];

type Asked = {
  readonly inputs: Omit<SearchInputs, 'snapshot'>;
  readonly workers: number;
  readonly clickhouse: ClickHouseServer | null;
};

/** Problems: `vat_period_invalid`, `vat_until_before_from`, `vat_kinds_invalid`, those of numbers and of the file of ClickHouse. */
async function readAsked({ positionals, options }: CommandContext): Promise<Result<Asked>> {
  const window = readSearchWindow(options);
  const limits = readLimits(options, '31');
  const clickhouse =
    typeof options.clickhouse === 'string'
      ? await readClickHouseFile(options.clickhouse, '--clickhouse')
      : ok(null);
  if (positionals.length > 0) return { ok: false, problems: [] };
  if (!window.ok || !limits.ok || !clickhouse.ok)
    return fail(...[window, limits, clickhouse].flatMap((one) => (one.ok ? [] : one.problems)));
  const { workers, ...inputs } = limits.value;
  return ok({ inputs: { ...inputs, window: window.value }, workers, clickhouse: clickhouse.value });
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

import { join } from 'node:path';
import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { todayOn } from '#platform/clock.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { CommandContext, CommandResult } from '#platform/module.ts';
import { vatFolder } from '../intake/commands.ts';
import { partyUnder, prefixOf, vatPrefixes } from '../vat-number.ts';
import type { SearchRun } from './search.ts';
import { everyTenth, readLimits, tellOutcome } from './search-answer.ts';
import { type Began, dayOf, type SinceOutcome, searchInvoices, searchSince } from './search-invoices.ts';
import type { InvoiceInputs, SearchLimits } from './searches.ts';
import { saveSearch, saveSearchState } from './store.ts';
import { edgeTexts } from './text/texts.ts';

/** `vat search --invoices`. */
export async function searchInInvoices(context: CommandContext): Promise<CommandResult> {
  const { clock, database, dataFolder, language, progress } = context;
  const asked = readAsked(context);
  const register = await context.register();
  if (!asked.ok || !register.ok)
    return { kind: 'usage', problems: [asked, register].flatMap((one) => (one.ok ? [] : one.problems)) };
  const { state, limits, workers, between } = asked.value;
  const { id: registerId } = register.value;
  const folder = vatFolder(dataFolder, registerId);
  const words = edgeTexts(language);
  // Before anything of it is shown: it looks at what the state holds of its traders.
  await database.write((tx) =>
    appendJournal(tx, clock, [
      {
        ...{ event: 'vat.search_asked', actor: 'operator', register: registerId, party: partyUnder(state) },
        payload: { invoices: true, sinceLast: between === null, ...between, ...limits },
      },
    ]),
  );
  const stopping = new AbortController();
  void context.untilStopped().then(() => stopping.abort(new Error('The search was stopped')));
  const told = toldTo(context, registerId);
  const sayStep = everyTenth((step) => {
    progress(typeof step === 'string' ? words.steps[step] : words.part(step));
    told.again();
  });
  const run: SearchRun & { readonly began: Began } = {
    ...{ workers, signal: stopping.signal, began: told.began },
    progress: (step) => {
      if (typeof step !== 'string') told.parts(step);
      sayStep(step);
    },
  };
  const everyMinute = setInterval(() => told.again(), 60_000);
  const outcome = await withAnalytics(
    { threads: 2, megabytes: 6_144, spill: join(folder, 'spill') },
    (analytics): Promise<SinceOutcome> =>
      between === null
        ? searchSince(analytics, folder, { ...limits, state, today: todayOn(clock) }, run)
        : searchInvoices(analytics, folder, { ...limits, state, ...between }, run),
  ).finally(() => clearInterval(everyMinute));
  if (outcome.kind === 'nothing_new') {
    const { searches } = outcome;
    return {
      kind: 'answer',
      json: { nothingNew: true, searches },
      text: words.invoices.nothingNew({ searches }),
    };
  }
  await told.ended(outcome);
  return tellOutcome(outcome, folder, context, { ...words, ...words.invoices });
}

/** Keeps what people are told of a search, one note after the other: also after one that could not be kept. */
function toldTo({ database, clock }: CommandContext, register: RegisterId) {
  let search: { readonly register: RegisterId; readonly id: string } | null = null;
  let reached = { done: 0, parts: 0 };
  let noted: Promise<void> = Promise.resolve();
  const began: Began = async ({ id, inputs }) => {
    search = { register, id };
    await database.write((tx) => saveSearch(tx, clock, { register, id, inputs }));
  };
  const note = (how: Parameters<typeof saveSearchState>[3]) => {
    const of = search;
    if (of === null) return noted;
    const written = noted.then(() => database.write((tx) => saveSearchState(tx, clock, of, how)));
    noted = written.catch(() => {});
    return written;
  };
  return {
    began,
    parts: (step: { readonly done: number; readonly parts: number }) => {
      reached = step;
    },
    /** That it is under way, and how far. A database that is away for a moment ends no search: the next note says it again. */
    again: () => void note({ state: 'running', ...reached }).catch(() => {}),
    ended: async (outcome: Exclude<SinceOutcome, { readonly kind: 'nothing_new' }>) => {
      if (outcome.kind === 'stopped')
        return note({ state: 'stopped', done: outcome.done, parts: outcome.parts });
      const { result } = outcome;
      // It may have been found by a process that ended before it could say so.
      await began({ id: result.id, inputs: result.inputs as Parameters<Began>[0]['inputs'] });
      return note({ state: 'done', done: 0, parts: 0, result });
    },
  };
}

/** The command that goes on with a search of a register that did not come to its end; where files came meanwhile it is another search. */
export function commandOf({ state, window, since, ...limits }: InvoiceInputs, register: RegisterId): string {
  const { days, maxLength, margin, budget } = limits;
  const which =
    since === null ? `--from ${dayOf(window.from)} --until ${dayOf(window.until)}` : '--since-last';
  return `vat search --invoices --state ${state} ${which} --days ${days} --max-length ${maxLength} --margin ${margin} --budget ${budget} --union ${register}`;
}

type Asked = {
  readonly state: string;
  readonly limits: SearchLimits;
  readonly workers: SearchRun['workers'];
  /** Null: what came since the last search. */
  readonly between: { readonly from: PlainDate; readonly until: PlainDate } | null;
};

/** Problems: `vat_state_unknown`, `vat_until_before_from`, those of dates and of `readLimits`. */
function readAsked({ positionals, options }: CommandContext): Result<Asked> {
  const isSince = options['since-last'] === true;
  const isMixed = options.kinds !== undefined || options.clickhouse !== undefined;
  const isTwice = isSince && (options.from !== undefined || options.until !== undefined);
  if (positionals.length > 0 || isMixed || isTwice) return { ok: false, problems: [] };
  const problems: Problem[] = [];
  const state = prefixOf(String(options.state ?? '').toUpperCase());
  if (!vatPrefixes.includes(state)) problems.push(problem('vat_state_unknown', '--state', { given: state }));
  const limits = readLimits(options, '30');
  if (!limits.ok) problems.push(...limits.problems);
  const [from, until] = (['from', 'until'] as const).map((name) =>
    isSince ? null : parsePlainDate(String(options[name] ?? ''), `--${name}`),
  ) as [Result<PlainDate> | null, Result<PlainDate> | null];
  for (const day of [from, until]) if (day?.ok === false) problems.push(...day.problems);
  if (from?.ok && until?.ok && until.value < from.value)
    problems.push(problem('vat_until_before_from', '--until', { from: from.value, until: until.value }));
  if (problems.length > 0 || !limits.ok) return fail(...problems);
  const { workers, ...rest } = limits.value;
  const between = from?.ok && until?.ok ? { from: from.value, until: until.value } : null;
  return ok({ ...{ state, limits: rest, workers, between } });
}

/** What searches in totals and in invoices are asked with, and what they answer. */
import { availableParallelism } from 'node:os';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { CommandContext, CommandResult } from '#platform/module.ts';
import { readMargin, readNumber } from '../options.ts';
import { bundlesOf, readBundles, type SearchOutcome, type SearchStep } from './search.ts';
import type { SearchLimits } from './searches.ts';
import type { EdgeTexts } from './text/en.ts';

/** Supplies that are looked at from one first supply, where `--budget` says nothing. */
export const defaultBudget = 10_000_000;
/** Bundles that the answer has; all are in the file. */
const shownBundles = 20;

/** Problems: those of numbers and of the margin. */
export function readLimits(
  options: CommandContext['options'],
  usualDays: string,
): Result<SearchLimits & { readonly workers: number }> {
  const days = readNumber(options.days ?? usualDays, '--days', 0, 24_000);
  const maxLength = readNumber(options['max-length'] ?? '6', '--max-length', 2, 32);
  const margin = readMargin(options.margin ?? '0.15');
  const budget = readNumber(options.budget ?? String(defaultBudget), '--budget', 1, Number.MAX_SAFE_INTEGER);
  const workers = readNumber(options.workers ?? String(availableParallelism()), '--workers', 1, 256);
  if (!days.ok || !maxLength.ok || !margin.ok || !budget.ok || !workers.ok)
    return fail(...[days, maxLength, margin, budget, workers].flatMap((one) => (one.ok ? [] : one.problems)));
  return ok({
    ...{ days: days.value, maxLength: maxLength.value, margin: margin.value },
    ...{ budget: budget.value, workers: workers.value },
  });
}

/** Ends a command with what was found, or with how far the search was when it was stopped. */
export async function tellOutcome(
  outcome: SearchOutcome,
  folder: string,
  { language }: CommandContext,
  words: Pick<EdgeTexts, 'left' | 'line' | 'truncated' | 'bundles' | 'bundle'>,
): Promise<CommandResult> {
  if (outcome.kind === 'stopped') {
    const { done, parts } = outcome;
    const findings = [problem('vat_search_stopped', '', { done, parts })];
    return { kind: 'findings', json: { stopped: true, done, parts, findings }, findings };
  }
  const { result } = outcome;
  const file = bundlesOf(folder, result.id);
  const largest = await readBundles(folder, result.id, { most: shownBundles });
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

type Step = SearchStep | { readonly done: number; readonly parts: number };

/** Says each step, and how far the parts are where that is a tenth more than it last said. */
export function everyTenth(say: (step: Step) => void): (step: Step) => void {
  let said = -1;
  return (step) => {
    if (typeof step === 'string') return say(step);
    const tenth = Math.floor((10 * step.done) / Math.max(1, step.parts));
    if (tenth <= said) return;
    said = tenth;
    say(step);
  };
}

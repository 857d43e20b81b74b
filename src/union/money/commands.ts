import type { Language } from '#kernel/languages.ts';
import { parseCurrency, toAmount } from '#kernel/money.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { knownAtOption, readContextOf } from '#platform/read-context.ts';
import { texts } from '#platform/text/texts.ts';
import { getBudget, listBudgetAnswers } from './answers.ts';
import type { BudgetYear } from './contract.ts';
import { moneyTexts } from './text/texts.ts';

const budget: Command = {
  name: 'union budget',
  usage: '[YEAR]',
  summary: 'the budget of a year, who pays what of it, and the years that are not stated',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [year, ...rest] = context.positionals;
    if (rest.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    if (!asked.ok) return { kind: 'usage', problems: asked.problems };
    const found =
      year === undefined ? await listBudgetAnswers(asked.value) : await getBudget(asked.value, { year });
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const answer = found.value;
    const years = 'years' in answer ? answer.years : [answer];
    const text = years.flatMap((item) => linesOf(item, context.language)).join('\n');
    return { kind: 'answer', json: answer, text };
  },
};

function linesOf(item: BudgetYear, language: Language): readonly string[] {
  const words = moneyTexts(language);
  const missing = texts(language).missing[item.missing?.reason ?? 'not_stated'];
  return [
    `${item.year}  ${exactly(item, item.currency) ?? `(${missing})`}`,
    ...(item.contributions ?? []).map(
      (part) => `  ${part.party}  ${exactly(part, item.currency)}  (${part.share})`,
    ),
    ...item.allocations.map(
      (one) => `  ${one.planItem}  ${exactly(one, one.currency)}  (${words.bases[one.basis]})`,
    ),
    ...(item.allocations.length === 0
      ? []
      : [
          `  ${words.year.unallocated}  ${exactly(item.unallocated, item.currency) ?? words.year.unallocatedUnknown}`,
        ]),
    ...(item.surplus === null ? [] : [`  ${words.year.surplus}  ${exactly(item.surplus, item.currency)}`]),
  ];
}

function exactly({ minorUnits }: Pick<BudgetYear, 'minorUnits'>, code: string): string | null {
  const currency = parseCurrency(code);
  if (minorUnits === null || !currency.ok) return null;
  return `${toAmount({ currency: currency.value, minor: BigInt(minorUnits) })} ${code}`;
}

export const moneyCommands: readonly Command[] = [budget];

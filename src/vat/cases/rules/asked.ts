import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { bridgeOperations, pairsAtMost, revealedAtMost, TokenText } from '../../bridges/model.ts';
import { prefixOf, stateOf, type VatNumber } from '../../vat-number.ts';
import { type AskedKind, feedbackOperation } from '../model.ts';
import { foreignTo, readTraders } from './traders.ts';

export const operationOf: Readonly<Record<AskedKind, string>> = {
  reveal: bridgeOperations.reveal,
  bridges: bridgeOperations.bridges,
  feedback: feedbackOperation,
};

/** What a request of a case says of what is asked. */
export type Wanted = {
  readonly what: AskedKind;
  readonly to: string;
  readonly asked: string;
  readonly epoch: number | undefined;
};
export type AboutCase = {
  readonly reference: string;
  readonly traders: readonly unknown[];
  /** The day on which it is asked. */
  readonly today: PlainDate;
};

const month = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/**
 * The question as the other's service reads it. Of traders none is named whom the case is not about, and none of any state but the one
 * that is asked. Problems: `vat_asked_epoch_missing`, `vat_asked_token_invalid`, `vat_asked_pair_invalid`, `vat_asked_month_to_come`, `vat_asked_too_many`,
 * `vat_asked_foreign`, `vat_asked_elsewhere`, and those of `readTraders`.
 */
export function queryOf({ what, to, asked, epoch }: Wanted, about: AboutCase): Result<unknown> {
  if (what === 'feedback') return feedbackQuery(asked, to, about);
  const lines = asked
    .split(what === 'reveal' ? /[\s,;]+/ : /\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const most = what === 'reveal' ? revealedAtMost : pairsAtMost;
  const problems: Problem[] = [
    ...(epoch === undefined ? [problem('vat_asked_epoch_missing', 'body.epoch')] : []),
    ...(lines.length > most
      ? [problem('vat_asked_too_many', 'body.asked', { count: lines.length, most })]
      : []),
    ...lines.flatMap((line) => faultsOf(what, line, about.today)),
  ];
  if (problems.length > 0) return fail(...problems);
  if (what === 'reveal') return ok({ epoch, tokens: lines });
  const pairs = lines.map((line) => {
    const [acquirer, supplier, inflow] = line.split(/\s+/);
    return { acquirer, supplier, month: inflow };
  });
  return ok({ epoch, pairs });
}

function faultsOf(what: 'reveal' | 'bridges', line: string, today: PlainDate): readonly Problem[] {
  const given = { given: line.slice(0, 80) };
  if (what === 'reveal')
    return TokenText.safeParse(line).success ? [] : [problem('vat_asked_token_invalid', 'body.asked', given)];
  const [acquirer, supplier, inflow = '', ...more] = line.split(/\s+/);
  const isPair =
    TokenText.safeParse(acquirer).success &&
    TokenText.safeParse(supplier).success &&
    month.test(inflow) &&
    more.length === 0;
  if (!isPair) return [problem('vat_asked_pair_invalid', 'body.asked', given)];
  // Of a month that is not over nothing is told (decision 15): it would be asked in vain.
  return lastDay(inflow as PartialDate) < today
    ? []
    : [problem('vat_asked_month_to_come', 'body.asked', { given: inflow })];
}

function feedbackQuery(asked: string, to: string, { reference, traders }: AboutCase): Result<unknown> {
  const read = readTraders(asked, 'body.asked');
  if (!read.ok) return read;
  const foreign = foreignTo(read.value, traders);
  const elsewhere = read.value.filter((number) => !isOf(number, to));
  const problems = [
    ...foreign.map((number) => problem('vat_asked_foreign', 'body.asked', { number })),
    ...elsewhere.map((number) => problem('vat_asked_elsewhere', 'body.asked', { number, state: to })),
  ];
  return problems.length > 0 ? fail(...problems) : ok({ reference, traders: read.value });
}

/** Whether a number is of a party's own state. */
export const isOf = (number: VatNumber, party: string): boolean => stateOf(number) === prefixOf(party);

import type { z } from 'zod';
import type { AccessRequest } from '#exchange';
import { type Problem, problem } from '#kernel/result.ts';
import {
  type BridgePair,
  BridgesAnswer,
  bridgeOperations,
  exerciseTerms,
  pairsAtMost,
  Refused,
  RevealAnswer,
  type StatementRow,
  StatementsAnswer,
  type Token,
} from './model.ts';
import {
  findCarousels,
  type Joined,
  type JoinSearch,
  type KnownBridge,
  pairsToAsk,
  stateOfToken,
  usableOn,
} from './rules/join.ts';
import { shareLost } from './rules/rounding.ts';

/** What a question is told, as `exchange` says it. */
export type AskedAndTold = {
  readonly outcome: string;
  readonly failure: string | null;
  readonly reasons: readonly { readonly code: string }[];
  readonly content?: unknown;
};

/** Puts one question to a party by the node of who asks, and waits. */
export type Ask = (
  to: string,
  said: Pick<AccessRequest, 'operation'> & Partial<Pick<AccessRequest, 'stated'>>,
  query: unknown,
) => Promise<AskedAndTold>;

export type Analysis = {
  /** Parties to ask. */
  readonly states: readonly string[];
  readonly epoch: number;
  /** Months: the first and the last. */
  readonly from: string;
  readonly until: string;
  readonly search: JoinSearch;
  /** How suspicious who asks finds the pairs, 0 to 1, where no case is open; he answers for it. Absent: he asks by a case. */
  readonly score?: number;
  /** Today, by the clock of who joins. */
  readonly today: string;
};

export type Analysed = {
  readonly rows: number;
  /** On statements alone. */
  readonly alone: Joined;
  readonly pairs: number;
  readonly bridges: number;
  readonly joined: Joined;
  /** What was not told, by whom and why. */
  readonly problems: readonly Problem[];
};

/**
 * Asks every state for its statements and then for bridges of the pairs that could be on a cycle, and looks for cycles in what it is told:
 * tokens, months, amounts of statements and ceilings. `problems`: `vat_not_told` of each question that was not answered; what the others
 * told is joined all the same.
 */
export async function analyse(ask: Ask, analysis: Analysis): Promise<Analysed> {
  const { states, today } = analysis;
  const problems: Problem[] = [];
  const rows: StatementRow[] = [];
  const keys = new Map<string, string>();
  for (const state of states) {
    const told = await askStatements(ask, state, analysis);
    if ('problem' in told) problems.push(told.problem);
    else {
      rows.push(...told.rows);
      keys.set(state, told.key);
    }
  }
  if (new Set(keys.values()).size > 1)
    problems.push(problem('vat_token_keys_differ', '', { states: [...keys.keys()].join(', ') }));
  const search = widened(analysis.search, rows);
  const alone = findCarousels(rows, [], search);
  const pairs = pairsToAsk(rows, search);
  const bridges: KnownBridge[] = [];
  for (const state of states) {
    const own = pairs.filter(({ acquirer }) => stateOfToken(acquirer) === state);
    const told = await askBridges(ask, state, own, analysis);
    problems.push(...told.problems);
    bridges.push(...told.bridges);
  }
  const joined = findCarousels(rows, usableOn(bridges, today), search);
  return { rows: rows.length, alone, pairs: pairs.length, bridges: bridges.length, joined, problems };
}

/** Amounts with few digits may have been that much nearer to each other. */
function widened(search: JoinSearch, rows: readonly StatementRow[]): JoinSearch {
  if (rows.every(({ exact }) => exact)) return search;
  const lost = shareLost(exerciseTerms.digits.score);
  return { ...search, margin: ((1 + search.margin) * (1 + lost)) / (1 - lost) - 1 };
}

async function askStatements(
  ask: Ask,
  state: string,
  { epoch, from, until }: Analysis,
): Promise<{ readonly rows: readonly StatementRow[]; readonly key: string } | { readonly problem: Problem }> {
  const rows: StatementRow[] = [];
  for (let after: number | null = 0; ; ) {
    const said = await ask(state, { operation: bridgeOperations.statements }, { epoch, from, until, after });
    const read = readTold(state, bridgeOperations.statements, said, StatementsAnswer);
    if ('problem' in read) return read;
    rows.push(...read.told.rows);
    const { next, key } = read.told;
    // Whoever never ends is not followed for ever.
    if (next === null || next <= after) return { rows, key };
    after = next;
  }
}

async function askBridges(
  ask: Ask,
  state: string,
  pairs: readonly BridgePair[],
  { epoch, score }: Analysis,
): Promise<{ readonly bridges: readonly KnownBridge[]; readonly problems: readonly Problem[] }> {
  const bridges: KnownBridge[] = [];
  const problems: Problem[] = [];
  for (let first = 0; first < pairs.length; first += pairsAtMost) {
    const asked = pairs
      .slice(first, first + pairsAtMost)
      .map((pair) => (score === undefined ? pair : { ...pair, score }));
    const stated = score === undefined ? [] : [scoreAbove];
    const said = await ask(state, { operation: bridgeOperations.bridges, stated }, { epoch, pairs: asked });
    const read = readTold(state, bridgeOperations.bridges, said, BridgesAnswer);
    if ('problem' in read) {
      problems.push(read.problem);
      break;
    }
    for (const [place, told] of read.told.bridges.entries()) {
      const pair = asked[place];
      if (told !== null && pair !== undefined) bridges.push({ ...pair, ...told });
    }
  }
  return { bridges, problems };
}

/** Whose tokens these are, by the states that gave them; what is not told is a problem `vat_not_told`. */
export async function reveal(
  ask: Ask,
  epoch: number,
  tokens: readonly Token[],
): Promise<{ readonly numbers: ReadonlyMap<Token, string | null>; readonly problems: readonly Problem[] }> {
  const numbers = new Map<Token, string | null>();
  const problems: Problem[] = [];
  for (const [state, own] of Map.groupBy(tokens, stateOfToken)) {
    const said = await ask(
      state,
      { operation: bridgeOperations.reveal, stated: [humanDecision] },
      { epoch, tokens: own },
    );
    const read = readTold(state, bridgeOperations.reveal, said, RevealAnswer);
    if ('problem' in read) problems.push(read.problem);
    else for (const { token, number } of read.told.traders) numbers.set(token, number);
  }
  return { numbers, problems };
}

/** What somebody says who asks for bridges without a case: the score stands beside each pair. */
export const scoreAbove = 'score_above_threshold';
/** What somebody says who asks for a name: that he decided so himself, and no score did. */
export const humanDecision = 'decided_by_a_person';

/** What was told, if it has the form that was asked for. Problem: `vat_not_told`. */
function readTold<Form extends z.ZodType>(
  state: string,
  operation: string,
  { outcome, failure, reasons, content }: AskedAndTold,
  form: Form,
): { readonly told: z.output<Form> } | { readonly problem: Problem } {
  const not = (why: string) => ({ problem: problem('vat_not_told', operation, { state, operation, why }) });
  if (outcome !== 'content')
    return not([outcome, failure, ...new Set(reasons.map(({ code }) => code))].filter(Boolean).join(', '));
  const refused = Refused.safeParse(content);
  if (refused.success) return not(refused.data.refused);
  const read = form.safeParse(content);
  return read.success ? { told: read.data } : not('answer_invalid');
}

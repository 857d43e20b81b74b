import type { z } from 'zod';
import type { AccessRequest } from '#exchange';
import { type Problem, problem } from '#kernel/result.ts';
import {
  type BridgePair,
  BridgesAnswer,
  bridgeOperations,
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
  /** Today, by the clock of who joins. */
  readonly today: string;
};

/** Who computes what is joined: here, or a thread of its own where others wait (`join-in-thread.ts`). */
export type Joiner = {
  readonly pairs: (...given: Parameters<typeof pairsToAsk>) => Promise<ReturnType<typeof pairsToAsk>>;
  readonly carousels: (...given: Parameters<typeof findCarousels>) => Promise<Joined>;
};
const joinHere: Joiner = {
  pairs: async (...given) => pairsToAsk(...given),
  carousels: async (...given) => findCarousels(...given),
};

/** How far it is: which state it is about to ask for what, and of how many such steps. */
export type Asking = {
  readonly state: string;
  readonly operation: string;
  readonly done: number;
  readonly total: number;
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
 * tokens, months, amounts of statements and ceilings. `problems`: `vat_not_told` of each question that was not answered, or with what is not
 * the other's to tell; `vat_token_keys_differ`; `vat_pairs_truncated` where there are more pairs than are asked for. What the others told is
 * joined all the same; of a state that tells without end (`vat_statements_endless`) nothing is.
 */
export async function analyse(
  ask: Ask,
  analysis: Analysis,
  {
    join = joinHere,
    tell = async () => {},
  }: { readonly join?: Joiner; readonly tell?: (asking: Asking) => Promise<void> } = {},
): Promise<Analysed> {
  const { today } = analysis;
  const states = [...new Set(analysis.states)];
  const total = 2 * states.length;
  const problems: Problem[] = [];
  const told = new Map<string, ToldRows>();
  for (const [done, state] of states.entries()) {
    await tell({ state, operation: bridgeOperations.statements, done, total });
    const one = await askStatements(ask, state, analysis);
    if ('problem' in one) problems.push(one.problem);
    else told.set(state, one);
  }
  if (new Set([...told.values()].map(({ key }) => key)).size > 1)
    problems.push(problem('vat_token_keys_differ', '', { states: [...told.keys()].join(', ') }));
  const rows = [...told.values()].flatMap((one) => one.rows);
  const search = widened(analysis.search, [...told.values()]);
  const alone = await join.carousels(rows, [], search);
  const { pairs, truncated } = await join.pairs(rows, search);
  if (truncated) problems.push(problem('vat_pairs_truncated', '', { pairs: pairs.length }));
  const bridges: KnownBridge[] = [];
  for (const [place, state] of states.entries()) {
    await tell({ state, operation: bridgeOperations.bridges, done: states.length + place, total });
    const own = pairs.filter(({ acquirer }) => stateOfToken(acquirer) === state);
    const key = told.get(state)?.key ?? [...told.values()][0]?.key;
    const answered = await askBridges(ask, state, own, analysis, key);
    problems.push(...answered.problems);
    bridges.push(...answered.bridges);
  }
  const joined = await join.carousels(rows, usableOn(bridges, today), search);
  return { rows: rows.length, alone, pairs: pairs.length, bridges: bridges.length, joined, problems };
}

type ToldRows = {
  readonly rows: readonly StatementRow[];
  readonly key: string;
  /** Of amounts that are not exact. */
  readonly digits: number;
};

/** Amounts with few digits may have been that much nearer to each other: by those of the state that tells fewest. */
function widened(search: JoinSearch, told: readonly ToldRows[]): JoinSearch {
  const rounded = told.filter(({ rows }) => rows.some(({ exact }) => !exact));
  if (rounded.length === 0) return search;
  const lost = shareLost(Math.min(...rounded.map(({ digits }) => digits)));
  return { ...search, margin: ((1 + search.margin) * (1 + lost)) / (1 - lost) - 1 };
}

/** Of one state: as many pages as a gateway (`service.ts`) makes of as many rows. More fills memory, and lets others wait. */
export const [mostPages, mostRows] = [100, 500_000];

/**
 * Problems: `vat_not_told`, of a state that tells rows of others' suppliers, too, or whose pages do not follow one on another;
 * `vat_statements_endless`, of one that goes on after as many pages or rows as are read.
 */
async function askStatements(
  ask: Ask,
  state: string,
  { epoch, from, until }: Analysis,
): Promise<ToldRows | { readonly problem: Problem }> {
  const rows: StatementRow[] = [];
  const operation = bridgeOperations.statements;
  for (let pages = 1; ; pages++) {
    const after = rows.length;
    const said = await ask(state, { operation }, { epoch, from, until, after });
    const read = readTold(state, operation, said, StatementsAnswer);
    if ('problem' in read) return read;
    const { next, key, digits } = read.told;
    if (after + read.told.rows.length > mostRows || (next !== null && pages === mostPages))
      return { problem: problem('vat_statements_endless', operation, { state, mostPages, mostRows }) };
    for (const row of read.told.rows) rows.push(row);
    // Whoever never ends is not followed: each page must have rows, and say how many there were.
    const isPage = next === null || (next === rows.length && next > after);
    if (!isPage || read.told.rows.some(({ supplier }) => stateOfToken(supplier) !== state))
      return { problem: notTold(state, operation, 'answer_invalid') };
    if (next === null) return { rows, key, digits };
  }
}

/** Problem: `vat_not_told`, of a state whose answer is of another key or of fewer pairs, too. */
async function askBridges(
  ask: Ask,
  state: string,
  pairs: readonly BridgePair[],
  { epoch }: Analysis,
  key: string | undefined,
): Promise<{ readonly bridges: readonly KnownBridge[]; readonly problems: readonly Problem[] }> {
  const bridges: KnownBridge[] = [];
  const operation = bridgeOperations.bridges;
  for (let first = 0; first < pairs.length; first += pairsAtMost) {
    const asked = pairs.slice(first, first + pairsAtMost);
    const said = await ask(state, { operation }, { epoch, pairs: asked });
    const read = readTold(state, operation, said, BridgesAnswer);
    if ('problem' in read) return { bridges, problems: [read.problem] };
    if (read.told.key !== key || read.told.bridges.length !== asked.length)
      return { bridges, problems: [notTold(state, operation, 'answer_invalid')] };
    for (const [place, told] of read.told.bridges.entries())
      if (told !== null) bridges.push({ ...(asked[place] as BridgePair), ...told });
  }
  return { bridges, problems: [] };
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

/** What somebody says who asks for a name: that he decided so himself, and no score did. */
export const humanDecision = 'decided_by_a_person';

/** What was told, if it has the form that was asked for. Problem: `vat_not_told`. */
function readTold<Form extends z.ZodType>(
  state: string,
  operation: string,
  { outcome, failure, reasons, content }: AskedAndTold,
  form: Form,
): { readonly told: z.output<Form> } | { readonly problem: Problem } {
  const not = (why: string) => ({ problem: notTold(state, operation, why) });
  if (outcome !== 'content')
    return not([outcome, failure, ...new Set(reasons.map(({ code }) => code))].filter(Boolean).join(', '));
  const refused = Refused.safeParse(content);
  if (refused.success) return not(refused.data.refused);
  const read = form.safeParse(content);
  return read.success ? { told: read.data } : not('answer_invalid');
}

const notTold = (state: string, operation: string, why: string): Problem =>
  problem('vat_not_told', operation, { state, operation, why });

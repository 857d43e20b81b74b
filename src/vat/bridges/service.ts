import { setImmediate } from 'node:timers/promises';
import type { AccessRequest, Service } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Holdings } from './holdings.ts';
import { makeOnceKey, sealSecret } from './key-handover.ts';
import {
  BridgesQuery,
  bridgeOperations,
  KeyQuery,
  type OpenCase,
  RevealQuery,
  refuse,
  StatementsQuery,
  type Terms,
} from './model.ts';
import {
  findBridgeOf,
  findOpenCase,
  type KeptBridge,
  keptKey,
  openPairs,
  revealOne,
  tellStatements,
  tradersNear,
  usableUntil,
} from './rules/answers.ts';
import { dropEndedBridges, keepBridges, listKept } from './store.ts';
import { findTokenKey } from './token-keys.ts';
import { keyIdOf, type TokenKey, type Tokens, tokensOf } from './tokens.ts';

/** What a gateway answers from. */
export type Gateway = {
  readonly clock: Clock;
  readonly dataFolder: string;
  /** As they are when it is asked. */
  readonly holdings: () => Promise<Holdings>;
  readonly terms: Terms;
  /** Cases of a party besides those of its holdings, as its people have them open now to who asks; absent: none. */
  readonly casesOf?: (register: string, party: string, asker: string) => Promise<readonly OpenCase[]>;
  /** Keeps what is told now of pairs of which nothing was told before in the epoch, and forgets what is of epochs that have ended. */
  readonly keep: (key: TokenKey, bridges: readonly KeptBridge[], today: PlainDate) => Promise<void>;
  /** What was told of pairs before. */
  readonly kept: (
    key: TokenKey,
    pairs: readonly Omit<KeptBridge, 'told'>[],
  ) => Promise<readonly KeptBridge[]>;
};

/** Keeps what it tells in the node's database. */
export function keepingIn(database: Database): Pick<Gateway, 'keep' | 'kept'> {
  return {
    kept: (key, pairs) => database.read((tx) => listKept(tx, key, pairs)),
    keep: (key, bridges, today) =>
      database.write(async (tx) => {
        await keepBridges(tx, key, bridges);
        await dropEndedBridges(tx, today);
      }),
  };
}

/** Rows of one answer. */
const rowsAtOnce = 5_000;
/** Milliseconds for which it looks for bridges before others have their turn. */
const atATime = 20;

/**
 * A state's gateway as a service of its node: what `exchange` decided to be open it answers, from what the state has and by the state's own
 * terms. Names, invoices, days and amounts of domestic trade stay here: of them leave the number of sales of a way, months, and a ceiling
 * with few digits.
 */
export function gatewayService(gateway: Gateway): Service {
  const { clock, dataFolder, terms } = gateway;
  // Those of one epoch and of what is held now: the last that was asked for.
  let made: { readonly id: string; readonly of: Holdings; readonly tokens: Tokens } | null = null;
  const tokensFor = (key: TokenKey, holdings: Holdings): Tokens => {
    const id = keyIdOf(key);
    if (made?.id !== id || made.of !== holdings)
      made = { id, of: holdings, tokens: tokensOf(key, holdings.traders) };
    return made.tokens;
  };

  /** The case of a question, if it is open today: of those that are held, and of those that people have open. */
  const caseOf = async ({ register, request }: AskingOf, { cases }: Holdings): Promise<OpenCase | null> => {
    const more = (await gateway.casesOf?.(register, request.to, request.from.party)) ?? [];
    return findOpenCase({ cases: [...cases, ...more] }, request.case, todayOn(clock));
  };

  const statements: Answer = async (asking, query, key) => {
    const asked = StatementsQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    const holdings = await gateway.holdings();
    const openCase = await caseOf(asking, holdings);
    const { rows, withheld } = tellStatements(
      holdings,
      tokensFor(key, holdings),
      asked.data,
      openCase,
      terms,
    );
    const { after } = asked.data;
    const page = rows.slice(after, after + rowsAtOnce);
    const end = after + page.length;
    return { key: keyIdOf(key), rows: page, withheld, next: end < rows.length ? end : null };
  };

  const bridges: Answer = async (asking, query, key, signal) => {
    const asked = BridgesQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    const today = todayOn(clock);
    const holdings = await gateway.holdings();
    const openCase = await caseOf(asking, holdings);
    const isScored = asked.data.pairs.some(({ score }) => score !== undefined && score >= terms.threshold);
    if (openCase === null && !isScored) return refuse('no_basis');
    const open = openPairs(holdings, tokensFor(key, holdings), asked.data.pairs, openCase, terms);
    const looked = open.flatMap((pair) => pair ?? []);
    const before = new Set((await gateway.kept(key, looked)).map(keptKey));
    const fresh: KeptBridge[] = [];
    let since = performance.now();
    for (const pair of looked) {
      if (before.has(keptKey(pair))) continue;
      const { ends: _, ...asKept } = pair;
      fresh.push({ ...asKept, told: findBridgeOf(holdings, pair, terms) });
      if (performance.now() - since < atATime) continue;
      // Others have their turn, and whose time is over is not worked for.
      await setImmediate();
      signal.throwIfAborted();
      since = performance.now();
    }
    await gateway.keep(key, fresh, today);
    const standing = new Map((await gateway.kept(key, looked)).map((one) => [keptKey(one), one.told]));
    return {
      key: keyIdOf(key),
      bridges: open.map((pair) => {
        const told = pair === null ? null : (standing.get(keptKey(pair)) ?? null);
        if (pair === null || told === null) return null;
        return { ...told, until: usableUntil(today, pair.basis, openCase, key.until, terms) };
      }),
    };
  };

  const reveal: Answer = async (asking, query, key) => {
    const asked = RevealQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    // Whatever the law asks for: nobody learns a name here without saying what for.
    if (asking.request.purpose === undefined) return refuse('purpose_missing');
    const holdings = await gateway.holdings();
    const openCase = await caseOf(asking, holdings);
    if (openCase === null) return refuse('no_basis');
    const [near, tokens] = [tradersNear(holdings, openCase), tokensFor(key, holdings)];
    return {
      traders: asked.data.tokens.map((token) => ({
        token,
        number: revealOne(holdings, tokens, near, token),
      })),
    };
  };

  const handOver: Answer = async ({ request }, query, key) => {
    const asked = KeyQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    const own = makeOnceKey();
    const { instrument, epoch, from, until } = key;
    const handover = { instrument, epoch, from: request.from.party, to: request.to, request: request.id };
    const sealed = sealSecret(key.secret, handover, own, asked.data.key);
    return sealed === null ? refuse('query_invalid') : { epoch, from, until, key: own.open, sealed };
  };

  const answers: Readonly<Record<string, Answer>> = {
    [bridgeOperations.key]: handOver,
    [bridgeOperations.statements]: statements,
    [bridgeOperations.bridges]: bridges,
    [bridgeOperations.reveal]: reveal,
  };
  return {
    operations: Object.values(bridgeOperations),
    answer: async ({ register, request, query }, signal) => {
      const epoch = epochIn(query);
      const answer = answers[request.operation];
      if (epoch === null || answer === undefined) return refuse('query_invalid');
      const wanted = { instrument: request.instrument, epoch };
      const key = await findTokenKey(dataFolder, wanted, todayOn(clock));
      return key === null ? refuse('token_key_unknown') : answer({ register, request }, query, key, signal);
    },
  };
}

type AskingOf = { readonly register: string; readonly request: AccessRequest };
type Answer = (asking: AskingOf, query: unknown, key: TokenKey, signal: AbortSignal) => Promise<unknown>;

function epochIn(query: unknown): number | null {
  const { epoch } = (query ?? {}) as { readonly epoch?: unknown };
  return typeof epoch === 'number' && Number.isSafeInteger(epoch) && epoch > 0 ? epoch : null;
}

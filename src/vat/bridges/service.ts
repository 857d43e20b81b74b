import { setImmediate } from 'node:timers/promises';
import type { AccessRequest, Service } from '#exchange';
import type { PlainDate } from '#kernel/dates.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import { type Holdings, isOwn } from './holdings.ts';
import type { Keeping } from './keeping.ts';
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
  nearTo,
  openPairs,
  usableUntil,
} from './rules/answers.ts';
import { tellCase, tellRounded } from './rules/statements.ts';
import type { ToldOfEpoch } from './store.ts';
import { dropEndedKeys, findTokenKey } from './token-keys.ts';
import { keyIdOf, keyOfCase, type TokenKey, tokenOf, tokensOf } from './tokens.ts';

/** What a gateway answers from. */
export type Gateway = Keeping & {
  readonly clock: Clock;
  readonly dataFolder: string;
  /** As they are when it is asked. */
  readonly holdings: () => Promise<Holdings>;
  readonly terms: Terms;
  /** Cases of a party besides those of its holdings, as its people have them open now; absent: none. */
  readonly casesOf?: (register: string, party: string) => Promise<readonly OpenCase[]>;
};

/** Rows of one answer. */
const rowsAtOnce = 5_000;
/** Milliseconds for which it works before others have their turn. */
const atATime = 20;

/**
 * A state's gateway as a service of its node: what `exchange` decided to be open it answers, from what the state has and by the state's own
 * terms. Names, invoices, days and amounts of domestic trade stay here: of them leave the number of sales of a way, months, and a ceiling
 * with few digits.
 */
export function gatewayService(gateway: Gateway): Service {
  const { clock, dataFolder, terms } = gateway;
  /** Of the epoch that was last asked for outside of a case. */
  let telling: { readonly id: string; readonly told: Promise<ToldNow> } | null = null;
  const toldIn = (key: TokenKey, holdings: Holdings): Promise<ToldNow> => {
    const id = keyIdOf(key);
    if (telling?.id !== id) {
      const told = tellOnce(gateway, key, holdings, todayOn(clock));
      telling = { id, told };
      const again = () => {
        if (telling?.told === told) telling = null;
      };
      // What failed once is tried again, and who had nothing yet may have something the next time.
      told.then(({ isKept }) => isKept || again(), again);
    }
    return telling.told;
  };

  const statements: Answer = async ({ request, openCase, holdings, key }, query) => {
    const asked = StatementsQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    const { after } = asked.data;
    const end = after + rowsAtOnce;
    if (openCase === null && request.case !== undefined) return refuse('no_basis');
    if (openCase !== null) {
      const own = keyOfCase(key, openCase.reference);
      const rows = tellCase(holdings, (number) => tokenOf(own, number), asked.data, openCase);
      const next = end < rows.length ? end : null;
      return { key: keyIdOf(key), rows: rows.slice(after, end), digits: terms.digits, withheld: true, next };
    }
    const { digits, withheld } = await toldIn(key, holdings);
    const rows = await gateway.rows(key, asked.data, { after, count: rowsAtOnce + 1 });
    const next = rows.length > rowsAtOnce ? end : null;
    return { key: keyIdOf(key), rows: rows.slice(0, rowsAtOnce), digits, withheld, next };
  };

  const bridges: Answer = async ({ openCase, holdings, key, today }, query, signal) => {
    const asked = BridgesQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    if (openCase === null) return refuse('no_basis');
    const near = nearTo(holdings, openCase);
    const tokens = [tokensOf(keyOfCase(key, openCase.reference), near.traders), tokensOf(key, [])] as const;
    const open = openPairs(holdings, near, tokens, asked.data.pairs, today, terms);
    const looked = open.flatMap((pair) => pair ?? []);
    const before = new Set((await gateway.bridges(key, looked)).map(keptKey));
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
    await gateway.keepBridges(key, fresh);
    const standing = new Map((await gateway.bridges(key, looked)).map((one) => [keptKey(one), one.told]));
    const until = usableUntil(today, openCase, key.until, terms);
    return {
      key: keyIdOf(key),
      bridges: open.map((pair) => {
        const told = pair === null ? null : (standing.get(keptKey(pair)) ?? null);
        return told === null ? null : { ...told, until };
      }),
    };
  };

  const reveal: Answer = async ({ request, openCase, holdings, key }, query) => {
    const asked = RevealQuery.safeParse(query);
    if (!asked.success) return refuse('query_invalid');
    // Whatever the law asks for: nobody learns a name here without saying what for.
    if (request.purpose === undefined) return refuse('purpose_missing');
    if (openCase === null) return refuse('no_basis');
    // Of this state alone, and whom the case is about or who traded with those.
    const own = [...nearTo(holdings, openCase).traders].filter((number) => isOwn(holdings, number));
    const tokens = tokensOf(keyOfCase(key, openCase.reference), own);
    return {
      traders: asked.data.tokens.map((token) => ({ token, number: tokens.numberOf(token) })),
    };
  };

  const handOver: Answer = async ({ request, key }, query) => {
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
  let forgotten: PlainDate | null = null;
  return {
    operations: Object.values(bridgeOperations),
    answer: async ({ register, request, query }, signal) => {
      const epoch = epochIn(query);
      const answer = answers[request.operation];
      if (epoch === null || answer === undefined) return refuse('query_invalid');
      const today = todayOn(clock);
      if (forgotten !== today) {
        // With the first question of a day ended epochs go: their keys, and what was told in them.
        await dropEndedKeys(dataFolder, today);
        await gateway.forget(today);
        forgotten = today;
      }
      const key = await findTokenKey(dataFolder, { instrument: request.instrument, epoch }, today);
      if (key === null) return refuse('token_key_unknown');
      const holdings = await gateway.holdings();
      const more = (await gateway.casesOf?.(register, request.to)) ?? [];
      const by = { reference: request.case, party: request.from.party };
      const openCase = findOpenCase([...holdings.cases, ...more], by, today);
      return answer({ request, openCase, holdings, key, today }, query, signal);
    },
  };
}

type Answer = (
  asked: {
    readonly request: AccessRequest;
    readonly openCase: OpenCase | null;
    readonly holdings: Holdings;
    readonly key: TokenKey;
    readonly today: PlainDate;
  },
  query: unknown,
  signal: AbortSignal,
) => Promise<unknown>;

type ToldNow = ToldOfEpoch & { readonly isKept: boolean };

/** What is told of statements outside of cases in an epoch, made when it is first asked for and kept; but not that there is nothing yet. */
async function tellOnce(
  { keepStatements, statements, terms }: Gateway,
  key: TokenKey,
  holdings: Holdings,
  today: PlainDate,
): Promise<ToldNow> {
  const before = await statements(key);
  if (before !== null) return { ...before, isKept: true };
  const steps = tellRounded(holdings, (number) => tokenOf(key, number), terms, today);
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      if (value.rows.length === 0 && !value.withheld) return { ...value, isKept: false };
      await keepStatements(key, value);
      // Another process may have been first.
      return { ...((await statements(key)) ?? value), isKept: true };
    }
    if (performance.now() - since < atATime) continue;
    await setImmediate();
    since = performance.now();
  }
}

function epochIn(query: unknown): number | null {
  const { epoch } = (query ?? {}) as { readonly epoch?: unknown };
  return typeof epoch === 'number' && Number.isSafeInteger(epoch) && epoch > 0 ? epoch : null;
}

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { VatNumber } from '../vat-number.ts';
import {
  type Asked,
  border,
  bridgeOf,
  chainOver,
  gatewayOf,
  key,
  lu,
  nl,
  opened,
  sale,
  supply,
  today,
  tokenInCase,
  toldOf,
} from './fixtures/gateway.ts';
import { keepingHere } from './fixtures/keeping.ts';
import { textbook, textbookCase, textbookMonths } from './fixtures/textbook.ts';
import { type DomesticSale, holdingsOf } from './holdings.ts';
import { BridgesQuery, bridgeOperations, type OpenCase, type Supply } from './model.ts';
import { findCarousels, type KnownBridge, usableOn } from './rules/join.ts';
import { tokenOf } from './tokens.ts';

const { bridges: asking, reveal, statements } = bridgeOperations;
const between = Array.from({ length: 6 }, (_, place) => nl(10 + place));
const inCase = { case: textbookCase };
const about = [opened([lu(0)])];

/** What one gateway that has this says of nl(0) and nl(1), or of others. */
async function tell(
  sales: readonly DomesticSale[],
  {
    supplies = border as readonly Supply[],
    cases = about as readonly OpenCase[],
    query = bridgeOf(nl(0), nl(1)) as object,
    by = inCase as Asked,
  } = {},
) {
  const gateway = await gatewayOf(holdingsOf(['NL'], supplies, sales, cases));
  const answer = await gateway.ask(asking, query, by);
  await gateway.close();
  return answer;
}

describe('A bridge', () => {
  test('on which there are fewer traders than the floor is not told, and looks as if there were none', async () => {
    // What the one sold the other is one invoice: month and amount of it.
    const direct = [sale(nl(0), nl(1), '2026-02-10', 12_345_678)];
    expect(toldOf(await tell(direct))).toEqual([null]);
    expect(toldOf(await tell([]))).toEqual([null]);
    expect(toldOf(await tell(chainOver(between.slice(0, 1))))).toEqual([
      expect.objectContaining({ hops: 2, ceiling: 13_000_000 }),
    ]);
  });

  test('is told of no pair and month of which the one acquired nothing from abroad, or the other supplied nothing there', async () => {
    const keeping = keepingHere();
    const sales = [...chainOver(between), ...chainOver(between).map((one) => ({ ...one, buyer: nl(1) }))];
    const more = [...border, supply(lu(0), nl(2), 500_000_00), supply(nl(3), lu(0), 500_000_00, '2025-10')];
    const gateway = await gatewayOf(holdingsOf(['NL'], more, sales, about), { keeping });
    const ask = async (a: VatNumber, b: VatNumber, month?: string) =>
      toldOf(await gateway.ask(asking, bridgeOf(a, b, month), inCase));
    // Month by month the difference would be that of single months.
    expect(await ask(nl(0), nl(1), '2026-01')).toEqual([null]);
    expect(await ask(nl(0), nl(1), '2025-12')).toEqual([null]);
    // nl(2) supplied nothing abroad, nl(3) long before, and those in between are not near the case at all.
    for (const other of [nl(2), nl(3), nl(10)]) expect(await ask(nl(0), other)).toEqual([null]);
    expect(await ask(nl(1), nl(0))).toEqual([null]);
    // None of it was looked for, so that nothing is kept of it.
    const kept = (a: VatNumber, b: VatNumber, month = '2026-02') =>
      keeping.bridges(key, [{ acquirer: tokenOf(key, a), supplier: tokenOf(key, b), month }]);
    expect(await kept(nl(0), nl(1), '2026-01')).toEqual([]);
    expect(await kept(nl(0), nl(2))).toEqual([]);
    expect(await ask(nl(0), nl(1))).toEqual([expect.anything()]);
    expect(await kept(nl(0), nl(1))).toHaveLength(1);
    await gateway.close();
  });

  test('is told for no score, whatever is said of it: no case, no answer', async () => {
    const [pair] = bridgeOf(nl(0), nl(1)).pairs;
    const scored = { epoch: 1, pairs: [{ ...pair, score: 1 }] };
    expect(await tell(chainOver(between), { query: scored })).toEqual({ refused: 'query_invalid' });
    expect(await tell(chainOver(between), { by: {} })).toEqual({ refused: 'no_basis' });
  });

  test('is not told for a case that only the asker knows, or of traders whom the case is not about', async () => {
    const far = [nl(40), nl(41), nl(42)] as const;
    const sales = [
      ...chainOver(between),
      sale(far[0], far[1], '2026-02-03', 5_000_000),
      sale(far[1], far[2], '2026-02-04', 5_000_000),
    ];
    const supplies = [...border, supply(lu(1), far[0], 5_000_000), supply(far[2], lu(1), 5_000_000)];
    expect(await tell(sales, { by: { case: 'SYN-MADE-UP' } })).toEqual({ refused: 'no_basis' });
    expect(toldOf(await tell(sales, { supplies }))).toEqual([expect.anything()]);
    expect(toldOf(await tell(sales, { supplies, query: bridgeOf(far[0], far[2]) }))).toEqual([null]);
    // It is the case that they are not near: in one that is about lu(1) they are told.
    const query = bridgeOf(far[0], far[2]);
    const cases = [opened([lu(1)])];
    expect(toldOf(await tell(sales, { supplies, query, cases }))).toEqual([expect.anything()]);
  });

  test('is not told to who overheard the reference of a case that is others’, and it looks as if there were none', async () => {
    const sales = chainOver(between);
    const overheard = await tell(sales, { by: { ...inCase, from: 'BE' } });
    expect(overheard).toEqual({ refused: 'no_basis' });
    expect(overheard).toEqual(await tell(sales, { by: { case: 'SYN-MADE-UP', from: 'BE' } }));
  });

  test('is neither told nor kept while its window still runs, so that no day more is in a difference', async () => {
    const supplies = [
      supply(lu(0), nl(0), 12_345_678, '2026-03'),
      supply(nl(1), lu(0), 12_345_678, '2026-03'),
    ];
    const march = (one: DomesticSale) =>
      sale(one.seller, one.buyer, one.date.replace('-02-', '-03-'), one.cents);
    const sales = chainOver(between).map(march);
    const gateway = await gatewayOf(holdingsOf(['NL'], supplies, sales, about));
    const ask = () => gateway.ask(asking, bridgeOf(nl(0), nl(1), '2026-03'), inCase);
    expect(toldOf(await ask())).toEqual([null]);
    // A sale of May comes in: what is told in June is of all of the window.
    const late = [
      sale(nl(0), nl(30), '2026-05-20', 90_000_000),
      sale(nl(30), nl(1), '2026-05-21', 90_000_000),
    ];
    gateway.have(holdingsOf(['NL'], supplies, [...sales, ...late], about));
    expect(toldOf(await ask())).toEqual([null]);
    gateway.clock.moveTo(Temporal.Instant.from('2026-06-01T10:00:00Z'));
    expect(toldOf(await ask())).toEqual([
      expect.objectContaining({ leaves: '2026-05', ceiling: 170_000_000 }),
    ]);
    await gateway.close();
  });

  test('tells nobody’s amount by the difference of two answers, before and after one trader more', async () => {
    const more = [...chainOver(between), ...chainOver([nl(30)], 7_654_321)];
    const gateway = await gatewayOf(holdingsOf(['NL'], border, chainOver(between), about));
    const ask = async () => toldOf(await gateway.ask(asking, bridgeOf(nl(0), nl(1)), inCase));
    const first = await ask();
    gateway.have(holdingsOf(['NL'], border, more, about));
    // Within an epoch the answer is what was told first, in another case too.
    expect(await ask()).toEqual(first);
    const second = { ...opened([lu(0)]), reference: 'SYN-CASE-8' };
    gateway.have(holdingsOf(['NL'], border, more, [second]));
    const pair = { acquirer: tokenInCase(nl(0), 'SYN-CASE-8'), supplier: tokenInCase(nl(1), 'SYN-CASE-8') };
    const query = { epoch: 1, pairs: [{ ...pair, month: '2026-02' }] };
    expect(toldOf(await gateway.ask(asking, query, { case: 'SYN-CASE-8' }))).toEqual(first);
    await gateway.close();
    // Without that it would be another, and the difference his amount to a digit: so there is something to be kept from.
    const [fresh] = toldOf(await tell(more));
    expect((fresh?.ceiling ?? 0) - (first[0]?.ceiling ?? 0)).toBe(7_000_000);
  });

  test('leaves nobody a choice of days, depth or of whom to leave out, by which two answers would differ', () => {
    const [pair] = bridgeOf(nl(0), nl(1)).pairs;
    const asks = (changes: object) =>
      BridgesQuery.safeParse({ epoch: 1, pairs: [{ ...pair, ...changes }] }).success;
    expect(asks({})).toBe(true);
    for (const changes of [
      { depth: 2 },
      { from: '2026-02-01' },
      { without: [tokenOf(key, nl(3))] },
      { month: '2026-02-11' },
      { month: '2026' },
    ])
      expect(asks(changes)).toBe(false);
    expect(BridgesQuery.safeParse({ epoch: 1, pairs: [pair], depth: 1 }).success).toBe(false);
  });

  test('has a ceiling with few digits, never below the true one, whichever sales there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4_000_000_000 }), async (cents) => {
        const [bridge] = toldOf(await tell(chainOver([nl(10)], cents)));
        const { ceiling } = bridge as { ceiling: number };
        expect(ceiling).toBeGreaterThanOrEqual(cents);
        expect(ceiling % 100_000).toBe(0);
        expect(String(ceiling).replace(/0+$/, '').length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('that has expired closes no cycle, however it was kept', () => {
    const world = textbook(today);
    const rows = world.holdings.LU.supplies
      .filter(({ supplier, acquirer }) => [supplier, acquirer].includes(world.conduit))
      .map(({ supplier, acquirer, kind, period, cents }) => ({
        supplier: tokenInCase(supplier as VatNumber),
        acquirer: tokenInCase(acquirer as VatNumber),
        ...{ kind, period: String(period), cents, exact: true },
      }));
    const bridge: KnownBridge = {
      acquirer: tokenInCase(world.missing),
      supplier: tokenInCase(world.broker),
      ...{ month: '2026-02', hops: 2, arrives: '2026-02', leaves: '2026-02' },
      ...{ ceiling: 130_000_000, until: '2026-06-03' },
    };
    const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000 };
    const on = (day: string) => findCarousels(rows, usableOn([bridge], day), search).carousels.length;
    expect([on('2026-06-03'), on('2026-06-04')]).toEqual([1, 0]);
  });

  test('asked for again after its case was closed is refused, and so is whose its tokens are', async () => {
    const closing = [opened([lu(0)], '2026-05-10')];
    const gateway = await gatewayOf(holdingsOf(['NL'], border, chainOver(between), closing));
    const [tokens, query] = [[tokenInCase(nl(0))], bridgeOf(nl(0), nl(1))];
    const [bridge] = toldOf(await gateway.ask(asking, query, inCase));
    // The last day of its case, and not the thirty that it has else.
    expect(bridge).toMatchObject({ until: '2026-05-09' });
    const named = () => gateway.ask(reveal, { epoch: 1, tokens }, inCase);
    expect(await named()).toEqual({ traders: [{ token: tokens[0], number: nl(0) }] });
    gateway.clock.moveTo(Temporal.Instant.from('2026-05-10T10:00:00Z'));
    expect(await gateway.ask(asking, query, inCase)).toEqual({ refused: 'no_basis' });
    expect(await named()).toEqual({ refused: 'no_basis' });
    await gateway.close();
  });
});

describe('Whose a token is', () => {
  const holdings = holdingsOf(['NL'], border, chainOver([nl(10), nl(11)]), about);
  const ask = async (operation: string, query: unknown, by: Asked = {}) => {
    const gateway = await gatewayOf(holdings);
    const answer = await gateway.ask(operation, query, by);
    await gateway.close();
    return answer;
  };
  const numberOf = (answer: unknown) =>
    (answer as { traders: { number: string | null }[] }).traders.map(({ number }) => number);

  test('is told to nobody who does not say for which case and purpose', async () => {
    const query = { epoch: 1, tokens: [tokenInCase(nl(0))] };
    expect(await ask(reveal, query)).toEqual({ refused: 'no_basis' });
    expect(await ask(reveal, query, { ...inCase, purpose: undefined })).toEqual({
      refused: 'purpose_missing',
    });
    expect(await ask(reveal, query, { ...inCase, from: 'BE' })).toEqual({ refused: 'no_basis' });
    expect(numberOf(await ask(reveal, query, inCase))).toEqual([nl(0)]);
  });

  test('is not told of who only traded within the state, even where his token was guessed, nor of any outside of the case', async () => {
    const tokens = [nl(10), nl(200), lu(0)].map((number) => tokenInCase(number));
    const others = [tokenOf(key, nl(0)), tokenInCase(nl(0), 'SYN-CASE-8')];
    expect(numberOf(await ask(reveal, { epoch: 1, tokens: [...tokens, ...others] }, inCase))).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  test('is told of a few at a time, and of a form that is another of nobody', async () => {
    const tokens = Array.from({ length: 21 }, (_, place) => tokenInCase(nl(place)));
    for (const query of [{ epoch: 1, tokens }, { epoch: 1, tokens: [nl(0)] }, { epoch: 1 }, null, 7])
      expect(await ask(reveal, query, inCase)).toEqual({ refused: 'query_invalid' });
    expect(await ask(statements, { epoch: 2, ...textbookMonths })).toEqual({ refused: 'token_key_unknown' });
  });
});

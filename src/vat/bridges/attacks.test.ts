import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { movableClock } from '#platform/clock.ts';
import type { VatNumber } from '../vat-number.ts';
import { keepingHere } from './fixtures/keeping.ts';
import { madeUpNumber, textbook, textbookCase, textbookMonths } from './fixtures/textbook.ts';
import { type DomesticSale, type Holdings, holdingsOf } from './holdings.ts';
import { type Handover, makeOnceKey, openSealed, sealSecret } from './key-handover.ts';
import { BridgesQuery, bridgeOperations, exerciseTerms, type Supply, type Terms } from './model.ts';
import { tellStatements } from './rules/answers.ts';
import { findCarousels, type KnownBridge, usableOn } from './rules/join.ts';
import { roundTo } from './rules/rounding.ts';
import { gatewayService } from './service.ts';
import { dropEndedKeys, findTokenKey, keepTokenKey, makeTokenKey } from './token-keys.ts';
import { keyIdOf, type TokenKey, tokenOf, tokensOf } from './tokens.ts';

const today = '2026-05-04' as PlainDate;
const instrument = 'syn-bridges';
const keyOfEpoch = (epoch: number): TokenKey =>
  makeTokenKey({ instrument, epoch, from: '2026-05-01', until: '2026-08-01' });
const key = keyOfEpoch(1);
const numbers = Array.from({ length: 300 }, (_, place) => madeUpNumber('NL', 400_000 + 53 * place));
const nl = (place: number) => numbers[place] as VatNumber;
const lu = Array.from({ length: 12 }, (_, place) => madeUpNumber('LU', 500_000 + 53 * place));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-attacks-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sale = (seller: VatNumber, buyer: VatNumber, date: string, cents: number): DomesticSale => ({
  seller,
  buyer,
  date: date as PlainDate,
  cents,
});
const supply = (supplier: VatNumber, acquirer: VatNumber, cents: number, period = '2026-02'): Supply => ({
  supplier,
  acquirer,
  kind: 'L',
  period,
  cents,
});

let folders = 0;
/** A gateway of the Netherlands with what it holds, and whoever asks it. */
async function gatewayOf(holdings: Holdings, terms: Terms = exerciseTerms, keeping = keepingHere()) {
  const dataFolder = join(folder, String(folders++));
  await keepTokenKey(dataFolder, key);
  const start = Temporal.Instant.from(`${today}T10:00:00Z`);
  const clock = movableClock({ now: () => start });
  const service = gatewayService({
    ...{ clock, dataFolder, terms },
    holdings: async () => holdings,
    ...keeping,
  });
  const ask = (operation: string, query: unknown, changes: { case?: string; purpose?: string } = {}) => {
    const request = {
      id: 'r',
      from: { party: 'LU' },
      to: 'NL',
      instrument,
      operation,
      stated: [],
      consents: [],
      purpose: 'vat_fraud',
      ...changes,
    };
    return service.answer({ register: 'benelux', request, query }, new AbortController().signal);
  };
  return { ask, clock, dataFolder };
}
const bridgeOf = (a: VatNumber, b: VatNumber, score?: number, month = '2026-02') => ({
  epoch: 1,
  pairs: [
    {
      acquirer: tokenOf(key, a),
      supplier: tokenOf(key, b),
      month,
      ...(score === undefined ? {} : { score }),
    },
  ],
});
const { bridges: asking, reveal, statements } = bridgeOperations;
const opened = (traders: readonly VatNumber[], until: string | null = null) => ({
  reference: textbookCase,
  traders,
  opened: today,
  until,
});
const none = new Map<VatNumber, number>();
const told = (answer: unknown) => (answer as { bridges: unknown[] }).bridges;
/** Acquires from Luxembourg, sells by `between` to one who supplies there. */
const chainOver = (between: readonly VatNumber[], cents = 12_345_678): readonly DomesticSale[] =>
  between.flatMap((one) => [sale(nl(0), one, '2026-02-10', cents), sale(one, nl(1), '2026-02-20', cents)]);
const border = [supply(lu[0] as VatNumber, nl(0), 12_345_678), supply(nl(1), lu[0] as VatNumber, 12_345_678)];

describe('Tokens', () => {
  test('are not found by going through all numbers without the key', () => {
    const tokens = new Set(numbers.map((number) => tokenOf(key, number).slice(3)));
    const form = (number: string) => `tripoint vat token/1\n${instrument}\n1\n${number}`;
    const known = [instrument, '1', `${instrument}\n1`, keyIdOf(key), keyOfEpoch(1).secret, Buffer.alloc(32)];
    const guessed = numbers.flatMap((number) =>
      [number, number.slice(2), form(number)].flatMap((text) => [
        createHash('sha256').update(text).digest('base64url').slice(0, 22),
        ...known.map((salt) => createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22)),
        ...known.map((salt) =>
          createHash('sha256').update(salt).update(text).digest('base64url').slice(0, 22),
        ),
      ]),
    );
    expect(guessed.filter((one) => tokens.has(one))).toEqual([]);
    expect(guessed.length).toBeGreaterThan(10_000);
    // With the key all are found: it is what the attack lacks, and nothing else.
    const withKey = numbers.map((number) =>
      createHmac('sha256', key.secret).update(form(number)).digest('base64url').slice(0, 22),
    );
    expect(withKey.every((one) => tokens.has(one))).toBe(true);
  });

  test('of one epoch are not linked to those of another', () => {
    const tokensIn = (own: TokenKey) => new Map(numbers.map((number) => [tokenOf(own, number), number]));
    const [first, second] = [tokensIn(keyOfEpoch(1)), tokensIn(keyOfEpoch(2))];
    expect([...first.keys()].filter((token) => second.has(token))).toEqual([]);
    // Sorted, as answers are, neighbours of the one are not neighbours of the other: nothing of the order is left.
    const order = (tokens: typeof first) => [...tokens].sort().map(([, number]) => number);
    const [one, other] = [order(first), order(second)];
    const same = one.filter((number, place) => other[place] === number).length;
    expect(same).toBeLessThan(10);
    // One secret under two epochs gives other tokens, too.
    const again = { ...key, epoch: 2 };
    expect(numbers.filter((number) => tokenOf(again, number) === tokenOf(key, number))).toEqual([]);
  });

  test('of an epoch that has ended are nobody’s: its key is deleted, and nothing is answered by it', async () => {
    const gateway = await gatewayOf(holdingsOf(['NL'], border, chainOver([nl(2)]), [opened([nl(0)])], none));
    const query = bridgeOf(nl(0), nl(1));
    expect(told(await gateway.ask(asking, query, { case: textbookCase }))).toEqual([expect.anything()]);
    gateway.clock.moveTo(Temporal.Instant.from('2026-08-01T10:00:00Z'));
    expect(await gateway.ask(asking, query, { case: textbookCase })).toEqual({
      refused: 'token_key_unknown',
    });
    expect(await dropEndedKeys(gateway.dataFolder, '2026-07-31' as PlainDate)).toBe(0);
    expect(await dropEndedKeys(gateway.dataFolder, '2026-08-01' as PlainDate)).toBe(1);
    expect(await readdir(join(gateway.dataFolder, 'vat-keys'))).toEqual([]);
  });
});

describe('A token key', () => {
  const handover: Handover = { instrument, epoch: 1, from: 'LU', to: 'NL', request: 'r-1' };

  test('that is handed over opens for who asked, in that question alone, and for nobody who read along', () => {
    const [asker, answerer, other] = [makeOnceKey(), makeOnceKey(), makeOnceKey()];
    const sealed = sealSecret(key.secret, handover, answerer, asker.open) ?? '';
    expect(openSealed(sealed, handover, asker, answerer.open)).toEqual(key.secret);
    for (const changed of [
      { ...handover, request: 'r-2' },
      { ...handover, epoch: 2 },
      { ...handover, from: 'BE' },
      { ...handover, instrument: 'syn-other' },
    ])
      expect(openSealed(sealed, changed, asker, answerer.open)).toBe(null);
    expect(openSealed(sealed, handover, other, answerer.open)).toBe(null);
    expect(openSealed(sealed, handover, asker, other.open)).toBe(null);
    const flipped = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`;
    expect(openSealed(flipped, handover, asker, answerer.open)).toBe(null);
    expect(sealed).not.toContain(key.secret.toString('base64url'));
  });

  test('is not sealed under a secret that everybody knows, as points of low order give', () => {
    for (const point of [Buffer.alloc(32), Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])])
      expect(sealSecret(key.secret, handover, makeOnceKey(), point.toString('base64url'))).toBe(null);
    const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
    expect(sealSecret(key.secret, handover, makeOnceKey(), 'short')).toBe(null);
    expect(ed25519).toHaveLength(43);
  });

  test('stands in a file that only its owner reads, is not made twice, and not found before its time', async () => {
    const dataFolder = join(folder, 'keys');
    expect(await keepTokenKey(dataFolder, key)).toBe(true);
    expect(await keepTokenKey(dataFolder, keyOfEpoch(1))).toBe(false);
    const [name = ''] = await readdir(join(dataFolder, 'vat-keys'));
    expect((await stat(join(dataFolder, 'vat-keys', name))).mode & 0o777).toBe(0o600);
    const found = (day: string) => findTokenKey(dataFolder, { instrument, epoch: 1 }, day as PlainDate);
    expect(await found('2026-04-30')).toBe(null);
    expect(await found('2026-05-01')).toEqual(key);
    expect(await found('2026-08-01')).toBe(null);
    expect(await findTokenKey(dataFolder, { instrument, epoch: 2 }, today)).toBe(null);
  });
});

describe('A statement outside of an open case', () => {
  /** Who knows all amounts of all traders, and holds what was told against them. */
  function meantBy(
    all: readonly Supply[],
    tokenRows: readonly { side: 'supplier' | 'acquirer'; row: Told }[],
  ) {
    const fits = tokenRows.map(({ side, row }) => {
      const alike = all.filter(
        (one) =>
          one.period === row.period &&
          one.kind === row.kind &&
          one.supplier.slice(0, 2) === row.supplier.slice(0, 2) &&
          one.acquirer.slice(0, 2) === row.acquirer.slice(0, 2) &&
          roundTo(one.cents, exerciseTerms.digits.score) === row.cents,
      );
      return new Set(alike.map((one) => one[side]));
    });
    return fits.reduce((left, next) => left.intersection(next));
  }
  type Told = ReturnType<typeof tellStatements>['rows'][number];
  const tokens = tokensOf(key, [...numbers, ...lu]);
  const tellAll = (supplies: readonly Supply[], terms = exerciseTerms, months = textbookMonths) => {
    const holdings = holdingsOf(['NL'], supplies, [], [], none);
    return tellStatements(holdings, tokens, months, null, terms);
  };

  test('with an amount that nobody else has is kept back', () => {
    const alike = Array.from({ length: 8 }, (_, place) =>
      supply(nl(place), lu[place] as VatNumber, 50_000_000 + 12_345 * place),
    );
    const unique = supply(nl(20), lu[8] as VatNumber, 987_654_321);
    const answer = tellAll([...alike, unique]);
    expect(answer.rows).toHaveLength(8);
    expect(answer.withheld).toBe(true);
    expect(answer.rows.map(({ supplier }) => supplier)).not.toContain(tokens.of(nl(20)));
    // Nobody's amount as it was declared.
    const exact = new Set(alike.slice(1).map(({ cents }) => cents));
    expect(answer.rows.filter(({ cents }) => exact.has(cents))).toEqual([]);
  });

  test('of a cell of fewer traders than the floor is refused, on either side', () => {
    const row = (place: number, acquirer: number) => supply(nl(place), lu[acquirer] as VatNumber, 50_000_000);
    expect(tellAll([0, 1, 2, 3].map((place) => row(place, place))).rows).toEqual([]);
    expect(tellAll([0, 1, 2, 3, 4].map((place) => row(place, 0))).rows).toEqual([]);
    expect(tellAll([0, 1, 2, 3, 4].map((place) => row(place, place))).rows).toHaveLength(5);
  });

  test('leaves as many traders as the floor says for each token, whoever knows all amounts of all', () => {
    let checked = 0;
    const someSupply = fc
      .tuple(fc.nat(14), fc.nat(9), fc.integer({ min: 1, max: 5 }), fc.nat(2))
      .map(([place, acquirer, size, month]) =>
        supply(nl(place), lu[acquirer] as VatNumber, 40_000_000 * size + 1_111 * place, `2026-0${month + 1}`),
      );
    const terms = { ...exerciseTerms, leastTraders: { case: 2, score: 3 } };
    fc.assert(
      fc.property(fc.array(someSupply, { maxLength: 60, size: 'max' }), (supplies) => {
        // All at once, and month by month, which must not be more.
        const { rows } = tellAll(supplies, terms);
        const monthly = ['2026-01', '2026-02', '2026-03'].flatMap((month) => [
          ...tellAll(supplies, terms, { from: month, until: month }).rows,
        ]);
        expect(monthly).toEqual(rows);
        for (const token of new Set(rows.flatMap(({ supplier, acquirer }) => [supplier, acquirer]))) {
          const own = (['supplier', 'acquirer'] as const).flatMap((side) =>
            rows.filter((row) => row[side] === token).map((row) => ({ side, row })),
          );
          expect(meantBy(supplies, own).size).toBeGreaterThanOrEqual(3);
          checked++;
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(checked).toBeGreaterThan(300);
  });

  test('tells by itself nothing exact of a case that is open on others', () => {
    const supplies = Array.from({ length: 6 }, (_, place) =>
      supply(nl(place), lu[place] as VatNumber, 50_000_001 + place),
    );
    const openCase = opened([nl(0)]);
    const holdings = holdingsOf(['NL'], supplies, [], [openCase], none);
    const { rows } = tellStatements(holdings, tokens, textbookMonths, openCase, exerciseTerms);
    expect(rows.filter(({ exact }) => exact).map(({ supplier }) => supplier)).toEqual([tokens.of(nl(0))]);
  });
});

describe('A bridge', () => {
  const between = Array.from({ length: 6 }, (_, place) => nl(10 + place));

  test('on which there are fewer traders than the floor is not told, and looks as if there were none', async () => {
    const over = async (count: number) => {
      const sales = chainOver(between.slice(0, count));
      const gateway = await gatewayOf(holdingsOf(['NL'], border, sales, [], none));
      return told(await gateway.ask(asking, bridgeOf(nl(0), nl(1), 0.9)));
    };
    expect(await over(0)).toEqual([null]);
    expect(await over(2)).toEqual([null]);
    expect(await over(3)).toEqual([expect.objectContaining({ hops: 2 })]);
  });

  test('is not told for a score that is only said where the state has its own, nor for one below the threshold', async () => {
    const sales = chainOver(between);
    const low = new Map([
      [nl(0), 0.1],
      [nl(1), 0.2],
    ]);
    const withOwn = await gatewayOf(holdingsOf(['NL'], border, sales, [], low));
    expect(told(await withOwn.ask(asking, bridgeOf(nl(0), nl(1), 1)))).toEqual([null]);
    const without = await gatewayOf(holdingsOf(['NL'], border, sales, [], none));
    expect(await without.ask(asking, bridgeOf(nl(0), nl(1), 0.79))).toEqual({ refused: 'no_basis' });
    expect(await without.ask(asking, bridgeOf(nl(0), nl(1)))).toEqual({ refused: 'no_basis' });
    expect(told(await without.ask(asking, bridgeOf(nl(0), nl(1), 0.8)))).toEqual([expect.anything()]);
  });

  test('is not told for a case that only the asker knows, or of traders whom the case is not about', async () => {
    const far = [nl(40), nl(41), nl(42)] as const;
    const sales = [
      ...chainOver(between),
      sale(far[0], far[1], '2026-02-03', 5_000_000),
      sale(far[1], far[2], '2026-02-04', 5_000_000),
    ];
    const gateway = await gatewayOf(holdingsOf(['NL'], border, sales, [opened([lu[0] as VatNumber])], none));
    expect(await gateway.ask(asking, bridgeOf(nl(0), nl(1)), { case: 'SYN-MADE-UP' })).toEqual({
      refused: 'no_basis',
    });
    expect(told(await gateway.ask(asking, bridgeOf(nl(0), nl(1)), { case: textbookCase }))).toEqual([
      expect.anything(),
    ]);
    expect(told(await gateway.ask(asking, bridgeOf(far[0], far[2]), { case: textbookCase }))).toEqual([null]);
  });

  test('tells nobody’s amount by the difference of two answers, before and after one trader more', async () => {
    const keeping = keepingHere();
    const before = holdingsOf(['NL'], border, chainOver(between), [opened([nl(0)])], none);
    const more = [...chainOver(between), ...chainOver([nl(30)], 7_654_321)];
    const after = holdingsOf(['NL'], border, more, [opened([nl(0)])], none);
    const ask = async (holdings: Holdings) => {
      const gateway = await gatewayOf(holdings, exerciseTerms, keeping);
      return told(await gateway.ask(asking, bridgeOf(nl(0), nl(1)), { case: textbookCase }));
    };
    const first = await ask(before);
    // Within an epoch the answer is what was told first.
    expect(await ask(after)).toEqual(first);
    // Without that it would be another, so that there was something to be kept from.
    const fresh = await gatewayOf(after);
    const other = told(await fresh.ask(asking, bridgeOf(nl(0), nl(1)), { case: textbookCase }));
    expect(other).not.toEqual(first);
    const [one, two] = [first, other].map(([bridge]) => (bridge as { ceiling: number }).ceiling) as [
      number,
      number,
    ];
    // And even then the difference is not his amount.
    expect(Math.abs(two - one)).not.toBe(7_654_321);
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
        const sales = chainOver([nl(10)], cents);
        const gateway = await gatewayOf(holdingsOf(['NL'], border, sales, [opened([nl(0)])], none));
        const [bridge] = told(await gateway.ask(asking, bridgeOf(nl(0), nl(1)), { case: textbookCase }));
        const { ceiling } = bridge as { ceiling: number };
        expect(ceiling).toBeGreaterThanOrEqual(cents);
        expect(ceiling % 100_000).toBe(0);
        expect(String(ceiling).replace(/0+$/, '').length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  test('that has expired closes no cycle, however it was kept', () => {
    const world = textbook(today);
    const rows = world.holdings.LU.supplies
      .filter(({ supplier, acquirer }) => [supplier, acquirer].includes(world.conduit))
      .map(({ supplier, acquirer, kind, period, cents }) => ({
        supplier: tokenOf(key, supplier as VatNumber),
        acquirer: tokenOf(key, acquirer as VatNumber),
        kind,
        period: String(period),
        cents,
        exact: true,
      }));
    const bridge: KnownBridge = {
      acquirer: tokenOf(key, world.missing),
      supplier: tokenOf(key, world.broker),
      month: '2026-02',
      hops: 2,
      arrives: '2026-02',
      leaves: '2026-02',
      ceiling: 124_000_000,
      until: '2026-06-03',
    };
    const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000 };
    const on = (day: string) => findCarousels(rows, usableOn([bridge], day), search).carousels.length;
    expect([on('2026-06-03'), on('2026-06-04')]).toEqual([1, 0]);
  });

  test('asked for again after its case was closed is refused, and so is whose its tokens are', async () => {
    const closing = [opened([nl(0)], '2026-05-10')];
    const gateway = await gatewayOf(holdingsOf(['NL'], border, chainOver(between), closing, none));
    const [tokens, query] = [[tokenOf(key, nl(0))], bridgeOf(nl(0), nl(1))];
    const [bridge] = told(await gateway.ask(asking, query, { case: textbookCase }));
    // The last day of its case, and not the thirty that it has else.
    expect(bridge).toMatchObject({ until: '2026-05-09' });
    const named = () => gateway.ask(reveal, { epoch: 1, tokens }, { case: textbookCase });
    expect(await named()).toEqual({ traders: [{ token: tokens[0], number: nl(0) }] });
    gateway.clock.moveTo(Temporal.Instant.from('2026-05-10T10:00:00Z'));
    expect(await gateway.ask(asking, query, { case: textbookCase })).toEqual({ refused: 'no_basis' });
    expect(await named()).toEqual({ refused: 'no_basis' });
  });
});

describe('Whose a token is', () => {
  const holdings = holdingsOf(
    ['NL'],
    border,
    chainOver([nl(10), nl(11)]),
    [opened([lu[0] as VatNumber])],
    none,
  );
  const numberOf = (answer: unknown) =>
    (answer as { traders: { number: string | null }[] }).traders.map(({ number }) => number);

  test('is told to nobody who does not say for which case and purpose', async () => {
    const { ask } = await gatewayOf(holdings);
    const query = { epoch: 1, tokens: [tokenOf(key, nl(0))] };
    expect(await ask(reveal, query)).toEqual({ refused: 'no_basis' });
    expect(await ask(reveal, query, { case: textbookCase, purpose: undefined as never })).toEqual({
      refused: 'purpose_missing',
    });
    expect(numberOf(await ask(reveal, query, { case: textbookCase }))).toEqual([nl(0)]);
  });

  test('is not told of who only traded within the state, even where his token was guessed', async () => {
    const { ask } = await gatewayOf(holdings);
    const tokens = [nl(10), nl(200), lu[0] as VatNumber].map((number) => tokenOf(key, number));
    expect(numberOf(await ask(reveal, { epoch: 1, tokens }, { case: textbookCase }))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is told of a few at a time, and of a form that is another of nobody', async () => {
    const { ask } = await gatewayOf(holdings);
    const tokens = Array.from({ length: 21 }, (_, place) => tokenOf(key, nl(place)));
    for (const query of [{ epoch: 1, tokens }, { epoch: 1, tokens: [nl(0)] }, { epoch: 1 }, null, 7])
      expect(await ask(reveal, query, { case: textbookCase })).toEqual({ refused: 'query_invalid' });
    expect(await ask(statements, { epoch: 2, ...textbookMonths })).toEqual({ refused: 'token_key_unknown' });
  });
});

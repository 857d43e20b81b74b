import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatewayOf, key, keyOfEpoch, lu, nl, opened, rowsOf, supply } from './fixtures/gateway.ts';
import { meantBy } from './fixtures/joint-attacker.ts';
import { textbookCase, textbookMonths } from './fixtures/textbook.ts';
import { holdingsOf } from './holdings.ts';
import { bridgeOperations, exerciseTerms, type OpenCase, type StatementRow, type Supply } from './model.ts';
import type { CellRow } from './rules/floor.ts';
import { roundTo } from './rules/rounding.ts';
import { tokenOf } from './tokens.ts';

const { statements } = bridgeOperations;
const terms = { ...exerciseTerms, leastTraders: { ways: 3, statements: 3 } };
const cellOf = (
  { supplier, acquirer, kind, period, cents }: Supply | StatementRow,
  digits = exerciseTerms.digits,
): CellRow => ({
  ...{ supplier, acquirer },
  cell: [supplier.slice(0, 2), acquirer.slice(0, 2), kind, period, roundTo(cents, digits)].join(' '),
});
/** Who knows all trade, and matches all tokens at once: of the token of which fewest traders can be meant, how many. */
const fewest = (told: readonly StatementRow[], world: readonly Supply[]) =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...[
      ...meantBy(
        told.map((row) => cellOf(row)),
        world.map((row) => cellOf(row)),
      ).values(),
    ].map(({ size }) => size),
  );
const asTold = (supplies: readonly Supply[]): readonly StatementRow[] =>
  supplies.map((row) => ({
    ...row,
    ...{ supplier: tokenOf(key, row.supplier), acquirer: tokenOf(key, row.acquirer) },
    ...{ cents: roundTo(row.cents, exerciseTerms.digits), exact: false },
  }));
async function tell(
  supplies: readonly Supply[],
  { own = exerciseTerms, months = [textbookMonths], cases = [] as readonly OpenCase[], by = {} } = {},
) {
  const gateway = await gatewayOf(holdingsOf(['NL'], supplies, [], cases), { terms: own });
  const answers = [];
  for (const one of months) answers.push(await gateway.ask(statements, { epoch: 1, ...one }, by));
  await gateway.close();
  return answers.flatMap((answer) => [...rowsOf(answer)]);
}
const alike = (count: number, period?: string) =>
  Array.from({ length: count }, (_, place) =>
    supply(nl(place), lu(place), 50_000_000 + 12_345 * place, period),
  );

describe('A statement outside of an open case', () => {
  test('with an amount that nobody else has is kept back', async () => {
    const rows = await tell([...alike(8), supply(nl(20), lu(8), 987_654_321)]);
    expect(rows).toHaveLength(8);
    expect(rows.map(({ supplier }) => supplier)).not.toContain(tokenOf(key, nl(20)));
    // Nobody's amount as it was declared.
    const exact = new Set(
      alike(8)
        .slice(1)
        .map(({ cents }) => cents),
    );
    expect(rows.filter(({ cents }) => exact.has(cents))).toEqual([]);
  });

  test('of a cell of fewer traders than the floor is refused, on either side', async () => {
    const row = (place: number, acquirer: number) => supply(nl(place), lu(acquirer), 50_000_000);
    expect(await tell([0, 1, 2, 3].map((place) => row(place, place)))).toEqual([]);
    expect(await tell([0, 1, 2, 3, 4].map((place) => row(place, 0)))).toEqual([]);
    expect(await tell([0, 1, 2, 3, 4].map((place) => row(place, place)))).toHaveLength(5);
  });

  test('is told of no trader who has more rows of a cell than others, or is the only one left for one', async () => {
    const many = [...alike(3), ...[6, 7].map((place) => supply(nl(9), lu(place), 50_000_000))];
    const june = [0, 1, 10].map((place) => supply(nl(place), lu(place), 70_000_000, '2026-03'));
    const world = [...many, ...june];
    expect(fewest(asTold(world), world)).toBe(1);
    const told = await tell(world, { own: terms });
    expect(told).toHaveLength(3);
    expect(fewest(told, world)).toBeGreaterThanOrEqual(3);
  });

  test('leaves as many traders as the floor says for each token, whoever knows all trade of all and matches all tokens at once', async () => {
    let [checked, without] = [0, 0];
    const some = fc
      .record({ one: fc.nat(5), other: fc.nat(5), own: fc.nat(4), size: fc.nat(1), month: fc.nat(1) })
      .map(({ one, other, own, size, month }) =>
        supply(
          nl(one),
          lu(own === 0 ? other : one),
          40_000_000 * (size + 1) + 1_111 * one,
          `2026-0${month + 1}`,
        ),
      );
    const monthly = ['2026-01', '2026-02', '2026-03'].map((month) => ({ from: month, until: month }));
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 5, maxLength: 12 }), async (supplies) => {
        const told = await tell(supplies, { own: terms });
        expect(fewest(told, supplies)).toBeGreaterThanOrEqual(3);
        // Month by month is not more than all at once.
        expect(await tell(supplies, { own: terms, months: monthly })).toEqual(told);
        checked += told.length;
        if (fewest(asTold(supplies), supplies) < 3) without++;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(checked).toBeGreaterThan(30);
    expect(without).toBeGreaterThan(30);
  });

  test('links no token of one epoch to one of another: as many fit it as the floor says', async () => {
    // One is alone with nothing but March: laid one on the other, the two answers would have him in both.
    const march = [0, 1, 5].map((place) => supply(nl(place), lu(place), 50_000_000, '2026-03'));
    const supplies = [...alike(5), ...march];
    const keys = [key, keyOfEpoch(2)];
    const gateway = await gatewayOf(holdingsOf(['NL'], supplies, [], []), { terms, keys });
    const [first, second] = await Promise.all(
      [1, 2].map(async (epoch) => rowsOf(await gateway.ask(statements, { epoch, ...textbookMonths }))),
    );
    await gateway.close();
    // Both tell the same amounts, so that the two could be laid one on the other.
    expect(first?.map(({ cents }) => cents)).toEqual(second?.map(({ cents }) => cents));
    const link = (one: readonly CellRow[], other: readonly CellRow[]) =>
      Math.min(...[...meantBy(one, other).values()].map(({ size }) => size));
    const cells = (rows: readonly StatementRow[] = []) => rows.map((row) => cellOf(row));
    expect(link(cells(first), cells(second))).toBeGreaterThanOrEqual(3);
    // Without the floor some would be found again.
    expect(
      link(
        cells(asTold(supplies)),
        supplies.map((row) => cellOf(row)),
      ),
    ).toBe(1);
  });

  test('is told within an epoch as it was told first: what came later is in no difference of two answers', async () => {
    const gateway = await gatewayOf(holdingsOf(['NL'], [], [], []));
    const ask = async () => rowsOf(await gateway.ask(statements, { epoch: 1, ...textbookMonths }));
    // That there was nothing yet is not what is told first.
    expect(await ask()).toEqual([]);
    gateway.have(holdingsOf(['NL'], alike(5), [], []));
    const first = await ask();
    expect(first).toHaveLength(5);
    // One more has the same amount: told now, his token were the one that was not there before.
    gateway.have(holdingsOf(['NL'], alike(6), [], []));
    expect(await ask()).toEqual(first);
    expect(await tell(alike(6))).toHaveLength(6);
    await gateway.close();
  });

  test('of a period that still runs is not told', async () => {
    const open = { from: '2026-04', until: '2026-05' };
    expect(await tell([...alike(5, '2026-04'), ...alike(5, '2026-05')], { months: [open] })).toHaveLength(5);
    expect(await tell(alike(5, '2026-Q2'), { months: [open] })).toEqual([]);
  });
});

describe('A statement in an open case', () => {
  const by = { case: textbookCase };

  test('is of whom the case is about, and nothing is told of others', async () => {
    const rows = await tell(alike(6), { cases: [opened([nl(0)])], by });
    expect(rows.map(({ cents, exact }) => [cents, exact])).toEqual([[50_000_000, true]]);
  });

  test('gives nobody a token by which other rows of one who traded with those are found', async () => {
    // An honest partner of whom the case is about: his one exact amount names him to who knows all trade.
    const partner = nl(0);
    const supplies = [...alike(5), supply(partner, lu(11), 77_777_777)];
    const cases = [opened([lu(11)])];
    const told = await tell(supplies, { cases, by });
    expect(told.map(({ cents }) => cents)).toEqual([77_777_777]);
    const named = new Set(told.flatMap(({ supplier, acquirer }) => [supplier, acquirer]));
    const outside = await tell(supplies, { cases });
    expect(outside).toHaveLength(5);
    expect(outside.filter(({ supplier, acquirer }) => named.has(supplier) || named.has(acquirer))).toEqual(
      [],
    );
    // With the tokens of the epoch his other row would be there.
    expect(outside.map(({ supplier }) => supplier)).toContain(tokenOf(key, partner));
  });

  test('is told to nobody who says a reference that is none, or another’s: both look alike', async () => {
    const cases = [opened([nl(0)])];
    const gateway = await gatewayOf(holdingsOf(['NL'], alike(6), [], cases));
    const ask = (from: string, reference: string) =>
      gateway.ask(statements, { epoch: 1, ...textbookMonths }, { from, case: reference });
    expect(rowsOf(await ask('LU', textbookCase))).toHaveLength(1);
    expect(await ask('BE', textbookCase)).toEqual({ refused: 'no_basis' });
    expect(await ask('BE', 'SYN-MADE-UP')).toEqual(await ask('BE', textbookCase));
    await gateway.close();
  });
});

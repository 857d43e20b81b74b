import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualTolerance } from '../../matching/model.ts';
import { type Checking, crossMatch, type MatchLine, type Trade, verdictOf } from './cross-match.ts';

/** Made-up horses and traders: the numbers have right check digits and nobody has them in these tests. */
const horse = '056000000000001';
const [dutch, belgian, luxembourger] = ['NL004495445B01', 'BE0403019261', 'LU15027442'];
const both: Checking = { states: ['NL', 'BE'], said: new Set(['NL', 'BE']) };

const trade = (id: string, more: Partial<Trade>): Trade => ({
  ...{ id, state: 'NL', item: horse, side: 'sale', day: '2019-05-10' },
  ...{ seller: dutch, buyer: belgian, cents: 5_000_000, declaredAs: 'intra_community' },
  ...more,
});
const bought = (id: string, more: Partial<Trade> = {}) =>
  trade(id, { state: 'BE', side: 'purchase', ...more });
const match = (trades: readonly Trade[], checking = both) => crossMatch(trades, checking, usualTolerance);
const said = ({ findings, unknown, cents }: MatchLine) => ({ findings, unknown, cents });

describe('A sale in the Netherlands held against a purchase in Belgium', () => {
  test('agrees where both sides say the same', () => {
    const [line, ...more] = match([trade('s', {}), bought('p')]);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ findings: [], unknown: [], cents: 0 });
    expect(verdictOf(line as MatchLine)).toBe('agrees');
  });

  test('agrees within 1 % or 100 euros, and no further', () => {
    const at = (cents: number) => match([trade('s', {}), bought('p', { cents })])[0]?.findings;
    expect(at(5_050_000)).toEqual([]);
    expect(at(5_060_000)).toEqual(['amount_over']);
    expect(at(4_940_000)).toEqual(['amount_under']);
    const small = match([trade('s', { cents: 20_000 }), bought('p', { cents: 30_000 })]);
    expect(small[0]?.findings).toEqual([]);
  });

  test('differs by the month, by what it was declared as and by a name, each told beside the others', () => {
    const later = { day: '2019-06-02', declaredAs: 'margin_scheme', seller: luxembourger, cents: 3_000_000 };
    expect(said(match([trade('s', {}), bought('p', later)])[0] as MatchLine)).toEqual({
      findings: ['amount_under', 'period_shift', 'kind_mismatch', 'parties_differ'],
      unknown: [],
      cents: 2_000_000,
    });
  });

  test('of an amount that one side does not know nothing is said: unknown is not zero', () => {
    const [line] = match([trade('s', { cents: null }), bought('p')]);
    expect(said(line as MatchLine)).toEqual({ findings: [], unknown: ['amount'], cents: null });
    expect(verdictOf(line as MatchLine)).toBe('unknown');
  });

  test('two months apart it is another trade, and each stands alone', () => {
    const lines = match([trade('s', {}), bought('p', { day: '2019-07-01' })]);
    expect(lines.map(said)).toEqual([
      { findings: ['supply_only'], unknown: [], cents: null },
      { findings: ['acquisition_only'], unknown: [], cents: null },
    ]);
  });

  test('over the turn of the year the next month is January', () => {
    const [line] = match([trade('s', { day: '2019-12-31' }), bought('p', { day: '2020-01-01' })]);
    expect(line?.findings).toEqual(['period_shift']);
  });

  test('another horse, or two other names, is another trade', () => {
    expect(match([trade('s', {}), bought('p', { item: 'OTHER' })])).toHaveLength(2);
    const others = bought('p', { seller: luxembourger, buyer: 'BE0428759497' });
    expect(match([trade('s', {}), others])).toHaveLength(2);
  });

  test('the closest purchase is taken, and the other one stands alone', () => {
    const lines = match([trade('s', {}), bought('far', { cents: 4_000_000 }), bought('near')]);
    expect(lines.map(({ sale, purchase }) => [sale?.id, purchase?.id])).toEqual([
      ['s', 'near'],
      [undefined, 'far'],
    ]);
  });
});

describe('What only one side has', () => {
  const alone = (more: Partial<Trade>, checking = both) =>
    said(match([trade('s', more)], checking)[0] as MatchLine);

  test('is found where the other state has spoken and has no such purchase', () => {
    expect(alone({})).toEqual({ findings: ['supply_only'], unknown: [], cents: null });
  });

  test('is not found where the other state has said nothing yet', () => {
    const silent = { ...both, said: new Set(['NL']) };
    expect(alone({}, silent).unknown).toEqual(['silent']);
    expect(alone({ buyer: null }, silent).unknown).toEqual(['silent']);
    expect(alone({ buyer: null }).findings).toEqual(['supply_only']);
  });

  test('is expected where it was sold to a private person, within the state or to one that does not check', () => {
    expect(alone({ buyer: 'private' }).unknown).toEqual(['private']);
    expect(alone({ buyer: dutch }).unknown).toEqual(['domestic']);
    expect(alone({ buyer: luxembourger }).unknown).toEqual(['outside']);
  });

  test('a number of Germany is expected of its region that checks', () => {
    const checking = { states: ['NL', 'DE-NW'], said: new Set(['NL', 'DE-NW']) };
    expect(alone({ buyer: 'DE136695976' }, checking).findings).toEqual(['supply_only']);
  });

  test('sold as private, bought as a trader: the pair is found, with another name', () => {
    const [line] = match([trade('s', { buyer: 'private' }), bought('p')]);
    expect(line?.findings).toEqual(['parties_differ']);
  });
});

const trades: fc.Arbitrary<readonly Trade[]> = fc
  .array(
    fc.record({
      state: fc.constantFrom('NL', 'BE', 'LU'),
      item: fc.constantFrom('A', 'B'),
      side: fc.constantFrom('sale' as const, 'purchase' as const),
      day: fc.constantFrom('2019-04-30', '2019-05-01', '2019-05-20', '2019-06-01', '2019-08-01'),
      seller: fc.constantFrom(null, dutch, belgian),
      buyer: fc.constantFrom(null, belgian, luxembourger, 'private'),
      cents: fc.constantFrom(null, 0, 1_000_000, 1_005_000, 2_000_000),
      declaredAs: fc.constantFrom(null, 'margin_scheme', 'intra_community'),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map((one, at) => ({ id: `t${at}`, ...one })));
const three: Checking = { states: ['NL', 'BE', 'LU'], said: new Set(['NL', 'BE']) };

describe('Whatever is given', () => {
  test('every sale and purchase is in exactly one line, pairs cross a border, and the order does not matter', () => {
    fc.assert(
      fc.property(trades, fc.infiniteStream(fc.nat()), (all, dice) => {
        const lines = match(all, three);
        const told = lines
          .flatMap(({ sale, purchase }) => [sale?.id, purchase?.id])
          .filter((id) => id !== undefined);
        expect(told.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        for (const { sale, purchase, findings, unknown } of lines) {
          if (sale !== null && purchase !== null) expect(sale.state).not.toBe(purchase.state);
          else expect(findings.length + unknown.length).toBe(1);
        }
        const shuffled = all
          .map((one) => [dice.next().value as number, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(match(shuffled, three)).toEqual(lines);
      }),
      { seed: 12, numRuns: 400 },
    );
  });

  test('no pair is left that could have been one: what stands alone has nobody to stand with', () => {
    fc.assert(
      fc.property(trades, (all) => {
        const alone = match(all, three).filter(({ sale, purchase }) => sale === null || purchase === null);
        const open = alone.flatMap(({ sale, purchase }) => sale ?? purchase ?? []);
        // Again, and of those alone: an independent reading of which two may be one.
        for (const sale of open.filter(({ side }) => side === 'sale'))
          for (const purchase of open.filter(({ side }) => side === 'purchase')) {
            const [a, b] = [sale.day, purchase.day].map(
              (day) =>
                new Map([
                  ['04', 4],
                  ['05', 5],
                  ['06', 6],
                  ['08', 8],
                ]).get(day.slice(5, 7)) ?? 0,
            );
            const names = (
              [
                [sale.seller, purchase.seller],
                [sale.buyer, purchase.buyer],
              ] as const
            ).map(([x, y]) => (x === null || y === null ? 'open' : x === y ? 'same' : 'other'));
            const fits = !names.includes('other') || names.includes('same');
            const isOne =
              sale.item === purchase.item &&
              sale.state !== purchase.state &&
              Math.abs((a as number) - (b as number)) <= 1 &&
              fits;
            expect(isOne).toBe(false);
          }
      }),
      { seed: 13, numRuns: 400 },
    );
  });
});

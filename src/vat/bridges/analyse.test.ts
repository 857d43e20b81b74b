import { describe, expect, test } from 'vitest';
import {
  type Analysis,
  type Ask,
  type AskedAndTold,
  analyse,
  mostPages,
  mostRows,
  reveal,
} from './analyse.ts';
import { type StatementRow, TokenText } from './model.ts';

const token = (state: string, letter: string) => TokenText.parse(`${state}.${letter.repeat(22)}`);
const [conduit, missing, broker] = [token('LU', 'c'), token('NL', 'm'), token('NL', 'b')];
const row = (supplier: string, acquirer: string, cents: number, exact = true): StatementRow => ({
  supplier: TokenText.parse(supplier),
  acquirer: TokenText.parse(acquirer),
  kind: 'L',
  period: '2026-02',
  cents,
  exact,
});
const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000 };
const analysis: Analysis = {
  states: ['NL', 'LU'],
  epoch: 1,
  from: '2026-01',
  until: '2026-03',
  search,
  today: '2026-05-04',
};
const content = (said: unknown): AskedAndTold => ({
  outcome: 'content',
  failure: null,
  reasons: [],
  content: said,
});
const [keyId, otherKey] = ['AAAAAAAAAAA', 'BBBBBBBBBBB'];
const statements = (rows: readonly StatementRow[], key = keyId) => ({
  key,
  rows,
  digits: 2,
  withheld: false,
  next: null,
});
const bridge = {
  hops: 2,
  arrives: '2026-02',
  leaves: '2026-02',
  ceiling: 200_000_00,
  until: '2026-06-01',
};

/** States that say what is given for each operation, and what they were asked. */
function statesThatSay(said: Readonly<Record<string, unknown>>) {
  const asked: { readonly to: string; readonly stated: readonly string[]; readonly query: unknown }[] = [];
  const ask: Ask = async (to, { operation, stated = [] }, query) => {
    asked.push({ to, stated, query });
    const told = said[`${to} ${operation}`];
    if (told === undefined)
      return {
        outcome: 'denied',
        failure: null,
        reasons: [{ code: 'no_provision' }, { code: 'no_provision' }],
      };
    return content(told);
  };
  return { ask, asked };
}
const whole = {
  'LU vat.statements': statements([row(conduit, missing, 100_000_00)]),
  'NL vat.statements': statements([row(broker, conduit, 101_000_00)]),
  'NL vat.bridges': { key: keyId, bridges: [bridge] },
};
const whys = (problems: readonly { readonly code: string; readonly params: object }[]) =>
  problems.map(({ code, params }) => [code, (params as { why?: string }).why]);

describe('Who joins what states tell', () => {
  test('finds the cycle over a bridge, and asks only the state that can have it', async () => {
    const { ask, asked } = statesThatSay(whole);
    const found = await analyse(ask, analysis);
    expect(found).toMatchObject({ rows: 2, pairs: 1, bridges: 1, problems: [] });
    expect([found.alone.carousels.length, found.joined.carousels.length]).toEqual([0, 1]);
    expect(asked.map(({ to }) => to)).toEqual(['NL', 'LU', 'NL']);
    expect(asked.at(-1)).toEqual({
      to: 'NL',
      stated: [],
      query: { epoch: 1, pairs: [{ acquirer: missing, supplier: broker, month: '2026-02' }] },
    });
  });

  test('joins each state once, however often it is named', async () => {
    const { ask, asked } = statesThatSay(whole);
    const found = await analyse(ask, { ...analysis, states: ['NL', 'LU', 'NL'] });
    expect([found.rows, found.joined.carousels[0]?.count]).toEqual([2, 1]);
    expect(asked.map(({ to }) => to)).toEqual(['NL', 'LU', 'NL']);
  });

  test('takes amounts with few digits for as near as they can have been', async () => {
    const apart = (cents: number, exact: boolean, digits = 2) => ({
      ...whole,
      'NL vat.statements': { ...statements([row(broker, conduit, cents, exact)]), digits },
    });
    const joined = async (...given: Parameters<typeof apart>) =>
      (await analyse(statesThatSay(apart(...given)).ask, analysis)).joined.carousels.length;
    expect(await joined(122_000_00, true)).toBe(0);
    expect(await joined(122_000_00, false)).toBe(1);
    // By the digits that the state says: with three an amount can have been only so much less.
    expect(await joined(122_000_00, false, 3)).toBe(0);
    expect(await joined(116_000_00, false, 3)).toBe(1);
  });

  test('follows an answer over its pages, and not one that never ends', async () => {
    const [one, other] = [row(conduit, missing, 100_000_00), row(conduit, token('NL', 'x'), 5_000_00)];
    const paging = (pages: readonly unknown[]) => {
      const { ask } = statesThatSay(whole);
      let page = 0;
      const own: Ask = (to, said, query) =>
        to === 'LU' && said.operation === 'vat.statements'
          ? Promise.resolve(content(pages[page++ % pages.length]))
          : ask(to, said, query);
      return { ask: own, asked: () => page };
    };
    const good = paging([{ ...statements([one]), next: 1 }, statements([other])]);
    expect([(await analyse(good.ask, analysis)).rows, good.asked()]).toEqual([3, 2]);
    for (const endless of [
      [{ ...statements([one]), next: 1 }],
      [
        { ...statements([one]), next: 1 },
        { ...statements([]), next: 2 },
      ],
      [{ ...statements([]), next: 5 }],
      [{ ...statements([one]), next: 0 }],
    ]) {
      const { ask, asked } = paging(endless);
      const { problems, rows } = await analyse(ask, analysis);
      expect(whys(problems)).toEqual([['vat_not_told', 'answer_invalid']]);
      expect(asked()).toBeLessThanOrEqual(2);
      expect(rows).toBe(1);
    }
  });

  test('reads no more of a state that always names a next page than memory holds, and joins the others', async () => {
    const page = (rows: number) => Array.from({ length: rows }, () => row(conduit, missing, 100_000_00));
    for (const [rows, pages] of [
      [1, mostPages],
      [mostRows / 5 + 1, 5],
    ] as const) {
      const { ask } = statesThatSay(whole);
      const own = page(rows);
      let asked = 0;
      const endless: Ask = (to, said, query) => {
        if (to !== 'LU' || said.operation !== 'vat.statements') return ask(to, said, query);
        // A test that is not ended by the bound ends here.
        if (asked++ > 2 * mostPages) throw new Error('asked without end');
        return Promise.resolve(content({ ...statements(own), next: asked * rows }));
      };
      const { problems, rows: joined } = await analyse(endless, analysis);
      expect(problems).toMatchObject([
        { code: 'vat_statements_endless', params: { state: 'LU', mostPages, mostRows } },
      ]);
      expect([asked, joined]).toEqual([pages, 1]);
    }
  });

  test('believes no state of what is not its to tell, by another key, or of other pairs', async () => {
    for (const [operation, said] of [
      ['LU vat.statements', statements([row(conduit, missing, 100_000_00), row(broker, conduit, 1_00)])],
      ['NL vat.bridges', { key: otherKey, bridges: [bridge] }],
      ['NL vat.bridges', { key: keyId, bridges: [] }],
      ['NL vat.bridges', { key: keyId, bridges: [bridge, bridge] }],
      ['LU vat.statements', { ...statements([row(conduit, missing, 100_000_00)]), digits: 1 }],
    ] as const) {
      const { problems, joined } = await analyse(
        statesThatSay({ ...whole, [operation]: said }).ask,
        analysis,
      );
      expect(whys(problems)).toEqual([['vat_not_told', 'answer_invalid']]);
      expect(joined.carousels).toEqual([]);
    }
  });

  test('says of each question that was not answered who did not and why, and joins the rest', async () => {
    const { 'NL vat.bridges': _, ...without } = whole;
    const denied = await analyse(statesThatSay(without).ask, analysis);
    expect(whys(denied.problems)).toEqual([['vat_not_told', 'denied, no_provision']]);
    const refused = await analyse(
      statesThatSay({ ...whole, 'NL vat.bridges': { refused: 'no_basis' } }).ask,
      analysis,
    );
    expect(whys(refused.problems)).toEqual([['vat_not_told', 'no_basis']]);
    const odd = await analyse(statesThatSay({ ...whole, 'LU vat.statements': { rows: 7 } }).ask, analysis);
    expect(whys(odd.problems)).toEqual([['vat_not_told', 'answer_invalid']]);
    expect(odd.rows).toBe(1);
  });

  test('finds out that two states have not the same key', async () => {
    const differing = {
      ...whole,
      'LU vat.statements': statements([row(conduit, missing, 100_000_00)], otherKey),
    };
    const { problems } = await analyse(statesThatSay(differing).ask, analysis);
    expect(whys(problems)).toEqual([['vat_token_keys_differ', undefined]]);
  });

  test('asks each state whose its own tokens are, and says that a person decided so', async () => {
    const told = (one: string, number: string) => ({ traders: [{ token: one, number }] });
    const { ask, asked } = statesThatSay({
      'NL vat.reveal': told(missing, 'NL004495445B01'),
      'LU vat.reveal': told(conduit, 'LU70010026'),
    });
    const { numbers, problems } = await reveal(ask, 1, [missing, conduit]);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(numbers)).toEqual({ [missing]: 'NL004495445B01', [conduit]: 'LU70010026' });
    expect(asked.map(({ to, stated }) => [to, ...stated])).toEqual([
      ['NL', 'decided_by_a_person'],
      ['LU', 'decided_by_a_person'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { type Analysis, type Ask, type AskedAndTold, analyse, reveal } from './analyse.ts';
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

  test('says a score with each pair where no case is open, and that it is above the threshold', async () => {
    const { ask, asked } = statesThatSay(whole);
    await analyse(ask, { ...analysis, score: 0.9 });
    expect(asked.at(-1)).toMatchObject({
      stated: ['score_above_threshold'],
      query: { pairs: [{ score: 0.9 }] },
    });
  });

  test('takes amounts with few digits for as near as they can have been', async () => {
    const apart = (exact: boolean) => ({
      ...whole,
      'NL vat.statements': statements([row(broker, conduit, 122_000_00, exact)]),
    });
    expect((await analyse(statesThatSay(apart(true)).ask, analysis)).joined.carousels).toEqual([]);
    expect((await analyse(statesThatSay(apart(false)).ask, analysis)).joined.carousels).toHaveLength(1);
  });

  test('follows an answer over its pages, and not one that never ends', async () => {
    const pages = [
      { ...statements([row(conduit, missing, 100_000_00)]), next: 1 },
      { ...statements([row(conduit, token('NL', 'x'), 5_000_00)]), next: 1 },
    ];
    let page = 0;
    const { ask, asked } = statesThatSay(whole);
    const paging: Ask = (to, said, query) =>
      to === 'LU' ? Promise.resolve(content(pages[page++])) : ask(to, said, query);
    const found = await analyse(paging, analysis);
    expect([found.rows, page]).toEqual([3, 2]);
    expect(asked.length).toBeGreaterThan(0);
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

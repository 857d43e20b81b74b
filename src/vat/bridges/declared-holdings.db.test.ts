import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { ok } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { vatFolder } from '../intake/commands.ts';
import { takeIn } from '../intake/take-in.ts';
import { columnsOf } from '../model.ts';
import { finishRun, saveRun } from '../runs/store.ts';
import { analyse } from './analyse.ts';
import { type DeclaredIn, declaredHoldings } from './declared-holdings.ts';
import { keepingHere } from './fixtures/keeping.ts';
import { textbook, textbookCase, textbookMonths } from './fixtures/textbook.ts';
import { dayNumber } from './holdings.ts';
import { exerciseTerms, type OpenCase } from './model.ts';
import { gatewayService } from './service.ts';
import { keepTokenKey, makeTokenKey } from './token-keys.ts';
import { tokenOf } from './tokens.ts';

const today = '2026-05-04' as PlainDate;
const instrument = 'syn-bridges';
const register = 'benelux' as RegisterId;
const states = ['NL', 'LU'] as const;
type State = (typeof states)[number];
const world = textbook(today);
const key = makeTokenKey({ instrument, epoch: 1, from: '2026-05-01', until: '2026-08-01' });

let database: Database;
let home = '';
beforeAll(async () => {
  database = await createTestDatabase();
  home = await mkdtemp(join(tmpdir(), 'tripoint-declared-'));
  for (const state of states) {
    const { supplies, invoices } = world.holdings[state];
    // A statement has one total of two and a month.
    const totals = Map.groupBy(supplies, ({ supplier, acquirer, period }) =>
      [supplier, acquirer, 'L', period].join(),
    );
    for (const whose of ['NL', 'BE', 'LU'])
      await take(
        state,
        whose,
        'supplies',
        [...totals]
          .filter(([line]) => line.startsWith(whose))
          .map(
            ([line, rows]) => `${line},${euros(rows.reduce((sum, { cents }) => sum + cents, 0))},2026-04-20,`,
          ),
      );
    await take(
      state,
      state,
      'invoices',
      invoices.map(
        ({ seller, buyer, number, date, cents }) =>
          `${seller},${buyer},${number},${date},${euros(cents)},0.00,2026-04-20`,
      ),
    );
  }
});
afterAll(async () => {
  await database?.close();
  await rm(home, { recursive: true });
});

const euros = (cents: number) => (cents / 100).toFixed(2);
let files = 0;
/** Into the node of `node`, what `whose` administration took. */
async function take(node: State, whose: string, kind: 'supplies' | 'invoices', lines: readonly string[]) {
  if (lines.length === 0) return;
  const folder = vatFolder(join(home, node), register);
  await mkdir(folder, { recursive: true });
  const file = join(home, `${files++}.csv`);
  await writeFile(file, `${[columnsOf[kind].join(','), ...lines].join('\n')}\n`);
  await withAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') }, async (analytics) => {
    const taken = await takeIn(analytics, folder, { file, state: whose, received: null });
    expect(taken).toMatchObject({ ok: true, value: { receipt: { rows: { quarantined: 0 } } } });
  });
}

const cases: readonly OpenCase[] = [
  { reference: textbookCase, traders: [world.conduit], opened: today, until: null },
];
const held = (state: State, listCases: DeclaredIn['listCases'] = async () => cases) =>
  declaredHoldings({
    database,
    dataFolder: join(home, state),
    register: async () => ok({ id: register }),
    state,
    listCases,
  });

/** Gateways of two states, each from its own folder; what passes between them is written down. */
async function asking(listCases?: DeclaredIn['listCases']) {
  const passed: string[] = [];
  const services = new Map(
    await Promise.all(
      states.map(async (state) => {
        const dataFolder = join(home, state);
        await keepTokenKey(dataFolder, key);
        const clock = fixedClock(`${today}T10:00:00Z`);
        const own = { clock, dataFolder, terms: exerciseTerms, holdings: held(state, listCases) };
        return [state, gatewayService({ ...own, ...keepingHere() })] as const;
      }),
    ),
  );
  const ask = async (to: string, said: object, query: unknown) => {
    const request = {
      ...{ id: 'a', from: { party: 'BE' }, to, instrument, operation: '', purpose: 'vat_fraud' },
      ...{ stated: [], consents: [], case: textbookCase },
      ...said,
    };
    const content = await services
      .get(to as State)
      ?.answer({ register, request, query }, new AbortController().signal);
    passed.push(JSON.stringify([query, content]));
    return { outcome: 'content', failure: null, reasons: [], content };
  };
  const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000_000 };
  const found = await analyse(ask, { states, epoch: 1, ...textbookMonths, search, today });
  return { found, passed };
}

describe('What two states took in', () => {
  test('closes the carousel across them by bridges, and nothing domestic leaves the one that has it', async () => {
    const { found, passed } = await asking();
    expect(found.problems).toEqual([]);
    expect(found.alone.carousels).toEqual([]);
    expect(found.joined.carousels).toHaveLength(1);
    const round = [world.conduit, world.missing, world.broker].map((number) => tokenOf(key, number));
    expect(new Set(found.joined.carousels[0]?.traders)).toEqual(new Set(round));
    const { invoices } = world.holdings.NL;
    for (const { seller, buyer, number } of invoices)
      for (const secret of [seller, buyer, number]) expect(passed.join('\n')).not.toContain(secret);
  });

  test('tells of no bridge while nobody keeps a case', async () => {
    const { found } = await asking(async () => []);
    expect([found.bridges, found.joined.carousels]).toEqual([0, []]);
  });

  test('is of a state’s own suppliers and acquirers, and of sales within it alone', async () => {
    const holdings = await held('NL')();
    const own = (number: string) => number.startsWith('NL');
    expect(holdings.supplies.length).toBeGreaterThan(20);
    expect(holdings.supplies.every(({ supplier, acquirer }) => own(supplier) || own(acquirer))).toBe(true);
    const [a, b] = [world.missing, world.broker].map((number) => holdings.placeOf(number) ?? -1) as [
      number,
      number,
    ];
    const window = {
      from: dayNumber('2026-01-01' as PlainDate),
      until: dayNumber('2026-03-31' as PlainDate),
      depth: 4,
    };
    expect(holdings.find(a, b, window)).toMatchObject({ hops: 2 });
    // Luxembourg has the statements that concern it, and no Dutch invoice.
    const other = await held('LU')();
    expect(other.placeOf(world.buffers[0] as never)).toBeNull();
    expect(other.placeOf(world.missing)).not.toBeNull();
  });

  test('is read once, and again when a file or a run came', async () => {
    const holdings = held('NL');
    const [first, same] = await Promise.all([holdings(), holdings()]);
    expect(same).toBe(first);
    expect(await holdings()).toBe(first);
    expect(first?.scoreOf(world.missing)).toBeNull();
    const added = `${world.conduit},${world.missing},L,2026-03,777.00,2026-04-21,`;
    await take('NL', 'LU', 'supplies', [added]);
    const second = await holdings();
    expect(second).not.toBe(first);
    expect(second.supplies.length).toBe((first?.supplies.length ?? 0) + 1);

    const clock = fixedClock(`${today}T10:00:00Z`);
    await database.write(async (tx) => {
      const run = { id: '0'.repeat(32), register, party: 'NL', month: '2026-03' };
      await saveRun(tx, { ...run, model: 'm', snapshot: 's', synthetic: true, askedBy: 'operator' });
      const score = { probability: 0.9, least: 0.8, most: 0.95, expectedCents: 1, archetypes: [] };
      const alert = { run: run.id, trader: world.missing, place: 1, ...score, bundle: {} as never };
      await finishRun(tx, clock, run.id, [alert]);
    });
    const third = await holdings();
    expect(third).not.toBe(second);
    expect([third.scoreOf(world.missing), third.scoreOf(world.broker)]).toEqual([0.9, null]);
    expect((await held('LU')()).scoreOf(world.missing)).toBeNull();
  });
});

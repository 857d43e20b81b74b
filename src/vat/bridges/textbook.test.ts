import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { fixedClock } from '#platform/clock.ts';
import { type Ask, analyse, reveal } from './analyse.ts';
import { keepingHere } from './fixtures/keeping.ts';
import { textbook, textbookCase, textbookMonths } from './fixtures/textbook.ts';
import type { HoldingsFile } from './holdings-file.ts';
import { readHoldings } from './holdings-file.ts';
import { gatewayService } from './service.ts';
import { keepTokenKey, makeTokenKey } from './token-keys.ts';
import { tokenOf } from './tokens.ts';

const today = '2026-05-04' as PlainDate;
const instrument = 'syn-bridges';
const states = ['NL', 'BE', 'LU'] as const;
const world = textbook(today);
const key = makeTokenKey({ instrument, epoch: 1, from: '2026-05-01', until: '2026-08-01' });
const search = { window: 2, maxLength: 6, margin: 0.15, budget: 1_000_000 };
const analysis = { states, epoch: 1, ...textbookMonths, search, today };
let folder: string;
const passed: string[] = [];

/** Gateways in this process, each with its own folder; what passes between them is written down. */
async function askIn(caseReference: string | undefined): Promise<Ask> {
  const services = new Map(
    await Promise.all(
      states.map(async (state) => {
        const file = join(folder, `${state}.json`);
        await writeFile(file, JSON.stringify(world.holdings[state] satisfies HoldingsFile));
        const read = await readHoldings(file, '--vat');
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const dataFolder = join(folder, state);
        await keepTokenKey(dataFolder, key);
        const clock = fixedClock(`${today}T10:00:00Z`);
        const { holdings, terms } = read.value;
        const held = { clock, dataFolder, terms, holdings: async () => holdings };
        return [state, gatewayService({ ...held, ...keepingHere() })] as const;
      }),
    ),
  );
  return async (to, said, query) => {
    const request = {
      id: 'a',
      from: { party: 'BE' },
      to,
      instrument,
      purpose: 'vat_fraud',
      stated: [],
      consents: [],
      ...(caseReference === undefined ? {} : { case: caseReference }),
      ...said,
    };
    const content = await services
      .get(to as 'NL')
      ?.answer({ register: 'benelux', request, query }, new AbortController().signal);
    passed.push(JSON.stringify([query, content]));
    return { outcome: 'content', failure: null, reasons: [], content };
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-bridges-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('The carousel of textbooks', () => {
  test('is not found on statements alone and is found with bridges, and its traders by who may ask', async () => {
    const ask = await askIn(textbookCase);
    const found = await analyse(ask, analysis);
    expect(found.problems).toEqual([]);
    expect(found.alone).toEqual({ carousels: [], truncated: false });
    const round = [world.conduit, world.missing, world.broker].map((number) => tokenOf(key, number));
    expect(found.joined.carousels).toHaveLength(1);
    const [carousel] = found.joined.carousels;
    expect(new Set(carousel?.traders)).toEqual(new Set(round));
    // The step within the Netherlands stands for two sales.
    expect(carousel?.hops.filter((hops) => hops !== null)).toEqual([2]);
    expect(carousel?.cents).toBeGreaterThan(200_000_000);

    const before = passed.join('\n');
    const { numbers, problems } = await reveal(ask, 1, carousel?.traders ?? []);
    expect(problems).toEqual([]);
    expect(new Set(numbers.values())).toEqual(new Set([world.conduit, world.missing, world.broker]));

    // Nothing domestic has left the Netherlands: of two ends the numbers, when they were revealed, and not before.
    const { invoices } = world.holdings.NL;
    for (const { seller, buyer, number, cents } of invoices) {
      for (const secret of [seller, buyer, number, String(cents)]) expect(before).not.toContain(secret);
      for (const secret of [number, String(cents), ...world.buffers])
        expect(passed.join('\n')).not.toContain(secret);
    }
    expect(invoices.length).toBeGreaterThan(600);
    expect(passed.length).toBeGreaterThan(4);
  });

  test('stays unseen, and so do its traders, where no case is open at those who are asked', async () => {
    for (const reference of [undefined, 'SYN-CASE-8']) {
      const ask = await askIn(reference);
      const found = await analyse(ask, analysis);
      expect([found.alone.carousels, found.joined.carousels, found.bridges]).toEqual([[], [], 0]);
      const { numbers, problems } = await reveal(ask, 1, [tokenOf(key, world.missing)]);
      expect(numbers.size).toBe(0);
      expect(problems.map(({ params }) => params.why)).toEqual(['no_basis']);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { problem } from '#kernel/result.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import type { Token } from '../bridges/model.ts';
import { type DraftedSearch, type FoundCarousel, mostKept } from './model.ts';
import {
  beginSearch,
  dropUnusable,
  failSearch,
  finishSearch,
  listCarousels,
  listDrafted,
  listSearches,
  listSearchesToMake,
  releaseSearch,
  saveAsking,
  saveDraft,
  withdrawSearch,
} from './store.ts';

const clock = fixedClock('2026-05-04T10:00:00Z');
const asked = (id: string): DraftedSearch => ({
  ...{ id, register: 'r', party: 'BE', case: 'c', reference: 'BE-2026-001', instrument: 'treaty' },
  ...{ purpose: 'vat_fraud', epoch: 1, states: ['NL', 'LU'], from: '2026-01', until: '2026-03' },
  draftedBy: 'person:1',
});
const carousel = (cents: number, until: string): FoundCarousel => ({
  traders: ['LU.a', 'NL.b'] as unknown as readonly Token[],
  hops: [null, null],
  months: [
    { from: '2026-01', until: '2026-01' },
    { from: '2026-02', until: '2026-02' },
  ],
  ...{ until, count: 1, cents },
});
const counts = { rows: 3, alone: 0, pairs: 2, bridges: 1, joined: 2, kept: 2, truncated: false };
const ended = (...carousels: readonly FoundCarousel[]) => ({ counts, untold: [], problems: [], carousels });

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
const by = { releasedBy: 'person:2', officer: '2' };
const release = (id: string) =>
  database.write(async (tx) => {
    await saveDraft(tx, clock, asked(id));
    await releaseSearch(tx, clock, id, by);
  });
const found = (id: string, today: string) =>
  database.read(async (tx) =>
    ((await listCarousels(tx, [id], today as PlainDate)).get(id) ?? []).map(({ place, cents }) => [
      place,
      cents,
    ]),
  );

describe('A search for carousels', () => {
  test('waits for nobody before another releases it, and never where it was withdrawn', async () => {
    await database.write((tx) => saveDraft(tx, clock, asked('d1')));
    expect(await database.read(listSearchesToMake)).toEqual([]);
    expect(await database.write((tx) => beginSearch(tx, 'd1'))).toBeNull();
    expect(await database.read((tx) => listDrafted(tx, 'r', 'BE'))).toEqual([
      { case: 'c', draftedBy: 'person:1' },
    ]);
    expect(await database.read((tx) => listDrafted(tx, 'r', 'NL'))).toEqual([]);
    await database.write((tx) => withdrawSearch(tx, clock, 'd1'));
    await database.write((tx) => releaseSearch(tx, clock, 'd1', by));
    expect(await database.read((tx) => listSearches(tx, 'r', 'c'))).toMatchObject([
      { id: 'd1', state: 'withdrawn', releasedBy: null, officer: null },
    ]);
    expect(await database.read(listSearchesToMake)).toEqual([]);
  });

  test('waits, says how far it is, and ends once with what it came to', async () => {
    await release('s1');
    expect(await database.read(listSearchesToMake)).toEqual(['s1']);
    expect(await database.write((tx) => beginSearch(tx, 's1'))).toMatchObject({
      ...{ ...asked('s1'), ...by },
      state: 'running',
    });
    // Nobody begins it anew: its questions would be put twice.
    expect(await database.read(listSearchesToMake)).toEqual([]);
    expect(await database.write((tx) => beginSearch(tx, 's1'))).toBeNull();
    const asking = { state: 'NL', operation: 'vat.statements', done: 1, total: 4 };
    await database.write((tx) => saveAsking(tx, 's1', asking));
    await database.write((tx) => finishSearch(tx, clock, 's1', ended(carousel(500, '2026-05-10'))));
    await database.write((tx) => finishSearch(tx, clock, 's1', ended(carousel(700, '2026-05-10'))));
    await database.write((tx) => failSearch(tx, clock, 's1', problem('vat_nobody_asks')));
    expect(await database.read((tx) => listSearches(tx, 'r', 'c'))).toContainEqual(
      expect.objectContaining({ id: 's1', state: 'done', askingState: 'NL', done: 4, total: 4, counts }),
    );
    expect(await found('s1', '2026-05-04')).toEqual([[1, 500]]);
    expect(await database.read(listSearchesToMake)).toEqual([]);
    expect(await database.write((tx) => beginSearch(tx, 's1'))).toBeNull();
    expect(await database.read((tx) => listSearches(tx, 'r', 'another'))).toEqual([]);
  });

  test('keeps the largest of more than anybody looks through', async () => {
    await release('s2');
    await database.write((tx) => beginSearch(tx, 's2'));
    const many = Array.from({ length: mostKept + 20 }, (_, place) => carousel(10_000 - place, '2026-06-01'));
    await database.write((tx) => finishSearch(tx, clock, 's2', ended(...many)));
    const kept = await found('s2', '2026-05-04');
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([
      mostKept,
      [1, 10_000],
      [mostKept, 10_001 - mostKept],
    ]);
  });
});

describe('A carousel over bridges', () => {
  test('is shown as long as its bridges may be used, and then deleted', async () => {
    await release('s3');
    await database.write((tx) => beginSearch(tx, 's3'));
    const both = ended(carousel(500, '2026-05-10'), carousel(400, '2026-06-01'));
    await database.write((tx) => finishSearch(tx, clock, 's3', both));
    expect(await found('s3', '2026-05-10')).toEqual([
      [1, 500],
      [2, 400],
    ]);
    expect(await found('s3', '2026-05-11')).toEqual([[2, 400]]);
    await database.write((tx) => dropUnusable(tx, '2026-05-10' as PlainDate));
    expect(await found('s3', '2026-05-10')).toHaveLength(2);
    await database.write((tx) => dropUnusable(tx, '2026-05-11' as PlainDate));
    expect(await found('s3', '2026-05-10')).toEqual([[2, 400]]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { caseStateOf } from '../../src/vat/cases/actions/shared.ts';
import { keptLine } from '../../src/vat/cases/made-up.ts';
import {
  type CasesWanted,
  countCases,
  listCasePage,
  listCases,
  listFeedback,
  listOwed,
} from '../../src/vat/cases/store.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** Of what the made-up year comes with: pages in SQL against all of it, sorted here. */
const known = { register: 'demo-2020' as RegisterId, knownAt: '2026-11-27' as PlainDate };
let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemonstration(database, fixedClock('2026-11-27T10:00:00Z'));
}, 120_000);
afterAll(() => database.close());

const page = (wanted: Partial<CasesWanted>, limit: number, offset = 0) =>
  database.read((tx) =>
    listCasePage(tx, known, { parties: ['BE'], state: null, words: '', ...wanted }, { limit, offset }),
  );
const references = (cases: Awaited<ReturnType<typeof page>>) =>
  cases.map(({ record }) => String(record.body.reference));

describe('A page of cases', () => {
  test('has open ones first, and of each state the last that were opened first; pages together are all of them', async () => {
    const all = await database.read((tx) => listCases(tx, known, ['BE']));
    const opened = ({ record: { body } }: (typeof all)[number]) => String(body.opened_on);
    const sorted = all.toSorted(
      (a, b) =>
        Number(caseStateOf(a) === 'closed') - Number(caseStateOf(b) === 'closed') ||
        (opened(a) < opened(b) ? 1 : -1),
    );
    const pages = [...(await page({}, 4)), ...(await page({}, 4, 4)), ...(await page({}, 4, 8))];
    expect(references(pages)).toEqual(references(sorted));
    expect(references(pages)).toHaveLength(11);
    expect(references(await page({}, 1))).toEqual(['BE-2020-011']);
  });

  test('is of the parties, the state and the words that are wanted', async () => {
    expect(await page({ parties: [] }, 50)).toEqual([]);
    expect(await page({ state: 'open', parties: ['NL'] }, 50)).toEqual([]);
    expect(references(await page({ state: 'open' }, 50))).toEqual(['BE-2020-011']);
    for (const words of [
      keptLine.acquirer,
      keptLine.acquirer.slice(4, 11).toLowerCase(),
      ' be 1990 003 696 ',
    ])
      expect(references(await page({ words }, 50)), words).toEqual(['BE-2020-011']);
    expect(references(await page({ words: '2020-003' }, 50))).toEqual(['BE-2020-003']);
    // Signs that stand in no number find nothing, and no pattern finds all.
    for (const words of ['%', '"', '_', '§§']) expect(await page({ words }, 50), words).toEqual([]);
  });

  test('knows how many there are by party and state', async () => {
    const counts = await database.read((tx) => countCases(tx, known, { parties: ['BE', 'NL'], words: '' }));
    expect(counts).toEqual([
      { party: 'BE', state: 'closed', count: 10 },
      { party: 'BE', state: 'open', count: 1 },
      { party: 'NL', state: 'closed', count: 3 },
    ]);
  });
});

test('Feedback that is owed is what was not given, and nobody else’s', async () => {
  const owedBy = (party: string, limit = 50) =>
    database.read((tx) => listOwed(tx, known, [party], { limit, offset: 0 }));
  for (const party of ['BE', 'NL', 'LU']) {
    const all = await database.read((tx) => listFeedback(tx, known, [party]));
    const waiting = all.filter(
      ({ record, steps }) => record.body.state === party && steps.at(-1)?.to === 'owed',
    );
    const { owed, total } = await owedBy(party);
    expect(owed.map(({ record }) => record.id)).toEqual(waiting.map(({ record }) => record.id));
    expect(total).toBe(waiting.length);
  }
  expect((await owedBy('BE')).total).toBe(1);
});

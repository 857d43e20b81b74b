import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { firstStep } from '#union';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { caseStateOf } from '../../src/vat/cases/actions/shared.ts';
import { keptLine } from '../../src/vat/cases/made-up.ts';
import { vatCases } from '../../src/vat/cases/model.ts';
import {
  type CasesWanted,
  countCases,
  listCasePage,
  listCases,
  listFeedback,
  listOwed,
} from '../../src/vat/cases/store.ts';
import { createTestDatabase } from '../support/test-database.ts';

const closing = {
  ...firstStep('closed', '2026-11-10' as PlainDate, {}),
  from: 'open',
};

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
  test('has open ones first, by trade at stake, and then closed ones, the last that were opened first', async () => {
    const all = await database.read((tx) => listCases(tx, known, ['BE']));
    const [open, closed] = ['open', 'closed'].map((state) => all.filter((one) => caseStateOf(one) === state));
    const opened = ({ record: { body } }: (typeof all)[number]) => String(body.opened_on);
    const later = (a: (typeof all)[number], b: (typeof all)[number]) => (opened(a) < opened(b) ? 1 : -1);
    const sorted = [...(open ?? []), ...(closed ?? []).toSorted(later)];
    const pages = [...(await page({}, 4)), ...(await page({}, 4, 4)), ...(await page({}, 4, 8))];
    expect(references(pages)).toEqual(references(sorted));
    expect(references(pages)).toHaveLength(11);
    expect(references(await page({}, 1))).toEqual(['BE-2020-011']);
  });

  test('of which nobody knows what is at stake comes after the open ones of which somebody does', async () => {
    const own = { parties: ['XX'] };
    expect(await page(own, 50)).toEqual([]);
    const said: readonly (readonly [string, object])[] = [
      ['unknown-old', { opened_on: '2026-11-01' }],
      ['some', { opened_on: '2026-11-02', at_stake: 900 }],
      // As cases of before have it.
      ['before', { opened_on: '2026-11-03', expected_loss: 80_000 }],
      ['most', { opened_on: '2026-11-04', at_stake: 1_000_000 }],
      ['unknown-new', { opened_on: '2026-11-05' }],
      ['nothing', { opened_on: '2026-11-06', at_stake: 0 }],
      ['closed-old', { opened_on: '2026-11-07', at_stake: 9_000_000 }],
      ['closed-new', { opened_on: '2026-11-08', at_stake: 1 }],
    ];
    await database.write((tx) =>
      writeChanges(tx, fixedClock('2026-11-27T10:00:00Z'), {
        ...{ register: known.register, knownFrom: known.knownAt, event: 'vat-cases/open' },
        ...{ actor: 'system', party: 'XX' },
        changes: said.map(([id, more]) => ({
          ...{ kind: vatCases, id, body: { id, party: 'XX', reference: id, traders: [], ...more } },
          steps: [
            firstStep('open', '2026-11-09' as PlainDate, {}),
            ...(id.startsWith('closed') ? [closing] : []),
          ],
        })),
      }),
    );
    const all = [
      'most',
      'before',
      'some',
      'nothing',
      'unknown-new',
      'unknown-old',
      'closed-new',
      'closed-old',
    ];
    expect(references(await page(own, 50))).toEqual(all);
    const byThree = [...(await page(own, 3)), ...(await page(own, 3, 3)), ...(await page(own, 3, 6))];
    expect(references(byThree)).toEqual(all);
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

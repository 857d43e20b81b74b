import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { problem } from '#kernel/result.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { writeRecords } from '#platform/records/records.ts';
import { countQueries } from '../../../test/support/count-queries.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { draftNote, notes } from '../records/fixtures/notes.ts';
import { type Action, defineAction, type Lack } from './action.ts';
import { subject } from './field.ts';
import { listLacking } from './lacking.ts';

const register = 'benelux' as RegisterId;
const clock = fixedClock('2026-11-26T12:00:00Z');
const knownAt = '2026-11-26' as PartialDate;

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const drafts = ['whole', 'n-1', 'n-2', 'n-3'].map((id) => draftNote(id, { title: `Note ${id}` }, []));
  await database.write((tx) =>
    writeRecords(tx, clock, { register, knownFrom: knownAt, actor: 'test', drafts }),
  );
});
afterAll(() => database.close());

/** An action on notes that the Council does, with a question to the database for whether it is open. */
const onNotes = (name: string, rest: Pick<Action, 'lacking' | 'saysLacking'>) =>
  defineAction({
    name: `notes/${name}`,
    permission: { code: 'notes.keep', audience: 'body', summary: 'keep notes' },
    fields: { id: subject },
    texts: () => ({ title: name, explain: '', fields: { id: 'Note' } }),
    about: {
      kind: notes,
      isOpen: async (tx) => {
        await tx.selectNoFrom((of) => of.lit(1).as('one')).execute();
        return true;
      },
    },
    object: async () => ({ register, body: 'council' as RecordId }),
    perform: async () => {
      throw new Error('Nothing is done here');
    },
    ...rest,
  });

async function lacksOn(lacks: readonly Lack[], saysLacking?: Action['saysLacking']) {
  const closing = { lacking: async () => lacks, ...(saysLacking === undefined ? {} : { saysLacking }) };
  const period = { from: null, to: null };
  const grants = [{ register, role: 'secretary', party: null, body: 'council', period, basis: 'test' }];
  const context = {
    register: { id: register, knownFrom: knownAt },
    knownAt,
    clock,
    language: 'en',
    actor: { kind: 'person', id: 'p-1', name: 'P', grants, session: { hash: '', demonstration: false } },
    modules: [
      {
        kinds: [notes],
        actions: [onNotes('close', closing), onNotes('mend', {})],
        problems: { en: { wanting: ({ id }: { id: string }) => `Wanting: ${id}` } },
      },
    ],
    href: (path: string, query = {}) => [path, ...Object.values(query)].join(' '),
  } as unknown as PageContext;
  return database.read((tx) =>
    countQueries(tx, (counting) => listLacking(counting, context, notes.name, 'whole')),
  );
}

const wanting = (id: string): Lack => ({
  problem: problem('wanting', 'body.id', { id }),
  by: { action: 'notes/mend', given: { id: 'whole' } },
  at: [{ kind: notes, id }],
});

test('what is lacking is named with the ways to it, by one question for all names and one for each form', async () => {
  const one = await lacksOn([wanting('n-1')]);
  const four = await lacksOn([wanting('n-3'), wanting('n-1'), wanting('gone'), wanting('n-2')]);
  expect(four.value).toMatchObject([
    {
      title: 'close',
      lacks: ['n-3', 'n-1', 'gone', 'n-2'].map((id) => ({
        text: `Wanting: ${id}`,
        form: { title: 'mend', href: '/do/notes/mend whole' },
        records: [
          { title: { text: id === 'gone' ? id : `Note ${id}`, language: 'en' }, href: notes.href(id) },
        ],
      })),
    },
  ]);
  expect(four.queries).toBe(one.queries);
});

test('a step whose time has not come says nothing of what it lacks, and is asked nothing', async () => {
  expect(await lacksOn([wanting('n-1')], () => false)).toEqual({ value: [], queries: 0 });
  const days: string[] = [];
  const due = await lacksOn([wanting('n-1')], (id, { today }) => days.push(`${id} ${today}`) > 0);
  expect(due.value.map(({ title }) => title)).toEqual(['close']);
  expect(days).toEqual(['whole 2026-11-26']);
});

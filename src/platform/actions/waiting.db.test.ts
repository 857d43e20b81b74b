import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Grant, Person } from '#platform/access/access.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { JournalEntry } from '#platform/journal/journal.ts';
import type { PageContext } from '#platform/module.ts';
import type { Kind } from '#platform/records/kind.ts';
import { writeRecords } from '#platform/records/records.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { notes } from '../records/fixtures/notes.ts';
import { defineAction } from './action.ts';
import { subject } from './field.ts';
import { listWaiting, recordWaiting } from './waiting.ts';

const register = 'benelux' as RegisterId;
const knownAt = '2026-11-26' as PartialDate;
const closed: Kind = { ...notes, name: 'letters', visibility: 'participants' };

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const drafts = [notes, closed].flatMap((kind) =>
    ['one', 'other', 'third'].map((id, position) => ({
      ...{ kind, id, position, body: { id, title: `${kind.name} ${id}` }, transitions: [] },
    })),
  );
  await database.write((tx) =>
    writeRecords(tx, fixedClock('2026-11-26T12:00:00Z'), {
      ...{ register, knownFrom: knownAt, actor: 'test', drafts },
    }),
  );
});
afterAll(() => database.close());

/** An act of a body that says of these records that they wait. */
const waitsFor = (kind: Kind, name: string, ids: readonly string[], body = 'council') =>
  defineAction({
    name: `${kind.name}/${name}`,
    permission: { code: `${kind.name}.keep`, audience: 'body', summary: 'keep them' },
    fields: { id: subject },
    texts: () => ({ title: name, explain: '', fields: { id: 'Record' } }),
    about: { kind, isOpen: async () => true },
    waits: async () => ids,
    object: async () => ({ register, body: body as RecordId }),
    perform: async () => {
      throw new Error('Nothing is done here');
    },
  });

const grant: Grant = {
  ...{ register, role: 'secretary' as RecordId, party: null, body: 'council' as RecordId },
  ...{ period: { from: null, to: null }, basis: 'the decision' },
};

test('what a desk shows of closed records is journalled by the grant that opens them, and of open ones nothing is', async () => {
  const recorded: Omit<JournalEntry, 'actor'>[] = [];
  const actor: Person = {
    kind: 'person',
    ...{ id: 'p-1', name: 'P', grants: [grant] },
    session: { hash: '', demonstration: false },
  };
  const context = {
    ...{ register: { id: register, knownFrom: knownAt }, knownAt, language: 'en', actor },
    clock: fixedClock('2026-11-26T12:00:00Z'),
    modules: [
      {
        kinds: [notes, closed],
        actions: [
          waitsFor(notes, 'read', ['one']),
          waitsFor(closed, 'open', ['one', 'other']),
          waitsFor(closed, 'send', ['one']),
          waitsFor(closed, 'burn', ['third'], 'somebody else'),
        ],
      },
    ],
    href: (path: string, query = {}) => [path, ...Object.values(query)].join(' '),
    record: (entry: Omit<JournalEntry, 'actor'>) => recorded.push(entry),
  } as unknown as PageContext & { readonly actor: Person };
  const waiting = await database.read((tx) => listWaiting(tx, context, grant));
  expect(waiting.map(({ title, record }) => `${title} ${record.text}`)).toEqual([
    'read notes one',
    'open letters one',
    'open letters other',
    'send letters one',
  ]);
  recordWaiting(context, waiting);
  expect(recorded).toEqual([
    {
      ...{ event: 'letters.read', subject: null, payload: { records: ['one', 'other'] } },
      ...{ register, party: null, purpose: 'the decision' },
    },
  ]);
  recordWaiting(context, waiting.slice(0, 2));
  expect(recorded[1], 'of what is not shown nothing is').toMatchObject({ subject: 'letters/one' });
});

import { renderToString } from 'preact-render-to-string';
import { expect, onTestFinished, test } from 'vitest';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { visitor } from '#platform/access/access.ts';
import { fixedClock } from '#platform/clock.ts';
import { appendJournal, listJournal } from '#platform/journal/journal.ts';
import type { PageContext } from '#platform/module.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { importFile } from '../files/import.ts';
import { union } from '../module.ts';
import { groupPage } from './pages/group.tsx';

const clock = fixedClock('2026-11-23T12:00:00Z');
const file = {
  meta: { id: 'small', known_from: '2020-05', title: 'Small', languages: ['en'], synthetic: true },
  parties: [
    { id: 'AA', name: 'Aland', kind: 'member_state' },
    { id: 'BB', name: 'Beland', kind: 'member_state' },
  ],
  working_groups: [
    {
      id: 'reeds',
      name: 'Reeds',
      status: 'active',
      status_as_of: '2020-05',
      participants: ['AA'],
      observers: ['BB'],
    },
  ],
  contacts: [{ id: 'c1', body: 'reeds', party: 'AA', organisation: 'Ministry of Reeds', person: 'P. Erson' }],
};

async function openRegister() {
  const database = await createTestDatabase();
  onTestFinished(() => database.close());
  const loaded = await importFile(
    { database, clock, actor: 'operator', progress: () => {} },
    JSON.stringify(file),
  );
  expect(loaded.ok).toBe(true);
  return database;
}

function personFor(party: string): Actor {
  const grant = {
    register: 'small' as RegisterId,
    role: 'contact-point' as RecordId,
    party: party as RecordId,
    body: null,
    period: { from: '2020' as PartialDate, to: null },
    basis: 'decision 1',
  };
  return {
    kind: 'person',
    id: 'p1',
    name: 'P',
    grants: [grant],
    session: { hash: '', demonstration: false },
  };
}

async function showGroup(database: Awaited<ReturnType<typeof openRegister>>, actor: Actor): Promise<string> {
  const [register] = await database.read(listRegisters);
  if (register === undefined) throw new Error('nothing was loaded');
  const context: PageContext = {
    language: 'en',
    register,
    registers: [register],
    asOf: register.knownFrom,
    knownAt: lastDay('2026-11-23' as PartialDate),
    actor,
    query: new URLSearchParams(),
    params: { id: 'reeds' },
    modules: [union],
    clock,
    read: database.read,
    record: async (entry) => {
      await database.write((tx) => appendJournal(tx, clock, [{ ...entry, actor: 'person:p1' }]));
    },
    href: (path) => path,
  };
  const page = await groupPage.render(context);
  if (!page.ok) throw new Error('the page was refused');
  return renderToString(<>{page.value.body}</>);
}

test('a visitor and an observer see the organisation, not the person', async () => {
  const database = await openRegister();
  for (const actor of [visitor, personFor('BB')]) {
    const html = await showGroup(database, actor);
    expect(html).toContain('Ministry of Reeds');
    expect(html).not.toContain('P. Erson');
  }
});

test('a party that takes part sees the person, and the journal says so before the page does', async () => {
  const database = await openRegister();
  expect(await showGroup(database, personFor('AA'))).toContain('P. Erson');
  const { entries } = await database.read((tx) =>
    listJournal(tx, { register: 'small', event: 'contacts.read', limit: 5, offset: 0 }),
  );
  expect(entries).toMatchObject([
    { subject: 'working_groups/reeds', party: 'AA', purpose: 'decision 1', payload: { contacts: ['c1'] } },
  ]);
});

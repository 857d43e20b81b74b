import { renderToString } from 'preact-render-to-string';
import { expect, onTestFinished, test } from 'vitest';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { visitor } from '#platform/access/access.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
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
  await load(database, file);
  return database;
}

async function load(database: Database, said: unknown): Promise<void> {
  const loaded = await importFile(
    { database, clock, actor: 'operator', progress: () => {} },
    JSON.stringify(said),
  );
  expect(loaded.ok).toBe(true);
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

/** The page's HTML, and the entries that must be in the journal before it is sent. */
async function showGroup(database: Database, actor: Actor, knownAt = '2026-11-23') {
  const entries: unknown[] = [];
  const [register] = await database.read(listRegisters);
  if (register === undefined) throw new Error('nothing was loaded');
  const context: PageContext = {
    language: 'en',
    register,
    registers: [register],
    asOf: register.knownFrom,
    knownAt: lastDay(knownAt as PartialDate),
    actor,
    query: new URLSearchParams(),
    params: { id: 'reeds' },
    modules: [union],
    clock,
    read: database.read,
    record: (entry) => {
      entries.push(entry);
    },
    href: (path) => path,
  };
  const page = await groupPage.render(context);
  if (!page.ok) throw new Error('the page was refused');
  return { html: renderToString(<div>{page.value.body}</div>), entries };
}

test('a visitor and an observer see the organisation, not the person', async () => {
  const database = await openRegister();
  for (const actor of [visitor, personFor('BB')]) {
    const { html, entries } = await showGroup(database, actor);
    expect(entries).toEqual([]);
    expect(html).toContain('Ministry of Reeds');
    expect(html).not.toContain('P. Erson');
  }
});

test('a party that takes part sees the person, and that is to be journalled', async () => {
  const database = await openRegister();
  const { html, entries } = await showGroup(database, personFor('AA'));
  expect(html).toContain('P. Erson');
  expect(entries).toMatchObject([
    {
      event: 'contacts.read',
      subject: 'working_groups/reeds',
      party: 'AA',
      purpose: 'decision 1',
      payload: { contacts: ['c1'] },
    },
  ]);
});

test('a party whose part has ended sees nobody, also when it asks for a day on which that was not known', async () => {
  const database = await openRegister();
  const [group] = file.working_groups;
  await load(database, {
    ...file,
    meta: { ...file.meta, known_from: '2022-01' },
    working_groups: [
      { ...group, participants: [], former: [{ party: 'AA', from: '2015', until: '2021-06-30' }] },
    ],
  });
  for (const knownAt of ['2026-11-23', '2021-01-01'])
    expect((await showGroup(database, personFor('AA'), knownAt)).html, knownAt).not.toContain('P. Erson');
});

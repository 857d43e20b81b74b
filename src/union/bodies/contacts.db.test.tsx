import { renderToString } from 'preact-render-to-string';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { visitor } from '#platform/access/access.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { importFile } from '../files/import.ts';
import { union } from '../module.ts';
import { bodyPage } from './pages/body.tsx';
import { contactsPage } from './pages/contacts.tsx';
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
    { id: 'dikes', name: 'Dikes', status: 'active', status_as_of: '2020-05', participants: ['BB'] },
  ],
  contacts: [
    { id: 'c1', body: 'reeds', party: 'AA', organisation: 'Ministry of Reeds', person: 'P. Erson' },
    { id: 'c2', body: 'dikes', party: 'BB', organisation: 'Ministry of Dikes', person: 'Q. Erson' },
    { id: 'c3', body: 'board', party: 'AA', organisation: 'Chancellery', person: 'R. Erson' },
  ],
  bodies: [{ id: 'board', name: 'Board', kind: 'ministerial' }],
  participations: [{ id: 'p1', body: 'board', party: 'AA', role: 'member', from: '2019' }],
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

/** What the pages of a request would have written to the journal before they are sent. */
let entries: { subject?: string | null; party?: string | null; payload: unknown }[] = [];
beforeEach(() => {
  entries = [];
});

async function contextFor(
  database: Database,
  actor: Actor,
  id = '',
  knownAt = '2026-11-23',
): Promise<PageContext> {
  const [register] = await database.read(listRegisters);
  if (register === undefined) throw new Error('nothing was loaded');
  return {
    language: 'en',
    register,
    registers: [register],
    asOf: register.knownFrom,
    knownAt: lastDay(knownAt as PartialDate),
    actor,
    query: new URLSearchParams(),
    params: { id },
    modules: [union],
    clock,
    sendsMail: false,
    dataFolder: '',
    read: database.read,
    record: (entry) => {
      entries.push(entry);
    },
    href: (path) => path,
  };
}

async function show(
  database: Database,
  page: Page,
  actor: Actor,
  id?: string,
  knownAt?: string,
): Promise<string> {
  const content = await page.render(await contextFor(database, actor, id, knownAt));
  if (typeof content === 'function' || !content.ok) throw new Error('the page was refused');
  return renderToString(<div>{content.value.body}</div>);
}

const showGroup = async (database: Database, actor: Actor, knownAt?: string) => ({
  html: await show(database, groupPage, actor, 'reeds', knownAt),
});

const readingsOf = () => entries.map(({ subject, party, payload }) => [subject, party, payload]).sort();

test('a visitor and an observer see the organisation, not the person', async () => {
  const database = await openRegister();
  for (const actor of [visitor, personFor('BB')]) {
    const { html } = await showGroup(database, actor);
    expect(entries).toEqual([]);
    expect(html).toContain('Ministry of Reeds');
    expect(html).not.toContain('P. Erson');
  }
});

test('a party that takes part sees the person, and that is to be journalled', async () => {
  const database = await openRegister();
  const { html } = await showGroup(database, personFor('AA'));
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
  await load(database, {
    ...file,
    meta: { ...file.meta, known_from: '2022-01' },
    working_groups: file.working_groups.map((group) =>
      group.id === 'reeds'
        ? { ...group, participants: [], former: [{ party: 'AA', from: '2015', until: '2021-06-30' }] }
        : group,
    ),
  });
  for (const knownAt of ['2026-11-23', '2021-01-01'])
    expect((await showGroup(database, personFor('AA'), knownAt)).html, knownAt).not.toContain('P. Erson');
});

const persons = ['P. Erson', 'Q. Erson', 'R. Erson'];

/** Who is named to whom in the directory, and what the journal then says. */
test.each([
  ['a visitor', visitor, [], []],
  [
    'a party',
    personFor('AA'),
    ['P. Erson', 'R. Erson'],
    [
      ['bodies/board', 'AA', { contacts: ['c3'] }],
      ['working_groups/reeds', 'AA', { contacts: ['c1'] }],
    ],
  ],
  [
    'an observer of one group who takes part in another',
    personFor('BB'),
    ['Q. Erson'],
    [['working_groups/dikes', 'BB', { contacts: ['c2'] }]],
  ],
] as const)(
  'the directory names to %s only whom the body of each may see',
  async (_who, actor, named, read) => {
    const database = await openRegister();
    const html = await show(database, contactsPage, actor);
    expect(persons.filter((person) => html.includes(person))).toEqual(named);
    for (const organisation of ['Ministry of Reeds', 'Ministry of Dikes', 'Chancellery'])
      expect(html).toContain(organisation);
    expect(html.split('Somebody is named').length - 1).toBe(persons.length - named.length);
    expect(readingsOf()).toEqual(read);
  },
);

test('a person is in no export, whoever asks, and asking for one is no reading', async () => {
  const database = await openRegister();
  const table = await contactsPage.exportTable?.(await contextFor(database, personFor('AA')));
  if (typeof table === 'function' || table?.ok !== true) throw new Error('no table');
  expect(table.value.rows).toHaveLength(3);
  const written = JSON.stringify(table.value);
  expect(written).toContain('Ministry of Reeds');
  expect(persons.filter((person) => written.includes(person))).toEqual([]);
  expect(readingsOf()).toEqual([]);
});

test("a body's own page keeps the same rule: its members see the person, and the journal says so", async () => {
  const database = await openRegister();
  for (const actor of [visitor, personFor('BB')])
    expect(await show(database, bodyPage, actor, 'board')).not.toContain('R. Erson');
  expect(readingsOf()).toEqual([]);
  expect(await show(database, bodyPage, personFor('AA'), 'board')).toContain('R. Erson');
  expect(readingsOf()).toEqual([['bodies/board', 'AA', { contacts: ['c3'] }]]);
});

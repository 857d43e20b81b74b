import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { draftNote, notes } from './fixtures/notes.ts';
import { registerKind } from './kind.ts';
import {
  allRecords,
  countRecords,
  findRecord,
  listRecords,
  listVersions,
  type RecordDraft,
  writeRecords,
} from './records.ts';
import { listRegisters } from './registers.ts';
import { stateHash } from './state.ts';

fc.configureGlobal({ seed: 20200531 });

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const write = (register: string, knownFrom: string, drafts: readonly RecordDraft[]) =>
  database.write((tx) =>
    writeRecords(tx, systemClock, { register, knownFrom: date(knownFrom), actor: 'test', drafts }),
  );

const search = async (register: string, words: string) => {
  const query = { register, knownAt: date('2021'), kinds: [notes.name], words };
  const found = await database.read((tx) => listRecords(tx, query, { limit: 50, offset: 0 }));
  return found.map(({ id }) => id).toSorted();
};

test('A version counts from the date of its source until that of the next, in whatever order they were loaded', async () => {
  await write('times', '2020-05', [draftNote('n', { text: 'second' })]);
  await write('times', '2022', [draftNote('n', { text: 'third' })]);
  await write('times', '2018-03-01', [draftNote('n', { text: 'first' })]);
  await write('times', '2020-05', [draftNote('n', { text: 'second, corrected' })]);
  const at = async (knownAt: string) => {
    const query = { register: 'times', kind: notes.name, id: 'n', knownAt: date(knownAt) };
    return (await database.read((tx) => findRecord(tx, query)))?.body.text;
  };
  const answers = {
    '2018-02-28': undefined,
    '2018-03-01': 'first',
    '2020-05-30': 'first', // known since May 2020: certain only when May is over
    '2020-05': 'second, corrected',
    '2022-12-30': 'second, corrected',
    '2022-12-31': 'third',
  };
  for (const [knownAt, text] of Object.entries(answers)) expect(await at(knownAt), knownAt).toBe(text);
  const versions = await database.read((tx) =>
    listVersions(tx, { register: 'times', kind: notes.name, id: 'n' }),
  );
  expect(versions.map(({ body }) => body.text)).toEqual(['third', 'second, corrected', 'second', 'first']);
});

test('Records are found by what they say of others', async () => {
  await write('says', '2020', [
    draftNote('a', { about: 'x', parts: [{ who: 'p' }] }),
    draftNote('b', { about: 'y', parts: [{ who: 'q' }, { who: 'p' }] }),
    draftNote('c', { about: 'x' }),
  ]);
  const saying = async (...says: readonly Record<string, unknown>[]) => {
    const query = { register: 'says', knownAt: date('2020'), kinds: [notes.name], says };
    return (await database.read((tx) => allRecords(tx, query))).map(({ id }) => id);
  };
  expect(await saying({ about: 'x' })).toEqual(['a', 'c']);
  expect(await saying({ about: 'x' }, { about: 'y' })).toEqual(['a', 'b', 'c']);
  expect(await saying({ parts: [{ who: 'p' }] })).toEqual(['a', 'b']);
  expect(await saying({ about: 'z' })).toEqual([]);
  expect(await saying()).toEqual([]);
});

test('A register has another revision after every write to it, and no other register has', async () => {
  const revision = async (id: string) => {
    const registers = await database.read(listRegisters);
    return registers.find((register) => register.id === id)?.revision;
  };
  const described = (id: string, title: string) => ({
    kind: { ...notes, name: registerKind },
    id,
    position: 0,
    body: { title },
    transitions: [],
  });
  await write('revised', '2020', [described('revised', 'R')]);
  await write('other', '2020', [described('other', 'O')]);
  const [first, other] = [await revision('revised'), await revision('other')];
  expect(first).toMatch(/\S/);
  expect(first).not.toBe(other);
  await write('revised', '2020', [described('revised', 'R')]);
  expect(await revision('revised'), 'nothing was written').toBe(first);
  await write('revised', '2020', [draftNote('n')]);
  const second = await revision('revised');
  expect(second).not.toBe(first);
  const undone = database.write(async (tx) => {
    await sql`update platform.record set known_until_day = null where register = 'revised'`.execute(tx);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await revision('revised'), 'rolled back').toBe(second);
  await database.write((tx) =>
    sql`update platform.record set known_until_day = null where register = 'revised'`.execute(tx),
  );
  expect(await revision('revised'), 'a version replaced').not.toBe(second);
  expect(await revision('other')).toBe(other);
});

test('The application may add, and may change nothing but the day on which a version was replaced', async () => {
  await write('rights', '2020', [draftNote('n')]);
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'platform'::regnamespace and c.relkind = 'r'
      and c.relname in ('journal', 'journal_payload', 'journal_sequence', 'record', 'transition')
    group by 1`.execute(database.owner);
  expect(rows).toHaveLength(5);
  const denied = { code: '42501' };
  let refused = 0;
  for (const { name, columns } of rows) {
    const table = sql.table(`platform.${name}`);
    for (const column of columns.filter((one) => !(name === 'record' && one === 'known_until_day'))) {
      const change = sql`update ${table} set ${sql.ref(column)} = ${sql.ref(column)}`;
      await expect(
        database.write((tx) => change.execute(tx)),
        `${name}.${column}`,
      ).rejects.toMatchObject(denied);
      refused += 1;
    }
    for (const removal of [sql`delete from ${table}`, sql`truncate ${table}`])
      await expect(
        database.write((tx) => removal.execute(tx)),
        name,
      ).rejects.toMatchObject(denied);
    if (name !== 'journal_payload')
      await expect(database.retention((tx) => sql`delete from ${table}`.execute(tx))).rejects.toMatchObject(
        denied,
      );
  }
  expect(refused).toBeGreaterThan(40);
  await database.write((tx) => sql`update platform.record set known_until_day = known_until_day`.execute(tx));
});

test('Search finds words in four languages, with and without accents, as beginnings and as phrases', async () => {
  await write('search', '2020', [
    draftNote('ecmr', { title: 'Digital consignment note', nl: 'digitale vrachtbrief', fr: 'Lettre de voiture électronique', de: 'Elektronischer Frachtbrief' }),
    draftNote('be', { title: 'Belgium', nl: 'België' }),
    draftNote('fraud', { title: 'Working group Fraud', nl: 'werkgroep Fraude', text: 'It meets in Luxembourg.' }),
    draftNote('sv', { sv: 'Sjöfartsmöte', fi: 'Merenkulkukokous', et: 'Õigus' }),
    draftNote('quote', { text: `l'eau d'une "zone" & co | 100% (sûr)` }),
  ]); // biome-ignore format: a record a line
  const found: Readonly<Record<string, readonly string[]>> = {
    vrachtbrief: ['ecmr'],
    werkgroepen: ['fraud'],
    VRACHTBR: ['ecmr'],
    electronique: ['ecmr'],
    électroniques: ['ecmr'],
    Frachtbriefe: ['ecmr'],
    notes: ['ecmr'],
    Belgie: ['be'],
    België: ['be'],
    Belgi: ['be'],
    fraude: ['fraud'],
    frauds: ['fraud'],
    sjofart: ['sv'],
    SJÖFART: ['sv'],
    oigus: ['sv'],
    merenkulku: ['sv'],
    '"working group"': ['fraud'],
    '"group working"': [],
    'group luxembourg': ['fraud'],
    'group belgium': [],
    'fraude or belgië': ['be', 'fraud'],
    'consignment -voiture': [],
    'group -werkgroepen': [],
    'consignment -belgië': ['ecmr'],
    '-"working group" -vrachtbrief -belgium -quote': ['sv'],
    "d'une": ['quote'],
    '!!! & | ( :*': [],
    nothing: [],
  };
  for (const [words, ids] of Object.entries(found)) expect(await search('search', words), words).toEqual(ids);
});

test('Whatever is typed into search is answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc
          .array(
            fc.constantFrom('-', '"', 'a', "'", ':*', '&', '|', '!', '(', ')', '\\', '<->', 'é', ' ', 'or'),
            { maxLength: 12 },
          )
          .map((parts) => parts.join('')),
      ),
      async (words) => {
        await search('search', words.replaceAll('\0', ''));
      },
    ),
    { numRuns: 100 },
  );
});

test('A record of any size and any words is stored, found by its beginning and counted', async () => {
  const random = (length: number, seed: number) =>
    fc.sample(
      fc.string({
        unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéßЖ漢字 '),
        minLength: length,
        maxLength: length,
      }),
      { numRuns: 1, seed },
    )[0] ?? '';
  const long = random(400_000, 20200531);
  await write('large', '2020', [
    draftNote('large', {
      title: `Haystack ${long}`,
      kind: random(5_000, 7),
      parties: [random(3_000, 8)],
      text: long,
    }),
    draftNote('words', {
      text: Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}`).join(' '),
    }),
  ]);
  expect(await search('large', 'haystack')).toEqual(['large']);
  expect(await search('large', 'w1')).toEqual(['words']);
  const query = { register: 'large', knownAt: date('2021'), kinds: [notes.name] };
  expect((await database.read((tx) => countRecords(tx, query))).total).toBe(2);
});

test('A record without any title is called by its id, and in lists by its kind', () => {
  expect(notes.title({ id: 'n-1' })).toEqual({ texts: { en: 'n-1' }, authentic: [] });
  expect(notes.title({ id: 'n-1', fi: 'Muistio', sv: null })).toEqual({
    texts: { fi: 'Muistio' },
    authentic: ['fi'],
  });
  expect(notes.title({ year: 2019 })).toEqual({ texts: { en: '2019' }, authentic: [] });
  expect(notes.title({})).toEqual({ texts: { en: 'Note' }, authentic: [] });
});

test('Equal states have equal hashes, whatever ids and times they were given; any change changes the hash', async () => {
  const hashes: string[] = [];
  for (const changed of [{}, {}, { text: 'other' }]) {
    const other = await createTestDatabase();
    try {
      await other.write((tx) =>
        writeRecords(tx, systemClock, {
          register: 'r',
          knownFrom: date('2020'),
          actor: 'test',
          drafts: [
            draftNote('a', changed, [
              {
                axis: 'state',
                from: null,
                to: 'active',
                effectiveOn: date('2012'),
                observed: false,
                details: {},
              },
            ]),
            draftNote('b', {}, [], 1),
          ],
        }),
      );
      hashes.push((await other.read(stateHash)).hash);
    } finally {
      await other.close();
    }
  }
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

/**
 * A process that corrects one record again and again, for tests that kill it: `write-loop.ts DATA-FOLDER`. Each
 * correction is a transaction of its own; its number is printed after the database has acknowledged it.
 */
import { parsePartialDate } from '#kernel/dates.ts';
import { systemClock } from '#platform/clock.ts';
import { openDatabase } from '#platform/database/database.ts';
import { allRecords, writeRecords } from '#platform/records/records.ts';
import { migrations } from '../../src/app/open.ts';
import { draftNote, notes } from '../../src/platform/records/fixtures/notes.ts';

const knownFrom = parsePartialDate('2020-05');
if (!knownFrom.ok) throw new Error('2020-05 is a date');
const known = { register: 'loop', knownFrom: knownFrom.value };
const database = await openDatabase(
  { databaseUrl: null, dataFolder: process.argv[2] ?? '', readTimeout: 30_000 },
  { modules: migrations },
);
const before = await database.read((tx) =>
  allRecords(tx, { register: known.register, knownAt: known.knownFrom, kinds: [notes.name] }),
);
for (let count = Number(before[0]?.body.year ?? 0) + 1; ; count += 1) {
  await database.write((tx) =>
    writeRecords(tx, systemClock, { ...known, actor: 'loop', drafts: [draftNote('n', { year: count })] }),
  );
  process.stdout.write(`${count}\n`);
}

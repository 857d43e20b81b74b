import { readFile } from 'node:fs/promises';
import { askDemonstrationStudy, energyDemonstration, forumDemonstration } from '#energy';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { isEmpty } from '#platform/records/registers.ts';
import { demonstrationId, importFile, makeDemonstration } from '#union';
import { vatDemonstration, writeVatExamples } from '#vat';

/**
 * The first data set; the evaluation's transcription, ours to ship (data/README.md), and beside it what that evaluation and the one
 * of 2012 found, and what was learnt since of the police treaty: its articles and agreements.
 */
const firstFile = new URL('../../data/union/benelux-2013-2019.json', import.meta.url);
const firstFiles = [
  firstFile,
  new URL('../../data/union/benelux-evaluations.json', import.meta.url),
  new URL('../../data/union/benelux-police-treaty.json', import.meta.url),
];

/** Loads the first data set into a database that holds no register, unless TRIPOINT_EMPTY=1 asks for none. */
export async function loadFirstData(
  database: Database,
  clock: Clock,
  config: Pick<Config, 'loadsFirstData'>,
  progress: (line: string) => void,
): Promise<void> {
  if (!config.loadsFirstData) return;
  if (!(await database.read(isEmpty))) return;
  progress('Loading the first data set');
  for (const file of firstFiles) {
    const loaded = await importFile(
      { database, clock, actor: 'system', progress },
      await readFile(file, 'utf8'),
    );
    if (!loaded.ok)
      throw new Error(
        `The first data set has faults: ${loaded.problems.map(({ code, path }) => `${path} ${code}`).join('; ')}`,
      );
    progress(`Loaded ${loaded.value.records} records`);
  }
}

/** The seed of the made-up year that a node offers: the same on every node. */
const demonstrationSeed = 2020;

/**
 * Sets the made-up year up beside what is there; nothing where it is there already. In one transaction with the examples of the VAT rooms:
 * nobody is offered to set up a year that is there, so one without them would stay without.
 */
export async function loadDemonstration(database: Database, clock: Clock): Promise<void> {
  const union = JSON.parse(await readFile(firstFile, 'utf8'));
  const year = makeDemonstration(union, demonstrationSeed);
  const ofVat = vatDemonstration(union);
  const ofEnergy = energyDemonstration(union);
  const file = JSON.stringify([ofVat, forumDemonstration(union), ofEnergy].reduce(withRecords, year));
  const beside = async (tx: Transaction) => {
    if (Object.keys(ofVat).length > 0) await writeVatExamples(tx, clock, demonstrationId);
    if (Object.keys(ofEnergy).length > 0) await askDemonstrationStudy(tx, clock, demonstrationId);
  };
  const work = { database, clock, actor: 'system', progress: () => {}, beside };
  const loaded = await importFile(work, file);
  if (!loaded.ok)
    throw new Error(
      `The demonstration has faults: ${loaded.problems.map(({ code, path }) => `${path} ${code}`).join('; ')}`,
    );
}

type Records = Readonly<Record<string, unknown>>;

/** What one cooperation adds to a file, by kind. A record that is there already stays as it is: cooperations can need the same one. */
function withRecords(file: Records, more: Readonly<Record<string, readonly RecordBody[]>>): Records {
  const kinds = Object.entries(more).map(([kind, records]) => {
    const there = (file[kind] ?? []) as readonly RecordBody[];
    const ids = new Set(there.map(({ id }) => id));
    return [kind, [...there, ...records.filter(({ id }) => !ids.has(id))]] as const;
  });
  return { ...file, ...Object.fromEntries(kinds) };
}

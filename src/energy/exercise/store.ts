import { sql } from 'kysely';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Deed, Entry, Scenario, Seat } from './model.ts';

/** A line of the log with who wrote it and when by the clock of the machine. */
export type Logged = Entry & { readonly person: string; readonly at: Date };

export type OpenedExercise = {
  readonly id: string;
  readonly register: string;
  readonly body: string;
  readonly scenario: Scenario;
  readonly parties: readonly string[];
  readonly acknowledgeWithin: number;
  readonly openedBy: string;
};
export type KeptExercise = OpenedExercise & {
  readonly openedAt: Date;
  readonly entries: readonly Logged[];
};

const columns = sql`id, register, body, scenario, parties, acknowledge_within as "acknowledgeWithin",
  opened_by as "openedBy", opened_at as "openedAt"`;

export async function saveExercise(tx: Transaction, clock: Clock, opened: OpenedExercise): Promise<void> {
  const { id, register, body, scenario, parties, acknowledgeWithin, openedBy } = opened;
  await sql`
    insert into energy.exercise (id, register, body, scenario, parties, acknowledge_within, opened_by, opened_at)
    values (${id}, ${register}, ${body}, ${JSON.stringify(scenario)}, ${[...parties]}::text[],
      ${acknowledgeWithin}, ${openedBy}, ${clock.now().toString()})`.execute(tx);
}

/** Adds a line to the log. Who adds one holds the register's lock (`performAction`), so that no number is given twice. */
export async function addEntry(
  tx: Transaction,
  clock: Clock,
  { id, entries }: Pick<KeptExercise, 'id' | 'entries'>,
  done: { readonly deed: Deed; readonly minute: number; readonly by: Seat; readonly person: string },
): Promise<number> {
  const number = (entries.at(-1)?.number ?? 0) + 1;
  await sql`
    insert into energy.exercise_entry (exercise, number, minute, seat, deed, person, at)
    values (${id}, ${number}, ${done.minute}, ${done.by}, ${JSON.stringify(done.deed)}, ${done.person},
      ${clock.now().toString()})`.execute(tx);
  return number;
}

export async function findExercise(
  tx: Transaction,
  register: string,
  id: string,
): Promise<KeptExercise | null> {
  const { rows } = await sql<Omit<KeptExercise, 'entries'>>`
    select ${columns} from energy.exercise where register = ${register} and id = ${id}`.execute(tx);
  const [found] = await withEntries(tx, rows);
  return found ?? null;
}

/** Those in which one of these parties has a seat, or all where `parties` is null; the latest first. */
export async function listExercises(
  tx: Transaction,
  register: string,
  parties: readonly string[] | null,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly exercises: readonly KeptExercise[]; readonly total: number }> {
  const where = sql`register = ${register}
    and (${parties === null} or parties && ${parties === null ? [] : [...parties]}::text[])`;
  const { rows } = await sql<Omit<KeptExercise, 'entries'>>`
    select ${columns} from energy.exercise where ${where}
    order by opened_at desc, id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from energy.exercise where ${where}`.execute(tx);
  return { exercises: await withEntries(tx, rows), total: counted.rows[0]?.total ?? 0 };
}

async function withEntries(
  tx: Transaction,
  found: readonly Omit<KeptExercise, 'entries'>[],
): Promise<readonly KeptExercise[]> {
  if (found.length === 0) return [];
  type Row = Pick<Logged, 'number' | 'minute' | 'by' | 'person' | 'at'> & { exercise: string; deed: Deed };
  const { rows } = await sql<Row>`
    select exercise, number, minute, seat as "by", deed, person, at from energy.exercise_entry
    where exercise = any(${found.map(({ id }) => id)}::text[]) order by exercise, number`.execute(tx);
  const of = Map.groupBy(rows, ({ exercise }) => exercise);
  return found.map((exercise) => ({
    ...exercise,
    entries: (of.get(exercise.id) ?? []).map(({ exercise: _, deed, ...line }) => ({ ...deed, ...line })),
  }));
}

/** What a page showed of an exercise: from which seat, up to which minute and which line of the log. */
export type ShownUpTo = { readonly seat: Seat; readonly minute: number; readonly line: number };

/** What somebody was shown last, as the journal has it; null: nothing, or it is forgotten. */
export async function findLastShown(
  tx: Transaction,
  said: { readonly register: string; readonly subject: string; readonly actor: string },
): Promise<ShownUpTo | null> {
  const { rows } = await sql<{ payload: ShownUpTo }>`
    select payload from platform.journal join platform.journal_payload on entry = id
    where register = ${said.register} and subject = ${said.subject} and actor = ${said.actor}
      and event = ${shownEvent}
    order by recorded_at desc, id desc limit 1`.execute(tx);
  return rows[0]?.payload ?? null;
}

/** In the journal, of a control room that was looked at. */
export const shownEvent = 'energy_exercises.read';

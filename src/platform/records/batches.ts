import { sql } from 'kysely';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal, type Vouched } from '#platform/journal/journal.ts';
import { closeReplaced, entryAt } from '#platform/records/records.ts';

/**
 * Changes that were made together, under one name, and can be taken back together: the import of a sheet. Taken back, its
 * versions and steps leave the register's state for a place of their own, as if nobody had ever said so, and the journal tells
 * both that they came and that they went (docs/decisions/0009-undoing-an-import.md).
 */
export type Batch = { readonly id: string; readonly undone: boolean; readonly recordedAt: string };

/** Puts entries of the journal, with what they brought, under a name. */
export async function recordBatch(
  tx: Transaction,
  register: string,
  id: string,
  entries: readonly string[],
): Promise<void> {
  await sql`insert into platform.batch (register, id, entry) values (${register}, ${id}, ${entryAt(entries, 0)})`.execute(
    tx,
  );
  await sql`
    insert into platform.batch_entry (entry, register, batch)
    select entry, ${register}, ${id} from unnest(${entries}::uuid[]) as entry`.execute(tx);
}

/** The batches of a register whose name begins so, newest first. */
export async function listBatches(
  tx: Transaction,
  register: string,
  beginning: string,
): Promise<readonly Batch[]> {
  const { rows } = await sql<{ id: string; undone: boolean; recorded_at: Date }>`
    select batch.id, undone_by is not null as undone, recorded_at
    from platform.batch join platform.journal on journal.id = batch.entry
    where batch.register = ${register} and starts_with(batch.id, ${beginning})
    order by journal.recorded_at desc, batch.id desc`.execute(tx);
  return rows.map(({ id, undone, recorded_at }) => ({ id, undone, recordedAt: recorded_at.toISOString() }));
}

export type BatchContent = {
  /** `kind/id` of what it wrote to. */
  readonly subjects: readonly string[];
  /** Those of them that were not there before. */
  readonly created: readonly string[];
};

/** What a batch wrote to. */
export async function loadBatch(tx: Transaction, register: string, id: string): Promise<BatchContent> {
  const { rows } = await sql<{ subject: string; created: boolean }>`
    with written as (${writtenBy(register, id)})
    select subject, not exists (select from platform.record earlier
      where earlier.register = ${register} and earlier.kind || '/' || earlier.id = written.subject
        and earlier.entry not in (select entry from written)) as created
    from written group by subject order by subject collate "C"`.execute(tx);
  return {
    subjects: rows.map(({ subject }) => subject),
    created: rows.flatMap(({ subject, created }) => (created ? [subject] : [])),
  };
}

/** The versions and steps that a batch brought and that still stand. */
function writtenBy(register: string, id: string) {
  return sql`
    select 'version' as what, version as row, kind || '/' || id as subject, entry from platform.record
      where entry in (select entry from platform.batch_entry where register = ${register} and batch = ${id})
    union all
    select 'step', id, kind || '/' || subject, entry from platform.transition
      where entry in (select entry from platform.batch_entry where register = ${register} and batch = ${id})`;
}

export type UndoOrder = {
  readonly register: string;
  readonly batch: string;
  readonly actor: string;
  readonly party: string | null;
};

/**
 * Takes a batch back whole. Problems: `batch_not_found`, `batch_undone`, and `batch_built_upon` where something was written since
 * to what it wrote to: then the later word would stand on nothing, and what is wrong is corrected as everything else is.
 */
export async function undoBatch(tx: Transaction, clock: Clock, order: UndoOrder): Promise<Result<void>> {
  const { register, batch, actor, party } = order;
  const { rows } = await sql<{ entry: string; undone: boolean }>`
    select entry, undone_by is not null as undone from platform.batch
    where register = ${register} and id = ${batch} for update`.execute(tx);
  const [found] = rows;
  if (found === undefined) return fail(problem('batch_not_found', 'body.import', { id: batch }));
  if (found.undone) return fail(problem('batch_undone', 'body.import', { id: batch }));
  const later = await sql<{ subject: string }>`
    with written as (${writtenBy(register, batch)}), subjects as (select distinct subject from written)
    select kind || '/' || id as subject from platform.record
      where register = ${register} and kind || '/' || id in (select subject from subjects)
        and entry > ${found.entry} and entry not in (select entry from written)
    union select kind || '/' || subject from platform.transition
      where register = ${register} and kind || '/' || subject in (select subject from subjects)
        and entry > ${found.entry} and entry not in (select entry from written)
    order by 1`.execute(tx);
  if (later.rows.length > 0) {
    const records = later.rows.map(({ subject }) => subject);
    return fail(problem('batch_built_upon', 'body.import', { records: records.slice(0, 20).join(', ') }));
  }
  const written = await sql<{ what: 'version' | 'step'; row: string; subject: string }>`
    select what, row, subject from (${writtenBy(register, batch)}) as written order by subject, row`.execute(
    tx,
  );
  const bySubject = [...Map.groupBy(written.rows, ({ subject }) => subject)];
  const withdrawn = bySubject.map(([subject, all]) => ({
    subject,
    versions: all.flatMap(({ what, row }) => (what === 'version' ? [row] : [])),
    steps: all.flatMap(({ what, row }) => (what === 'step' ? [row] : [])),
  }));
  const entries = await appendJournal(tx, clock, [
    { event: 'batch.undone', actor, party, register, subject: null, payload: { batch } },
    ...withdrawn.map(({ subject, versions, steps }) => ({
      event: 'record.taken_back',
      actor,
      party,
      register,
      subject,
      payload: { withdrawn: { versions, steps } } satisfies Partial<Vouched>,
    })),
  ]);
  const rowsOf = (of: 'versions' | 'steps') =>
    withdrawn.flatMap((one, index) => one[of].map((row) => ({ row, entry: entryAt(entries, index + 1) })));
  const [versions, steps] = [rowsOf('versions'), rowsOf('steps')];
  await sql`select platform.withdraw(${versions.map(({ row }) => row)}::uuid[], ${versions.map(({ entry }) => entry)}::uuid[],
    ${steps.map(({ row }) => row)}::uuid[], ${steps.map(({ entry }) => entry)}::uuid[])`.execute(tx);
  await sql`update platform.batch set undone_by = ${entryAt(entries, 0)}
    where register = ${register} and id = ${batch}`.execute(tx);
  await closeReplaced(
    tx,
    register,
    withdrawn.map(({ subject }) => subject),
  );
  return ok(undefined);
}

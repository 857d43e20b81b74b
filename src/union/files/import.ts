import { sql } from 'kysely';
import type { PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { writeResult } from '#platform/database/write-result.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { type RecordDraft, type WriteCounts, writeRecords } from '#platform/records/records.ts';
import { listRegisters } from '#platform/records/registers.ts';
import type { Transition } from '#platform/records/transition.ts';
import { groups } from '../bodies/model.ts';
import { groupTransitions } from '../bodies/rules/lifecycle.ts';
import { promises } from '../commitments/model.ts';
import { promiseTransitions } from '../commitments/rules/promise.ts';
import { attachments } from '../documents/model.ts';
import { indexDocument } from '../documents/store.ts';
import { instruments } from '../law/model.ts';
import { instrumentTransitions } from '../law/rules/implementation.ts';
import { register as description } from '../register/model.ts';
import { checkFile } from './check.ts';

/** Larger files are refused before they are read into memory. */
export const largestFile = 256 * 1024 * 1024;

/** What loading needs: the database, the time, who asks, and where progress is told. */
export type FileContext = {
  readonly database: Database;
  readonly clock: Clock;
  readonly actor: string;
  progress(line: string): void;
  /** What is written beside the file, where there is such: in its transaction, so that both are there or neither. */
  beside?(tx: Transaction): Promise<void>;
};

export type ImportReport = WriteCounts & {
  readonly register: string;
  /** Records in the file; the three counts add up to it. */
  readonly records: number;
  readonly warnings: readonly Problem[];
};

/**
 * Loads a file of the import layout: everything is checked first, every fault is reported, and all is written in one
 * transaction or nothing. Loading the same file again changes nothing.
 */
export async function importFile(context: FileContext, text: string): Promise<Result<ImportReport>> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  context.progress(`Checking ${(text.length / 1024).toFixed(0)} kB`);
  const checked = checkFile(parsed.value);
  if (!checked.ok) return checked;
  const { register, knownFrom, warnings } = checked.value;
  // What was learnt later does not describe the register: its pages go on opening as of its own source.
  const records = checked.value.records.filter(
    ({ kind, body }) => kind !== description || body.later_knowledge !== true,
  );
  const adds = records.length < checked.value.records.length;
  context.progress(`Writing ${records.length} records of ${register}`);
  const drafts = records.map(({ kind, id, position, body }): RecordDraft => {
    return { kind, id, position, body, transitions: transitionsOf(kind, body, knownFrom) };
  });
  const actor = context.actor;
  const counts = await writeResult(context.database, async (tx) => {
    // Two imports of one register at once would each see the other's records as absent.
    // And so would somebody who acts in it meanwhile (src/platform/actions/perform.ts).
    await sql`select pg_advisory_xact_lock(hashtextextended(${`register/${register}`}, 0))`.execute(tx);
    if (adds && !(await listRegisters(tx)).some(({ id }) => id === register))
      return fail(problem('register_not_found', 'meta.id', { register }));
    const written = await writeRecords(tx, context.clock, { register, knownFrom, actor, drafts });
    // A file brings no bytes; of those that are here its documents are found by their words.
    for (const { kind, id, body } of drafts)
      if (kind === attachments) await indexDocument(tx, register, id, body);
    if (written.added + written.corrected > 0)
      await appendJournal(tx, context.clock, [
        { event: 'register.imported', actor, register, effectiveOn: knownFrom, payload: written },
      ]);
    await context.beside?.(tx);
    return ok(written);
  });
  if (!counts.ok) return counts;
  // Else the first readers of a large register are answered by the plans for an empty one.
  if (counts.value.added + counts.value.corrected >= largeImport)
    await sql`analyze platform.record, platform.transition`.execute(context.database.owner);
  return ok({ register, records: drafts.length, ...counts.value, warnings });
}

/** Changes from which on the database's own housekeeping comes too late. */
const largeImport = 10_000;

function transitionsOf(kind: Kind, body: RecordBody, knownFrom: PartialDate): readonly Transition[] {
  if (kind === groups) return groupTransitions(body, knownFrom);
  if (kind === promises) return promiseTransitions(body, knownFrom);
  return kind === instruments ? instrumentTransitions(body, knownFrom) : [];
}

/** A byte order mark is let pass: editors put it there unseen. */
export function parseJson(text: string, path = ''): Result<unknown> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return fail(
      problem('json_invalid', path, { detail: error instanceof Error ? error.message : String(error) }),
    );
  }
}

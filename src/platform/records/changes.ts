import { sql } from 'kysely';
import type { PartialDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { appendJournal, type Vouched } from '#platform/journal/journal.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import {
  closeReplaced,
  contentHashOf,
  entryAt,
  insertRecords,
  recordRow,
} from '#platform/records/records.ts';
import type { Transition } from '#platform/records/transition.ts';
import { insertTransitions, type KnownStep, stepRow } from '#platform/records/transitions.ts';

/** What somebody does to one record: gives it new content, takes steps of its lifecycles, or both. */
export type Change = {
  readonly kind: Kind;
  readonly id: string;
  /** The whole new content; absent, it stays as it is. */
  readonly body?: RecordBody;
  readonly steps: readonly Transition[];
  /** Steps that were not so, or not then: they stay on record and count no longer. */
  readonly withdraws?: readonly KnownStep[];
};

export type ChangeOrder = {
  readonly register: string;
  /** The day on which it is done, from which it is known. */
  readonly knownFrom: PartialDate;
  /** The action that it is, for the journal: `groups/activate`. */
  readonly event: string;
  readonly actor: string;
  /** For whom the actor acts. */
  readonly party: string | null;
  readonly changes: readonly Change[];
};

/**
 * Writes what somebody did, beside what sources say: nothing that was known before is touched, and a source that is read
 * again later does not undo it. Journalled in the same transaction, one entry a change, which vouches for what it brought.
 */
export async function writeChanges(tx: Transaction, clock: Clock, order: ChangeOrder): Promise<void> {
  const { register, knownFrom, event, actor, party, changes } = order;
  const recordedAt = clock.now().toString({ fractionalSecondDigits: 3 });
  const written = [];
  for (const { kind, id, body, steps, withdraws = [] } of changes) {
    const subject = { register, kind: kind.name, subject: id, knownFrom };
    written.push({
      subject: `${kind.name}/${id}`,
      effectiveOn: steps[0]?.effectiveOn ?? knownFrom,
      steps: [
        ...steps.map((step) => stepRow(newId(clock), subject, step, null)),
        ...withdraws.map((step) => stepRow(newId(clock), subject, step, step.id)),
      ],
      version:
        body === undefined
          ? null
          : {
              version: newId(clock),
              content: contentHashOf(register, kind.name, id, knownFrom, body),
              draft: { kind, id, body, position: await positionOf(tx, register, kind.name, id) },
            },
    });
  }
  const entries = await appendJournal(
    tx,
    clock,
    written.map(({ subject, effectiveOn, steps, version }) => ({
      event,
      actor,
      party,
      register,
      subject,
      effectiveOn,
      payload: {
        ...(version === null
          ? {}
          : {
              version: version.version,
              position: version.draft.position,
              recordedAt,
              content: version.content,
            }),
        transitions: steps.map((step) => step.content_hash),
      } satisfies Partial<Vouched>,
    })),
  );
  await insertRecords(
    tx,
    written.flatMap(({ version }, index) =>
      version === null
        ? []
        : [recordRow({ register, knownFrom, recordedAt, entry: entryAt(entries, index), ...version })],
    ),
  );
  await insertTransitions(
    tx,
    written.flatMap(({ steps }, index) =>
      steps.map((step) => ({ ...step, recorded_at: recordedAt, entry: entryAt(entries, index) })),
    ),
  );
  const withVersion = written.flatMap(({ subject, version }) => (version === null ? [] : [subject]));
  await closeReplaced(tx, register, withVersion);
}

/** Where the record stands among those of its kind; a new one comes last. */
async function positionOf(tx: Transaction, register: string, kind: string, id: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(
      (select position from platform.record where register = ${register} and kind = ${kind} and id = ${id}
        order by known_from_day desc, recorded_at desc, version desc limit 1),
      (select max(position) + 1 from platform.record where register = ${register} and kind = ${kind}),
      0) as position`.execute(tx);
  return rows[0]?.position ?? 0;
}

import { sql } from 'kysely';
import type { PartialDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { appendJournal, type Vouched } from '#platform/journal/journal.ts';
import { recordBatch } from '#platform/records/batches.ts';
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
  /** The name under which all of them can be taken back together. */
  readonly batch?: string | undefined;
};

/**
 * Writes what somebody did, beside what sources say: nothing that was known before is touched, and a source that is read
 * again later does not undo it. Journalled in the same transaction, one entry a change, which vouches for what it brought.
 */
export async function writeChanges(tx: Transaction, clock: Clock, order: ChangeOrder): Promise<void> {
  const { register, knownFrom, event, actor, party, changes, batch } = order;
  const recordedAt = clock.now().toString({ fractionalSecondDigits: 3 });
  const positions = await positionsOf(tx, register, changes);
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
              draft: { kind, id, body, position: positions.get(`${kind.name}/${id}`) ?? 0 },
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
  if (batch !== undefined) await recordBatch(tx, register, batch, entries);
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

/** Where each record stands among those of its kind; new ones come last, in the order in which they are made. */
async function positionsOf(
  tx: Transaction,
  register: string,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, number>> {
  const written = changes.filter(({ body }) => body !== undefined);
  const kinds = written.map(({ kind }) => kind.name);
  const { rows } = await sql<{ kind: string; id: string; position: number; known: boolean }>`
    with asked as (
      select kind, id, min(place) as place
      from unnest(${kinds}::text[], ${written.map(({ id }) => id)}::text[]) with ordinality as one (kind, id, place)
      group by kind, id
    ), found as (
      select asked.*, (select position from platform.record
        where register = ${register} and record.kind = asked.kind and record.id = asked.id
        order by known_from_day desc, recorded_at desc, version desc limit 1) as position from asked
    )
    select kind, id, coalesce(position, (
      select coalesce(max(position) + 1, 0) from platform.record where register = ${register} and record.kind = found.kind
    ) + (count(*) filter (where position is null) over (partition by kind order by place))::integer - 1) as position
    from found`.execute(tx);
  return new Map(rows.map(({ kind, id, position }) => [`${kind}/${id}`, position]));
}

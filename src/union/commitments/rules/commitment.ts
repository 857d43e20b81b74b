import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { bodies, groups, participations, parties } from '../../bodies/model.ts';
import { listedParticipants, periodOf, takesPart } from '../../bodies/rules/participation.ts';
import type { Clock } from '../../parliament/rules/clock.ts';
import type { CommitmentOrigin, CommitmentState } from '../model.ts';

/**
 * A promise with a date, one who must carry it out and one who watches. What the source does not say is null and shown
 * as a gap: a promise without an owner is the fault that the evaluation found (§3.8).
 */
export type Commitment = {
  readonly id: string;
  readonly text: string;
  /** Of the text, ISO 639-1. */
  readonly language: string;
  readonly origin: { readonly kind: string; readonly id: string };
  readonly owner: string | null;
  readonly watcher: string | null;
  readonly dueEarliest: PlainDate | null;
  readonly dueLatest: PlainDate | null;
  readonly words: string | null;
  /** The deadline as precise as the source has it; null where it is reckoned from a target, or not stated. */
  readonly stated: PartialDate | null;
  /** When it was kept; null: not by the day asked about. */
  readonly doneOn: PartialDate | null;
  /** Of a yearly reminder: the body that is reminded; `text` is the title of what it is reminded of. */
  readonly reminds?: string;
  /** Of a yearly reminder: the day before `dueLatest` on which it was due; null: this is the first. */
  readonly remindedLast?: PlainDate | null;
  /** It is a review of the dormant group whose name `text` is. */
  readonly reviews?: true;
  /** Where it was made. */
  readonly madeIn: CommitmentOrigin | 'parliament' | 'review';
  /** Unknown within the month or year in which an answer is dated. */
  readonly state: CommitmentState | 'unknown';
  /** Why it was declined or given up. */
  readonly reason: string | null;
};

/** What an instrument obliges its addressees to do. */
export function obligationsOf(instrument: {
  readonly id: string;
  readonly body: RecordBody;
}): readonly Commitment[] {
  const obligations = (instrument.body.obligations ?? []) as readonly RecordBody[];
  return obligations.map((obligation, index) => {
    const deadline = (obligation.deadline ?? null) as PartialDate | null;
    const words = Object.entries(obligation).find(
      ([key, value]) => /^[a-z]{2}$/.test(key) && typeof value === 'string',
    );
    return {
      id: `${instrument.id}.${index + 1}`,
      text: String(obligation.what),
      // What a file says under a key that is no language is in English (import layout).
      language: typeof obligation.language === 'string' ? obligation.language : 'en',
      origin: { kind: 'instruments', id: instrument.id },
      owner: typeof obligation.who === 'string' ? obligation.who : null,
      watcher: typeof obligation.watcher === 'string' ? obligation.watcher : null,
      // A deadline of reduced precision is over only when its last day is.
      dueEarliest: deadline === null ? null : lastDay(deadline),
      dueLatest: deadline === null ? null : lastDay(deadline),
      words: words === undefined ? null : String(words[1]),
      stated: deadline,
      doneOn: (obligation.done ?? null) as PartialDate | null,
      madeIn: 'instrument',
      state: obligation.done == null ? 'open' : 'done',
      reason: null,
    };
  });
}

/** The answer that each addressee of an item of parliament owes, or has given; `watcher`: who follows what is owed. */
export function answersTo(
  item: { readonly id: string; readonly title: { readonly text: string; readonly language: string } },
  clocks: readonly Clock[],
  watcher: string | null,
): readonly Commitment[] {
  return clocks.flatMap((clock) =>
    clock.state === 'withdrawn'
      ? []
      : [
          {
            id: `${item.id}.${clock.addressee}`,
            text: item.title.text,
            language: item.title.language,
            origin: { kind: 'parliament_items', id: item.id },
            owner: clock.addressee,
            watcher: watcher === clock.addressee ? null : watcher,
            dueEarliest: clock.dueEarliest,
            dueLatest: clock.dueLatest,
            words: null,
            stated: null,
            doneOn: clock.answeredOn,
            madeIn: 'parliament',
            state: answerStates[clock.state],
            reason: null,
          },
        ],
  );
}

const answerStates: Readonly<Record<Exclude<Clock['state'], 'withdrawn'>, Commitment['state']>> = {
  overdue: 'open',
  running: 'open',
  due_unknown: 'open',
  perhaps_answered: 'unknown',
  answered: 'done',
};

/** Kinds of record that say whose promise a body's is. */
export const actorKinds = [parties.name, bodies.name, groups.name, participations.name];

/** By the party itself, or by a body in which it takes part or may take part; observers owe nothing. */
export function isOwedBy(
  owner: string | null,
  party: string,
  actors: readonly StoredRecord[],
  day: PlainDate,
): boolean {
  if (owner === party) return true;
  const { parts, members } = membersOf(owner, actors);
  return members.includes(party) || takesPart(parts, party, day) !== 'no';
}

/** Whose promise it is the register says, but not who that body is made of. */
export function hasUnknownMembers(owner: string | null, actors: readonly StoredRecord[]): boolean {
  if (owner === null) return true;
  if (actors.some(({ kind, id }) => kind === parties.name && id === owner)) return false;
  const { parts, members } = membersOf(owner, actors);
  return parts.length === 0 && members.length === 0;
}

function membersOf(owner: string | null, actors: readonly StoredRecord[]) {
  const parts = actors.flatMap(({ kind, id, body }) => {
    if (kind === groups.name && id === owner) return listedParticipants(body);
    if (kind !== participations.name || body.body !== owner) return [];
    return [
      {
        party: String(body.party),
        role: body.role as 'member',
        period: periodOf(body.from, body.to),
        seenOn: null,
      },
    ];
  });
  const members = actors.flatMap(({ kind, id, body }) =>
    kind === bodies.name && id === owner
      ? [
          ...Object.keys((body.members ?? {}) as object),
          ...(typeof body.party === 'string' ? [body.party] : []),
        ]
      : [],
  );
  return { parts, members };
}

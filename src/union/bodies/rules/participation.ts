import {
  type Certainty,
  contains,
  overlaps,
  type PartialDate,
  type Period,
  type PlainDate,
} from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { type ParticipationRole, participationRoles } from '../model.ts';

/**
 * A party's part in a body. `period` is known from a participation on record; from the lists on a group only that it
 * holds `seenOn` the date of the group's description.
 */
export type PartyInBody = {
  readonly party: string;
  readonly role: ParticipationRole;
  readonly period: Period | null;
  readonly seenOn: PartialDate | null;
};

/** Pairs of participations of one party in one body that certainly overlap; `later` and `earlier` are places in the list. */
export function findOverlaps(records: readonly RecordBody[]): readonly {
  readonly earlier: number;
  readonly later: number;
  readonly body: string;
  readonly party: string;
}[] {
  const seen = new Map<string, { index: number; period: Period }[]>();
  return records.flatMap((record, later) => {
    const [body, party] = [String(record.body), String(record.party)];
    const period = periodOf(record.from, record.to);
    const key = `${body}\n${party}`;
    const others = seen.get(key) ?? [];
    const clash = others.find((other) => overlaps(other.period, period) === 'yes');
    others.push({ index: later, period });
    seen.set(key, others);
    return clash === undefined ? [] : [{ earlier: clash.index, later, body, party }];
  });
}

export function periodOf(from: unknown, to: unknown): Period {
  return { from: (from ?? null) as PartialDate | null, to: (to ?? null) as PartialDate | null };
}

const lists: readonly (readonly [string, ParticipationRole])[] = [
  ['participants', 'participant'],
  ['partly', 'partly'],
  ['observers', 'observer'],
  ['regular_guests', 'guest'],
];

type Former = {
  readonly party: string;
  /** Of those who were more or less than participants. */
  readonly role?: ParticipationRole | null;
  readonly from?: unknown;
  readonly until?: unknown;
};

/** Who takes part according to the lists on a group; a list has no dates unless the group gives them. */
export function listedParticipants(group: RecordBody): readonly PartyInBody[] {
  const seenOn = (group.status_as_of ?? null) as PartialDate | null;
  const since = (group.observer_since ?? {}) as Readonly<Record<string, PartialDate>>;
  const present = lists.flatMap(([key, role]) =>
    ((group[key] ?? []) as readonly string[]).map((party): PartyInBody => {
      const from = role === 'observer' ? since[party] : undefined;
      return { party, role, period: from === undefined ? null : { from, to: null }, seenOn };
    }),
  );
  const former = ((group.former ?? []) as readonly Former[]).map(
    ({ party, role, from, until }): PartyInBody => ({
      party,
      role: role ?? 'participant',
      period: periodOf(from, until),
      seenOn: null,
    }),
  );
  return [...present, ...former];
}

/** A group's description without a party that only its lists name, which it has left; null where no list names it. */
export function endListed(group: RecordBody, party: string, until: PartialDate): RecordBody | null {
  const named = lists.filter(([key]) => ((group[key] ?? []) as readonly string[]).includes(party));
  if (named.length === 0) return null;
  const shorter = named.map(([key]) => [key, (group[key] as string[]).filter((one) => one !== party)]);
  const { [party]: from, ...since } = (group.observer_since ?? {}) as Readonly<Record<string, PartialDate>>;
  const ended = named.map(([, role]): Former => {
    const began = role === 'observer' && from !== undefined ? { from } : {};
    return { party, role, ...began, until };
  });
  return {
    ...group,
    ...Object.fromEntries(shorter),
    ...(from === undefined ? {} : { observer_since: since }),
    former: [...((group.former ?? []) as readonly Former[]), ...ended],
  };
}

/**
 * Whether a part was held on a day. A list without dates speaks for its own date on, and leaves the time before unknown;
 * an interval that is open at the start says nothing certain of when it began.
 */
export function heldOn(part: PartyInBody, day: PlainDate): Certainty {
  if (part.period !== null) {
    const within = contains(part.period, day);
    return within === 'yes' && part.period.from === null ? 'unknown' : within;
  }
  const since = part.seenOn === null ? 'unknown' : contains({ from: part.seenOn, to: null }, day);
  return since === 'no' ? 'unknown' : since;
}

/** Observers and guests sit at the table; the papers are for those who take part (facts/union.md, section 5). */
export const withoutPapers: readonly ParticipationRole[] = ['observer', 'guest', 'consulted'];

/** Whether a party took part in a body on a day: what opens the body's papers to it. */
export function takesPart(parts: readonly PartyInBody[], party: string, day: PlainDate): Certainty {
  const answers = parts
    .filter((part) => part.party === party && !withoutPapers.includes(part.role))
    .map((part) => heldOn(part, day));
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/**
 * Whether a party has a part, in whatever role, that an open one from a day on would overlap. A list without dates says that it takes
 * part, and a part of which neither end is known says nothing.
 */
export function hasPartFrom(parts: readonly PartyInBody[], party: string, from: PartialDate): boolean {
  return parts.some(({ party: whose, period }) => {
    if (whose !== party) return false;
    if (period === null) return true;
    const isUndated = period.from === null && period.to === null;
    return !isUndated && overlaps(period, { from, to: null }) === 'yes';
  });
}

/** The role of a party in a body on a day, the fullest where it has several; null when it certainly has none. */
export function roleOn(
  parts: readonly PartyInBody[],
  party: string,
  day: PlainDate,
): ParticipationRole | 'unknown' | null {
  const own = parts.filter((part) => part.party === party);
  const held = own.filter((part) => heldOn(part, day) === 'yes').map(({ role }) => role);
  const fullest = participationRoles.find((role) => held.includes(role));
  return fullest ?? (own.some((part) => heldOn(part, day) === 'unknown') ? 'unknown' : null);
}

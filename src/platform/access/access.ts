import { type Certainty, contains, type Period, type PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';

/** Who asks: someone who has not signed in, the command line on the node's own machine, or a person who has. */
export type Actor = Visitor | Operator | Person;
export type Visitor = { readonly kind: 'visitor' };
export type Operator = { readonly kind: 'operator' };
export type Person = {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly session: Session;
};

/** The browser's session, by the hash of its id: the id itself is known to that browser alone. */
export type Session = { readonly hash: string; readonly demonstration: boolean };

/**
 * What a person may act as, in one register, for as long as its basis lasts. `role` is an id of the register's own list
 * of roles; it names a task and opens nothing by itself. A grant with a `body` counts for that body alone.
 */
export type Grant = {
  readonly register: RegisterId;
  readonly role: RecordId;
  readonly party: RecordId | null;
  readonly body: RecordId | null;
  readonly period: Period;
  /** The decision or instrument that gives it, as it was written down. */
  readonly basis: string;
};

export const audiences = [
  'public',
  'signed-in',
  'party',
  'participant',
  'delegate',
  'body',
  'responsible',
  'operator',
] as const;
/**
 * `party`: who holds a grant for the object's party at the moment. `participant`: who holds a grant for a party that
 * takes part in the object's body at the moment. `delegate`: who holds a grant for the object's party in the object's body itself,
 * where that party takes part in it at the moment: neither a seat in another body nor a grant for the party as a whole is enough. `body`: who holds a grant for the object's body itself,
 * and for no party, at the moment. `responsible`: whoever acts for the one whose object it is, as `party` where that is a party
 * and as `body` where it is a body.
 */
export type Audience = (typeof audiences)[number];

/** What a module lets people do, for example `journal.read`; `summary` is for the administrator who reads the list. */
export type Permission = { readonly code: string; readonly audience: Audience; readonly summary: string };

export type AccessObject = {
  readonly register: RegisterId;
  readonly party?: RecordId | null;
  readonly body?: RecordId | null;
};

/** Whether the party takes part in the body on that day; the part of an observer or guest is none. */
export type ParticipationPort = (
  register: RegisterId,
  party: RecordId,
  body: RecordId,
  day: PlainDate,
) => Certainty;

/** `grant` is the one that opens it, for the banner that says why the reader sees this. */
export type Decision =
  | { readonly allowed: true; readonly because: Opening; readonly grant: Grant | null }
  | { readonly allowed: false; readonly because: Refusal };
export type Opening = 'public' | 'signed_in' | 'own_party' | 'takes_part' | 'own_body' | 'operator';
export type Refusal =
  | 'operator_only'
  | 'not_signed_in'
  | 'no_grant'
  | 'grant_not_in_force'
  | 'no_participation'
  | 'participation_unknown';

export const visitor: Visitor = { kind: 'visitor' };
export const operator: Operator = { kind: 'operator' };

/** The grants of a person that hold on a day in a register. */
export function grantsOn(actor: Actor, register: RegisterId, day: PlainDate): readonly Grant[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.filter((grant) => grant.register === register && contains(grant.period, day) === 'yes');
}

/** Denies by default: what is unknown at the moment is not a yes. */
export function decide(
  permission: Permission,
  actor: Actor,
  object: AccessObject,
  moment: PlainDate,
  participation: ParticipationPort,
): Decision {
  const { audience } = permission;
  if (audience === 'public') return { allowed: true, because: 'public', grant: null };
  if (actor.kind === 'visitor') return { allowed: false, because: 'not_signed_in' };
  if (audience === 'operator')
    return actor.kind === 'operator'
      ? { allowed: true, because: 'operator', grant: null }
      : { allowed: false, because: 'operator_only' };
  if (audience === 'signed-in') return { allowed: true, because: 'signed_in', grant: null };
  if (actor.kind === 'operator') return { allowed: false, because: 'no_grant' };

  const ofBody = audience === 'body' || (audience === 'responsible' && object.party == null);
  if (ofBody) return decideForBody(actor.grants, object, moment);
  const held = actor.grants.filter(
    (grant) => grant.register === object.register && (grant.body === null || grant.body === object.body),
  );
  if (audience === 'delegate') {
    const seats = held.filter(({ party, body }) => body !== null && party === object.party);
    return decideForParticipant(seats, object, moment, participation);
  }
  return audience === 'party' || audience === 'responsible'
    ? decideForParty(held, object, moment)
    : decideForParticipant(held, object, moment, participation);
}

/** For a body acts a grant that names it and no party: a party's contact point in a body does not act for the body. */
function decideForBody(grants: readonly Grant[], object: AccessObject, moment: PlainDate): Decision {
  const own = grants.filter(
    ({ register, party, body }) =>
      register === object.register && party === null && body !== null && body === object.body,
  );
  if (own.length === 0) return { allowed: false, because: 'no_grant' };
  const grant = own.find(({ period }) => contains(period, moment) === 'yes');
  return grant === undefined
    ? { allowed: false, because: 'grant_not_in_force' }
    : { allowed: true, because: 'own_body', grant };
}

function decideForParty(held: readonly Grant[], object: AccessObject, moment: PlainDate): Decision {
  const own = held.filter((grant) => grant.party !== null && grant.party === object.party);
  if (own.length === 0) return { allowed: false, because: 'no_grant' };
  const grant = own.find(({ period }) => contains(period, moment) === 'yes');
  return grant === undefined
    ? { allowed: false, because: 'grant_not_in_force' }
    : { allowed: true, because: 'own_party', grant };
}

function decideForParticipant(
  held: readonly Grant[],
  { register, body }: AccessObject,
  moment: PlainDate,
  participation: ParticipationPort,
): Decision {
  const forParties = held.filter((grant) => grant.party !== null);
  if (forParties.length === 0) return { allowed: false, because: 'no_grant' };
  const inForce = forParties.filter(({ period }) => contains(period, moment) === 'yes');
  if (inForce.length === 0) return { allowed: false, because: 'grant_not_in_force' };
  const parts = inForce.map((grant) => ({
    grant,
    takesPart:
      body == null || grant.party === null ? 'no' : participation(register, grant.party, body, moment),
  }));
  const opening = parts.find(({ takesPart }) => takesPart === 'yes');
  if (opening !== undefined) return { allowed: true, because: 'takes_part', grant: opening.grant };
  return {
    allowed: false,
    because: parts.some(({ takesPart }) => takesPart === 'unknown')
      ? 'participation_unknown'
      : 'no_participation',
  };
}

import type { PlainDate } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import {
  type AccessObject,
  decide,
  type Grant,
  type ParticipationPort,
  type Permission,
} from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Field as ActionField } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords } from '#platform/records/records.ts';
import {
  bodies,
  groups,
  knownOf,
  listPartsOf,
  type PartyInBody,
  parties,
  powers,
  recordsOf,
  roleOn,
  takesPart,
} from '#union';
import { type FieldName, fieldNames, powerOf } from './model.ts';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;
type Known = Parameters<typeof listPartsOf>[1];

/** A field with the body in which it is worked, and who is in that; by what the register knew on a day. */
export type Field = {
  readonly name: FieldName;
  readonly body: RecordId;
  readonly parts: readonly PartyInBody[];
};

/** Those fields of which the union's data say a body, in the order of their names. */
export async function listFields(tx: Transaction, known: Known): Promise<readonly Field[]> {
  const held = await allRecords(tx, { ...known, kinds: [powers.name], ids: fieldNames.map(powerOf) });
  const bodyOf = new Map(held.map(({ id, body }) => [id, String(body.body)]));
  const keys = [...bodyOf.values()].flatMap((body) => [`${groups.name}/${body}`, `${bodies.name}/${body}`]);
  const parts = await listPartsOf(tx, known, keys);
  return fieldNames.flatMap((name) => {
    const body = bodyOf.get(powerOf(name));
    if (body === undefined) return [];
    const own = parts.get(`${groups.name}/${body}`) ?? parts.get(`${bodies.name}/${body}`) ?? [];
    return [{ name, body: body as RecordId, parts: own }];
  });
}

export async function findField(
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  name: FieldName,
): Promise<Field | undefined> {
  return (await listFields(tx, knownOf(acting))).find((field) => field.name === name);
}

const takingIn =
  ({ parts }: Field): ParticipationPort =>
  (_register, party, _body, day) =>
    takesPart(parts, party, day);

/** For `object` of an action: what belongs to a party within a field. A register without the field lets nobody. */
export async function inField(
  tx: Transaction,
  context: Pick<Acting, 'register' | 'today'>,
  name: FieldName,
  ...parties: readonly (string | undefined)[]
): Promise<readonly AccessObject[]> {
  const field = await findField(tx, context, name);
  const { id: register } = context.register;
  return parties.map((party) => ({
    register,
    party: (party ?? null) as RecordId | null,
    body: field?.body ?? null,
  }));
}

/** For `participation` of an action. */
export const takingPartIn =
  (name: FieldName) =>
  async (tx: Transaction, context: Pick<Acting, 'register' | 'today'>): Promise<ParticipationPort> => {
    const field = await findField(tx, context, name);
    return field === undefined ? () => 'no' : takingIn(field);
  };

/** Who has a part of any sort, that of an observer or guest included: for what all at the table may see, never for data of traders. */
const seatedIn =
  ({ parts }: Field): ParticipationPort =>
  (_register, party, _body, day) => {
    const role = roleOn(parts, party, day);
    return role === null ? 'no' : role === 'unknown' ? 'unknown' : 'yes';
  };

/** Parties whose own data in a field the reader may see today by a permission of its delegates, each with the grant that opens them. */
export const partiesOpen = partiesBy(takingIn);

/** Parties for which the reader sits in a field today, were it as an observer: plans and overviews are for them, and nothing of a trader. */
export const partiesSeated = partiesBy(seatedIn);

function partiesBy(portOf: (field: Field) => ParticipationPort) {
  return async (
    tx: Transaction,
    { register, actor, today }: Acting,
    name: FieldName,
    permission: Permission,
  ): Promise<ReadonlyMap<string, Grant | null>> => {
    const field = actor.kind === 'person' ? await findField(tx, { register, today }, name) : undefined;
    if (field === undefined || actor.kind !== 'person') return new Map();
    const parties = new Set(actor.grants.flatMap(({ party }) => party ?? []));
    return new Map(
      [...parties].flatMap((party) => {
        const object = { register: register.id, party, body: field.body };
        const decision = decide(permission, actor, object, today, portOf(field));
        return decision.allowed ? [[party, decision.grant] as const] : [];
      }),
    );
  };
}

/** The grant by which the reader acts for a field's body itself today; null where he does not. */
export async function coordinatedBy(
  tx: Transaction,
  { register, actor, today }: Acting,
  name: FieldName,
  permission: Permission,
): Promise<Grant | null> {
  const field = actor.kind === 'person' ? await findField(tx, { register, today }, name) : undefined;
  if (field === undefined) return null;
  const decision = decide(
    permission,
    actor,
    { register: register.id, party: null, body: field.body },
    today,
    takingIn(field),
  );
  return decision.allowed ? decision.grant : null;
}

/** Whether a party takes part in a field on a day: what is unknown is not a yes. */
export const takesPartIn = (field: Field, party: string, day: PlainDate): boolean =>
  takesPart(field.parts, party, day) === 'yes';

/** For a field of an action: parties that take part in a field today, in the order of their names; none of those beside it. */
export const partiesIn =
  (name: FieldName): NonNullable<ActionField['options']> =>
  async (tx, context, given) => {
    const field = await findField(tx, context, name);
    const all = field === undefined ? [] : await recordsOf(parties)(tx, context, given);
    return all.filter(({ value }) => field !== undefined && takesPartIn(field, value, context.today));
  };

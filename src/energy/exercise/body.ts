import type { RecordId } from '#kernel/references.ts';
import { type AccessObject, decide, type Grant, type ParticipationPort } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Field } from '#platform/actions/field.ts';
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
  takesPart,
} from '#union';
import { type Seat, secretariat } from './model.ts';
import { leadExercises, takePartInExercises } from './permissions.ts';

/** In which body exercises are held, the union's own data say, as a power of that body; where they do not, nobody can do anything here. */
export const exercisePower = 'energy_exercises';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;

export type ExerciseBody = { readonly body: RecordId; readonly parts: readonly PartyInBody[] };

export async function findBody(
  tx: Transaction,
  known: Parameters<typeof listPartsOf>[1],
): Promise<ExerciseBody | null> {
  const [power] = await allRecords(tx, { ...known, kinds: [powers.name], ids: [exercisePower] });
  if (power === undefined) return null;
  const body = String(power.body.body);
  const keys = [`${groups.name}/${body}`, `${bodies.name}/${body}`];
  const parts = await listPartsOf(tx, known, keys);
  return { body: body as RecordId, parts: keys.flatMap((key) => parts.get(key) ?? []) };
}

const takingIn =
  ({ parts }: ExerciseBody): ParticipationPort =>
  (_register, party, _body, day) =>
    takesPart(parts, party, day);

/** For `object` of an action: a party within the body, or the body itself. */
export async function inBody(
  tx: Transaction,
  context: Pick<Acting, 'register' | 'today'>,
  party: string | undefined,
): Promise<AccessObject> {
  const found = await findBody(tx, knownOf(context));
  return {
    register: context.register.id,
    party: (party ?? null) as RecordId | null,
    body: found?.body ?? null,
  };
}

/** For `participation` of an action. */
export async function takingPart(
  tx: Transaction,
  context: Pick<Acting, 'register' | 'today'>,
): Promise<ParticipationPort> {
  const found = await findBody(tx, knownOf(context));
  return found === null ? () => 'no' : takingIn(found);
}

/** For a field of an action: parties that take part in the body today. */
export const partiesInBody: NonNullable<Field['options']> = async (tx, context, given) => {
  const found = await findBody(tx, knownOf(context));
  if (found === null) return [];
  const all = await recordsOf(parties)(tx, context, given);
  return all.filter(({ value }) => takesPart(found.parts, value, context.today) === 'yes');
};

/** Seats that the reader may sit at today, each with the grant that opens it; that of the lead comes first. */
export async function seatsOpen(
  tx: Transaction,
  { register, actor, today }: Acting,
): Promise<ReadonlyMap<Seat, Grant | null>> {
  const found = actor.kind === 'person' ? await findBody(tx, knownOf({ register, today })) : null;
  if (found === null || actor.kind !== 'person') return new Map();
  const { body } = found;
  const own = [...new Set(actor.grants.flatMap(({ party }) => party ?? []))];
  const lead = decide(leadExercises, actor, { register: register.id, body }, today, takingIn(found));
  const seats = own.map((party) => {
    const object = { register: register.id, party, body };
    return [party, decide(takePartInExercises, actor, object, today, takingIn(found))] as const;
  });
  return new Map(
    [[secretariat, lead] as const, ...seats].flatMap(([seat, decision]) =>
      decision.allowed ? [[seat, decision.grant] as const] : [],
    ),
  );
}

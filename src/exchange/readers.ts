import type { RecordId } from '#kernel/references.ts';
import { type AccessObject, decide, type Grant, type Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownOf, powers } from '#union';

/**
 * Who may see what names officers and cases: both parties, and the body that supervises what is done with the data of one of them.
 * Which body that is, the union's data say: it holds the power `supervise_exchange.PARTY`. Where they do not say, no body does.
 */
export const supervisionOf = (party: string) => `supervise_exchange.${party}`;

/** The keys of a record under which its two parties stand. */
const partyKeys = ['supplier', 'party', 'receiver'] as const;

export function partiesOf({ body }: Pick<StoredRecord, 'body'>): readonly string[] {
  return partyKeys.flatMap((key) => (typeof body[key] === 'string' ? [body[key]] : []));
}

/** The records that somebody may see by a permission today, by what is known today, each with the grant that opens it. */
export async function openTo<One extends Pick<StoredRecord, 'body'>>(
  tx: Transaction,
  acting: Pick<ActionContext, 'register' | 'actor' | 'today'>,
  permission: Permission,
  records: readonly One[],
): Promise<ReadonlyMap<One, Grant | null>> {
  const { register, actor, today } = acting;
  if (actor.kind !== 'person' || records.length === 0) return new Map();
  const parties = [...new Set(records.flatMap(partiesOf))];
  const supervisors = await allRecords(tx, {
    ...knownOf(acting),
    kinds: [powers.name],
    ids: parties.map(supervisionOf),
  });
  const bodyOf = new Map(supervisors.map(({ id, body }) => [id, String(body.body)]));
  const nobody = () => 'no' as const;
  // One decision for each party, whatever the number of records.
  const grants = new Map<string, Grant | null>();
  for (const party of parties) {
    const body = bodyOf.get(supervisionOf(party));
    const touched: readonly AccessObject[] = [
      { register: register.id, party: party as RecordId },
      ...(body === undefined ? [] : [{ register: register.id, party: null, body: body as RecordId }]),
    ];
    for (const object of touched) {
      const decision = decide(permission, actor, object, today, nobody);
      if (decision.allowed && !grants.has(party)) grants.set(party, decision.grant);
    }
  }
  return new Map(
    records.flatMap((record) => {
      const by = partiesOf(record).find((party) => grants.has(party));
      return by === undefined ? [] : [[record, grants.get(by) ?? null] as const];
    }),
  );
}

/** What is for those who act for one of some parties. */
export function ofParties(
  { register }: Pick<ActionContext, 'register'>,
  parties: readonly string[],
): readonly AccessObject[] {
  return parties.map((party) => ({ register: register.id, party: party as RecordId, body: null }));
}

/** Those of some parties for which the actor acts, whatever the day: what is offered, not what is let. */
export function ownAmong(
  { actor, register }: Pick<ActionContext, 'actor' | 'register'>,
  parties: readonly string[],
): readonly string[] {
  const grants = actor.kind === 'person' ? actor.grants : [];
  return parties.filter((party) =>
    grants.some((grant) => grant.register === register.id && grant.party === party),
  );
}

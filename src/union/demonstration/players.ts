import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Player } from '#platform/access/sign-in.tsx';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords } from '#platform/records/records.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { bodies, groups, parties, powers, roles } from '../bodies/model.ts';
import { withoutPapers } from '../bodies/rules/participation.ts';
import { listParts } from '../bodies/store.ts';

/**
 * Whom one can be with one press in a register that is tried out: each body that has a power, each party, and each seat
 * of a party in a group that has one. None in a register
 * that does not say which body does what: there is nothing to do in it.
 */
export async function listPlayers(
  tx: Transaction,
  register: RegisterId,
  language: Language,
): Promise<readonly Player[]> {
  const newest = (await listRegisters(tx)).find(({ id }) => id === register);
  if (newest === undefined) return [];
  const moment = { register, knownAt: newest.knownFrom };
  const kinds = [powers.name, bodies.name, groups.name, parties.name, roles.name];
  const records = await allRecords(tx, { ...moment, kinds });
  const of = (kind: string) => records.filter((record) => record.kind === kind);
  const holders = [...new Set(of(powers.name).map(({ body }) => String(body.body)))];
  const [role] = of(roles.name);
  if (holders.length === 0 || role === undefined) return [];
  const titled = (kind: typeof bodies, id: string) => {
    const found = of(kind.name).find((record) => record.id === id);
    return found === undefined ? id : localize(kind.title(found.body), language, ['en']).text;
  };
  const titledBody = (id: string) =>
    titled(of(bodies.name).some((body) => body.id === id) ? bodies : groups, id);
  const working = of(groups.name).filter(({ id }) => holders.includes(id));
  const seats = await Promise.all(
    working.map(async (group) => ({ group, parts: await listParts(tx, moment, group) })),
  );
  const shared = { role: role.id as RecordId };
  return [
    ...holders.map((id) => ({ ...shared, title: titledBody(id), party: null, body: id as RecordId })),
    ...of(parties.name)
      .filter(({ body }) => String(body.kind).startsWith('member') || body.kind === 'neighbouring_region')
      .map(({ id }) => ({ ...shared, title: titled(parties, id), party: id as RecordId, body: null })),
    ...seats.flatMap(({ group, parts }) =>
      parts
        .filter(({ role: held }) => !withoutPapers.includes(held))
        .map(({ party }) => ({
          ...shared,
          title: `${titled(parties, party)}: ${titled(groups, group.id)}`,
          ...{ party: party as RecordId, body: group.id as RecordId },
        })),
    ),
  ];
}

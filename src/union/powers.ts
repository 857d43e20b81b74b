import type { RecordId } from '#kernel/references.ts';
import type { AccessObject, Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { parties, powers } from './bodies/model.ts';

/**
 * What a body of the union may do. Which body that is, its own data say (kind `powers`): in the Benelux the Council
 * establishes and abolishes groups (§3.3), elsewhere it may be another. Where the data do not say, nobody may.
 */
export const powerNames = [
  'record_initiatives',
  'establish_groups',
  'decide_assessments',
  'edit_criteria',
  'draft_plan',
  'agree_plan',
  'adopt_plan',
  'adopt_programme',
  'close_year',
  'convene',
  'follow_commitments',
  'keep_instruments',
  'adopt_instruments',
  'table_items',
  'assign_items',
  'keep_budget',
  'approve_budget',
  'keep_documents',
  'import_sheets',
] as const;
export type Power = (typeof powerNames)[number];

/** A power is a body's own: whoever acts for it at the moment, and nobody else. */
export function powerPermission(power: Power, summary: string): Permission {
  return { code: `power.${power}`, audience: 'body', summary };
}

/** Whoever records initiatives has them assessed, too. */
export const recordInitiatives = powerPermission(
  'record_initiatives',
  'record signals, bring initiatives on and have them assessed',
);

/** What an action touches that a body does by its power. */
export function byPower(power: Power) {
  return async (tx: Transaction, { register, today }: ActionContext): Promise<AccessObject> => {
    const known = { register: register.id, knownAt: knownNow(register, today) };
    const held = await findRecord(tx, { ...known, kind: powers.name, id: power });
    const body = typeof held?.body.body === 'string' ? (held.body.body as RecordId) : null;
    return { register: register.id, party: null, body };
  };
}

/** Bodies and parties that must have been consulted before a power is used; where the data do not say, nobody. */
export async function heardBefore(
  tx: Transaction,
  { register, today }: Pick<ActionContext, 'register' | 'today'>,
  power: Power,
): Promise<readonly string[]> {
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const held = await findRecord(tx, { ...known, kind: powers.name, id: power });
  return (held?.body.hears ?? []) as readonly string[];
}

/** What an action touches that a party does for itself; the field `party` says which. */
export async function byParty(
  _tx: Transaction,
  { register }: ActionContext,
  { party }: { readonly party?: string | undefined },
): Promise<AccessObject> {
  return { register: register.id, party: (party ?? null) as RecordId | null, body: null };
}

/** What is a party's own or a body's own, so that whoever acts for it is in charge; one for each owner. */
export async function ownedBy(
  tx: Transaction,
  { register, today }: ActionContext,
  ...owners: readonly string[]
): Promise<readonly AccessObject[]> {
  if (owners.length === 0) return [];
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const found = await allRecords(tx, { ...known, kinds: [parties.name], ids: owners });
  const states = new Set(found.map(({ id }) => id));
  return owners.map((owner) =>
    states.has(owner)
      ? { register: register.id, party: owner as RecordId, body: null }
      : { register: register.id, party: null, body: owner as RecordId },
  );
}

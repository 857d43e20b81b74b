import type { AccessObject } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { answerDrafts, parliamentItems } from '../../parliament/model.ts';
import { answeredItemOf, signatoriesAt } from '../../parliament/store.ts';
import { byPower, ownedBy, type Power } from '../../powers.ts';
import type { Known } from '../store.ts';

/** Where a record names those whose it is: parties, bodies or groups. */
const ownerFields: Readonly<Record<string, readonly string[]>> = {
  parties: ['id'],
  bodies: ['id'],
  working_groups: ['id'],
  plan_items: ['responsible', 'proposed_by'],
  promises: ['owner', 'watcher'],
  meetings: ['body'],
  agenda_items: ['put_by'],
  written_procedures: ['body'],
  instruments: ['issuer'],
  parliament_items: ['addressee', 'addressees'],
  contacts: ['party', 'body'],
  group_notes: ['party', 'body'],
};
/** The body that keeps records of a kind, where that is a power. */
const ownerPowers: Readonly<Record<string, Power>> = {
  plans: 'draft_plan',
  plan_items: 'draft_plan',
  initiatives: 'record_initiatives',
  assessments: 'record_initiatives',
  promises: 'follow_commitments',
  meetings: 'convene',
  agenda_items: 'convene',
  written_procedures: 'convene',
  instruments: 'keep_instruments',
  parliament_items: 'table_items',
};

/**
 * Whose documents on a record are: those whose record it is, and the body that keeps documents (power `keep_documents`; in
 * the Benelux the secretariat, §3.7). Of a record that is not there only the last.
 */
export async function ownersOf(
  tx: Transaction,
  context: ActionContext,
  kind: string | undefined,
  id: string | undefined,
): Promise<readonly AccessObject[]> {
  if (kind === undefined || id === undefined) return [await byPower('keep_documents')(tx, context)];
  return (await ownersOfEach(tx, context, kind, [id])).get(id) ?? [];
}

/** The same of several records of one kind, by their ids, with as many questions as for one. */
export async function ownersOfEach(
  tx: Transaction,
  context: ActionContext,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AccessObject[]>> {
  const keeper = await byPower('keep_documents')(tx, context);
  const { register, today } = context;
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const found = await allRecords(tx, { ...known, kinds: [kind], ids });
  const records = new Map(found.map((record) => [record.id, record]));
  const signatories = kind === answerDrafts.name ? await signatoriesOfDrafts(tx, known, found) : new Map();
  const named = new Map(
    found.map((record) => [record.id, namedIn(kind, record, signatories.get(record.id) ?? [])]),
  );
  const power = ownerPowers[kind];
  const byItsPower = power === undefined || found.length === 0 ? [] : [await byPower(power)(tx, context)];
  const all = [...new Set([...named.values()].flat())];
  const owners = await ownedBy(tx, context, ...all);
  const ownerOf = new Map(all.map((one, index) => [one, owners[index]]));
  return new Map(
    ids.map((id) => [
      id,
      records.has(id)
        ? [keeper, ...byItsPower, ...(named.get(id) ?? []).flatMap((one) => ownerOf.get(one) ?? [])]
        : [keeper],
    ]),
  );
}

/** Ids of those whose record it is. What is in words is nobody who could act here. */
function namedIn(kind: string, { body }: StoredRecord, signatories: readonly string[]): readonly string[] {
  const named = (ownerFields[kind] ?? []).flatMap((field) => [body[field]].flat());
  return [
    ...new Set(
      [...signatories, ...named].filter(
        (one): one is string => typeof one === 'string' && !one.includes(' '),
      ),
    ),
  ];
}

/** By the ids of drafts: each is of all governments that sign it off. */
async function signatoriesOfDrafts(
  tx: Transaction,
  known: Known,
  drafts: readonly StoredRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(drafts.map(({ body }) => String(body.item)))];
  const found = await allRecords(tx, { ...known, kinds: [parliamentItems.name], ids });
  if (found.length === 0) return new Map();
  const items = new Map(found.map((item) => [item.id, item]));
  const signatoriesOf = await signatoriesAt(tx, known);
  return new Map(
    drafts.flatMap(({ id, body }) => {
      const item = items.get(String(body.item));
      return item === undefined ? [] : [[id, signatoriesOf(answeredItemOf(item.body).addressees)]];
    }),
  );
}

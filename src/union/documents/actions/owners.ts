import type { AccessObject } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { findRecord, type StoredRecord } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import { answerDrafts, parliamentItems } from '../../parliament/model.ts';
import { answeredItemOf, listSignatories } from '../../parliament/store.ts';
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
  const keeper = await byPower('keep_documents')(tx, context);
  if (kind === undefined || id === undefined) return [keeper];
  const { register, today } = context;
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const record = await findRecord(tx, { ...known, kind, id });
  if (record === undefined) return [keeper];
  const signatories = kind === answerDrafts.name ? await signatoriesOfDraft(tx, known, record) : [];
  const named = (ownerFields[kind] ?? []).flatMap((field) => [record.body[field]].flat());
  const power = ownerPowers[kind];
  return [
    keeper,
    ...(power === undefined ? [] : [await byPower(power)(tx, context)]),
    ...(await ownedBy(
      tx,
      context,
      ...new Set(
        // In words, it is nobody who could act here.
        [...signatories, ...named].filter(
          (one): one is string => typeof one === 'string' && !one.includes(' '),
        ),
      ),
    )),
  ];
}

/** A draft is of all governments that sign it off. */
async function signatoriesOfDraft(
  tx: Transaction,
  known: Known,
  { body }: StoredRecord,
): Promise<readonly string[]> {
  const item = await findRecord(tx, { ...known, kind: parliamentItems.name, id: String(body.item) });
  return item === undefined ? [] : listSignatories(tx, known, answeredItemOf(item.body).addressees);
}

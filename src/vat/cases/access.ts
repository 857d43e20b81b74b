import type { Lived } from '#exchange';
import type { Grant, Permission } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { knownOf } from '#union';
import { partiesOpen } from '../fields/store.ts';
import { readCases, readFeedback, readRequests, readRows, vatFeedback } from './model.ts';
import { findCase, findOne, listCases, type WholeCase } from './store.ts';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;

/** A case with the grant that opens it to the reader. */
export type OpenedCase = WholeCase & { readonly party: string; readonly grant: Grant | null };

/**
 * One case, where the reader sits in the field for its party and that party takes part in it today. Null: there is none, or it is not his
 * to see; which of both nobody is told.
 */
export async function openCase(tx: Transaction, acting: Acting, id: string): Promise<OpenedCase | null> {
  const open = await partiesOpen(tx, acting, 'cases', readCases);
  if (open.size === 0) return null;
  const found = await findCase(tx, knownOf(acting), id);
  const party = String(found?.record.record.body.party);
  const grant = open.get(party);
  if (found === null || grant === undefined) return null;
  const may = async (permission: Permission) =>
    (await partiesOpen(tx, acting, 'cases', permission)).has(party);
  return {
    ...found,
    ...{ party, grant },
    rows: (await may(readRows)) ? found.rows : [],
    requests: (await may(readRequests)) ? found.requests : [],
    feedback: (await may(readFeedback)) ? found.feedback : [],
  };
}

/** Feedback of which the reader's party is one side. */
export type OpenedFeedback = Lived & { readonly grant: Grant | null; readonly isOwed: boolean };

export async function openFeedback(
  tx: Transaction,
  acting: Acting,
  id: string,
): Promise<OpenedFeedback | null> {
  const open = await partiesOpen(tx, acting, 'cases', readFeedback);
  if (open.size === 0) return null;
  const found = await findOne(tx, knownOf(acting), vatFeedback, id);
  return found === null ? null : asOpened(found, open);
}

function asOpened(found: Lived, open: ReadonlyMap<string, Grant | null>): OpenedFeedback | null {
  const { asker, state } = found.record.body;
  const [owing, asking] = [open.get(String(state)), open.get(String(asker))];
  if (owing === undefined && asking === undefined) return null;
  return { ...found, grant: owing ?? asking ?? null, isOwed: owing !== undefined };
}

/** All cases that the reader may see, each with its grant; in the order in which they were opened. */
export async function openCases(
  tx: Transaction,
  acting: Acting,
): Promise<readonly (Lived & { readonly grant: Grant | null })[]> {
  const open = await partiesOpen(tx, acting, 'cases', readCases);
  if (open.size === 0) return [];
  const found = await listCases(tx, knownOf(acting), open.keys());
  return found.map((one) => ({ ...one, grant: open.get(String(one.record.body.party)) ?? null }));
}

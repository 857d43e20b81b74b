import type { Transaction } from '#platform/database/database.ts';
import { findKeptAlert, type KeptBundle } from './store.ts';

/** What a run says of one trader, with what it thinks is at stake: in cents, null where it does not say. */
export type Alert = Omit<KeptBundle, 'sha256'> & { readonly expectedLoss: number | null };

/** Whose run, and which trader of it. */
export type AlertOf = { readonly run: string; readonly trader: string };

/** Null: that run of that party says nothing of that trader, or there is none. */
export async function findAlert(
  tx: Transaction,
  of: { readonly register: string; readonly party: string },
  { run, trader }: AlertOf,
): Promise<Alert | null> {
  return findKeptAlert(tx, of, { run, trader });
}

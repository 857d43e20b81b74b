import { hearsLaw } from '#exchange';
import type { Transaction } from '#platform/database/database.ts';
import { listOpenings } from '../cases/store.ts';

type Known = Parameters<typeof listOpenings>[1];

/**
 * Instruments on record that open bridges, with what they have for cases. Whether one is in force between those who ask and are asked is
 * decided when it leaves.
 */
export async function listBridgeOpenings(tx: Transaction, known: Known) {
  const openings = await listOpenings(tx, known);
  return new Map([...openings].filter(([, { what }]) => what.includes('bridges')));
}

/** Whether some instrument may open bridges: one on record, or one that a node which hears the law from elsewhere has not on record. */
export async function mayBeOpened(tx: Transaction, known: Known): Promise<boolean> {
  return (await listBridgeOpenings(tx, known)).size > 0 || (await hearsLaw(tx, known.register));
}

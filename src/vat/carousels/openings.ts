import type { Transaction } from '#platform/database/database.ts';
import { listOpenings } from '../cases/store.ts';

type Known = Parameters<typeof listOpenings>[1];

/**
 * Instruments on record that open bridges, with what they have for cases; none but these can be named when bridges are asked for. Whether
 * one is in force between those who ask and are asked is decided when it leaves.
 */
export async function listBridgeOpenings(tx: Transaction, known: Known) {
  const openings = await listOpenings(tx, known);
  return new Map([...openings].filter(([, { what }]) => what.includes('bridges')));
}

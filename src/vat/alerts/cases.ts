import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import type { Cases } from './rules/narrow.ts';

/** Of a party's traders those on whom somebody has a case. */
export async function casesOf(_tx: Transaction, _context: PageContext, _party: string): Promise<Cases> {
  return new Map();
}

import type { RegisterId } from '#kernel/references.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { writeRecords } from '#platform/records/records.ts';
import { jointChecksKnownFrom, madeUpJointChecks } from './joint-checks/made-up.ts';

/**
 * Writes what rooms of the module made up beside the union's file of the made-up year, in the transaction of its import; where it is there
 * already, nothing changes.
 */
export async function writeVatExamples(tx: Transaction, clock: Clock, register: RegisterId): Promise<void> {
  const order = { register, knownFrom: jointChecksKnownFrom, actor: 'system', drafts: madeUpJointChecks };
  await writeRecords(tx, clock, order);
}

import type { RegisterId } from '#kernel/references.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { writeRecords } from '#platform/records/records.ts';
import { casesKnownFrom, madeUpCases } from './cases/made-up.ts';
import { jointChecksKnownFrom, madeUpJointChecks } from './joint-checks/made-up.ts';

/** Writes what rooms of the module made up beside the union's file of the made-up year; where it is there already, nothing changes. */
export async function writeVatExamples(
  database: Database,
  clock: Clock,
  register: RegisterId,
): Promise<void> {
  const made = [
    { knownFrom: jointChecksKnownFrom, drafts: madeUpJointChecks },
    { knownFrom: casesKnownFrom, drafts: madeUpCases },
  ];
  await database.write(async (tx) => {
    for (const one of made) await writeRecords(tx, clock, { register, actor: 'system', ...one });
  });
}

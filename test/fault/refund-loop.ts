/**
 * A process that writes the money of one claim after another, for tests that kill it: `refund-loop.ts DATA-FOLDER`. Each step is a transaction
 * of its own, of one entry or of many; the claim and how many entries it has are printed after the database has acknowledged them.
 * Started again, it goes on where the last claim stands.
 */
import { sql } from 'kysely';
import { systemClock } from '#platform/clock.ts';
import { openDatabase } from '#platform/database/database.ts';
import { migrations } from '../../src/app/open.ts';
import { appendEntries, loadLedger } from '../../src/vat/refunds/store.ts';
import { nextStep, register } from './refund-steps.ts';

const database = await openDatabase(
  { databaseUrl: null, dataFolder: process.argv[2] ?? '', readTimeout: 30_000 },
  { modules: migrations },
);
const { rows } = await sql<{ last: number }>`
  select coalesce(max(claim::integer), 1) as last from vat.refund_entry where register = ${register}`.execute(
  database.owner,
);
for (let count = rows[0]?.last ?? 1; ; count += 1) {
  const key = { register, claim: String(count) };
  for (;;) {
    const entries = await database.write(async (tx) => {
      const before = await loadLedger(tx, key);
      const after = nextStep(before);
      if (after === null) return null;
      await appendEntries(tx, systemClock, key, { before, after });
      return after.length;
    });
    if (entries === null) break;
    process.stdout.write(`${count} ${entries}\n`);
  }
}

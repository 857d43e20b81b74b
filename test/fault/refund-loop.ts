/**
 * A process that lives one claim for a refund after another, for tests that kill it: `refund-loop.ts DATA-FOLDER`. Each act is the action that
 * people have, of one state or the other; how many were done is printed after the database has acknowledged each. Started again, it goes on
 * where the journal stands.
 */
import { performAction } from '#platform/actions/perform.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { openDatabase } from '#platform/database/database.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { migrations } from '../../src/app/open.ts';
import { refundActions } from '../../src/vat/refunds/actions.ts';
import { actAt, placeOf, register, seatOf } from './refund-acts.ts';

const dataFolder = process.argv[2] ?? '';
const database = await openDatabase(
  { databaseUrl: null, dataFolder, readTimeout: 30_000 },
  { modules: migrations },
);
const registers = await database.read(listRegisters);
if (!registers.some(({ id }) => id === register)) await loadDemonstration(database, systemClock);
const today = todayOn(systemClock);
for (let place = await database.read(placeOf); ; place += 1) {
  const { by, name, input } = await database.read((tx) => actAt(tx, place, today));
  const action = refundActions.find((one) => one.name === name);
  if (action === undefined) throw new Error(`There is no ${name}`);
  const asked = { register, actor: seatOf(by), language: 'en', input } as const;
  const done = await performAction({ database, clock: systemClock, dataFolder }, action, asked);
  if (!done.ok) throw new Error(`${place} ${name}: ${JSON.stringify(done.problems)}`);
  process.stdout.write(`${place + 1}\n`);
}

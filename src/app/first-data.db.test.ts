import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createTestDatabase } from '../../test/support/test-database.ts';
import { loadDemonstration } from './first-data.ts';

test('the made-up year stands with the examples of the VAT rooms or not at all, and is set up anew after a failure', async () => {
  const database = await createTestDatabase();
  const registers = () => database.read(async (tx) => (await listRegisters(tx)).map(({ id }) => id));
  const checks = async () => {
    const { rows } = await database.read((tx) =>
      sql<{ checks: number }>`select count(*)::integer as checks from platform.record
        where register = 'demo-2020' and kind = 'vat_joint_checks'`.execute(tx),
    );
    return rows[0]?.checks;
  };
  try {
    await sql
      .raw(`create function platform.refuse_check() returns trigger language plpgsql as
      $$ begin raise exception 'the disk is full'; end $$`)
      .execute(database.owner);
    await sql
      .raw(`create trigger refuse_check before insert on platform.record for each row
      when (new.kind = 'vat_joint_checks') execute function platform.refuse_check()`)
      .execute(database.owner);
    await expect(loadDemonstration(database, systemClock)).rejects.toThrow('the disk is full');
    expect(await registers()).toEqual([]);
    await sql.raw('drop trigger refuse_check on platform.record').execute(database.owner);
    await loadDemonstration(database, systemClock);
    expect(await registers()).toEqual(['demo-2020']);
    const written = await checks();
    expect(written).toBeGreaterThan(0);
    await loadDemonstration(database, systemClock);
    expect(await checks(), 'a second time changes nothing').toBe(written);
  } finally {
    await database.close();
  }
});

import { sql } from 'kysely';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { Grant } from './access.ts';

/** What an identity provider says of who signed in. */
export type Identity = { readonly issuer: string; readonly subject: string; readonly name: string };

/**
 * The id of the person that the identity belongs to. One seen for the first time gets a person without grants: being
 * known opens nothing.
 */
export async function recognisePerson(
  tx: Transaction,
  clock: Clock,
  { issuer, subject, name }: Identity,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  // Two first sign-ins at once would otherwise make two persons of one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity/${issuer}/${subject}`}, 0))`.execute(
    tx,
  );
  const known = await sql<{ person: string }>`
    select person from platform.identity where issuer = ${issuer} and subject = ${subject}`.execute(tx);
  const id = known.rows[0]?.person;
  if (id !== undefined) {
    await sql`update platform.person set name = ${name} where id = ${id} and name <> ${name}`.execute(tx);
    return { id, isNew: false };
  }
  const fresh = newId(clock);
  await sql`
    insert into platform.person (id, name, created_at) values (${fresh}, ${name}, ${clock.now().toString()})`.execute(
    tx,
  );
  await sql`
    insert into platform.identity (issuer, subject, person) values (${issuer}, ${subject}, ${fresh})`.execute(
    tx,
  );
  return { id: fresh, isNew: true };
}

export async function giveGrant(tx: Transaction, clock: Clock, person: string, grant: Grant): Promise<void> {
  const { register, role, party, body, period, basis } = grant;
  await sql`
    insert into platform.access_grant (id, person, register, role, party, body, valid_from, valid_to, basis, granted_at)
    values (${newId(clock)}, ${person}, ${register}, ${role}, ${party}, ${body}, ${period.from}, ${period.to}, ${basis},
      ${clock.now().toString()})`.execute(tx);
}

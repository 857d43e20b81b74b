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

/** The id of the new grant. */
export async function giveGrant(
  tx: Transaction,
  clock: Clock,
  person: string,
  grant: Grant,
): Promise<string> {
  const { register, role, party, body, period, basis } = grant;
  const id = newId(clock);
  await sql`
    insert into platform.access_grant (id, person, register, role, party, body, valid_from, valid_to, basis, granted_at)
    values (${id}, ${person}, ${register}, ${role}, ${party}, ${body}, ${period.from}, ${period.to}, ${basis},
      ${clock.now().toString()})`.execute(tx);
  return id;
}

/** Ends a grant at once and for ever; false when there is none of that id, or it had been ended before. */
export async function endGrant(
  tx: Transaction,
  clock: Clock,
  grant: string,
  basis: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into platform.access_grant_end (grant_id, ended_at, basis)
    select id, ${clock.now().toString()}, ${basis} from platform.access_grant where id::text = ${grant}
    on conflict do nothing returning grant_id`.execute(tx);
  return rows.length > 0;
}

export type HeldGrant = {
  readonly grant: string;
  readonly person: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly register: string;
  readonly role: string;
  readonly party: string | null;
  readonly body: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly basis: string;
  readonly endedAt: string | null;
};

/** Every grant that was ever given, in the order of their giving, with whom it was given to. */
export async function listGrants(tx: Transaction): Promise<readonly HeldGrant[]> {
  const { rows } = await sql<HeldGrant & { endedAt: Date | null }>`
    select held.id as "grant", person.id as person, person.name, identity.issuer, identity.subject, held.register,
      held.role, held.party, held.body, held.valid_from as "from", held.valid_to as "until", held.basis,
      ended.ended_at as "endedAt"
    from platform.access_grant held
    join platform.person on person.id = held.person
    join platform.identity on identity.person = person.id
    left join platform.access_grant_end ended on ended.grant_id = held.id
    order by held.granted_at, held.id`.execute(tx);
  return rows.map((row) => ({ ...row, endedAt: row.endedAt === null ? null : row.endedAt.toISOString() }));
}

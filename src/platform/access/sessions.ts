import { sql } from 'kysely';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Grant, Person } from './access.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** A session ends when nothing was asked for this long, */
export const idleMinutes = 30;
/** and in any case at the end of a long working day. */
export const absoluteHours = 12;

/** Starts a session and returns its id, which only the browser keeps. */
export async function startSession(
  tx: Transaction,
  clock: Clock,
  person: string,
  demonstration: boolean,
): Promise<string> {
  const id = newSecret();
  const now = clock.now();
  await sql`delete from platform.session where expires_at < ${now.toString()}`.execute(tx);
  await sql`
    insert into platform.session (hash, person, demonstration, created_at, last_seen_at, expires_at)
    values (${hashSecret(id)}, ${person}, ${demonstration}, ${now.toString()}, ${now.toString()},
      ${now.add({ hours: absoluteHours }).toString()})`.execute(tx);
  return id;
}

/**
 * Who the session belongs to, with all grants, also those not in force: `decide` looks at the moment asked about.
 * Null when it has ended for any reason. `demonstration` false ends all demonstration sessions at once, for the day on
 * which a node gets its identity provider.
 */
export async function findPerson(
  tx: Transaction,
  clock: Clock,
  id: string,
  { demonstration }: { readonly demonstration: boolean },
): Promise<Person | null> {
  const hash = hashSecret(id);
  const now = clock.now();
  // Once a minute is enough for the idle limit, and spares most page views a write.
  const { rows } = await sql<{
    id: string;
    name: string;
    demonstration: boolean;
    grants: readonly GrantRow[];
  }>`
    with session as (
      select hash, person, demonstration from platform.session
      where hash = ${hash} and revoked_at is null and expires_at > ${now.toString()}
        and last_seen_at > ${now.subtract({ minutes: idleMinutes }).toString()}
        and (${demonstration} or not demonstration)
    ), seen as (
      update platform.session set last_seen_at = ${now.toString()}
      where hash in (select hash from session) and last_seen_at < ${now.subtract({ minutes: 1 }).toString()}
    )
    select person.id, person.name, session.demonstration,
      (select coalesce(jsonb_agg(to_jsonb(held) order by granted_at, held.id), '[]')
        from platform.access_grant held where held.person = person.id
          and not exists (select from platform.access_grant_end ended where ended.grant_id = held.id)) as grants
    from session join platform.person on person.id = session.person`.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  return {
    kind: 'person',
    id: row.id,
    name: row.name,
    grants: row.grants.map(grantOf),
    session: { hash, demonstration: row.demonstration },
  };
}

/** Ends the session for ever; nothing when it has ended before. */
export async function endSession(tx: Transaction, clock: Clock, hash: string): Promise<void> {
  await sql`
    update platform.session set revoked_at = ${clock.now().toString()}
    where hash = ${hash} and revoked_at is null`.execute(tx);
}

type GrantRow = Omit<Grant, 'period'> & {
  readonly valid_from: Grant['period']['from'];
  readonly valid_to: Grant['period']['to'];
};

function grantOf({ register, role, party, body, valid_from, valid_to, basis }: GrantRow): Grant {
  return { register, role, party, body, period: { from: valid_from, to: valid_to }, basis };
}

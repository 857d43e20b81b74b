import { sql } from 'kysely';
import type { PlainDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { Mailer } from './mailer.ts';

/** What a reminder is known by: nothing is reminded of twice under the same rule for the same date. */
export type ReminderKey = { readonly subject: string; readonly rule: string; readonly due: PlainDate };

/** A mail of one day with the reminders that it settles. */
export type Digest = {
  readonly register: string;
  readonly addressee: string;
  readonly day: PlainDate;
  readonly address: string;
  readonly language: string;
  readonly title: string;
  readonly content: string;
  readonly settles: readonly (ReminderKey & { readonly told: boolean })[];
};

/** One node at a time decides what a register's reminders are; the others wait, and see what it has claimed. */
export async function lockReminders(tx: Transaction, register: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reminders/${register}`}, 0))`.execute(tx);
}

export const reminderKey = ({ subject, rule, due }: ReminderKey) => JSON.stringify([subject, rule, due]);

/** The keys of all reminders of a register that have been claimed, as `reminderKey` writes them. */
export async function listClaimed(tx: Transaction, register: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<ReminderKey>`
    select subject, rule, due from platform.reminder where register = ${register}`.execute(tx);
  return new Set(rows.map(reminderKey));
}

/** Who has been written to on a day already. */
export async function listAddressed(
  tx: Transaction,
  register: string,
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ addressee: string }>`
    select addressee from platform.digest where register = ${register} and day = ${day}`.execute(tx);
  return new Set(rows.map(({ addressee }) => addressee));
}

/** Claims the reminders of a mail that will be sent. Throws where one of them is claimed already: see `lockReminders`. */
export async function claimDigest(tx: Transaction, clock: Clock, digest: Digest): Promise<void> {
  const { register, addressee, day, address, language, title, content, settles } = digest;
  const id = newId(clock);
  await sql`
    insert into platform.digest (id, register, addressee, day, address, language, title, content, made_at)
    values (${id}, ${register}, ${addressee}, ${day}, ${address}, ${language}, ${title}, ${content},
      ${clock.now().toString()})`.execute(tx);
  for (const { subject, rule, due, told } of settles)
    await sql`
      insert into platform.reminder (register, subject, rule, due, digest, told)
      values (${register}, ${subject}, ${rule}, ${due}, ${id}, ${told})`.execute(tx);
}

type Waiting = {
  readonly id: string;
  readonly address: string;
  readonly language: string;
  readonly title: string;
  readonly content: string;
};

export type Sending = {
  readonly sent: number;
  /** Mails that still wait, after the server refused one or could not be reached. */
  readonly waiting: number;
  /** What the server said last, where it did not take a mail. */
  readonly error: string | null;
};

/**
 * Sends every mail that has been claimed and not been taken by the server yet, oldest first. Whoever sends one holds it until its
 * sending is written down, so that two nodes send it once. A node that dies between the server's answer and that sends it again, under the same
 * Message-ID. A refused mail waits for the next run and holds none of the others up.
 */
export async function sendDigests(database: Database, clock: Clock, mailer: Mailer): Promise<Sending> {
  const { rows } = await database.read((tx) =>
    sql<{ id: string }>`
      select id from platform.digest
      where not exists (select 1 from platform.digest_sent where digest_sent.digest = digest.id)
      order by made_at, id`.execute(tx),
  );
  let sent = 0;
  let error: string | null = null;
  const tried = rows.map(({ id }) => id);
  for (const id of tried)
    try {
      if (await sendOne(database, clock, mailer, id)) sent += 1;
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause);
      // A server that is away is away for all; one that refuses this mail may take the next.
      if (!isRefusal(cause)) break;
    }
  const left = await database.read((tx) =>
    sql<{ waiting: number }>`
      select count(*)::integer as waiting from platform.digest
      where not exists (select 1 from platform.digest_sent where digest_sent.digest = digest.id)`.execute(tx),
  );
  return { sent, waiting: left.rows[0]?.waiting ?? 0, error };
}

/** An answer of the server itself (RFC 5321, section 4.2). */
function isRefusal(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'responseCode' in cause;
}

function sendOne(database: Database, clock: Clock, mailer: Mailer, id: string): Promise<boolean> {
  return database.write(async (tx) => {
    const held = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`digest/${id}`}, 0)) as held`.execute(tx);
    if (held.rows[0]?.held !== true) return false;
    const { rows } = await sql<Waiting>`
      select id, address, language, title, content from platform.digest where id = ${id}
        and not exists (select 1 from platform.digest_sent where digest_sent.digest = digest.id)`.execute(tx);
    const [mail] = rows;
    if (mail === undefined) return false;
    const { address, language, title, content } = mail;
    await mailer.send({ id, to: address, language, title, content });
    await sql`insert into platform.digest_sent (digest, sent_at) values (${id}, ${clock.now().toString()})`.execute(
      tx,
    );
    return true;
  });
}

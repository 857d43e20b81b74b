import { sql } from 'kysely';
import { jsDate } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';

/** Signed notes of consents: this node's own, and those that others handed over. */

/** Where a node listens for consents that were given or withdrawn. */
export const consentChannel = 'exchange_consents';

/** Nodes that listen are told when this transaction commits. */
export async function tellOfConsents(tx: Transaction): Promise<void> {
  await sql`select pg_notify(${consentChannel}, '')`.execute(tx);
}

/** Of which consent a note is, and which of its two. */
export type NoteKey = {
  readonly register: string;
  readonly supplier: string;
  readonly id: string;
  readonly what: 'given' | 'withdrawn';
};
export type KeptNote = NoteKey & {
  readonly receiver: string;
  /** Who signed it. */
  readonly node: string;
  readonly note: string;
};

/** False: there is one of the same key. */
export async function insertNote(
  tx: Transaction,
  { register, supplier, id, what, receiver, node, note }: KeptNote,
  { signedAt, now }: { readonly signedAt: number; readonly now: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exchange.consent_note (register, supplier, consent, what, receiver, node, note, signed_at, recorded_at)
    values (${register}, ${supplier}, ${id}, ${what}, ${receiver}, ${node}, ${note}, ${jsDate(signedAt)}, ${jsDate(now)})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Puts a note that was signed anew in the place of the one before. */
export async function replaceNote(
  tx: Transaction,
  { register, supplier, id, what }: NoteKey,
  { note, signedAt }: { readonly note: string; readonly signedAt: number },
): Promise<void> {
  await sql`update exchange.consent_note set note = ${note}, signed_at = ${jsDate(signedAt)}
    where register = ${register} and supplier = ${supplier} and consent = ${id} and what = ${what}`.execute(
    tx,
  );
}

type NoteRow = Omit<KeptNote, 'id'> & { readonly consent: string };
const columns = sql`register, supplier, consent, what, receiver, node, note`;
const keptOf = ({ consent, ...row }: NoteRow): KeptNote => ({ ...row, id: consent });

export async function findNote(
  tx: Transaction,
  { register, supplier, id, what }: NoteKey,
): Promise<KeptNote | null> {
  const { rows } = await sql<NoteRow>`select ${columns} from exchange.consent_note
    where register = ${register} and supplier = ${supplier} and consent = ${id} and what = ${what}`.execute(
    tx,
  );
  return rows[0] === undefined ? null : keptOf(rows[0]);
}

/** Of these consents; of a consent that was withdrawn both notes. */
export async function listNotesOf(tx: Transaction, ids: readonly string[]): Promise<readonly KeptNote[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<NoteRow>`select ${columns} from exchange.consent_note
    where consent = any(${ids}) order by register, supplier, consent, what`.execute(tx);
  return rows.map(keptOf);
}

/** Of consents to some receivers. */
export async function listNotesFor(
  tx: Transaction,
  register: string,
  receivers: readonly string[],
): Promise<readonly KeptNote[]> {
  if (receivers.length === 0) return [];
  const { rows } = await sql<NoteRow>`select ${columns} from exchange.consent_note
    where register = ${register} and receiver = any(${receivers}) order by supplier, consent, what`.execute(
    tx,
  );
  return rows.map(keptOf);
}

/** When each note came to be here, and, of one of this node, where it was handed over. Times in milliseconds since 1970. */
export type TracedNote = KeptNote & {
  readonly signedAt: number;
  readonly recordedAt: number;
  readonly handed: { readonly node: string; readonly at: number } | null;
};

/** All notes of a register, or those of one consent, oldest first. */
export async function listTracedNotes(
  tx: Transaction,
  register: string,
  ids?: readonly string[],
): Promise<readonly TracedNote[]> {
  const { rows } = await sql<
    NoteRow & {
      readonly signed_at: Date;
      readonly recorded_at: Date;
      readonly handed_to: string | null;
      readonly handed_at: Date | null;
    }
  >`
    select ${columns}, signed_at, recorded_at, handed_to, handed_at
    from exchange.consent_note kept left join lateral (
      select handed.node as handed_to, handed_at from exchange.consent_handed handed
      where (handed.register, handed.supplier, handed.consent, handed.what)
        = (kept.register, kept.supplier, kept.consent, kept.what)
      order by handed_at desc limit 1) as last on true
    where register = ${register} and ${ids === undefined ? sql`true` : sql`consent = any(${ids})`}
    order by signed_at, consent, what`.execute(tx);
  return rows.map(({ signed_at, recorded_at, handed_to, handed_at, ...row }) => ({
    ...keptOf(row),
    signedAt: signed_at.getTime(),
    recordedAt: recorded_at.getTime(),
    handed: handed_to === null || handed_at === null ? null : { node: handed_to, at: handed_at.getTime() },
  }));
}

/** Ids of consents on record that have no note yet, or were withdrawn and have no note that says so. */
export async function listUnsigned(
  tx: Transaction,
  register: string,
  kind: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct id from platform.record
    where register = ${register} and kind = ${kind} and not exists (
      select from exchange.consent_note note where note.register = record.register
        and note.supplier = record.body->>'supplier' and note.consent = record.id and what = 'given')
    union
    select subject from platform.transition join exchange.consent_note note
      on note.register = transition.register and note.consent = subject and what = 'given'
    where transition.register = ${register} and kind = ${kind} and to_state = 'withdrawn' and not exists (
      select from exchange.consent_note said where said.register = note.register
        and said.supplier = note.supplier and said.consent = note.consent and said.what = 'withdrawn')
    order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Own notes of consents that are on no record any more, since what brought them was taken back, and that nobody has withdrawn. */
export async function listForsaken(
  tx: Transaction,
  register: string,
  { own, kind }: { readonly own: string; readonly kind: string },
): Promise<readonly KeptNote[]> {
  const { rows } = await sql<NoteRow>`select ${columns} from exchange.consent_note kept
    where register = ${register} and node = ${own} and what = 'given'
      and not exists (select from platform.record
        where record.register = kept.register and kind = ${kind} and record.id = kept.consent)
      and not exists (select from exchange.consent_note said where said.register = kept.register
        and said.supplier = kept.supplier and said.consent = kept.consent and said.what = 'withdrawn')
    order by supplier, consent`.execute(tx);
  return rows.map(keptOf);
}

/** Own notes for a node's parties of which it did not confirm that it has them, oldest first. */
export async function listToHand(
  tx: Transaction,
  asked: {
    readonly own: string;
    readonly peer: { readonly node: string; readonly parties: readonly string[] };
    /** Consents that are left for later. */
    readonly without: readonly string[];
    readonly limit: number;
  },
): Promise<readonly KeptNote[]> {
  const { own, peer, without, limit } = asked;
  const { rows } = await sql<NoteRow>`select ${columns} from exchange.consent_note kept
    where node = ${own} and receiver = any(${peer.parties}) and not consent = any(${without}) and not exists (
      select from exchange.consent_handed handed
      where (handed.register, handed.supplier, handed.consent, handed.what)
        = (kept.register, kept.supplier, kept.consent, kept.what) and handed.node = ${peer.node})
    order by signed_at, consent, what limit ${limit}`.execute(tx);
  return rows.map(keptOf);
}

export async function insertHanded(
  tx: Transaction,
  { register, supplier, id, what }: NoteKey,
  { node, now }: { readonly node: string; readonly now: number },
): Promise<void> {
  await sql`insert into exchange.consent_handed (register, supplier, consent, what, node, handed_at)
    values (${register}, ${supplier}, ${id}, ${what}, ${node}, ${jsDate(now)}) on conflict do nothing`.execute(
    tx,
  );
}

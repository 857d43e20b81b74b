import { canonicalJson } from '#kernel/canonical-json.ts';
import type { PlainDate } from '#kernel/dates.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { consents } from '../consents/model.ts';
import { consentFrom, saidOf } from '../consents/rules/noted.ts';
import { consentOn, consentStateOn, type HeldConsent } from '../consents/rules/standing.ts';
import { noteText, openNote } from '../log/signed-note.ts';
import type { Consent } from '../rules/decide.ts';
import { listLived } from '../situation/store.ts';
import type { Asking } from './answer.ts';
import {
  findNote,
  insertHanded,
  insertNote,
  type KeptNote,
  listForsaken,
  listNotesOf,
  listToHand,
  listUnsigned,
  replaceNote,
} from './consents/store.ts';
import { lifetime } from './http-signature.ts';
import { keyAt, type NodeKey } from './keys.ts';
import {
  type ConsentSaid,
  consentForm,
  instantOf,
  longestConsentNote,
  originOf,
  type WithdrawalSaid,
  withdrawalForm,
} from './model.ts';
import { type ExchangeNode, hosts } from './node.ts';
import { readStatement, signStatement } from './statement.ts';
import { listKeys, listPeers, type Peer } from './store.ts';

/**
 * Consents as signed notes: the supplier's node signs what is on its record and hands it to the receiver's, which shows it with what
 * it asks by it. A note makes nothing lawful by itself: the supplier's record says whether it still holds.
 */

type ReadNote =
  | { readonly what: 'given'; readonly said: ConsentSaid }
  | { readonly what: 'withdrawn'; readonly said: WithdrawalSaid };

/** What a note says, whoever signed it; null: it is none of a consent, or longer than any. */
export function readConsentNote(note: string): ReadNote | null {
  if (Buffer.byteLength(note) > longestConsentNote) return null;
  const text = noteText(note);
  const given = readStatement(consentForm, text);
  if (given !== null) return { what: 'given', said: given };
  const withdrawn = readStatement(withdrawalForm, text);
  return withdrawn === null ? null : { what: 'withdrawn', said: withdrawn };
}

/** By the name of its log, so that whoever can check its checkpoints can check its consents. */
function signNote(node: ExchangeNode, { what, said }: ReadNote): string | null {
  const signer = { name: originOf(node.self.name), key: node.key().key };
  const note =
    what === 'given' ? signStatement(consentForm, said, signer) : signStatement(withdrawalForm, said, signer);
  return Buffer.byteLength(note) > longestConsentNote ? null : note;
}

/** Whether one of these keys of a node signed a note. */
function isSignedBy(node: string, note: string, keys: readonly NodeKey[], at: number): boolean {
  const verifiers = keys
    .filter((key) => key.node === node && keyAt([key], key.fingerprint, at) !== null)
    .map(({ publicKey }) => ({ name: originOf(node), publicKey }));
  return openNote(note, verifiers) !== null;
}

/** The last state of each register in which everything was signed. */
export type Signed = Map<string, string>;

/**
 * Signs what consents of this node's parties stand and have no note yet, and what of those that have one was withdrawn: however they
 * came to be on record. Returns how many notes were made.
 */
export async function signConsents(node: ExchangeNode, signed: Signed): Promise<number> {
  const today = todayOn(node.clock);
  let made = 0;
  for (const { id, revision } of await node.database.read((tx) => listRegisters(tx))) {
    const state = `${revision} ${today}`;
    if (signed.get(id) === state) continue;
    made += await node.database.write((tx) => signRegister(node, tx, id, today));
    signed.set(id, state);
  }
  return made;
}

async function signRegister(
  node: ExchangeNode,
  tx: Transaction,
  register: string,
  today: PlainDate,
): Promise<number> {
  const at = instantOf(node.clock.now().epochMilliseconds);
  const ids = await listUnsigned(tx, register, consents.name);
  const noted = await listNotesOf(tx, ids);
  const lived = ids.length === 0 ? [] : await listLived(tx, { register, knownAt: today }, consents, { ids });
  const toSign: ReadNote[] = [];
  for (const { record, steps } of lived) {
    const { id, body } = record;
    if (!hosts(node.self, String(body.supplier))) continue;
    const isNoted = noted.some(
      (one) => one.register === register && one.supplier === body.supplier && one.id === id,
    );
    const read = toSay({ id, body, steps }, { register, today, isNoted, at });
    if (read === 'unsayable') node.log.warn({ consent: id }, unsayable);
    else if (read !== null) toSign.push(read);
  }
  for (const { supplier, id, receiver } of await listForsaken(tx, register, {
    own: node.self.name,
    kind: consents.name,
  }))
    toSign.push({ what: 'withdrawn', said: { register, id, supplier, receiver, on: today, at } });
  let made = 0;
  for (const read of toSign) if (await keepSigned(node, tx, read)) made += 1;
  return made;
}

const unsayable = 'a consent is longer than what can be signed';

/** False: it has been signed before, or is too long. */
async function keepSigned(node: ExchangeNode, tx: Transaction, read: ReadNote): Promise<boolean> {
  const { what, said } = read;
  const { register, supplier, id, receiver, at } = said;
  const note = signNote(node, read);
  if (note === null) {
    node.log.warn({ consent: id }, unsayable);
    return false;
  }
  const kept = { register, supplier, id, what, receiver, node: node.self.name, note };
  const moment = Date.parse(at);
  if (!(await insertNote(tx, kept, { signedAt: moment, now: moment }))) return false;
  await journal(node, tx, 'exchange.consent_signed', kept, supplier);
  return true;
}

/** What is to be said of a consent on record today; null: nothing. */
function toSay(
  held: HeldConsent,
  noted: {
    readonly register: string;
    readonly today: PlainDate;
    readonly isNoted: boolean;
    readonly at: string;
  },
): ReadNote | 'unsayable' | null {
  const { register, today, isNoted, at } = noted;
  const standing = consentStateOn(held, today);
  if (isNoted) {
    if (standing?.state !== 'withdrawn') return null;
    const { id, body } = held;
    const said = { register, id, supplier: body.supplier, receiver: body.receiver, on: standing.since, at };
    const parsed = withdrawalForm.said.safeParse(said);
    return parsed.success ? { what: 'withdrawn', said: parsed.data } : 'unsayable';
  }
  const until = consentOn(held, today)?.until ?? null;
  if (standing?.state !== 'given' || (until !== null && until <= today)) return null;
  const parsed = consentForm.said.safeParse(saidOf(held, register, at));
  return parsed.success ? { what: 'given', said: parsed.data } : 'unsayable';
}

async function journal(
  node: ExchangeNode,
  tx: Transaction,
  event: string,
  { id, node: by, note }: KeptNote,
  party: string,
): Promise<void> {
  // Of no register, since lists of what happened in one are for everybody.
  await appendJournal(tx, node.clock, [
    {
      event,
      actor: `node:${by}`,
      register: null,
      party,
      subject: `${consents.name}/${id}`,
      payload: { note },
    },
  ]);
}

/** By node, the consents of which it refused a note: left for later, so that they keep nothing else waiting. */
export type Refusing = Map<string, Set<string>>;

/** Notes that one node is handed in one go. */
const handedAtOnce = 100;

/**
 * Hands to each node the notes that are for its parties, until it confirms that it has them. `post` throws where nobody answers; he is
 * left alone until the next time. Returns how many were confirmed.
 */
export async function handConsents(
  node: ExchangeNode,
  post: (peer: Peer, note: string) => Promise<number>,
  refusing: Refusing,
): Promise<number> {
  const peers = await node.database.read((tx) => listPeers(tx, node.self.name));
  const counts = await Promise.all(
    peers.map(async (peer) => {
      const refused = refusing.get(peer.node) ?? new Set();
      refusing.set(peer.node, refused);
      const asked = { own: node.self.name, peer, without: [...refused], limit: handedAtOnce };
      let handed = 0;
      for (const kept of await node.database.read((tx) => listToHand(tx, asked))) {
        const note = await signedNow(node, kept);
        const status = await post(peer, note).catch(() => null);
        if (status === null) break;
        if (status === 204) {
          const now = node.clock.now().epochMilliseconds;
          await node.database.write((tx) => insertHanded(tx, kept, { node: peer.node, now }));
          handed += 1;
        } else refused.add(kept.id);
      }
      return handed;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The note with a signature that the other takes: of a key that still signs. */
async function signedNow(node: ExchangeNode, kept: KeptNote): Promise<string> {
  const now = node.clock.now().epochMilliseconds;
  return node.database.write(async (tx) => {
    const read = readConsentNote(kept.note);
    if (read === null || isSignedBy(node.self.name, kept.note, await listKeys(tx), now)) return kept.note;
    const at = instantOf(now);
    const note = signNote(
      node,
      read.what === 'given'
        ? { what: read.what, said: { ...read.said, at } }
        : { what: read.what, said: { ...read.said, at } },
    );
    if (note === null) return kept.note;
    await replaceNote(tx, kept, { note, signedAt: now });
    await journal(node, tx, 'exchange.consent_signed', { ...kept, note }, kept.supplier);
    return note;
  });
}

/** What becomes of a note that another hands over: status 204, or that of why it is not taken. */
export async function takeConsentNote(
  node: ExchangeNode,
  note: string,
): Promise<204 | 400 | 403 | 409 | 429> {
  const read = readConsentNote(note);
  if (read === null) return 400;
  const { what, said } = read;
  const { register, supplier, id, receiver } = said;
  return node.database.write(async (tx) => {
    const known = await findNote(tx, { register, supplier, id, what });
    // Whoever plays it again uses nothing up.
    if (known?.note === note) return 204;
    const peer = (await listPeers(tx, node.self.name)).find(({ parties }) => parties.includes(supplier));
    const now = node.clock.now().epochMilliseconds;
    // Its key signs still: whoever has one that ended dates what he signs back to when it did.
    const isGood =
      peer !== undefined &&
      !hosts(node.self, supplier) &&
      Date.parse(said.at) <= now + lifetime * 1000 &&
      isSignedBy(peer.node, note, await listKeys(tx), now);
    if (!isGood) return 403;
    if (!node.takes(peer.node, performance.now())) return 429;
    const isKnown = (await listRegisters(tx)).some((one) => one.id === register);
    if (!isKnown || !hosts(node.self, receiver)) return 403;
    // Signed anew it says the same at another time; anything else is another consent, which has another id.
    if (known !== null) return isSame(known.note, read) ? 204 : 409;
    const kept = { register, supplier, id, what, receiver, node: peer.node, note };
    if (await insertNote(tx, kept, { signedAt: Date.parse(said.at), now }))
      await journal(node, tx, 'exchange.consent_taken', kept, receiver);
    return 204;
  });
}

function isSame(note: string, { what, said }: ReadNote): boolean {
  const known = readConsentNote(note);
  return known?.what === what && canonicalJson({ ...known.said, at: said.at }) === canonicalJson(said);
}

/** What notes say that stands on a day, each consent with its withdrawal if there is one. */
export function consentsIn(notes: readonly KeptNote[], day: PlainDate): readonly Consent[] {
  return notes.flatMap((kept) => {
    const read = readConsentNote(kept.note);
    if (read?.what !== 'given') return [];
    return consentOn(consentFrom(read.said, withdrawalIn(notes, kept)), day) ?? [];
  });
}

/** The withdrawal of a consent among notes. */
export function withdrawalIn(notes: readonly KeptNote[], of: KeptNote): WithdrawalSaid | null {
  const isOf = ({ register, supplier, id }: KeptNote) =>
    register === of.register && supplier === of.supplier && id === of.id;
  const found = notes.find((one) => one.what === 'withdrawn' && isOf(one));
  const read = found === undefined ? null : readConsentNote(found.note);
  return read?.what === 'withdrawn' ? read.said : null;
}

/** Notes that are shown to the party that is asked: those of the named consents that it gave to the one who asks. */
export async function notesToPresent(
  tx: Transaction,
  { register, request }: Pick<Asking, 'register' | 'request'>,
): Promise<readonly string[]> {
  return (await listNotesOf(tx, request.consents))
    .filter(
      (one) =>
        one.what === 'given' &&
        one.register === register &&
        one.supplier === request.to &&
        one.receiver === request.from.party,
    )
    .map(({ note }) => note);
}

/**
 * The consents that decisions on requests may take into account. `recorded` null: before they leave, all that this node has notes of,
 * so that what is not held, or was withdrawn as far as it has heard, stands against the asker. Else, of those that are on record for
 * each request, what was shown with a note of this node: the record says whether they still hold.
 */
export async function consentsFor(
  node: ExchangeNode,
  tx: Transaction,
  askings: readonly Asking[],
  recorded: readonly (readonly Consent[])[] | null,
  day: PlainDate,
): Promise<readonly (readonly Consent[])[]> {
  if (recorded === null) {
    const notes = await listNotesOf(tx, [...new Set(askings.flatMap(({ request }) => request.consents))]);
    return askings.map(({ register, request }) => {
      const isNamed = (one: KeptNote) =>
        one.register === register && one.supplier === request.to && request.consents.includes(one.id);
      return consentsIn(notes.filter(isNamed), day);
    });
  }
  const isShown = askings.some(
    ({ presented = [] }, index) => presented.length > 0 && (recorded[index] ?? []).length > 0,
  );
  const keys = isShown ? await listKeys(tx) : [];
  return askings.map((asking, index) =>
    (recorded[index] ?? []).filter((one) => isPresented(node.self.name, asking, one, keys)),
  );
}

function isPresented(
  self: string,
  { register, presented = [] }: Asking,
  { id, supplier, receiver, to, instrument, dataSet, case: file }: Consent,
  keys: readonly NodeKey[],
): boolean {
  return presented.some((note) => {
    const read = readConsentNote(note);
    if (read?.what !== 'given') return false;
    const { said } = read;
    const isOfRecord =
      said.register === register &&
      said.id === id &&
      said.supplier === supplier &&
      said.receiver === receiver &&
      said.purpose === to &&
      said.instrument === instrument &&
      said.data_set === dataSet &&
      said.case_reference === file;
    // That its key has ended since is no fault of it.
    return isOfRecord && isSignedBy(self, note, keys, Date.parse(said.at));
  });
}

import { hash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { RegisterSnapshot } from '#union';
import { noteText, openNote, type Signer, type Verifier } from '../log/signed-note.ts';
import { lifetime } from './http-signature.ts';
import { type FeedHead, type FeedItem, feedHeadForm, feedItemForm, instantOf } from './model.ts';
import { readStatement, signStatement } from './statement.ts';

/**
 * The law of a register as the secretariat publishes it: items in a row, each signed, numbered and bound to the one before, so that
 * none can be left out, put in or told otherwise to one node than to another without its being seen. Pure.
 */

/** As far as a feed goes: the hash of its last item's text, and the law that all of them make. */
export type FeedEnd = {
  readonly sequence: number;
  readonly item: string | null;
  readonly snapshot: RegisterSnapshot;
};

export function emptyFeed(register: string): FeedEnd {
  return { sequence: 0, item: null, snapshot: { register, instruments: {}, provisions: {} } };
}

/** Records and characters of an item at most, but for one that is larger by itself. */
const largestItem = { records: 50, characters: 500_000 };
/** Characters of a record at most: with what stands around it still a note that others read, and an answer that they take. */
const largestRecord = 1_000_000;

/** Items, not yet signed, by which a feed comes to say what a snapshot says; none where it does already. */
export function itemsFor(end: FeedEnd, snapshot: RegisterSnapshot, now: number): readonly FeedItem[] {
  const items: FeedItem[] = [];
  let previous = end.item;
  for (const some of inParts(changesTo(end, snapshot))) {
    const item = itemOfChanges(some, { register: snapshot.register, previous, now });
    items.push({ ...item, sequence: end.sequence + items.length + 1 });
    previous = hashOfItem(items.at(-1) as FeedItem);
  }
  return items;
}

/** A record of the register that no item can hold. */
export type Untellable = { readonly record: string; readonly characters: number };

/** What of a snapshot cannot be told: with it others would refuse the whole feed. */
export function untellable(end: FeedEnd, snapshot: RegisterSnapshot): readonly Untellable[] {
  const frame = { register: snapshot.register, previous: end.item, now: 0 };
  return changesTo(end, snapshot).flatMap((change) => {
    const isSaid = feedItemForm.said.safeParse(itemOfChanges([change], frame)).success;
    const { part, id, characters } = change;
    return isSaid && characters <= largestRecord ? [] : [{ record: `${part}/${id}`, characters }];
  });
}

type Part = 'instruments' | 'provisions';
type Change = {
  readonly part: Part;
  readonly id: string;
  readonly value: unknown;
  readonly characters: number;
};

function changesTo(end: FeedEnd, snapshot: RegisterSnapshot): readonly Change[] {
  return [
    ...changesOf('instruments', end.snapshot.instruments, snapshot.instruments),
    ...changesOf('provisions', end.snapshot.provisions, snapshot.provisions),
  ];
}

function inParts(changes: readonly Change[]): readonly (readonly Change[])[] {
  const parts: Change[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const last = parts.at(-1) ?? [];
    characters += change.characters;
    if (characters > largestItem.characters || last.length === largestItem.records) {
      parts.push([change]);
      characters = change.characters;
    } else last.push(change);
  }
  return parts;
}

function itemOfChanges(
  changes: readonly Change[],
  {
    register,
    previous,
    now,
  }: { readonly register: string; readonly previous: string | null; readonly now: number },
): FeedItem {
  const of = (part: Part) =>
    Object.fromEntries(
      changes.flatMap((change) => (change.part === part ? [[change.id, change.value]] : [])),
    );
  return {
    register,
    sequence: 1,
    previous,
    at: instantOf(now),
    instruments: of('instruments'),
    provisions: of('provisions'),
  } as FeedItem;
}

function changesOf<Value>(
  part: Part,
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
) {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return ids.flatMap((id) => {
    const [old, value] = [before[id] ?? null, after[id] ?? null];
    const written = canonicalJson(value);
    return canonicalJson(old) === written
      ? []
      : [{ part, id, value, characters: id.length + written.length }];
  });
}

function hashOfItem(item: FeedItem): string {
  return hash('sha256', `tripoint ${feedItemForm.form}\n${canonicalJson(item)}\n`);
}

/** The feed with one more item; throws where it does not follow. */
export function applyItem(end: FeedEnd, item: FeedItem): FeedEnd {
  if (item.sequence !== end.sequence + 1 || item.previous !== end.item)
    throw new Error(`Item ${item.sequence} does not follow item ${end.sequence}`);
  const { register, instruments, provisions } = end.snapshot;
  return {
    sequence: item.sequence,
    item: hashOfItem(item),
    snapshot: {
      register,
      instruments: merged(instruments, item.instruments as Readonly<Record<string, never>>),
      provisions: merged(provisions, item.provisions as Readonly<Record<string, never>>),
    },
  };
}

function merged<Value>(
  before: Readonly<Record<string, Value>>,
  changes: Readonly<Record<string, Value | null>>,
): Readonly<Record<string, Value>> {
  const entries = new Map(Object.entries(before));
  for (const [id, value] of Object.entries(changes))
    if (value === null) entries.delete(id);
    else entries.set(id, value);
  return Object.fromEntries(entries);
}

export function signItem(item: FeedItem, signer: Signer): string {
  return signStatement(feedItemForm, item, signer);
}

export function signHead(end: FeedEnd, signer: Signer, now: number): string {
  const { sequence, item, snapshot } = end;
  const head: FeedHead = { register: snapshot.register, sequence, item, at: instantOf(now) };
  return signStatement(feedHeadForm, head, signer);
}

export type FeedFault =
  | { readonly fault: 'unsigned' | 'other_register'; readonly sequence: number }
  /** Something between what was kept and what came is missing. */
  | { readonly fault: 'gap'; readonly sequence: number }
  /** The same number with another text: two histories were told. */
  | { readonly fault: 'fork'; readonly sequence: number }
  | {
      readonly fault: 'head_unsigned' | 'head_older' | 'head_ahead' | 'head_differs';
      readonly sequence: number;
    }
  /** Said before the one that is kept, or at a time that this node's clock has not reached: it would keep the copy young. */
  | { readonly fault: 'head_earlier' | 'head_future'; readonly sequence: number };

export type Followed =
  | { readonly ok: true; readonly end: FeedEnd; readonly notes: readonly string[]; readonly head: FeedHead }
  | { readonly ok: false; readonly fault: FeedFault };

/**
 * The feed with what came in, up to the head that came with it, or what is wrong with it; then nothing of it is taken. Who signs
 * at which moment the caller says: items by the time of each, so that keys may have changed since; the head, which vouches for all
 * of them, now, whatever time it states. `since`: when the head that is kept was said.
 */
export function followFeed(
  end: FeedEnd,
  came: { readonly items: readonly string[]; readonly head: string },
  signersAt: (at: number) => readonly Verifier[],
  { now, since }: { readonly now: number; readonly since: number | null },
): Followed {
  const wrong = (fault: FeedFault['fault'], sequence: number): Followed => ({
    ok: false,
    fault: { fault, sequence } as FeedFault,
  });
  const { register } = end.snapshot;
  let last = end;
  const notes: string[] = [];
  for (const note of came.items) {
    const item = readStatement(feedItemForm, noteText(note));
    const expected = last.sequence + 1;
    if (item === null || openNote(note, signersAt(Date.parse(item.at))) === null)
      return wrong('unsigned', expected);
    if (item.register !== register) return wrong('other_register', item.sequence);
    if (item.sequence !== expected) return wrong('gap', expected);
    if (item.previous !== last.item) return wrong('fork', last.sequence);
    last = applyItem(last, item);
    notes.push(note);
  }
  const head = readStatement(feedHeadForm, noteText(came.head));
  if (head === null || openNote(came.head, signersAt(now)) === null)
    return wrong('head_unsigned', last.sequence);
  if (head.register !== register) return wrong('other_register', head.sequence);
  const said = Date.parse(head.at);
  if (said > now + lifetime * 1000) return wrong('head_future', head.sequence);
  if (since !== null && said < since) return wrong('head_earlier', head.sequence);
  if (head.sequence < end.sequence) return wrong('head_older', head.sequence);
  if (head.sequence > last.sequence) return wrong('head_ahead', last.sequence + 1);
  if (head.sequence !== last.sequence || head.item !== last.item) return wrong('head_differs', head.sequence);
  return { ok: true, end: last, notes, head };
}

/** How far a head says that the feed goes; null: it is none, or not one of theirs. */
export function lengthBy(head: string, verifiers: readonly Verifier[]): number | null {
  return openNote(head, verifiers) === null
    ? null
    : (readStatement(feedHeadForm, noteText(head))?.sequence ?? null);
}

/** The item that a kept note holds; throws where the note was kept of something else. */
export function itemOf(note: string): FeedItem {
  const item = readStatement(feedItemForm, noteText(note));
  if (item === null) throw new Error('A kept item of the feed cannot be read');
  return item;
}

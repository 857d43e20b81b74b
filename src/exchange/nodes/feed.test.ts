import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { RegisterSnapshot } from '#union';
import { registers } from '../fixtures/registers.ts';
import {
  applyItem,
  emptyFeed,
  type FeedEnd,
  type Followed,
  followFeed as follow,
  itemOf,
  itemsFor,
  signHead,
  signItem,
  untellable,
} from './feed.ts';
import type { FeedItem } from './model.ts';

const now = Date.parse('2030-01-10T12:00:00Z');
const signerOf = (name: string) => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  return { name, key, publicKey };
};
const keeper = signerOf('secretariat');
const stranger = signerOf('secretariat');
const signers = () => [keeper];
const none = emptyFeed('r');
const followFeed = (
  end: FeedEnd,
  came: Parameters<typeof follow>[1],
  signersAt: Parameters<typeof follow>[2],
  at: Partial<Parameters<typeof follow>[3]> = {},
) => follow(end, came, signersAt, { now, since: null, ...at });

type Published = {
  readonly items: readonly FeedItem[];
  readonly notes: readonly string[];
  readonly end: FeedEnd;
};

/** A feed that came to say each of the snapshots in turn. */
function publish(snapshots: readonly RegisterSnapshot[]): Published {
  let end: FeedEnd = none;
  const items: FeedItem[] = [];
  for (const [index, snapshot] of snapshots.entries()) {
    const more = itemsFor(end, snapshot, now + index * 1000);
    items.push(...more);
    end = more.reduce(applyItem, end);
  }
  return { items, notes: items.map((item) => signItem(item, keeper)), end };
}
const head = (end: FeedEnd, at = now) => signHead(end, keeper, at);
const faultOf = (followed: Followed) => (followed.ok ? null : followed.fault.fault);

/** Feeds of three to some items: every item changes something. */
const feeds = fc
  .array(registers, { minLength: 3, maxLength: 5 })
  .map(publish)
  .filter(({ items }) => items.length >= 3);

describe('A feed', () => {
  test('of which the items are applied in order says what the snapshot says, from wherever it is followed', () => {
    fc.assert(
      fc.property(fc.array(registers, { minLength: 1, maxLength: 4 }), fc.nat(), (snapshots, from) => {
        const { items, notes, end } = publish(snapshots);
        expect(canonicalJson(end.snapshot)).toBe(canonicalJson(snapshots.at(-1)));
        const kept = from % (items.length + 1);
        const begun = items.slice(0, kept).reduce(applyItem, none);
        const followed = followFeed(begun, { items: notes.slice(kept), head: head(end) }, signers);
        expect(followed).toMatchObject({ ok: true, end: { sequence: items.length, item: end.item } });
        if (followed.ok) expect(canonicalJson(followed.end.snapshot)).toBe(canonicalJson(snapshots.at(-1)));
        expect(notes.map(itemOf)).toEqual(items);
        expect(itemsFor(end, end.snapshot, now)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('of more records than one item holds comes in several, and says the same', () => {
    const provision = registersSample().provisions.p0;
    const provisions = Object.fromEntries(
      Array.from({ length: 130 }, (_, index) => [`p${index}`, provision]),
    );
    const snapshot = { ...registersSample(), provisions } as RegisterSnapshot;
    const { items, end } = publish([snapshot]);
    expect(items.length).toBe(3);
    expect(canonicalJson(end.snapshot)).toBe(canonicalJson(snapshot));
  });

  test('of large records comes in items that others read, each alone where two are too many', () => {
    const provision = registersSample().provisions.p0 as unknown as readonly Record<string, unknown>[];
    const long = (characters: number) => [{ ...provision[0], article: 'x'.repeat(characters) }];
    const provisions = {
      p0: long(401),
      p1: long(300_000),
      p2: long(300_000),
      p3: long(990_000),
      p4: long(10),
    };
    const snapshot = { ...registersSample(), provisions } as unknown as RegisterSnapshot;
    expect(untellable(none, snapshot)).toEqual([]);
    const { items, notes, end } = publish([snapshot]);
    expect(items.map((item) => Object.keys(item.provisions))).toEqual([['p0', 'p1'], ['p2'], ['p3'], ['p4']]);
    const followed = followFeed(none, { items: notes, head: head(end) }, signers);
    expect(followed).toMatchObject({ ok: true });
    if (followed.ok) expect(canonicalJson(followed.end.snapshot)).toBe(canonicalJson(snapshot));
    const tooLong = {
      ...snapshot,
      provisions: { ...provisions, p5: long(1_100_000) },
    } as unknown as RegisterSnapshot;
    expect(untellable(end, tooLong)).toEqual([{ record: 'provisions/p5', characters: expect.any(Number) }]);
    expect(followFeed(none, { items: publish([tooLong]).notes, head: head(end) }, signers).ok).toBe(false);
  });

  const tampered: readonly (readonly [string, (feed: Published, at: number) => readonly string[]])[] = [
    ['left out', ({ notes }, at) => notes.toSpliced(at, 1)],
    ['repeated', ({ notes }, at) => notes.toSpliced(at, 0, notes[at] as string)],
    [
      'swapped with the next',
      ({ notes }, at) => {
        const first = Math.min(at, notes.length - 2);
        return notes.toSpliced(first, 2, notes[first + 1] as string, notes[first] as string);
      },
    ],
    ['altered', ({ notes }, at) => notes.with(at, (notes[at] as string).replace('2030-01', '2031-01'))],
    [
      'altered and signed by a stranger',
      ({ items, notes }, at) =>
        notes.with(at, signItem({ ...(items[at] as FeedItem), provisions: {} }, stranger)),
    ],
    [
      'another one, well signed',
      ({ items, notes }, at) => {
        const item = items[at] as FeedItem;
        return notes.with(at, signItem({ ...item, at: '2030-01-09T00:00:00.000Z' }, keeper));
      },
    ],
  ];
  test.each(tampered)('of which any item is %s is refused, and nothing of it is taken', (_how, tamper) => {
    fc.assert(
      fc.property(feeds, fc.nat(), (feed, place) => {
        const items = tamper(feed, place % feed.items.length);
        const followed = followFeed(none, { items, head: head(feed.end) }, signers);
        expect(followed.ok).toBe(false);
        // What came is handed on by a feed that is whole only.
        expect(followed).not.toHaveProperty('notes');
        expect(followed).not.toHaveProperty('end');
        expect(none).toEqual(emptyFeed('r'));
      }),
      { numRuns: 40 },
    );
  });

  test('whose head is older than what is kept, or ahead of what came, is refused', () => {
    fc.assert(
      fc.property(feeds, ({ items, notes, end }) => {
        const before = items.slice(0, -1).reduce(applyItem, none);
        expect(faultOf(followFeed(end, { items: [], head: head(before) }, signers))).toBe('head_older');
        expect(faultOf(followFeed(none, { items: notes.slice(0, -1), head: head(end) }, signers))).toBe(
          'head_ahead',
        );
        expect(faultOf(followFeed(none, { items: notes, head: head(before) }, signers))).toBe('head_differs');
      }),
      { numRuns: 20 },
    );
  });

  test('that tells two nodes two histories is found out by whoever kept one of them', () => {
    fc.assert(
      fc.property(feeds, feeds, ({ items, end }, other) => {
        fc.pre(items[0] !== undefined && canonicalJson(items[0]) !== canonicalJson(other.items[0]));
        const kept = items.slice(0, 1).reduce(applyItem, none);
        const rest = { items: other.notes.slice(1), head: head(other.end) };
        expect(faultOf(followFeed(kept, rest, signers))).toBe('fork');
        // Of the same length, with nothing to add: the head tells.
        const same = { ...end, item: other.end.item, sequence: end.sequence };
        fc.pre(other.end.item !== end.item);
        expect(faultOf(followFeed(end, { items: [], head: head(same) }, signers))).toBe('head_differs');
      }),
      { numRuns: 20 },
    );
  });

  test('of another register, or whose head somebody else signed, is refused', () => {
    const { notes, end } = publish([registersSample()]);
    const other = publish([{ ...registersSample(), register: 'other' }]);
    expect(faultOf(followFeed(none, { items: other.notes, head: head(other.end) }, signers))).toBe(
      'other_register',
    );
    const named = { ...end, snapshot: { ...end.snapshot, register: 'other' } };
    expect(faultOf(followFeed(none, { items: notes, head: head(named) }, signers))).toBe('other_register');
    expect(faultOf(followFeed(none, { items: notes, head: signHead(end, stranger, now) }, signers))).toBe(
      'head_unsigned',
    );
    // A head is no item, and an item no head.
    expect(faultOf(followFeed(none, { items: [head(end)], head: head(end) }, signers))).toBe('unsigned');
    expect(faultOf(followFeed(none, { items: notes, head: notes[0] as string }, signers))).toBe(
      'head_unsigned',
    );
  });

  test('is signed by the key of the time of each item, and of no other', () => {
    const { notes, end } = publish([registersSample()]);
    const came = { items: notes, head: head(end) };
    expect(faultOf(followFeed(none, came, (at) => (at < now ? [keeper] : [])))).toBe('unsigned');
    expect(followFeed(none, came, (at) => (at === now ? [keeper] : [])).ok).toBe(true);
  });

  test('that somebody goes on with by a key that ended, dated back to when it was good, is refused', () => {
    const { notes, end } = publish([registersSample()]);
    const revoked = signerOf('secretariat');
    const ended = now + 60_000;
    const signersAt = (at: number) => (at < ended ? [keeper, revoked] : [keeper]);
    const provisions = Object.fromEntries(Object.entries(registersSample().provisions).slice(0, 1));
    const [forged] = itemsFor(end, { ...end.snapshot, provisions: { ...provisions, made_up: [] } }, now + 1);
    if (forged === undefined) throw new Error('Nothing to forge');
    const items = [...notes, signItem(forged, revoked)];
    const forgedHead = signHead(applyItem(end, forged), revoked, now + 2);
    const after = { now: ended + 1 };
    expect(faultOf(followFeed(none, { items, head: forgedHead }, signersAt, after))).toBe('head_unsigned');
    expect(followFeed(none, { items, head: forgedHead }, signersAt, { now: ended - 1 }).ok).toBe(true);
    // What the key signed while it was good stays good, under a head of now.
    const earlier = {
      items: notes.map((_, index) => signItem(itemOf(notes[index] as string), revoked)),
      head: head(end),
    };
    expect(followFeed(none, earlier, signersAt, after).ok).toBe(true);
  });

  test('of which the head was said before the one that is kept, or is dated in the future, is refused', () => {
    const { notes, end } = publish([registersSample()]);
    const said = (at: number, since: number | null = null) =>
      faultOf(followFeed(none, { items: notes, head: head(end, at) }, signers, { now, since }));
    expect(said(now + 60_001)).toBe('head_future');
    expect(said(Date.parse('2099-01-01T00:00:00Z'))).toBe('head_future');
    expect([said(now + 60_000), said(now - 86_400_000)]).toEqual([null, null]);
    expect(said(now - 1, now)).toBe('head_earlier');
    expect([said(now, now), said(now + 1, now)]).toEqual([null, null]);
  });
});

function registersSample(): RegisterSnapshot {
  return fc.sample(registers, { numRuns: 1, seed: 1 })[0] as RegisterSnapshot;
}

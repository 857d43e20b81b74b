/**
 * Fields that were read before, found again by their bytes: no text is made of them, and of what is in one line of memory no more than
 * two have to be fetched. What is kept of a field is its form as it will stand, where it stands as it was written.
 */
import type { FieldReader } from './fields.ts';

export type KnownFields = {
  /** The place of a field; it is read where it is not known. */
  find(bytes: Buffer, from: number, to: number, hash: number): number;
  /** Whether it stands as it was written. */
  isPlain(place: number): boolean;
  /** Appends what will stand to `out` and says where that ends. */
  copy(place: number, out: Buffer, at: number): number;
  /** What `orderOf` made of it. */
  order(place: number): number;
};

/** Longer fields are never kept. */
export const longestKnown = 100;
const mostSlots = 2 ** 20;
/** Slots that are looked at for one field; at half full four are the rule. */
const mostTried = 256;
/** Of each slot: its hash, where its bytes begin (plus one), how long they are as written and as they will stand, and its order. */
const wide = 4;

/** FNV-1a, byte by byte, as whoever cuts fields makes it on the way. */
export const hashStart = 0x811c9dc5 | 0;
export const hashNext = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x01000193);

/** `orderOf`: a number of what will stand, by which fields of a row are held against one another. */
export function knownFields(reader: FieldReader, orderOf: (text: string) => number): KnownFields {
  let slots = 2 ** 10;
  let table = new Int32Array(slots * wide);
  let stored = Buffer.alloc(2 ** 15);
  let [count, used] = [0, 0];

  /** The earliest are forgotten all at once. */
  const forget = () => {
    table.fill(0);
    count = 0;
    used = 0;
  };
  const makeRoom = () => {
    if (slots === mostSlots) return forget();
    const before = table;
    slots *= 2;
    table = new Int32Array(slots * wide);
    for (let at = 0; at < before.length; at += wide) {
      if (before[at + 1] === 0) continue;
      let place = ((before[at] as number) & (slots - 1)) * wide;
      while (table[place + 1] !== 0) place = (place + wide) & (table.length - 1);
      table.set(before.subarray(at, at + wide), place);
    }
  };

  const keep = (bytes: Buffer, from: number, to: number, hash: number): number => {
    if (count * 2 >= slots) makeRoom();
    let place = (hash & (slots - 1)) * wide;
    for (let tried = 0; table[place + 1] !== 0; tried++) {
      place = (place + wide) & (table.length - 1);
      if (tried < mostTried) continue;
      // Traders choose what they write, and could choose what has one hash.
      forget();
      place = (hash & (slots - 1)) * wide;
      break;
    }
    const { text, code } = reader(bytes.toString('latin1', from, to));
    const isPlain = code === null && text.length <= longestKnown;
    while (used + 2 * longestKnown > stored.length) {
      const larger = Buffer.alloc(stored.length * 2);
      stored.copy(larger, 0, 0, used);
      stored = larger;
    }
    table[place] = hash;
    table[place + 1] = used + 1;
    table[place + 2] = (to - from) | (isPlain ? (text.length << 8) | (1 << 16) : 0);
    table[place + 3] = isPlain ? orderOf(text) : 0;
    used += bytes.copy(stored, used, from, to);
    if (isPlain) used += stored.write(text, used, 'latin1');
    count++;
    return place;
  };

  return {
    find(bytes, from, to, hash) {
      const length = to - from;
      let place = (hash & (slots - 1)) * wide;
      let begin = table[place + 1] as number;
      while (begin !== 0) {
        if (table[place] === hash && ((table[place + 2] as number) & 255) === length) {
          let at = 0;
          while (at < length && stored[begin - 1 + at] === bytes[from + at]) at++;
          if (at === length) return place;
        }
        place = (place + wide) & (table.length - 1);
        begin = table[place + 1] as number;
      }
      return keep(bytes, from, to, hash);
    },
    isPlain: (place) => (table[place + 2] as number) >> 16 === 1,
    copy(place, out, to) {
      const lengths = table[place + 2] as number;
      const begin = (table[place + 1] as number) - 1 + (lengths & 255);
      const length = (lengths >> 8) & 255;
      for (let at = 0; at < length; at++) out[to + at] = stored[begin + at] as number;
      return to + length;
    },
    order: (place) => table[place + 3] as number,
  };
}

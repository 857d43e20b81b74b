/**
 * Rows of plain ASCII of which every field stands as it was written, which most are: taken from bytes to bytes. All others are read in
 * full by `row-reader.ts`, which says of each field why; what one takes the other would have taken too, to the same line.
 */
import { hashStart, type KnownFields, knownFields, longestKnown } from './known-fields.ts';
import type { Column } from './row-reader.ts';

/** A row as it was cut: field `n` of a line stands after `bounds[n]` and before `bounds[n + 1]`, and has a hash. */
export type CutRow = {
  bytes: Buffer;
  readonly bounds: Int32Array;
  readonly hashes: Int32Array;
  /** Of each column, where it stands in a line; -1: nowhere. */
  readonly order: readonly number[];
};

/** Lines on their way to the disk. */
export type Staging = { bytes: Buffer; used: number };

export type PlainRows = {
  /** The cents of a row that was staged; NaN where it must be read in full, and nothing was staged. */
  take(row: number, list: number, cut: CutRow): number;
};

const [tab, newline, minus, point, zero, nine, space] = [9, 10, 45, 46, 48, 57, 32];
/** Row, list and amounts have no more digits than this, and no row more columns. */
const mostDigits = 17;

export function plainRows(columns: readonly Column[], staging: Staging): PlainRows {
  const size = columns.length;
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [periodAt, receivedAt, amountAt] = [at('period'), at('received'), at('amount')];
  const refundAt = at('refund');
  const isEverPlain = at('until') < 0;
  const known = columns.map(({ read, plain }): KnownFields | null =>
    plain === undefined ? knownFields(read, monthOf) : null,
  );
  const places = new Int32Array(size);
  const cents = new Float64Array(size);

  const hasField = (column: number, { bytes, bounds, hashes, order }: CutRow): boolean => {
    const place = order[column] as number;
    const from = place < 0 ? 0 : (bounds[place] as number) + 1;
    const to = place < 0 ? 0 : (bounds[place + 1] as number);
    if (to - from > longestKnown) return false;
    const fields = known[column];
    if (fields != null) {
      const found = fields.find(bytes, from, to, place < 0 ? hashStart : (hashes[place] as number));
      places[column] = found;
      return fields.isPlain(found);
    }
    if (columns[column]?.plain === 'text') return isText(bytes, from, to);
    const amount = readCents(bytes, from, to);
    cents[column] = amount;
    return !Number.isNaN(amount);
  };

  const write = (column: number, { bytes, bounds, order }: CutRow, to: number): number => {
    const fields = known[column];
    if (fields != null) return fields.copy(places[column] as number, staging.bytes, to);
    if (columns[column]?.plain === 'amount') return writeWhole(staging.bytes, to, cents[column] as number);
    const place = order[column] as number;
    return to + bytes.copy(staging.bytes, to, (bounds[place] as number) + 1, bounds[place + 1]);
  };

  return {
    take(row, list, cut) {
      if (!isEverPlain) return Number.NaN;
      for (let column = 0; column < size; column++) if (!hasField(column, cut)) return Number.NaN;
      // Whether what is below zero is a refund takes both fields.
      if (refundAt >= 0 && (cents[amountAt] as number) < 0) return Number.NaN;
      if (periodAt >= 0 && receivedAt >= 0) {
        const received = known[receivedAt]?.order(places[receivedAt] as number) as number;
        if (received < (known[periodAt]?.order(places[periodAt] as number) as number)) return Number.NaN;
      }
      roomFor(staging, size * (longestKnown + 1) + 2 * mostDigits);
      const out = staging.bytes;
      let end = writeWhole(out, staging.used, row);
      out[end++] = tab;
      end = writeWhole(out, end, list);
      out[end++] = tab;
      // Nothing of it was corrected.
      out[end++] = zero;
      for (let column = 0; column < size; column++) {
        out[end++] = tab;
        end = write(column, cut, end);
      }
      out[end++] = newline;
      staging.used = end;
      return amountAt < 0 ? 0 : (cents[amountAt] as number);
    },
  };
}

/** Months since the year 0 of what stands first in a field: those of a period, or a day's. Other fields have none. */
function monthOf(text: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return 12 * Number(text.slice(0, 4)) + Number(text.slice(5, 7)) - 1;
  const months = Number(text.split('\t', 1)[0]);
  return Number.isInteger(months) && months < 2 ** 31 ? months : 0;
}

export function roomFor(staging: Staging, bytes: number): void {
  if (staging.used + bytes <= staging.bytes.length) return;
  const larger = Buffer.allocUnsafe(2 * staging.bytes.length + bytes);
  staging.bytes.copy(larger, 0, 0, staging.used);
  staging.bytes = larger;
}

/** Whole cents of `-1234.50`, of at most thirteen digits before the point; NaN where it is anything else. */
function readCents(bytes: Buffer, from: number, to: number): number {
  const isNegative = bytes[from] === minus;
  const begin = isNegative ? from + 1 : from;
  if (to - begin < 4 || to - begin > 16 || bytes[to - 3] !== point) return Number.NaN;
  let value = 0;
  for (let at = begin; at < to; at++) {
    if (at === to - 3) continue;
    const byte = bytes[at] as number;
    if (byte < zero || byte > nine) return Number.NaN;
    value = value * 10 + byte - zero;
  }
  return isNegative && value !== 0 ? -value : value;
}

function isText(bytes: Buffer, from: number, to: number): boolean {
  if (from === to || bytes[from] === space || bytes[to - 1] === space) return false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < space || byte > 126) return false;
  }
  return true;
}

function writeWhole(out: Buffer, at: number, value: number): number {
  let [rest, end] = [Math.abs(value), at];
  if (value < 0) out[end++] = minus;
  const begin = end;
  do {
    const tenth = Math.floor(rest / 10);
    out[end++] = zero + rest - tenth * 10;
    rest = tenth;
  } while (rest > 0);
  for (let low = begin, high = end - 1; low < high; low++, high--) {
    const digit = out[low] as number;
    out[low] = out[high] as number;
    out[high] = digit;
  }
  return end;
}

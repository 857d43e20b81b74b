import { parse } from 'csv-parse/sync';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type CutLine, eachLine } from '#platform/files/lines.ts';
import { columnsOf, type DeclarationKind, declarationKinds } from '../model.ts';
import type { Collector } from './collector.ts';
import { hashNext, hashStart } from './known-fields.ts';
import type { CutRow } from './plain-rows.ts';

const [comma, semicolon, quote] = [44, 59, 34];

/**
 * Reads the canonical CSV: a head with the names of columns, in any order, and one row a line, apart by `,` or `;`. A row is a line whatever
 * it holds, so that a quote that does not close takes no other rows along. Problems: `vat_file_empty`, `vat_head_columns`.
 */
export async function readCanonicalCsv(
  chunks: AsyncIterable<Buffer>,
  collectorOf: (kind: DeclarationKind) => Collector,
): Promise<Result<Collector>> {
  let head: Result<Head> | null = null;
  let collector: Collector | null = null;
  let row = 0;
  let fields: string[] = [];
  let cutRow: CutRow = {
    bytes: Buffer.alloc(0),
    bounds: new Int32Array(0),
    hashes: new Int32Array(0),
    order: [],
  };

  const takeRow = (bytes: Buffer, from: number, to: number, cut: CutLine | null) => {
    if (head === null) {
      head = readHead(bytes.toString('utf8', from, to));
      if (head.ok) {
        collector = collectorOf(head.value.kind);
        const { width, order } = head.value;
        cutRow = { bytes, bounds: new Int32Array(width + 1), hashes: new Int32Array(width), order };
        fields = columnsOf[head.value.kind].map(() => '');
      }
      return;
    }
    if (!head.ok || collector === null) return;
    const { width, separator, order, places } = head.value;
    row++;
    if (cut !== null)
      return collector.refuse(row, 0, 'line_too_long', Buffer.from(bytes.subarray(from, to)), cut.sha256);
    const { bounds, hashes } = cutRow;
    let [count, hash, isPlain, isBlank] = [0, hashStart, true, true];
    bounds[0] = from - 1;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte > 32) isBlank = false;
      if (byte === separator) {
        if (count < width) {
          hashes[count] = hash;
          bounds[count + 1] = at;
        }
        count++;
        hash = hashStart;
      } else {
        hash = hashNext(hash, byte);
        if (byte > 126 || byte === quote) isPlain = false;
      }
    }
    if (isPlain && !isBlank && count + 1 === width) {
      hashes[count] = hash;
      bounds[width] = to;
      cutRow.bytes = bytes;
      if (collector.takePlain(row, 0, cutRow)) return;
    }
    const raw = () => Buffer.from(bytes.subarray(from, to));
    if (isBlank) return collector.refuse(row, 0, 'row_empty', raw());
    const read = isPlain
      ? bytes.toString('latin1', from, to).split(String.fromCharCode(separator))
      : fieldsOf(bytes, from, to, separator);
    if (typeof read === 'string') return collector.refuse(row, 0, read, raw());
    const fault = widthFault(read.length, width);
    if (fault !== null) return collector.refuse(row, 0, fault, raw());
    for (let column = 0; column < fields.length; column++)
      fields[column] = read[order[column] as number] ?? '';
    collector.take(row, 0, fields, places, raw);
  };

  await eachLine(chunks, takeRow, async () => collector?.flush());
  const found = head as Result<Head> | null;
  if (found === null) return fail(problem('vat_file_empty', 'FILE'));
  if (!found.ok) return found;
  return ok(collector as unknown as Collector);
}

const widthFault = (found: number, width: number) =>
  found < width ? 'columns_missing' : found > width ? 'columns_too_many' : null;

/** A line with quotes (RFC 4180) or signs beyond ASCII. */
function fieldsOf(
  bytes: Buffer,
  from: number,
  to: number,
  separator: number,
): readonly string[] | 'quotes_broken' | 'text_unreadable' {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to));
  } catch {
    return 'text_unreadable';
  }
  try {
    const [fields] = parse(text, { delimiter: String.fromCharCode(separator), relax_column_count: true });
    return fields as readonly string[];
  } catch {
    return 'quotes_broken';
  }
}

type Head = {
  readonly kind: DeclarationKind;
  readonly separator: number;
  readonly width: number;
  /** Of each column of the kind, where it stands in a row; -1: nowhere. */
  readonly order: readonly number[];
  readonly places: readonly string[];
};

const optional: ReadonlySet<string> = new Set([
  ...['received', 'correction', 'until', 'reason', 'group', 'provider', 'refund'],
]);

function readHead(line: string): Result<Head> {
  const text = line.replace(/^﻿/, '');
  const separator = text.includes(';') ? semicolon : comma;
  const names = text.split(String.fromCharCode(separator)).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .toLowerCase(),
  );
  const faultsOf = (kind: DeclarationKind) => {
    const known: readonly string[] = columnsOf[kind];
    return {
      kind,
      missing: known.filter((name) => !optional.has(name) && !names.includes(name)),
      unknown: names.filter((name, at) => !known.includes(name) || names.indexOf(name) !== at),
    };
  };
  const ranked = declarationKinds
    .map(faultsOf)
    .toSorted((a, b) => a.missing.length + a.unknown.length - b.missing.length - b.unknown.length);
  const [best] = ranked;
  if (best === undefined || best.missing.length + best.unknown.length > 0) {
    const { kind = 'supplies', missing = [], unknown = [] } = best ?? {};
    const named = (list: readonly string[]) => list.map((name) => name.slice(0, 40)).join(', ') || '-';
    return fail(
      problem('vat_head_columns', 'FILE:1', {
        kind,
        missing: named(missing),
        unknown: named(unknown.slice(0, 20)),
      }),
    );
  }
  const columns = columnsOf[best.kind];
  return ok({
    kind: best.kind,
    separator,
    width: names.length,
    order: columns.map((name) => names.indexOf(name)),
    places: columns,
  });
}

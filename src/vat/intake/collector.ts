import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { DeclarationKind } from '../model.ts';
import type { Counts, RowCode, RowFinding } from './findings.ts';
import { type CutRow, plainRows, roomFor, type Staging } from './plain-rows.ts';
import { columnsFor, type RowReader, rowReader } from './row-reader.ts';

/** What a list, such as the statement of one declarant, said of itself, and whether that holds. */
export type Control = {
  readonly list: number;
  /** Who declared, as it was written. */
  readonly declarant: string;
  readonly rows: { readonly said: number | null; readonly found: number };
  readonly cents: {
    readonly said: string | null /** Null: an amount could not be read. */;
    readonly found: string | null;
  };
  readonly holds: 'yes' | 'no' | 'unknown';
};

export type SaidOfList = {
  readonly declarant: string;
  readonly rows: number | null;
  /** Whole cents; `unreadable`: it says something that is no amount. */
  readonly cents: bigint | 'unreadable' | null;
};

/** Takes rows one by one: what stands goes to the one file, what was found to the other; both are written as the reading goes on. */
export type Collector = {
  readonly kind: DeclarationKind;
  /** `fields` in the order of `columnsOf`; `raw` gives the bytes of the row, and is asked only where something was found. */
  take(
    row: number,
    list: number,
    fields: readonly string[],
    places: readonly string[],
    raw: () => Buffer,
  ): void;
  /** Takes a row of plain ASCII of which every field stands as it was written; false where it must be taken field by field. */
  takePlain(row: number, list: number, cut: CutRow): boolean;
  /** A row that cannot be read as one; `sha256` where `raw` is not all of it. */
  refuse(row: number, list: number, code: RowCode, raw: Buffer, sha256?: string): void;
  /** What a list says of itself; it may say so before its rows or after. */
  control(list: number, said: SaidOfList): void;
  flush(): Promise<void>;
  /** After the last row. */
  readonly found: () => { readonly counts: Counts; readonly controls: readonly Control[] };
};

type Tally = { rows: number; cents: bigint; part: number; isKnown: boolean; said: SaidOfList | null };

/** Sums of numbers are kept exact by moving them, before they are too large, to a sum that is exact always. */
const exactUpTo = 2 ** 52;

export function collector(
  kind: DeclarationKind,
  {
    state,
    received,
    apart,
  }: {
    readonly state: string;
    readonly received: string | null;
    /** Lists that are not whole, as a reading before found: nobody knows which of their rows is wrong, so that none is taken. */
    readonly apart: ReadonlySet<number>;
  },
  staged: FileHandle,
  findings: FileHandle,
): Collector {
  const columns = columnsFor(kind, state, received);
  const reader: RowReader = rowReader(columns);
  const staging: Staging = { bytes: Buffer.allocUnsafe(2 ** 21), used: 0 };
  const plain = plainRows(columns, staging);
  const counts = { in: 0, accepted: 0, corrected: 0, quarantined: 0 };
  const tallies = new Map<number, Tally>();
  let findingLines = '';
  let last: { readonly list: number; readonly tally: Tally } | null = null;

  const tallyOf = (list: number) => {
    if (last?.list === list) return last.tally;
    const known = tallies.get(list);
    const tally = known ?? { rows: 0, cents: 0n, part: 0, isKnown: true, said: null };
    if (known === undefined) tallies.set(list, tally);
    last = { list, tally };
    return tally;
  };
  const keepFinding = (
    row: number,
    list: number,
    verdict: 'corrected' | 'quarantined',
    raw: Buffer,
    sha256: string,
    found: readonly RowFinding[],
  ) => {
    const told = found.map(({ place, code, was, became }) => ({ place, code, was, became }));
    findingLines += `${JSON.stringify({ row, list, verdict, sha256, raw: raw.toString('base64'), found: told })}\n`;
  };

  const add = (tally: Tally, cents: number) => {
    tally.part += cents;
    if (tally.part > exactUpTo || tally.part < -exactUpTo) {
      tally.cents += BigInt(tally.part);
      tally.part = 0;
    }
  };

  return {
    kind,
    takePlain(row, list, cut) {
      if (apart.has(list)) return false;
      const cents = plain.take(row, list, cut);
      if (Number.isNaN(cents)) return false;
      const tally = tallyOf(list);
      counts.in++;
      counts.accepted++;
      tally.rows++;
      add(tally, cents);
      return true;
    },
    take(row, list, fields, places, raw) {
      const read = reader.read(row, fields, places);
      const isApart = apart.has(list);
      const verdict = isApart ? 'quarantined' : read.verdict;
      const tally = tallyOf(list);
      counts.in++;
      counts[verdict]++;
      tally.rows++;
      if (read.cents === null) tally.isKnown = false;
      else add(tally, read.cents);
      if (read.staged !== null && !isApart) {
        const line = `${row}\t${list}\t${read.staged}\n`;
        roomFor(staging, line.length * 3);
        staging.used += staging.bytes.write(line, staging.used);
      }
      if (verdict === 'accepted') return;
      const bytes = raw();
      const found = isApart ? [differs(row), ...read.findings.map(notTaken)] : read.findings;
      keepFinding(row, list, verdict, bytes, hashOf(bytes), found);
    },
    refuse(row, list, code, raw, sha256) {
      const tally = tallyOf(list);
      counts.in++;
      counts.quarantined++;
      tally.rows++;
      tally.isKnown = false;
      const was = raw.toString('latin1').slice(0, 200);
      keepFinding(row, list, 'quarantined', raw, sha256 ?? hashOf(raw), [
        ...(apart.has(list) ? [differs(row)] : []),
        { row, place: '', code, was, became: null },
      ]);
    },
    control(list, said) {
      tallyOf(list).said = said;
    },
    async flush() {
      const found = findingLines;
      findingLines = '';
      // Nothing is taken while this is written: who reads waits for it.
      if (staging.used > 0) await staged.writeFile(staging.bytes.subarray(0, staging.used));
      staging.used = 0;
      if (found !== '') await findings.writeFile(found);
    },
    found: () => ({
      counts,
      controls: [...tallies].flatMap(([list, tally]) => controlOf(list, tally)),
    }),
  };
}

const differs = (row: number): RowFinding => ({
  ...{ row, place: '', code: 'control_total_differs', was: '', became: null },
});
const notTaken = (found: RowFinding): RowFinding => ({ ...found, became: null });

function controlOf(list: number, { said, rows, cents, part, isKnown }: Tally): readonly Control[] {
  if (said === null || (said.rows === null && said.cents === null)) return [];
  const sum = isKnown ? cents + BigInt(part) : null;
  const differs =
    (said.rows !== null && said.rows !== rows) ||
    (typeof said.cents === 'bigint' && sum !== null && said.cents !== sum);
  const isUnknown = said.cents === 'unreadable' || (said.cents !== null && sum === null);
  return [
    {
      list,
      declarant: said.declarant,
      rows: { said: said.rows, found: rows },
      cents: {
        said: said.cents === null ? null : String(said.cents),
        found: sum === null ? null : String(sum),
      },
      holds: differs ? 'no' : isUnknown ? 'unknown' : 'yes',
    },
  ];
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

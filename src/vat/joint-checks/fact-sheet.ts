import { parse } from 'csv-parse/sync';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { amount, date, type FieldReader, orEmpty, othersNumber, shortText } from '../intake/fields.ts';
import { type Counts, type RowCode, shown } from '../intake/findings.ts';
import { readItem } from './goods.ts';
import { type FactSort, factSorts, privatePerson, type Treatment, treatments } from './model.ts';

/** Columns of a sheet of facts, in any order, and none besides; all but the first three may be absent or empty: not known. */
export const factColumns = [
  'item',
  'fact',
  'date',
  'seller',
  'buyer',
  'amount',
  'declared_as',
  'detail',
] as const;
type FactColumn = (typeof factColumns)[number];
const required: readonly FactColumn[] = ['item', 'fact', 'date'];

/** Beside those of other intakes. */
export const factCodes = ['item_unreadable', 'item_not_in_plan', 'word_unknown', 'fact_known'] as const;
export type FactCode = RowCode | (typeof factCodes)[number];

export type FactFinding = {
  readonly row: number;
  readonly place: string;
  readonly code: FactCode;
  readonly was: string;
  readonly became: string | null;
};

/** What a row says; keys as a record of a fact has them, what is not known is absent. */
export type SaidFact = {
  readonly item: string;
  readonly sort: FactSort;
  readonly date: string;
  readonly seller?: string;
  readonly buyer?: string;
  readonly cents?: number;
  readonly declared_as?: Treatment;
  readonly detail?: string;
};

export type ReadSheet = {
  readonly facts: readonly SaidFact[];
  readonly rows: Counts;
  readonly findings: readonly FactFinding[];
};

/** More than people check together. */
const mostRows = 5_000;

const among =
  (words: readonly string[]): ((written: string) => { text: string; code: FactCode | null }) =>
  (written) => {
    const form = written.trim().toLowerCase().replace(/[ -]/g, '_');
    if (!words.includes(form)) return { text: '', code: 'word_unknown' };
    return { text: form, code: form === written ? null : 'written_otherwise' };
  };

/** A VAT number, sound or not, or `private`: an unsound one is what a check is there to find. */
const trader: FieldReader = (written) => {
  const form = written.trim();
  if (form.toLowerCase() === privatePerson)
    return { text: privatePerson, code: form === privatePerson ? null : 'written_otherwise' };
  const { text, code } = othersNumber(written);
  return { text: text.split('\t', 1)[0] ?? '', code };
};

type Reader = (written: string) => { readonly text: string; readonly code: FactCode | null };
const readersFor = (items: readonly string[]): Readonly<Record<FactColumn, Reader>> => ({
  item: (written) => {
    const item = readItem(written);
    if (item === null) return { text: '', code: 'item_unreadable' };
    if (!items.includes(item)) return { text: '', code: 'item_not_in_plan' };
    return { text: item, code: item === written ? null : 'written_otherwise' };
  },
  fact: among(factSorts),
  date,
  seller: orEmpty(trader),
  buyer: orEmpty(trader),
  amount: orEmpty(amount),
  declared_as: (written) => (written.trim() === '' ? { text: '', code: null } : among(treatments)(written)),
  detail: orEmpty(shortText),
});

/** The same words of the same thing: what is said twice is one fact. */
export const keyOfFact = ({ item, sort, date: on, seller, buyer, cents, declared_as, detail }: SaidFact) =>
  JSON.stringify([item, sort, on, seller ?? '', buyer ?? '', cents ?? '', declared_as ?? '', detail ?? '']);

/**
 * Reads a sheet of facts, canonical CSV: every row is accepted, corrected or kept apart, with place and reason, and the counts add up. `items` are those
 * of the plan, `known` the facts that the state has said before. Problems: `vat_file_empty`, `vat_check_sheet_head`, `vat_check_sheet_unreadable`,
 * `vat_check_sheet_long`.
 */
export function readFactSheet(
  bytes: Uint8Array,
  { items, known }: { readonly items: readonly string[]; readonly known: ReadonlySet<string> },
): Result<ReadSheet> {
  const text = decode(bytes);
  if (text === null) return fail(problem('vat_check_sheet_unreadable', 'body.file'));
  const [head = '', ...rest] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (head.trim() === '') return fail(problem('vat_file_empty', 'body.file'));
  const lines = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
  if (lines.length > mostRows)
    return fail(problem('vat_check_sheet_long', 'body.file', { rows: lines.length, most: mostRows }));
  const delimiter = head.includes(';') ? ';' : ',';
  const names = (fieldsOf(head, delimiter) ?? []).map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !names.includes(name));
  const unknown = names.filter((name, at) => !isColumn(name) || names.indexOf(name) !== at);
  if (missing.length + unknown.length > 0)
    return fail(
      problem('vat_check_sheet_head', 'body.file', {
        missing: missing.join(', ') || '-',
        unknown:
          unknown
            .map((name) => name.slice(0, 40))
            .slice(0, 20)
            .join(', ') || '-',
      }),
    );

  const readers = readersFor(items);
  const keys = new Set(known);
  const facts: SaidFact[] = [];
  const findings: FactFinding[] = [];
  const rows = { in: 0, accepted: 0, corrected: 0, quarantined: 0 };
  for (const [at, line] of lines.entries()) {
    const row = at + 1;
    rows.in++;
    const refuse = (code: FactCode, place = '', was = line) => {
      rows.quarantined++;
      findings.push({ row, place, code, was: shown(was), became: null });
    };
    if (line.trim() === '') {
      refuse('row_empty');
      continue;
    }
    const fields = fieldsOf(line, delimiter);
    if (fields === null || fields.length !== names.length) {
      const isShort = fields !== null && fields.length < names.length;
      refuse(fields === null ? 'quotes_broken' : isShort ? 'columns_missing' : 'columns_too_many');
      continue;
    }
    const found: FactFinding[] = [];
    const read = Object.fromEntries(
      factColumns.map((place) => {
        const column = names.indexOf(place);
        const written = column < 0 ? '' : (fields[column] ?? '');
        const one = readers[place](written);
        if (one.code !== null) {
          const became = one.code === 'written_otherwise' ? one.text : null;
          found.push({ row, place, code: one.code, was: shown(written), became });
        }
        return [place, one.text];
      }),
    ) as Record<FactColumn, string>;
    findings.push(...found);
    if (found.some(({ became }) => became === null)) {
      rows.quarantined++;
      continue;
    }
    const fact = factOf(read);
    const key = keyOfFact(fact);
    if (keys.has(key)) {
      refuse('fact_known');
      continue;
    }
    keys.add(key);
    facts.push(fact);
    rows[found.length === 0 ? 'accepted' : 'corrected']++;
  }
  return ok({ facts, rows, findings });
}

const isColumn = (name: string): name is FactColumn => (factColumns as readonly string[]).includes(name);

function factOf(read: Readonly<Record<FactColumn, string>>): SaidFact {
  return {
    ...{ item: read.item, sort: read.fact as FactSort, date: read.date },
    ...(read.seller === '' ? {} : { seller: read.seller }),
    ...(read.buyer === '' ? {} : { buyer: read.buyer }),
    ...(read.amount === '' ? {} : { cents: Number(read.amount) }),
    ...(read.declared_as === '' ? {} : { declared_as: read.declared_as as Treatment }),
    ...(read.detail === '' ? {} : { detail: read.detail }),
  };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A row is a line whatever it holds, so that a quote that does not close takes no other rows along. */
function fieldsOf(line: string, delimiter: string): readonly string[] | null {
  try {
    const [fields = []] = parse(line, { delimiter, relax_column_count: true }) as string[][];
    return fields;
  } catch {
    return null;
  }
}

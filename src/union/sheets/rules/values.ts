import { type Problem, problem } from '#kernel/result.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { Cell, Column } from '../model.ts';
import { dateOfNumber, dateOfText } from './dates.ts';
import { plainOf } from './places.ts';

/** What names stand for, by what they are held against one another by (`plainOf`): several ids, where it is not certain. */
export type NameIndex = ReadonlyMap<string, ReadonlySet<string>>;

export type Vocabulary = {
  /** Ids and names of the records of each kind. */
  readonly records: ReadonlyMap<string, NameIndex>;
  /** Coded words by what they are called in any of our languages. */
  readonly words: ReadonlyMap<string, string>;
};

/** What a cell comes to: a value with what was made of it, nothing, or why it cannot be read. */
export type Read =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: unknown; readonly corrections: readonly Problem[] }
  | { readonly kind: 'fault'; readonly fault: Problem };

/** Longest text of a cell that is taken in. */
const longestText = 20_000;

const yes = new Set(['ja', 'oui', 'yes', 'x', '1', 'true', 'waar', 'vrai', 'wahr', 'j', 'o', 'y']);
const no = new Set(['nee', 'non', 'nein', 'no', '0', 'false', 'onwaar', 'faux', 'falsch', 'n']);

/** Spaces: first those that do not break where French writes them, before `: ; ! ? » %` and after `«`. */
const anySpaces = /((?<=\S)[\u00a0\u202f](?=[:;!?»%])|(?<=«)[\u00a0\u202f](?=\S))|[^\S\n]+/g;

/** A text without what cannot be seen: line ends inside it stay, and the spaces of French typography. */
export function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u2060\ufeff]/g, ' ')
      .replace(anySpaces, (_, french?: string) => french ?? ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
  );
}

/** Reads one cell as a field. `place` is where it stands; everything that was not as it stands there is told. */
export function readCell(
  cell: Cell,
  column: Column,
  place: string,
  said: Vocabulary,
  from1904: boolean,
): Read {
  if (cell === null) return { kind: 'nothing' };
  if (typeof cell === 'object' && 'error' in cell)
    return { kind: 'fault', fault: problem('sheet_cell_error', place, { error: cell.error.slice(0, 40) }) };
  if (typeof cell === 'object' && column.type === 'date') return value(cell.date);
  const raw = typeof cell === 'object' ? cell.date : String(cell);
  const text = tidy(raw);
  if (text === '') return { kind: 'nothing' };
  const spaces = text === raw ? [] : [problem('sheet_spaces_removed', place, {}, 'warning')];
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  switch (column.type) {
    case 'text':
      return text.length > longestText
        ? fault(problem('sheet_text_too_long', place, { most: longestText }))
        : value(text, spaces);
    case 'date': {
      const found = typeof cell === 'number' ? dateOfNumber(cell, from1904) : dateOfText(text, from1904);
      if (found === null) return fault(problem('sheet_date_unreadable', place, { text: shown }));
      const { date, how } = found;
      if (how === null) return value(date, spaces);
      const read =
        how === 'serial'
          ? problem('sheet_date_from_serial', place, { text: shown, date }, 'warning')
          : problem('sheet_date_from_text', place, { text: shown, date }, 'warning');
      return value(date, [read]);
    }
    case 'year':
      return /^[12]\d{3}$/.test(text)
        ? value(Number(text), spaces)
        : fault(problem('sheet_year_unreadable', place, { text: shown }));
    case 'number': {
      // `1,000` may be one or a thousand; any other number of digits after a comma is certain.
      const isComma = /^-?\d{1,15},(\d{1,2}|\d{4,6})$/.test(text);
      const plain = isComma ? text.replace(',', '.') : text;
      if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(plain))
        return fault(problem('sheet_number_unreadable', place, { text: shown }));
      const read = problem('sheet_word_read', place, { text: shown, code: plain }, 'warning');
      return value(Number(plain), isComma ? [read] : spaces);
    }
    case 'yes_no': {
      const word = plainOf(text);
      if (!yes.has(word) && !no.has(word))
        return fault(problem('sheet_yes_no_unreadable', place, { text: shown }));
      return value(yes.has(word), spaces);
    }
    case 'choice': {
      const choices = column.choices ?? [];
      if (choices.includes(text)) return value(text, spaces);
      const code = said.words.get(plainOf(text));
      if (code === undefined || !choices.includes(code))
        return fault(problem('sheet_choice_unknown', place, { text: shown, choices: choices.join(', ') }));
      return value(code, [problem('sheet_word_read', place, { text: shown, code }, 'warning')]);
    }
    case 'reference': {
      const found = resolve(text, column, place, said);
      return 'fault' in found ? fault(found.fault) : value(found.id, [...spaces, ...found.corrections]);
    }
    case 'references': {
      const found = text.split(/[;,\n]|\s\/\s/).flatMap((one) => {
        const name = tidy(one);
        return name === '' ? [] : [resolve(name, column, place, said)];
      });
      const bad = found.find((one) => 'fault' in one);
      if (bad !== undefined && 'fault' in bad) return fault(bad.fault);
      const good = found.flatMap((one) => ('fault' in one ? [] : [one]));
      const ids = [...new Set(good.map(({ id }) => id))];
      return value(ids, [...spaces, ...good.flatMap(({ corrections }) => corrections)]);
    }
  }
}

type Resolved =
  | { readonly id: string; readonly corrections: readonly Problem[] }
  | { readonly fault: Problem };

/** The record that a text means: by its id, else by its name in any language. */
function resolve(text: string, { to = [] }: Column, place: string, { records }: Vocabulary): Resolved {
  const name = text.slice(0, 80);
  const indexes = to.flatMap((kind) => records.get(kind.name) ?? []);
  if (indexes.some((index) => index.get(`=${text}`) !== undefined)) return { id: text, corrections: [] };
  const ids = [...new Set(indexes.flatMap((index) => [...(index.get(plainOf(text)) ?? [])]))];
  const [id, other] = ids;
  if (id === undefined) return { fault: problem('sheet_reference_unknown', place, { name }) };
  if (other !== undefined)
    return { fault: problem('sheet_reference_ambiguous', place, { name, ids: ids.slice(0, 10).join(', ') }) };
  return { id, corrections: [problem('sheet_name_read', place, { name, id }, 'warning')] };
}

const value = (held: unknown, corrections: readonly Problem[] = []): Read => ({
  kind: 'value',
  value: held,
  corrections,
});
const fault = (one: Problem): Read => ({ kind: 'fault', fault: one });

/** Whether a field already says what a sheet says of it; the order of a list says nothing. */
export function saysSame(before: unknown, now: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(now)) {
    const held = new Set(before.map(String));
    return held.size === now.length && now.every((one) => held.has(String(one)));
  }
  if (typeof before === 'string' && typeof now === 'string') return tidy(before) === tidy(now);
  return before === now;
}

/** What a field holds; a list also what an older field says of one. */
export function heldIn(body: RecordBody, { key, formerly }: Column): unknown {
  const one = formerly === undefined ? undefined : body[formerly];
  return Array.isArray(body[key]) || typeof one !== 'string' ? body[key] : [one];
}

/** What a field holds, as an export writes it and as people are shown it. */
export function shownOf(body: RecordBody, column: Column): string | number | boolean | null {
  const held = heldIn(body, column);
  if (Array.isArray(held)) return held.map(String).join('; ');
  return typeof held === 'string' || typeof held === 'number' || typeof held === 'boolean' ? held : null;
}

import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type SheetKind, titleLanguages } from '../model.ts';
import type { Header } from './header.ts';
import { knownHeaders } from './known-headers.ts';
import { lettersOf, plainOf } from './places.ts';

/**
 * What each column is read as, by its place: the key of a field, two languages in one cell (`nl+fr`), or '' for what is not
 * taken in.
 */
export type Mapping = readonly string[];

const pairs = titleLanguages.flatMap((first) =>
  titleLanguages.flatMap((second) => (first === second ? [] : [`${first}+${second}`])),
);

/** All that a column of such a sheet can be read as. */
export function targetsOf({ columns }: SheetKind): readonly string[] {
  const keys = columns.map(({ key }) => key);
  return titleLanguages.every((language) => keys.includes(language)) ? [...keys, ...pairs] : keys;
}

/** What fields are called, in every language of ours: key to names. */
export type FieldTitles = (key: string) => readonly string[];

/** What columns seem to be by their headers, in any of our languages; a field is given to the first column that asks for it. */
export function guessMapping({ titles }: Header, kind: SheetKind, titlesOf: FieldTitles): Mapping {
  const known = namesOf(kind, titlesOf);
  const taken = new Set<string>();
  return titles.map((parts) => {
    const target = guessOf(parts, known);
    const fields = target.split('+');
    if (target === '' || fields.some((field) => taken.has(field))) return '';
    for (const field of fields) taken.add(field);
    return target;
  });
}

function namesOf(kind: SheetKind, titlesOf: FieldTitles): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const put = (name: string, key: string) => {
    if (!names.has(plainOf(name))) names.set(plainOf(name), key);
  };
  for (const { key } of kind.columns) put(key, key);
  const own = knownHeaders[kind.kind.name] ?? {};
  const keys = new Set(kind.columns.map(({ key }) => key));
  for (const [key, headers] of Object.entries(own))
    if (keys.has(key)) for (const one of headers) put(one, key);
  for (const { key } of kind.columns) for (const title of titlesOf(key)) put(title, key);
  const [first] = kind.title;
  // As our own export has it: `Naam (fr)`, `Name (en)`.
  for (const title of titlesOf(first ?? 'name')) {
    for (const language of titleLanguages) if (keys.has(language)) put(`${title} ${language}`, language);
    put(`${title} en`, first ?? 'name');
  }
  return names;
}

/** `Naam / Nom` is two names; `Contact` over `Persoon` is one by its last row. */
function guessOf(parts: readonly string[], known: ReadonlyMap<string, string>): string {
  const joined = parts.join(' ');
  for (const text of [joined, ...parts.toReversed()]) {
    const whole = known.get(plainOf(text));
    if (whole !== undefined) return whole;
    const found = text.split(/[/|\n]/).map((one) => known.get(plainOf(one)) ?? '');
    const [first = '', second] = [...new Set(found)];
    if (found.length === 1 || first === '' || found.includes('')) continue;
    if (second === undefined) return first;
    if (pairs.includes(`${first}+${second}`) && found.length === 2) return `${first}+${second}`;
  }
  return '';
}

/** The headers by which a mapping is remembered. */
export function headersKey({ titles }: Header): string {
  return titles.map((parts) => plainOf(parts.join(' '))).join('|');
}

/** A mapping as a text of lines: `A=id`. */
export function formatMapping(mapping: Mapping): string {
  return mapping
    .flatMap((target, column) => (target === '' ? [] : [`${lettersOf(column)}=${target}`]))
    .join('\n');
}

/** The same read. Problems: `sheet_mapping_unreadable`, `sheet_target_unknown`, `sheet_target_twice`. */
export function parseMapping(text: string, kind: SheetKind, width: number): Result<Mapping> {
  const columns = Array.from({ length: width }, (_, column) => lettersOf(column));
  const targets = targetsOf(kind);
  const mapping: string[] = columns.map(() => '');
  const faults: Problem[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [letters = '', target = ''] = line.split('=').map((part) => part.trim());
    const column = columns.indexOf(letters.toUpperCase());
    if (column < 0)
      faults.push(problem('sheet_mapping_unreadable', 'body.mapping', { line: line.slice(0, 80) }));
    else if (target !== '' && !targets.includes(target))
      faults.push(problem('sheet_target_unknown', 'body.mapping', { target: target.slice(0, 80) }));
    else mapping[column] = target;
  }
  const used = mapping.flatMap((target) => (target === '' ? [] : target.split('+')));
  for (const field of new Set(used.filter((one, index) => used.indexOf(one) !== index)))
    faults.push(problem('sheet_target_twice', 'body.mapping', { field }));
  return faults.length > 0 ? fail(...faults) : ok(mapping);
}

import type { Language } from '#kernel/languages.ts';

/** Where the reader is: `/{language}/{register}{path}?{query}`; without a register, `path` is the whole path. */
export type Address = {
  readonly language: Language;
  readonly register: string | null;
  readonly path: string;
  readonly query: URLSearchParams;
};

type Change = {
  readonly language?: Language;
  readonly register?: string;
  readonly path?: string;
  /** Parameters to set, or to drop where null; the others stay. */
  readonly query?: Readonly<Record<string, string | null>>;
};

/** The address with some of it changed. Outside a register the language is a parameter. */
export function formatAddress(address: Address, change: Change = {}): string {
  const { language, register, path } = { ...address, ...change };
  const query = new URLSearchParams(address.query);
  for (const [name, value] of Object.entries(change.query ?? {})) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  if (register === null && change.language !== undefined) query.set('language', change.language);
  const text = query.toString();
  return `${register === null ? path : `/${language}/${register}${path}`}${text === '' ? '' : `?${text}`}`;
}

/** A local address with parameters set: they stand before its fragment, and after those that it has. */
export function withParameters(address: string, set: Readonly<Record<string, string>>): string {
  const [, before = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(address) ?? [];
  const [path = '', held = ''] = before.split(/\?(.*)/s);
  const query = new URLSearchParams(held);
  for (const [name, value] of Object.entries(set)) query.set(name, value);
  return `${path}${query.size === 0 ? '' : `?${query}`}${fragment}`;
}

/** The parameter that tells of an action that was just done: said once, and part of no address that is kept or passed on. */
export const justDone = 'done';

/** The dates that the reader chose, to carry along when all else of the address changes. */
export function datesOf(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => name === 'as-of' || name === 'known-at'));
}

/** No list is longer than this many pages; what lies beyond is beyond the numbers that a database counts with. */
export const lastPage = 1_000_000;

/** The page of a list that `?page=` (or `name`) asks for, from 1; the first where it is no such number. */
export function pageOf(query: URLSearchParams, name = 'page'): number {
  const asked = Math.trunc(Number(query.get(name) ?? 1));
  return Math.min(Math.max(1, asked || 1), lastPage);
}

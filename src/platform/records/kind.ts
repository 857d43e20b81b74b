import type { z } from 'zod';
import type { Language } from '#kernel/languages.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';

/** A record's content as its source gave it: JSON, unknown keys included. */
export type RecordBody = Readonly<Record<string, unknown>>;

/**
 * A kind of record: what a module declares once so that import, list, search, export, page and permission need no
 * code of their own for it.
 */
export type Kind = {
  /** The stem: name in references and in `/find`, for example `working_groups`. */
  readonly name: string;
  /** One record's body; keys that it does not name are kept and reported. */
  readonly schema: z.ZodObject;
  readonly label: Readonly<Record<Language, { readonly one: string; readonly many: string }>>;
  readonly visibility: Visibility;
  readonly title: (body: RecordBody) => LocalizedText;
  /** Where it has no title of its own: the key of a record's id, and that record's kind, by whose title it is called. */
  readonly calledAfter?: { readonly key: string; readonly kind: string };
  /** Values that a list can be filtered by: `{ dossier: ['waste'], year: ['2015'] }`. */
  readonly facets: (body: RecordBody) => Readonly<Record<string, readonly string[]>>;
  /** Path below the register of the page that shows one record. */
  readonly href: (id: string) => string;
};

/** Who may see the records of a kind: everybody, or the parties that take part in the body a record belongs to. */
export type Visibility = 'public' | 'participants';

/** How a kind's records are named and filtered, said once instead of two functions a kind. */
export type KindDeclaration = Pick<Kind, 'name' | 'schema' | 'label' | 'calledAfter'> & {
  readonly visibility?: Visibility;
  /** Keys that hold the English title, the first that is there wins. */
  readonly titleFrom: readonly string[];
  /** Keys of a date or year, the first that is there gives the year filter. */
  readonly yearFrom?: readonly string[];
  /** Keys of a party or a list of parties. */
  readonly partyFrom?: readonly string[];
  readonly href?: (id: string) => string;
};

const languageKey = /^[a-z]{2}$/;

/** A value that a list is filtered by goes into an index, which takes at most 2,700 bytes; longer ones are told apart no further. */
const longestFacet = 200;

/**
 * Titles of a record: English under one of `titleFrom`, original terms under two-letter language keys (`nl`, `sv`).
 * A two-letter key that the schema names, such as `id` or `to`, is a field and not a language.
 */
export function languageKeysOf(schema: z.ZodObject, body: RecordBody): readonly string[] {
  return Object.keys(body).filter(
    (key) =>
      languageKey.test(key) &&
      !Object.hasOwn(schema.shape, key) &&
      (typeof body[key] === 'string' || body[key] === null),
  );
}

export function defineKind(declaration: KindDeclaration): Kind {
  const { name, schema, label, titleFrom, yearFrom = [], partyFrom = [] } = declaration;
  return {
    name,
    schema,
    label,
    visibility: declaration.visibility ?? 'public',
    ...(declaration.calledAfter === undefined ? {} : { calledAfter: declaration.calledAfter }),
    href: declaration.href ?? ((id) => `/record/${name}/${id}`),
    title: (body) => {
      const languages = languageKeysOf(schema, body);
      const texts: Record<string, string> = {};
      const english = titleFrom
        .map((key) => body[key])
        .find((value) => typeof value === 'string' || typeof value === 'number');
      if (english !== undefined) texts.en = String(english);
      for (const language of languages)
        if (typeof body[language] === 'string') texts[language] = body[language];
      // A record that its source gives no name is called by its id.
      if (Object.keys(texts).length === 0) texts.en = String(body.id ?? body.year ?? label.en.one);
      const authentic = languages.filter((language) => language !== 'en' && language in texts);
      return { texts, authentic };
    },
    facets: (body) => {
      const facets: Record<string, readonly string[]> = {};
      const put = (facet: string, values: readonly unknown[]) => {
        const texts = [
          ...new Set(
            values.flatMap((value) =>
              typeof value === 'string' && value !== '' ? [value.slice(0, longestFacet)] : [],
            ),
          ),
        ];
        if (texts.length > 0) facets[facet] = texts;
      };
      put('dossier', [body.case]);
      put('type', [body.kind]);
      const dated = yearFrom.map((key) => startOf(body[key])).find((value) => value !== undefined);
      put('year', [dated?.slice(0, 4)]);
      put(
        'party',
        partyFrom.flatMap((key) => partiesOf(body[key])),
      );
      return facets;
    },
  };
}

function startOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  if (typeof value === 'object' && value !== null && 'start' in value) return String(value.start);
  return undefined;
}

/** A party's id, a list of them, or an object with one key a party. */
function partiesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.keys(value) : [value];
}

/** The kind of the one record that every register has: its own description, with the register's id. */
export const registerKind = 'register';

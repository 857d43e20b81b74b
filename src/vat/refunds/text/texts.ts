import { formatDate, parsePlainDate } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import { de } from './de.ts';
import { en, type RefundTexts } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

type Params = Problem['params'];

/** Parameters of findings that are days or amounts; all else stays as it was given. */
const days = new Set(['on', 'last', 'asked', 'from', 'to', 'until', 'due', 'assessed', 'since', 'date']);
const amounts = new Set(['amount', 'most', 'least', 'deductible', 'vat', 'taxable']);

/** One parameter as the language writes it: a whole day, and an amount with its cents (`writtenCents`). */
function spoken(name: string, value: Params[string], language: Language): Params[string] {
  const day = days.has(name) ? parsePlainDate(String(value)) : undefined;
  if (day?.ok === true) return formatDate(day.value, language);
  if (!amounts.has(name) || typeof value !== 'string' || !/^\d+\.\d{2}$/.test(value)) return value;
  return new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2 }).format(Number(value));
}

type Sentences = Readonly<Record<string, (params: Params) => string>>;

/** Sentences that are told their days and amounts as the language writes them. */
function speaking<Of extends Sentences>(sentences: Of, language: Language): Of {
  // By what a sentence asks for, not by what there is: who checks sentences answers to any name.
  const said = (params: Params): Params =>
    new Proxy(params, {
      get: (all, name) => spoken(String(name), all[String(name)] as Params[string], language),
    });
  const all = Object.entries(sentences).map(([code, sentence]) => [
    code,
    (params: Params = {}) => sentence(said(params)),
  ]);
  return Object.fromEntries(all) as Of;
}

const inLanguage = (texts: RefundTexts, language: Language): RefundTexts => ({
  ...texts,
  check: speaking(texts.check, language),
  clock: speaking(texts.clock, language),
  problems: speaking(texts.problems, language),
});

const catalogues: Readonly<Record<Language, RefundTexts>> = {
  nl: inLanguage(nl, 'nl'),
  fr: inLanguage(fr, 'fr'),
  de: inLanguage(de, 'de'),
  en: inLanguage(en, 'en'),
};

export function refundTexts(language: Language): RefundTexts {
  return catalogues[language];
}

import { addDays, type PartialDate, type PlainDate, parsePartialDate } from '#kernel/dates.ts';
import { plainOf } from './places.ts';

/** A date as a sheet has it: `how` says what had to be made of it; null where it stood there as we write dates. */
export type FoundDate = { readonly date: PartialDate; readonly how: 'serial' | 'text' | null };

/** Months as they are written in Dutch, French, German and English, whole or shortened, without accents. */
const months = [
  'januari janvier januar january jan janv janner',
  'februari fevrier februar february feb fev fevr febr',
  'maart mars marz march mrt maa mar mrz maerz',
  'april avril apr avr',
  'mei mai may',
  'juni juin june jun',
  'juli juillet july jul juil',
  'augustus aout august aug aou',
  'september septembre sept sep',
  'oktober octobre october okt oct',
  'november novembre nov',
  'december decembre dezember dec dez',
].map((names) => names.split(' '));

/** Days from which a number is a serial date and no year: 10,000 is 18 May 1927. */
const firstSerial = 10_000;
const lastSerial = 2_958_465;
const from1904Days = 1_462;

/** A year, or the serial number of a day as spreadsheets count them; hours are left away. */
export function dateOfNumber(number: number, from1904: boolean): FoundDate | null {
  if (Number.isInteger(number) && number >= 1000 && number <= 3000)
    return { date: String(number) as PartialDate, how: null };
  const day = Math.floor(number) + (from1904 ? from1904Days : 0);
  if (number < firstSerial || day > lastSerial) return null;
  // Day 25,569 is 1 January 1970.
  return { date: addDays('1970-01-01' as PlainDate, day - 25_569), how: 'serial' };
}

/**
 * A date in words or figures of any of our languages, the day before the month as all of them write it. Null for what could be
 * two dates or none: a year of two figures, a month that does not exist.
 */
export function dateOfText(text: string, from1904: boolean): FoundDate | null {
  const said = text.trim();
  const exact = parsePartialDate(said);
  if (exact.ok) return { date: exact.value, how: null };
  if (/^\d{5}(\.\d+)?$/.test(said)) return dateOfNumber(Number(said), from1904);
  const written = said.replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '');
  const iso = parsePartialDate(written);
  if (iso.ok) return { date: iso.value, how: 'text' };
  const words = plainOf(written).split(' ');
  const [, day, month, year] = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$/.exec(written) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const [, turnedYear, turnedMonth, turnedDay] =
    /^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?$/.exec(written) ?? [];
  if (turnedYear !== undefined) return dateOf(turnedYear, turnedMonth, turnedDay);
  const [, onlyMonth, itsYear] = /^(\d{1,2})[./-](\d{4})$/.exec(written) ?? [];
  if (itsYear !== undefined) return dateOf(itsYear, onlyMonth, undefined);
  return dateOfWords(words);
}

/** `12 maart 2014`, `1er mars 2014`, `12. März 2014`, `March 12, 2014`, `mars 2014`. */
function dateOfWords(words: readonly string[]): FoundDate | null {
  const left = words.filter(
    (word) => !['le', 'de', 'den', 'der', 'op', 'am', 'of', 'the', 'on'].includes(word),
  );
  const monthOf = (word: string) => months.findIndex((names) => names.includes(word)) + 1;
  const named = left.filter((word) => monthOf(word) > 0);
  const year = left.filter((word) => /^\d{4}$/.test(word));
  const day = left.filter((word) => /^\d{1,2}(er|e|re|st|nd|rd|th|ste|de)?$/.test(word));
  if (named.length !== 1 || year.length !== 1 || day.length > 1) return null;
  if (named.length + year.length + day.length !== left.length) return null;
  return dateOf(year[0], String(monthOf(named[0] ?? '')), day[0]?.replace(/\D+$/, ''));
}

function dateOf(year?: string, month?: string, day?: string): FoundDate | null {
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const date = parsePartialDate(parts.join('-'));
  return date.ok ? { date: date.value, how: 'text' } : null;
}

/**
 * Fields of declarations, each read from what was written to what will stand. What is plainly the same in other signs is corrected, and
 * said; what could mean two things is not.
 */
import { isPlainDate, parsePartialDate } from '#kernel/dates.ts';
import { acquisitionKinds, corrections, supplyKinds } from '../model.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { readVatNumber, vatPrefixes } from '../vat-number.ts';
import type { RowCode } from './findings.ts';

export type ReadField = {
  /** As it will stand, in the columns of a store: several are apart by a tab. */
  readonly text: string;
  /** Null: it was written as it stands. `written_otherwise`: it is corrected. Every other: it cannot be taken. */
  readonly code: RowCode | null;
};

export type FieldReader = (written: string) => ReadField;

const faulty = (code: RowCode): ReadField => ({ text: '', code });
const taken = (text: string, written: string, form: string): ReadField => ({
  text,
  code: form === written ? null : 'written_otherwise',
});

/** What was read before is not read again; of what there are very many forms, such as numbers, the earliest are forgotten all at once. */
export function remembered<T>(reader: (written: string) => T, most = 500_000): (written: string) => T {
  const known = new Map<string, T>();
  return (written) => {
    const before = known.get(written);
    if (before !== undefined) return before;
    const found = reader(written);
    if (known.size >= most) known.clear();
    known.set(written, found);
    return found;
  };
}

/** Over all files: to look at a check digit takes longer than all the rest of a row. */
const readNumber = remembered(readVatNumber);

/** Who declares must have a number that is sound, and of the state that took the declaration. */
export const ownNumber =
  (state: string): FieldReader =>
  (written) => {
    const found = readNumber(written.trim());
    if (found === null) return faulty('number_unreadable');
    if (!found.isSound) return faulty('number_unsound');
    if (!found.number.startsWith(state)) return faulty('not_of_state');
    return taken(found.number, written, found.number);
  };

/** The other of a trade: a number that is not sound is a finding of the match, not a fault of the row. */
export const othersNumber: FieldReader = (written) => {
  const found = readNumber(written.trim());
  if (found === null) return faulty('number_unreadable');
  return taken(`${found.number}\t${found.isSound ? 1 : 0}`, written, found.number);
};

const oneOf =
  (known: readonly string[], code: RowCode): FieldReader =>
  (written) => {
    const form = written.trim();
    const found = known.find(
      (one) => one === form || one === form.toUpperCase() || one === form.toLowerCase(),
    );
    return found === undefined ? faulty(code) : taken(found, written, found);
  };
export const supplyKind = oneOf(supplyKinds, 'kind_unknown');
export const acquisitionKind = oneOf(acquisitionKinds, 'kind_unknown');
export const correction = oneOf(corrections, 'correction_unknown');

/** `2019-05`, and what can mean nothing else: `201905`, `2019/5`, `05/2019`, `2019q2`, `Q2 2019`. */
export const period: FieldReader = (written) => {
  const form = periodForm(written.trim());
  const found = form === null ? null : readTaxPeriod(form);
  return found === null
    ? faulty('period_unreadable')
    : taken(`${found.from}\t${found.to}`, written, found.period);
};

function periodForm(text: string): string | null {
  const [, year, sign, part] = /^(\d{4})(?:([-/. ]?)([Qq]?\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined) {
    if (part === undefined) return year;
    if (/^[Qq]\d$/.test(part)) return `${year}-Q${part[1]}`;
    // `20195` is read as nothing: one digit needs its sign before it.
    if (/^\d+$/.test(part) && (part.length === 2 || sign !== '')) return `${year}-${part.padStart(2, '0')}`;
    return null;
  }
  const [, before, after] = /^([Qq]?\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  if (before === undefined) return null;
  return /^[Qq]/.test(before) ? `${after}-Q${before.slice(1)}` : `${after}-${before.padStart(2, '0')}`;
}

/** Cents beyond which sums of ten million rows would not be exact. */
const mostCents = 10n ** 15n;

/** Euros with a point and two digits, `-12345.60`, to whole cents; a comma before one or two digits, or thousands apart, is corrected. */
export const amount: FieldReader = (written) => {
  const form = written.trim();
  const point = form.indexOf('.');
  if (form === written && point === form.length - 3 && /^-?\d{1,13}\.\d\d$/.test(form))
    return { text: withoutZeros(form.slice(0, point) + form.slice(point + 1)), code: null };
  return amountOtherwise(written, form);
};

function amountOtherwise(written: string, form: string): ReadField {
  const [, minus, body] = /^([-\u2212]?)\s?((?:\d[\d.,' \u2019\u00a0\u202f]*)?\d)$/.exec(form) ?? [];
  if (body === undefined) return faulty('amount_unreadable');
  const groups = body.replace(/[' \u2019\u00a0\u202f]/g, '');
  const signs = groups.replace(/\d/g, '');
  const whole = (text: string) => text.replace(/[.,]/g, '');
  let [units, decimals] = [groups, ''];
  if (signs !== '') {
    const last = signs.at(-1) as string;
    const at = groups.lastIndexOf(last);
    const after = groups.length - at - 1;
    const isSameThroughout = signs === last.repeat(signs.length);
    const apart = /^\d{1,3}(?:[.,]\d{3})*$/;
    if (after <= 2 && signs.indexOf(last) === signs.length - 1) {
      [units, decimals] = [groups.slice(0, at), groups.slice(at + 1)];
      if (/[.,]/.test(units) && !apart.test(units)) return faulty('amount_unreadable');
    } else if (after === 3 && signs.length > 1 && isSameThroughout && apart.test(groups)) {
      units = groups;
    } else if (after === 3 && signs.length === 1 && apart.test(groups)) {
      // 1.234: one thousand and more, or one and a bit.
      return faulty('amount_ambiguous');
    } else return faulty('amount_unreadable');
  }
  const cents = withoutZeros(whole(units) + decimals.padEnd(2, '0'));
  if (cents.length > 16 || BigInt(cents) > mostCents) return faulty('amount_too_large');
  const text = minus === '' || cents === '0' ? cents : `-${cents}`;
  const asWritten = /^-?\d+\.\d\d$/.test(written) || /^-?\d+$/.test(written);
  return { text, code: asWritten ? null : 'written_otherwise' };
}

/** In XML an amount is a decimal with a point, whatever its digits: one or none is no slip. */
export function xmlDecimal(text: string): string {
  const [, whole, decimals = ''] = /^(-?\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? text : `${whole}.${decimals.padEnd(2, '0')}`;
}

function withoutZeros(digits: string): string {
  const first = digits.charCodeAt(0) === 45 ? 1 : 0;
  if (digits.charCodeAt(first) !== 48) return digits;
  const bare = digits.slice(first).replace(/^0+(?=\d)/, '');
  return first === 1 && bare !== '0' ? `-${bare}` : bare;
}

/** `2019-05-31`, and `31-05-2019`, `31/05/2019`, `31.05.2019` where the first cannot be a month. */
export const date: FieldReader = (written) => {
  const form = written.trim();
  const [, day = '', month = '', year = ''] = /^(\d{2})[-/.](\d{2})[-/.](\d{4})$/.exec(form) ?? [];
  const iso =
    year === '' ? form.replace(/^(\d{4})[/.](\d{2})[/.](\d{2})$/, '$1-$2-$3') : `${year}-${month}-${day}`;
  if (year !== '' && Number(day) <= 12 && day !== month) return faulty('date_unreadable');
  const parsed = parsePartialDate(iso);
  if (!parsed.ok || !isPlainDate(parsed.value)) return faulty('date_unreadable');
  return taken(iso, written, iso);
};

/** A number or reason as people give them, without signs that no printer has. */
export const shortText: FieldReader = (written) => {
  const form = written.trim();
  if (form === '' || form.length > 100 || /\p{C}/u.test(form)) return faulty('text_unreadable');
  return taken(form, written, form);
};

/** Nothing at all is a value, too. */
export const orEmpty =
  (reader: FieldReader): FieldReader =>
  (written) => {
    const form = written.trim();
    return form === '' ? taken('', written, '') : reader(written);
  };

/** Who declares in the one-stop shop, in whichever state: the number must be sound, since what is declared is found by it. */
export const declarersNumber: FieldReader = (written) => {
  const found = readNumber(written.trim());
  if (found === null) return faulty('number_unreadable');
  return found.isSound ? taken(found.number, written, found.number) : faulty('number_unsound');
};

/** As states are written before VAT numbers: Greece is `EL`, and `GR` is corrected. */
export const state: FieldReader = (written) => {
  const form = written.trim().toUpperCase();
  const code = form === 'GR' ? 'EL' : form;
  return vatPrefixes.includes(code) ? taken(code, written, code) : faulty('state_unknown');
};

/** A period that is a quarter: what the one-stop shop is declared by. */
export const quarter: FieldReader = (written) => {
  const found = period(written);
  const [from, to] = found.text.split('\t').map(Number);
  if (found.code !== null && found.code !== 'written_otherwise') return found;
  return (to ?? 0) - (from ?? 0) === 2 ? found : faulty('period_unreadable');
};

/** Percents with at most two digits behind the point, to hundredths: `21` is 2100. */
export const rate: FieldReader = (written) => {
  const form = written.trim().replace(',', '.').replace(/\s?%$/, '');
  const [, whole, decimals = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(form) ?? [];
  if (whole === undefined) return faulty('rate_unreadable');
  return taken(withoutZeros(whole + decimals.padEnd(2, '0')), written, form);
};

/** ISO 4217 by its form: which currencies there are does not matter to what cannot be compared. */
export const currency: FieldReader = (written) => {
  const form = written.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(form) ? taken(form, written, form) : faulty('currency_unknown');
};

/** The day of a time as it was written, `2026-03-31T23:30:00+02:00`: of the zone in which it was said. */
export const time: FieldReader = (written) => {
  const form = written.trim();
  const [, day = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(form) ?? [];
  const parsed = parsePartialDate(day);
  return parsed.ok && isPlainDate(parsed.value) ? taken(day, written, form) : faulty('time_unreadable');
};

const refundWords: Readonly<Record<string, string>> = {
  '': '0',
  no: '0',
  false: '0',
  '0': '0',
  yes: '1',
  true: '1',
  '1': '1',
};
export const refund: FieldReader = (written) => {
  const form = written.trim().toLowerCase();
  const found = Object.hasOwn(refundWords, form) ? refundWords[form] : undefined;
  return found === undefined ? faulty('refund_unclear') : taken(found, written, form);
};

/**
 * To whom was paid: a VAT number where it is a sound one, else the tax number or account as it was written, in capitals and without what people put
 * between signs; which of the two it is does not matter, since neither is found in a return.
 */
export const payee: FieldReader = (written) => {
  const form = written.trim();
  const found = readNumber(form);
  if (found?.isSound === true) return taken(`${found.number}\t1`, written, found.number);
  const signs = form.replace(/[ .\-/]/g, '').toUpperCase();
  return /^[0-9A-Z]{4,40}$/.test(signs) ? taken(`${signs}\t0`, written, signs) : faulty('payee_unreadable');
};

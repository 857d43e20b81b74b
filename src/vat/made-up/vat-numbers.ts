/**
 * Numbers for made-up traders: sound, so that every reader takes them. We know of no state that keeps a range for tests; these are from
 * the end of each range, where few or none are given out, and files with them say `synthetic`.
 */
import { readVatNumber, type VatNumber } from '../vat-number.ts';

/** By state: what stands before and after a serial number of so many digits, and how many digits are tried at the end. */
const forms: Readonly<
  Record<
    string,
    { readonly before: string; readonly digits: number; readonly after: string; readonly tried: number }
  >
> = {
  BE: { before: '199', digits: 5, after: '', tried: 2 },
  NL: { before: '999', digits: 6, after: 'B', tried: 2 },
  LU: { before: '9', digits: 5, after: '', tried: 2 },
  DE: { before: '999', digits: 5, after: '', tried: 1 },
  // The key of two digits in front does not follow from a digit after: it is tried in front.
  FR: { before: '', digits: 5, after: '', tried: 3 },
  PL: { before: '999', digits: 6, after: '', tried: 1 },
  AT: { before: 'U99', digits: 5, after: '', tried: 1 },
};

/** Another one for each serial number from 0 to 99,999 within a state. Throws for a state without a form, or beyond. */
export function madeUpVatNumber(state: string, serial: number): VatNumber {
  const form = Object.hasOwn(forms, state) ? forms[state] : undefined;
  if (form === undefined || !(serial >= 0 && serial < 100_000))
    throw new RangeError(`No made-up number of ${state} for ${serial}`);
  const { before, digits, after, tried } = form;
  // A few serials of Poland have no check digit: then the next of the ten that belong to this serial.
  for (let step = 0; step < (digits === 6 ? 10 : 1); step++) {
    const padded = String(digits === 6 ? 10 * serial + step : serial).padStart(digits, '0');
    for (let check = 0; check < 10 ** tried; check++) {
      const end = String(check).padStart(tried, '0');
      const text =
        state === 'FR'
          ? `FR${end.slice(1)}999${padded}${end.slice(0, 1)}`
          : `${state}${before}${padded}${after}${end}`;
      const read = readVatNumber(text);
      if (read?.isSound === true) return read.number;
    }
  }
  throw new RangeError(`No check digits for ${serial} of ${state}`);
}

/** The same with one digit turned, so that it is nobody's: the last by which that is so. */
export function mistyped(number: VatNumber): string {
  for (let place = number.length - 1; place > 1; place--)
    for (let digit = 0; digit < 10; digit++) {
      const text = `${number.slice(0, place)}${digit}${number.slice(place + 1)}`;
      if (text !== number && readVatNumber(text)?.isSound === false) return text;
    }
  throw new RangeError(`No digit makes ${number} unsound`);
}

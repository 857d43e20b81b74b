import { validate as at } from 'stdnum/lib/cjs/at/uid.js';
import { validate as be } from 'stdnum/lib/cjs/be/vat.js';
import { validate as bg } from 'stdnum/lib/cjs/bg/vat.js';
import { validate as cy } from 'stdnum/lib/cjs/cy/vat.js';
import { validate as cz } from 'stdnum/lib/cjs/cz/dic.js';
import { validate as de } from 'stdnum/lib/cjs/de/vat.js';
import { validate as dk } from 'stdnum/lib/cjs/dk/cvr.js';
import { validate as ee } from 'stdnum/lib/cjs/ee/kmkr.js';
import { validate as es } from 'stdnum/lib/cjs/es/nif.js';
import { validate as fi } from 'stdnum/lib/cjs/fi/alv.js';
import { validate as fr } from 'stdnum/lib/cjs/fr/tva.js';
import { validate as gb } from 'stdnum/lib/cjs/gb/vat.js';
import { validate as el } from 'stdnum/lib/cjs/gr/vat.js';
import { validate as hr } from 'stdnum/lib/cjs/hr/oib.js';
import { validate as hu } from 'stdnum/lib/cjs/hu/anum.js';
import { validate as ie } from 'stdnum/lib/cjs/ie/vat.js';
import { validate as it } from 'stdnum/lib/cjs/it/iva.js';
import { validate as lt } from 'stdnum/lib/cjs/lt/pvm.js';
import { validate as lu } from 'stdnum/lib/cjs/lu/tva.js';
import { validate as lv } from 'stdnum/lib/cjs/lv/pvn.js';
import { validate as mt } from 'stdnum/lib/cjs/mt/vat.js';
import { validate as nl } from 'stdnum/lib/cjs/nl/btw.js';
import { validate as pl } from 'stdnum/lib/cjs/pl/nip.js';
import { validate as pt } from 'stdnum/lib/cjs/pt/nif.js';
import { validate as ro } from 'stdnum/lib/cjs/ro/cui.js';
import { validate as se } from 'stdnum/lib/cjs/se/vat.js';
import { validate as si } from 'stdnum/lib/cjs/si/ddv.js';
import { validate as sk } from 'stdnum/lib/cjs/sk/dph.js';
import type { Brand } from '#kernel/brand.ts';

/** With its country in front and nothing between its signs: `NL004495445B01`; Greece is `EL`. */
export type VatNumber = Brand<string, 'VatNumber'>;

/** By the prefix of the number, which is not always the country's code: Northern Ireland's goods are under `XI`. */
const validators: Readonly<Record<string, typeof at>> = {
  ...{
    AT: at,
    BE: be,
    BG: bg,
    CY: cy,
    CZ: cz,
    DE: de,
    DK: dk,
    EE: ee,
    EL: el,
    ES: es,
    FI: fi,
    FR: fr,
    HR: hr,
  },
  ...{
    HU: hu,
    IE: ie,
    IT: it,
    LT: lt,
    LU: lu,
    LV: lv,
    MT: mt,
    NL: nl,
    PL: pl,
    PT: pt,
    RO: ro,
    SE: se,
    SI: si,
  },
  ...{ SK: sk, XI: gb },
};

/** Prefixes of the numbers that are known here: those of the 27 states and `XI`. */
export const vatPrefixes: readonly string[] = Object.keys(validators);

export type ReadVatNumber = {
  readonly number: VatNumber;
  /** Whether its form and check digit are right; that somebody had it at a time is another question. */
  readonly isSound: boolean;
};

const longest = 32;
const between = /[ .\-/]/g;

/** Null where it has no prefix that is known, or other signs than letters, digits and what people put between them. */
export function readVatNumber(text: string): ReadVatNumber | null {
  if (text.length > longest) return null;
  const signs = text.replace(between, '').toUpperCase();
  const written = signs.slice(0, 2);
  const prefix = written === 'GR' ? 'EL' : written;
  const rest = signs.slice(2);
  const validate = Object.hasOwn(validators, prefix) ? validators[prefix] : undefined;
  if (validate === undefined || !/^[0-9A-Z+*]{2,13}$/.test(rest)) return null;
  const found = validate(rest);
  // As it was written where it is not sound: a padded number would be another one.
  const compact = found.isValid && found.compact.length >= rest.length ? found.compact : rest;
  return { number: `${prefix}${compact}` as VatNumber, isSound: found.isValid };
}

/** The state that gave the number: its first two signs. */
export const stateOf = (number: VatNumber): string => number.slice(0, 2);

/** Prefix of the VAT numbers that a party gives, under which its files stand, too: its code, but Greece's. */
export const prefixOf = (party: string): string => (party === 'GR' ? 'EL' : party);
/** The party whose prefix it is: the other way round. */
export const partyUnder = (prefix: string): string => (prefix === 'EL' ? 'GR' : prefix);
/** The state of a number as the register knows it as a party. */
export const partyOf = (number: VatNumber): string => partyUnder(stateOf(number));

import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { readVatNumber, stateOf, type VatNumber } from '../../vat-number.ts';
import { type Cents, isCents, mostOfInvoice } from '../model.ts';

/** Who may claim nothing: whose trade is all exempt, small businesses and flat-rate farmers (Dir. 2008/9, art. 18). */
export const statuses = ['taxable', 'exempt_only', 'small_business', 'flat_rate_farmer'] as const;
export type ApplicantStatus = (typeof statuses)[number];

export type Invoice = {
  readonly supplier: VatNumber | null;
  readonly number: string | null;
  readonly date: PlainDate | null;
  readonly taxable: Cents | null;
  readonly vat: Cents | null;
  readonly deductible: Cents | null;
  /** Per cent that may be deducted (art. 8(2)). */
  readonly proRata: number | null;
  readonly nature: string | null;
};

/** An application as far as it could be read: what is null was missing or no such thing, and there is a finding of it. */
export type Application = {
  readonly id: string | null;
  readonly refundState: string | null;
  readonly number: VatNumber | null;
  readonly status: ApplicantStatus | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly submittedOn: PlainDate | null;
  readonly currency: string | null;
  readonly suppliesNothing: boolean | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly invoices: readonly Invoice[];
};

/** More of them make no application but a file that went wrong. */
export const mostInvoices = 100_000;

/**
 * Reads an application of JSON, with a finding for each field that is missing or no such thing, all at once, at its path. Findings:
 * `vat_refund_not_an_application`, `vat_refund_field_missing`, `vat_refund_field_invalid`, `vat_refund_field_unknown` (a warning),
 * `vat_refund_number_unsound`, `vat_refund_too_many_invoices`.
 */
export function readApplication(json: unknown): {
  readonly application: Application;
  readonly findings: readonly Problem[];
} {
  const findings: Problem[] = [];
  const root = reader(json, '', findings);
  if (!isObject(json)) return { application: nothing, findings: [problem('vat_refund_not_an_application')] };
  const applicant = root.within('applicant');
  const account = root.within('account');
  const period = root.within('period');
  for (const key of ['name', 'address', 'activity']) applicant.text(key, 500);
  applicant.fits('email', /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,63}$/);
  account.text('holder', 200);
  const application: Application = {
    id: root.text('id', 80),
    refundState: root.fits('refund_state', /^[A-Z]{2}$/),
    number: applicant.vatNumber('vat_number'),
    status: applicant.among('status', statuses),
    from: period.day('from'),
    to: period.day('to'),
    submittedOn: root.day('submitted_on'),
    currency: root.fits('currency', /^[A-Z]{3}$/),
    suppliesNothing: root.flag('no_supplies_in_refund_state'),
    iban: account.text('iban', 42),
    bic: account.text('bic', 11),
    invoices: root.list('invoices', readInvoice),
  };
  for (const one of [root, applicant, account, period]) one.end();
  return { application, findings };
}

function readInvoice(invoice: Reader): Invoice {
  const supplier = invoice.within('supplier');
  for (const key of ['name', 'address']) supplier.text(key, 500);
  const read = {
    supplier: supplier.vatNumber('vat_number'),
    number: invoice.text('number', 100),
    date: invoice.day('date'),
    taxable: invoice.cents('taxable_cents'),
    vat: invoice.cents('vat_cents'),
    deductible: invoice.cents('deductible_cents'),
    proRata: invoice.share('pro_rata'),
    nature: invoice.text('nature', 10),
  };
  supplier.end();
  invoice.end();
  return read;
}

const nothing: Application = {
  ...{ id: null, refundState: null, number: null, status: null, from: null, to: null },
  ...{ submittedOn: null, currency: null, suppliesNothing: null, iban: null, bic: null, invoices: [] },
};

type Fields = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Reader = {
  text(key: string, most: number): string | null;
  fits(key: string, form: RegExp): string | null;
  among<T extends string>(key: string, values: readonly T[]): T | null;
  flag(key: string): boolean | null;
  /** Of one invoice. */
  cents(key: string): Cents | null;
  /** Whole per cents, 0 to 100. */
  share(key: string): number | null;
  /** Of a year in which there can be an application. */
  day(key: string): PlainDate | null;
  /** Also one whose check digit is wrong: whose it is can be seen all the same. */
  vatNumber(key: string): VatNumber | null;
  within(key: string): Reader;
  list<T>(key: string, take: (one: Reader) => T): readonly T[];
  end(): void;
};

/** Reads fields of one object by name, each into its value or null with a finding; `end` tells of those that nobody asked for. */
function reader(value: unknown, path: string, findings: Problem[]): Reader {
  const fields: Fields = isObject(value) ? value : {};
  const asked = new Set<string>();
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const cut = (given: unknown) =>
    String(typeof given === 'object' ? JSON.stringify(given) : given).slice(0, 80);
  const read = <T>(key: string, take: (given: unknown) => T | null): T | null => {
    asked.add(key);
    // That the whole object is missing, or none, was said where it was looked for.
    if (!isObject(value)) return null;
    const given = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (given === undefined || given === null || given === '') {
      findings.push(problem('vat_refund_field_missing', at(key), { field: key }));
      return null;
    }
    const taken = take(given);
    if (taken === null)
      findings.push(problem('vat_refund_field_invalid', at(key), { field: key, given: cut(given) }));
    return taken;
  };
  const text = (key: string, most: number) =>
    read(key, (given) =>
      typeof given === 'string' && given.trim() !== '' && given.length <= most ? given : null,
    );
  return {
    text,
    fits: (key: string, form: RegExp) =>
      read(key, (given) => (typeof given === 'string' && form.test(given) ? given : null)),
    among: <T extends string>(key: string, values: readonly T[]) =>
      read(key, (given) => values.find((one) => one === given) ?? null),
    flag: (key: string) => read(key, (given) => (typeof given === 'boolean' ? given : null)),
    cents: (key: string) => read(key, (given) => (isCents(given) && given <= mostOfInvoice ? given : null)),
    share: (key: string) =>
      read(key, (given) =>
        Number.isSafeInteger(given) && Number(given) >= 0 && Number(given) <= 100 ? Number(given) : null,
      ),
    day: (key: string) =>
      read(key, (given) => {
        const day = typeof given === 'string' ? parsePlainDate(given) : null;
        return day?.ok && day.value >= '1900' && day.value < '3000' ? day.value : null;
      }),
    vatNumber: (key) => {
      const number = read(key, (given) => (typeof given === 'string' ? readVatNumber(given) : null));
      if (number !== null && !number.isSound)
        findings.push(problem('vat_refund_number_unsound', at(key), { number: number.number }));
      return number?.number ?? null;
    },
    within: (key) =>
      reader(
        read(key, (given) => (isObject(given) ? given : null)),
        at(key),
        findings,
      ),
    list: <T>(key: string, take: (one: Reader) => T): readonly T[] => {
      const given = read(key, (list) => (Array.isArray(list) && list.length > 0 ? list : null)) ?? [];
      if (given.length > mostInvoices)
        findings.push(
          problem('vat_refund_too_many_invoices', at(key), { count: given.length, most: mostInvoices }),
        );
      return given.slice(0, mostInvoices).map((one, place) => {
        const path = `${at(key)}[${place}]`;
        if (!isObject(one))
          findings.push(problem('vat_refund_field_invalid', path, { field: key, given: cut(one) }));
        return take(reader(one, path, findings));
      });
    },
    end: () => {
      for (const key of Object.keys(fields))
        if (!asked.has(key))
          findings.push(problem('vat_refund_field_unknown', at(key), { field: key.slice(0, 80) }, 'warning'));
    },
  };
}

/** The state whose number it is, by the code of the party: Greece's numbers begin with EL, its code is GR. */
export const partyOf = (number: VatNumber): string => {
  const prefix = stateOf(number);
  return prefix === 'EL' ? 'GR' : prefix;
};

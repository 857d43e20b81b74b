import type { PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { vatPrefixes } from '../../vat-number.ts';
import { type Cents, writtenCents } from '../model.ts';
import { isBic, isSoundIban } from './account.ts';
import { type Application, type Invoice, partyOf, readApplication } from './application.ts';
import { lastDayToApply } from './clock.ts';
import type { LegalFacts } from './legal-facts.ts';

/** Where each invoice was claimed first, by what makes two of them one: shared between the claims that are held against each other. */
export type ClaimedInvoices = Map<string, { readonly claim: string; readonly path: string }>;

export type PreCheck = {
  readonly application: Application;
  /** Errors: it is not forwarded as it is. Warnings: an officer looks, among them all that rests on what is not verified. */
  readonly findings: readonly Problem[];
  readonly invoices: number;
  readonly deductible: Cents;
  /** Invoices of which the refund state may ask a copy (art. 10, from memory). */
  readonly copies: number;
};

/**
 * What the state of establishment sees in an application before it forwards it (Dir. 2008/9, art. 8, 15 to 18), all findings at once. `claimed` takes the
 * application's invoices up, so that those of the next are held against them. What only the refund state can judge is not judged.
 */
export function checkApplication(json: unknown, claimed: ClaimedInvoices, facts: LegalFacts): PreCheck {
  const { application, findings: unread } = readApplication(json);
  const { invoices } = application;
  const deductible = invoices.reduce((sum, invoice) => sum + (invoice.deductible ?? 0), 0);
  const findings = [
    ...unread,
    ...ofApplicant(application),
    ...ofAccount(application),
    ...ofPeriod(application, facts),
    ...invoices.flatMap((invoice, place) => ofInvoice(invoice, `invoices[${place}]`, application, facts)),
    ...ofDuplicates(application, claimed),
    ...ofAmount(application, deductible, facts),
  ];
  const { fuel, other } = facts.copiesFrom.value;
  const copies = invoices.filter(({ nature, taxable }) => (taxable ?? 0) >= (nature === '1' ? fuel : other));
  return { application, findings, invoices: invoices.length, deductible, copies: copies.length };
}

function ofApplicant({ number, refundState, status, suppliesNothing }: Application): readonly Problem[] {
  const findings: Problem[] = [];
  if (refundState !== null && !vatPrefixes.includes(refundState === 'GR' ? 'EL' : refundState))
    findings.push(problem('vat_refund_state_unknown', 'refund_state', { state: refundState }));
  if (number !== null && partyOf(number) === refundState)
    findings.push(problem('vat_refund_own_state', 'refund_state', { state: refundState }));
  if (status !== null && status !== 'taxable')
    findings.push(problem('vat_refund_not_entitled', 'applicant.status', { status }));
  if (suppliesNothing === false)
    findings.push(problem('vat_refund_supplies_there', 'no_supplies_in_refund_state'));
  return findings;
}

function ofAccount({ iban, bic }: Application): readonly Problem[] {
  const findings: Problem[] = [];
  if (iban !== null && !isSoundIban(iban)) findings.push(problem('vat_refund_iban_unsound', 'account.iban'));
  if (bic !== null && !isBic(bic)) findings.push(problem('vat_refund_bic_unsound', 'account.bic'));
  return findings;
}

const monthOf = (day: PlainDate): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
/** Months from the first to the last, both counted. */
const monthsOf = (from: PlainDate, to: PlainDate): number => monthOf(to) - monthOf(from) + 1;
/** 31 December is the end of a year, and with it of the rest of one. */
const endsYear = (to: PlainDate): boolean => to.endsWith('-12-31');

function ofPeriod({ from, to, submittedOn }: Application, facts: LegalFacts): readonly Problem[] {
  if (from === null || to === null) return [];
  if (to < from) return [problem('vat_refund_period_backwards', 'period', { from, to })];
  const findings: Problem[] = [];
  const least = facts.leastMonths;
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  if (!isOneYear) findings.push(problem('vat_refund_period_two_years', 'period', { from, to }));
  if (isOneYear && monthsOf(from, to) < least.value && !endsYear(to))
    findings.push(
      problem('vat_refund_period_short', 'period', { months: least.value, source: least.source }, 'warning'),
    );
  const last = lastDayToApply({ period: { from, to } }, facts);
  if (submittedOn !== null && submittedOn > last)
    findings.push(problem('vat_refund_applied_late', 'submitted_on', { on: submittedOn, last }));
  return findings;
}

function ofInvoice(
  invoice: Invoice,
  path: string,
  { from, to, refundState, submittedOn }: Application,
  { natures }: LegalFacts,
): readonly Problem[] {
  const { supplier, date, taxable, vat, deductible, proRata, nature } = invoice;
  const findings: Problem[] = [];
  if (supplier !== null && refundState !== null && partyOf(supplier) !== refundState)
    findings.push(
      problem('vat_refund_supplier_elsewhere', `${path}.supplier.vat_number`, {
        number: supplier,
        state: refundState,
      }),
    );
  if (date !== null && from !== null && to !== null && (date > to || date.slice(0, 4) < from.slice(0, 4)))
    findings.push(problem('vat_refund_invoice_outside', `${path}.date`, { date, from, to }));
  // What no application of the year had yet may come with a later one.
  else if (date !== null && from !== null && date < from)
    findings.push(problem('vat_refund_invoice_before', `${path}.date`, { date, from }, 'warning'));
  if (date !== null && submittedOn !== null && date > submittedOn)
    findings.push(problem('vat_refund_invoice_after_application', `${path}.date`, { date, on: submittedOn }));
  if (vat !== null && taxable !== null && vat > taxable)
    findings.push(
      problem('vat_refund_vat_over_taxable', `${path}.vat_cents`, {
        vat: writtenCents(vat),
        taxable: writtenCents(taxable),
      }),
    );
  // Rounded up to the cent: a part of it may be rounded either way.
  const most = vat === null || proRata === null ? null : Math.ceil((vat * proRata) / 100);
  if (deductible !== null && most !== null && deductible > most)
    findings.push(
      problem('vat_refund_deductible_over', `${path}.deductible_cents`, {
        deductible: writtenCents(deductible),
        most: writtenCents(most),
      }),
    );
  if (nature !== null && !natures.value.includes(nature))
    findings.push(problem('vat_refund_nature_unknown', `${path}.nature`, { nature }, 'warning'));
  return findings;
}

/** One supplier's number in one year: as it was written but for blanks and case, and with nothing but its letters and digits. */
function keysOf({
  supplier,
  number,
  date,
}: Invoice): { readonly exact: string; readonly alike: string } | null {
  if (supplier === null || number === null || date === null) return null;
  const year = `${supplier} ${date.slice(0, 4)}`;
  const written = number.replace(/\s/g, '').toUpperCase();
  return { exact: `${year} = ${written}`, alike: `${year} ~ ${written.replace(/[^0-9A-Z]/g, '')}` };
}

function ofDuplicates({ id, invoices }: Application, claimed: ClaimedInvoices): readonly Problem[] {
  return invoices.flatMap((invoice, place) => {
    const keys = keysOf(invoice);
    if (keys === null) return [];
    const own = { claim: id ?? '?', path: `invoices[${place}]` };
    const [same, alike] = [claimed.get(keys.exact), claimed.get(keys.alike)];
    if (same === undefined) claimed.set(keys.exact, own);
    if (alike === undefined) claimed.set(keys.alike, own);
    if (same !== undefined)
      return [problem('vat_refund_invoice_twice', own.path, { claim: same.claim, place: same.path })];
    return alike === undefined
      ? []
      : [problem('vat_refund_invoice_alike', own.path, { claim: alike.claim, place: alike.path }, 'warning')];
  });
}

/** Art. 17: less is asked where a year, or the rest of one, is claimed. Of other currencies than the euro nothing is known. */
function ofAmount({ from, to, currency, invoices }: Application, deductible: Cents, facts: LegalFacts) {
  if (from === null || to === null || currency === null || invoices.length === 0) return [];
  const least = endsYear(to) ? facts.leastForYear : facts.leastForPart;
  if (currency !== 'EUR') return [problem('vat_refund_least_not_known', 'invoices', { currency }, 'warning')];
  return deductible < least.value
    ? [
        problem(
          'vat_refund_amount_small',
          'invoices',
          { amount: writtenCents(deductible), least: writtenCents(least.value), source: least.source },
          least.verified ? 'error' : 'warning',
        ),
      ]
    : [];
}

import type { Problem } from '#kernel/result.ts';
import type { Cents } from '../model.ts';
import type { Invoice } from './application.ts';
import type { PreCheck } from './pre-check.ts';

/** What the pre-check comes to for one invoice. It decides nothing: the refund state does, and may see more. */
export type InvoiceVerdict = {
  /** From 0, as in the path of its findings. */
  readonly place: number;
  readonly invoice: Invoice;
  readonly verdict: 'accepted' | 'in_part' | 'refused';
  /** What nothing found stands against. */
  readonly cents: Cents;
  /** Warnings leave it accepted, and are looked at. */
  readonly findings: readonly Problem[];
};

const placeOf = ({ path }: Problem): number | null => {
  const place = /^invoices\[(\d+)\]/.exec(path)?.[1];
  return place === undefined ? null : Number(place);
};

/** Findings of the application as a whole, of no invoice. With an error among them it is not forwarded as it is. */
export const ofWhole = ({ findings }: Pick<PreCheck, 'findings'>): readonly Problem[] =>
  findings.filter((finding) => placeOf(finding) === null);

/**
 * Each invoice with what was found of it: refused where anything else than the amount stands against it, in part where more is claimed
 * than can be deducted, as far as that reaches.
 */
export function verdictsOf({
  application,
  findings,
}: Pick<PreCheck, 'application' | 'findings'>): readonly InvoiceVerdict[] {
  const byPlace = Map.groupBy(findings, placeOf);
  return application.invoices.map((invoice, place) => {
    const found = byPlace.get(place) ?? [];
    const errors = found.filter(({ severity }) => severity === 'error');
    const deductible = invoice.deductible ?? 0;
    if (errors.length === 0)
      return { place, invoice, verdict: 'accepted', cents: deductible, findings: found };
    const { vat, proRata } = invoice;
    const isAmount = errors.every(({ code }) => code === 'vat_refund_deductible_over');
    const most = isAmount && vat !== null && proRata !== null ? Math.ceil((vat * proRata) / 100) : 0;
    return {
      ...{ place, invoice, findings: found, cents: Math.min(most, deductible) },
      verdict: most > 0 ? 'in_part' : 'refused',
    };
  });
}

/** What nothing found stands against, in all. */
export const acceptedOf = (verdicts: readonly InvoiceVerdict[]): Cents =>
  verdicts.reduce((sum, { cents }) => sum + cents, 0);

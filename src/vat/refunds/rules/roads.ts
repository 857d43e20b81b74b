import { addMonths, type PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import {
  type Claim,
  type Debt,
  type RecoveryRequest,
  type Road,
  type RoadKind,
  writtenCents,
} from '../model.ts';
import type { LegalFacts } from './legal-facts.ts';

/** What becomes of a debt in an offset: it is met, money is kept for it while it is in dispute, or it is passed over, and why. */
export type DebtVerdict = {
  readonly debt: Debt;
  readonly use: 'set_off' | 'retain' | 'pass_over';
  readonly findings: readonly Problem[];
};

/**
 * What a road lacks on a day, whatever the debts: none may be taken without it. Problems: `vat_offset_consent_missing`, `…_of_another_claim`, `…_of_another`,
 * `…_later`, `…_withdrawn`; `vat_offset_instrument_missing`, `…_request_later`, `…_request_empty`, `…_request_small`, `…_provision_missing`.
 */
export function lackingOfRoad(
  road: Road,
  claim: Claim,
  debts: readonly Debt[],
  day: PlainDate,
  facts: LegalFacts,
): readonly Problem[] {
  if (road.kind === 'consent_transfer') return lackingOfConsent(road.consent, claim, day);
  const findings = [...lackingOfRequest(road.request, debts, day, facts)];
  if (road.kind === 'set_off' && road.provision.trim() === '')
    findings.push(problem('vat_offset_provision_missing', 'road.provision'));
  return findings;
}

function lackingOfConsent(
  consent: (Road & { kind: 'consent_transfer' })['consent'],
  claim: Claim,
  day: PlainDate,
): readonly Problem[] {
  if (consent === null) return [problem('vat_offset_consent_missing', 'road.consent')];
  const findings: Problem[] = [];
  if (consent.claim !== claim.id)
    findings.push(problem('vat_offset_consent_of_another_claim', 'road.consent', { claim: consent.claim }));
  if (consent.signedBy !== claim.applicant)
    findings.push(problem('vat_offset_consent_of_another', 'road.consent', { by: consent.signedBy }));
  // Consent is given beforehand: what is signed afterwards does not heal what was taken.
  if (consent.signedOn > day)
    findings.push(problem('vat_offset_consent_later', 'road.consent', { on: consent.signedOn, day }));
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= day)
    findings.push(problem('vat_offset_consent_withdrawn', 'road.consent', { on: consent.withdrawnOn }));
  return findings;
}

function lackingOfRequest(
  { requestedOn, instrument, debts: named }: RecoveryRequest,
  debts: readonly Debt[],
  day: PlainDate,
  { recoveryFloor }: LegalFacts,
): readonly Problem[] {
  const findings: Problem[] = [];
  if (instrument === null || instrument.trim() === '')
    findings.push(problem('vat_offset_instrument_missing', 'road.request.instrument'));
  if (requestedOn > day)
    findings.push(problem('vat_offset_request_later', 'road.request.requestedOn', { on: requestedOn, day }));
  const asked = debts.filter(({ id }) => named.includes(id));
  const cents = asked.reduce((sum, debt) => sum + debt.cents, 0);
  if (asked.length === 0) findings.push(problem('vat_offset_request_empty', 'road.request.debts'));
  else if (cents < recoveryFloor.value)
    findings.push(
      problem('vat_offset_request_small', 'road.request.debts', {
        amount: writtenCents(cents),
        least: writtenCents(recoveryFloor.value),
        source: recoveryFloor.source,
      }),
    );
  return findings;
}

/**
 * Whether a debt can be met on a road on a day: due, enforceable, not time-barred, not stayed by an insolvency, not in dispute (or else kept for, where the
 * road lets it), of the applicant, in the currency of the claim, owed to whom the road serves and covered by consent or request.
 */
export function verdictOn(
  debt: Debt,
  road: Road,
  claim: Claim,
  day: PlainDate,
  facts: LegalFacts,
): DebtVerdict {
  const path = `debts.${debt.id}`;
  const findings: Problem[] = [...lackingOfDebt(debt, claim, day, path)];
  const isDisputed = debt.disputedSince !== null && debt.disputedSince <= day;
  if (isDisputed && !facts.mayRetain[road.kind].value)
    findings.push(problem('vat_debt_disputed', path, { since: debt.disputedSince ?? '' }));
  findings.push(...notOnRoad(debt, road, claim, path, facts));
  const use = findings.length > 0 ? 'pass_over' : isDisputed ? 'retain' : 'set_off';
  return { debt, use, findings };
}

function lackingOfDebt(debt: Debt, claim: Claim, day: PlainDate, path: string): readonly Problem[] {
  const { debtor, currency, dueOn, enforceableFrom, barredFrom, stays } = debt;
  const findings: Problem[] = [];
  if (debtor !== claim.applicant) findings.push(problem('vat_debt_of_another', path, { debtor }));
  if (currency !== claim.currency)
    findings.push(problem('vat_debt_currency', path, { currency, other: claim.currency }));
  if (dueOn > day) findings.push(problem('vat_debt_not_due', path, { on: dueOn }));
  if (enforceableFrom === null || enforceableFrom > day)
    findings.push(problem('vat_debt_not_enforceable', path, { on: enforceableFrom ?? '–' }));
  if (barredFrom !== null && barredFrom <= day)
    findings.push(problem('vat_debt_time_barred', path, { on: barredFrom }));
  const stay = stays.find(({ from, until }) => from <= day && (until === null || until > day));
  if (stay !== undefined) findings.push(problem('vat_debt_stayed', path, { since: stay.from }));
  return findings;
}

function notOnRoad(
  debt: Debt,
  road: Road,
  claim: Claim,
  path: string,
  { recoveryYears }: LegalFacts,
): readonly Problem[] {
  const findings: Problem[] = [];
  if (road.kind === 'consent_transfer') {
    const { consent } = road;
    // Art. 48 is of what is owed in VAT to the state of establishment, and of nobody else's claims.
    if (debt.creditor !== claim.establishment || debt.tax !== 'vat')
      findings.push(problem('vat_debt_not_of_establishment', path, { creditor: debt.creditor }));
    const isCovered =
      consent === null ||
      (consent.debts === null ? debt.assessedOn <= consent.signedOn : consent.debts.includes(debt.id));
    if (!isCovered) findings.push(problem('vat_debt_not_consented', path));
    return findings;
  }
  const { request } = road;
  if (debt.creditor === claim.refundState)
    findings.push(problem('vat_debt_of_refund_state', path, { creditor: debt.creditor }));
  if (!request.debts.includes(debt.id))
    findings.push(problem('vat_debt_not_requested', path, { reference: request.reference }));
  if (addMonths(debt.dueOn, 12 * recoveryYears.value) < request.requestedOn)
    findings.push(
      problem('vat_debt_too_old', path, {
        on: debt.dueOn,
        years: recoveryYears.value,
        source: recoveryYears.source,
      }),
    );
  return findings;
}

/**
 * The order in which debts are met: by the rank of the creditor's law where the road keeps it (a set-off under the refund state's law does not:
 * C-19/19 Pantochim), the older first, then by id. Ids are compared sign by sign, so that every machine has the same order.
 */
export function inOrder(
  debts: readonly Debt[],
  kind: RoadKind,
  { keepsRank }: Pick<LegalFacts, 'keepsRank'>,
): readonly Debt[] {
  const rankOf = ({ rank }: Debt) => (keepsRank[kind].value && rank !== null ? rank : Number.MAX_VALUE);
  return debts.toSorted((a, b) => rankOf(a) - rankOf(b) || compare(a.dueOn, b.dueOn) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

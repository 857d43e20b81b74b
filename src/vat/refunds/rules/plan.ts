import type { PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import type { Cents, Consent, Debt, Road, RoadKind } from '../model.ts';
import { roadKinds } from '../model.ts';
import { type ClaimFile, lastConsent } from './acts.ts';
import { balanceOf, takenFor } from './ledger.ts';
import type { LegalFacts } from './legal-facts.ts';
import { inAll, type Promised, planOffset, proposedBefore } from './offset.ts';
import { type DebtVerdict, inOrder, lackingOfRoad, verdictOn } from './roads.ts';

/** What a road lacks today, before anybody has asked for anything: what is asked for on it is what stands here. */
export type RoadNeeds = { readonly kind: RoadKind; readonly lacking: readonly Problem[] };

/** Each road as it stands on a day: consent as it was given, and a request that nobody has made yet. */
export function roadsOn(
  { claim, history }: Pick<ClaimFile, 'claim' | 'history'>,
  debts: readonly Debt[],
  day: PlainDate,
  facts: LegalFacts,
): readonly RoadNeeds[] {
  const request = { reference: '', requestedOn: day, instrument: null, debts: debts.map(({ id }) => id) };
  const roads: Readonly<Record<RoadKind, Road>> = {
    consent_transfer: { kind: 'consent_transfer', consent: lastConsent({ claim, history }) },
    recovery_request: { kind: 'recovery_request', request },
    set_off: { kind: 'set_off', request, provision: '' },
  };
  return roadKinds.map((kind) => ({ kind, lacking: lackingOfRoad(roads[kind], claim, debts, day, facts) }));
}

/** What one debt would get of an offset by consent on a day; why it gets nothing is for the state that is owed. */
export type PlannedDebt = Pick<DebtVerdict, 'debt' | 'use' | 'findings'> & {
  readonly cents: Cents;
  readonly leftOwed: Cents;
};

/** Consent as it stands; where nobody has given any, one to everything of that day: what it would come to if he did. */
function consentOr({ claim, history }: ClaimFile, debts: readonly Debt[], day: PlainDate): Consent {
  const given = lastConsent({ claim, history });
  if (given !== null) return given;
  const asked = { id: 'plan', signedOn: day, withdrawnOn: null, debts: debts.map(({ id }) => id) };
  return { ...asked, claim: claim.id, signedBy: claim.applicant };
}

/**
 * All debts that are not met yet in the order in which they would be, each with what it would get, or why it gets nothing, and what would be left for
 * the applicant. `lacking`: why nothing can be set off at all, of whatever debt.
 */
export function planOn(
  file: ClaimFile,
  debts: readonly Debt[],
  day: PlainDate,
  facts: LegalFacts,
  promised: Promised = new Map(),
): { readonly debts: readonly PlannedDebt[]; readonly left: Cents; readonly lacking: readonly Problem[] } {
  const { claim, ledger } = file;
  const road: Road = { kind: 'consent_transfer', consent: consentOr(file, debts, day) };
  const free = debts.filter((debt) => proposedBefore(debt, ledger, promised).length === 0);
  const order = { id: 'plan', road, on: day, debts: free, promised };
  const planned = planOffset(claim, ledger, order, facts);
  const { waiting } = balanceOf(ledger);
  const lacking = [
    ...lackingOfRoad(road, claim, free, day, facts),
    ...(waiting === 0 ? [problem('vat_offset_nothing_waits')] : []),
  ];
  const got = new Map(planned.ok ? planned.value.allocations.map((one) => [one.debt.id, one] as const) : []);
  return {
    debts: inOrder(debts, road.kind, facts).flatMap((debt): readonly PlannedDebt[] => {
      const { setOff, disputed } = takenFor(ledger, debt.id);
      const open = debt.cents - setOff - disputed;
      if (open <= 0) return [];
      const { cents, leftOwed } = got.get(debt.id) ?? { cents: 0, leftOwed: open };
      const verdict = verdictOn(debt, road, claim, day, facts);
      const proposed = proposedBefore(debt, ledger, promised);
      const findings = [...verdict.findings, ...proposed];
      if (cents > 0) return [{ ...verdict, cents, leftOwed }];
      // What keeps all of them from it is said once, above.
      if (findings.length === 0 && lacking.length === 0) findings.push(problem('vat_offset_none_left'));
      return [{ debt, use: 'pass_over', findings, cents, leftOwed }];
    }),
    lacking,
    left: planned.ok ? planned.value.left : Math.max(0, waiting - inAll(promised)),
  };
}

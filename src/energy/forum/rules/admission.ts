/**
 * Who comes to which group of the forum (evaluation §13.2.1). States with their ministries, system operators and regulators, the Commission and the
 * platform of market parties sit in every support group; exchanges in that on market integration alone; producers of renewable energy, demand
 * response, large consumers and distributors come to that on flexibility when they are invited. The platform is not invited where the matter is
 * market-sensitive. Whoever is not named here does not come.
 */

export const subjects = ['market_integration', 'security_of_supply', 'flexibility'] as const;
export type Subject = (typeof subjects)[number];

export const stakeholders = [
  'state',
  'system_operator',
  'regulator',
  'commission',
  'market_platform',
  'exchange',
  'renewables',
  'demand_response',
  'large_consumers',
  'distribution',
] as const;
export type Stakeholder = (typeof stakeholders)[number];

/** Comes always; comes if invited; does not come. */
export type Admission = 'sits' | 'by_invitation' | 'no';

const always: readonly Stakeholder[] = [
  'state',
  'system_operator',
  'regulator',
  'commission',
  'market_platform',
];
const invitedToFlexibility: readonly Stakeholder[] = [
  'renewables',
  'demand_response',
  'large_consumers',
  'distribution',
];

export function admissionOf(stakeholder: Stakeholder, subject: Subject, isSensitive: boolean): Admission {
  if (stakeholder === 'market_platform' && isSensitive) return 'no';
  if (always.includes(stakeholder)) return 'sits';
  if (stakeholder === 'exchange') return subject === 'market_integration' ? 'sits' : 'no';
  return subject === 'flexibility' && invitedToFlexibility.includes(stakeholder) ? 'by_invitation' : 'no';
}

/** By the word that a register has for a party's kind; null: nobody of whom the rule speaks. */
export function stakeholderOf(kind: string): Stakeholder | null {
  const named = stakeholders.find((one) => one === kind);
  if (named !== undefined) return named;
  if (kind === 'supranational') return 'commission';
  return ['member_state', 'neighbouring_state', 'penta_member', 'penta_participant'].includes(kind)
    ? 'state'
    : null;
}

export type Matter = {
  readonly subject: Subject;
  readonly isSensitive: boolean;
  /** Parties that were invited to it one by one. */
  readonly invited: readonly string[];
};

/** Whether a party is invited to a matter and sees what belongs to it. */
export function isAdmitted(
  { subject, isSensitive, invited }: Matter,
  party: { readonly id: string; readonly kind: string },
): boolean {
  const stakeholder = stakeholderOf(party.kind);
  if (stakeholder === null) return false;
  const admission = admissionOf(stakeholder, subject, isSensitive);
  return admission === 'sits' || (admission === 'by_invitation' && invited.includes(party.id));
}

import type { ClaimAct, ClaimState, RoadKind, Role } from '../model.ts';
import type { Standing, TermKind } from '../rules/clock.ts';
import type { Account, Move } from '../rules/ledger.ts';

type Params = Readonly<Record<string, string | number>>;

const acts: Readonly<Record<ClaimAct | 'lodge', string>> = {
  lodge: 'Lodged',
  forward: 'Forwarded',
  refuse_forwarding: 'Not forwarded',
  receive: 'Received',
  ask: 'Information asked',
  answer: 'Answered',
  approve: 'Approved',
  refuse: 'Refused',
  consent: 'Consent given',
  withdraw_consent: 'Consent withdrawn',
  propose_offset: 'Offset proposed',
  withdraw_offset: 'Proposal withdrawn',
  execute_offset: 'Set off',
  notify: 'Taxpayer told',
  collect: 'Given to the debt',
  reverse: 'Moved back',
  correct: 'Corrected',
  pay: 'Paid',
  add_remedy: 'Authority or remedy added',
};
const states: Readonly<Record<ClaimState, string>> = {
  lodged: 'Lodged',
  not_forwarded: 'Not forwarded',
  forwarded: 'Forwarded',
  received: 'Received',
  asked: 'Information asked',
  approved: 'Approved',
  refused: 'Refused',
};
const roles: Readonly<Record<Role, string>> = {
  applicant: 'Applicant',
  establishment: 'State of establishment',
  refund: 'State of refund',
};
const roads: Readonly<Record<RoadKind, string>> = {
  consent_transfer: 'Transfer with consent (Reg. 904/2010, art. 48)',
  recovery_request: 'Request for recovery (Dir. 2010/24)',
  set_off: 'Set-off under the law of the refund state',
};
const terms: Readonly<Record<TermKind, string>> = {
  apply: 'Apply',
  forward: 'Forward',
  decide: 'Decide',
  answer: 'Answer',
  pay: 'Pay',
  repay: 'Pay what came back',
  notify: 'Tell the taxpayer',
};
const standings: Readonly<Record<Standing, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  met: 'Done in time',
  late: 'Done late',
  unknown: 'Not known',
};
const accounts: Readonly<Record<Account, string>> = {
  granted: 'Granted',
  waiting: 'To be paid or set off',
  disputed: 'Kept for debts in dispute',
  set_off: 'Set off',
  paid: 'Paid',
};
const moves: Readonly<Record<Move, string>> = {
  grant: 'Granted',
  correct: 'Corrected',
  set_off: 'Set off',
  retain: 'Kept for a debt in dispute',
  collect: 'Dispute over: given to the debt',
  release: 'Dispute over: released',
  reverse: 'Assessment fell: moved back',
  pay: 'Paid',
};
const statuses: Readonly<Record<string, string>> = {
  exempt_only: 'whose supplies are all exempt',
  small_business: 'under the scheme for small businesses',
  flat_rate_farmer: 'under the flat-rate scheme for farmers',
};
const debtStates: Readonly<Record<string, string>> = {
  open: 'open',
  disputed: 'in dispute',
  stayed: 'stayed',
  met: 'met',
  fallen: 'no longer owed',
};
const debtActs: Readonly<Record<string, string>> = {
  dispute: 'Disputed',
  end_dispute: 'Dispute over',
  restate: 'Owed anew',
  stay: 'Stayed',
  end_stay: 'Stay ended',
};
/** A word where there is one, else what was given. */
const word = (words: Readonly<Record<string, string>>, code: string | number | undefined): string =>
  words[String(code)] ?? String(code);

export const en = {
  ...{ acts, states, roles, roads, terms, standings, accounts, moves },
  check: {
    file: ({ file, state, count, amount }: Params) =>
      `${file}: ${count} invoices, ${amount} claimed from ${state}.`,
    copies: ({ count }: Params) => `Copies may be asked of ${count} of them (art. 10, not verified).`,
    sound: () => 'Nothing stands against forwarding it.',
    warned: () => 'Nothing found stands against forwarding it; an officer looks at the warnings.',
  },
  clock: {
    notLodged: () => 'The application had not been lodged by then.',
    interest: ({ from }: Params) =>
      `Interest is owed from ${from} on, unless something takes that away (art. 26, not verified).`,
    unverified: () => 'not verified',
  },
  problems: {
    vat_claim_approved_over: ({ amount, most }: Params) =>
      `${amount} cannot be approved where ${most} is claimed.`,
    vat_claim_corrected_over: ({ most }: Params) =>
      `No more can be taken off than the ${most} that is approved.`,
    vat_claim_answer_awaited: () => 'The applicant’s month to answer runs still.',
    vat_claim_offset_taken: ({ offset }: Params) => `The offset ${offset} was carried out already.`,
    vat_claim_offset_withdrawn: ({ offset }: Params) =>
      `The proposal ${offset} was withdrawn: another has to be proposed.`,
    vat_claim_notice_unknown: ({ notice }: Params) => `There is no notice ${notice} of this application.`,
    vat_claim_remedy_empty: () => 'Name the authority, the remedy, or both.',
    vat_claim_remedy_said: ({ said }: Params) =>
      `It is recorded already and stays as it was said: “${said}”. Leave it empty.`,
    vat_claim_offset_told: ({ offset }: Params) => `The taxpayer was told of the offset ${offset} already.`,
    vat_claim_offset_unknown: ({ offset }: Params) => `There was no offset ${offset}.`,
    vat_claim_signed_by_another: ({ given, applicant }: Params) =>
      `“${given}” is not the applicant’s VAT number ${applicant}: he alone can consent. Leave it empty, or give that number.`,
    vat_claim_consent_unknown: ({ consent }: Params) => `${consent} is not the consent that stands.`,
    vat_claim_nothing_fell: ({ debt }: Params) =>
      `No more was taken for the debt ${debt} than is still owed.`,
    vat_claim_act_closed: ({ act, state }: Params) =>
      `“${word(acts, act)}” cannot follow: the application stands at “${word(states, state)}”.`,
    vat_claim_act_not_theirs: ({ act, role }: Params) =>
      `“${word(acts, act)}” is not for: ${word(roles, role)}.`,
    vat_claim_day_before_last: ({ on, last }: Params) =>
      `${on} is before ${last}, the day of what happened last.`,
    vat_claim_term_not_known: ({ kind }: Params) => `No term is known for: ${word(terms, kind)}.`,
    vat_claim_check_against: ({ count }: Params) =>
      `It is not forwarded as it is: ${count} things stand against the application as a whole.`,
    vat_claim_reached_before: ({ on, asked }: Params) =>
      `It cannot have reached anybody on ${on}, before it was asked on ${asked}.`,
    vat_claim_reason_missing: () => 'Say why less is granted than was claimed (Dir. 2008/9, art. 23).',
    vat_claim_debt_unknown: ({ debt }: Params) =>
      `There is no debt ${debt} of the applicant’s that could be met here.`,
    vat_claim_request_missing: () => 'Name the reference of the request for recovery.',
    vat_claim_provision_without_request: () =>
      'A set-off under your own law is of a debt under a request for recovery; this was proposed by consent.',
    vat_claim_dispute_goes_on: ({ debt }: Params) =>
      `The debt ${debt} is still in dispute: what is kept for it stays where it is.`,
    vat_claim_debt_fell: ({ debt }: Params) =>
      `Less is owed than was taken for the debt ${debt}: move the difference back first.`,
    vat_claim_of_another_state: ({ number, state }: Params) =>
      `${number} is a number of ${state}: its own state registers the application.`,
    vat_claim_of_nothing: () => 'Nothing is claimed.',
    vat_claim_too_much: () => 'More is claimed than an application can be for here.',
    vat_claim_registered: ({ reference }: Params) =>
      `The application ${reference} of this applicant to this state is registered already.`,
    vat_claims_not_made_up: () => 'Applications are made up in made-up registers alone.',
    vat_claims_no_made_up_numbers: ({ party, refundState }: Params) =>
      `There are no made-up VAT numbers of ${party} or ${refundState}.`,
    vat_claims_not_allowed: () => 'Applications are taken out only by those to whom they are shown.',
    vat_debt_act_closed: ({ act, state }: Params) =>
      `“${word(debtActs, act)}” cannot follow: the debt is “${word(debtStates, state)}”.`,
    vat_debt_due_before: ({ due, assessed }: Params) =>
      `It cannot be due on ${due}, before it was assessed on ${assessed}.`,
    vat_debt_registered: ({ reference }: Params) => `The debt ${reference} is on record already.`,
    vat_debt_stay_backwards: ({ from, until }: Params) => `The stay began on ${from}, after ${until}.`,
    vat_offset_debts_closed: () =>
      'The state that is owed has debts here that cannot be met on this road today; it knows why.',
    vat_debt_currency: ({ currency, other }: Params) => `The debt is in ${currency}, the refund in ${other}.`,
    vat_debt_disputed: ({ since }: Params) => `The debt is in dispute since ${since}.`,
    vat_debt_not_consented: () => 'The consent does not cover this debt.',
    vat_debt_not_due: ({ on }: Params) => `The debt is not due before ${on}.`,
    vat_debt_not_enforceable: ({ on }: Params) => `The debt cannot be enforced yet (from: ${on}).`,
    vat_debt_not_of_establishment: ({ creditor }: Params) =>
      `With consent only VAT owed to the state of establishment is met; this is owed to ${creditor}.`,
    vat_debt_not_requested: ({ reference }: Params) => `The request ${reference} does not name this debt.`,
    vat_debt_of_another: ({ debtor }: Params) => `The debt is of ${debtor}, not of the applicant.`,
    vat_debt_of_refund_state: ({ creditor }: Params) =>
      `${creditor} owes the refund itself: a debt to it needs no request for recovery.`,
    vat_debt_stayed: ({ since }: Params) => `An insolvency stays recovery since ${since}.`,
    vat_debt_time_barred: ({ on }: Params) => `The debt is time-barred since ${on}.`,
    vat_debt_too_old: ({ on, years, source }: Params) =>
      `The debt was due on ${on}, more than ${years} years before the request (${source}, not verified).`,
    vat_ledger_cents_invalid: ({ cents }: Params) => `${cents} is no whole number of cents above zero.`,
    vat_ledger_day_before_last: ({ on, last }: Params) =>
      `${on} is before ${last}, the day of the last entry.`,
    vat_ledger_entry_unknown: ({ entry }: Params) =>
      `Entry ${entry} moved nothing that could be moved on so.`,
    vat_ledger_short: ({ amount, held }: Params) => `${amount} cannot be moved where there is ${held}.`,
    vat_offset_consent_later: ({ on, day }: Params) => `The consent was signed on ${on}, after ${day}.`,
    vat_offset_consent_missing: () => 'Without the applicant’s consent nothing is transferred.',
    vat_offset_consent_of_another: ({ by }: Params) => `${by} signed the consent, not the applicant.`,
    vat_offset_consent_of_another_claim: ({ claim }: Params) =>
      `The consent is for the application ${claim}.`,
    vat_offset_consent_withdrawn: ({ on }: Params) => `The consent was withdrawn on ${on}.`,
    vat_offset_debt_twice: ({ debt }: Params) => `The debt ${debt} is given twice.`,
    vat_offset_instrument_missing: () =>
      'The instrument that permits enforcement did not come with the request.',
    vat_offset_nothing_kept: ({ debt }: Params) => `Nothing is kept for the debt ${debt}.`,
    vat_offset_nothing_to_meet: ({ count }: Params) =>
      `None of the debts (${count}) can be met on this road.`,
    vat_offset_none_left: () => 'None of the refund is left for it.',
    vat_offset_nothing_waits: () => 'Nothing of the refund waits to be paid or set off.',
    vat_offset_proposed: ({ offset, amount }: Params) =>
      `The offset ${offset} was proposed on this debt already, takes ${amount} of it and is not carried out: wait until it is, or withdraw it.`,
    vat_offset_waiting_proposed: ({ amount }: Params) =>
      `All that waits of the refund, ${amount}, is taken by what was proposed and is not carried out: wait until it is, or withdraw a proposal.`,
    vat_offset_over_debt: ({ debt, amount, owed, taken }: Params) =>
      `${amount} is too much for the debt ${debt}: of ${owed}, ${taken} has been taken.`,
    vat_offset_provision_missing: () => 'Name the provision of the refund state’s law that lets it set off.',
    vat_offset_request_empty: () => 'The request names none of these debts.',
    vat_offset_request_later: ({ on, day }: Params) => `The request was made on ${on}, after ${day}.`,
    vat_offset_request_small: ({ amount, least, source }: Params) =>
      `The request is for ${amount}, less than ${least} (${source}, not verified).`,
    vat_offset_without_road: () =>
      'An offset names its debt, its legal road and what is owed; nothing else does.',
    vat_refund_amount_small: ({ amount, least, source }: Params) =>
      `${amount} is claimed, less than ${least} (${source}, not verified).`,
    vat_refund_applied_late: ({ on, last }: Params) =>
      `It was submitted on ${on}; the last day was ${last} (Dir. 2008/9, art. 15).`,
    vat_refund_bic_unsound: () => 'This has not the form of a BIC.',
    vat_refund_deductible_over: ({ deductible, most }: Params) =>
      `${deductible} is claimed where at most ${most} can be deducted.`,
    vat_refund_field_invalid: ({ field, given }: Params) => `“${given}” is no ${field}.`,
    vat_refund_field_missing: ({ field }: Params) => `${field} is missing.`,
    vat_refund_field_unknown: ({ field }: Params) =>
      `${field} is no field of an application, and is not read.`,
    vat_refund_iban_unsound: () => 'The check digits of the IBAN are wrong, or it has not the form of one.',
    vat_refund_invoice_after_application: ({ date, on }: Params) =>
      `The invoice is of ${date}, after the application of ${on}.`,
    vat_refund_invoice_alike: ({ claim, place }: Params) =>
      `But for signs between, it has the number of ${place} of the application ${claim}.`,
    vat_refund_invoice_before: ({ date, from }: Params) =>
      `The invoice is of ${date}, before the period from ${from}: it may come if no earlier application of the year had it.`,
    vat_refund_invoice_outside: ({ date, from, to }: Params) =>
      `The invoice is of ${date}, outside the refund period from ${from} to ${to}.`,
    vat_refund_invoice_twice: ({ claim, place }: Params) =>
      `It was claimed already: ${place} of the application ${claim}.`,
    vat_refund_least_not_known: ({ currency }: Params) =>
      `The least amount in ${currency} is not known here.`,
    vat_refund_nature_unknown: ({ nature }: Params) =>
      `${nature} is no code of what was bought, 1 to 10 (not verified).`,
    vat_refund_not_an_application: () => 'This is no application: one JSON object with its fields.',
    vat_refund_not_entitled: ({ status }: Params) =>
      `It is not forwarded: the applicant is ${word(statuses, status)} (Dir. 2008/9, art. 18).`,
    vat_refund_number_unsound: ({ number }: Params) => `The check digit of ${number} is wrong.`,
    vat_refund_own_state: ({ state }: Params) =>
      `${state} is the applicant’s own state: there is no refund of this kind.`,
    vat_refund_period_backwards: ({ from, to }: Params) =>
      `The period ends on ${to}, before it begins on ${from}.`,
    vat_refund_period_short: ({ months, source }: Params) =>
      `The period is shorter than ${months} months and not the rest of a year (${source}, not verified).`,
    vat_refund_period_two_years: ({ from, to }: Params) =>
      `The period from ${from} to ${to} is not within one calendar year.`,
    vat_refund_state_unknown: ({ state }: Params) => `${state} is no state that refunds.`,
    vat_refund_supplier_elsewhere: ({ number, state }: Params) =>
      `The supplier’s number ${number} is not of ${state}.`,
    vat_refund_supplies_there: () =>
      'The applicant does not declare that it supplied nothing in the refund state.',
    vat_refund_too_many_invoices: ({ count, most }: Params) =>
      `${count} invoices are more than ${most}; the rest was not read.`,
    vat_refund_vat_over_taxable: ({ vat, taxable }: Params) =>
      `The VAT of ${vat} is more than the amount of ${taxable} that it is of.`,
  },
};

export type RefundTexts = typeof en;

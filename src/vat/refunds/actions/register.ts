import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { count, file, idAmong, line, oneOf, optional } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import { newId } from '#platform/id.ts';
import type { Change } from '#platform/records/changes.ts';
import { knownOf } from '#union';
import { inField, partiesIn, takingPartIn } from '../../fields/store.ts';
import { readVatNumber } from '../../vat-number.ts';
import { applicationFilePath, claims, keepClaims, refundsPath } from '../kinds.ts';
import { type Claim, mostCents } from '../model.ts';
import type { ClaimFile } from '../rules/acts.ts';
import { partyOf, statuses } from '../rules/application.ts';
import { applicationFields } from '../rules/application-fields.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import { checkApplication } from '../rules/pre-check.ts';
import { keepApplication, listClaims } from '../store.ts';
import { applicationTexts } from '../text/application/application-texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { amountField, carryOut, dayField, notYet, textsOf } from './shared.ts';

type Acting = Pick<ActionContext, 'register' | 'clock' | 'today'>;
export type Registered = { readonly change: Change; readonly file: ClaimFile; readonly id: string };

/**
 * Takes an application down as a claim of the party's: all that can be read of it, and that it was lodged. What stands against its invoices
 * does not keep it out: the pages say it, and what stands against the whole keeps it from being forwarded. Problems: those of reading what a claim cannot
 * do without; `vat_claim_of_another_state`, `vat_refund_own_state`, `vat_claim_of_nothing`, `vat_claim_too_much`, `vat_claim_registered`, `date_in_future`.
 */
export async function registerApplication(
  tx: Transaction,
  context: Acting,
  party: string,
  json: unknown,
  place: string,
): Promise<Result<Registered>> {
  const known = knownOf(context);
  const unheld = checkApplication(json, new Map(), legalFacts);
  const { application } = unheld;
  const { id: reference, refundState, number, from, to, submittedOn, currency } = application;
  const at = (found: Problem) => ({ ...found, path: place });
  if (
    reference === null ||
    refundState === null ||
    number === null ||
    from === null ||
    to === null ||
    submittedOn === null ||
    currency === null
  ) {
    const needed = applicationFields.flatMap(({ path, need }) => (need === 'register' ? path : []));
    const wanting = [...needed, 'period', 'applicant', ''];
    return fail(...unheld.findings.filter(({ path }) => wanting.includes(path)).map(at));
  }
  const cents = unheld.deductible;
  const same = { applicant: number, refund_state: refundState, reference };
  const faults = [
    ...(partyOf(number) === party
      ? []
      : [problem('vat_claim_of_another_state', place, { number, state: partyOf(number) })]),
    ...(refundState === party ? [problem('vat_refund_own_state', place, { state: refundState })] : []),
    ...(cents === 0 ? [problem('vat_claim_of_nothing', place)] : []),
    ...(cents > mostCents ? [problem('vat_claim_too_much', place)] : []),
    ...(to < from ? [problem('vat_refund_period_backwards', place, { from, to })] : []),
    ...(submittedOn > context.today ? [problem('date_in_future', place, { on: submittedOn })] : []),
  ];
  if (faults.length > 0) return fail(...faults);
  // Asked last, so that nobody learns of another state's claims by what he is refused for.
  if ((await listClaims(tx, known, { says: [same] })).length > 0)
    return fail(problem('vat_claim_registered', place, { reference }));
  const id = newId(context.clock);
  const claim: Claim = {
    ...{ id, applicant: number, establishment: party, refundState, currency },
    period: { from, to },
  };
  const empty = { claim, history: [], ledger: [] };
  const order = { act: 'lodge', role: 'applicant', actor: number, on: submittedOn, cents } as const;
  const lodged = await carryOut(tx, context, empty, party, { order });
  if (!lodged.ok) return fail(...lodged.problems.map(at));
  const hash = hashOf(json);
  await keepApplication(
    tx,
    context.clock,
    { register: context.register.id, claim: id },
    { hash, application: json },
  );
  const body = {
    ...{ id, reference, applicant: number, establishment: party, refund_state: refundState },
    ...{ period_from: from, period_to: to, currency, submitted_on: submittedOn, claimed_cents: cents },
    ...{ invoices: unheld.invoices, application: hash },
  };
  return ok({ id, file: lodged.value.file, change: { kind: claims, id, body, steps: [lodged.value.step] } });
}

const done = (registered: Result<Registered>): Result<Done> => {
  if (!registered.ok) return registered;
  const { id, change } = registered.value;
  return ok({ subject: `${claims.name}/${id}`, path: claims.href(id), changes: [change] });
};

const ofParty = (tx: Transaction, context: ActionContext, { party }: { readonly party?: string }) =>
  inField(tx, context, 'refunds', party);

/** An application in the file that `vat refund check` reads. */
export const registerClaim = defineAction({
  name: 'refunds/register',
  permission: keepClaims,
  fields: { party: idAmong(partiesIn('refunds')), file },
  texts: textsOf('register'),
  about: null,
  back: () => refundsPath,
  guide: ({ language }) => ({ text: applicationTexts(language).guide, path: applicationFilePath }),
  object: ofParty,
  participation: takingPartIn('refunds'),
  perform: async (tx, context, { party, file: bytes }) => {
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      return fail(problem('vat_refund_not_an_application', 'body.file'));
    }
    return done(await registerApplication(tx, context, party, json, 'body.file'));
  },
});

const answers = ['yes', 'no'] as const;
const natures = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** One with a single invoice, by form: the same fields, so that what is read, checked and kept is the same. */
export const enterClaim = defineAction({
  name: 'refunds/enter',
  permission: keepClaims,
  fields: {
    party: idAmong(partiesIn('refunds')),
    reference: line,
    refund_state: idAmong(partiesIn('refunds')),
    applicant: line,
    name: line,
    address: line,
    email: line,
    activity: line,
    status: oneOf(statuses, (status, language) => workTexts(language).statuses[status]),
    no_supplies: oneOf(answers, (said, language) => workTexts(language).answers[said]),
    from: dayField,
    to: dayField,
    submitted_on: dayField,
    currency: optional(line),
    holder: line,
    iban: line,
    bic: line,
    supplier: line,
    supplier_name: line,
    supplier_address: line,
    invoice: line,
    invoice_date: dayField,
    taxable: amountField,
    vat: amountField,
    deductible: amountField,
    pro_rata: count(0, 100),
    nature: oneOf(natures, (nature, language) => workTexts(language).natures[nature]),
  },
  texts: textsOf('enter'),
  about: null,
  back: () => refundsPath,
  object: ofParty,
  participation: takingPartIn('refunds'),
  perform: async (tx, context, said) => {
    const future = notYet(context, 'submitted_on', said.submitted_on);
    if (future.length > 0) return fail(...future);
    if (readVatNumber(said.applicant) === null)
      return fail(
        problem('vat_refund_field_invalid', 'body.applicant', { field: 'vat_number', given: said.applicant }),
      );
    const json = {
      id: said.reference,
      refund_state: said.refund_state,
      applicant: {
        ...{ name: said.name, address: said.address, email: said.email, activity: said.activity },
        ...{ vat_number: said.applicant, status: said.status },
      },
      period: { from: said.from, to: said.to },
      submitted_on: said.submitted_on,
      currency: said.currency ?? 'EUR',
      no_supplies_in_refund_state: said.no_supplies === 'yes',
      account: { holder: said.holder, iban: said.iban, bic: said.bic },
      invoices: [
        {
          supplier: {
            ...{ name: said.supplier_name, address: said.supplier_address, vat_number: said.supplier },
          },
          ...{ number: said.invoice, date: said.invoice_date, nature: said.nature, pro_rata: said.pro_rata },
          ...{ taxable_cents: said.taxable, vat_cents: said.vat, deductible_cents: said.deductible },
        },
      ],
    };
    return done(await registerApplication(tx, context, said.party, json, 'body.reference'));
  },
});

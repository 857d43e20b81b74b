import { addDays } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { idAmong } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { randomOf } from '#platform/random.ts';
import type { Change } from '#platform/records/changes.ts';
import { parties } from '#union';
import { inField, partiesIn, takingPartIn } from '../../fields/store.ts';
import { madeUpVatNumber } from '../../made-up/vat-numbers.ts';
import { keepClaims, refundsPath } from '../kinds.ts';
import type { ClaimFile, ClaimOrder } from '../rules/acts.ts';
import { toldOf } from '../rules/kept.ts';
import { type MadeUpClaim, madeUpClaims, madeUpDebts } from '../rules/made-up-claims.ts';
import { debtOf } from '../store.ts';
import { debtChange } from './debts.ts';
import { registerApplication } from './register.ts';
import { type Carried, carryOut, textsOf } from './shared.ts';

type Made = { readonly change: Change; readonly file: ClaimFile };

/** Some claims and debts that are made up, each act by the same rules as if people had done it. */
export const makeUpClaims = defineAction({
  name: 'refunds/make_up',
  permission: keepClaims,
  fields: { party: idAmong(partiesIn('refunds')), refund_state: idAmong(partiesIn('refunds')) },
  texts: textsOf('make_up'),
  about: null,
  back: () => refundsPath,
  object: (tx, context, { party }) => inField(tx, context, 'refunds', party),
  participation: takingPartIn('refunds'),
  perform: async (tx, context, { party, refund_state: refundState }) => {
    if (context.register.meta.synthetic !== true) return fail(problem('vat_claims_not_made_up'));
    if (party === refundState)
      return fail(problem('vat_refund_own_state', 'body.refund_state', { state: refundState }));
    // Chance, so that each press makes others.
    const serial = randomOf(4).readUInt32BE() % 90_000;
    const number = (state: string, place: number) => {
      try {
        return madeUpVatNumber(state, serial + place);
      } catch (error) {
        if (error instanceof RangeError) return null;
        throw error;
      }
    };
    const supplier = number(refundState, 9);
    if (number(party, 0) === null || supplier === null)
      return fail(problem('vat_claims_no_made_up_numbers', 'body.refund_state', { party, refundState }));
    const run = String(serial).padStart(5, '0');
    const numberOf = (place: number) => madeUpVatNumber(party, serial + place);
    const changes: Change[] = [];
    for (const plan of madeUpClaims(context.today, run, refundState, numberOf, supplier)) {
      const made = await live(tx, context, party, refundState, run, plan);
      if (!made.ok) return made;
      changes.push(...made.value);
    }
    return ok({ subject: `${parties.name}/${party}`, path: refundsPath, changes });
  },
});

async function live(
  tx: Transaction,
  context: ActionContext,
  party: string,
  refundState: string,
  run: string,
  { application, upTo, daysAgo }: MadeUpClaim,
): Promise<Result<readonly Change[]>> {
  const registered = await registerApplication(tx, context, party, application, '');
  if (!registered.ok) return registered;
  let made: Made = registered.value;
  const { claim } = made.file;
  const ago = (days: number) => addDays(context.today, -days);
  const common = (role: ClaimOrder['role'], days: number) => ({
    ...{ role, on: ago(days) },
    actor: role === 'applicant' ? claim.applicant : role === 'refund' ? refundState : party,
  });
  const take = async (by: string, carried: Carried): Promise<Result<null>> => {
    const acted = await carryOut(tx, context, made.file, by, carried);
    if (!acted.ok) return acted;
    const { change } = made;
    made = {
      file: acted.value.file,
      change: { ...change, steps: [...change.steps, acted.value.step] },
    };
    return ok(null);
  };
  const own: Change[] = [];
  const acts: { readonly by: string; readonly carried: Carried }[] = [];
  if (upTo !== 'lodged')
    acts.push(
      { by: party, carried: { order: { act: 'forward', ...common('establishment', daysAgo.received + 1) } } },
      { by: refundState, carried: { order: { act: 'receive', ...common('refund', daysAgo.received) } } },
    );
  if (upTo === 'asked')
    acts.push({
      by: refundState,
      carried: {
        order: {
          ...{ act: 'ask', ...common('refund', daysAgo.asked) },
          ...{ subject: 'made up: copy of invoice 2', reachedOn: null },
        },
      },
    });
  if (upTo === 'proposed') {
    const lodged = made.file.history.find((event) => event.act === 'lodge')?.cents ?? 0;
    const known = madeUpDebts(context.today, run).map(({ reference, debt }) => {
      const id = newId(context.clock);
      const { cents, rank, assessedOn, dueOn, enforceableFrom, disputedSince } = debt;
      const body = {
        ...{ id, reference, debtor: claim.applicant, creditor: party, tax: 'vat', currency: 'EUR', cents },
        ...{ assessed_on: assessedOn, due_on: dueOn, enforceable_from: enforceableFrom },
        ...{ rank, disputed_since: disputedSince },
      };
      own.push(debtChange(body, null, { act: 'register', by: party, on: context.today }));
      return { reference, debt: debtOf({ id, body }) };
    });
    const referenceOf = (id: string) => known.find(({ debt }) => debt.id === id)?.reference ?? id;
    const signed = { consent: `made-up-consent-${run}`, signedBy: claim.applicant, signedOn: ago(30) };
    acts.push(
      {
        by: party,
        carried: { order: { act: 'consent', ...common('applicant', 30), ...signed, debts: null } },
      },
      {
        by: refundState,
        carried: {
          order: { act: 'approve', ...common('refund', 10), approved: lodged, corrections: 120_00 },
          reason: 'made up: two invoices were not deductible',
        },
      },
      {
        by: party,
        carried: {
          order: {
            ...{ act: 'propose_offset', ...common('establishment', 5), offset: 'o-1' },
            ...{ road: { kind: 'consent_transfer' }, debts: known.map(({ debt }) => debt) },
          },
          tell: (plan) => toldOf(plan, referenceOf, null),
        },
      },
    );
  }
  for (const { by, carried } of acts) {
    const taken = await take(by, carried);
    if (!taken.ok) return taken;
  }
  return ok([made.change, ...own]);
}

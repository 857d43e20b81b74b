import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import {
  count,
  type Fields,
  type InputOf,
  idAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { knownOf } from '#union';
import { inField, partiesIn, takingPartIn } from '../../fields/store.ts';
import { readVatNumber } from '../../vat-number.ts';
import { debts, debtsPath, keepDebts } from '../kinds.ts';
import type { Debt } from '../model.ts';
import { stateOfDebt } from '../rules/debt-states.ts';
import { debtOf, type KeptDebt, listDebts } from '../store.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { amountField, dayField, missing, notYet, textsOf } from './shared.ts';

type Here = Pick<ActionContext, 'register' | 'today'>;

async function findDebt(tx: Transaction, context: Here, id: string): Promise<KeptDebt | undefined> {
  const [found] = await listDebts(tx, knownOf(context), { ids: [id] });
  return found;
}

const taxes = ['vat', 'other'] as const;

/** The body of a record with a step that says what brought it. */
export function debtChange(
  body: RecordBody & { readonly id: string },
  before: Debt | null,
  said: {
    readonly act: string;
    readonly by: string;
    readonly on: string;
    readonly reason?: string | undefined;
  },
) {
  const { on, ...details } = said;
  const kept = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  const step = {
    axis: 'state',
    from: before === null ? 'none' : stateOfDebt(before),
    to: stateOfDebt(debtOf({ id: body.id, body })),
    effectiveOn: on as Debt['dueOn'],
    observed: false,
    details: kept,
  };
  return { kind: debts, id: body.id, body, steps: [step] };
}

export const registerDebt = defineAction({
  name: 'tax-debts/register',
  permission: keepDebts,
  fields: {
    party: idAmong(partiesIn('refunds')),
    reference: line,
    debtor: line,
    tax: oneOf(taxes, (tax, language) => workTexts(language).taxes[tax]),
    amount: amountField,
    currency: optional(line),
    assessed_on: dayField,
    due_on: dayField,
    enforceable_from: optional(dayField),
    barred_from: optional(dayField),
    rank: optional(count(0, 1_000)),
  },
  texts: textsOf('register_debt'),
  about: null,
  back: () => debtsPath,
  object: (tx, context, { party }) => inField(tx, context, 'refunds', party),
  participation: takingPartIn('refunds'),
  perform: async (tx, context, { party: creditor, amount: cents, currency = 'EUR', ...said }) => {
    const number = readVatNumber(said.debtor);
    const same = { creditor, reference: said.reference };
    const isThere = (await listDebts(tx, knownOf(context), { says: [same] })).length > 0;
    const faults: readonly Problem[] = [
      ...(number?.isSound === true
        ? []
        : [problem('vat_refund_number_unsound', 'body.debtor', { number: said.debtor })]),
      ...(/^[A-Z]{3}$/.test(currency)
        ? []
        : [problem('vat_refund_field_invalid', 'body.currency', { field: 'currency', given: currency })]),
      ...(cents === 0 ? [problem('vat_ledger_cents_invalid', 'body.amount', { cents })] : []),
      ...notYet(context, 'assessed_on', said.assessed_on),
      ...(said.due_on < said.assessed_on
        ? [problem('vat_debt_due_before', 'body.due_on', { due: said.due_on, assessed: said.assessed_on })]
        : []),
      ...(isThere ? [problem('vat_debt_registered', 'body.reference', { reference: said.reference })] : []),
    ];
    if (faults.length > 0 || number === null) return fail(...faults);
    const id = newId(context.clock);
    const given = Object.entries({ id, ...said, debtor: number.number, creditor, currency, cents });
    const body = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    const change = debtChange({ ...body, id }, null, { act: 'register', by: creditor, on: context.today });
    return ok({ subject: `${debts.name}/${id}`, path: debts.href(id), changes: [change] });
  },
});

/** What a state says anew of a debt of its own; null: nothing changes, and why. */
type Restated = Result<{ readonly body: Readonly<Record<string, unknown>>; readonly reason?: string }>;

function debtAct<F extends Fields>(
  act: 'dispute' | 'end_dispute' | 'restate' | 'stay' | 'end_stay',
  {
    fields,
    isOpen,
    restate,
  }: {
    readonly fields: F;
    readonly isOpen: (debt: Debt) => boolean;
    readonly restate: (debt: Debt, on: Debt['dueOn'], input: InputOf<F>) => Restated;
  },
): Action {
  return defineAction<Fields>({
    name: `tax-debts/${act}`,
    permission: keepDebts,
    fields: { id: subject, ...fields, on: optional(dayField) },
    texts: textsOf(act),
    about: {
      kind: debts,
      isOpen: async (tx, context, id) => {
        const found = await findDebt(tx, context, id);
        return found !== undefined && isOpen(found.debt);
      },
    },
    object: async (tx, context, { id }) => {
      const found = id === undefined ? undefined : await findDebt(tx, context, String(id));
      return found === undefined ? [] : inField(tx, context, 'refunds', found.debt.creditor);
    },
    participation: takingPartIn('refunds'),
    perform: async (tx, context, input): Promise<Result<Done>> => {
      const id = String(input.id);
      const on = (input.on ?? context.today) as Debt['dueOn'];
      const found = await findDebt(tx, context, id);
      if (found === undefined) return missing(id);
      const { record, debt } = found;
      const future = notYet(context, 'on', on);
      if (future.length > 0) return fail(...future);
      if (!isOpen(debt))
        return fail(problem('vat_debt_act_closed', 'body.id', { act, state: stateOfDebt(debt) }));
      const restated = restate(debt, on, input as unknown as InputOf<F>);
      if (!restated.ok) return restated;
      const { body, reason } = restated.value;
      const change = debtChange({ ...record.body, ...body, id }, debt, {
        ...{ act, on, reason, by: debt.creditor },
      });
      return ok({ subject: `${debts.name}/${id}`, path: debts.href(id), changes: [change] });
    },
  });
}

export const dispute = debtAct('dispute', {
  fields: {},
  isOpen: ({ cents, disputedSince }) => cents > 0 && disputedSince === null,
  restate: (_debt, on) => ok({ body: { disputed_since: on } }),
});

/** Whatever came of it: where less is owed now, that is told besides (`restate`). */
export const endDispute = debtAct('end_dispute', {
  fields: { reason: optional(text) },
  isOpen: ({ disputedSince }) => disputedSince !== null,
  restate: (_debt, _on, { reason }) =>
    ok({ body: { disputed_since: null }, ...(reason === undefined ? {} : { reason }) }),
});

export const restate = debtAct('restate', {
  fields: { owed: amountField, reason: text },
  isOpen: () => true,
  restate: (_debt, _on, { owed, reason }) => ok({ body: { cents: owed }, reason }),
});

const openStay = ({ stays }: Debt) => stays.find(({ until }) => until === null);

export const stay = debtAct('stay', {
  fields: {},
  isOpen: (debt) => debt.cents > 0 && openStay(debt) === undefined,
  restate: ({ stays }, on) => ok({ body: { stays: [...stays, { from: on, until: null }] } }),
});

export const endStay = debtAct('end_stay', {
  fields: {},
  isOpen: (debt) => openStay(debt) !== undefined,
  restate: (debt, on) => {
    const open = openStay(debt);
    if (open !== undefined && on < open.from)
      return fail(problem('vat_debt_stay_backwards', 'body.on', { from: open.from, until: on }));
    return ok({ body: { stays: debt.stays.map((one) => (one === open ? { ...one, until: on } : one)) } });
  },
});

export const debtActs: readonly Action[] = [registerDebt, dispute, endDispute, restate, stay, endStay];

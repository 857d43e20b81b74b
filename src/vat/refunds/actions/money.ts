import { fail, ok, problem } from '#kernel/result.ts';
import { line } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { knownOf } from '#union';
import { writtenCents } from '../model.ts';
import { balanceOf, takenFor } from '../rules/ledger.ts';
import { type FoundClaim, listDebts, takenElsewhere } from '../store.ts';
import { claimAct, type Here, isHeld, wordOf } from './claim-act.ts';
import { amountField } from './shared.ts';

/** Where the money of a refund goes once it is granted: what was kept, what comes back, what is taken off, what is paid. */

/** Debts of the ledger whose dispute is over or whose assessment fell, by what their state knows now. */
async function movable(tx: Transaction, context: Here, { claim, ledger }: FoundClaim) {
  const ids = [...new Set(ledger.flatMap(({ taking }) => taking?.debt ?? []))];
  const key = { register: context.register.id, claim: claim.id };
  const elsewhere = await takenElsewhere(tx, key, ids);
  const held = await listDebts(tx, knownOf(context), { ids });
  return held.map(({ debt, reference }) => {
    const { setOff, disputed } = takenFor(ledger, debt.id);
    const owed = Math.max(0, debt.cents - (elsewhere.get(debt.id) ?? 0));
    const isOver = debt.disputedSince === null;
    const fell = setOff + disputed > owed;
    return { id: debt.id, reference, owed, isOver, canCollect: isOver && disputed > 0 && !fell, fell };
  });
}

const debtWord = (wants: 'canCollect' | 'fell') =>
  wordOf(async (found, tx, context) =>
    (await movable(tx, context, found))
      .filter((one) => one[wants])
      .map(({ id, reference }) => ({ value: id, title: reference })),
  );

/** Amounts of what moves on are not typed but follow from what is owed now. */
export const collect = claimAct('collect', {
  fields: { debt: debtWord('canCollect') },
  isOpen: async (found, tx, context) =>
    (await movable(tx, context, found)).some(({ canCollect }) => canCollect),
  order: async ({ tx, context, found, common }, { debt }) => {
    const one = (await movable(tx, context, found)).find(({ id }) => id === debt);
    if (one === undefined) return fail(problem('vat_claim_debt_unknown', 'body.debt', { debt }));
    if (!one.isOver) return fail(problem('vat_claim_dispute_goes_on', 'body.debt', { debt: one.reference }));
    if (one.fell) return fail(problem('vat_claim_debt_fell', 'body.debt', { debt: one.reference }));
    return ok({ order: { act: 'collect', ...common, debt } });
  },
});

export const reverse = claimAct('reverse', {
  fields: { debt: debtWord('fell') },
  isOpen: async (found, tx, context) => (await movable(tx, context, found)).some(({ fell }) => fell),
  order: async ({ tx, context, found, common }, { debt }) => {
    const one = (await movable(tx, context, found)).find(({ id }) => id === debt);
    return one === undefined
      ? fail(problem('vat_claim_debt_unknown', 'body.debt', { debt }))
      : ok({ order: { act: 'reverse', ...common, debt, owed: one.owed } });
  },
});

export const correct = claimAct('correct', {
  fields: { amount: amountField, reason: line },
  isOpen: isHeld,
  order: ({ common }, { amount: cents, reason }) =>
    ok({ order: { act: 'correct', ...common, cents, reason } }),
});

export const pay = claimAct('pay', {
  fields: { amount: amountField },
  isOpen: isHeld,
  prefill: async ({ ledger }) => ({ amount: writtenCents(balanceOf(ledger).waiting) }),
  order: ({ common }, { amount: cents }) => ok({ order: { act: 'pay', ...common, cents } }),
});

import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, defineAction } from '#platform/actions/action.ts';
import { type Field, type Fields, type InputOf, line, optional, subject } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { readingOf } from '#platform/journal/journal.ts';
import { knownOf } from '#union';
import { inField, partiesOpen, takingPartIn } from '../../fields/store.ts';
import { claims, debts, keepClaims, nameOfNotice } from '../kinds.ts';
import { listOpenClaims } from '../lists/store.ts';
import { actors, type ClaimAct, claimLifecycle, type Role } from '../model.ts';
import { stateOfClaim } from '../rules/history.ts';
import { noticesIn, partyOn, sideOf, takers, untoldOf } from '../rules/kept.ts';
import { balanceOf } from '../rules/ledger.ts';
import { type FoundClaim, findClaim, findInstruction, type KeptClaim, listClaims } from '../store.ts';
import { type Carried, carryOut, dayField, missing, notYet, textsOf } from './shared.ts';

/** What every act on a claim has in common; which there are is in `procedure.ts`, `offsets.ts` and `money.ts`. */

export type Here = Pick<ActionContext, 'register' | 'today'>;

/** The claim with all that is known to have happened to it: an act follows the last that there is. */
export const findNow = (tx: Transaction, context: Here, id: string) =>
  findClaim(tx, knownOf(context), id, context.today);

/** Who did it, by a name of the procedure: the applicant by his number, a state by its code. */
const actorOf = ({ claim }: FoundClaim, role: Role, by: string): string =>
  role === 'applicant' ? claim.applicant : by;

/** What of an order is the same for every act. */
export type Common = { readonly role: Role; readonly actor: string; readonly on: ActionContext['today'] };

type Doing = {
  readonly tx: Transaction;
  readonly context: ActionContext;
  readonly found: FoundClaim;
  readonly common: Common;
};

type Described<F extends Fields> = {
  readonly fields: F;
  /** What there must be for it besides the state of the claim. */
  readonly isOpen?: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => boolean | Promise<boolean>;
  /** The claims of which a desk says that it waits for a party to do it; absent: a term says it, or nobody has to. */
  readonly waits?: (
    held: readonly KeptClaim[],
    party: string,
    tx: Transaction,
    context: ActionContext,
  ) => readonly KeptClaim[] | Promise<readonly KeptClaim[]>;
  readonly order: (doing: Doing, input: InputOf<F>) => Result<Carried> | Promise<Result<Carried>>;
  readonly prefill?: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => Promise<Readonly<Record<string, string>>>;
};

/** The parties that can take an act down now; of a notice it is the one that has to give it. */
function partiesFor(
  act: ClaimAct,
  { claim, history, kept }: FoundClaim,
  { offset, notice }: { readonly offset?: unknown; readonly notice?: unknown },
): readonly string[] {
  if (act === 'add_remedy')
    return noticesIn(kept).flatMap((one) =>
      notice === undefined || nameOfNotice(one) === notice ? one.by : [],
    );
  const sides =
    act === 'notify'
      ? untoldOf(history).flatMap((one) =>
          offset === undefined || one.offset === offset ? [one.teller] : [],
        )
      : takers[act];
  return [...new Set(sides.map((side) => partyOn(claim, side)))];
}

/** Claims that a desk looks at for one act. */
const mostWaiting = 1_000;

/** One act of the procedure, by the state that takes it down: history, ledger and journal in one transaction. */
export function claimAct<F extends Fields>(
  act: ClaimAct,
  { fields, isOpen, waits, order, prefill }: Described<F>,
): Action {
  const all = { id: subject, ...fields, on: optional(dayField) };
  return defineAction<Fields>({
    name: `refunds/${act}`,
    permission: keepClaims,
    fields: all,
    texts: textsOf(act),
    about: {
      kind: claims,
      isOpen: async (tx, context, id) => {
        const found = await findNow(tx, context, id);
        const state = found === null ? null : stateOfClaim(found.history);
        if (found === null || state === null || stateAfter(claimLifecycle, state, act) === null) return false;
        return isOpen === undefined || (await isOpen(found, tx, context));
      },
    },
    ...(waits === undefined
      ? {}
      : {
          waits: async (tx, context, party) => {
            // Decided before claims are read: any desk of the party asks, and most do not sit in the field.
            if (party === null || !(await partiesOpen(tx, context, 'refunds', keepClaims)).has(party))
              return [];
            const says = [{ establishment: party }, { refund_state: party }];
            const { ids } = await listOpenClaims(tx, knownOf(context), says, mostWaiting);
            const held = ids.length === 0 ? [] : await listClaims(tx, knownOf(context), { ids });
            return (await waits(held, party, tx, context)).map(({ claim }) => claim.id);
          },
        }),
    object: async (tx, context, { id, offset, notice }) => {
      const found = id === undefined ? null : await findNow(tx, context, String(id));
      return found === null
        ? []
        : inField(tx, context, 'refunds', ...partiesFor(act, found, { offset, notice }));
    },
    participation: takingPartIn('refunds'),
    ...(prefill === undefined
      ? {}
      : {
          prefill: async (tx, context, { id }) => {
            const found = id === undefined ? null : await findNow(tx, context, String(id));
            return found === null ? {} : prefill(found, tx, context);
          },
        }),
    perform: async (tx, context, input) => {
      const id = String(input.id);
      const on = (input.on ?? context.today) as ActionContext['today'];
      const found = await findNow(tx, context, id);
      const by = context.grant?.party ?? null;
      const side = found === null || by === null ? null : sideOf(found.claim, by);
      if (found === null || by === null || side === null) return missing(id);
      const future = notYet(context, 'on', on);
      if (future.length > 0) return fail(...future);
      const role: Role = actors[act].includes('applicant') ? 'applicant' : side;
      const common = { role, actor: actorOf(found, role, by), on };
      const carried = await order({ tx, context, found, common }, input as unknown as InputOf<F>);
      if (!carried.ok) return carried;
      const acted = await carryOut(tx, context, found, by, carried.value);
      if (!acted.ok) return act === 'execute_offset' ? fail(...withoutDebts(acted.problems)) : acted;
      return ok({
        subject: `${claims.name}/${id}`,
        path: claims.href(id),
        changes: [{ kind: claims, id, steps: [acted.value.step] }],
      });
    },
  });
}

/** What stands against a debt is for the state that is owed: the other hears that something does. */
function withoutDebts(problems: readonly Problem[]): readonly Problem[] {
  const isOfDebt = ({ code }: Problem) => code.startsWith('vat_debt_');
  const others = problems.filter((one) => !isOfDebt(one));
  return problems.some(isOfDebt) ? [...others, problem('vat_offset_debts_closed', 'body.offset')] : others;
}

/** Ids to choose from, for a form; `word` is a line where there is none. */
export function wordOf(
  choices: (
    found: FoundClaim,
    tx: Transaction,
    context: ActionContext,
  ) => Promise<readonly { readonly value: string; readonly title: string }[]>,
) {
  return {
    ...line,
    control: 'word',
    options: async (tx, context, { id }) => {
      // A form is opened by whoever may do it; options are asked for by whoever opens it, so what is private is asked again.
      const found = id === undefined ? null : await findNow(tx, context, id);
      if (found === null) return [];
      const open = await partiesOpen(tx, context, 'refunds', keepClaims);
      const { establishment, refundState } = found.claim;
      return open.has(establishment) || open.has(refundState) ? choices(found, tx, context) : [];
    },
  } as const satisfies Field;
}

/** The authority and the remedy as the party named them last, for the form of the next notice. */
export async function saidLast(
  { claim }: FoundClaim,
  tx: Transaction,
  context: ActionContext,
): Promise<Readonly<Record<string, string>>> {
  const open = await partiesOpen(tx, context, 'refunds', keepClaims);
  const own = [claim.refundState, claim.establishment].find((party) => open.has(party));
  if (own === undefined) return {};
  const said = Object.entries(await findInstruction(tx, context.register.id, own));
  return Object.fromEntries(said.flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}

export const isHeld = ({ ledger }: FoundClaim) => balanceOf(ledger).waiting > 0;

/** Debts are records of their own: a form that offers some reads them. */
export function readsDebts(context: ActionContext, ids: readonly string[]): void {
  if (ids.length > 0) context.reads?.(readingOf(debts.name, ids));
}

import type { PartialDate } from '#kernel/dates.ts';
import { actsFrom, type Lifecycle } from '#kernel/lifecycle.ts';
import { problem, type Result } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  type Lack,
} from '#platform/actions/action.ts';
import { date, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind } from '#platform/records/kind.ts';
import { bodies, parties } from '../../bodies/model.ts';
import { knownOf } from '../../named.ts';
import { byPower, heardBefore, type Power } from '../../powers.ts';
import { idsIn, openFor, stepOf } from '../../steps.ts';
import { unanswered, unheard } from '../rules/heard.ts';
import { listConsultations } from '../store.ts';
import { done, findNow, notFound, saying, textsOf } from './shared.ts';

/** What is drafted, put to others and adopted, and the table of its way: a year's plan and a programme. */
type Drafted<State extends string, Act extends string> = {
  readonly kind: Kind;
  /** Before the slash of its actions' names. */
  readonly room: string;
  readonly lifecycle: Lifecycle<State, Act>;
};

type Step = {
  /** What doing it is called in the room's catalogue, where that is not the act. */
  readonly words?: Parameters<typeof textsOf>[0];
  readonly lacking?: Exclude<Action['lacking'], undefined>;
  /** Whether its time has come, so that a desk says so. */
  readonly isDue?: (id: string, context: ActionContext) => boolean;
};

/** The steps of such a way as actions, each by the power that takes it. */
export function pathOf<State extends string, Act extends string>({
  kind,
  room,
  lifecycle,
}: Drafted<State, Act>) {
  const take = async (
    tx: Transaction,
    context: ActionContext,
    act: Act,
    { id, on, ...said }: { readonly id: string; readonly on: PartialDate },
  ): Promise<Result<Done>> => {
    if ((await findNow(tx, context, kind, id)) === undefined) return notFound(id);
    const step = await stepOf(tx, context, { kind, id, lifecycle, act, on, details: saying(said) });
    return step.ok ? done(kind, id, kind.href(id), [{ kind, id, steps: [step.value] }]) : step;
  };
  const before = (act: Act) =>
    (Object.keys(lifecycle) as State[]).filter((state) => actsFrom(lifecycle, state).includes(act));
  const shared = (act: Act, [power, permission]: readonly [Power, Permission], words: Step['words']) => ({
    name: `${room}/${act}`,
    permission,
    texts: textsOf(words ?? (act as Parameters<typeof textsOf>[0])),
    about: { kind, isOpen: openFor(kind, lifecycle, act) },
    object: byPower(power),
  });
  return {
    step: (act: Act, by: readonly [Power, Permission], { words, lacking, isDue }: Step = {}) =>
      defineAction({
        ...shared(act, by, words),
        fields: { id: subject, on: date, note: optional(text) },
        waits: async (tx, context) => {
          const ids: string[] = [];
          for (const state of before(act)) ids.push(...(await idsIn(tx, context, kind, state)));
          return isDue === undefined ? ids : ids.filter((id) => isDue(id, context));
        },
        ...(lacking === undefined ? {} : { lacking }),
        perform: (tx, context, asked) => take(tx, context, act, asked),
      }),
    /** Back to a draft, which nobody waits for, with the reason. */
    sendBack: (act: Act, by: readonly [Power, Permission], { words }: Pick<Step, 'words'> = {}) =>
      defineAction({
        ...shared(act, by, words),
        fields: { id: subject, on: date, reason: text },
        perform: (tx, context, asked) => take(tx, context, act, asked),
      }),
  };
}

/**
 * Nobody whom the power must have heard is without a consultation, and the one who decides is told what became of every point
 * (§6.2.1, §7.2.1). Problems: `unheard`, `consultation_unanswered`, one for each.
 */
export const lacksHearing =
  (power: Power): NonNullable<Step['lacking']> =>
  async (tx, context, { id, on }) => {
    const told = await listConsultations(tx, knownOf(context), id);
    const silent = unheard(await heardBefore(tx, context, power), told, on);
    const toBeHeard: Lack[] = [];
    for (const one of silent) toBeHeard.push(await toHear(tx, context, id, one));
    return [
      ...toBeHeard,
      ...unanswered(told).map(
        (one): Lack => ({
          problem: problem('consultation_unanswered', 'body.id', {
            id: one.id,
            point: String(one.body.point),
          }),
          by: { action: 'consultations/answer', given: { id: one.id } },
        }),
      ),
    ];
  };

async function toHear(tx: Transaction, context: ActionContext, plan: string, who: string): Promise<Lack> {
  const kind = (await findNow(tx, context, bodies, who)) === undefined ? parties : bodies;
  return {
    problem: problem('unheard', 'body.id', { body: who }),
    by: { action: 'consultations/record', given: { plan, consulted: who } },
    at: [{ kind, id: who }],
  };
}

import { lastDay, type PlainDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { listPartyChoices } from '#union';
import type { Reason } from './rules/decide.ts';
import { candidatesFor, type Demand, historyOf, standingOf } from './rules/law.ts';
import { turnsOf } from './rules/turns.ts';
import { loadLaw } from './store.ts';
import { conditionText, reasonText } from './text/reasons.ts';

/** Whether a provision is open between two parties, and what a request must then meet: the answer of the what-if. */
export type StandingAnswer = {
  readonly register: string;
  readonly knownAt: PlainDate;
  readonly from: string;
  readonly to: string;
  readonly provision: string;
  readonly at: PlainDate;
  readonly outcome: 'allowed' | 'denied';
  /** Since when the outcome is this, and from when it will be the other, by what is known; null: no such day is known. */
  readonly since: PlainDate | null;
  readonly next: PlainDate | null;
  /** The instruments by which it is open. */
  readonly basis: readonly string[];
  readonly reasons: readonly ({ readonly text: string } & Reason)[];
  /** What a request must meet; of several ways, those of the first. */
  readonly conditions: readonly ({ readonly text: string } & Demand)[];
};

export type StandingQuestion = {
  readonly from: string;
  readonly to: string;
  /**
   * `police-2018/13`: an instrument and one of its articles; where that opens several things, which one, as in
   * `police-2018/9, 10, 11/evidence`; or what is to be open, by whichever article: `police-2018//hitnohit`.
   */
  readonly provision: string;
  readonly at: PlainDate;
};

/** What is asked of no day is asked of today, or of the day on which it was known: the register's own day is long past. */
export function dayAsked({ asOf, knownAt }: ReadContext, isGiven: boolean): PlainDate {
  return lastDay(isGiven ? asOf : knownAt);
}

/** Problems: `exchange_party_unknown`, of each of the two; `exchange_instrument_unknown`; `exchange_same_party`. */
export async function getStanding(
  context: ReadContext,
  { from, to, provision, at }: StandingQuestion,
): Promise<Result<StandingAnswer>> {
  const { language } = context;
  const { id: register } = context.register;
  const knownAt = lastDay(context.knownAt);
  const [law, parties] = await context.read(async (tx) => [
    await loadLaw(tx, context.register, knownAt),
    await listPartyChoices(tx, register, language),
  ]);
  const [instrument = '', article = '', operation = ''] = provision.split('/');
  const unknown = [
    ...Object.entries({ from, to }).flatMap(([path, party]) =>
      parties.some(({ id }) => id === party) ? [] : [problem('exchange_party_unknown', path, { party })],
    ),
    ...(historyOf(law, instrument) === undefined
      ? [problem('exchange_instrument_unknown', 'provision', { instrument })]
      : []),
  ];
  if (unknown.length > 0) return fail(...unknown);
  if (from === to) return fail(problem('exchange_same_party', 'to', { party: to }));
  const asked = {
    ...(article === '' ? {} : { article }),
    ...(operation === '' ? {} : { operation }),
  };
  const found = candidatesFor(law, instrument, asked);
  const standings = found.map((id) => standingOf(law, id, from, to, at));
  const path = standings.flatMap(({ paths }) => paths)[0];
  const missing: Reason = {
    code: 'no_provision',
    instrument,
    article: asked.article ?? null,
    operation: asked.operation ?? null,
  };
  const reasons: readonly Reason[] =
    found.length === 0 ? [missing] : path === undefined ? standings.flatMap((each) => each.reasons) : [];
  return ok({
    register,
    knownAt,
    from,
    to,
    provision,
    at,
    outcome: path === undefined ? 'denied' : 'allowed',
    ...turnsOf(law, found, from, to, at),
    basis: path?.basis ?? [],
    reasons: reasons.map((reason) => ({ text: reasonText(reason, language), ...reason })),
    conditions: (path?.demands ?? []).map((demand) => ({
      text: conditionText(demand.condition, language),
      ...demand,
    })),
  });
}

import { lastDay, type PlainDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ReadContext } from '#platform/module.ts';
import { listPartyChoices, loadSnapshot } from '#union';
import type { Reason } from './rules/decide.ts';
import { candidatesFor, type Demand, readLaw, standingOf } from './rules/law.ts';
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
  /** The instruments by which it is open. */
  readonly basis: readonly string[];
  readonly reasons: readonly ({ readonly text: string } & Reason)[];
  /** What a request must meet; of several ways, those of the first. */
  readonly conditions: readonly ({ readonly text: string } & Demand)[];
};

export type StandingQuestion = {
  readonly from: string;
  readonly to: string;
  /** `police-2018/13`: an instrument and one of its articles. */
  readonly provision: string;
  readonly at: PlainDate;
};

/** Problems: `exchange_party_unknown`, of each of the two. */
export async function getStanding(
  context: ReadContext,
  { from, to, provision, at }: StandingQuestion,
): Promise<Result<StandingAnswer>> {
  const { language } = context;
  const { id: register } = context.register;
  const knownAt = lastDay(context.knownAt);
  const [snapshot, parties] = await context.read(async (tx) => [
    await loadSnapshot(tx, { register, knownAt }),
    await listPartyChoices(tx, register, language),
  ]);
  const unknown = Object.entries({ from, to }).flatMap(([path, party]) =>
    parties.some(({ id }) => id === party) ? [] : [problem('exchange_party_unknown', path, { party })],
  );
  if (unknown.length > 0) return fail(...unknown);
  const law = readLaw(snapshot, knownAt);
  const slash = provision.indexOf('/');
  const instrument = slash < 0 ? provision : provision.slice(0, slash);
  const article = slash < 0 ? null : provision.slice(slash + 1);
  const found = candidatesFor(law, instrument, article === null ? {} : { article });
  const standings = found.map((id) => standingOf(law, id, from, to, at));
  const path = standings.flatMap(({ paths }) => paths)[0];
  const missing: Reason = { code: 'no_provision', instrument, article, operation: null };
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
    basis: path?.basis ?? [],
    reasons: reasons.map((reason) => ({ text: reasonText(reason, language), ...reason })),
    conditions: (path?.demands ?? []).map((demand) => ({
      text: conditionText(demand.condition, language),
      ...demand,
    })),
  });
}

import { isBefore, type PartialDate } from '#kernel/dates.ts';
import type { PositionWord } from '../model.ts';

export type Rule = { readonly form: 'unanimity'; readonly abstention: 'allows' | 'blocks' };

/** What the positions amount to, with who stands where, so that a refusal can say whom it waits for. */
export type Decided = {
  /** `open`: somebody who votes has taken no position yet. */
  readonly verdict: 'carried' | 'not_carried' | 'open';
  readonly against: readonly string[];
  readonly reserved: readonly string[];
  readonly abstained: readonly string[];
  readonly silent: readonly string[];
};

/**
 * Unanimity of those who vote, one position each. Who is against or has a reservation stands in the way; an abstention is
 * recorded and does so only where the rule says it does; with nobody in favour nothing is decided. Positions of others count
 * for nothing here, and stay on record.
 */
export function decideOn(
  positions: Readonly<Record<string, { readonly position: PositionWord }>>,
  rule: Rule,
  voters: readonly string[],
): Decided {
  const voting = [...new Set(voters)];
  const who = (word: PositionWord) => voting.filter((party) => positions[party]?.position === word);
  const [favour, against, reserved, abstained] = [
    who('in_favour'),
    who('against'),
    who('reservation'),
    who('abstention'),
  ];
  const silent = voting.filter((party) => (positions[party]?.position ?? 'none') === 'none');
  const blocked =
    against.length + reserved.length > 0 ||
    (rule.abstention === 'blocks' && abstained.length > 0) ||
    (silent.length === 0 && favour.length === 0);
  const verdict = blocked ? 'not_carried' : silent.length > 0 ? 'open' : 'carried';
  return { verdict, against, reserved, abstained, silent };
}

/** A written procedure is adopted once its last day is over without an objection; an objection blocks it at once. */
export function silenceOn(
  procedure: { readonly deadline: PartialDate; readonly objections: Readonly<Record<string, unknown>> },
  on: PartialDate,
): 'running' | 'adopted' | 'blocked' {
  if (Object.keys(procedure.objections).length > 0) return 'blocked';
  return isBefore(procedure.deadline, on) === 'yes' ? 'adopted' : 'running';
}

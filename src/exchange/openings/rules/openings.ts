import type { PlainDate } from '#kernel/dates.ts';
import { closedReasons } from '#union';
import {
  type ClosedReason,
  everyOperation,
  isRule,
  type Law,
  type Read,
  type Standing,
  standingOf,
  versionOf,
} from '../../rules/law.ts';
import { type Turns, turnsOf } from '../../rules/turns.ts';

/** How it stands between two parties: only an agreement is missing, something else closes it, or a fact is not known well enough. */
export const pairStates = ['open', 'agreement_missing', 'closed', 'uncertain'] as const;
export type PairState = (typeof pairStates)[number];

export type Pair = readonly [string, string];

/** What a provision is worth between two parties on a day; each may ask the other. */
export type PairOpening = Turns & {
  readonly pair: Pair;
  readonly state: PairState;
  readonly standing: Standing;
};

/** A provision of an instrument with how it stands between each two of its parties. */
export type Opening = {
  readonly provision: Read;
  readonly needsAgreement: boolean;
  readonly pairs: readonly PairOpening[];
};

export type Openings = {
  readonly parties: readonly string[];
  /** Provisions that hold for every article (police treaty 2018, art. 4(5)). */
  readonly general: readonly Read[];
  /** Those that bind whoever acts and that nobody asks for: limits of powers, ways, reports. */
  readonly rules: readonly Read[];
  readonly openings: readonly Opening[];
};

/** All that the articles of an instrument open on a day, by article. `members` stand in where it does not name its parties. */
export function openingsOf(
  law: Law,
  instrument: string,
  members: readonly string[],
  day: PlainDate,
): Openings {
  const version = versionOf(law, instrument);
  const parties = version?.parties ?? members;
  const pairs = pairsOf(parties);
  const held = (law.provisions.get(instrument) ?? []).toSorted(byArticle);
  return {
    parties,
    general: held.filter(({ operation }) => operation === everyOperation),
    rules: held.filter((one) => one.operation !== everyOperation && isRule(one)),
    openings: held
      .filter((one) => one.operation !== everyOperation && !isRule(one))
      .map((provision) => ({
        provision,
        needsAgreement: (provision.conditions ?? []).some(({ type }) => type === 'agreement'),
        pairs: pairs.map((pair) => pairOpening(law, provision.id, pair, day)),
      })),
  };
}

/** What opens something by itself, and which of it only with an agreement. */
export function partsOf({ openings }: Openings) {
  const own = openings.filter(({ provision }) => provision.adds === null);
  return {
    own,
    needing: own.filter(({ needsAgreement }) => needsAgreement),
    others: own.filter(({ needsAgreement }) => !needsAgreement),
  };
}

/** Open between each two of the parties, of which there are two at least. */
export function isOpenToAll({ pairs }: Opening): boolean {
  return pairs.length > 0 && pairs.every(({ state }) => state === 'open');
}

function pairOpening(law: Law, provision: string, pair: Pair, day: PlainDate): PairOpening {
  const standing = standingOf(law, provision, ...pair, day);
  return { pair, standing, state: stateOf(standing), ...turnsOf(law, [provision], ...pair, day) };
}

/** What a standing comes to. What is not certain opens nothing either, but it is not said to be closed. */
export function stateOf({ paths, reasons }: Standing): PairState {
  if (paths.length > 0) return 'open';
  if (!reasons.some(isCertain)) return 'uncertain';
  return reasons.every(({ code }) => code === 'no_agreement') ? 'agreement_missing' : 'closed';
}

function isCertain(reason: ClosedReason): boolean {
  const closes = (code: string) => (closedReasons as readonly string[]).includes(code);
  if (reason.code === 'not_in_force') return closes(reason.why);
  if (reason.code !== 'no_agreement') return true;
  // An agreement of which it is not known whether it is in force may be there after all.
  return reason.candidates.every(({ reasons }) => reasons.some(({ code }) => closes(code)));
}

/** Every two of them, in their order. */
export function pairsOf(parties: readonly string[]): readonly Pair[] {
  return parties.flatMap((one, index) => parties.slice(index + 1).map((other): Pair => [one, other]));
}

const articles = new Intl.Collator('en', { numeric: true });

/** 4(1) before 13. What names no article stands last. */
function byArticle(a: Read, b: Read): number {
  if (a.article === null || b.article === null)
    return Number(a.article === null) - Number(b.article === null);
  return articles.compare(a.article, b.article);
}

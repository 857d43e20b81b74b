import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { crumbsToVat } from '../../fields/pages/parts.tsx';
import { usualTolerance } from '../../matching/model.ts';
import { type CheckState, endStates, privatePerson } from '../model.ts';
import { crossMatch, type MatchLine, type Verdict } from '../rules/cross-match.ts';
import type { Lateness } from '../rules/lateness.ts';
import { type Check, type Reader, type SeenCheck, tradeOf } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { checksPath } from './door.ts';

export const crumbsToChecks = (context: PageContext) =>
  crumbsToVat(context, { text: jointCheckTexts(context.language).page.back, path: checksPath });

const stateTones: Readonly<Record<CheckState, Tone>> = {
  planned: 'none',
  agreed: 'part',
  running: 'good',
  closed: 'none',
  withdrawn: 'none',
};
export function StateMark({ state, language }: { state: CheckState; language: Language }) {
  return <StatusMark tone={stateTones[state]} text={jointCheckTexts(language).states[state]} />;
}

/** That a planned day has passed, in words and with a sign of its own. */
export function LateMark({ late, language }: { late: Lateness | null; language: Language }) {
  if (late === null) return null;
  return <StatusMark tone="bad" text={jointCheckTexts(language).page.late[late]} />;
}

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  agrees: 'good',
  differs: 'part',
  one_side: 'bad',
  unknown: 'none',
};
export function VerdictMark({ verdict, language }: { verdict: Verdict; language: Language }) {
  return <StatusMark tone={verdictTones[verdict]} text={jointCheckTexts(language).verdicts[verdict]} />;
}

const euro = parseCurrency('EUR');
export function inEuros(cents: number, language: Language): string {
  if (!euro.ok) throw new Error('EUR is a currency');
  return formatMoney({ currency: euro.value, minor: BigInt(cents) }, language);
}

/** An amount, or that it is not known: never nothing. */
export const amountText = (cents: number | null | undefined, language: Language) =>
  cents == null ? jointCheckTexts(language).page.unknown : inEuros(cents, language);

export function traderText(number: string | null | undefined, language: Language): string {
  const words = jointCheckTexts(language).page;
  if (number == null) return words.unknown;
  return number === privatePerson ? words.private : number;
}

export const dateText = (date: PartialDate | null, language: Language) =>
  date === null ? '–' : formatDate(date, language);

export const datesText = ({ from, until }: Pick<Check, 'from' | 'until'>, language: Language) =>
  until === null ? dateText(from, language) : `${dateText(from, language)} – ${dateText(until, language)}`;

/** The reader's own matching: of the facts that he sees. Of a state whose facts he does not see nothing is missing. */
export function matchOf({ states, facts }: Pick<SeenCheck, 'states' | 'facts'>): readonly MatchLine[] {
  const said = new Set(facts.map(({ state }) => state));
  return crossMatch(
    facts.flatMap((fact) => tradeOf(fact) ?? []),
    { states, said },
    usualTolerance,
  );
}

/** What is next on a check, for whoever looks: the key of a word. */
export function nextOf(
  { standing, states }: Pick<Check, 'standing' | 'states'>,
  { delegate }: Reader,
): string {
  const own = delegate.filter((party) => states.includes(party));
  const { state, waiting, results } = standing;
  if (state === 'planned') return own.some((party) => waiting.includes(party)) ? 'agree' : 'others';
  if (own.length === 0 || endStates.includes(state)) return 'none';
  if (state === 'agreed') return 'begin';
  return own.some((party) => !results.has(party)) ? 'result' : 'close';
}

/** Whether what is next is the reader's own to do. */
export const isOwnNext = (next: string) => ['agree', 'begin', 'result', 'close'].includes(next);

import { formatDate, lastDay, type PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { todayOn } from '#platform/clock.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, StatusMark, type Tone } from '#platform/page/components.tsx';
import { dayAsked } from '../../answers.ts';
import { type NameOf, reasonText } from '../../text/reasons.ts';
import type { Opening, Pair, PairOpening, PairState } from '../rules/openings.ts';
import { openingTexts } from '../text/texts.ts';

/** What the pages on openings share. */

export const exchangePath = '/practice/exchange';
export const mayPath = `${exchangePath}/may`;
export const agreementsPath = `${exchangePath}/agreements`;
export const openingsPath = (instrument: string) => `${exchangePath}/openings/${instrument}`;

const tones: Readonly<Record<PairState, Tone>> = {
  open: 'good',
  agreement_missing: 'bad',
  closed: 'bad',
  uncertain: 'none',
};

export function StateMark({ state, language }: { state: PairState; language: Language }) {
  return <StatusMark tone={tones[state]} text={openingTexts(language).states[state]} />;
}

export function pairText(pair: Pair, nameOf: NameOf): string {
  return pair.map((party) => nameOf('parties', party)).join(' – ');
}

export function articleText(article: string | null, language: Language): string {
  const { page: words } = openingTexts(language);
  return article === null ? words.noArticle : words.articleOf(article);
}

/** Since when and until when, as far as it is known. */
export function periodOf({ state, since, next }: PairOpening, language: Language): string {
  const { page: words } = openingTexts(language);
  const day = (date: PlainDate) => formatDate(date, language);
  const begun = since === null ? [] : [words.since(day(since))];
  if (state === 'open') return [...begun, next === null ? words.noEnd : words.until(day(next))].join(', ');
  return [...begun, next === null ? words.neverKnown : words.opensOn(day(next))].join(', ');
}

/** Why it is not open, each reason once: those that lie in the instrument itself are said of both parties at once. */
export function reasonsOf({ standing }: PairOpening, language: Language, nameOf: NameOf): readonly string[] {
  return [...new Set(standing.reasons.map((reason) => reasonText(reason, language, nameOf)))];
}

/** The day that is asked about: the one that the address names, and else not the page's own, which is that of the source. */
export function dayOf(context: PageContext): PlainDate {
  return dayAsked(context, (context.query.get('as-of') ?? '') !== '');
}

/** The what-if about a provision. */
export function mayHref(context: PageContext, { provision }: Opening, pair?: Pair): string {
  const { instrument, article, operation } = provision;
  return context.href(mayPath, {
    ...(pair === undefined ? {} : { from: pair[0], to: pair[1] }),
    provision: askedFor(instrument, article, operation),
  });
}

/** The form of a question by a provision. */
export function askHref(
  context: PageContext,
  { instrument, article, operation }: Opening['provision'],
): string {
  return context.href('/do/exchange/ask', { provision: askedFor(instrument, article, operation) });
}

/** How a provision is asked about: by instrument, article and operation, since an article may open several. */
export function askedFor(instrument: string, article: string | null, operation: string): string {
  return `${instrument}/${article ?? ''}/${operation}`;
}

/** Nothing that opens was known at the page's moment: why, and the way to what is known today. */
export function NothingKnown(props: {
  context: PageContext;
  /** Whether something is known today. */
  today: boolean;
  /** The page is about one instrument. */
  ofOne?: boolean;
  path: string;
}) {
  const { context, today, ofOne = false, path } = props;
  const { moment: words } = openingTexts(context.language);
  const day = formatDate(lastDay(context.knownAt), context.language);
  if (!today) return <EmptyState why={ofOne ? words.noneOf : words.none} who={words.who} />;
  return (
    <EmptyState
      why={ofOne ? words.nothingKnownOf(day) : words.nothingKnown(day)}
      what={words.knownToday}
      who={<a href={todayHref(context, path)}>{words.showToday}</a>}
    />
  );
}

/** The same page as of today, by what is known today. */
export function todayHref(context: PageContext, path: string): string {
  return context.href(path, { 'as-of': todayOn(context.clock), 'known-at': null });
}

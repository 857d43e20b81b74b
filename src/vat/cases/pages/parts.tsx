import type { LivedStep } from '#exchange';
import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { type Currency, formatMoney } from '#kernel/money.ts';
import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';
import { type Moment, StatusMark, type Tone } from '#platform/page/components.tsx';
import { oldestFirst, Recorded } from '#platform/page/history.tsx';
import { Named, type Names } from '#union';
import { inputWord } from '../../scoring/input-word.ts';
import type { ShownRequest } from '../load.ts';
import type { CaseState } from '../model.ts';
import type { FeedbackStanding, RequestStanding } from '../rules/standing.ts';
import { caseTexts } from '../text/texts.ts';

export const casesPath = '/practice/vat/cases';

const caseTones: Readonly<Record<CaseState, Tone>> = { open: 'part', closed: 'none' };
const requestTones: Readonly<Record<RequestStanding, Tone>> = {
  drafted: 'none',
  withdrawn: 'none',
  released: 'part',
  told: 'part',
  answered: 'good',
  refused: 'bad',
  denied: 'bad',
  unanswered: 'bad',
};
const clockTones: Readonly<Record<FeedbackStanding, Tone>> = {
  owed: 'part',
  overdue: 'bad',
  given: 'good',
  late: 'part',
};

export const CaseMark = ({ state, context }: { state: CaseState; context: PageContext }) => (
  <StatusMark tone={caseTones[state]} text={caseTexts(context.language).states[state]} />
);
export const RequestMark = ({ standing, context }: { standing: RequestStanding; context: PageContext }) => (
  <StatusMark tone={requestTones[standing]} text={caseTexts(context.language).standings[standing]} />
);
export const ClockMark = ({ standing, context }: { standing: FeedbackStanding; context: PageContext }) => (
  <StatusMark tone={clockTones[standing]} text={caseTexts(context.language).clock[standing]} />
);

/** Cents in euro; what is not known is said so. */
export function eurosOf(cents: unknown, { language }: Pick<PageContext, 'language'>): string {
  return typeof cents === 'number'
    ? formatMoney({ currency: 'EUR' as Currency, minor: BigInt(Math.round(cents)) }, language)
    : caseTexts(language).page.unknown;
}

export const dayText = (value: unknown, language: Language): string =>
  typeof value === 'string' ? formatDate(value as PartialDate, language) : caseTexts(language).page.unknown;

/** Of feedback that was not given: now, or where it would be given on a node of another, when that was asked last. */
export function notGivenText(asOf: unknown, language: Language): string {
  const { feedback: words } = caseTexts(language);
  return typeof asOf === 'string' ? words.notGivenOn({ day: dayText(asOf, language) }) : words.notGiven;
}

/** Has it journalled that what others answered to requests is about to leave. */
export function recordAnswers(
  requests: readonly ShownRequest[],
  grant: Grant | null,
  context: Pick<PageContext, 'record'>,
): void {
  for (const { asked, content } of requests)
    if (asked !== null && content !== undefined)
      context.record({
        event: 'exchange_requests.read',
        subject: `exchange_requests/${asked.id}`,
        party: grant?.party ?? null,
        instrument: asked.instrument,
        purpose: grant?.basis ?? null,
        payload: { request: asked.id, content: true },
      });
}

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** What an input of a score is called; null: none is named. */
export function inputText(input: unknown, { language }: Pick<PageContext, 'language'>): string | null {
  return typeof input === 'string' ? inputWord(input, language) : null;
}

export const NumberList = ({ numbers }: { numbers: unknown }) =>
  Array.isArray(numbers) && numbers.length > 0 ? (
    <ul class="plain">
      {numbers.map((one) => (
        <li>
          <code>{String(one)}</code>
        </li>
      ))}
    </ul>
  ) : (
    '–'
  );

/** Steps of several records in one line of time, each with who took it, what came of it, why, and when it was taken down. */
export function historyOf(
  steps: readonly LivedStep[],
  { names, context }: { names: Names; context: PageContext },
): readonly Moment[] {
  const { does, unknown } = caseTexts(context.language).page;
  const { outcomes } = caseTexts(context.language);
  return oldestFirst(steps).map(({ act, by, effectiveOn, details, recordedAt }) => ({
    when: formatDate(effectiveOn, context.language),
    what: (does as Readonly<Record<string, string>>)[act] ?? act,
    detail: (
      <>
        {by !== '' && <Named id={by} names={names} context={context} />}
        {typeof details.outcome === 'string' && (
          <> {(outcomes as Readonly<Record<string, string>>)[details.outcome] ?? unknown}.</>
        )}
        {typeof details.reason === 'string' && <> {details.reason}</>} <Recorded at={recordedAt} />
      </>
    ),
    tone: 'none',
  }));
}

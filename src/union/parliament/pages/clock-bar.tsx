import { formatDate, type PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import { texts } from '#platform/text/texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { clockTones } from '../../text/tones.ts';
import { type Clock, runOf } from '../rules/clock.ts';

/**
 * How far an addressee's clock has run: the term up to its mark, what is beyond it, and faint what may have passed because
 * the item is dated to a month or year. The words beside it say all of that; the bar is for the eye.
 */
export function ClockBar({ clock, day }: { clock: Clock; day: PlainDate }) {
  const language = useLanguage();
  const words = unionTexts(language);
  const run = runOf(clock, day);
  const stopped = clock.answeredOn === null ? '' : words.parliamentItem.answeredOn(clock.answeredOn);
  if (run === null)
    return (
      <>
        <StatusMark tone={clockTones[clock.state]} text={words.parliament.states[clock.state]} />
        {clock.state !== 'withdrawn' && (
          <small>{stopped === '' ? words.parliamentItem.dayUnknown : stopped}</small>
        )}
      </>
    );
  const scale = Math.max(run.most, run.of, 1);
  const at = (days: number) => `${Math.round((days / scale) * 1000) / 10}%`;
  return (
    <div class="clock">
      <StatusMark tone={clockTones[clock.state]} text={words.parliament.states[clock.state]} />{' '}
      {words.parliamentItem.day(run.least, run.most, run.of)}
      <svg class="track" aria-hidden="true">
        <rect class="ran" width={at(Math.min(run.least, run.of))} height="100%" />
        {run.least > run.of && (
          <rect class="over" x={at(run.of)} width={at(run.least - run.of)} height="100%" />
        )}
        <rect class="perhaps" x={at(run.least)} width={at(run.most - run.least)} height="100%" />
        <line x1={at(run.of)} x2={at(run.of)} y1="0" y2="100%" />
      </svg>
      <small>{stopped === '' ? daysText(clock, language) : stopped}</small>
    </div>
  );
}

export function dueText({ dueEarliest, dueLatest }: Clock, language: Language): string {
  if (dueEarliest === null || dueLatest === null) return texts(language).missing.not_stated;
  const [first = '', last = ''] = [dueEarliest, dueLatest].map((day) => formatDate(day, language));
  return first === last ? first : unionTexts(language).parliament.between(first, last);
}

export function daysText({ state, daysOver }: Clock, language: Language): string {
  const words = unionTexts(language).parliament;
  if (daysOver === null || state === 'answered') return '';
  if (daysOver.least > 0) return words.daysOver(daysOver.least, daysOver.most);
  return words.daysLeft(Math.max(0, -daysOver.most), 0 - daysOver.least);
}

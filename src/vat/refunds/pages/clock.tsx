import { formatDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { PageContext } from '#platform/module.ts';
import { Note, Section, StatusMark, Timeline } from '#platform/page/components.tsx';
import { type loadNames, plainName } from '#union';
import type { Claim } from '../model.ts';
import { type CalendarOf, type Clock, calendarSideOf, type Term } from '../rules/clock.ts';
import { partyOn } from '../rules/kept.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { daysText, dueText, momentOf, sourceText, standingTones, termText, turnText } from './parts.tsx';

type Names = Awaited<ReturnType<typeof loadNames>>;

/** The terms of a claim in the order in which they began: by when, for whom, on what legal ground, and whether that was read. */
export function ClockSection({
  claim,
  clock,
  calendarOf,
  names,
  context,
}: {
  claim: Claim;
  clock: Clock;
  calendarOf: CalendarOf;
  names: Names;
  context: PageContext;
}) {
  const { language } = context;
  const words = workTexts(language).claim;
  const { standings } = refundTexts(language);
  const { day } = momentOf(context);
  const without = [claim.establishment, claim.refundState].filter((state) => calendarOf(state) === null);
  return (
    <Section title={words.clock} id="clock">
      <Note>{words.clockNote}</Note>
      {without.map((state) => (
        <Note>{words.noCalendar({ state: plainName(state, names, language) })}</Note>
      ))}
      <Timeline
        moments={clock.terms.map((term) => ({
          when: dueText(term, language),
          what: (
            <>
              {termText(term, language)}, {words.by({ who: turnText(term.by, claim, names, language) })}
            </>
          ),
          detail: [
            standings[term.standing],
            daysText(term, day, language),
            term.from === null ? null : words.counted({ from: formatDate(term.from, language) }),
            calendarText(term, claim, names, language),
            term.metOn === null ? null : words.metOn({ on: formatDate(term.metOn, language) }),
            sourceText(term, language),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · '),
          tone: standingTones[term.standing],
        }))}
      />
      <p>
        {clock.interestFrom === null ? (
          words.noInterest
        ) : (
          <StatusMark tone="bad" text={words.interest({ from: formatDate(clock.interestFrom, language) })} />
        )}
      </p>
    </Section>
  );
}

function calendarText(term: Term, claim: Claim, names: Names, language: Language): string | null {
  const side = calendarSideOf(term);
  if (side === null || !term.due.ok) return null;
  return workTexts(language).claim.calendar({ state: plainName(partyOn(claim, side), names, language) });
}

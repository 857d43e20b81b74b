import type { Language } from '#kernel/languages.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { EmptyState, Figure, FigureRow, Section, Sources } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { countingIn } from '#platform/text/counting.ts';
import { texts } from '#platform/text/texts.ts';
import type { AnswerTimes, Bounds } from '../rules/times.ts';
import type { TimesOfItems } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';

/** `240`, `240 to 319`, or `at least 240` where the median falls in an answer that is still open. */
export function medianText({ least, most }: Bounds, language: Language): string {
  const { times } = parliamentTexts(language);
  if (most === null) return times.atLeast(least);
  return least === most ? countingIn(language).figure(least) : times.range(least, most);
}

function lateText({ least, most }: NonNullable<AnswerTimes['late']>, language: Language): string {
  const { times } = parliamentTexts(language);
  return least === most ? countingIn(language).figure(least) : times.range(least, most);
}

/** The same figures as lines, for what is taken along. */
export function timesNotes(answers: AnswerTimes, language: Language): readonly string[] {
  const { times } = parliamentTexts(language);
  const { medianDays, late, owed, answered, open, withdrawn, undated } = answers;
  if (medianDays === null) return [times.none];
  return [
    `${times.median}: ${medianText(medianDays, language)}. ${times.medianOf(owed, answered, open, withdrawn)}.`,
    late === null
      ? times.noTerm
      : `${times.late}: ${times.lateOf(lateText(late, language), owed)} (${shareText(late, owed, language)}).`,
    times.how,
    ...(undated === 0 ? [] : [times.undated(undated)]),
  ];
}

function shareText(late: NonNullable<AnswerTimes['late']>, owed: number, language: Language): string {
  const percent = (n: number) => Math.round((100 * n) / owed);
  return parliamentTexts(language).times.share(percent(late.least), percent(late.most));
}

/** How long answers take and how many are beyond their term, over what was answered and what is open alike. */
export function AnswerTimesSection({ answers, context }: { answers: TimesOfItems; context: PageContext }) {
  const { language } = context;
  const { times } = parliamentTexts(language);
  const { medianDays, late, owed, answered, open, withdrawn, undated, sections } = answers;
  const sources = <Sources register={context.register} sections={sections} />;
  if (medianDays === null)
    return (
      <Section title={times.title} id="times">
        <EmptyState why={times.none} what={times.how} />
      </Section>
    );
  return (
    <Section
      title={times.title}
      id="times"
      tools={sectionExports(times.title, language, (format) =>
        context.href('/parliament', { list: 'times', format }),
      )}
    >
      <p>{times.lede}</p>
      <FigureRow>
        <Figure
          value={medianText(medianDays, language)}
          label={times.median}
          detail={
            <>
              {times.medianOf(owed, answered, open, withdrawn)} {sources}
            </>
          }
        />
        <Figure
          value={late === null ? <MissingMark reason="not_stated" /> : shareText(late, owed, language)}
          label={times.late}
          detail={
            <>
              {late === null ? times.noTerm : times.lateOf(lateText(late, language), owed)} {sources}
            </>
          }
        />
      </FigureRow>
      <p>
        {times.how} {late !== null && late.least !== late.most && times.lateHow}
      </p>
      {undated > 0 && <p>{times.undated(undated)}</p>}
    </Section>
  );
}

/** The same figures as a table of one row; a bound that nobody can name is empty. */
export function timesTable(context: PageContext, answers: TimesOfItems): ExportTable {
  const { times } = parliamentTexts(context.language);
  const { medianDays, late, owed, answered, open, withdrawn, undated, sections } = answers;
  const notes = { ...times.figures, source: texts(context.language).exports.source };
  return {
    name: `${context.register.id}-answer-times`,
    title: times.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: [
      {
        owed,
        answered,
        open,
        withdrawn,
        undated,
        medianLeast: medianDays?.least ?? null,
        medianMost: medianDays?.most ?? null,
        lateLeast: late?.least ?? null,
        lateMost: late?.most ?? null,
        source: sections.join(', ') || null,
      },
    ],
    notes: [...exportNotes(context), times.how],
  };
}

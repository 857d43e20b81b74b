import { cases, sectionsOf } from '#evidence';
import { formatDate, isPlainDate, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { type CalendarEvent, writeCalendar } from '#platform/export/calendar.ts';
import { syntheticNote } from '#platform/export/notes.ts';
import { idOfName } from '#platform/id.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import { allRecords, listKnownVersions, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { events } from '../programme/model.ts';
import { unionTexts } from '../text/texts.ts';
import { isCancelled } from './cancelled.ts';

/** Meetings, conferences and whatever else the source dates. */
export const eventsFeed: Feed = {
  path: '/events.ics',
  format: 'ical',
  title: (language) => unionTexts(language).feeds.events,
  parameters: [],
  answer: async (context) => {
    const words = unionTexts(context.language).feeds;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { versions, dossiers } = await context.read(async (tx) => ({
      versions: await listKnownVersions(tx, { ...moment, kinds: [events.name] }),
      dossiers: await allRecords(tx, { ...moment, kinds: [cases.name] }),
    }));
    const titles = new Map(
      dossiers.map(({ id, body }) => [id, localize(cases.title(body), context.language, ['en']).text]),
    );
    const all = [...Map.groupBy(versions, ({ id }) => id).values()];
    const dated = all.flatMap((ofEvent) => eventOf(ofEvent, titles, context));
    return ok(
      writeCalendar({
        name: `${words.events}, ${context.register.title}`,
        description: [
          words.eventsWhat,
          ...syntheticNote(context),
          ...(all.length > dated.length ? [words.eventsWithoutDate(all.length - dated.length)] : []),
        ].join(' '),
        url: context.address('/programme'),
        todos: [],
        events: dated,
      }),
    );
  },
};

/** `versions` of one event, oldest first. None for an event without a date. */
function eventOf(
  versions: readonly StoredRecord[],
  dossiers: ReadonlyMap<string, string>,
  context: FeedContext,
): readonly CalendarEvent[] {
  const record = versions.at(-1);
  const period = record === undefined ? null : periodOfEvent(record.body.date);
  if (record === undefined || period === null) return [];
  const { language } = context;
  const words = unionTexts(language).feeds;
  const { body } = record;
  const [start, end] = period;
  const title = localize(events.title(body), language, ['en']);
  const sections = sectionsOf(body).join(', ');
  const note = typeof body.date_note === 'string' ? body.date_note : null;
  const cancelled = isCancelled(body);
  return [
    {
      uid: idOfName(`${context.register.id}/${events.name}/${record.id}`),
      recordedAt: record.recordedAt,
      sequence: versions.length - 1,
      summary: title,
      description: [
        ...(isPlainDate(start) && isPlainDate(end)
          ? []
          : [words.datedWithin(periodText(start, end, context))]),
        ...(note === null ? [] : [note]),
        ...(cancelled ? [words.cancelled] : []),
        ...(sections === '' ? [] : [texts(language).sources.sections(sections)]),
      ],
      categories: [
        events.label[language].one,
        ...(typeof body.case === 'string' ? [dossiers.get(body.case) ?? body.case] : []),
      ],
      url: context.address(events.href(record.id)),
      start,
      end,
      status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    },
  ];
}

/** First and last date of an event; an end that the source leaves out is its beginning. */
function periodOfEvent(date: unknown): readonly [PartialDate, PartialDate] | null {
  if (typeof date === 'string') return [date as PartialDate, date as PartialDate];
  if (typeof date !== 'object' || date === null) return null;
  const { start, end } = date as { readonly start?: PartialDate; readonly end?: PartialDate };
  return start === undefined ? null : [start, end ?? start];
}

function periodText(start: PartialDate, end: PartialDate, { language }: FeedContext): string {
  return [...new Set([start, end])].map((date) => formatDate(date, language)).join(' – ');
}

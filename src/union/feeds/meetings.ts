import { instantsOf, isPlainDate, lastDay, type PartialDate, unionZone } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import { type CalendarEvent, writeCalendar } from '#platform/export/calendar.ts';
import { syntheticNote } from '#platform/export/notes.ts';
import { idOfName } from '#platform/id.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import { findRecord, listKnownVersions, type StoredRecord } from '#platform/records/records.ts';
import { parties } from '../bodies/model.ts';
import { roleOn } from '../bodies/rules/participation.ts';
import { loadNames } from '../bodies/store.ts';
import { meetings } from '../meetings/model.ts';
import { dateOf, findBody, listSeats } from '../meetings/store.ts';
import { meetingTexts } from '../meetings/text/texts.ts';
import { type Names, plainName } from '../names.tsx';
import { whoseOf } from './whose.ts';

/**
 * When bodies meet: all, those of named bodies, and those of the bodies in which named parties have any part on the day. Agendas are
 * not in it, since a feed is for everybody and a point may not be.
 */
export const meetingsFeed: Feed = {
  path: '/meetings.ics',
  format: 'ical',
  title: (language) => meetingTexts(language).page.feed,
  parameters: ['body', 'party'],
  answer: async (context) => {
    const { page: words } = meetingTexts(context.language);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { party, body } = whoseOf(context.query);
    return context.read(async (tx) => {
      const unknown = [];
      for (const id of body)
        if ((await findBody(tx, moment, id)) === undefined)
          unknown.push(problem('record_not_found', 'body', { id }));
      for (const id of party)
        if (!(await findRecord(tx, { ...moment, kind: parties.name, id })))
          unknown.push(problem('record_not_found', 'party', { id: `${parties.name}/${id}` }));
      if (unknown.length > 0) return fail(...unknown);
      const versions = await listKnownVersions(tx, { ...moment, kinds: [meetings.name] });
      const all = [...Map.groupBy(versions, ({ id }) => id).values()];
      const isEverybodys = party.length === 0 && body.length === 0;
      const attended = new Set(await attendedBy(tx, moment, all, party));
      const shown = all.filter(
        (one) => isEverybodys || attended.has(one) || body.includes(String(one.at(-1)?.body.body)),
      );
      const ids = shown.flatMap((one) => String(one.at(-1)?.body.body));
      const names = await loadNames(tx, moment, [ids, body, party]);
      const of = [...body, ...party].map((id) => plainName(id, names, context.language));
      const title = of.length === 0 ? words.feed : words.feedOf(of.join(', '));
      return ok(
        writeCalendar({
          name: `${title}, ${context.register.title}`,
          description: [words.feedWhat, ...syntheticNote(context)].join(' '),
          url: context.address('/meetings'),
          todos: [],
          events: shown.flatMap((one) => eventOf(one, names, context)),
        }),
      );
    });
  },
};

/** Those of bodies in which one of the parties has a part, as an observer too, on the day of the meeting. */
async function attendedBy(
  tx: Transaction,
  moment: { readonly register: string; readonly knownAt: PartialDate },
  all: readonly (readonly StoredRecord[])[],
  asked: readonly string[],
): Promise<readonly (readonly StoredRecord[])[]> {
  if (asked.length === 0) return [];
  const kept = [];
  const seats = new Map<string, Awaited<ReturnType<typeof listSeats>>>();
  for (const versions of all) {
    const newest = versions.at(-1);
    if (newest === undefined) continue;
    const id = String(newest.body.body);
    if (!seats.has(id)) {
      const body = await findBody(tx, moment, id);
      seats.set(id, body === undefined ? [] : await listSeats(tx, moment, body));
    }
    const takesPart = asked.some((party) => {
      const role = roleOn(seats.get(id) ?? [], party, lastDay(dateOf(newest)));
      return role !== null && role !== 'unknown';
    });
    if (takesPart) kept.push(versions);
  }
  return kept;
}

/** `versions` of one meeting, oldest first: each correction raises the sequence, and a cancelled one stays. */
function eventOf(
  versions: readonly StoredRecord[],
  names: Names,
  context: FeedContext,
): readonly CalendarEvent[] {
  const record = versions.at(-1);
  if (record === undefined) return [];
  const { language } = context;
  const { page: words, states, cancelReasons } = meetingTexts(language);
  const { body } = record;
  const because = body.cancelled_because as keyof typeof cancelReasons | null | undefined;
  const state =
    because != null
      ? 'cancelled'
      : body.held != null
        ? 'held'
        : body.convened != null
          ? 'convened'
          : 'planned';
  const day = (body.held ?? body.date) as PartialDate;
  return [
    {
      uid: idOfName(`${context.register.id}/${meetings.name}/${record.id}`),
      recordedAt: record.recordedAt,
      sequence: versions.length - 1,
      summary: localize(meetings.title(body), language, ['en']),
      description: [
        states[state],
        words.length(Number(body.duration_minutes)),
        ...(because == null ? [] : [`${words.because}: ${cancelReasons[because]}`]),
        ...(typeof body.reason === 'string' ? [body.reason] : []),
      ],
      categories: [meetings.label[language].one, plainName(String(body.body), names, language)],
      url: context.address(meetings.href(record.id)),
      start: day,
      end: day,
      status: because != null ? 'CANCELLED' : state === 'planned' ? 'TENTATIVE' : 'CONFIRMED',
      ...(typeof body.place === 'string' ? { location: body.place } : {}),
      ...(typeof body.starts_at === 'string' && isPlainDate(day)
        ? { time: instantsOf(day, body.starts_at, Number(body.duration_minutes), unionZone) }
        : {}),
    },
  ];
}

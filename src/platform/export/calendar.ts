import ical from 'ical.js';
import { addDays, firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Said } from '#kernel/localized-text.ts';

// RFC 5545, section 3.1: a line has at most 75 octets. ical.js counts them without the blank that begins a folded line.
ical.foldLength = 74;
// Properties younger than RFC 5545 are texts too; unknown ones would be written with a VALUE that old readers trip over.
for (const name of ['name', 'x-wr-calname', 'x-wr-caldesc'])
  ical.design.icalendar.property[name] = { defaultType: 'text' };

/** What a to-do and an event share. */
type Entry = {
  /** Stays the same for as long as the thing is the same thing (RFC 7986, section 5.3: a UUID). */
  readonly uid: string;
  /** When the record was taken in, as an instant; never the time of the question. */
  readonly recordedAt: string;
  /** How often it has been corrected (RFC 5545, section 3.8.7.4). */
  readonly sequence: number;
  readonly summary: Said;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly categories: readonly string[];
  /** The page that shows it. */
  readonly url: string;
};

export type Todo = Entry & {
  readonly due: PlainDate;
  readonly status: 'NEEDS-ACTION' | 'COMPLETED' | 'CANCELLED';
};

export type CalendarEvent = Entry & {
  /** A date of reduced precision stands for its whole period. */
  readonly start: PartialDate;
  readonly end: PartialDate;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly location?: string;
  /** Instants in UTC, where the time of day is known; the days are then those of its place. */
  readonly time?: readonly [start: string, end: string];
};

export type Calendar = {
  readonly name: string;
  readonly description: string;
  readonly url: string;
  readonly todos: readonly Todo[];
  readonly events: readonly CalendarEvent[];
};

/** jCal (RFC 7265), which the library takes. */
type Property = [name: string, parameters: object, type: string, ...values: (string | number)[]];
type Component = [name: string, properties: Property[], parts: Component[]];

/**
 * RFC 5545. The order is of the entries' dates, then of their ids. A calendar without entries keeps its head, so that
 * who subscribes before there is anything is not refused, though section 3.6 asks for one component.
 */
export function writeCalendar({ name, description, url, todos, events }: Calendar): string {
  const calendar: Component = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//Tripoint//Register//EN'),
      // RFC 7986, section 5; the names with X- are what calendars read that are older than it.
      text('name', name),
      text('description', description),
      ['url', {}, 'uri', url],
      text('x-wr-calname', name),
      text('x-wr-caldesc', description),
    ],
    [...inOrder(todos, ({ due }) => due).map(todo), ...inOrder(events, ({ start }) => start).map(event)],
  ];
  return ical.stringify(calendar);
}

function inOrder<T extends Entry>(entries: readonly T[], dateOf: (entry: T) => string): readonly T[] {
  const keys = new Map(entries.map((entry) => [entry, `${dateOf(entry)} ${entry.uid}`]));
  const key = (entry: T) => keys.get(entry) ?? '';
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function todo({ due, status, ...entry }: Todo): Component {
  return ['vtodo', [...shared(entry), date('due', due), text('status', status)], []];
}

function event({ start, end, status, location, time, ...entry }: CalendarEvent): Component {
  return [
    'vevent',
    [
      ...shared(entry),
      ...(time === undefined ? wholeDays(start, end) : timed(time)),
      text('status', status),
      ...(location === undefined ? [] : [text('location', location)]),
    ],
    [],
  ];
}

function wholeDays(start: PartialDate, end: PartialDate): Property[] {
  return [
    date('dtstart', firstDay(start)),
    // Section 3.6.1: DTEND is the first day that is no part of it.
    date('dtend', addDays(lastDay(end), 1)),
    // Whole days, and often a whole year of which one day is meant: nobody is busy.
    text('transp', 'TRANSPARENT'),
  ];
}

function timed([start, end]: readonly [string, string]): Property[] {
  return [
    ['dtstart', {}, 'date-time', start],
    ['dtend', {}, 'date-time', end],
  ];
}

function shared(entry: Entry): Property[] {
  const recordedAt = entry.recordedAt.replace(/\.\d+/, '');
  return [
    text('uid', entry.uid),
    ['dtstamp', {}, 'date-time', recordedAt],
    ['last-modified', {}, 'date-time', recordedAt],
    ['sequence', {}, 'integer', entry.sequence],
    ['summary', { language: entry.summary.language }, 'text', clean(entry.summary.text)],
    ...(entry.description.length === 0 ? [] : [text('description', entry.description.join('\n'))]),
    ...(entry.categories.length === 0
      ? []
      : [['categories', {}, 'text', ...entry.categories.map(clean)] satisfies Property]),
    ['url', {}, 'uri', entry.url],
  ];
}

function text(name: string, value: string): Property {
  return [name, {}, 'text', clean(value)];
}

function date(name: string, day: PlainDate): Property {
  return [name, {}, 'date', day];
}

/** Line ends as one character, which is written `\n`; other control characters have no place in a text (section 3.1). */
function clean(value: string): string {
  return (
    value
      .replace(/\r\n?/g, '\n')
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd')
  );
}

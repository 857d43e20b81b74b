import fc from 'fast-check';
import { parseICS } from 'node-ical';
import { expect, test } from 'vitest';
import { addDays, daysBetween, firstDay, lastDay } from '#kernel/dates.ts';
import { date, day, partialDates, plainDates } from '#kernel/fixtures/dates.ts';
import { type Calendar, type CalendarEvent, type Todo, writeCalendar } from './calendar.ts';

fc.configureGlobal({ seed: 20200531 });

const entry = {
  uid: 'b858a798-8beb-595e-9e91-626ce24dfee0',
  recordedAt: '2026-11-23T12:00:00.123Z',
  sequence: 0,
  summary: { text: 'Answer the question', language: 'en' },
  description: ['to be done by X'],
  categories: ['Question'],
  url: 'http://localhost:3000/en/benelux/parliament',
};
const todo: Todo = { ...entry, due: day('2019-12-31'), status: 'NEEDS-ACTION' };
const event: CalendarEvent = {
  ...entry,
  uid: 'af03037f-9bf4-574d-80de-5bfceb8933e8',
  start: date('2018-06-19'),
  end: date('2018-06-20'),
  status: 'CONFIRMED',
};
const calendar: Calendar = {
  name: 'Deadlines',
  description: 'All, and more',
  url: 'http://localhost:3000/en/benelux',
  todos: [],
  events: [],
};

/** Content lines, unfolded as RFC 5545, section 3.1 says, without the library that folded them. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

/** A text value as its reader gets it back (section 3.3.11). */
const withoutEscapes = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

const writtenIn = (text: string, name: string) =>
  withoutEscapes(
    linesOf(text)
      .find((line) => new RegExp(`^${name}[:;]`).test(line))
      ?.replace(/^[^:]*:/, '') ?? '',
  );

/** Local days of what another library reads; it makes dates at the machine's midnight. */
const localDay = (read: unknown) => {
  const at = read as Date;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

test('a to-do in full', () => {
  expect(linesOf(writeCalendar({ ...calendar, todos: [todo] }))).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tripoint//Register//EN',
    'NAME:Deadlines',
    'DESCRIPTION:All\\, and more',
    'URL:http://localhost:3000/en/benelux',
    'X-WR-CALNAME:Deadlines',
    'X-WR-CALDESC:All\\, and more',
    'BEGIN:VTODO',
    `UID:${todo.uid}`,
    'DTSTAMP:20261123T120000Z',
    'LAST-MODIFIED:20261123T120000Z',
    'SEQUENCE:0',
    'SUMMARY;LANGUAGE=en:Answer the question',
    'DESCRIPTION:to be done by X',
    'CATEGORIES:Question',
    'URL:http://localhost:3000/en/benelux/parliament',
    'DUE;VALUE=DATE:20191231',
    'STATUS:NEEDS-ACTION',
    'END:VTODO',
    'END:VCALENDAR',
    '',
  ]);
});

test.each([
  ['2018-06-19', '2018-06-20', '20180619', '20180621'],
  ['2013', '2013', '20130101', '20140101'],
  ['2016-02', '2016-02', '20160201', '20160301'],
  ['2019-12-31', '2019-12-31', '20191231', '20200101'],
])('an event from %s to %s ends before the next day, and busies nobody', (start, end, from, to) => {
  const lines = linesOf(
    writeCalendar({ ...calendar, events: [{ ...event, start: date(start), end: date(end) }] }),
  );
  expect(lines).toContain(`DTSTART;VALUE=DATE:${from}`);
  expect(lines).toContain(`DTEND;VALUE=DATE:${to}`);
  expect(lines).toContain('TRANSP:TRANSPARENT');
});

test('an event whose time is known has it in UTC, and its place', () => {
  const time = ['2020-07-08T07:30:00Z', '2020-07-08T09:00:00Z'] as const;
  const timed: CalendarEvent = { ...event, time, location: 'Luxembourg, Kirchberg', status: 'TENTATIVE' };
  const lines = linesOf(writeCalendar({ ...calendar, events: [timed] }));
  expect(lines).toContain('DTSTART:20200708T073000Z');
  expect(lines).toContain('DTEND:20200708T090000Z');
  expect(lines).toContain('LOCATION:Luxembourg\\, Kirchberg');
  expect(lines.join()).not.toContain('TRANSP');
});

test('what is cancelled or done stays, with its status', () => {
  const text = writeCalendar({
    ...calendar,
    todos: [
      { ...todo, status: 'CANCELLED' },
      { ...todo, uid: 'x', status: 'COMPLETED' },
    ],
    events: [{ ...event, status: 'CANCELLED' }],
  });
  expect(linesOf(text).filter((line) => line.startsWith('STATUS:'))).toEqual([
    'STATUS:CANCELLED',
    'STATUS:COMPLETED',
    'STATUS:CANCELLED',
  ]);
});

test('an empty calendar is one', () => {
  expect(Object.values(parseICS(writeCalendar(calendar))).map((read) => read?.type)).toEqual(['VCALENDAR']);
});

/** Letters of one to four octets, signs that must be escaped, and characters that a text cannot hold. */
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('é', '€', '𝄞', 'ß', ',', ';', ':', '\\', '"', '\n', '\r', '\u0000', '\u007f', ' ', '\t'),
    fc.string({ minLength: 1, maxLength: 12 }),
  ),
  maxLength: 40,
  // Long enough to be folded more than once.
  size: 'max',
});
const readable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a calendar cannot hold
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');

test('every text comes back, in lines of at most 75 octets that end in CRLF', () => {
  fc.assert(
    fc.property(texts, texts, texts, (summary, line, category) => {
      const text = writeCalendar({
        ...calendar,
        name: summary,
        todos: [
          {
            ...todo,
            summary: { text: summary, language: 'en' },
            description: [line, summary],
            categories: [category],
          },
        ],
      });
      for (const written of text.split('\r\n')) {
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(75);
        expect(written).not.toMatch(/[\r\n]/);
      }
      const [head = '', body = ''] = text.split('BEGIN:VTODO');
      expect(writtenIn(head, 'NAME')).toBe(readable(summary));
      expect(writtenIn(head, 'X-WR-CALNAME')).toBe(readable(summary));
      expect(writtenIn(body, 'SUMMARY')).toBe(readable(summary));
      expect(writtenIn(body, 'DESCRIPTION')).toBe(readable(`${line}\n${summary}`));
      expect(writtenIn(body, 'CATEGORIES')).toBe(readable(category));
    }),
  );
});

test('another library reads the same days, whatever the order of the entries, which does not matter', () => {
  const events = fc.uniqueArray(
    fc.record({ uid: fc.uuid(), start: partialDates('1955-01-01', 25_000), days: fc.nat(40) }),
    { selector: ({ uid }) => uid, maxLength: 6 },
  );
  const todos = fc.uniqueArray(fc.record({ uid: fc.uuid(), due: plainDates() }), {
    selector: ({ uid }) => uid,
    maxLength: 6,
  });
  let looked = 0;
  fc.assert(
    fc.property(events, todos, (someEvents, someTodos) => {
      const given: Calendar = {
        ...calendar,
        events: someEvents.map(({ uid, start, days }) => ({
          ...event,
          uid,
          start,
          end: addDays(lastDay(start), days),
        })),
        todos: someTodos.map((one) => ({ ...todo, ...one })),
      };
      const text = writeCalendar(given);
      const turned = { ...given, events: given.events.toReversed(), todos: given.todos.toReversed() };
      expect(writeCalendar(turned)).toBe(text);
      const read = parseICS(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      for (const { uid, start, end } of given.events) {
        const found = read[uid] ?? {};
        expect([found.type, localDay(found.start), found.datetype]).toEqual([
          'VEVENT',
          firstDay(start),
          'date',
        ]);
        expect(daysBetween(lastDay(end), day(localDay(found.end)))).toBe(1);
        looked += 1;
      }
      for (const { uid, due } of given.todos) {
        expect([read[uid]?.type, localDay(read[uid]?.due)]).toEqual(['VTODO', due]);
        looked += 1;
      }
    }),
  );
  expect(looked).toBeGreaterThan(200);
});

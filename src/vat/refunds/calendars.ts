import { readFile } from 'node:fs/promises';
import { parseCalendars } from '#kernel/calendars.ts';
import type { CalendarOf } from './rules/clock.ts';

const file = new URL('../../../data/calendars/public-holidays-2012-2032.json', import.meta.url);

/** The calendars of states that come with the product (data/README.md); of a state that they have not, none. */
export async function loadCalendars(): Promise<CalendarOf> {
  const calendars = parseCalendars(JSON.parse(await readFile(file, 'utf8')));
  if (!calendars.ok) throw new Error(`The calendars cannot be read: ${calendars.problems[0]?.code}`);
  return (state) => calendars.value.get(state) ?? null;
}

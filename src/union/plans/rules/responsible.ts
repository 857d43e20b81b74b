import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';

/** One passing on of an item: from whom, when and why. */
export type Passing = { readonly from: string; readonly on: PartialDate; readonly reason: string };

/** In the order in which they were written down. */
export function passingsOf(body: RecordBody): readonly Passing[] {
  return Array.isArray(body.assigned) ? (body.assigned as readonly Passing[]) : [];
}

/** What an item says of a day: who was responsible, and how it had come to be passed on by then. */
export function itemOn(body: RecordBody, day: PlainDate): RecordBody {
  const { assigned: _, ...rest } = body;
  const assigned = passingsOf(body).filter(({ on }) => firstDay(on) <= day);
  const responsible = responsibleOn(body, day);
  return assigned.length === 0 ? { ...rest, responsible } : { ...rest, responsible, assigned };
}

/** Who is responsible for an item on a day: before it was passed on, whoever it was passed on by. */
export function responsibleOn(body: RecordBody, day: PlainDate): string {
  const later = passingsOf(body).filter(({ on }) => lastDay(on) > day);
  return later[0]?.from ?? String(body.responsible);
}

import type { PlainDate } from '#kernel/dates.ts';
import { type PartyInBody, roleOn, takesPart } from './participation.ts';

/** How much of a body a party sees: all that participants do, what is open to everybody, or not known. */
export const sights = ['papers', 'open', 'unknown', 'none'] as const;
export type Sight = (typeof sights)[number];

/**
 * What a party sees of a body on a day by the same rule that opens its papers: an observer, a guest and whoever is consulted sits at the
 * table without them (facts/union.md, section 5). Where its part is not certain nothing is opened, and that is said as such.
 */
export function sightOf(parts: readonly PartyInBody[], party: string, day: PlainDate): Sight {
  const taking = takesPart(parts, party, day);
  if (taking === 'yes') return 'papers';
  const role = roleOn(parts, party, day);
  if (role === 'unknown' || taking === 'unknown') return 'unknown';
  return role === null ? 'none' : 'open';
}

/** What a body has to show, and to whom: each by the permission that decides it. */
export const shownThings = [
  { thing: 'openPoints', to: 'everybody' },
  { thing: 'memberPoints', to: 'participants' },
  { thing: 'positions', to: 'participants' },
  { thing: 'procedures', to: 'participants' },
  { thing: 'contactNames', to: 'participants' },
  { thing: 'notes', to: 'participants' },
] as const;
export type ShownThing = (typeof shownThings)[number]['thing'];

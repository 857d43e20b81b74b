import type { PlainDate } from '#kernel/dates.ts';

/** A part of a hub: a state as far as its prices are made there. */
export type CountryPart = 'AT' | 'BE' | 'CH' | 'DE' | 'FR' | 'LU' | 'NL';

/** A place with one price and one net position: a zone of the market, or the end of a cable that is traded like a border. */
export type Hub = {
  readonly id: string;
  readonly kind: 'zone' | 'virtual';
  /** Days of delivery, both included; null: from before anything here, or to this day. */
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  /** Of which states it has the price; a virtual hub has none. */
  readonly parts: readonly CountryPart[];
  /** Whether it is in the coupling by itself; what is not can be put in by who asks what would come of it. */
  readonly isCoupled: boolean;
};

const day = (text: string) => text as PlainDate;

/**
 * Hubs of the seven states of the forum. Luxembourg has no zone: its prices are made with those of Germany, and for adequacy it is an area
 * of its own. Austria was of that zone until 30 September 2018 (facts on energy, sections 1 and 2). Switzerland is not coupled.
 */
export const hubs: readonly Hub[] = [
  zone('BE', ['BE']),
  zone('FR', ['FR']),
  zone('NL', ['NL']),
  { ...zone('DE-AT-LU', ['DE', 'AT', 'LU']), validTo: day('2018-09-30') },
  { ...zone('DE-LU', ['DE', 'LU']), validFrom: day('2018-10-01') },
  { ...zone('AT', ['AT']), validFrom: day('2018-10-01') },
  { ...zone('CH', ['CH']), isCoupled: false },
];

function zone(id: string, parts: readonly CountryPart[]): Hub {
  return { id, kind: 'zone', validFrom: null, validTo: null, parts, isCoupled: true };
}

/** Hubs on a day of delivery: those that are coupled, and of the others those that are named in `also`. */
export function hubsOn(date: PlainDate, also: readonly string[] = []): readonly Hub[] {
  return hubs.filter(
    ({ id, validFrom, validTo, isCoupled }) =>
      (isCoupled || also.includes(id)) &&
      (validFrom === null || validFrom <= date) &&
      (validTo === null || date <= validTo),
  );
}

/** The hub at which a state's electricity had its price on a day; null: none that is coupled, nor named in `also`. */
export function hubOf(part: CountryPart, date: PlainDate, also: readonly string[] = []): Hub | null {
  return hubsOn(date, also).find(({ parts }) => parts.includes(part)) ?? null;
}

/**
 * Areas whose shortage is counted apart on a day: every state of the hubs, Luxembourg and all that share a price too.
 * In order of their names.
 */
export function adequacyAreasOn(date: PlainDate, also: readonly string[] = []): readonly CountryPart[] {
  return hubsOn(date, also)
    .flatMap(({ parts }) => parts)
    .sort();
}

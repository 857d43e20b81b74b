/**
 * Which rows can be told so that nobody is found by them. Whoever knows all amounts of all traders, for so much is on record somewhere, can
 * hold a told row against them: it may stand for each trader who has a row in the same cell, of the same states, period, kind and rounded
 * amount. And he can hold all told rows of one token against them: it can only stand for who is in the cells of all of these.
 *
 * So rows are told as long as at least `least` traders could be meant by each of their two tokens, by all that was told of it. Who has a row
 * in a cell counts whether it is told or not, so that what is kept back of one tells nothing of another.
 */
export type CellRow = {
  readonly supplier: string;
  readonly acquirer: string;
  /** What is told of it besides its two ends. */
  readonly cell: string;
};

/** For each row whether it is told. The order of rows does not matter. */
export function tellable(rows: readonly CellRow[], least: number): readonly boolean[] {
  /** Who could be meant where a token is at one side of a cell, and in which such places each trader is. */
  const meantAt = new Map<string, Set<string>>();
  const placesOf = new Map<string, Set<string>>();
  for (const row of rows)
    for (const side of sides) {
      add(meantAt, placeOf(row, side), row[side]);
      add(placesOf, row[side], placeOf(row, side));
    }
  const openTo = new Map(
    [...placesOf].map(([trader, places]) => [trader, openPlaces(places, meantAt, least)]),
  );
  return rows.map((row) => sides.every((side) => openTo.get(row[side])?.has(placeOf(row, side)) === true));
}

const sides = ['supplier', 'acquirer'] as const;
const placeOf = ({ cell }: CellRow, side: (typeof sides)[number]) => `${side} ${cell}`;

/** The places at which a trader is told of, most people's first, as long as enough others are at all of them. */
function openPlaces(
  places: ReadonlySet<string>,
  meantAt: ReadonlyMap<string, ReadonlySet<string>>,
  least: number,
): ReadonlySet<string> {
  const peopleAt = (place: string): ReadonlySet<string> => meantAt.get(place) ?? new Set();
  const order = [...places].sort(
    (one, other) => peopleAt(other).size - peopleAt(one).size || (one < other ? -1 : 1),
  );
  const open = new Set<string>();
  let meant: ReadonlySet<string> | null = null;
  for (const place of order) {
    const both: ReadonlySet<string> = meant === null ? peopleAt(place) : meant.intersection(peopleAt(place));
    if (both.size < least) continue;
    meant = both;
    open.add(place);
  }
  return open;
}

function add(sets: Map<string, Set<string>>, key: string, one: string): void {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set.add(one));
}

/**
 * Which rows can be told so that nobody is found by them, whoever knows all trade of all traders, and this rule. He knows then which rows
 * are told, and which of their traders is which he can only find by what is told: by amounts, by how many rows there are of each, and by
 * who trades with whom. So of each token there must be `least` that nothing of all this tells apart: who stands in one place can stand in
 * that of the others, with everybody who hangs on him.
 *
 * What is told is a forest, tokens its nodes and pairs of traders its edges: in a forest two nodes can change places exactly where
 * refining does not tell them apart (Weisfeiler and Leman 1968: again and again, nodes are of one colour whose neighbours are), which in
 * graphs with circles is not so. Who is left in a class below `least` is told of in fewer cells, the rarest first, until there is none.
 */
export type CellRow = {
  readonly supplier: string;
  readonly acquirer: string;
  /** What is told of it besides its two ends. */
  readonly cell: string;
};

/** For each row whether it is told. The order of rows does not matter. */
export function tellable(rows: readonly CellRow[], least: number): readonly boolean[] {
  const choosing = chooseTellable(rows, least);
  for (;;) {
    const { done, value } = choosing.next();
    if (done === true) return value;
  }
}

/** The same in steps, between which others can have their turn. */
export function* chooseTellable(
  rows: readonly CellRow[],
  least: number,
): Generator<undefined, readonly boolean[]> {
  const pairs = yield* forestOf(rows);
  const pairsOf = new Map<string, Pair[]>();
  for (const pair of pairs.values()) for (const end of pair.ends) put(pairsOf, end, pair);
  const isOpen = new Array<boolean>(rows.length).fill(false);
  for (const { told } of pairs.values()) for (const row of told) isOpen[row] = true;
  let done = 0;
  for (;;) {
    const atPlace = new Map<string, number>();
    for (const pair of pairs.values()) {
      pair.told = pair.told.filter((row) => isOpen[row]);
      const places = pair.ends.map((end) => pair.told.map((row) => placeOf(rows, row, end)).sort());
      pair.labels = places.map((some) => some.join(';'));
      for (const place of places.flat()) atPlace.set(place, (atPlace.get(place) ?? 0) + 1);
      if (++done % atOnce === 0) yield;
    }
    const classes = yield* classesOf(pairsOf);
    const sizes = new Map<number, number>();
    for (const colour of classes.values()) sizes.set(colour, (sizes.get(colour) ?? 0) + 1);
    const alone: ReadonlyMap<string, readonly number[]>[] = [];
    for (const [trader, colour] of classes) {
      if (++done % atOnce === 0) yield;
      if ((sizes.get(colour) as number) >= least) continue;
      const told = (pairsOf.get(trader) ?? []).flatMap((pair) => pair.told);
      alone.push(Map.groupBy(told, (row) => placeOf(rows, row, trader)));
    }
    if (alone.length === 0) return isOpen;
    // Of whom most is told first: with less of it they may be as others are who have no more.
    const most = alone.reduce((left, { size }) => Math.max(left, size), 0);
    for (const own of alone) {
      if (++done % atOnce === 0) yield;
      if (2 * own.size <= most) continue;
      const rarest = [...own.keys()].sort(
        (one, other) =>
          (atPlace.get(one) as number) - (atPlace.get(other) as number) || (one < other ? -1 : 1),
      );
      // Half of them at once: else who has a thousand would want a thousand rounds.
      for (const place of rarest.slice(0, Math.ceil(own.size / 2)))
        for (const row of own.get(place) ?? []) isOpen[row] = false;
    }
  }
}

/** Pairs or traders between two steps. */
const atOnce = 2_000;

/** Two traders, the rows between them that are told, and what of these each of the two sees. */
type Pair = { readonly ends: readonly [string, string]; told: number[]; labels: string[] };

const placeOf = (rows: readonly CellRow[], row: number, end: string): string => {
  const { supplier, cell } = rows[row] as CellRow;
  return `${end === supplier ? 'sells' : 'buys'} ${cell}`;
};

/** Pairs that close no circle, from the cells with most rows on. */
function* forestOf(rows: readonly CellRow[]): Generator<undefined, ReadonlyMap<string, Pair>> {
  const byCell = [...Map.groupBy(rows.keys(), (row) => (rows[row] as CellRow).cell)];
  byCell.sort(([one, some], [other, more]) => more.length - some.length || (one < other ? -1 : 1));
  const pairs = new Map<string, Pair>();
  const above = new Map<string, string>();
  const topOf = (trader: string): string => {
    let top = trader;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    // The way is short the next time.
    for (let at = trader; at !== top; ) {
      const next = above.get(at) as string;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  for (const [, inCell] of byCell) {
    const named = inCell.map((row) => {
      const { supplier, acquirer } = rows[row] as CellRow;
      const ends = (supplier < acquirer ? [supplier, acquirer] : [acquirer, supplier]) as [string, string];
      return { row, ends, key: ends.join(' ') };
    });
    named.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
    for (const { row, ends, key } of named) {
      const known = pairs.get(key);
      if (known !== undefined) known.told.push(row);
      else {
        const [one, other] = [topOf(ends[0]), topOf(ends[1])];
        if (one === other) continue;
        above.set(one, other);
        pairs.set(key, { ends, told: [row], labels: [] });
      }
    }
    yield;
  }
  return pairs;
}

/** Nodes of which something is told, each with the number of its class. */
function* classesOf(
  pairsOf: ReadonlyMap<string, readonly Pair[]>,
): Generator<undefined, ReadonlyMap<string, number>> {
  let colours = new Map<string, number>();
  for (const [trader, pairs] of pairsOf)
    if (pairs.some(({ told }) => told.length > 0)) colours.set(trader, 0);
  for (let count = 0, done = 0; ; ) {
    const names = new Map<string, number>();
    const finer = new Map<string, number>();
    for (const [trader, colour] of colours) {
      const sees = (pairsOf.get(trader) ?? []).flatMap(({ ends, told, labels }) => {
        const at = ends[0] === trader ? 0 : 1;
        return told.length === 0 ? [] : `${labels[at]}|${colours.get(ends[1 - at] as string)}`;
      });
      const name = `${colour}/${sees.sort().join('/')}`;
      const known = names.get(name) ?? names.size;
      names.set(name, known);
      finer.set(trader, known);
      if (++done % atOnce === 0) yield;
    }
    if (names.size === count) return colours;
    count = names.size;
    colours = finer;
  }
}

function put<One>(lists: Map<string, One[]>, key: string, one: One): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

/**
 * Who is short of how much in an hour in which some area has not enough, when areas help one another as far as the grid allows.
 *
 * First the least that all together go without: min Σ unserved, where net positions sum to zero, no row of the domain is overrun, and no
 * area gives more than it has: position ≤ margin + unserved. Then, at that least, who bears it: min Σ unserved² / load. These are two
 * steps because one is not the other: sharing by squares alone leaves more unserved than must be where a network limits (the
 * documentation of Antares warns of it).
 *
 * Most hours need no program: enough for all that the grid lets through at once, or nothing in the way of what each may import at most.
 * The rest goes to the active-set method from where the hour before it ended. Nothing is allocated between hours.
 */
import { type ActiveSet, activeSet, type Rows } from './active-set.ts';
import type { Exchange, ExchangeDomain } from './model.ts';

export type Exchanger = {
  /** Of the last hour, by area: MW that are not served, and net positions, export positive. */
  readonly unserved: Float64Array;
  readonly positions: Float64Array;
  /** Hours start from nothing again: what is found depends on no hour before. */
  readonly forget: () => void;
  /** MW that all go without, at margins (what an area has above its load, without exchange) and loads of an hour of a domain. */
  readonly share: (domain: number, margins: Float64Array, load: Float64Array) => number;
  /** The same without short cuts, and the rows that bind: MW less unserved for one more MW of each. */
  readonly explain: (
    domain: number,
    margins: Float64Array,
    load: Float64Array,
  ) => {
    readonly unserved: number;
    readonly limiting: readonly { readonly row: number; readonly worth: number }[];
  };
  /** How many hours were asked about, and how many came to the program. */
  readonly counts: { hours: number; programs: number };
};

/** Rows of one domain as the program has them, and what can be imported at most, by area. */
type Prepared = {
  readonly rows: Rows;
  /** Of each row of the domain that limits anything: its place in the domain, and how long it was before it was made of length one. */
  readonly places: readonly number[];
  readonly lengths: Float64Array;
  readonly imports: Float64Array;
  readonly exports: Float64Array;
};

/** Rows before those of the domain: the sum of positions; then by area position − unserved ≤ margin, unserved ≥ 0, unserved ≤ its cap. */
const rowsBefore = (areas: number) => 1 + 3 * areas;

export function exchangerOf({ domains, localMatching }: Exchange, areas: number): Exchanger {
  const mostRows = rowsBefore(areas) + Math.max(0, ...domains.map(({ rows }) => rows.length));
  const program = activeSet(2 * areas, mostRows);
  const prepared = domains.map((domain) => prepare(domain, areas, program));
  const { x } = program;
  const [unserved, positions, caps] = [
    new Float64Array(areas),
    new Float64Array(areas),
    new Float64Array(areas),
  ];
  /** What was, while a screen tries; rows to begin with; what rows were worth when the least was found. */
  const [kept, first, worthOf] = [
    new Float64Array(areas),
    new Int32Array(1 + areas),
    new Float64Array(mostRows),
  ];
  const counts = { hours: 0, programs: 0 };
  /** The domain at which `positions` are known to be within all rows; −1: none. */
  let warm = -1;

  function setCaps(margins: Float64Array, load: Float64Array): number {
    let scale = 1;
    for (let area = 0; area < areas; area++) {
      const [margin, asked] = [margins[area] as number, load[area] as number];
      caps[area] = localMatching ? Math.max(0, -margin) : Math.max(asked, -margin, 0);
      scale = Math.max(scale, asked, Math.abs(margin));
    }
    return scale;
  }

  /** Tries what is best without a grid, or with each area importing the most that it ever can; true where the grid bears that. */
  function screen(which: number, margins: Float64Array, load: Float64Array): boolean {
    const { imports, exports } = prepared[which] as Prepared;
    let [spare, missing, isCut] = [0, 0, false];
    for (let area = 0; area < areas; area++) {
      const margin = margins[area] as number;
      if (margin >= 0) spare += Math.min(margin, exports[area] as number);
      else {
        missing += Math.min(-margin, imports[area] as number);
        if (-margin > (imports[area] as number)) isCut = true;
      }
    }
    if (missing <= spare) {
      const share = spare > 0 ? missing / spare : 0;
      for (let area = 0; area < areas; area++) {
        const margin = margins[area] as number;
        positions[area] =
          margin >= 0
            ? Math.min(margin, exports[area] as number) * share
            : -Math.min(-margin, imports[area] as number);
        unserved[area] = margin >= 0 ? 0 : Math.max(0, -margin + (positions[area] as number));
      }
      return isWithin(prepared[which] as Prepared, areas, positions);
    }
    if (isCut) return false;
    let short = 0;
    for (let area = 0; area < areas; area++) short -= margins[area] as number;
    if (short <= 0) return false;
    shareByLoad(short, load);
    for (let area = 0; area < areas; area++)
      positions[area] = (margins[area] as number) + (unserved[area] as number);
    return isWithin(prepared[which] as Prepared, areas, positions);
  }

  /** Without a grid: the same share of load in every area, but none above its cap. */
  function shareByLoad(short: number, load: Float64Array): void {
    unserved.fill(-1);
    let left = short;
    for (let round = 0; round < areas; round++) {
      let open = 0;
      for (let area = 0; area < areas; area++) if (unserved[area] === -1) open += load[area] as number;
      const rate = open > 0 ? left / open : 0;
      let capped = false;
      for (let area = 0; area < areas; area++) {
        const cap = caps[area] as number;
        if (unserved[area] !== -1 || rate * (load[area] as number) <= cap) continue;
        unserved[area] = cap;
        left -= cap;
        capped = true;
      }
      if (capped) continue;
      for (let area = 0; area < areas; area++)
        if (unserved[area] === -1) unserved[area] = rate * (load[area] as number);
      return;
    }
  }

  /** Both steps; `positions` are where it begins and ends. `enough`: MW that need no better. */
  function solve(
    which: number,
    margins: Float64Array,
    load: Float64Array,
    scale: number,
    enough: number,
  ): number {
    counts.programs++;
    const { rows } = prepared[which] as Prepared;
    const { bounds } = rows;
    let canBegin = warm === which;
    for (let area = 0; area < areas && canBegin; area++)
      if ((positions[area] as number) - (margins[area] as number) > (caps[area] as number)) canBegin = false;
    first[0] = 0;
    for (let area = 0; area < areas; area++) {
      const margin = margins[area] as number;
      bounds[1 + area] = margin;
      bounds[1 + areas + area] = 0;
      bounds[1 + 2 * areas + area] = caps[area] as number;
      x[area] = canBegin ? (positions[area] as number) : 0;
      const missing = (x[area] as number) - margin;
      x[areas + area] = Math.max(0, missing);
      first[1 + area] = missing > 0 ? 1 + area : 1 + areas + area;
    }
    program.start(first, 1 + areas);
    for (let area = 0; area < areas; area++) {
      program.cost[area] = 0;
      program.cost[areas + area] = 1;
      program.curvature[area] = 0;
      program.curvature[areas + area] = 0;
    }
    if (program.minimise(rows, scale, enough)) {
      program.holdWorthy(1e-9);
      worthOf.set(program.worth);
      let mean = 0;
      for (let area = 0; area < areas; area++) mean += (load[area] as number) / areas;
      for (let area = 0; area < areas; area++) {
        program.cost[areas + area] = 0;
        program.curvature[areas + area] = mean > 0 ? mean / Math.max(load[area] as number, mean * 1e-3) : 1;
      }
      program.minimise(rows, scale, -1);
    }
    let total = 0;
    for (let area = 0; area < areas; area++) {
      positions[area] = x[area] as number;
      unserved[area] = Math.max(0, x[areas + area] as number);
      total += unserved[area] as number;
    }
    warm = which;
    return total;
  }

  function share(which: number, margins: Float64Array, load: Float64Array): number {
    counts.hours++;
    const scale = setCaps(margins, load);
    // What a screen leaves behind is within the rows only where it says so.
    const before = warm;
    for (let area = 0; area < areas; area++) kept[area] = positions[area] as number;
    if (screen(which, margins, load)) {
      warm = which;
      let total = 0;
      for (let area = 0; area < areas; area++) total += unserved[area] as number;
      return total;
    }
    positions.set(kept);
    warm = before;
    return solve(which, margins, load, scale, scale * 1e-10);
  }

  return {
    ...{ unserved, positions, counts, share },
    forget: () => {
      warm = -1;
      positions.fill(0);
    },
    explain: (which, margins, load) => {
      const scale = setCaps(margins, load);
      warm = -1;
      const total = solve(which, margins, load, scale, -1);
      const { places, lengths } = prepared[which] as Prepared;
      const limiting = places.flatMap((row, place) => {
        const worth = (worthOf[rowsBefore(areas) + place] as number) / (lengths[place] as number);
        return worth > 1e-9 ? [{ row, worth }] : [];
      });
      return { unserved: total, limiting };
    },
  };
}

/** Every area by itself: what it lacks is unserved. */
export function alone(areas: number): Exchanger {
  const [unserved, positions] = [new Float64Array(areas), new Float64Array(areas)];
  const counts = { hours: 0, programs: 0 };
  const share = (_: number, margins: Float64Array) => {
    counts.hours++;
    let total = 0;
    for (let area = 0; area < areas; area++) {
      const missing = Math.max(0, -(margins[area] as number));
      unserved[area] = missing;
      total += missing;
    }
    return total;
  };
  const explain = (domain: number, margins: Float64Array) => ({
    unserved: share(domain, margins),
    limiting: [],
  });
  return { unserved, positions, counts, share, explain, forget: () => {} };
}

/**
 * Only differences between the entries of a row matter where positions sum to zero: each is taken less its mean, which sets it at right
 * angles to that sum, and made of length one. A row of which nothing is left limits nothing.
 */
function prepare({ rows }: ExchangeDomain, areas: number, program: ActiveSet): Prepared {
  const centred = rows.map(({ ptdf }) => {
    const mean = ptdf.reduce((sum, entry) => sum + entry, 0) / areas;
    return ptdf.map((entry) => entry - mean);
  });
  const length = (row: Float64Array) => Math.sqrt(row.reduce((sum, entry) => sum + entry * entry, 0));
  const places = [...rows.keys()].filter((place) => length(centred[place] as Float64Array) > 1e-9);
  const lengths = Float64Array.from(places, (place) => length(centred[place] as Float64Array));
  const [columns, before] = [2 * areas, rowsBefore(areas)];
  const entries = new Float64Array((before + places.length) * columns);
  const bounds = new Float64Array(before + places.length);
  const set = (row: number, column: number, entry: number) => {
    entries[row * columns + column] = entry;
  };
  for (let area = 0; area < areas; area++) {
    set(0, area, 1);
    set(1 + area, area, 1);
    set(1 + area, areas + area, -1);
    set(1 + areas + area, areas + area, -1);
    set(1 + 2 * areas + area, areas + area, 1);
  }
  for (const [place, row] of places.entries()) {
    const by = lengths[place] as number;
    for (let area = 0; area < areas; area++)
      set(before + place, area, ((centred[row] as Float64Array)[area] as number) / by);
    bounds[before + place] = (rows[row] as { readonly ram: number }).ram / by;
  }
  const all: Rows = { count: before + places.length, equalities: 1, entries, bounds };
  return {
    ...{ rows: all, places, lengths },
    imports: Float64Array.from({ length: areas }, (_, area) => extremeOf(all, areas, area, 1, program)),
    exports: Float64Array.from({ length: areas }, (_, area) => extremeOf(all, areas, area, -1, program)),
  };
}

/** MW: far above any system; what an area can import or export where no row limits it. */
const unlimited = 1e7;

/** The most that an area can import (`sign` 1) or export (−1) with nothing but the rows in the way. */
function extremeOf(
  { entries, bounds, count }: Rows,
  areas: number,
  area: number,
  sign: 1 | -1,
  program: ActiveSet,
) {
  const limited = bounds.slice();
  for (let place = 0; place < areas; place++) {
    limited[1 + place] = unlimited;
    limited[1 + areas + place] = 0;
    limited[1 + 2 * areas + place] = 0;
  }
  program.x.fill(0);
  program.curvature.fill(0);
  program.cost.fill(0);
  program.cost[area] = sign;
  program.start(
    Int32Array.from({ length: areas + 1 }, (_, row) => (row === 0 ? 0 : areas + row)),
    areas + 1,
  );
  program.minimise({ count, equalities: 1, entries, bounds: limited }, 1, Number.NEGATIVE_INFINITY);
  return Math.min(unlimited, Math.max(0, -sign * (program.x[area] as number)));
}

function isWithin({ rows }: Prepared, areas: number, positions: Float64Array): boolean {
  const { entries, bounds, count } = rows;
  for (let row = rowsBefore(areas); row < count; row++) {
    const at = row * 2 * areas;
    let sum = 0;
    for (let area = 0; area < areas; area++)
      sum += (entries[at + area] as number) * (positions[area] as number);
    if (sum > (bounds[row] as number) + 1e-7) return false;
  }
  return true;
}

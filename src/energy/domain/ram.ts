import { type Problem, problem } from '#kernel/result.ts';

/** What the remaining available margin of an element is made of, in the direction of its row. MW. */
export type MarginParts = {
  /** What the element carries at most. */
  readonly fmax: number;
  /** Kept for what forecasts miss (flow reliability margin). */
  readonly frm: number;
  /** Flow at the net positions of the forecast, before remedial actions … */
  readonly frefInit: number;
  /** … and what those take from it. */
  readonly fnrao: number;
  /** Flow with no exchange between any zones of the union … */
  readonly fall: number;
  /** … and what exchanges outside of the region put on it. */
  readonly fuaf: number;
  /** What long-term nominations use. */
  readonly fltn: number;
  /** Taken off after coordinated and after individual validation. */
  readonly cva: number;
  readonly iva: number;
  /** Share of fmax that is to be there for exchanges, in per cent. */
  readonly minRamFactor: number;
};

export type Margin = {
  readonly fref: number;
  /** Flow with no exchange within the region. */
  readonly fcore: number;
  /** Share of fmax. */
  readonly minRamTarget: number;
  /** Added so that the target is met (adjustment for minimum RAM). */
  readonly amr: number;
  readonly ram: number;
};

/** No element gives less than this share of fmax before validation (facts, section 2, "RAM chain"). */
const leastTarget = 0.2;

/**
 * The chain from what an element carries to what it leaves for trade (facts, section 2, "RAM chain"; a secondary source checked it on 11,560
 * published rows within 2 MW).
 */
export function marginOf(parts: MarginParts): Margin {
  const { fmax, frm, frefInit, fnrao, fall, fuaf, fltn, cva, iva, minRamFactor } = parts;
  const fcore = fall + fuaf;
  const minRamTarget = Math.max(leastTarget, minRamFactor / 100 - fuaf / fmax);
  const amr = Math.max(0, minRamTarget * fmax - (fmax - frm - fcore));
  const ram = fmax - frm - (fcore + fltn) + amr - cva - iva;
  return { fref: frefInit - fnrao, fcore, minRamTarget, amr, ram };
}

/** What an element carries at most: √3 · U · I, from operating voltage (400 for the level called 380) and current. MW from kV and A. */
export function mostCarried(kilovolt: number, ampere: number): number {
  return (Math.sqrt(3) * kilovolt * ampere) / 1000;
}

/** MW by which published figures, each rounded, may miss the chain. */
const roundedBy = 2;

/**
 * Holds published figures against the chain, each step from the published figures before it. `energy_margin_identity` for each that misses by more
 * than 2 MW; `row` names the row.
 */
export function checkMargin(row: string, published: MarginParts & Margin): readonly Problem[] {
  const { fmax, frm, fcore, fltn, amr, cva, iva, minRamTarget } = published;
  const computed = marginOf(published);
  const steps: readonly (readonly [name: string, computed: number, published: number])[] = [
    ['fref', computed.fref, published.fref],
    ['fcore', computed.fcore, fcore],
    ['minRamTarget · fmax', computed.minRamTarget * fmax, minRamTarget * fmax],
    ['amr', Math.max(0, minRamTarget * fmax - (fmax - frm - fcore)), amr],
    ['ram', fmax - frm - (fcore + fltn) + amr - cva - iva, published.ram],
  ];
  return steps.flatMap(([name, expected, found]) =>
    Math.abs(expected - found) <= roundedBy
      ? []
      : [
          problem('energy_margin_identity', row, {
            row,
            figure: name,
            expected: Math.round(expected),
            found: Math.round(found),
          }),
        ],
  );
}

import { numberOf, type ObservationValue, ratio } from '#kernel/observation-value.ts';

/** Which side of a benefit a figure is on. */
export type Side = 'potential' | 'realised' | 'share';

export type Figure = {
  readonly observation: string;
  readonly indicator: string;
  readonly side: Side;
  readonly value: ObservationValue;
  readonly unit: string | null;
  readonly period: string | null;
  readonly geography: string | null;
  /** The editor's reading of a geography that the source does not state. */
  readonly inferred: { readonly geography: string; readonly basis: string; readonly certain: boolean } | null;
  readonly method: string | null;
  readonly note: string | null;
  readonly source: readonly string[];
};

export type RatioRefusal =
  | 'geography_not_stated'
  | 'geography_differs'
  | 'unit_differs'
  | 'not_a_number'
  | 'potential_is_zero';

/** Realised over potential: given, given as uncertain on an inferred geography, or refused with the reason. */
export type BenefitRatio = {
  readonly potential: string;
  readonly realised: string;
  readonly geography: string | null;
} & (
  | {
      readonly given: true;
      readonly ratio: number;
      /** The share is at least (`lower`) or at most (`upper`) the ratio, because one figure is a bound. */
      readonly bound: 'lower' | 'upper' | null;
      readonly certain: boolean;
      readonly basis: string | null;
    }
  | { readonly given: false; readonly reason: RatioRefusal }
);

export type Benefit = {
  readonly potential: readonly Figure[];
  readonly realised: readonly Figure[];
  readonly shares: readonly Figure[];
  /** One for each pair of potential and realised figure, by what the source states. */
  readonly ratios: readonly BenefitRatio[];
  /** The same pairs on the geography that was inferred; only those that it makes possible. */
  readonly inferredRatios: readonly BenefitRatio[];
};

/**
 * The side of a figure: what the indicator says of itself; else expected beforehand is what could be, measured
 * afterwards what was brought; else the end of the indicator's code (`-POTENTIAL`, `-REALISED`, `-SHARE`).
 */
export function sideOf(
  indicator: { readonly id: string; readonly benefit?: string | null },
  method: string | null,
): Side | null {
  const stated = indicator.benefit;
  if (stated === 'potential' || stated === 'realised' || stated === 'share') return stated;
  if (method?.startsWith('ex_ante')) return 'potential';
  if (method?.startsWith('ex_post')) return 'realised';
  const end = /-(POTENTIAL|REALISED|SHARE)$/.exec(indicator.id)?.[1]?.toLowerCase();
  return end === 'potential' || end === 'realised' || end === 'share' ? end : null;
}

/** Potential beside realised. A ratio needs the same geography and unit; 0/0 and missing figures give none. */
export function benefitOf(figures: readonly Figure[]): Benefit {
  const of = (side: Side) => figures.filter((figure) => figure.side === side);
  const pairs = of('potential').flatMap((potential) =>
    of('realised').map((realised) => ({ potential, realised })),
  );
  return {
    potential: of('potential'),
    realised: of('realised'),
    shares: of('share'),
    ratios: pairs.map(({ potential, realised }) => ratioOf(potential, realised, realised.geography, null)),
    inferredRatios: pairs.flatMap(({ potential, realised }) => {
      if (realised.geography !== null || realised.inferred === null) return [];
      const result = ratioOf(potential, realised, realised.inferred.geography, realised.inferred);
      return result.given ? [result] : [];
    }),
  };
}

function ratioOf(
  potential: Figure,
  realised: Figure,
  geography: string | null,
  inferred: Figure['inferred'],
): BenefitRatio {
  const pair = {
    potential: potential.observation,
    realised: realised.observation,
    geography: potential.geography,
  };
  const refuse = (reason: RatioRefusal): BenefitRatio => ({ ...pair, given: false, reason });
  if (geography === null || potential.geography === null) return refuse('geography_not_stated');
  if (geography !== potential.geography) return refuse('geography_differs');
  if (potential.unit !== realised.unit) return refuse('unit_differs');
  const below = boundOrNumber(potential.value);
  const above = numberOf(realised.value);
  if (below === undefined || above === undefined) return refuse('not_a_number');
  const quotient = ratio({ kind: 'value', value: above }, { kind: 'value', value: below });
  if (!quotient.ok) return refuse('potential_is_zero');
  const share = numberOf(quotient.value);
  if (share === undefined) return refuse('not_a_number');
  return {
    ...pair,
    given: true,
    ratio: share,
    bound: potential.value.kind !== 'bound' ? null : potential.value.bound === 'upper' ? 'lower' : 'upper',
    certain: inferred?.certain ?? true,
    basis: inferred?.basis ?? null,
  };
}

/** A potential is often an upper bound ("at most"); the share of it is then at least the quotient. */
function boundOrNumber(value: ObservationValue): number | undefined {
  return value.kind === 'bound' ? value.value : numberOf(value);
}

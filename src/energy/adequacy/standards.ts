/**
 * Reliability standards: hours a year of expected shortage that a state has set itself. Data, never a rule of the engine. None of them is
 * verified against its legal source yet, and whoever shows one shows that too.
 */
export type ReliabilityStandard = {
  /** ISO 3166 of the state. */
  readonly state: string;
  readonly lole: number;
  /** Where the state has one for shortage after out-of-market measures, which is load that is shed; null: none known. */
  readonly withLoadShedding: number | null;
  readonly verified: boolean;
  readonly source: string;
};

const memory = { verified: false, source: 'memory' } as const;

export const reliabilityStandards: readonly ReliabilityStandard[] = [
  { state: 'BE', lole: 3, withLoadShedding: null, ...memory },
  { state: 'DE', lole: 2.77, withLoadShedding: null, ...memory },
  { state: 'FR', lole: 3, withLoadShedding: 2, ...memory },
  { state: 'LU', lole: 2.77, withLoadShedding: null, ...memory },
  { state: 'NL', lole: 4, withLoadShedding: null, ...memory },
];

/** Of an area that is named as a state, or begins so (`BE`, `DE_LU`: `DE`); null: none is known, which is not zero. */
export function standardOf(area: string): ReliabilityStandard | null {
  return reliabilityStandards.find(({ state }) => area === state || area.startsWith(`${state}_`)) ?? null;
}

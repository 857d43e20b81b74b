/** Whose seat somebody has in the field today. */
export type Seats = {
  /** Parties that take part and for which he is a delegate. */
  readonly delegate: readonly string[];
  /** Parties that only observe or are guests, for which he sits there. */
  readonly observer: readonly string[];
  readonly isCoordinator: boolean;
};

/** How much of a check somebody sees: nothing, its plan, or what is known of its items, too. */
export type Sight = 'nothing' | 'plan' | 'facts';

export function sightOf(states: readonly string[], { delegate, observer, isCoordinator }: Seats): Sight {
  if (delegate.some((party) => states.includes(party))) return 'facts';
  return delegate.length > 0 || observer.length > 0 || isCoordinator ? 'plan' : 'nothing';
}

/**
 * The facts of one check that somebody sees: those of his own state, and those of another where both have agreed to the plan. For a state that is
 * not, or no longer, in the plan there are its own alone.
 */
export function seenFacts<Fact extends { readonly state: string }>(
  facts: readonly Fact[],
  {
    states,
    agreed,
    delegate,
  }: {
    readonly states: readonly string[];
    readonly agreed: { has(party: string): boolean };
    readonly delegate: readonly string[];
  },
): readonly Fact[] {
  const sees = delegate.some((party) => states.includes(party) && agreed.has(party));
  return facts.filter(({ state }) => delegate.includes(state) || (sees && agreed.has(state)));
}

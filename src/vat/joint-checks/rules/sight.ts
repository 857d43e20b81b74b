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
 * The facts of one check that somebody sees: those of his own state, and those of another where both are in the plan and have agreed to it as it is
 * now. What a state said under a plan that it is no longer in is for itself alone: to the states that came later it has agreed to show nothing.
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
  const shares = (party: string) => states.includes(party) && agreed.has(party);
  const sees = delegate.some(shares);
  return facts.filter(({ state }) => delegate.includes(state) || (sees && shares(state)));
}

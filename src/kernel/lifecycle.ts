/**
 * A lifecycle as a table: from each state the acts that are allowed there, and the state that each leads to. Read by the
 * one that executes an act, by the page that offers it and by the test that drives it; nothing else knows the order.
 */
export type Lifecycle<State extends string, Act extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Act, State>>>>
>;

/** Where an act leads from a state; null where it is not allowed. */
export function stateAfter<State extends string, Act extends string>(
  lifecycle: Lifecycle<State, Act>,
  state: State,
  act: Act,
): State | null {
  return lifecycle[state][act] ?? null;
}

/** The acts that are allowed in a state, in the order of the table. */
export function actsFrom<State extends string, Act extends string>(
  lifecycle: Lifecycle<State, Act>,
  state: State,
): readonly Act[] {
  return Object.keys(lifecycle[state]) as Act[];
}

/** Whether nothing can follow. */
export function isFinal<State extends string>(lifecycle: Lifecycle<State, string>, state: State): boolean {
  return actsFrom(lifecycle, state).length === 0;
}

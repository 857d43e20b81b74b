/**
 * Parameters that say where in a list the reader is, in which form it is taken or what was just done: no part of what is looked for.
 */
const noFilter = /^(?:format|done|(?:.+-)?page)$/;

/** The filter in an address, written in one way, so that the same choice is the same text; empty where nothing is chosen. */
export function filterOf(query: URLSearchParams): string {
  const chosen = [...query].filter(([name, value]) => value !== '' && !noFilter.test(name));
  const filter = new URLSearchParams(chosen);
  filter.sort();
  return filter.toString();
}

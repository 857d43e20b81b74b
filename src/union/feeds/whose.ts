/**
 * For whom a calendar is: `party=NL&body=sg` is what one person needs who acts for both. Several of a kind stand with commas between
 * them; none: for everybody.
 */
export function whoseOf(query: URLSearchParams): {
  readonly party: readonly string[];
  readonly body: readonly string[];
} {
  const idsOf = (name: string) => [...new Set((query.get(name) ?? '').split(',').filter((id) => id !== ''))];
  return { party: idsOf('party'), body: idsOf('body') };
}

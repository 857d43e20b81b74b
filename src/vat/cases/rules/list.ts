/** To what a list of cases is narrowed, and what is owed on them. */

type Body = Readonly<Record<string, unknown>>;
type One = { readonly record: { readonly body: Body }; readonly steps: readonly { readonly to: string }[] };

/** What an address narrows a list to: `state`, `party` of those that are open to the reader, and words in `q`. */
export function chosenIn(query: URLSearchParams, parties: readonly string[]) {
  const [state, party] = [query.get('state'), query.get('party')];
  return {
    state: state === 'open' || state === 'closed' ? state : null,
    parties: party === null ? parties : parties.filter((one) => one === party),
    words: (query.get('q') ?? '').trim().slice(0, 80),
  } as const;
}

const isOwed = ({ steps }: One) => steps.at(-1)?.to === 'owed';
const dayOf = ({ record }: One) => (typeof record.body.due === 'string' ? record.body.due : null);
/** What no calendar tells the day of comes last. */
const sooner = (one: One, other: One) => {
  const [a, b] = [dayOf(one) ?? '9999', dayOf(other) ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** By when the next feedback on a case is due from others; `due` null: its day is not known. Null: none is owed. */
export function nextDue(
  { party, reference }: Body,
  feedback: readonly One[],
): { readonly due: string | null } | null {
  const [first] = feedback
    .filter(
      (one) => isOwed(one) && one.record.body.asker === party && one.record.body.reference === reference,
    )
    .toSorted(sooner);
  return first === undefined ? null : { due: dayOf(first) };
}

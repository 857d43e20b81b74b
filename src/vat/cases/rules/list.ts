/** In which order cases stand in a list, and what is owed on them. */

type Body = Readonly<Record<string, unknown>>;
type One = { readonly record: { readonly body: Body }; readonly steps: readonly { readonly to: string }[] };

/** Open ones first, then closed; of each the last that were opened first. */
export function inListOrder<Case extends One>(
  cases: readonly Case[],
  stateOf: (one: Case) => 'open' | 'closed',
): readonly Case[] {
  const latest = cases.toReversed();
  return [
    ...latest.filter((one) => stateOf(one) === 'open'),
    ...latest.filter((one) => stateOf(one) === 'closed'),
  ];
}

const isOwed = ({ steps }: One) => steps.at(-1)?.to === 'owed';
const dayOf = ({ record }: One) => (typeof record.body.due === 'string' ? record.body.due : null);
/** What no calendar tells the day of comes last. */
const sooner = (one: One, other: One) => {
  const [a, b] = [dayOf(one) ?? '9999', dayOf(other) ?? '9999'];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Feedback that the reader's parties owe and have not given, what is due first before the rest. */
export const owedOf = <Feedback extends One & { readonly isOwed: boolean }>(
  feedback: readonly Feedback[],
): readonly Feedback[] => feedback.filter((one) => one.isOwed && isOwed(one)).toSorted(sooner);

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

import {
  type Claim,
  type EntryOf,
  type Exercise,
  entriesOf,
  type Seat,
  type Topic,
  topicOf,
} from '../model.ts';

/** What states said of the same thing in the same zone that cannot all be true, from the minute at which it was so. */
export type Contradiction = {
  readonly topic: Topic;
  readonly zone: string;
  readonly from: number;
  /** From when they all say the same again; null: they never did. */
  readonly until: number | null;
  /** What stood against each other when it began, in the order in which it was said. */
  readonly said: readonly { readonly seat: Seat; readonly claim: Claim; readonly minute: number }[];
};

/** Of a seat the last word on a subject counts. In the order in which they began. */
export function contradictions(
  exercise: Pick<Exercise, 'entries'>,
  statements: readonly EntryOf<'state'>[] = entriesOf(exercise, 'state'),
): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const bySubject = Map.groupBy(statements, ({ zone, claim }) => `${topicOf(claim)}\n${zone}`);
  for (const about of bySubject.values()) {
    const last = new Map<Seat, EntryOf<'state'>>();
    let open: Contradiction | null = null;
    for (const statement of about) {
      last.set(statement.by, statement);
      const differ = new Set([...last.values()].map(({ claim }) => claim)).size > 1;
      if (differ && open === null) {
        const said = [...last.values()].toSorted((one, other) => one.number - other.number);
        open = {
          ...{ topic: topicOf(statement.claim), zone: statement.zone, from: statement.minute, until: null },
          said: said.map(({ by, claim, minute }) => ({ seat: by, claim, minute })),
        };
      } else if (!differ && open !== null) {
        found.push({ ...open, until: statement.minute });
        open = null;
      }
    }
    if (open !== null) found.push(open);
  }
  return found.toSorted((one, other) => one.from - other.from);
}

/**
 * How two parts of the walk hang together. `named`: a record names the other. `instrument`: a question asks about an act that the item
 * names. `dossier`: both only belong to the same dossier, which nobody said to mean more.
 */
export type Tie = 'named' | 'instrument' | 'dossier';
export type Tied = { readonly id: string; readonly by: Tie };

export type WalkedItem = {
  readonly id: string;
  readonly instruments: readonly string[];
  readonly dossier: string | null;
};
export type WalkedInstrument = { readonly id: string; readonly dossier: string | null };
export type WalkedQuestion = {
  readonly id: string;
  readonly items: readonly string[];
  readonly instruments: readonly string[];
  readonly dossier: string | null;
};

/** From an activity to its acts and to what parliament asked. */
export type WayThere = {
  readonly item: string;
  readonly instruments: readonly Tied[];
  readonly questions: readonly Tied[];
};
/** From a question to the acts that it asks about and to the activities; both empty where it leads nowhere. */
export type WayBack = {
  readonly question: string;
  readonly instruments: readonly Tied[];
  readonly items: readonly Tied[];
};

/**
 * The walk in both directions, from what the records say and nothing else. What is only of the same dossier is shown where nothing
 * closer is known. Each way there is also a way back: a question stands with an item exactly where the item stands with it.
 */
export function walk(
  items: readonly WalkedItem[],
  instruments: readonly WalkedInstrument[],
  questions: readonly WalkedQuestion[],
): { readonly there: readonly WayThere[]; readonly back: readonly WayBack[] } {
  const known = new Set(instruments.map(({ id }) => id));
  const there = items.map(
    (item): WayThere => ({
      item: item.id,
      instruments: closest([
        ...item.instruments.filter((id) => known.has(id)).map((id): Tied => ({ id, by: 'named' })),
        ...instruments
          .filter(({ id, dossier }) => !item.instruments.includes(id) && isSame(dossier, item.dossier))
          .map(({ id }): Tied => ({ id, by: 'dossier' })),
      ]),
      questions: closest(
        questions.flatMap((question): readonly Tied[] => {
          const by = tieOf(question, item);
          return by === null ? [] : [{ id: question.id, by }];
        }),
      ),
    }),
  );
  const back = questions.map((question): WayBack => {
    const rows = there.flatMap((row) =>
      row.questions.filter(({ id }) => id === question.id).map(({ by }) => ({ row, by })),
    );
    const asked = question.instruments.filter((id) => known.has(id)).map((id): Tied => ({ id, by: 'named' }));
    return {
      question: question.id,
      instruments: asked.length > 0 ? asked : distinct(rows.flatMap(({ row }) => row.instruments)),
      items: rows.map(({ row, by }) => ({ id: row.item, by })),
    };
  });
  return { there, back };
}

function tieOf(question: WalkedQuestion, item: WalkedItem): Tie | null {
  if (question.items.includes(item.id)) return 'named';
  if (question.instruments.some((id) => item.instruments.includes(id))) return 'instrument';
  return isSame(question.dossier, item.dossier) ? 'dossier' : null;
}

/** The ties of the dossier only where there is no closer one. */
function closest(ties: readonly Tied[]): readonly Tied[] {
  const close = ties.filter(({ by }) => by !== 'dossier');
  return close.length > 0 ? close : ties;
}

function distinct(ties: readonly Tied[]): readonly Tied[] {
  return [...new Map(ties.map((tie) => [tie.id, tie])).values()];
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

/** What a trader traded and declared month by month, and what happened to him: for a drawing of time. */

export type MonthRow = {
  /** Months since the year 0. */
  readonly month: number;
  /** Acquired from and supplied to other states, as statements say; cents. */
  readonly inflow: number;
  readonly outflow: number;
  /** Acquisitions that he declared himself; null: no return came, or his state's returns are not looked at. */
  readonly declared: number | null;
};

export type TraderLife = {
  /** By months since the year 0: what is stated of him. */
  readonly inflow: ReadonlyMap<number, number>;
  readonly outflow: ReadonlyMap<number, number>;
  readonly declared: ReadonlyMap<number, number>;
  /** Months of which anybody of his state declared; null: his state's returns are not looked at. */
  readonly covered: ReadonlySet<number> | null;
  /** First and last months of his number, where his state tells it; day as a date. */
  readonly registered: string | null;
  readonly ended: { readonly on: string; readonly reason: string | null } | null;
};

export type LifeEvent = {
  readonly kind: 'registered' | 'first_inflow' | 'return_missing' | 'peak' | 'ended';
  /** Where it stands in time: months since the year 0. */
  readonly month: number;
  /** A day, where one is known. */
  readonly on: string | null;
  readonly detail: string | null;
};

export function monthRows(life: TraderLife, from: number, to: number): readonly MonthRow[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => {
    const month = from + place;
    return {
      month,
      inflow: life.inflow.get(month) ?? 0,
      outflow: life.outflow.get(month) ?? 0,
      declared: life.declared.get(month) ?? null,
    };
  });
}

const monthOf = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;

/**
 * In the order of time. A return is missing where others of his state declared that month, he was registered in it, and nothing of him
 * came; whether he had to, his state knows.
 */
export function lifeEvents(life: TraderLife, from: number, to: number): readonly LifeEvent[] {
  const rows = monthRows(life, from, to);
  const events: LifeEvent[] = [];
  const { registered, ended, covered } = life;
  if (registered !== null)
    events.push({ kind: 'registered', month: monthOf(registered), on: registered, detail: null });
  const first = rows.find(({ inflow }) => inflow > 0);
  if (first !== undefined) events.push({ kind: 'first_inflow', month: first.month, on: null, detail: null });
  const peak = rows.reduce<MonthRow | null>(
    (best, row) => (row.inflow + row.outflow > (best === null ? 0 : best.inflow + best.outflow) ? row : best),
    null,
  );
  if (peak !== null) events.push({ kind: 'peak', month: peak.month, on: null, detail: null });
  if (covered !== null)
    for (const { month, declared } of rows) {
      const isOver = ended !== null && monthOf(ended.on) < month;
      const isBefore = registered !== null && monthOf(registered) > month;
      if (declared === null && covered.has(month) && !isOver && !isBefore)
        events.push({ kind: 'return_missing', month, on: null, detail: null });
    }
  if (ended !== null)
    events.push({ kind: 'ended', month: monthOf(ended.on), on: ended.on, detail: ended.reason });
  return events.toSorted((one, other) => one.month - other.month);
}

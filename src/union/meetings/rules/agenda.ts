import { type PointKind, pointKinds } from '../model.ts';

/** What the time of a meeting is asked for. */
export type TimedPoint = {
  readonly id: string;
  readonly number: number;
  readonly point: PointKind;
  readonly minutes: number;
  /** How often it has been put off. */
  readonly carried: number;
};

export type Agenda = {
  /** In the order of the agenda: by number. */
  readonly fits: readonly TimedPoint[];
  readonly cut: readonly TimedPoint[];
  /** Minutes asked for, of all points and by what they ask for. */
  readonly asked: number;
  readonly byKind: Readonly<Record<PointKind, number>>;
  readonly available: number;
};

/**
 * Which points fit into a meeting. Time goes to decisions first, then to discussions, information and at last presentations, so
 * that a presentation never takes the place of a decision (§12.2.3); among equals to what has waited longest.
 */
export function fitAgenda(points: readonly TimedPoint[], available: number): Agenda {
  const inTurn = points.toSorted(
    (a, b) =>
      pointKinds.indexOf(a.point) - pointKinds.indexOf(b.point) ||
      b.carried - a.carried ||
      a.number - b.number,
  );
  const fitting = new Set<TimedPoint>();
  let left = available;
  for (const point of inTurn)
    if (point.minutes <= left) {
      fitting.add(point);
      left -= point.minutes;
    }
  const ordered = points.toSorted((a, b) => a.number - b.number);
  const minutesOf = (some: readonly TimedPoint[]) => some.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    fits: ordered.filter((point) => fitting.has(point)),
    cut: ordered.filter((point) => !fitting.has(point)),
    asked: minutesOf(points),
    byKind: Object.fromEntries(
      pointKinds.map((kind) => [kind, minutesOf(points.filter(({ point }) => point === kind))]),
    ) as Record<PointKind, number>,
    available,
  };
}

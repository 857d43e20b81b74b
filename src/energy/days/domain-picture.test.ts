import { beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { clear } from '../clearing/clear.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import type { DomainRow } from '../market/model.ts';
import { marketDay } from '../time/market-day.ts';
import { type DomainPicture, domainPicture, readRights, type View } from './domain-picture.ts';
import { madeUpDay } from './made-up-day.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const zones = ['BE', 'DE_LU', 'FR', 'NL', 'AT'];
/** The fourth hour of a made-up day, in which the grid limits trade. */
function congestedStep() {
  const day = marketDay('2026-02-11' as PlainDate, 60);
  const cleared = clear(solver, madeUpDay({ day, zones, seed: 7, blocks: 0 }, 'fb'));
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.problems));
  const [step, result] = [cleared.value.steps[3], cleared.value.result.steps[3]];
  if (step === undefined || result === undefined) throw new Error('A day has more than three hours');
  expect(result.shadows.length).toBeGreaterThan(0);
  return { network: step.network, result, rows: step.network.domain as readonly DomainRow[] };
}
const across = 1;
const up = 3;
function pictureOf(view: View, rights: Float64Array | null = null): DomainPicture {
  const { network, result } = congestedStep();
  const found = domainPicture(solver, network, result, { across, up, view, balancing: 0, rights });
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
/** Whether a point lies to the left of each edge, which runs against the clock, or on it. */
const isWithin = ({ edges }: DomainPicture, [x, y]: readonly [number, number]) =>
  edges.every(({ from, to }) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    return dx * (y - from[1]) - dy * (x - from[0]) >= -1e-3 * Math.hypot(dx, dy);
  });

describe('The picture of a domain', () => {
  test('holds the cleared point, and a projection holds the slice through it', { timeout: 60_000 }, () => {
    const [projected, sliced] = [pictureOf('projection'), pictureOf('slice')];
    expect(isWithin(projected, projected.cleared)).toBe(true);
    expect(isWithin(sliced, sliced.cleared)).toBe(true);
    expect(sliced.corners.every((corner) => isWithin(projected, corner))).toBe(true);
    expect(isWithin(sliced, [1e5, 1e5])).toBe(false);
  });

  test('names of each edge of a slice the one row that is full along it', { timeout: 60_000 }, () => {
    const { rows, result } = congestedStep();
    const { edges } = pictureOf('slice');
    expect(edges.length).toBeGreaterThan(2);
    for (const { from, to, rows: made } of edges) {
      expect(made.length).toBe(1);
      const { ptdf, ram } = rows[made[0]?.row ?? -1] as DomainRow;
      for (const [x, y] of [from, to]) {
        const at = Float64Array.from(result.positions);
        const moved = x - (at[across] as number) + y - (at[up] as number);
        [at[across], at[up], at[0]] = [x, y, (at[0] as number) - moved];
        expect(ptdf.reduce((sum, factor, zone) => sum + factor * (at[zone] as number), 0)).toBeCloseTo(
          ram,
          4,
        );
      }
    }
  });

  test('draws capacities that are proven to lie in it', { timeout: 60_000 }, () => {
    const picture = pictureOf('projection');
    const { capacities } = picture;
    if (!capacities.ok) throw new Error(JSON.stringify(capacities.problems));
    expect(capacities.value.containment).toEqual({ isInside: true });
    expect(capacities.value.outline.length).toBeGreaterThan(3);
    expect(capacities.value.outline.every((corner) => isWithin(picture, corner))).toBe(true);
  });

  test('says of rights that reach beyond it where they do, and extracts no capacities from them', {
    timeout: 60_000,
  }, () => {
    const rights = readRights('BE>NL 90000', zones);
    const picture = pictureOf('projection', rights.ok ? rights.value : null);
    expect(picture.rights?.containment.isInside).toBe(false);
    expect(picture.rights?.outline.every((corner) => isWithin(picture, corner))).toBe(false);
    expect(picture.capacities).toMatchObject({ ok: false });
  });
});

describe('Long-term rights', () => {
  test('are read by direction, and those of one direction are added', () => {
    const found = readRights(' A>B 300, B>A 12.5;A>B 1 ', ['A', 'B', 'C']);
    // Directions: A>B, A>C, B>A, B>C, C>A, C>B.
    expect(found).toEqual({ ok: true, value: Float64Array.of(301, 0, 12.5, 0, 0, 0) });
    expect(readRights('  ', ['A', 'B'])).toEqual({ ok: true, value: null });
  });

  test('that cannot be read are told, each of them', () => {
    const found = readRights('A>B 300, A-B 200, A>D 5, A>B -1', ['A', 'B', 'C']);
    expect(found.ok ? [] : found.problems.map(({ params }) => params.text)).toEqual([
      'A-B 200',
      'A>D 5',
      'A>B -1',
    ]);
  });
});

import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ClearedStep } from '../clearing/model.ts';
import { domainPositions } from '../clearing/net-positions.ts';
import type { Solver } from '../clearing/solver.ts';
import { extractAtc } from '../domain/atc.ts';
import { boxInDomain, type Containment } from '../domain/containment.ts';
import { exchangeOutline } from '../domain/exchange-outline.ts';
import { allDirections, type Direction } from '../domain/exchanges.ts';
import { type Point, type Polygon, projection, slice } from '../domain/projection.ts';
import type { Network } from '../market/model.ts';

export const views = ['projection', 'slice'] as const;
/** A projection: whatever the other zones do. A slice: they stay where they were cleared, but for one that takes up the difference. */
export type View = (typeof views)[number];

export type PictureAsked = {
  readonly across: number;
  readonly up: number;
  readonly view: View;
  /** Zone that takes up the difference in a slice; null: there is none beside the two. */
  readonly balancing: number | null;
  /** MW of long-term rights in each direction of `allDirections`; null: none are given. */
  readonly rights: Float64Array | null;
};

/** An edge from one corner to the next. `rows`: places of the rows that make it, with their weights, the one that counts most first. */
export type Edge = { readonly from: Point; readonly to: Point; readonly rows: ClearedStep['shadows'] };

/** Exchanges that can be used independently of one another, as two zones see them. */
export type Box = {
  readonly megawatts: Float64Array;
  readonly outline: readonly Point[];
  readonly containment: Containment;
};

export type DomainPicture = {
  readonly corners: readonly Point[];
  readonly edges: readonly Edge[];
  readonly cleared: Point;
  readonly directions: readonly Direction[];
  /** Capacities extracted from the domain, from the rights on where there are some; or why there are none. */
  readonly capacities: Result<Box>;
  readonly rights: Box | null;
};

/**
 * What the domain of a cleared step lets two zones have together. Problems: `energy_domain_infeasible`, `energy_domain_unbounded`; and
 * `energy_slice_zones` where no zone is left that takes up the difference.
 */
export function domainPicture(
  solver: Solver,
  network: Network,
  step: Pick<ClearedStep, 'positions' | 'flows'>,
  { across, up, view, balancing, rights }: PictureAsked,
): Result<DomainPicture> {
  const { zones } = network;
  const rows = network.domain ?? [];
  const positions = domainPositions(network, step);
  if (view === 'slice' && balancing === null) return fail(problem('energy_slice_zones'));
  const polygon =
    view === 'slice' && balancing !== null
      ? slice(rows, zones, { across, up, balancing }, positions)
      : projection(solver, rows, zones, [across, up]);
  if (!polygon.ok) return polygon;
  const directions = allDirections(zones.length);
  const boxOf = (megawatts: Float64Array): Box => ({
    megawatts,
    outline: exchangeOutline(directions, megawatts, [across, up]),
    containment: boxInDomain(rows, directions, megawatts),
  });
  const extracted = extractAtc(rows, directions, rights ?? undefined);
  return ok({
    ...{ corners: polygon.value.corners, edges: edgesOf(polygon.value) },
    cleared: [positions[across] as number, positions[up] as number],
    directions,
    capacities: extracted.ok ? ok(boxOf(extracted.value)) : extracted,
    rights: rights === null ? null : boxOf(rights),
  });
}

const edgesOf = ({ corners, edges }: Polygon): readonly Edge[] =>
  corners.length < 2
    ? []
    : corners.map((from, place) => ({
        ...{ from, to: corners[(place + 1) % corners.length] as Point },
        rows: edges[place] ?? [],
      }));

/**
 * Long-term rights as people write them, `BE>FR 300, FR>BE 200`: MW of each direction of `allDirections`. Null where nothing is written. Problem,
 * for each part that is none: `energy_rights_unreadable`.
 */
export function readRights(text: string, zones: readonly string[]): Result<Float64Array | null> {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== '');
  if (parts.length === 0) return ok(null);
  const directions = allDirections(zones.length);
  const rights = new Float64Array(directions.length);
  const faults = parts.flatMap((part) => {
    const [, from = '', to = '', megawatts = ''] =
      /^\s*([^>\s]+)\s*>\s*([^>\s]+)\s+(\d{1,6}(?:\.\d{1,3})?)\s*$/.exec(part) ?? [];
    const place = directions.findIndex((one) => zones[one.from] === from && zones[one.to] === to);
    if (place >= 0) rights[place] = (rights[place] as number) + Number(megawatts);
    const said = { text: part.trim().slice(0, 60), zones: zones.join(', ') };
    return place >= 0 ? [] : [problem('energy_rights_unreadable', 'rights', said)];
  });
  return faults.length > 0 ? fail(...faults) : ok(rights);
}

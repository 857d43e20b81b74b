import { programOf } from '../../src/energy/clearing/columns.ts';
import { loadSolver } from '../../src/energy/clearing/solver.ts';
import { syntheticDomain } from '../../src/energy/domain/fixtures/synthetic-grid.ts';
import { presolve, unproven } from '../../src/energy/domain/presolve.ts';
import type { DomainRow } from '../../src/energy/market/model.ts';
import { tableOf } from '../measure.ts';
import { secondsOf } from '../vat/seconds.ts';
import { type Asked, ask, filesOf, type Peer } from './peers.ts';

const [rows, zones, nodesPerZone] = [11_500, 14, 3];
/** Rows that a peer is asked one by one; all of them would take it hours. */
const asked = 5;
const mostSeconds = 60;

/**
 * The rows of a made-up grid thinned to those that are needed, each dropped one with its proof; beside it a peer that is asked of some rows
 * how much the others let through, as one would without looking first, times all rows.
 */
export async function benchPresolve(seed: number): Promise<unknown> {
  const domain = syntheticDomain(seed, zones, nodesPerZone, rows);
  if (domain.rows.length !== rows) throw new Error(`The grid has ${domain.rows.length} rows only`);
  const solver = await loadSolver();
  const [thin, seconds] = await secondsOf(async () => presolve(solver, domain.rows, zones));
  if (!thin.ok) throw new Error(JSON.stringify(thin.problems));
  const { kept } = thin.value;
  const [wrong, proving] = await secondsOf(async () => unproven(domain.rows, zones, thin.value).length);
  const files = await filesOf(
    Array.from({ length: asked }, (_, place) => throughOf(domain.rows, Math.floor((place * rows) / asked))),
  );
  const beside = Object.fromEntries(
    (['cbc', 'glpsol'] as const).map((peer): [Peer, Asked] => [peer, ask(peer, files, mostSeconds)]),
  );
  const ofAll = ({ seconds: ofSome }: Asked) => (ofSome === null ? null : (ofSome * rows) / asked);
  process.stdout.write(
    `\nA domain of ${rows} rows, ${zones} zones: ${kept.length} are needed, ${wrong} without a proof (checked in ${proving.toFixed(2)} s)\n${tableOf(
      [
        { who: 'tripoint, with proofs', seconds, 'times ours': 1 },
        ...Object.entries(beside).map(([who, one]) => ({
          ...{ who: `${who}, row by row (${asked} asked)`, seconds: ofAll(one) ?? '–' },
          'times ours': (ofAll(one) ?? Number.NaN) / seconds,
        })),
      ],
    )}\n`,
  );
  return { rows, zones, kept: kept.length, unproven: wrong, seconds, proving, asked, peers: beside };
}

/** How much all other rows let through one, as a program; net positions sum to zero. */
function throughOf(domain: readonly DomainRow[], row: number) {
  const others = domain.filter((_, other) => other !== row);
  const columns = Array.from({ length: zones }, (_, zone) => ({
    ...{ cost: -(domain[row]?.ptdf[zone] as number), least: -1e5, most: 1e5 },
    entries: [
      [0, 1] as const,
      ...others.map(({ ptdf }, place) => [place + 1, ptdf[zone] as number] as const),
    ],
  }));
  return programOf(columns, [[0, 0], ...others.map(({ ram }) => [Number.NEGATIVE_INFINITY, ram] as const)]);
}

import { availableParallelism } from 'node:os';
import { madeUpDomain, madeUpStudy, sameDomain } from '../../src/energy/adequacy/fixtures.ts';
import { runYears } from '../../src/energy/adequacy/in-threads.ts';
import { loadSolver } from '../../src/energy/clearing/solver.ts';
import { secondsOf } from '../vat/seconds.ts';

const [areas, hours, years] = [6, 8760, 2000];

/** Years of outages in six areas that exchange within a domain: how many a minute, in all threads; beside it what HiGHS alone could do of the hours asked. */
export async function benchAdequacy(seed: number): Promise<unknown> {
  const domain = madeUpDomain(seed, areas, 60, 3000);
  const study = madeUpStudy(seed, {
    ...{ areas, hours, unitsEach: 60, climateYears: 10, peakShare: 0.9 },
    exchange: sameDomain(domain, hours),
  });
  const workers = availableParallelism();
  const [found, seconds] = await secondsOf(() => runYears(study, seed, years, { workers }));
  const solver = await loadSolver();
  const asked = 300;
  const [, inSolver] = await secondsOf(async () => {
    for (let time = 0; time < asked; time++) solver.solve(shortageProgram(domain.rows, time));
  });
  const aMinute = (60 * years) / seconds;
  const ofSolver = asked / inSolver;
  // Hours that came to a program at all, were HiGHS asked each of them in as many threads.
  const withSolver = found.programs === 0 ? null : (60 * years * ofSolver * workers) / found.programs;
  process.stdout.write(
    `\nYears of ${areas} areas with exchange within ${domain.rows.length} rows: ${Math.round(aMinute)} a minute in ${workers} threads; ${found.programs} of ${found.asked} short hours came to a program. HiGHS solves ${Math.round(ofSolver)} such programs a second\n`,
  );
  return { years, seconds, aMinute, asked: found.asked, programs: found.programs, ofSolver, withSolver };
}

/** Least shortage of one hour as a program: ENS of each area, and net positions within the rows. */
function shortageProgram(
  rows: readonly { readonly ptdf: Float64Array; readonly ram: number }[],
  time: number,
) {
  const columns = 2 * areas;
  const height = areas + 1 + rows.length;
  const [starts, places, values] = [new Int32Array(columns + 1), [] as number[], [] as number[]];
  for (let area = 0; area < areas; area++) {
    places.push(area);
    values.push(1);
    starts[area + 1] = places.length;
  }
  for (let area = 0; area < areas; area++) {
    places.push(area, areas, ...rows.map((_, row) => areas + 1 + row));
    values.push(-1, 1, ...rows.map(({ ptdf }) => ptdf[area] as number));
    starts[areas + area + 1] = places.length;
  }
  const margin = (area: number) => ((area * 37 + time * 13) % 11) * 300 - 1200;
  return {
    cost: Float64Array.from({ length: columns }, (_, column) => (column < areas ? 1 : 0)),
    least: Float64Array.from({ length: columns }, (_, column) => (column < areas ? 0 : -1e5)),
    most: new Float64Array(columns).fill(1e5),
    rowLeast: Float64Array.from({ length: height }, (_, row) =>
      row < areas ? -margin(row) : row === areas ? 0 : Number.NEGATIVE_INFINITY,
    ),
    rowMost: Float64Array.from({ length: height }, (_, row) =>
      row < areas ? Number.POSITIVE_INFINITY : row === areas ? 0 : (rows[row - areas - 1]?.ram ?? 0),
    ),
    ...{ starts, rows: Int32Array.from(places), values: Float64Array.from(values) },
  };
}

import { availableParallelism } from 'node:os';
import { certify } from '../../src/energy/certification/certify.ts';
import { clear, type Market } from '../../src/energy/clearing/clear.ts';
import { clearDay } from '../../src/energy/clearing/clear-all.ts';
import type { Clearing } from '../../src/energy/clearing/model.ts';
import { loadSolver } from '../../src/energy/clearing/solver.ts';
import { tableOf } from '../measure.ts';
import { secondsOf } from '../vat/seconds.ts';
import { madeUpDay } from './made-up.ts';
import { type Asked, ask, type Peer, problemsOf } from './peers.ts';

/** Seconds after which a peer is not waited for any more. */
const mostSeconds = 300;

/** A day of quarters of 14 zones within 300 rows, all of it; beside it the same by Debian's solvers, that certify nothing. */
export async function benchSteps(seed: number): Promise<unknown> {
  const size = { zones: 14, steps: 96, rows: 300, segments: 500, blocks: 0, hours: 0.25 };
  const market = madeUpDay(seed, size);
  const workers = availableParallelism();
  const [two, together] = await secondsOf(async () => whole(await clearDay(market, { workers })));
  const [, alone] = await secondsOf(async () => whole(await clearDay(market, { workers: 1 })));
  const rss = process.memoryUsage().rss / 1e6;
  return said('A day of 96 quarters, 14 zones, 300 rows, 500 segments', market, two, together, {
    ...{ workers, alone, megabytes: rss },
  });
}

/** Blocks of a day decided to the last euro, none of them at a loss; the peers may accept some that lose. */
export const benchBlocks =
  (steps: number, blocks: number, hours: number) =>
  async (seed: number): Promise<unknown> => {
    const market = madeUpDay(seed, { zones: 14, steps, rows: 100, segments: 100, blocks, hours });
    const solver = await loadSolver();
    const [cleared, seconds] = await secondsOf(async () => whole(clear(solver, market)));
    const { status, bound } = cleared.result;
    const { consumers, producers, rent } = cleared.result.welfare;
    return said(
      `${blocks} blocks over ${steps} steps, 14 zones, 100 rows, 100 segments`,
      market,
      cleared,
      seconds,
      {
        ...{ status, missed: bound - consumers - producers - rent },
      },
    );
  };

async function said(
  title: string,
  market: Market,
  cleared: Clearing,
  seconds: number,
  more: Readonly<Record<string, string | number>>,
) {
  const certified = certify(cleared).every(({ holds }) => holds);
  const binding = cleared.result.steps.reduce((all, { shadows }) => all + shadows.length, 0);
  const problems = await problemsOf(market);
  const beside = Object.fromEntries(
    (['cbc', 'glpsol'] as const).map((peer): [Peer, Asked] => [peer, ask(peer, problems, mostSeconds)]),
  );
  const found = { seconds, certified, binding, ...more, peers: beside };
  process.stdout.write(
    `\n${title}\n${tableOf([
      { who: 'tripoint, certified', seconds, 'times ours': 1 },
      ...Object.entries(beside).map(([who, asked]) => ({
        ...{ who, seconds: asked.seconds ?? '–' },
        'times ours': asked.seconds === null ? '–' : asked.seconds / seconds,
      })),
    ])}\n`,
  );
  return found;
}

function whole(result: Awaited<ReturnType<typeof clearDay>>): Clearing {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

import { cpus, loadavg } from 'node:os';
import { benchAdequacy } from './energy/adequacy.ts';
import { benchBlocks, benchSteps } from './energy/clearing.ts';
import { benchImport } from './energy/imports.ts';
import { benchItaly } from './energy/italy.ts';
import { benchPresolve } from './energy/presolve.ts';

const parts: Readonly<Record<string, (seed: number) => Promise<unknown>>> = {
  steps: benchSteps,
  blocks: benchBlocks(24, 300, 1),
  'many-blocks': benchBlocks(96, 500, 0.25),
  italy: benchItaly,
  adequacy: benchAdequacy,
  import: benchImport,
  presolve: benchPresolve,
};

/**
 * What clearing costs beside Debian's solvers on the same problems. TRIPOINT_BENCH_PARTS names some parts with commas; all otherwise.
 */
export async function benchEnergy({ seed }: { readonly seed: number }): Promise<unknown> {
  const before = loadavg();
  const wanted = process.env.TRIPOINT_BENCH_PARTS?.split(',') ?? Object.keys(parts);
  const found: Record<string, unknown> = {};
  for (const name of wanted) found[name] = await parts[name]?.(seed);
  return { cores: cpus().length, load: [before, loadavg()], ...found };
}

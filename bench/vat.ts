import { cpus, loadavg } from 'node:os';
import { benchCycles } from './vat/cycles.ts';
import { benchDeclarations } from './vat/declarations.ts';
import { benchLarge } from './vat/large.ts';

const parts: Readonly<Record<string, (seed: number) => unknown>> = {
  cycles: benchCycles,
  large: benchLarge,
  declarations: benchDeclarations,
};

/**
 * What finding costs: cycles in a million and in ten million sales, and declarations taken in and held against each other.
 * TRIPOINT_BENCH_PARTS names some of them with commas; all otherwise.
 */
export async function benchVat({ seed }: { readonly seed: number }): Promise<unknown> {
  const before = loadavg();
  const wanted = process.env.TRIPOINT_BENCH_PARTS?.split(',') ?? Object.keys(parts);
  const found: Record<string, unknown> = {};
  for (const name of wanted) found[name] = await parts[name]?.(seed);
  return { cores: cpus().length, load: [before, loadavg()], ...found };
}

import { cpus, loadavg } from 'node:os';
import { benchDecisions } from './exchange/decisions.ts';
import { benchDurable } from './exchange/durable.ts';
import { benchNodes } from './exchange/nodes.ts';
import { benchProofs } from './exchange/proofs.ts';

const parts: Readonly<Record<string, (seed: number) => unknown>> = {
  decisions: benchDecisions,
  durable: benchDurable,
  proofs: benchProofs,
  nodes: benchNodes,
};

/**
 * What access by law costs: a decision, an entry that is on disk, a proof that it is in the log, and a question from node to node.
 * TRIPOINT_BENCH_PARTS names some of them with commas; all otherwise.
 */
export async function benchExchange({ seed }: { readonly seed: number }): Promise<unknown> {
  const before = loadavg();
  const wanted = process.env.TRIPOINT_BENCH_PARTS?.split(',') ?? Object.keys(parts);
  const found: Record<string, unknown> = {};
  for (const name of wanted) found[name] = await parts[name]?.(seed);
  return { seed, cores: cpus().length, load: [before, loadavg()], ...found };
}

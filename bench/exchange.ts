import { cpus, loadavg } from 'node:os';
import { benchDecisions } from './exchange/decisions.ts';
import { benchDurable } from './exchange/durable.ts';
import { benchProofs } from './exchange/proofs.ts';

/** What access by law costs: a decision, an entry that is on disk, and a proof that it is in the log. */
export async function benchExchange({ seed }: { readonly seed: number }): Promise<unknown> {
  const before = loadavg();
  const decisions = benchDecisions(seed);
  const durable = await benchDurable();
  const proofs = await benchProofs(seed);
  return { seed, cores: cpus().length, load: [before, loadavg()], decisions, durable, proofs };
}

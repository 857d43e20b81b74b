import { rm } from 'node:fs/promises';
import { peopleAtWork } from '../test/support/people-at-work.ts';
import { createDataFolder, waitForSilence } from '../test/support/running-node.ts';

/**
 * Fifty people who never pause, reading and writing, for a minute; then the node is killed under them. How long the slowest of a
 * hundred answers takes, who was refused and why, and whether all that was acknowledged is there.
 */
export async function benchPeople({ seed }: { readonly seed: number }): Promise<unknown> {
  const dataFolder = await createDataFolder();
  try {
    const report = await peopleAtWork(dataFolder, { people: 50, seconds: 60, seed });
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (report.lost.length > 0 || report.journal.status !== 0) throw new Error('Something was lost');
    return report;
  } finally {
    await waitForSilence(dataFolder);
    await rm(dataFolder, { recursive: true });
  }
}

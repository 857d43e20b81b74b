/**
 * A process that uses the embedded database, for tests that kill it: `node test/fault/lease-client.ts DATA-FOLDER`.
 * Says in JSON lines what it is told, and releases when its standard input ends.
 */
import { leaseEmbedded } from '../../src/platform/database/embedded.ts';

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const lease = await leaseEmbedded(process.argv[2] ?? '', say);
  say({ url: lease.url });
  for await (const _ of process.stdin);
  await lease.release();
  say({ released: true });
} catch (error) {
  say({ error: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}

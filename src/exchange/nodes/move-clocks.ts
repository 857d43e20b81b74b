import type { Temporal } from 'temporal-polyfill';
import { send } from './call.ts';
import { clockForm, instantOf } from './model.ts';
import type { ExchangeNode } from './node.ts';
import { signStatement } from './statement.ts';
import { listPeers } from './store.ts';

/**
 * As the secretariat: tells the nodes of an exercise, and itself at last, which time it is to be. `now` is what their clocks say.
 * Returns the status with which each answered: 204 where it moved, 403 where it does not let its clock be moved, 0 where it is away.
 */
export async function moveClocks(
  node: ExchangeNode,
  {
    now,
    to,
    ownUrl,
  }: { readonly now: Temporal.Instant; readonly to: Temporal.Instant; readonly ownUrl: string | null },
): Promise<Readonly<Record<string, number>>> {
  const [at, goal] = [now, to].map(({ epochMilliseconds }) => instantOf(epochMilliseconds)) as [
    string,
    string,
  ];
  const note = signStatement(clockForm, { node: node.self.name, at, to: goal }, node.key());
  const peers = await node.database.read((tx) => listPeers(tx, node.self.name));
  const addresses = peers.map((peer) => ({ name: peer.node, url: peer.url }));
  if (ownUrl !== null) addresses.push({ name: node.self.name, url: ownUrl });
  const moved: Record<string, number> = {};
  for (const { name, url } of addresses) {
    const message = {
      method: 'POST',
      url: `${url}/exchange/clock`,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(note),
    };
    const answer = await send(message, AbortSignal.timeout(5_000)).catch(() => ({ status: 0 }));
    moved[name] = answer.status;
  }
  return moved;
}

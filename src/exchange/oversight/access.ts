import type { Permission } from '#platform/access/access.ts';

/**
 * Names, keys and checkpoints are made to be compared by people outside: the more look at them, the sooner a second history is
 * found, and none of it names a person or a case. A map of the nodes is still for nobody who has nothing to do with the union.
 * Where nodes are reached and what they refused is for those who act for a party here: see `pages/peers.tsx`.
 */
export const seeNodes: Permission = {
  code: 'exchange.nodes',
  audience: 'signed-in',
  summary: 'see this node, whom it knows by which keys, and the checkpoints of its log',
};

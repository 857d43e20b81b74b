import type { Transaction } from '#platform/database/database.ts';
import type { AccessRequest } from '../model.ts';
import { ask, endBroken, nameOf, type Question, type Told } from './ask.ts';
import type { Calls } from './call.ts';
import type { ExchangeNode } from './node.ts';
import {
  dropOutgoing,
  insertOutgoing,
  type OutgoingRow,
  putOffOutgoing,
  takeOutgoing,
} from './outgoing/store.ts';

/** Where a node listens for questions that were left to be sent. */
export const outgoingChannel = 'exchange_outgoing';

export type Outgoing = {
  readonly register: string;
  readonly request: AccessRequest;
  readonly query: unknown;
  readonly group: string | null;
  readonly actor: string;
  /** Milliseconds, from when it is sent. */
  readonly budget: number;
  /** Until when it may wait for the other; null: it may not. In milliseconds since 1970. */
  readonly until: number | null;
};

/** Leaves a question to be sent when this transaction commits. */
export async function leaveQuestion(tx: Transaction, question: Outgoing, now: number): Promise<void> {
  await insertOutgoing(tx, question, { now, channel: outgoingChannel });
}

/** After a failure the next try waits this long, then twice as long, up to the last. Milliseconds. */
const [firstWait, longestWait] = [1_000, 5 * 60_000];

/**
 * Begins to send what waits, as many as asked for; each promise resolves when one has ended, whatever came of it. Who takes a
 * question has it for its budget and a moment: what a node that ended had under way is sent again by the next.
 */
export async function sendOutgoing(
  node: ExchangeNode,
  calls: Calls,
  { atMost, signal }: { readonly atMost: number; readonly signal: AbortSignal },
): Promise<readonly Promise<void>[]> {
  const now = node.clock.now().epochMilliseconds;
  const rows = await node.database.write((tx) => takeOutgoing(tx, now, atMost));
  return rows.map((row) => sendOne(node, calls, row, signal));
}

async function sendOne(
  node: ExchangeNode,
  calls: Calls,
  { id, register, request, query, asking, actor, budget_ms, until, tries }: OutgoingRow,
  signal: AbortSignal,
): Promise<void> {
  const question = { register, request, query, group: asking, actor, budget: budget_ms };
  const told = await askOrEnd(node, calls, question, signal);
  const now = node.clock.now().epochMilliseconds;
  const mayWait = until !== null && now < until.getTime();
  const again = told === null || isWorthAnother(node, told);
  await node.database.write(async (tx) => {
    if (again && mayWait) {
      const wait = Math.min(longestWait, firstWait * 2 ** Math.min(20, tries - 1));
      await putOffOutgoing(tx, id, now + wait);
    } else await dropOutgoing(tx, id);
  });
}

/** Null: this node could not go on with it, by no fault of the other. */
async function askOrEnd(
  node: ExchangeNode,
  calls: Calls,
  question: Question,
  signal: AbortSignal,
): Promise<Told | null> {
  // Words of errors may hold what was asked for; names do not.
  const warn = (error: unknown, said: string) => node.log.warn({ reason: nameOf(error) }, said);
  try {
    return await ask(node, calls, question, signal);
  } catch (error) {
    warn(error, 'a question could not be asked');
  }
  try {
    await endBroken(node, question);
  } catch (error) {
    // It ends all the same, or it would be asked for ever.
    warn(error, 'that a question could not be asked is not in the log');
  }
  return null;
}

/** Whether a question that may wait can have another outcome later. */
function isWorthAnother({ self }: ExchangeNode, { outcome, failure, by, reasons }: Told): boolean {
  // Denied here because the law was not heard of for too long: it may be the other's answer once it is.
  const isUninformed = by === self.name && reasons.every(({ code }) => code === 'register_copy_old');
  return (
    outcome === 'late' ||
    ['unreachable', 'cancelled', 'law_unknown'].includes(failure ?? '') ||
    (outcome === 'denied' && isUninformed)
  );
}

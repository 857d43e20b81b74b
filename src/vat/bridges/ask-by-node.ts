import { setTimeout as wait } from 'node:timers/promises';
import { type AccessRequest, findTold, leaveQuestion } from '#exchange';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { AskedAndTold } from './analyse.ts';

/** Who asks by which instrument, for what, and of which case. */
export type Asker = {
  readonly register: string;
  readonly party: string;
  readonly instrument: string;
  readonly purpose: string;
  readonly function: string;
  /** The person, where a person asks: some provisions count or name officers. */
  readonly officer?: string;
  readonly case?: string;
  /** For the own log. */
  readonly actor: string;
  /** Ends the wait for an answer; a question that was left ends by itself, and is logged as any other. */
  readonly signal?: AbortSignal;
};

/** No node took the question: none is running. */
export class NobodyAsks extends Error {}

/** Milliseconds that an answer may take, and how much longer its end is waited for here. */
const [budget, patience] = [30_000, 15_000];

export type AskByNode = (
  to: string,
  said: Pick<AccessRequest, 'operation'> & Partial<Pick<AccessRequest, 'id' | 'stated'>>,
  query: unknown,
) => Promise<AskedAndTold>;

/**
 * Puts questions by the node that runs on a database: it decides, signs, sends and logs them as any other. Throws `NobodyAsks` where none
 * is running, and what the signal of who asks ends.
 */
export function askByNode(database: Database, clock: Clock, asker: Asker): AskByNode {
  const { register, party, instrument, purpose, function: role, officer, case: reference, actor } = asker;
  const until = asker.signal === undefined ? {} : { signal: asker.signal };
  return async (to, { id = newId(clock), operation, stated = [] }, query) => {
    const request: AccessRequest = {
      id,
      from: { party, function: role, ...(officer === undefined ? {} : { officer }) },
      to,
      instrument,
      operation,
      purpose,
      stated,
      consents: [],
      ...(reference === undefined ? {} : { case: reference }),
    };
    const now = clock.now().epochMilliseconds;
    const question = { register, request, query, group: null, actor, budget, until: null };
    await database.write((tx) => leaveQuestion(tx, question, now));
    for (let waited = 0; waited < budget + patience; waited += 50) {
      const told = await database.read((tx) => findTold(tx, id));
      if (told !== null) return told;
      await wait(50, undefined, until);
    }
    throw new NobodyAsks();
  };
}

import { canonicalJson } from '#kernel/canonical-json.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendPrepared, type JournalEntry, prepareEntries } from '#platform/journal/journal.ts';
import { type Asking, queryHash } from './answer.ts';
import type { Decided, LoggedDecision } from './deciding.ts';
import type { ExchangeNode } from './node.ts';
import { type AnswerRow, type Direction, insertAnswers, insertRequests } from './questions/store.ts';

/** A decision and who asked for it, for the log: `person:…` or `node:…`. */
export type DecisionEntry = {
  readonly asking: Asking;
  readonly decided: Decided;
  readonly direction: Direction;
  readonly actor: string;
  readonly group?: string | null;
  readonly signed?: LoggedDecision['signed'];
};

/** Writes decisions, each with its row; returns the id and the leaf of each entry. */
export async function logDecisions(
  node: ExchangeNode,
  tx: Transaction,
  decisions: readonly DecisionEntry[],
): Promise<readonly { readonly entry: string; readonly leaf: string }[]> {
  const entries = await append(
    node,
    tx,
    decisions.map(({ asking, decided, direction, actor, signed }) => {
      const { register, request } = asking;
      const isAsked = direction === 'asked';
      const query = queryHash(asking.query);
      const { decision, feed, feedCopy, now, seen } = decided;
      const payload: LoggedDecision = {
        register,
        request,
        query,
        ...(signed === undefined ? {} : { signed }),
        decision,
        feed,
        ...(feedCopy === undefined ? {} : { feedCopy }),
        now,
        seen,
      };
      return {
        event: isAsked ? 'exchange.asked' : 'exchange.decided',
        actor,
        party: isAsked ? request.from.party : request.to,
        request,
        payload,
      };
    }),
  );
  const decidedAt = node.clock.now().epochMilliseconds;
  await insertRequests(
    tx,
    decisions.map(({ asking: { register, request }, decided, direction, group = null }, index) => {
      const { decision, feed, now } = decided;
      return {
        entry: entries[index]?.entry ?? '',
        id: request.id,
        direction,
        register,
        from: request.from.party,
        to: request.to,
        instrument: request.instrument,
        article: request.article ?? null,
        operation: request.operation,
        provision: decision.outcome === 'allowed' ? decision.provision : null,
        purpose: request.purpose ?? null,
        dataSet: request.data_set ?? null,
        service: request.from.service ?? null,
        officer: request.from.officer ?? null,
        caseReference: request.case ?? null,
        asking: group,
        allowed: decision.outcome === 'allowed',
        reasons: decision.outcome === 'denied' ? decision.reasons : [],
        feedSequence: feed,
        day: now.day,
        decidedAt,
      };
    }),
  );
  return entries;
}

/** How a question ended, for the log of the one who answered it or was told. */
export type AnswerEntry = Pick<JournalEntry, 'event' | 'actor' | 'payload'> & {
  readonly asking: Asking;
  readonly party: string;
  readonly row: Omit<AnswerRow, 'entry' | 'at'>;
};

/** Writes how questions ended, each with its row. */
export async function logAnswers(
  node: ExchangeNode,
  tx: Transaction,
  answers: readonly AnswerEntry[],
): Promise<readonly unknown[]> {
  const entries = await append(
    node,
    tx,
    answers.map(({ asking: { request }, row: _, ...entry }) => ({ ...entry, request })),
  );
  const at = node.clock.now().epochMilliseconds;
  await insertAnswers(
    tx,
    answers.map(({ row }, index) => ({ ...row, entry: entries[index]?.entry ?? '', at })),
  );
  return entries;
}

async function append(
  { clock }: ExchangeNode,
  tx: Transaction,
  entries: readonly (Pick<JournalEntry, 'event' | 'actor' | 'party' | 'payload'> & Pick<Asking, 'request'>)[],
): Promise<readonly { readonly entry: string; readonly leaf: string }[]> {
  const prepared = prepareEntries(
    clock,
    entries.map(({ request, payload, ...entry }) => ({
      ...entry,
      register: null,
      subject: `exchange_requests/${request.id}`,
      instrument: request.instrument,
      purpose: request.purpose ?? null,
      payload: JSON.parse(canonicalJson(payload)),
    })),
  );
  // Their places in the log are given by the node's rounds, so that no request waits for another's commit.
  await appendPrepared(tx, prepared, { placed: 'swept' });
  return prepared.map(({ id, leafHash }) => ({ entry: id, leaf: leafHash }));
}

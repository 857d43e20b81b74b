import { addDays } from '#kernel/dates.ts';
import { todayOn } from '#platform/clock.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { leftOf, retentionOf, shortestRetentions } from '../rules/retention.ts';
import { type ExchangeNode, loadLaw } from './node.ts';
import { eraseRequests, listKept } from './retention/store.ts';

/** Questions whose retention has ended, of one provision and number of days. */
export type Ended = {
  readonly register: string;
  readonly provision: string;
  readonly instrument: string;
  readonly days: number;
  /** Entries of the decisions on them. */
  readonly entries: readonly string[];
};

/**
 * What this node may keep no longer, by its clock and the law as it knows it: of old news, too, since erasing opens nothing. Of a
 * question that was denied here no provision is known under which anything was shared, and of many provisions no retention: the
 * sources (facts on police and exchange, 2.2 and 4) set none for these, so they stay.
 */
export async function listEnded(node: ExchangeNode): Promise<readonly Ended[]> {
  const today = todayOn(node.clock);
  return node.database.read(async (tx) => {
    const ended: Ended[] = [];
    for (const { id: register } of await listRegisters(tx)) {
      const known = await loadLaw(node, tx, register, today);
      if (known === null) continue;
      const { law } = known;
      for (const [provision, shortest] of shortestRetentions(law)) {
        const kept = await listKept(tx, { register, provision, until: addDays(today, -shortest) });
        const due = kept.flatMap(({ entry, day, basis }) => {
          const days = retentionOf(law, provision, basis);
          return days === null || addDays(day, days) > today ? [] : [{ entry, days }];
        });
        const instrument = law.provision.get(provision)?.instrument ?? '';
        for (const [days, rows] of Map.groupBy(due, (one) => one.days))
          ended.push({ register, provision, instrument, days, entries: rows.map(({ entry }) => entry) });
      }
    }
    return ended;
  });
}

/**
 * Erases what may be kept no longer, each provision in a transaction of its own with an entry that says how many questions it were
 * and by what, and not which. Returns that. Again on the same day, nothing.
 */
export async function retain(
  node: ExchangeNode,
): Promise<readonly (Omit<Ended, 'entries'> & { readonly requests: number })[]> {
  const erased: (Omit<Ended, 'entries'> & { readonly requests: number })[] = [];
  for (const { entries, ...ended } of await listEnded(node)) {
    const day = todayOn(node.clock);
    const { register, provision, instrument, days } = ended;
    const requests = await node.database.retention(async (tx) => {
      const gone = await eraseRequests(tx, entries, { day, days, left: leftOf });
      // Of no register, as the entries that it erased: lists of what happened in one are for everybody.
      const entry = {
        event: 'exchange.erased',
        actor: `node:${node.self.name}`,
        instrument,
        payload: { register, provision, retention_days: days, ...gone },
      };
      if (gone.requests > 0) await appendJournal(tx, node.clock, [entry], { placed: 'swept' });
      return gone.requests;
    });
    if (requests > 0) erased.push({ ...ended, requests });
  }
  return erased;
}

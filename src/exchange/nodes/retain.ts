import { addDays, type PlainDate } from '#kernel/dates.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { listRegisters } from '#platform/records/registers.ts';
import type { Law } from '../rules/law.ts';
import { leftOf, retentionOf, retentionOfDenied, shortestRetentions } from '../rules/retention.ts';
import { type ExchangeNode, loadLaw } from './node.ts';
import { eraseRequests, listDeniedAsked, listKept, listKeptDenied } from './retention/store.ts';

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
 * What this node may keep no longer, by its clock and the law as it knows it: of old news, too, since erasing opens nothing. What was
 * denied is kept no longer than what was allowed: by the fewest days of the provisions to which its words point. Of many provisions
 * no retention is known, since none of the treaties that were read sets one; what was asked by these stays.
 */
export async function listEnded(node: ExchangeNode): Promise<readonly Ended[]> {
  const today = todayOn(node.clock);
  return node.database.read(async (tx) => {
    const ended: Ended[] = [];
    for (const { id: register } of await listRegisters(tx)) {
      const known = await loadLaw(node, tx, register, today);
      if (known === null) continue;
      const { law } = known;
      const retentions = shortestRetentions(law);
      const denied = await listDenied(tx, { register, law, retentions, today });
      for (const [provision, shortest] of retentions) {
        const kept = await listKept(tx, { register, provision, until: addDays(today, -shortest) });
        const allowed = kept.flatMap(({ entry, day, basis }) => {
          const days = retentionOf(law, provision, basis);
          return days === null || addDays(day, days) > today ? [] : [{ entry, days }];
        });
        const due = [...allowed, ...(denied.get(provision) ?? [])];
        const instrument = law.provision.get(provision)?.instrument ?? '';
        for (const [days, rows] of Map.groupBy(due, (one) => one.days))
          ended.push({ register, provision, instrument, days, entries: rows.map(({ entry }) => entry) });
      }
    }
    return ended;
  });
}

/** What was denied and may be kept no longer, by the provision that says so. */
async function listDenied(
  tx: Transaction,
  asked: {
    readonly register: string;
    readonly law: Law;
    readonly retentions: ReadonlyMap<string, number>;
    readonly today: PlainDate;
  },
): Promise<ReadonlyMap<string, readonly { readonly entry: string; readonly days: number }[]>> {
  const { register, law, retentions, today } = asked;
  const limited = (await listDeniedAsked(tx, register)).flatMap((words) => {
    const kept = retentionOfDenied(law, retentions, words);
    return kept === null ? [] : [{ ...words, ...kept, until: addDays(today, -kept.days) }];
  });
  const due = (await listKeptDenied(tx, register, limited)).flatMap(({ entry, place }) => {
    const words = limited[place];
    return words === undefined ? [] : [{ entry, days: words.days, provision: words.provision }];
  });
  return Map.groupBy(due, ({ provision }) => provision);
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

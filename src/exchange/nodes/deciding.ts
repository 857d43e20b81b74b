import { addDays, type PlainDate } from '#kernel/dates.ts';
import { momentOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { AccessRequest, QuotaHolder } from '../model.ts';
import { type Decision, decide, demandedOf, type Now, type Quota, type Situation } from '../rules/decide.ts';
import type { Law } from '../rules/law.ts';
import { type LoadedSituation, loadSituations } from '../situation/store.ts';
import type { Asking } from './answer.ts';
import { consentsFor } from './consents.ts';
import type { SignatureKept } from './http-signature.ts';
import { type ExchangeNode, type KnownLaw, loadLaw } from './node.ts';
import { countUses, lockQuotas } from './questions/store.ts';

export type Decided = {
  readonly decision: Decision;
  readonly law: Law;
  readonly feed: number;
  readonly feedCopy?: number;
  readonly now: Now;
  /** All that it was decided from besides the request and the law. */
  readonly seen: Seen;
  /** The named authorisations, with the ids by which their use is written down. */
  readonly listed: LoadedSituation['authorisations'];
};
type Seen = Omit<Situation, 'law' | 'used'> & { readonly used: Readonly<Record<string, number>> };

/**
 * What the log keeps of a decision: enough to take it again. Its entry is of no register, since lists of what happened in one are for
 * everybody; of which it was the payload says.
 */
export type LoggedDecision = {
  readonly register: string;
  readonly request: AccessRequest;
  /** Its hash: a receipt of a decision can be handed to others. The words stand with the answer, in the log of who asked. */
  readonly query: string;
  /** That the other asked this: its signature, and what besides the body it was over. */
  readonly signed?: SignatureKept & {
    readonly url: string;
    readonly budget: string;
    readonly presented?: Asking['presented'];
  };
  readonly decision: Decision;
  readonly feed: number;
  /** Of which copy of the feed, where the node has left one; absent: of the first. */
  readonly feedCopy?: number;
  readonly now: Now;
  readonly seen: Seen;
};

/**
 * Decides by the law and the records of this node, in the order of the requests: one can use up what the next would have had.
 * `asking`: before they leave, where the other keeps the records. Null: this node knows no law of that register.
 */
export async function decideRequests(
  node: ExchangeNode,
  tx: Transaction,
  askings: readonly Asking[],
  as: 'asking' | 'answering',
): Promise<readonly (Decided | null)[]> {
  const now = momentOn(node.clock);
  const laws = new Map<string, KnownLaw | null>();
  for (const { register } of askings)
    if (!laws.has(register)) laws.set(register, await loadLaw(node, tx, register, now.day));
  const wanted = askings.map(({ register, request }) => {
    const law = laws.get(register)?.law;
    const demanded = law === undefined ? null : demandedOf(request, law, now.day);
    return { register, request, named: demanded?.named ?? false, quotas: demanded?.quotas ?? [] };
  });
  const isAnswering = as === 'answering';
  const held = isAnswering ? await loadSituations(tx, wanted, now.day) : [];
  const recorded = isAnswering ? held.map((one) => one.consents ?? []) : null;
  const consents = await consentsFor(node, tx, askings, recorded, now.day);
  const uses = countingUses(tx, now.day);
  if (isAnswering && wanted.some(({ quotas }) => quotas.length > 0)) await lockQuotas(tx);
  const decided: (Decided | null)[] = [];
  for (const [index, asking] of askings.entries()) {
    const known = laws.get(asking.register) ?? null;
    if (known === null) {
      decided.push(null);
      continue;
    }
    const { law, sequence, feedCopy, copy } = known;
    const which = feedCopy === undefined ? {} : { feedCopy };
    const { authorisations = null } = held[index] ?? {};
    const used = isAnswering ? await uses.of(asking, wanted[index]?.quotas ?? []) : {};
    const seen: Seen = {
      authorisations,
      consents: consents[index] ?? [],
      ...(copy === undefined ? {} : { copy }),
      used,
    };
    const decision = decideAgain(asking.request, law, seen, now);
    if (decision.outcome === 'allowed') uses.add(asking, decision.provision);
    decided.push({ decision, law, feed: sequence, ...which, now, seen, listed: authorisations ?? [] });
  }
  return decided;
}

/** The decision that follows from the law and what was seen: the same whenever it is asked. */
export function decideAgain(request: AccessRequest, law: Law, { used, ...seen }: Seen, now: Now): Decision {
  const counted = (per: string, provision: string, days: number) => used[useKey(per, provision, days)] ?? 0;
  return decide(request, { law, ...seen, used: counted }, now);
}

const useKey = (per: string, provision: string, days: number) => `${per} ${days} ${provision}`;

const holderOf = ({ from, case: file }: AccessRequest, per: QuotaHolder) =>
  ({ officer: from.officer, case: file, service: from.service })[per];

/** Questions that count against quotas: those on record, and those of this transaction that are not there yet. */
function countingUses(tx: Transaction, day: PlainDate) {
  const allowed: { readonly asking: Asking; readonly provision: string }[] = [];
  return {
    add: (asking: Asking, provision: string) => void allowed.push({ asking, provision }),
    of: async ({ register, request }: Asking, quotas: readonly Quota[]): Promise<Seen['used']> => {
      const used: Record<string, number> = {};
      for (const { provision, per, days, counted } of quotas) {
        const holder = holderOf(request, per);
        const from = request.from.party;
        const isOfHolder = ({ asking, provision }: (typeof allowed)[number]) =>
          asking.register === register &&
          asking.request.from.party === from &&
          holderOf(asking.request, per) === holder &&
          counted.includes(provision);
        const since = addDays(day, 1 - days);
        used[useKey(per, provision, days)] =
          holder === undefined
            ? // Whoever does not say who he is has used up what there is.
              Number.MAX_SAFE_INTEGER
            : await countUses(tx, {
                register,
                provisions: counted,
                from,
                per,
                holder,
                since,
                id: request.id,
                unrecorded: allowed.filter(isOfHolder).map(({ asking }) => asking.request.id),
              });
      }
      return used;
    },
  };
}

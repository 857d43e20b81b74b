import type { Said } from '#kernel/localized-text.ts';
import type { Grant, Person } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import { readingOf } from '#platform/journal/journal.ts';
import type { PageContext } from '#platform/module.ts';
import { nameRecords } from '#platform/records/naming.ts';
import { allRecords } from '#platform/records/records.ts';
import { actionContextOf, type Offer } from './offers.ts';
import { decideAction } from './perform.ts';

/** Something that waits for a reader: what to do, to which record, and the way to its form. */
export type Waiting = Offer & {
  readonly record: Said;
  readonly recordHref: string;
  /** The record where it is not for everybody, with the grant that opens it. */
  readonly opened: { readonly kind: string; readonly id: string; readonly grant: Grant } | null;
};

/** At most this many a desk; the lists have all. */
const mostWaiting = 25;

/** What waits for somebody under one grant, in the order of the manifests. Whoever shows of it calls `recordWaiting`. */
export async function listWaiting(
  tx: Transaction,
  context: PageContext & { readonly actor: Person },
  grant: Grant,
): Promise<readonly Waiting[]> {
  const actor = { ...context.actor, grants: [grant] };
  const acting = { ...actionContextOf(context), actor };
  const { party } = grant;
  const own = party === null ? {} : { party };
  const waiting: Waiting[] = [];
  for (const action of context.modules.flatMap((module) => module.actions)) {
    const { about, waits } = action;
    if (about === null || waits === undefined || waiting.length >= mostWaiting) continue;
    const ids = await waits(tx, acting, party);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const records = await allRecords(tx, {
      ...moment,
      kinds: [about.kind.name],
      ids: ids.slice(0, mostWaiting),
    });
    const found = ids.length === 0 ? [] : records;
    const kinds = context.modules.flatMap((module) => module.kinds);
    const named = await nameRecords(tx, { ...moment, kinds, language: context.language }, found);
    for (const [index, { id }] of found.entries()) {
      const fields = { id, ...('party' in action.fields ? own : {}) };
      if (!(await decideAction(tx, action, acting, fields)).allowed) continue;
      waiting.push({
        title: action.texts(context.language).title,
        href: context.href(`/do/${action.name}`, fields),
        record: named[index] as Said,
        recordHref: context.href(about.kind.href(id)),
        opened: about.kind.visibility === 'public' ? null : { kind: about.kind.name, id, grant },
      });
    }
  }
  return waiting.slice(0, mostWaiting);
}

/** Has it journalled what is about to be shown of records that are not for everybody, as forms do: an entry for each grant and kind. */
export function recordWaiting(
  { register, record }: Pick<PageContext, 'register' | 'record'>,
  shown: readonly Waiting[],
): void {
  const closed = shown.flatMap(({ opened }) => opened ?? []);
  for (const [{ party, basis }, own] of Map.groupBy(closed, ({ grant }) => grant))
    for (const [kind, some] of Map.groupBy(own, (one) => one.kind))
      record({
        ...readingOf(kind, [...new Set(some.map(({ id }) => id))]),
        ...{ register: register.id, party, purpose: basis },
      });
}

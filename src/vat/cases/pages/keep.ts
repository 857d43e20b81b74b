import { actionContextOf, offerOn } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { knownOf } from '#union';
import { inField } from '../../fields/store.ts';
import { tradeKinds } from '../../model.ts';
import { listOpenOn } from '../store.ts';

/** A row of any file, as other rooms name it. */
type Row = { readonly kind: string; readonly file: string; readonly row: number };

export type WayToKeep = { readonly title: string; readonly hrefOf: (row: Row) => string | null };

/**
 * The way to keep a row with the case that a party has open on a trader, of several the last; its form holds the row already. Of a row that
 * no case keeps the address is null. Null: there is no such case, or the reader keeps none.
 */
export async function wayToKeep(
  tx: Transaction,
  context: PageContext,
  about: { readonly party: string; readonly trader: string },
): Promise<WayToKeep | null> {
  const acting = actionContextOf(context);
  const found = (await listOpenOn(tx, knownOf(acting), about)).at(-1);
  if (found === undefined) return null;
  const { id } = found.record;
  const touched = await inField(tx, acting, 'cases', about.party);
  const name = 'vat-case-rows/keep';
  const offer = await offerOn(tx, context, name, { given: { id }, touched });
  if (offer === null) return null;
  return {
    title: offer.title,
    hrefOf: ({ kind, file, row }) =>
      tradeKinds.some((one) => one === kind)
        ? context.href(`/do/${name}`, { id, kind, file, row: String(row) })
        : null,
  };
}

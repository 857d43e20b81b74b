import { prefixOf } from '../../vat-number.ts';

/** What says of whom a row of a file is; `state`: which took the file in, as it stands before VAT numbers. */
export type OfWhom = {
  readonly state: string;
  readonly kind: string;
  readonly supplier?: unknown;
  readonly acquirer?: unknown;
};

/**
 * Whether a party's own people may open a row: what its own administration took in, and lines of statements of which a trader of its state
 * is one side, which go to the acquirer's state (Reg. 904/2010, art. 21). On a node of several parties the others' files are here, too.
 */
export function mayOpen(party: string, { state, kind, supplier, acquirer }: OfWhom): boolean {
  const own = prefixOf(party);
  if (state === own) return true;
  return kind === 'supplies' && [supplier, acquirer].some((one) => String(one ?? '').startsWith(own));
}

/** Kinds of which rows of files that others took in may be open, too. */
export const isExchanged = (kind: string): boolean => kind === 'supplies';

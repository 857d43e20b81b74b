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
export function mayOpen(party: string, row: OfWhom): boolean {
  const { own, sides } = openBy(party);
  if (row.state === own) return true;
  return isExchanged(row.kind) && sides.some((side) => String(row[side] ?? '').startsWith(own));
}

/** What `mayOpen` goes by, for a question to many rows at once: the state that took a row in, or a trader of it on one of these sides. */
export const openBy = (party: string) =>
  ({ own: prefixOf(party), sides: ['supplier', 'acquirer'] }) as const satisfies {
    readonly own: string;
    readonly sides: readonly (keyof OfWhom)[];
  };

/** Kinds of which rows of files that others took in may be open, too. */
export const exchangedKinds: readonly string[] = ['supplies'];
export const isExchanged = (kind: string): boolean => exchangedKinds.includes(kind);

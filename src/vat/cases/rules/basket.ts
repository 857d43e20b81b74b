import { type TradeKind, tradeKinds } from '../../model.ts';

/** A row of a file, as a bundle names it. */
export type NamedRow = { readonly kind: TradeKind; readonly file: string; readonly row: number };

/** More of one reason than anybody looks at. */
export const mostOfReason = 200;
/** Rows that one case keeps, and that a page opens at once. */
export const mostKept = 500;

export const nameOfRow = ({ kind, file, row }: NamedRow): string => `${kind}:${file}:${row}`;

/** What a bundle names behind a reason; a return that did not come, a bridge and a case are no rows of files. */
type Behind = { readonly kind: string; readonly file?: string; readonly row?: number };

/** The rows of files behind a reason that are not kept yet, in the order of the bundle. */
export function rowsToKeep(behind: readonly Behind[], kept: readonly NamedRow[]): readonly NamedRow[] {
  const there = new Set(kept.map(nameOfRow));
  return behind.flatMap(({ kind: said, file, row }) => {
    const kind = tradeKinds.find((one) => one === said);
    if (kind === undefined || file === undefined || row === undefined) return [];
    return there.has(nameOfRow({ kind, file, row })) ? [] : [{ kind, file, row }];
  });
}

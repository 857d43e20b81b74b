import { type DeclarationKind, declarationKinds } from '../../model.ts';

/** A row of a file, as a bundle names it. */
export type NamedRow = { readonly kind: DeclarationKind; readonly file: string; readonly row: number };

/** More of one reason than anybody looks at. */
export const mostOfReason = 200;
/** Rows that one case keeps, and that a page opens at once. */
export const mostKept = 500;

/**
 * `supplies:<SHA-256 of the file>:12` as a row. Null: it is none of a file of declarations, as a return that did not come, or a bridge,
 * of which the rows are another state's.
 */
export function rowNamed(text: string): NamedRow | null {
  const [, kind = '', file = '', row = ''] = /^([a-z]+):([0-9a-f]{64}):(\d{1,9})$/.exec(text) ?? [];
  const known = declarationKinds.find((one) => one === kind);
  return known === undefined ? null : { kind: known, file, row: Number(row) };
}

export const nameOfRow = ({ kind, file, row }: NamedRow): string => `${kind}:${file}:${row}`;

/** Rows behind a reason that are not kept yet, in the order of the bundle. */
export function rowsToKeep(named: readonly string[], kept: readonly NamedRow[]): readonly NamedRow[] {
  const there = new Set(kept.map(nameOfRow));
  return named.flatMap((text) => {
    const row = rowNamed(text);
    return row === null || there.has(nameOfRow(row)) ? [] : [row];
  });
}

/**
 * Whether a state's own people may open a row: of what their state took in, and of statements of others to its own acquirers, which are
 * exchanged (Reg. 904/2010, art. 21). On a node of several parties the others' files are here, too.
 */
export function mayOpen(
  party: string,
  state: string,
  kind: string,
  acquirer: unknown,
): boolean {
  if (state === party) return true;
  return kind === 'supplies' && typeof acquirer === 'string' && acquirer.startsWith(party);
}

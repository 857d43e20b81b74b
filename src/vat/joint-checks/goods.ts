/**
 * Kinds of good that a check can be about: data, so that another kind is another entry. Elite horses come first (M(2019)9; report, §12.2.2). How the
 * number of a kind is formed is not checked against its source yet, so that a number in another form is marked and never refused.
 */
export type Good = {
  readonly id: string;
  /** By what one of them is told from another; null: by whatever the check calls it. */
  readonly number: {
    readonly name: string;
    readonly form: RegExp;
    readonly like: string;
    /** False: from memory (facts, section 5.11, marked M), and shown so. */
    readonly isVerified: boolean;
  } | null;
};

export const goods: readonly Good[] = [
  {
    id: 'horse',
    number: { name: 'UELN', form: /^[0-9A-Z]{15}$/, like: '056000123456789', isVerified: false },
  },
  { id: 'other', number: null },
];

export const goodOf = (id: unknown): Good | undefined => goods.find((good) => good.id === id);

/** As a number stands here: without what people put between its signs, in capitals. Null where it is none, or too long to be one. */
export function readItem(written: string): string | null {
  const signs = written.replace(/[ .\-/]/g, '').toUpperCase();
  return /^[0-9A-Z]{1,40}$/.test(signs) ? signs : null;
}

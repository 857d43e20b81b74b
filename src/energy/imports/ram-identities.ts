/**
 * What JAO publishes of a remaining available margin, MW but for the two ratios; NaN: it is not there. Names are JAO's (its publication
 * handbook; facts on energy, section 2).
 */
export type RamChain = {
  readonly [name in (typeof ramChainNames)[number]]: number;
};
export const ramChainNames = [
  ...['ram', 'imax', 'u', 'fmax', 'frm', 'frefInit', 'fnrao', 'fref', 'fcore', 'fall', 'fuaf', 'fltn'],
  ...['amr', 'cva', 'iva', 'minRamFactor', 'minRamTarget'],
] as const;

/** MW: figures are published as whole megawatts, and checked so on 11,560 rows. */
const within = 2;

type Identity = {
  readonly says: string;
  readonly left: (row: RamChain) => number;
  readonly right: (row: RamChain) => number;
};

/** Each with both sides in MW. */
const identities: readonly Identity[] = [
  {
    says: 'fmax = √3 · 400 kV · imax',
    left: ({ fmax }) => fmax,
    // Of the level of 380 kV, which is operated at 400.
    right: ({ u, imax }) => (u === 380 ? (Math.sqrt(3) * 400 * imax) / 1_000 : Number.NaN),
  },
  {
    says: 'fref = frefInit − fnrao',
    left: ({ fref }) => fref,
    right: ({ frefInit, fnrao }) => frefInit - fnrao,
  },
  { says: 'fcore = fall + fuaf', left: ({ fcore }) => fcore, right: ({ fall, fuaf }) => fall + fuaf },
  {
    says: 'minRamTarget = max(0.20, minRamFactor / 100 − fuaf / fmax)',
    left: ({ minRamTarget, fmax }) => minRamTarget * fmax,
    right: ({ minRamFactor, fuaf, fmax }) => Math.max(0.2 * fmax, (minRamFactor / 100) * fmax - fuaf),
  },
  {
    says: 'amr = max(0, minRamTarget · fmax − (fmax − frm − fcore))',
    left: ({ amr }) => amr,
    right: ({ minRamTarget, fmax, frm, fcore }) => Math.max(0, minRamTarget * fmax - (fmax - frm - fcore)),
  },
  {
    says: 'ram = fmax − frm − (fcore + fltn) + amr − cva − iva',
    left: ({ ram }) => ram,
    right: ({ fmax, frm, fcore, fltn, amr, cva, iva }) => fmax - frm - (fcore + fltn) + amr - cva - iva,
  },
];

/** An identity that does not hold: what is published, and what its other side comes to. MW. */
export type BrokenIdentity = {
  readonly identity: string;
  readonly published: number;
  readonly computed: number;
};

/** Those identities of which all parts are there and which do not hold within 2 MW. */
export function brokenIdentities(row: RamChain): readonly BrokenIdentity[] {
  return identities.flatMap(({ says, left, right }) => {
    const [published, computed] = [left(row), right(row)];
    // What is not there makes a NaN, which breaks nothing.
    return Math.abs(published - computed) > within ? [{ identity: says, published, computed }] : [];
  });
}

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  type Hash,
  hashLeaf,
  hashNode,
  inclusionProof,
  nodesCompletedBy,
  type ReadNode,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

fc.configureGlobal({ seed: 9162 });

const sha256 = (bytes: Uint8Array): Hash => createHash('sha256').update(bytes).digest();
const hex = (hash: Hash) => Buffer.from(hash).toString('hex');
const largest = 2000;
const entries = Array.from({ length: largest }, (_, index) => Buffer.from(`entry ${index}`));
const leaves = entries.map((entry) => hashLeaf(sha256, entry));

const nodes = new Map<string, Hash>();
const read: ReadNode = (level, index) => {
  const found = nodes.get(`${level}/${index}`);
  if (found === undefined) throw new Error(`Node ${level}/${index} is not complete`);
  return found;
};
for (const [index, leaf] of leaves.entries())
  for (const node of nodesCompletedBy(sha256, read, index, leaf))
    nodes.set(`${node.level}/${node.index}`, node.hash);

/** Where a tree of that size is split. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The tree as RFC 9162 defines it, of the entries from one place to before another; keeps no more than roots that it made. */
function slowTree(of: readonly Hash[]) {
  const made = new Map<string, Hash>();
  /** MTH, 2.1.1. */
  const make = (from: number, to: number): Hash => {
    if (from === to) return sha256(new Uint8Array());
    if (to - from === 1) return of[from] as Hash;
    const split = from + splitOf(to - from);
    return hashNode(sha256, root(from, split), root(split, to));
  };
  const root = (from: number, to: number): Hash => {
    const found = made.get(`${from}/${to}`) ?? make(from, to);
    made.set(`${from}/${to}`, found);
    return found;
  };
  /** PATH, 2.1.3.1. */
  const path = (index: number, from: number, to: number): readonly Hash[] => {
    if (to - from === 1) return [];
    const split = from + splitOf(to - from);
    return index < split
      ? [...path(index, from, split), root(split, to)]
      : [...path(index, split, to), root(from, split)];
  };
  /** SUBPROOF, 2.1.4.1; `earlier` is where the earlier tree ends. */
  const subproof = (earlier: number, from: number, to: number, known: boolean): readonly Hash[] => {
    if (earlier === to) return known ? [] : [root(from, to)];
    const split = from + splitOf(to - from);
    return earlier <= split
      ? [...subproof(earlier, from, split, known), root(split, to)]
      : [...subproof(earlier, split, to, false), root(from, split)];
  };
  return {
    root: (size: number) => root(0, size),
    path: (index: number, size: number) => path(index, 0, size),
    subproof: (earlier: number, size: number) => subproof(earlier, 0, size, true),
  };
}

const roots = Array.from({ length: largest + 1 }, (_, size) => rootOf(sha256, read, size));
const rootAt = (size: number) => roots[size] as Hash;
const leafAt = (index: number) => leaves[index] as Hash;
/** A place below a size that nobody chose, the same in every run. */
const drawn = (size: number, which: string) =>
  Buffer.from(sha256(Buffer.from(`${which} of ${size}`))).readUInt32BE() % size;
/** The ends, the places beside the split, and some between. */
const someOf = (size: number) =>
  [
    ...new Set([
      ...[0, 1, Math.floor(size / 2), 2 ** Math.floor(Math.log2(size)) - 1, (size * 7) % 13, size - 1],
      ...['first', 'second'].map((which) => drawn(size, which)),
    ]),
  ].filter((index) => index >= 0 && index < size);

describe('Against a slow reference tree', () => {
  test('known roots of the published test vectors', () => {
    // The reference vectors of Certificate Transparency: leaves '', 00, 10, 2021, 3031, 40414243.
    const given = ['', '00', '10', '2021', '3031', '40414243'].map((text) =>
      hashLeaf(sha256, Buffer.from(text, 'hex')),
    );
    const slow = slowTree(given);
    expect(hex(slow.root(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(slow.root(1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(hex(slow.root(2))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  });

  const slow = slowTree(leaves);

  test(`roots of all sizes to ${largest}`, () => {
    const differing = roots.flatMap((root, size) => (hex(root) === hex(slow.root(size)) ? [] : [size]));
    expect([roots.length, differing]).toEqual([largest + 1, []]);
  });

  test(`proofs of all entries to 200, and of some in all sizes to ${largest}`, () => {
    const hexes = (proof: readonly Hash[]) => proof.map(hex).join();
    for (let size = 1; size <= largest; size += 1)
      for (const index of size <= 200 ? Array.from({ length: size }, (_, each) => each) : someOf(size)) {
        const shown = hexes(inclusionProof(sha256, read, index, size));
        if (shown !== hexes(slow.path(index, size))) expect.fail(`entry ${index} of ${size}`);
        const ongoing = hexes(consistencyProof(sha256, read, index + 1, size));
        if (ongoing !== hexes(slow.subproof(index + 1, size))) expect.fail(`${index + 1} to ${size}`);
      }
  });
});

describe('For all sizes', () => {
  test(`an entry is shown to be in the tree, at its place and no other, to ${largest}`, () => {
    for (let size = 1; size <= largest; size += 1)
      for (const index of someOf(size)) {
        const proof = inclusionProof(sha256, read, index, size);
        const said = { leaf: leafAt(index), index, size, root: rootAt(size) };
        if (!verifyInclusion(sha256, proof, said)) expect.fail(`entry ${index} of ${size}`);
        const elsewhere = (index + 1) % size;
        if (size > 1 && verifyInclusion(sha256, proof, { ...said, index: elsewhere }))
          expect.fail(`entry ${index} of ${size} passes for ${elsewhere}`);
      }
  });

  test(`a tree is shown to go on from an earlier one, and from no other, to ${largest}`, () => {
    for (let size = 1; size <= largest; size += 1)
      for (const earlier of someOf(size).map((index) => index + 1)) {
        const proof = consistencyProof(sha256, read, earlier, size);
        const [old, now] = [rootAt(earlier), rootAt(size)];
        if (!verifyConsistency(sha256, proof, { size: earlier, root: old }, { size, root: now }))
          expect.fail(`${earlier} to ${size}`);
        const forged = { size: earlier, root: sha256(old) };
        if (verifyConsistency(sha256, proof, forged, { size, root: now }))
          expect.fail(`a forged root of ${earlier} passes in ${size}`);
      }
  });

  test('a proof with a byte changed, one hash more or one less shows nothing', () => {
    const place = fc.integer({ min: 2, max: largest }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        index: fc.nat(size - 1),
        byte: fc.nat(),
        change: fc.integer({ min: 1, max: 255 }),
      }),
    );
    fc.assert(
      fc.property(place, ({ size, index, byte, change }) => {
        const proof = inclusionProof(sha256, read, index, size);
        const said = { leaf: leafAt(index), index, size, root: rootAt(size) };
        const changed = proof.map((hash) => Uint8Array.from(hash));
        const target = changed[byte % changed.length] as Uint8Array;
        target[byte % 32] = (target[byte % 32] as number) ^ change;
        expect(verifyInclusion(sha256, changed, said)).toBe(false);
        expect(verifyInclusion(sha256, proof.slice(1), said)).toBe(false);
        expect(verifyInclusion(sha256, [...proof, leafAt(0)], said)).toBe(false);
        const ongoing = consistencyProof(sha256, read, index + 1, size);
        const [earlier, later] = [
          { size: index + 1, root: rootAt(index + 1) },
          { size, root: rootAt(size) },
        ];
        expect(verifyConsistency(sha256, [...ongoing, leafAt(0)], earlier, later)).toBe(false);
        if (ongoing.length > 0)
          expect(verifyConsistency(sha256, ongoing.slice(1), earlier, later)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a node cannot be passed off as an entry', () => {
    const [left, right] = [leafAt(0), leafAt(1)];
    const node = hashNode(sha256, left, right);
    expect(hex(hashLeaf(sha256, Buffer.concat([left, right])))).not.toBe(hex(node));
    expect(verifyInclusion(sha256, [], { leaf: node, index: 0, size: 2, root: rootAt(2) })).toBe(false);
  });
});

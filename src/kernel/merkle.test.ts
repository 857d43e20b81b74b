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

/** MTH as RFC 9162, 2.1.1 writes it, with nothing kept. */
function slowRoot(of: readonly Hash[]): Hash {
  if (of.length === 0) return sha256(new Uint8Array());
  const [only] = of;
  if (of.length === 1 && only !== undefined) return only;
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return hashNode(sha256, slowRoot(of.slice(0, split)), slowRoot(of.slice(split)));
}

/** PATH as RFC 9162, 2.1.3.1 writes it. */
function slowPath(index: number, of: readonly Hash[]): readonly Hash[] {
  if (of.length === 1) return [];
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return index < split
    ? [...slowPath(index, of.slice(0, split)), slowRoot(of.slice(split))]
    : [...slowPath(index - split, of.slice(split)), slowRoot(of.slice(0, split))];
}

/** SUBPROOF as RFC 9162, 2.1.4.1 writes it. */
function slowSubproof(earlier: number, of: readonly Hash[], known: boolean): readonly Hash[] {
  if (earlier === of.length) return known ? [] : [slowRoot(of)];
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return earlier <= split
    ? [...slowSubproof(earlier, of.slice(0, split), known), slowRoot(of.slice(split))]
    : [...slowSubproof(earlier - split, of.slice(split), false), slowRoot(of.slice(0, split))];
}

const roots = Array.from({ length: largest + 1 }, (_, size) => rootOf(sha256, read, size));
const rootAt = (size: number) => roots[size] as Hash;
const leafAt = (index: number) => leaves[index] as Hash;
/** The ends, the places beside the split, and some between. */
const someOf = (size: number) =>
  [
    ...new Set([0, 1, Math.floor(size / 2), 2 ** Math.floor(Math.log2(size)) - 1, (size * 7) % 13, size - 1]),
  ].filter((index) => index >= 0 && index < size);

describe('Against a slow reference tree', () => {
  test('known roots of the published test vectors', () => {
    // The reference vectors of Certificate Transparency: leaves '', 00, 10, 2021, 3031, 40414243.
    const given = ['', '00', '10', '2021', '3031', '40414243'].map((text) =>
      hashLeaf(sha256, Buffer.from(text, 'hex')),
    );
    expect(hex(slowRoot([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(slowRoot(given.slice(0, 1)))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(hex(slowRoot(given.slice(0, 2)))).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
  });

  test(`roots of all sizes to ${largest}`, () => {
    for (let size = 0; size <= 300; size += 1)
      expect(hex(rootAt(size))).toBe(hex(slowRoot(leaves.slice(0, size))));
    for (let size = 301; size <= largest; size += 97)
      expect(hex(rootAt(size))).toBe(hex(slowRoot(leaves.slice(0, size))));
  });

  test('proofs are those of the reference', () => {
    for (let size = 1; size <= 80; size += 1)
      for (let index = 0; index < size; index += 1) {
        const of = leaves.slice(0, size);
        expect(inclusionProof(sha256, read, index, size)).toEqual(slowPath(index, of));
        expect(consistencyProof(sha256, read, index + 1, size)).toEqual(slowSubproof(index + 1, of, true));
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

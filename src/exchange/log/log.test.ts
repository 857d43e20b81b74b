import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  consistencyProof,
  type Hash,
  hashLeaf,
  inclusionProof,
  nodesCompletedBy,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '#kernel/merkle.ts';
import { checkpointText, parseCheckpoint } from './checkpoint.ts';
import { cosignNote, openNote, signNote } from './signed-note.ts';
import { nodesIn, nodesOfTile, tilePath, tilesOf } from './tiles.ts';

const sha256 = (bytes: Uint8Array): Hash => createHash('sha256').update(bytes).digest();
const signerOf = (name: string) => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ed25519');
  return { name, key, publicKey };
};
const [keeper, witness, stranger] = [
  signerOf('tripoint/NL'),
  signerOf('tripoint/witness'),
  signerOf('tripoint/NL'),
];

describe('A signed note', () => {
  const text = checkpointText({ origin: 'tripoint/NL', size: 3, root: sha256(Buffer.from('x')) });
  const note = cosignNote(signNote(text, keeper), witness, 1_770_000_000);

  test('is opened by who knows its signers, and says when each saw it', () => {
    expect(openNote(note, [keeper, witness])).toEqual({
      text,
      signatures: [
        { name: 'tripoint/NL', seenAt: null },
        { name: 'tripoint/witness', seenAt: 1_770_000_000 },
      ],
    });
    expect(openNote(note, [witness])?.signatures).toEqual([
      { name: 'tripoint/witness', seenAt: 1_770_000_000 },
    ]);
  });

  test('of a stranger, even of the same name, says nothing', () => {
    expect(openNote(signNote(text, stranger), [keeper])).toBeNull();
    expect(openNote(note, [])).toBeNull();
  });

  test('with any character of its text changed is nobody’s', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom('0', 'Z', '/', '\n'), (at, by) => {
        const changed = `${note.slice(0, at)}${by}${note.slice(at + 1)}`;
        if (changed === note) return;
        expect(openNote(changed, [keeper, witness])).toBeNull();
      }),
    );
  });

  test('whose co-signature is moved to another time is nobody’s', () => {
    const lines = note.split('\n');
    const line = lines.findIndex((one) => one.includes('witness'));
    const [dash, name, encoded = ''] = (lines[line] ?? '').split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    bytes.writeUInt8(bytes.readUInt8(11) ^ 1, 11);
    const moved = lines.with(line, `${dash} ${name} ${bytes.toString('base64')}`).join('\n');
    expect(openNote(moved, [keeper, witness])).toBeNull();
  });
});

describe('A checkpoint', () => {
  test('is read as it was written', () => {
    const root = sha256(Buffer.from('y'));
    const {
      origin,
      size,
      root: read,
    } = parseCheckpoint(checkpointText({ origin: 'o', size: 12, root })) ?? {};
    expect([origin, size, Buffer.from(read ?? []).toString('hex')]).toEqual([
      'o',
      12,
      Buffer.from(root).toString('hex'),
    ]);
  });

  test.each([
    ['a line more', 'o\n1\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\nmore\n'],
    ['a size with a zero before it', 'o\n01\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n'],
    ['a size that no number holds', 'o\n9999999999999999\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo=\n'],
    ['a root written another way', 'o\n1\nqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqp=\n'],
    ['no root', 'o\n1\n\n'],
  ])('with %s is none', (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });
});

describe('Tiles', () => {
  test.each([
    [{ level: 0, index: 0 }, 256, 'tile/0/000'],
    [{ level: 1, index: 1234 }, 256, 'tile/1/x001/234'],
    [{ level: 0, index: 1234067 }, 17, 'tile/0/x001/x234/067.p/17'],
  ])('%o has its path', (tile, width, path) => {
    expect(tilePath(tile, width)).toBe(path);
  });

  const largest = 66_000;
  const hashes = new Map<string, Hash>();
  const at = (level: number, index: number) => hashes.get(`${level}/${index}`) as Hash;
  const leaves = Array.from({ length: largest }, (_, index) => hashLeaf(sha256, Buffer.from(String(index))));
  for (const [index, leaf] of leaves.entries())
    for (const node of nodesCompletedBy(sha256, at, index, leaf))
      hashes.set(`${node.level}/${node.index}`, node.hash);
  const tiles = new Map<string, Uint8Array>();
  for (const { level, index, width } of tilesOf(largest))
    tiles.set(
      `${level}/${index}`,
      Buffer.concat(Array.from({ length: width }, (_, place) => at(8 * level, 256 * index + place))),
    );
  const read = nodesIn(({ level, index }) =>
    nodesOfTile(sha256, tiles.get(`${level}/${index}`) ?? new Uint8Array()),
  );

  test('hold every node that is asked for: roots and proofs are those of the tree', () => {
    expect(tiles.size).toBe(258 + 2 + 1);
    const sizes = fc.integer({ min: 1, max: largest });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, any, other) => {
        const root = rootOf(sha256, read, size);
        expect(root).toEqual(rootOf(sha256, at, size));
        const index = any % size;
        const proof = inclusionProof(sha256, read, index, size);
        expect(verifyInclusion(sha256, proof, { leaf: leaves[index] as Hash, index, size, root })).toBe(true);
        const earlier = 1 + (other % size);
        const ongoing = consistencyProof(sha256, read, earlier, size);
        const before = { size: earlier, root: rootOf(sha256, at, earlier) };
        expect(verifyConsistency(sha256, ongoing, before, { size, root })).toBe(true);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  test('do not make up a node that they do not hold', () => {
    expect(() => read(0, largest)).toThrow('holds no node');
  });
});

/**
 * Merkle trees after RFC 9162, section 2.1: what stood in a log at a size is one hash, and that an entry is in it, or that a later
 * log goes on from it, takes a few hashes to show. Pure: the hash function is handed in, and stored nodes are read by whoever
 * keeps them.
 */

export type Hash = Uint8Array;
export type HashFunction = (bytes: Uint8Array) => Hash;

/**
 * A stored node: the root of the complete subtree of `2 ** level` leaves that begins at leaf `index * 2 ** level`. Only complete
 * ones are asked for, and these never change.
 */
export type ReadNode = (level: number, index: number) => Hash;

/** A leaf is told from a node by its first byte, so that no node can be passed off as an entry (2.1.1). */
export function hashLeaf(hash: HashFunction, entry: Uint8Array): Hash {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return hash(bytes);
}

export function hashNode(hash: HashFunction, left: Hash, right: Hash): Hash {
  // A proof takes a thousand of these.
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 0x01;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
}

/** The root of the first `size` leaves; of none, the hash of nothing. */
export function rootOf(hash: HashFunction, read: ReadNode, size: number): Hash {
  return size === 0 ? hash(new Uint8Array()) : rangeRoot(hash, read, 0, size);
}

/** Hashes, from the leaf up, by which entry `index` is shown to be among the first `size` (2.1.3.1). Throws outside of them. */
export function inclusionProof(
  hash: HashFunction,
  read: ReadNode,
  index: number,
  size: number,
): readonly Hash[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  const path: Hash[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(rangeRoot(hash, read, middle, to));
      to = middle;
    } else {
      path.push(rangeRoot(hash, read, from, middle));
      from = middle;
    }
  }
  return path.toReversed();
}

/** Hashes by which the tree of `size` leaves is shown to begin with that of `earlier` (2.1.4.1). Throws where it cannot. */
export function consistencyProof(
  hash: HashFunction,
  read: ReadNode,
  earlier: number,
  size: number,
): readonly Hash[] {
  if (!(earlier >= 1 && earlier <= size)) throw new RangeError(`No tree of ${earlier} in one of ${size}`);
  const path: Hash[] = [];
  let [from, to] = [0, size];
  // The verifier has the root of the earlier tree, so that one is left out where it is a node of the path.
  let known = true;
  while (earlier !== to) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      path.push(rangeRoot(hash, read, middle, to));
      to = middle;
    } else {
      path.push(rangeRoot(hash, read, from, middle));
      from = middle;
      known = false;
    }
  }
  if (!known) path.push(rangeRoot(hash, read, from, to));
  return path.toReversed();
}

/** Whether the proof shows that a leaf stands at `index` in the tree of `size` leaves with that root (2.1.3.2). */
export function verifyInclusion(
  hash: HashFunction,
  proof: readonly Hash[],
  { leaf, index, size, root }: { leaf: Hash; index: number; size: number; root: Hash },
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [place, last] = [index, size - 1];
  let found = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      found = hashNode(hash, sibling, found);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      found = hashNode(hash, found, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && equal(found, root);
}

/** Whether the proof shows that the later tree begins with the earlier (2.1.4.2). Of the empty tree every tree is a continuation. */
export function verifyConsistency(
  hash: HashFunction,
  proof: readonly Hash[],
  earlier: { readonly size: number; readonly root: Hash },
  later: { readonly size: number; readonly root: Hash },
): boolean {
  if (earlier.size > later.size || earlier.size < 0) return false;
  if (earlier.size === 0) return proof.length === 0 && equal(earlier.root, hash(new Uint8Array()));
  if (earlier.size === later.size) return proof.length === 0 && equal(earlier.root, later.root);
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [place, last] = [earlier.size - 1, later.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [old, now] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = hashNode(hash, sibling, old);
      now = hashNode(hash, sibling, now);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      now = hashNode(hash, now, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && equal(old, earlier.root) && equal(now, later.root);
}

/** Nodes that become complete when leaf number `index` is written, lowest first, the leaf itself included. */
export function nodesCompletedBy(
  hash: HashFunction,
  read: ReadNode,
  index: number,
  leaf: Hash,
): readonly { readonly level: number; readonly index: number; readonly hash: Hash }[] {
  const completed = [{ level: 0, index, hash: leaf }];
  let [level, place, found] = [0, index, leaf];
  while (place % 2 === 1) {
    found = hashNode(hash, read(level, place - 1), found);
    [level, place] = [level + 1, half(place)];
    completed.push({ level, index: place, hash: found });
  }
  return completed;
}

/** The root of leaves `from` to `to`, the last not included: a stored node where they are a complete subtree. */
function rangeRoot(hash: HashFunction, read: ReadNode, from: number, to: number): Hash {
  const size = to - from;
  // `from` is a multiple of the largest power of two that is not larger than the range, as RFC 9162 splits them.
  if (isPowerOfTwo(size)) return read(Math.log2(size), from / size);
  const middle = from + splitOf(size);
  return hashNode(hash, rangeRoot(hash, read, from, middle), rangeRoot(hash, read, middle, to));
}

/** The largest power of two smaller than `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

function isPowerOfTwo(size: number): boolean {
  return Number.isInteger(Math.log2(size));
}

function half(place: number): number {
  return Math.floor(place / 2);
}

function equal(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

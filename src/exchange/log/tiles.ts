import { type Hash, type HashFunction, hashNode, type ReadNode } from '#kernel/merkle.ts';

/**
 * A log's nodes in tiles of C2SP `tlog-tiles`: 256 hashes of one level in a row. A full tile never changes, so that it can be
 * kept, copied and cached for ever; levels between two tile levels are computed from the tile below.
 */

export const hashesOfTile = 256;
const levelsOfTile = 8;
const hashBytes = 32;

/** Tile `index` of tile level `level`: the hashes of the nodes of tree level `8 * level` from `256 * index` on. */
export type TileName = { readonly level: number; readonly index: number };

/** `tile/1/x001/234`, and `.p/17` where only 17 of its hashes are there. */
export function tilePath({ level, index }: TileName, width: number = hashesOfTile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? ['000'];
  const path = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === hashesOfTile ? '' : `.p/${width}`}`;
}

/** Every tile of a log of a size with how many hashes it holds, lowest level first. */
export function* tilesOf(size: number): Generator<TileName & { readonly width: number }> {
  for (let level = 0, nodes = size; nodes > 0; level += 1, nodes = Math.floor(nodes / hashesOfTile))
    for (let index = 0; index * hashesOfTile < nodes; index += 1)
      yield { level, index, width: Math.min(hashesOfTile, nodes - index * hashesOfTile) };
}

/** The tile in which a node of the tree stands, or from whose hashes it is computed. */
export function tileName(level: number, index: number): TileName {
  const within = level % levelsOfTile;
  return {
    level: Math.floor(level / levelsOfTile),
    index: Math.floor((index * 2 ** within) / hashesOfTile),
  };
}

/** The node above a full tile, which is a hash of the tile level above. */
export function tileRoot(hash: HashFunction, tile: Uint8Array): Hash {
  return nodesOfTile(hash, tile)(levelsOfTile, 0);
}

/** A node within a tile: so many levels above its hashes, and the how manieth there. Throws where the tile does not reach so far. */
export type TileNodes = (within: number, place: number) => Hash;

/** What can be computed from a tile, a level at a time and each once. */
export function nodesOfTile(hash: HashFunction, tile: Uint8Array): TileNodes {
  const levels = [tile];
  return (within, place) => {
    for (let level = levels.length; level <= within; level += 1) {
      const below = levels[level - 1] as Uint8Array;
      const nodes = Buffer.alloc(hashBytes * Math.floor(below.length / hashBytes / 2));
      for (let at = 0; at < nodes.length; at += hashBytes)
        nodes.set(hashNode(hash, hashAt(below, 2 * at), hashAt(below, 2 * at + hashBytes)), at);
      levels.push(nodes);
    }
    const found = hashAt(levels[within] as Uint8Array, place * hashBytes);
    if (found.length < hashBytes) throw new Error(`The tile holds no node ${place}, ${within} levels up`);
    return found;
  };
}

const hashAt = (hashes: Uint8Array, at: number): Hash => hashes.subarray(at, at + hashBytes);

/** Reads nodes of a tree from its tiles. */
export function nodesIn(read: (tile: TileName) => TileNodes): ReadNode {
  return (level, index) => {
    const within = level % levelsOfTile;
    const tile = tileName(level, index);
    return read(tile)(within, index - tile.index * (hashesOfTile / 2 ** within));
  };
}

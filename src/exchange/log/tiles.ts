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
/** The bytes of a tile, as far as it is filled. Throws where it has none. */
export type ReadTile = (tile: TileName) => Uint8Array;

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
  const read = nodesIn(hash, () => tile);
  return hashNode(hash, read(levelsOfTile - 1, 0), read(levelsOfTile - 1, 1));
}

/** Reads nodes of a tree from its tiles. */
export function nodesIn(hash: HashFunction, read: ReadTile): ReadNode {
  return (level, index) => {
    const within = level % levelsOfTile;
    const tileLevel = Math.floor(level / levelsOfTile);
    const [first, count] = [index * 2 ** within, 2 ** within];
    const bytes = read({ level: tileLevel, index: Math.floor(first / hashesOfTile) });
    const from = first % hashesOfTile;
    if ((from + count) * hashBytes > bytes.length)
      throw new Error(`Tile ${tileLevel} holds no node ${first + count - 1}`);
    const row: Hash[] = [];
    for (let at = from; at < from + count; at += 1)
      row.push(bytes.subarray(at * hashBytes, (at + 1) * hashBytes));
    for (let width = count / 2; width >= 1; width /= 2)
      for (let place = 0; place < width; place += 1)
        row[place] = hashNode(hash, row[2 * place] as Hash, row[2 * place + 1] as Hash);
    return row[0] as Hash;
  };
}

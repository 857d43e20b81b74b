import { hash as digest } from 'node:crypto';
import { sql } from 'kysely';
import {
  consistencyProof,
  type Hash,
  type HashFunction,
  hashLeaf,
  inclusionProof,
  type ReadNode,
  rootOf,
} from '#kernel/merkle.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { hashesOfTile, nodesIn, type TileName, tileName, tileRoot, tilesOf } from './tiles.ts';

export const sha256: HashFunction = (bytes) => digest('sha256', bytes, 'buffer');

/** Any constant will do as long as nothing else locks on it. */
const growerLock = 7_206_114;

/** Writes the tiles that the journal's sequence has filled since the last time; returns how many. */
export async function growLog(database: Database): Promise<number> {
  return database.write(async (tx) => {
    await sql`select pg_advisory_xact_lock(${growerLock})`.execute(tx);
    const size = await sizeOf(tx);
    const held = new Map((await heldTiles(tx)).map(({ level, count }) => [level, count]));
    let written = 0;
    for (const tile of tilesOf(size)) {
      if (tile.width < hashesOfTile || tile.index < (held.get(tile.level) ?? 0)) continue;
      const hashes = await readHashes(tx, tile, hashesOfTile);
      await sql`insert into exchange.log_tile (level, index, hashes, root)
        values (${tile.level}, ${tile.index}, ${hashes}, ${tileRoot(sha256, hashes)})`.execute(tx);
      written += 1;
    }
    return written;
  });
}

async function heldTiles(tx: Transaction) {
  const { rows } = await sql<{ level: number; count: string }>`
    select level, count(*) as count from exchange.log_tile group by level`.execute(tx);
  return rows.map(({ level, count }) => ({ level, count: Number(count) }));
}

/** How many entries of the journal have their place. */
export async function sizeOf(tx: Transaction): Promise<number> {
  const { rows } = await sql<{ size: string }>`
    select coalesce(max(place), 0) as size from platform.journal_sequence`.execute(tx);
  return Number(rows[0]?.size ?? 0);
}

/** The root of the log at a size. */
export async function loadRoot(tx: Transaction, size: number): Promise<Hash> {
  return withNodes(tx, size, (read) => rootOf(sha256, read, size));
}

/** Shows that entry `index`, from 0, is in the log of a size. Throws a RangeError outside of it. */
export async function loadInclusionProof(
  tx: Transaction,
  index: number,
  size: number,
): Promise<readonly Hash[]> {
  return withNodes(tx, size, (read) => inclusionProof(sha256, read, index, size));
}

/** Shows that the log of a size goes on from that of an earlier one. Throws a RangeError where it cannot. */
export async function loadConsistencyProof(
  tx: Transaction,
  earlier: number,
  size: number,
): Promise<readonly Hash[]> {
  return withNodes(tx, size, (read) => consistencyProof(sha256, read, earlier, size));
}

/** Asks once for nothing to learn which tiles are wanted, then with these. */
async function withNodes<Value>(
  tx: Transaction,
  size: number,
  work: (read: ReadNode) => Value,
): Promise<Value> {
  const wanted = new Map<string, TileName>();
  const nothing = new Uint8Array(32);
  work((level, index) => {
    const tile = tileName(level, index);
    wanted.set(`${tile.level}/${tile.index}`, tile);
    return nothing;
  });
  const tiles = new Map<string, Uint8Array>();
  for (const [key, tile] of wanted) tiles.set(key, await loadTile(tx, tile, size));
  return work(nodesIn(sha256, ({ level, index }) => tiles.get(`${level}/${index}`) ?? new Uint8Array()));
}

/** A tile as far as a log of that size fills it. */
export async function loadTile(tx: Transaction, tile: TileName, size: number): Promise<Uint8Array> {
  const nodes = Math.floor(size / hashesOfTile ** tile.level);
  const width = Math.min(hashesOfTile, nodes - tile.index * hashesOfTile);
  const { rows } = await sql<{ hashes: Buffer }>`
    select hashes from exchange.log_tile where level = ${tile.level} and index = ${tile.index}`.execute(tx);
  return rows[0]?.hashes.subarray(0, width * 32) ?? readHashes(tx, tile, width);
}

/** The hashes of a tile from what stands below it: entries, or the roots of full tiles. */
async function readHashes(tx: Transaction, { level, index }: TileName, width: number): Promise<Buffer> {
  const first = index * hashesOfTile;
  const { rows } =
    level === 0
      ? await sql<{ hash: Buffer }>`
          select decode(leaf_hash, 'hex') as hash
          from platform.journal_sequence join platform.journal on id = entry
          where place > ${first} and place <= ${first + width} order by place`.execute(tx)
      : await sql<{ hash: Buffer }>`
          select root as hash from exchange.log_tile
          where level = ${level - 1} and index >= ${first} and index < ${first + width} order by index`.execute(
          tx,
        );
  if (rows.length !== width)
    throw new Error(`Tile ${level}/${index} has ${rows.length} hashes, not ${width}`);
  return Buffer.concat(rows.map(({ hash }) => (level === 0 ? hashLeaf(sha256, hash) : hash)));
}

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
import {
  hashesOfTile,
  nodesIn,
  nodesOfTile,
  type TileName,
  type TileNodes,
  tileName,
  tileRoot,
  tilesOf,
} from './tiles.ts';

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
      const hashes = await loadTile(tx, tile, size);
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

/** Asks once for nothing to learn which tiles are wanted, then with these: a proof is one question of the database. */
async function withNodes<Value>(
  tx: Transaction,
  size: number,
  work: (read: ReadNode) => Value,
): Promise<Value> {
  const wanted = new Map<string, TileName>();
  const nothing = new Uint8Array(32);
  work((level, index) => {
    const tile = tileName(level, index);
    wanted.set(keyOf(tile), tile);
    return nothing;
  });
  const tiles = await loadTiles(tx, [...wanted.values()], size);
  return work(nodesIn((tile) => openTile(tiles.get(keyOf(tile)) ?? new Uint8Array())));
}

/** Tiles by what they hold, with what was computed from each: 16 KiB at the most. The last used are kept. */
const opened = new Map<string, TileNodes>();
const openAtMost = 1024;

/**
 * Most of what a proof costs are the nodes between two tile levels, and most proofs share all but the lowest tile: those at the
 * end of a log of one size are the same for all. By content, so that no database is told of another's.
 */
function openTile(tile: Uint8Array): TileNodes {
  const key = digest('sha256', tile, 'base64');
  const nodes = opened.get(key) ?? nodesOfTile(sha256, tile);
  opened.delete(key);
  opened.set(key, nodes);
  const [oldest] = opened.keys();
  if (opened.size > openAtMost && oldest !== undefined) opened.delete(oldest);
  return nodes;
}

const keyOf = ({ level, index }: TileName) => `${level}/${index}`;

/** A tile as far as a log of that size fills it. */
export async function loadTile(tx: Transaction, tile: TileName, size: number): Promise<Uint8Array> {
  return (await loadTiles(tx, [tile], size)).get(keyOf(tile)) ?? new Uint8Array();
}

/**
 * Tiles as far as a log of that size fills them, by level and index, asked for at once: those that are full as they stand, and
 * others from what stands below them, which are entries or the roots of full tiles.
 */
async function loadTiles(
  tx: Transaction,
  tiles: readonly TileName[],
  size: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const widths = tiles.map(({ level, index }) =>
    Math.min(hashesOfTile, Math.floor(size / hashesOfTile ** level) - index * hashesOfTile),
  );
  const { rows } = await sql<{ hashes: Buffer | null; below: Buffer | null }>`
    select tile.hashes, case
      when tile.hashes is not null then null
      when wanted.level = 0 then (
        select string_agg(decode(leaf_hash, 'hex'), ''::bytea order by place)
        from platform.journal_sequence join platform.journal on id = entry
        where place > wanted.index * ${hashesOfTile} and place <= wanted.index * ${hashesOfTile} + wanted.width)
      else (
        select string_agg(root, ''::bytea order by index) from exchange.log_tile lower
        where lower.level = wanted.level - 1 and lower.index >= wanted.index * ${hashesOfTile}
          and lower.index < wanted.index * ${hashesOfTile} + wanted.width)
      end as below
    from unnest(${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[],
      ${widths}::integer[]) with ordinality as wanted (level, index, width, number)
    left join exchange.log_tile tile on tile.level = wanted.level and tile.index = wanted.index
    order by wanted.number`.execute(tx);
  return new Map(
    tiles.map((tile, place) => {
      const { hashes = null, below = null } = rows[place] ?? {};
      const bytes = 32 * (widths[place] ?? 0);
      const found = hashes?.subarray(0, bytes) ?? (tile.level === 0 ? leavesOf(below) : below);
      if (found?.length !== bytes)
        throw new Error(`Tile ${keyOf(tile)} has ${found?.length ?? 0} bytes, not ${bytes}`);
      return [keyOf(tile), found] as const;
    }),
  );
}

function leavesOf(entries: Buffer | null): Buffer | null {
  if (entries === null) return null;
  const leaves = Array.from({ length: entries.length / 32 }, (_, place) =>
    hashLeaf(sha256, entries.subarray(32 * place, 32 * (place + 1))),
  );
  return Buffer.concat(leaves);
}

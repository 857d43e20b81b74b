import { hash as digest } from 'node:crypto';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
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

/**
 * What was computed from a tile, 16 KiB at the most, by what it holds, so that no database is told of another's. Most of what a
 * proof costs are the nodes between two tile levels, and most proofs share all but the lowest tile.
 */
const opened = new LRUCache<string, TileNodes>({ max: 1024 });

function openTile(tile: Uint8Array): TileNodes {
  const key = digest('sha256', tile, 'base64');
  const nodes = opened.get(key) ?? nodesOfTile(sha256, tile);
  opened.set(key, nodes);
  return nodes;
}

const keyOf = ({ level, index }: TileName) => `${level}/${index}`;

/** A tile as far as a log of that size fills it. */
export async function loadTile(tx: Transaction, tile: TileName, size: number): Promise<Uint8Array> {
  return (await loadTiles(tx, [tile], size)).get(keyOf(tile)) ?? new Uint8Array();
}

/**
 * Tiles at the end of a log, by its last entry and their place. An entry is the last of one log of one size for all time, and what
 * is before it never changes.
 */
const ends = new LRUCache<string, Uint8Array>({ max: 256 });

type WantedTile = TileName & { readonly width: number };

/** Tiles as far as a log of that size fills them, by level and index: those that are full as they stand, others from what is below. */
async function loadTiles(
  tx: Transaction,
  names: readonly TileName[],
  size: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = names.map(({ level, index }) => {
    const width = Math.floor(size / hashesOfTile ** level) - index * hashesOfTile;
    return { level, index, width: Math.min(hashesOfTile, width) };
  });
  const { last, full } = await loadFull(tx, wanted, size);
  const kept = (tile: TileName) => (last === null ? undefined : ends.get(`${last} ${keyOf(tile)}`));
  const below = wanted.filter((tile) => !full.has(keyOf(tile)) && kept(tile) === undefined);
  const made = new Map<string, Uint8Array>();
  for (const [tile, hashes] of await loadBelow(tx, below)) {
    made.set(keyOf(tile), hashes);
    if (last !== null) ends.set(`${last} ${keyOf(tile)}`, hashes);
  }
  return new Map(
    wanted.map((tile) => {
      const bytes = 32 * tile.width;
      const found = full.get(keyOf(tile))?.subarray(0, bytes) ?? made.get(keyOf(tile)) ?? kept(tile);
      if (found?.length !== bytes)
        throw new Error(`Tile ${keyOf(tile)} has ${found?.length ?? 0} bytes, not ${bytes}`);
      return [keyOf(tile), found] as const;
    }),
  );
}

/** Those of the tiles that are written, and which entry is the last of the log. */
async function loadFull(tx: Transaction, wanted: readonly WantedTile[], size: number) {
  const byLevel = [...Map.groupBy(wanted, ({ level }) => level)].map(
    ([level, tiles]) => sql`(level = ${level} and index = any(${tiles.map(({ index }) => index)}::bigint[]))`,
  );
  const { rows } = await sql<{ level: number; index: string; hashes: Buffer; last: string }>`
    select level, index, hashes, null as last from exchange.log_tile
    where ${byLevel.length === 0 ? sql`false` : sql.join(byLevel, sql` or `)}
    union all
    select null, null, null, entry from platform.journal_sequence where place = ${size}`.execute(tx);
  return {
    last: rows.find(({ last }) => last !== null)?.last ?? null,
    full: new Map(
      rows.flatMap(({ level, index, hashes, last }) =>
        last === null ? [[keyOf({ level, index: Number(index) }), hashes]] : [],
      ),
    ),
  };
}

/** Tiles that are not written, from the entries or the roots of full tiles below them. */
async function loadBelow(
  tx: Transaction,
  tiles: readonly WantedTile[],
): Promise<readonly (readonly [WantedTile, Uint8Array])[]> {
  if (tiles.length === 0) return [];
  const column = (key: keyof WantedTile) => tiles.map((tile) => tile[key]);
  const { rows } = await sql<{ below: Buffer | null }>`
    select case
      when wanted.level = 0 then (
        select string_agg(decode(leaf_hash, 'hex'), ''::bytea order by place)
        from platform.journal_sequence join platform.journal on id = entry
        where place > wanted.index * ${hashesOfTile} and place <= wanted.index * ${hashesOfTile} + wanted.width)
      else (
        select string_agg(root, ''::bytea order by index) from exchange.log_tile lower
        where lower.level = wanted.level - 1 and lower.index >= wanted.index * ${hashesOfTile}
          and lower.index < wanted.index * ${hashesOfTile} + wanted.width)
      end as below
    from unnest(${column('level')}::smallint[], ${column('index')}::bigint[], ${column('width')}::integer[])
      with ordinality as wanted (level, index, width, number)
    order by wanted.number`.execute(tx);
  return tiles.map((tile, place) => {
    const below = rows[place]?.below ?? Buffer.alloc(0);
    return [tile, tile.level === 0 ? leavesOf(below) : below] as const;
  });
}

function leavesOf(entries: Buffer): Buffer {
  const leaves = Array.from({ length: entries.length / 32 }, (_, place) =>
    hashLeaf(sha256, entries.subarray(32 * place, 32 * (place + 1))),
  );
  return Buffer.concat(leaves);
}

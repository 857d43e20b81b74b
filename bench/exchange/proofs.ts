import pg from 'pg';
import { verifyConsistency, verifyInclusion } from '#kernel/merkle.ts';
import type { Transaction } from '#platform/database/database.ts';
import {
  loadConsistencyProof,
  loadInclusionProof,
  loadRoot,
  loadTile,
  sha256,
} from '../../src/exchange/log/store.ts';
import { hashesOfTile, tileName, tileRoot, tilesOf } from '../../src/exchange/log/tiles.ts';
import { numbersFrom } from '../../test/support/people-at-work.ts';
import { measurePair, quantiles, tableOf } from '../measure.ts';
import { withScratchNode } from './scratch-node.ts';

const leaves = 10_000_000;
const times = 500;
const tileBytes = 32 * hashesOfTile;

/**
 * How long a proof takes in a log of ten million, in an open transaction, against plain queries for as many tiles by their key. The tiles
 * are those of leaves by chance: nothing of a proof depends on what stands in an entry. Only the entries that fill no tile yet
 * are in the journal.
 */
export function benchProofs(seed: number) {
  return withScratchNode(async (database) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const started = performance.now();
      await writeTiles(client, seed);
      process.stderr.write(`Tiles: ${Math.round((performance.now() - started) / 1000)} s\n`);
      const random = numbersFrom(seed + 1);
      const below = (end: number) => Math.floor(random() * end);
      const indexes = Array.from({ length: times }, () => below(leaves));
      const earlier = Array.from({ length: times }, () => 1 + below(leaves - 1));
      const peer = async (index: number) => {
        // The tiles on the way from an entry to the root, each by its key.
        for (const level of [0, 8, 16]) {
          const tile = tileName(level, Math.floor((indexes[index] ?? 0) / 2 ** level));
          await client.query({
            name: 'tile',
            text: 'select hashes from exchange.log_tile where level = $1 and index = $2',
            values: [tile.level, tile.index],
          });
        }
      };
      const rows = await database.read(async (tx) => {
        await checkProofs(tx, indexes.slice(0, 20), earlier.slice(0, 20));
        const measured = async (proof: string, ours: (index: number) => Promise<unknown>) => {
          const work = async (index: number) => void (await ours(index));
          const timed = await measurePair(work, peer, { times, warmUps: 50 });
          const [p50, p95] = quantiles(timed.ours);
          const [peerP50, peerP95] = quantiles(timed.peer);
          return { proof, p50, p95, peerP50, peerP95, ratioP50: p50 / peerP50 };
        };
        return [
          await measured('inclusion', (index) => loadInclusionProof(tx, indexes[index] ?? 0, leaves)),
          await measured('consistency', (index) => loadConsistencyProof(tx, earlier[index] ?? 1, leaves)),
        ];
      });
      process.stdout.write(`A proof among ${leaves} entries, in milliseconds; the peer reads three tiles\n`);
      process.stdout.write(`${tableOf(rows)}\n`);
      return { leaves, times, rows };
    } finally {
      await client.end();
    }
  });
}

async function writeTiles(client: pg.Client, seed: number): Promise<void> {
  const random = numbersFrom(seed);
  const full = [...tilesOf(leaves)].filter(({ width }) => width === hashesOfTile);
  let below = Buffer.alloc(0);
  for (let level = 0; full.some((tile) => tile.level === level); level += 1) {
    const count = full.filter((tile) => tile.level === level).length;
    const roots = Buffer.alloc(32 * count);
    for (let first = 0; first < count; first += 128) {
      const many = Math.min(128, count - first);
      const hashes =
        level === 0
          ? Buffer.from(Uint32Array.from({ length: (many * tileBytes) / 4 }, () => random() * 2 ** 32).buffer)
          : below.subarray(first * tileBytes, (first + many) * tileBytes);
      for (let tile = 0; tile < many; tile += 1)
        roots.set(
          tileRoot(sha256, hashes.subarray(tile * tileBytes, (tile + 1) * tileBytes)),
          32 * (first + tile),
        );
      await client.query(
        `insert into exchange.log_tile (level, index, hashes, root)
        select $1::smallint, $2::bigint + tile, substring($3::bytea from tile * ${tileBytes} + 1 for ${tileBytes}),
          substring($4::bytea from tile * 32 + 1 for 32)
        from generate_series(0, $5::integer - 1) tile`,
        [level, first, hashes, roots.subarray(32 * first, 32 * (first + many)), many],
      );
    }
    below = roots;
  }
  await client.query(
    `with written as (
      insert into platform.journal (id, recorded_at, actor, event, payload_hash, leaf_hash)
      select gen_random_uuid(), now(), 'bench', 'bench', '', encode(sha256(place::text::bytea), 'hex')
      from generate_series(1, $1) place returning id)
    insert into platform.journal_sequence (place, entry) select $2 + row_number() over (), id from written`,
    [leaves % hashesOfTile, leaves - (leaves % hashesOfTile)],
  );
  // What autovacuum does within a minute; the figures are of a database that has settled.
  await client.query('vacuum (analyze) exchange.log_tile');
}

/** What is measured are proofs that hold. */
async function checkProofs(
  tx: Transaction,
  indexes: readonly number[],
  earlier: readonly number[],
): Promise<void> {
  const root = await loadRoot(tx, leaves);
  for (const index of indexes) {
    const tile = await loadTile(tx, tileName(0, index), leaves);
    const at = 32 * (index % hashesOfTile);
    const proof = await loadInclusionProof(tx, index, leaves);
    const leaf = tile.subarray(at, at + 32);
    if (!verifyInclusion(sha256, proof, { leaf, index, size: leaves, root })) throw new Error('No proof');
  }
  for (const size of earlier) {
    const proof = await loadConsistencyProof(tx, size, leaves);
    const before = { size, root: await loadRoot(tx, size) };
    if (!verifyConsistency(sha256, proof, before, { size: leaves, root })) throw new Error('No proof');
  }
}

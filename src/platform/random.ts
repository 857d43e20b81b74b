import { randomBytes } from 'node:crypto';

/** Asked of the system at once: a call of it costs as much as the hash of an entry, and each entry needs several. */
const poolSize = 4096;
let pool = Buffer.alloc(0);

/** Random bytes that nobody can foresee, each given out once. */
export function randomOf(count: number): Buffer {
  if (count > pool.length) pool = randomBytes(Math.max(count, poolSize));
  const bytes = Buffer.from(pool.subarray(0, count));
  pool = pool.fill(0, 0, count).subarray(count);
  return bytes;
}

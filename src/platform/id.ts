import { randomBytes } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';

/** The 74 bits after the millisecond. Starts below half, so that steps within one millisecond cannot overflow. */
const tailBits = 74n;
let lastMillisecond = Number.NaN;
let tail = 0n;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): ordered by the clock's millisecond and, within one millisecond of one
 * process, by the order of the calls (section 6.2, method 2). Made here because PostgreSQL has `uuidv7()` only from 18.
 */
export function newId(clock: Clock): string {
  const millisecond = clock.now().epochMilliseconds;
  if (millisecond === lastMillisecond) tail += 1n + BigInt(randomBytes(4).readUInt32BE());
  else tail = BigInt(`0x${randomBytes(10).toString('hex')}`) & ((1n << (tailBits - 1n)) - 1n);
  lastMillisecond = millisecond;
  const high = (tail >> 62n).toString(16).padStart(3, '0');
  const low = ((0b10n << 62n) | (tail & ((1n << 62n) - 1n))).toString(16);
  const time = millisecond.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

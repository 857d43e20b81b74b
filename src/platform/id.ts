import { createHash } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import { randomOf } from '#platform/random.ts';

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
  if (millisecond === lastMillisecond) tail += 1n + BigInt(randomOf(4).readUInt32BE());
  else tail = BigInt(`0x${randomOf(10).toString('hex')}`) & ((1n << (tailBits - 1n)) - 1n);
  lastMillisecond = millisecond;
  const high = (tail >> 62n).toString(16).padStart(3, '0');
  const low = ((0b10n << 62n) | (tail & ((1n << 62n) - 1n))).toString(16);
  const time = millisecond.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${low.slice(0, 4)}-${low.slice(4)}`;
}

/** The name space of Tripoint: a random UUID, the same for ever, or the names made from it would all change. */
const nameSpace = 'cc4e5794-491e-4d54-97d3-fb810b16ca79';

/**
 * The UUID of a name (version 5; RFC 9562, section 5.5): the same name has the same on every node. For ids that other
 * programs keep, such as those of a calendar.
 */
export function idOfName(name: string, space = nameSpace): string {
  const hash = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

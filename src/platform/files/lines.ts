import { createHash, type Hash } from 'node:crypto';

/** Longer lines are no rows of a declaration. */
export const longestLine = 4_096;
const newline = 10;
const returned = 13;

/**
 * Hands over the lines of a file one by one, without their ends, as they stand between two places of a buffer that is theirs for the
 * call only. Of one that is too long its beginning, and that it was cut; whatever its length, no more of it is kept. An end at the end
 * of the file begins no line.
 */
export async function eachLine(
  chunks: AsyncIterable<Buffer>,
  take: (bytes: Buffer, from: number, to: number, cut: CutLine | null) => void,
  afterChunk: () => Promise<void>,
): Promise<void> {
  const carried = Buffer.alloc(longestLine);
  let kept = 0;
  let cut: { readonly hash: Hash; bytes: number } | null = null;

  const end = () => {
    if (cut !== null) take(carried, 0, longestLine, { sha256: cut.hash.digest('hex'), bytes: cut.bytes });
    else take(carried, 0, kept > 0 && carried[kept - 1] === returned ? kept - 1 : kept, null);
    [kept, cut] = [0, null];
  };
  const carry = (chunk: Buffer, from: number, to: number) => {
    if (cut === null && kept + to - from > longestLine) {
      cut = { hash: createHash('sha256').update(carried.subarray(0, kept)), bytes: kept };
      chunk.copy(carried, kept, from, from + longestLine - kept);
    }
    if (cut !== null) {
      cut.hash.update(chunk.subarray(from, to));
      cut.bytes += to - from;
    } else kept += chunk.copy(carried, kept, from, to);
  };

  for await (const chunk of chunks) {
    let from = 0;
    let to = chunk.indexOf(newline);
    while (to >= 0) {
      if (kept > 0 || cut !== null || to - from > longestLine) {
        carry(chunk, from, to);
        end();
      } else take(chunk, from, to > from && chunk[to - 1] === returned ? to - 1 : to, null);
      from = to + 1;
      to = chunk.indexOf(newline, from);
    }
    if (from < chunk.length) carry(chunk, from, chunk.length);
    await afterChunk();
  }
  if (kept > 0 || cut !== null) {
    end();
    await afterChunk();
  }
}

/** Of a line that is too long: the hash and number of all its bytes. */
export type CutLine = { readonly sha256: string; readonly bytes: number };

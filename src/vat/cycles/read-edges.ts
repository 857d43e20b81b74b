import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { EdgeColumns } from './graph.ts';
import { numberVertices } from './vertex-numbers.ts';

/**
 * Edges of a file, with its own names of vertices: vertex `v` of the columns is `names[v]` there, and a moment `t` of the columns
 * `since + t`.
 */
export type ReadEdges = {
  readonly columns: EdgeColumns;
  readonly names: Float64Array;
  readonly since: number;
};

/** Faults that are told one by one; of more only their number. */
const toldAtMost = 50;
const [tab, newline, returned, space, minus, zero, nine, hash, percent] = [9, 10, 13, 32, 45, 48, 57, 35, 37];
/** Digits of a number at the most: what is longer would not be kept as it was written. */
const mostDigits = 15;

/**
 * Reads lines `src dst t`, t in seconds, or on all lines `src dst t cents`: whole numbers with blanks between them; empty lines and those
 * that begin with # or % say nothing. A file of any length is read as it comes, byte by byte. Problems, all of them: `vat_line_invalid` with the number of the line,
 * `vat_lines_invalid` where there are more, `vat_times_too_far`, `vat_no_edges`.
 */
export async function readEdges(
  chunks: AsyncIterable<Uint8Array>,
  path = 'FILE',
): Promise<Result<ReadEdges>> {
  const numbers = numberVertices();
  const faults: Problem[] = [];
  let [faulty, line, edges] = [0, 1, 0];
  let src = new Int32Array(1024);
  let dst = new Int32Array(1024);
  let time = new Float64Array(1024);
  let cents = new Float64Array(0);
  /** Numbers of a line: what the first that says something has. */
  let wide = 0;
  // Of the line that is being read: numbers that ended, and of the one that has not its digits, value and sign.
  const values = [0, 0, 0, 0];
  let [count, digits, value, sign] = [0, 0, 0, 1];
  let [isFaulty, isComment] = [false, false];

  const endNumber = () => {
    if (digits === 0) {
      isFaulty ||= sign < 0;
    } else {
      if (count === 4 || digits > mostDigits) isFaulty = true;
      else values[count++] = sign * value;
    }
    [digits, value, sign] = [0, 0, 1];
  };
  const endLine = () => {
    if (!isComment) {
      endNumber();
      const [from = 0, to = 0, at = 0, amount = 0] = values;
      if (wide === 0 && !isFaulty && count >= 3) {
        wide = count;
        if (wide === 4) cents = new Float64Array(src.length);
      }
      if (isFaulty || (count !== 0 && (count < 3 || count !== wide || from < 0 || to < 0))) {
        faulty++;
        if (faults.length < toldAtMost) faults.push(problem('vat_line_invalid', `${path}:${line}`, { line }));
      } else if (count > 0) {
        if (edges === src.length) {
          [src, dst] = [grown(src, Int32Array), grown(dst, Int32Array)];
          time = grown(time, Float64Array);
          if (wide === 4) cents = grown(cents, Float64Array);
        }
        src[edges] = numbers.of(from);
        dst[edges] = numbers.of(to);
        time[edges] = at;
        if (wide === 4) cents[edges] = amount;
        edges++;
      }
    }
    line++;
    [count, isFaulty, isComment] = [0, false, false];
  };

  let last = newline;
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === newline) endLine();
      else if (isComment) continue;
      else if (byte >= zero && byte <= nine) {
        value = value * 10 + (byte - zero);
        digits++;
      } else if (byte === space || byte === tab || byte === returned) endNumber();
      else if (byte === minus && digits === 0 && sign === 1) sign = -1;
      else if ((byte === hash || byte === percent) && count === 0 && digits === 0) isComment = true;
      else isFaulty = true;
    }
    last = chunk.at(-1) ?? last;
  }
  if (last !== newline) endLine();

  if (faulty > toldAtMost)
    faults.push(problem('vat_lines_invalid', path, { count: faulty, told: toldAtMost }));
  if (faults.length > 0) return fail(...faults);
  if (edges === 0) return fail(problem('vat_no_edges', path));
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let edge = 0; edge < edges; edge++) {
    earliest = Math.min(earliest, time[edge] as number);
    latest = Math.max(latest, time[edge] as number);
  }
  if (latest - earliest >= 2 ** 31) return fail(problem('vat_times_too_far', path));
  // Only what lies between two moments counts.
  const moments = Int32Array.from(time.subarray(0, edges), (at) => at - earliest);
  const columns = {
    ...{ src: src.slice(0, edges), dst: dst.slice(0, edges), time: moments },
    ...(wide === 4 ? { cents: cents.slice(0, edges) } : {}),
  };
  return ok({ columns, names: numbers.names(), since: earliest });
}

function grown<T extends Int32Array | Float64Array>(kept: T, kind: new (length: number) => T): T {
  const longer = new kind(kept.length * 2);
  longer.set(kept);
  return longer;
}

import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';

/** A longer row, or more text around the rows, is no page of a market's publication. */
const longestRow = 1_000_000;
const longestAround = 4_000_000;
const [quote, backslash, newline] = [0x22, 0x5c, 0x0a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A row of a page: its fields, its place in the list from 0 on, and the line of the file on which it begins. */
export type JsonRow = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: number;
  readonly line: number;
};

/**
 * Reads a JSON list of objects, or an object with such a list in it, one row at a time: no more of a page is kept than one row. Gives what
 * stands around the rows, each of which has its place instead: `{"data":[0,1,2],"totalRows":3}`. Problems: `energy_json_invalid`, and those
 * of `take`.
 */
export async function readJsonRows(
  chunks: AsyncIterable<Buffer>,
  path: string,
  take: (row: JsonRow) => void,
): Promise<Result<unknown>> {
  const invalid: Problem[] = [];
  const opened: number[] = [];
  let around = '';
  let carried: Buffer = Buffer.alloc(0);
  let [line, rowLine, rows, rowDepth] = [1, 1, 0, -1];
  let [isText, isEscaped] = [false, false];

  const refuse = (at: number) => invalid.push(problem('energy_json_invalid', `${path}:${at}`, { line: at }));
  const isRowPlace = () =>
    opened.length === 1
      ? opened[0] === openList
      : opened.length === 2 && opened[0] === openObject && opened[1] === openList;
  const deliver = (bytes: Buffer) => {
    const whole = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
    carried = Buffer.alloc(0);
    around += rows;
    try {
      take({ fields: JSON.parse(whole.toString('utf8')), place: rows, line: rowLine });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      refuse(rowLine);
    }
    rows++;
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isText = false;
      } else if (byte === quote) isText = true;
      else if (byte === newline) line++;
      else if (byte === openObject || byte === openList) {
        if (rowDepth < 0 && byte === openObject && isRowPlace()) {
          around += chunk.toString('latin1', from, at);
          [from, rowLine, rowDepth] = [at, line, opened.length];
        }
        opened.push(byte);
      } else if (byte === closeObject || byte === closeList) {
        opened.pop();
        if (opened.length !== rowDepth) continue;
        deliver(chunk.subarray(from, at + 1));
        [from, rowDepth] = [at + 1, -1];
      }
    }
    if (rowDepth >= 0) carried = Buffer.concat([carried, chunk.subarray(from)]);
    else around += chunk.toString('latin1', from);
    if (carried.length > longestRow || around.length > longestAround || opened.length > 100) {
      refuse(rowLine);
      return fail(...invalid);
    }
  }
  if (rowDepth >= 0) refuse(rowLine);
  if (invalid.length > 0) return fail(...invalid);
  try {
    return ok(
      JSON.parse(
        Buffer.from(around, 'latin1')
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    );
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse(line);
    return fail(...invalid);
  }
}

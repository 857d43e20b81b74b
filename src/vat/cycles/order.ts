const bits = 11;
const digits = 1 << bits;

/**
 * Places of rows from the least to the greatest, by the first column, where that is the same by the second, and so on; rows that are the
 * same in all as they came. By counting, eleven bits at a time, so that ten million take seconds; `rows`: in each column.
 */
export function orderBy(columns: readonly Int32Array[], rows: number): Uint32Array {
  let order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  let next = new Uint32Array(rows);
  for (const column of columns.toReversed())
    for (const shift of [0, bits, 2 * bits]) {
      // The sign turned over puts what is negative first.
      const digitOf = (row: number) => (((column[row] as number) ^ 0x80000000) >>> shift) & (digits - 1);
      const starts = new Uint32Array(digits + 1);
      for (let row = 0; row < rows; row++) {
        const digit = digitOf(row) + 1;
        starts[digit] = (starts[digit] as number) + 1;
      }
      if (starts.includes(rows)) continue;
      for (let digit = 0; digit < digits; digit++)
        starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
      for (let at = 0; at < rows; at++) {
        const row = order[at] as number;
        const digit = digitOf(row);
        const place = starts[digit] as number;
        next[place] = row;
        starts[digit] = place + 1;
      }
      [order, next] = [next, order];
    }
  return order;
}

/** Milliseconds of each call. */
export type Timed = { readonly ours: readonly number[]; readonly peer: readonly number[] };

/**
 * Times two ways to do the same work, call by call in turn, so that whatever else the machine does hits both; which
 * goes first changes, so that neither always finds what the other has just read.
 */
export async function measurePair(
  ours: (index: number) => Promise<void>,
  peer: (index: number) => Promise<void>,
  { times, warmUps }: { readonly times: number; readonly warmUps: number },
): Promise<Timed> {
  const timed = { ours: [] as number[], peer: [] as number[] };
  for (let call = -warmUps; call < times; call += 1) {
    // Warm-ups use the last addresses.
    const index = call < 0 ? times + call : call;
    const pair = [
      { work: ours, times: timed.ours },
      { work: peer, times: timed.peer },
    ];
    for (const one of call % 2 === 0 ? pair : pair.reverse()) {
      const start = performance.now();
      await one.work(index);
      if (call >= 0) one.times.push(performance.now() - start);
    }
  }
  return timed;
}

/** Half and 95 in 100 of the values lie at or below these. */
export function quantiles(values: readonly number[]): readonly [p50: number, p95: number] {
  return [quantileOf(values, 0.5), quantileOf(values, 0.95)];
}

/** That portion of the values, from 0 to 1, lies at or below it. */
export function quantileOf(values: readonly number[], portion: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * portion) - 1] ?? Number.NaN;
}

/** Rows of one shape as a table of text, numbers with two decimals. */
export function tableOf(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const head = Object.keys(rows[0] ?? {});
  const cells = [head, ...rows.map((row) => head.map((key) => textOf(row[key] ?? '')))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((text, column) =>
          column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function textOf(value: string | number): string {
  return typeof value === 'number' ? value.toFixed(2) : value;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdges } from './read-edges.ts';

async function* inParts(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const read = (text: string, size = 7) => readEdges(inParts(text, size));
const faultsIn = async (text: string) => {
  const found = await read(text);
  return found.ok
    ? []
    : found.problems.map(({ code, params }) => [code, params.line ?? params.count ?? null]);
};
const edgesIn = async (text: string, size?: number) => {
  const found = await read(text, size);
  if (!found.ok) return found.problems;
  const { columns, names } = found.value;
  return [...columns.src].map((src, edge) => [
    names[src],
    names[columns.dst[edge] as number],
    columns.time[edge],
  ]);
};

describe('A file of sales', () => {
  test('is read whatever blanks and ends of lines it has, however it comes in parts', async () => {
    const text = '# src dst t\r\n7 9 100\r\n\n  9\t1000000000000 160 \n% more\n7 7 90';
    const edges = [
      [7, 9, 10],
      [9, 1_000_000_000_000, 70],
      [7, 7, 0],
    ];
    for (const size of [1, 2, 5, 1_000]) expect(await edgesIn(text, size)).toEqual(edges);
    expect(await edgesIn('1 2 -5\n1 2 -9\n')).toEqual([
      [1, 2, 4],
      [1, 2, 0],
    ]);
  });

  test('comes back as it was written, whatever is in it', async () => {
    const name = fc.nat(2 ** 31);
    const edge = fc.tuple(name, name, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(edge, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (edges, size) => {
          const first = Math.min(...edges.map(([, , at]) => at));
          const text = edges.map((one) => one.join(' ')).join('\n');
          expect(await edgesIn(text, size)).toEqual(edges.map(([src, dst, at]) => [src, dst, at - first]));
        },
      ),
      { numRuns: 200, seed: 20200531 },
    );
  });

  test('with faults is refused with all of them, each with its line', async () => {
    const bad = [
      '1 2',
      '1 2 3 4',
      '1 2 3 4 5',
      'a b c',
      '-1 2 3',
      '1 2 3.5',
      '1 2 -',
      '1 2 --3',
      '1,2,3',
      '1 2 1234567890123456',
      '1 2 3 #',
    ];
    const text = `1 2 3\n${bad.join('\n')}\n4 5 6\n`;
    expect(await faultsIn(text)).toEqual(bad.map((_, index) => ['vat_line_invalid', index + 2]));
    const many = await faultsIn('x\n'.repeat(60));
    expect([many.length, many.at(-1)]).toEqual([51, ['vat_lines_invalid', 60]]);
  });

  test('may have cents on all its lines, those of a credit note below zero', async () => {
    const found = await read('7 9 100 1250\n9 7 160 -50\n', 3);
    expect(found).toMatchObject({ value: { since: 100, names: Float64Array.of(7, 9) } });
    expect(found.ok && [...(found.value.columns.cents ?? [])]).toEqual([1_250, -50]);
    expect(await faultsIn('1 2 3 4\n1 2 5\n')).toEqual([['vat_line_invalid', 2]]);
    const without = await read('1 2 3\n');
    expect(without.ok && without.value.columns.cents).toBeUndefined();
  });

  test('without a sale, or of times that cannot be in seconds, is refused', async () => {
    expect(await faultsIn('')).toEqual([['vat_no_edges', null]]);
    expect(await faultsIn('# nothing\n\n')).toEqual([['vat_no_edges', null]]);
    expect(await faultsIn('1 2 0\n1 2 1700000000000\n')).toEqual([['vat_times_too_far', null]]);
  });
});

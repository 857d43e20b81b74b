import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPieces } from './fixtures/made-up-domains.ts';
import { readTable } from './table.ts';

const columns = { one: 'text', two: 'text' } as const;

async function fieldsOf(text: string): Promise<readonly string[] | readonly (readonly string[])[]> {
  const rows: string[][] = [];
  const read = await readTable(inPieces(text), { path: 'file', separator: ';', columns }, (row) => {
    rows.push([row.text.one as string, row.text.two as string]);
    return null;
  });
  return read.ok ? rows : read.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('Fields of a row', () => {
  test('in quotes may hold separators and quotes', async () => {
    expect(await fieldsOf('one;two\n"a;b";"say ""so"""\n;""\n"";c')).toEqual([
      ['a;b', 'say "so"'],
      ['', ''],
      ['', 'c'],
    ]);
  });

  test('with quotes that do not end, or stand within, make no row', async () => {
    expect(await fieldsOf('one;two\n"a;b\na"b;c\n"a"b;c\n"a";"b')).toEqual(
      [2, 3, 4, 5].map((line) => `energy_row_width file:${line}`),
    );
  });

  test('are read as they were written', async () => {
    const field = fc.string({ unit: fc.constantFrom('"', ';', 'a', ' ', 'é'), maxLength: 6 });
    const quoted = (text: string) => (/[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }), async (rows) => {
        const text = rows.map((row) => row.map(quoted).join(';')).join('\n');
        expect(await fieldsOf(`one;two\n${text}\n`)).toEqual(rows);
      }),
      { seed: 7 },
    );
  });
});

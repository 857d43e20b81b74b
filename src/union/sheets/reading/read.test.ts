import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { mostColumns, mostRows } from '../model.ts';
import { readBounded } from './bounded.ts';
import { readContent } from './read.ts';

async function bytesOf(fill: (book: excel.Workbook) => void): Promise<Uint8Array> {
  const book = new excel.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function codesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readContent(bytes);
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe('A workbook', () => {
  test('gives values, merged cells and whole days; a formula gives what it last came to', async () => {
    const bytes = await bytesOf((book) => {
      const sheet = book.addWorksheet('Groups');
      sheet.getCell('A1').value = 'Contact';
      sheet.mergeCells('A1:B1');
      sheet.getCell('A2').value = { formula: 'A9&"x"', result: 'nine' };
      sheet.getCell('B2').value = 41710;
      sheet.getCell('B2').numFmt = 'dd/mm/yyyy';
      sheet.getCell('C2').value = 41710;
      sheet.getCell('D2').value = { richText: [{ text: 'two ' }, { text: 'parts' }] };
      sheet.getCell('E2').value = { error: '#REF!' };
      sheet.getCell('F2').value = { text: 'shown', hyperlink: 'https://example.org' };
      sheet.getCell('A4').value = true;
    });
    const read = await readContent(bytes);
    expect(read).toEqual({
      ok: true,
      value: {
        tables: [
          {
            name: 'Groups',
            rows: [
              ['Contact'],
              ['nine', { date: '2014-03-12' }, 41710, 'two parts', { error: '#REF!' }, 'shown'],
              [],
              [true],
            ],
            merges: [[0, 0, 0, 1]],
            from1904: false,
          },
        ],
      },
    });
    expect(await readBounded(bytes)).toEqual(read);
  });

  test('that is too long, too broad, empty or unpacks to too much is refused whole', async () => {
    const long = await bytesOf((book) => {
      book.addWorksheet('L').getCell(`A${mostRows + 1}`).value = 'x';
    });
    expect(await codesOf(long)).toEqual(['sheet_rows_too_many']);
    const broad = await bytesOf((book) => {
      book.addWorksheet('B').getCell(1, mostColumns + 1).value = 'x';
    });
    expect(await codesOf(broad)).toEqual(['sheet_columns_too_many']);
    expect(
      await codesOf(
        await bytesOf((book) => {
          book.addWorksheet('E');
        }),
      ),
    ).toEqual(['sheet_empty']);
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codesOf(bomb)).toEqual(['sheet_unpacks_too_large']);
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`xl/${n}`, strToU8('x')])),
    );
    expect(await codesOf(many)).toEqual(['sheet_unpacks_too_large']);
  });

  test('that declares entities, of its own or of a file of this machine, gives none of them', async () => {
    const secret = 'what stands in a file of this machine';
    const path = join(await mkdtemp(join(tmpdir(), 'tripoint-xxe-')), 'secret.txt');
    await writeFile(path, secret);
    const parts = unzipSync(
      await bytesOf((book) => {
        book.addWorksheet('Groups').getCell('A1').value = 'Contact';
      }),
    );
    const shared = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(shared).toContain('Contact');
    const declared = (entity: string) => {
      const text = shared
        .replace(/(<\?xml[^>]*\?>)/, `$1<!DOCTYPE sst [<!ENTITY x ${entity}>]>`)
        .replace('Contact', 'Contact&x;');
      expect(text).toMatch(/DOCTYPE.*Contact&x;/s);
      return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(text) });
    };
    for (const entity of [`SYSTEM "file://${path}"`, '"expanded"', '"&x;&x;&x;"']) {
      const read = await readContent(declared(entity));
      expect(JSON.stringify(read)).not.toMatch(/what stands in|expanded/);
    }
    await rm(dirname(path), { recursive: true });
  });

  test('that lies about its size holds no more than it claims', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(70 * 1024 * 1024) });
    // In the directory at the end, the size stands 24 bytes after its signature.
    const at = bomb.findLastIndex(
      (byte, index) => byte === 0x50 && bomb[index + 1] === 0x4b && bomb[index + 2] === 1,
    );
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 1000, true);
    expect(await codesOf(bomb)).toEqual(['sheet_broken']);
  });
});

describe('CSV', () => {
  const utf8 = (text: string) => strToU8(text);

  test('is read with any separator, quotes, a byte order mark, and the old encoding of Windows', async () => {
    const rows = async (bytes: Uint8Array) => {
      const read = await readContent(bytes);
      return read.ok ? read.value.tables[0]?.rows : read.problems;
    };
    expect(await rows(utf8('\uFEFFa;b\r\n"x;y";\r\n'))).toEqual([
      ['a', 'b'],
      ['x;y', null],
    ]);
    expect(await rows(utf8('a\tb\n1\t2\n'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(await rows(new Uint8Array([0x43, 0x72, 0xe9, 0xe9, 0x2c, 0x78]))).toEqual([['Créé', 'x']]);
    expect(await rows(utf8("a,b\n'=1+1,'s-Hertogenbosch\n"))).toEqual([
      ['a', 'b'],
      ['=1+1', "'s-Hertogenbosch"],
    ]);
  });

  test('has the same bounds', async () => {
    expect(await codesOf(utf8('x\n'.repeat(mostRows + 1)))).toEqual(['sheet_rows_too_many']);
    expect(await codesOf(utf8(','.repeat(mostColumns)))).toEqual(['sheet_columns_too_many']);
    expect(await codesOf(utf8('\n \n'.trim()))).toEqual(['sheet_empty']);
    expect(await codesOf(utf8('a,b\n"x,y\n'))).toEqual(['sheet_broken']);
    expect(await codesOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toEqual(['sheet_type_unknown']);
  });
});

test('Whatever bytes are brought, they are read or refused with a code', async () => {
  const good = await bytesOf((book) => {
    book.addWorksheet('G').addRows([
      ['Naam', 'Nom'],
      ['a', 1],
    ]);
  });
  const damaged = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
    .map((changes) => {
      const bytes = good.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const cut = fc.nat(good.length).map((end) => good.slice(0, end));
  const anything = fc.uint8Array({ maxLength: 400 });
  const likeZip = anything.map((bytes) => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]));
  const text = fc.string({ unit: 'binary', maxLength: 300 }).map((said) => strToU8(said));
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, cut, anything, likeZip, text), async (bytes) => {
      const read = await readContent(bytes);
      if (!read.ok) expect(read.problems.map(({ code }) => code).join()).toMatch(/^sheet_/);
    }),
    { numRuns: 150 },
  );
});

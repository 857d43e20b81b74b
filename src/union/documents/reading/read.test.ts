import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  bombPdf,
  docxOf,
  emptyPdf,
  encryptedPdf,
  partOf,
  pdfOf,
  pdfWithScript,
  program,
  withParts,
} from '../fixtures/files.ts';
import { longestDocumentText } from '../model.ts';
import { readBounded } from './bounded.ts';
import { htmlText, readDocument } from './read.ts';
import { docx as docxType } from './sniff.ts';

const sentence = 'The ferrymen’s lanterns are counted at both banks, été comme hiver.';
const pdf = await pdfOf('Lanterns', sentence);
const docx = await docxOf('Lanterns', sentence);
const zip = zipSync({ 'a.txt': strToU8('a') });
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const read = await readDocument(bytes);
  return read.ok ? read.value.mediaType : read.problems.map(({ code }) => code).join();
}

describe('What a file is', () => {
  const html = strToU8('<!DOCTYPE html><title>A</title>');
  const types = partOf(docx, '[Content_Types].xml');
  const template = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://example.org/t.dotm" TargetMode="External"/></Relationships>`;
  test.each<readonly [string, Uint8Array, string]>([
    ['a PDF of our own', pdf, 'application/pdf'],
    ['a DOCX of our own', docx, docxType],
    ['HTML', html, 'text/html'],
    ['HTML behind a comment', strToU8('<!-- a -->\n<html lang="nl">'), 'text/html'],
    ['plain text', strToU8('Ferries, été'), 'text/plain'],
    ['plain text with a byte order mark', strToU8('\uFEFFFerries'), 'text/plain'],
    ['a script is text, and leaves as text', strToU8('#!/bin/sh\nrm x'), 'text/plain'],
    ['nothing', new Uint8Array(), 'document_empty'],
    ['a program', program, 'document_type_refused'],
    ['a program that is called a PDF further on', join(program, pdf), 'document_type_refused'],
    ['text of old Windows', new Uint8Array([0x43, 0x72, 0xe9, 0xe9]), 'document_type_refused'],
    ['text with a null in it', new Uint8Array([0x43, 0, 0x44]), 'document_type_refused'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]), 'document_type_refused'],
    ['an archive that is no document', zip, 'document_type_refused'],
    ['an archive behind a PDF', join(pdf, zip), 'document_type_refused'],
    ['an archive behind a document', join(docx, zip), 'document_type_refused'],
    ['an archive behind text', join(strToU8('Ferries'), zip), 'document_type_refused'],
    ['an archive before a PDF', join(zip, pdf), 'document_type_refused'],
    ['a PDF that does not end', pdf.subarray(0, pdf.length - 1100), 'document_type_refused'],
    ['only the first letters of a PDF', strToU8('%PDF-1.7\n%%EOF'), 'document_broken'],
    ['a PDF under a password', encryptedPdf, 'document_encrypted'],
    ['a PDF with a script', pdfWithScript, 'document_active'],
    ['a DOCX with macros', withParts(docx, { 'word/vbaProject.bin': program }), 'document_active'],
    [
      'a DOCX with macros under another name',
      withParts(docx, {
        'word/other.bin': program,
        '[Content_Types].xml': strToU8(
          types.replace(`${docxType}.main+xml`, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
        ),
      }),
      'document_active',
    ],
    ['a DOCX with a program in it', withParts(docx, { 'word/embeddings/a.exe': program }), 'document_active'],
    [
      'a DOCX whose template comes from elsewhere',
      withParts(docx, { 'word/_rels/settings.xml.rels': strToU8(template) }),
      'document_active',
    ],
    [
      'a DOCX that declares entities',
      withParts(docx, { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>') }),
      'document_broken',
    ],
    [
      'an archive with the name of a document',
      zipSync({ 'word/document.xml': strToU8('<a/>') }),
      'document_type_refused',
    ],
    [
      'a DOCX that unpacks to very much',
      withParts(docx, { 'word/a.xml': new Uint8Array(70 * 1024 * 1024) }),
      'document_unpacks_too_large',
    ],
    [
      'an archive of very many parts',
      zipSync(Object.fromEntries(Array.from({ length: 3_100 }, (_, n) => [`a/${n}`, strToU8('x')]))),
      'document_unpacks_too_large',
    ],
  ])('%s', async (_what, bytes, outcome) => {
    expect(await outcomeOf(bytes)).toBe(outcome);
  });

  test('a DOCX that lies about its size holds no more than it claims', async () => {
    const bomb = withParts(docx, { 'word/a.xml': new Uint8Array(70 * 1024 * 1024) });
    const view = Buffer.from(bomb);
    // In the directory at the end the size stands 24 bytes, the name 46 bytes after its signature.
    const at = view.lastIndexOf('word/a.xml') - 46;
    expect(view.readUInt32LE(at)).toBe(0x02014b50);
    view.writeUInt32LE(1000, at + 24);
    expect(await outcomeOf(view)).toMatch(/^document_broken$|wordprocessingml/);
  });
});

describe('The words', () => {
  test('of a PDF, a DOCX and a page are found, those of its scripts are not', async () => {
    for (const bytes of [pdf, docx]) {
      const read = await readBounded(bytes);
      expect(read.ok && read.value.text.replaceAll('\n', ' ')).toContain(sentence);
      expect(read.ok && read.value.cut).toBe(false);
    }
    const page = `<html><head><title>Lanterns</title><style>p{color:red}</style></head><body><p>At <b>both</b> banks</p>
      <script>document.write('stolen')</script><svg><text>drawn</text></svg><p>&eacute;t&eacute;</p></body></html>`;
    const read = await readBounded(strToU8(page));
    expect(read.ok && read.value.text).toBe('Lanterns\n\nAt both banks\n\nété');
    expect(htmlText('<script>a</script').trim()).toBe('');
  });

  test('of a scan are none, of a very long text the first', async () => {
    expect(await readDocument(emptyPdf)).toEqual({
      ok: true,
      value: { mediaType: 'application/pdf', text: '', cut: false },
    });
    const long = await readDocument(strToU8('word '.repeat(longestDocumentText / 5 + 10)));
    expect(long.ok && [long.value.text.length, long.value.cut]).toEqual([longestDocumentText, true]);
  });
});

test('Of a PDF that unpacks to gigabytes nothing is read, and the process lives on', {
  timeout: 120_000,
}, async () => {
  const bomb = bombPdf(1_000);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  const before = process.memoryUsage.rss();
  const read = await readBounded(bomb);
  // Whether its reader or our bound gives up first, nothing is read of it.
  expect(read.ok ? read.value.text : read.problems.map(({ code }) => code).join()).toMatch(
    /^(document_too_costly)?$/,
  );
  expect(process.memoryUsage.rss() - before).toBeLessThan(1_000 * 1024 * 1024);
});

test('Whatever bytes are brought, they are read or refused with a code', { timeout: 120_000 }, async () => {
  const damaged = (good: Uint8Array) =>
    fc
      .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 })
      .map((changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
  const anything = fc.uint8Array({ maxLength: 400 });
  const likePdf = anything.map((bytes) => join(strToU8('%PDF-1.7\n'), bytes, strToU8('\n%%EOF')));
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged(docx), damaged(pdf), anything, likePdf), async (bytes) => {
      const read = await readDocument(bytes);
      if (!read.ok) expect(read.problems.map(({ code }) => code).join()).toMatch(/^document_/);
    }),
    { numRuns: 60 },
  );
});

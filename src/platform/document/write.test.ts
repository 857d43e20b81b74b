import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test, vi } from 'vitest';
import { sample } from './fixtures/sample.ts';
import { fileFormats, writeDocument } from './write.ts';

const asText = async (format: 'html' | 'json') => (await writeDocument(format, sample)).body.toString('utf8');

test.each(fileFormats)(
  '%s: the same content gives the same bytes, whatever the time of day',
  async (format) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2026-11-23T12:00:00Z');
    const once = await writeDocument(format, sample);
    vi.setSystemTime('2031-05-01T23:59:59Z');
    const again = await writeDocument(format, structuredClone(sample));
    const other = await writeDocument(format, { ...sample, title: 'Another' });
    vi.useRealTimers();
    expect(again.body.equals(once.body)).toBe(true);
    expect(other.body.equals(once.body)).toBe(false);
    expect(once.fileName).toBe(`sample.${format}`);
  },
);

test('JSON is the content itself', async () => {
  expect(JSON.parse(await asText('json'))).toEqual(JSON.parse(JSON.stringify(sample)));
});

test('Word has headings, tables with header rows, lists, and the words of a chart', async () => {
  const { body } = await writeDocument('docx', sample);
  const { value: html } = await mammoth.convertToHtml({ buffer: body });
  expect(html).toContain('<h1>Cijfers &amp; &lt;meer&gt;</h1>');
  expect(html).toContain('<h2>Tabel</h2>');
  expect(html).toMatch(/<thead><tr><th><p>.*Naam.*<\/thead>/s);
  expect(html).toContain('<li>een</li>');
  for (const text of ['Rij 59', 'niet beschikbaar', '1.200', 'Niet vergelijkbaar.', '2018: 72'])
    expect(html).toContain(text);
  const files = unzipSync(new Uint8Array(body));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(read('word/styles.xml')).toContain('<w:lang w:val="nl"');
  expect(read('word/document.xml')).toContain('<w:lang w:val="en"');
  expect(read('word/document.xml')).toContain('<w:tblHeader');
  expect(read('docProps/core.xml')).toMatch(/created[^>]*>2020-05-31T00:00:00Z/);
  expect(read('docProps/core.xml')).toContain('Verslag *2019*, Union of #invented states');
});

test('HTML stands alone: nothing is fetched, other languages are marked, a gap has its reason', async () => {
  const html = await asText('html');
  expect(html).toMatch(/^<!doctype html><html lang="nl">/);
  expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/);
  expect(html.match(/url\("(?!data:)/g)).toBeNull();
  expect(html).not.toContain('<script');
  expect(html).toContain('<span lang="en">row</span>');
  expect(html).toContain('Cijfers &amp; &lt;meer>');
  expect(html).toMatch(/<abbr title="[^"]+">niet beschikbaar<\/abbr>/);
  expect(html).toMatch(/role="img" aria-label="Groepen[^"]*2019: niet beschikbaar/);
});

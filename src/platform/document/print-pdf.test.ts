import { expect, test, vi } from 'vitest';
import { readPdf } from './fixtures/read-pdf.ts';
import { sample } from './fixtures/sample.ts';
import { printPdf } from './print-pdf.ts';

const only = (...blocks: (typeof sample)['sections'][number]['blocks']) => ({
  ...sample,
  sections: [{ id: 'one', title: 'One', blocks }],
});

test('A PDF is tagged, says its title and language, and claims PDF/UA-1', async () => {
  const read = await readPdf(await printPdf(sample));
  expect(read).toMatchObject({
    tagged: true,
    ua: '1',
    language: 'nl',
    title: 'Verslag *2019*, Union of #invented states',
    created: 'D:20200531000000Z',
    outline: ['Cijfers & <meer>', 'Beeld'],
    alternatives: ['Groepen. 2017: 66; 2018: 72; 2019: niet beschikbaar'],
  });
  expect(read.partLanguages).toContain('en');
  const roles = ['H1', 'H2', 'Table', 'THead', 'TH', 'TD', 'Figure', 'TOC', 'L'];
  expect(roles.filter((role) => !read.roles.has(role))).toEqual([]);
  expect(read.roles.get('TH')).toBe(4);
});

test('Its text can be found, words that look like markup included, and heads of a table stand on each of its pages', async () => {
  const { texts, pages } = await readPdf(await printPdf(sample));
  expect(pages).toBeGreaterThan(3);
  expect(texts.join(' ')).toContain('Een alinea met $markup$, _strepen_ en [haken].');
  for (const row of ['Rij 0', 'Rij 59']) expect(texts.join(' ')).toContain(row);
  const withRows = texts.filter((text) => /Rij \d/.test(text));
  expect(withRows.length).toBeGreaterThan(1);
  for (const text of withRows) expect(text).toContain('Naam 2019 Stand Bron');
  expect(texts.at(-1)).toContain(`${pages} / ${pages}`);
});

test('The same content gives the same bytes, whatever the time of day and what was printed before', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-23T12:00:00Z');
  const once = await printPdf(sample);
  vi.setSystemTime('2031-05-01T23:59:59Z');
  const other = await printPdf({ ...sample, title: 'Another' });
  const again = await printPdf(sample);
  vi.useRealTimers();
  expect(again.equals(once)).toBe(true);
  expect(other.equals(once)).toBe(false);
});

test('A picture without words is refused, and the next document is set all the same', async () => {
  const chart = { kind: 'chart', title: 'A', unit: '', points: [{ year: 2019, value: 1 }] } as const;
  const [refused, set] = await Promise.allSettled([
    printPdf(only({ ...chart, alternative: '' })),
    printPdf(only({ ...chart, alternative: 'A. 2019: 1' })),
  ]);
  expect(refused).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringMatching(/alt text/) },
  });
  expect(set.status === 'fulfilled' && set.value.length).toBeGreaterThan(1000);
});

test('The reading of a PDF sees one that is not tagged', async () => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj${object}endobj\n`).join('');
  const bare = Buffer.from(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 4>>`);
  expect(await readPdf(bare)).toMatchObject({ tagged: false, ua: null, language: null, outline: [] });
});

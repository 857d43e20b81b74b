import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { type AtomFeed, writeAtom } from './atom.ts';

const feed: AtomFeed = {
  id: 'urn:uuid:db63be84-d747-5171-bb86-fb696ef8ccb4',
  title: 'Changes',
  subtitle: 'Everything',
  language: 'nl',
  author: 'Register',
  rights: 'Free',
  self: 'http://localhost/changes.atom?a=1&b=2',
  alternate: 'http://localhost/journal',
  next: null,
  updatedWhenEmpty: '2020-05-31T00:00:00Z',
  entries: [
    {
      id: 'urn:uuid:01a216be-f78f-7088-b902-eb031533183d',
      title: { text: 'Paper & waste', language: 'en' },
      updated: '2026-11-23T12:00:00.000Z',
      href: 'http://localhost/law/eow-paper',
      summary: 'Bekend vanaf mei 2020.',
      categories: [{ term: 'instruments', label: 'Rechtsinstrument' }],
    },
    {
      id: 'urn:uuid:01a216be-f78f-7088-b902-eb0315331840',
      title: { text: 'Older', language: 'en' },
      updated: '2026-11-22T12:00:00.000Z',
      href: 'http://localhost/law/older',
      summary: null,
      categories: [],
    },
  ],
};

const atom = { a: 'http://www.w3.org/2005/Atom' };

/** What a path leads to in a feed as another library reads it: contents of elements, values of attributes. */
function read(of: AtomFeed, path: string): readonly string[] {
  const document = XmlDocument.fromString(writeAtom(of));
  try {
    return document.find(path, atom).map((node) => node.content);
  } finally {
    document.dispose();
  }
}

test('what RFC 4287 asks of a feed and of an entry is there, once', () => {
  for (const name of ['id', 'title', 'updated', 'author/a:name'])
    expect(read(feed, `/a:feed/a:${name}`), name).toHaveLength(1);
  for (const name of ['id', 'title', 'updated'])
    expect(read(feed, `/a:feed/a:entry/a:${name}`), name).toHaveLength(2);
  expect(read(feed, '/a:feed/a:link[@rel="self"]/@href')).toEqual([feed.self]);
  expect(read(feed, '/a:feed/a:entry/a:title')).toEqual(['Paper & waste', 'Older']);
  expect(read(feed, '/a:feed/a:entry/a:summary')).toEqual(['Bekend vanaf mei 2020.']);
  expect(read(feed, '/a:feed/a:entry[1]/a:category/@label')).toEqual(['Rechtsinstrument']);
});

test('a feed is as new as its newest entry; an empty one as its question', () => {
  expect(read(feed, '/a:feed/a:updated')).toEqual(['2026-11-23T12:00:00.000Z']);
  expect(read({ ...feed, entries: [] }, '/a:feed/a:updated')).toEqual(['2020-05-31T00:00:00Z']);
});

test('a text says in which language it is', () => {
  const document = XmlDocument.fromString(writeAtom(feed));
  const languageOf = (path: string) =>
    (document.get(path, atom) as XmlElement | null)?.attr('lang', 'xml')?.content;
  expect(['/a:feed', '//a:entry[1]', '//a:entry[1]/a:summary'].map(languageOf)).toEqual(['nl', 'en', 'nl']);
  document.dispose();
});

test('older entries have an address where there are any', () => {
  expect(read(feed, '/a:feed/a:link[@rel="next"]')).toEqual([]);
  expect(read({ ...feed, next: 'http://localhost/2' }, '/a:feed/a:link[@rel="next"]/@href')).toEqual([
    'http://localhost/2',
  ]);
});

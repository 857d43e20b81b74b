import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { texts } from '#platform/text/texts.ts';
import { type Address, formatAddress } from './address.ts';
import { SeriesChart } from './chart.tsx';
import { BarRow, EmptyState, Sources } from './components.tsx';
import { galleryPages, renderGallery } from './gallery.tsx';
import { Lang, MissingMark } from './missing.tsx';
import { PageAddress, PageLanguage } from './page-language.ts';
import { DataTable, Pagination } from './table.tsx';

const inGerman = (children: preact.ComponentChildren) =>
  renderToString(<PageLanguage.Provider value="de">{children}</PageLanguage.Provider>);

test('a missing value shows its reason in the language of the page and what that means, never a zero or nothing', () => {
  for (const reason of missingReasons) {
    const html = inGerman(<MissingMark reason={reason} note="Seite 31" />);
    expect(html).toContain(`>${texts('de').missing[reason]}</abbr>`);
    expect(html).toContain(texts('de').missingMeaning[reason]);
    expect(html).toContain('<small>Seite 31</small>');
  }
});

test('a text in another language than the page is marked as such, one in its own is not', () => {
  const text = { texts: { de: 'Abfall', nl: 'afval' }, authentic: ['nl'] };
  expect(inGerman(<Lang text={text} />)).toBe('Abfall');
  expect(renderToString(<Lang text={text} />)).toBe('<span lang="nl">afval</span>');
});

test('what a record says is escaped wherever it stands', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const html = [
    renderToString(<EmptyState why={evil} />),
    renderToString(
      <DataTable caption={evil} rows={[evil]} columns={[{ title: evil, cell: (row) => row }]} />,
    ),
    renderToString(<Sources register={{ title: evil }} sections={[evil]} />),
    renderToString(<Lang text={{ texts: { nl: evil }, authentic: [] }} />),
    renderToString(
      <SeriesChart
        title={evil}
        unit={evil}
        points={[
          { year: 2013, value: 1, label: evil },
          { year: 2014, value: null, reason: evil },
        ]}
      />,
    ),
  ];
  for (const text of html) {
    expect(text).toContain('&lt;img');
    expect(text).not.toContain('<img');
  }
});

test('a table names its columns beside each value, and its first cell is the head of the row and the link', () => {
  const html = renderToString(
    <DataTable
      caption="Contributions"
      rows={[{ state: 'NL', amount: '4,042,840' }]}
      columns={[
        { title: 'State', cell: (row) => row.state },
        { title: 'EUR', figure: true, cell: (row) => row.amount },
      ]}
      rowHref={(row) => `/parties/${row.state}`}
    />,
  );
  expect(html).toContain('<th scope="row" data-label="State"><div><a href="/parties/NL">NL</a></div></th>');
  expect(html).toContain('<td class="figure-cell" data-label="EUR"><div>4,042,840</div></td>');
  expect(html).toContain('data-rows');
});

test('pages of a list say where the reader is, and lead no further than there is', () => {
  const at = (number: number, total: number) =>
    renderToString(<Pagination number={number} size={50} total={total} hrefOf={(page) => `?page=${page}`} />);
  expect(at(2, 312)).toContain('51 to 100 of 312');
  expect(at(2, 312)).toMatch(/href="\?page=1" rel="prev".*href="\?page=3" rel="next"/);
  expect(at(7, 312)).toContain('301 to 312 of 312');
  expect(at(7, 312)).not.toContain('rel="next"');
  expect(at(1, 50)).toBe('');
});

test('sections of the source are written once with their sign, and nothing is written where there are none', () => {
  expect(
    renderToString(<Sources register={{ title: 'Evaluation' }} sections={['9.2.2', '§ 9.4.1']} />),
  ).toMatch(/>§<.*9\.2\.2, 9\.4\.1/);
  expect(renderToString(<Sources register={{ title: 'Evaluation' }} sections={null} />)).toBe('');
});

test('a section leads to all that rests on it, in the same register, language and dates', () => {
  const address = {
    language: 'nl' as const,
    register: 'benelux',
    path: '/law/eow-paper',
    query: new URLSearchParams('as-of=2016&page=2'),
  };
  const page = renderToString(
    <PageAddress.Provider value={address}>
      <Sources register={{ title: 'Evaluation' }} sections={['fn 19']} />
    </PageAddress.Provider>,
  );
  expect(page).toContain('href="/nl/benelux/find?as-of=2016&amp;source=fn+19"');
});

test('a bar keeps within its track, and one without a figure is no bar of length zero', () => {
  expect(renderToString(<BarRow label="a" share={1.7} text="x" />)).toContain('width="100%"');
  expect(renderToString(<BarRow label="a" share={0.6} text="x" />)).toContain('width="60%"');
  expect(renderToString(<BarRow label="a" share={null} text="x" />)).not.toContain('<rect');
});

test('a series prints its values, breaks at a missing year and says why', () => {
  const html = renderToString(
    <SeriesChart
      title="Working groups"
      unit="groups"
      points={[
        { year: 2019, value: null, reason: 'no overview' },
        { year: 2017, value: 66 },
        { year: 2018, value: 72 },
        { year: 2020, value: 70 },
      ]}
    />,
  );
  expect(html).toContain(
    'aria-label="Working groups (groups). 2017: 66; 2018: 72; 2019: no overview; 2020: 70"',
  );
  expect(html).toContain('>66</text>');
  expect(html).toContain('no overview</text>');
  // One move to 2017, one to 2020: the line does not run over 2019.
  const line = /class="line"[^>]*><path d="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(line.split('M').length - 1).toBe(2);
});

test('a series without any value still draws its years and reasons', () => {
  const html = renderToString(
    <SeriesChart title="Budget" unit="EUR" points={[{ year: 2013, value: null, reason: 'not stated' }]} />,
  );
  expect(html).toContain('2013: not stated');
  expect(html).not.toContain('NaN');
});

test('an address changes language, register, path and query, and leaves the rest as it is', () => {
  const address: Address = {
    language: 'nl',
    register: 'benelux',
    path: '/find',
    query: new URLSearchParams('q=afval&page=2&as-of=2016'),
  };
  expect(formatAddress(address, { language: 'de' })).toBe('/de/benelux/find?q=afval&page=2&as-of=2016');
  expect(formatAddress(address, { query: { page: null, 'as-of': '2017' } })).toBe(
    '/nl/benelux/find?q=afval&as-of=2017',
  );
  expect(
    formatAddress(
      { ...address, register: null, path: '/sign-in', query: new URLSearchParams() },
      { language: 'fr' },
    ),
  ).toBe('/sign-in?language=fr');
});

test('every page of the gallery is a whole document that obeys a strict content security policy', () => {
  for (const page of galleryPages) {
    for (const language of languages) {
      const html = renderGallery(page, language, 'dark');
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}" data-theme="dark"`));
      expect(html).not.toMatch(/<[^>]+\sstyle=/);
      expect(html).not.toMatch(/<style/);
      expect(html).not.toMatch(/<[^>]+\son[a-z]+=/);
      // The one script is a file, and it adds keys only.
      expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
        expect.stringMatching(/^<script type="module" src="\/assets\/client\.[0-9a-f]{16}\.js"><\/script>$/),
      ]);
    }
  }
});

test('the six entries stand in their fixed order, and a visitor gets all but the desk', () => {
  const entriesOf = (html: string) => {
    const words = texts('en').shell.entries;
    const nav = /<nav class="entries".*?<\/nav>/.exec(html)?.[0] ?? '';
    return Object.values(words)
      .filter((word) => nav.includes(`<span>${word}</span>`))
      .sort((a, b) => nav.indexOf(a) - nav.indexOf(b));
  };
  expect(entriesOf(renderGallery('dossier', 'en'))).toEqual([
    'Desk',
    'Programme',
    'Law',
    'Parliament',
    'Evidence',
    'Practice',
  ]);
  expect(entriesOf(renderGallery('visitor', 'en'))).toEqual([
    'Programme',
    'Law',
    'Parliament',
    'Evidence',
    'Practice',
  ]);
});

test('language links keep the page and its query, and each is marked in its own language', () => {
  const html = renderGallery('dossier', 'en');
  expect(html).toContain('<a href="/fr/benelux/law/eow-paper?tab=law" hreflang="fr" lang="fr">');
  expect(html).toContain('<link rel="alternate" hreflang="de" href="/de/benelux/law/eow-paper?tab=law"/>');
});

test('under the title stands which moment the page shows, and the way to the other one', () => {
  expect(renderGallery('dossier', 'en')).toContain('stands as of May 2020, when its source was made.');
  expect(renderGallery('dossier', 'en')).toContain('as-of=2026-11-23">Show today</a>');
  expect(renderGallery('visitor', 'nl')).toContain('as-of=2020-05">Toon mei 2020</a>');
});

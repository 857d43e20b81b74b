import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { makeAnotherUnion, variants } from '../../src/union/fixtures/another-union.ts';
import { importFile } from '../../src/union/index.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What pages and their exports say, on the node's own server, with the first data set and two unions that do not exist. */
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
  for (const variant of variants) {
    const loaded = await importFile(
      { database: opened.database, clock: systemClock, actor: 'operator', progress: () => {} },
      JSON.stringify(makeAnotherUnion(variant)),
    );
    expect(loaded.ok).toBe(true);
  }
  // The first data set, with dossiers that are named in Dutch alone.
  const first = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const cases = first.cases.map(
    ({ en: _en, fr: _fr, de: _de, name: _name, ...one }: { nl: string } & Named) => one,
  );
  const loaded = await importFile(
    { database: opened.database, clock: systemClock, actor: 'operator', progress: () => {} },
    JSON.stringify({ ...first, meta: { ...first.meta, id: 'dutch' }, cases }),
  );
  expect(loaded.ok).toBe(true);
});
type Named = Readonly<Partial<Record<'en' | 'fr' | 'de' | 'name', string>>>;
afterAll(() => opened.close());

const others = variants.map(({ seed, currency }) => ({ register: `nordkust-${seed}`, currency }));

async function show(path: string) {
  const answer = await server.inject({ url: `/en${path}`, headers: { accept: 'text/html' } });
  expect(answer.statusCode, path).toBe(200);
  const { document } = parseHTML(answer.body);
  const textOf = (element: { textContent: string | null } | null) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    html: answer.body,
    read: (selector = 'main') => textOf(document.querySelector(selector)),
    all: (selector: string) => [...document.querySelectorAll(selector)].map(textOf),
    label: (selector: string) => document.querySelector(selector)?.getAttribute('aria-label') ?? null,
    links: (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? ''),
    /** Rows of the table in a place, cell by cell. */
    rows: (selector: string) =>
      [...document.querySelectorAll(`${selector} tbody tr`)].map((row) =>
        [...row.querySelectorAll('th, td')].map(textOf),
      ),
  };
}

type Row = Readonly<Record<string, string | number | null>>;
type Exported = {
  readonly columns: readonly { readonly key: string; readonly note: string }[];
  readonly rows: readonly Row[];
};

async function take(path: string): Promise<Exported> {
  const answer = await server.inject({
    url: `/en${path}${path.includes('?') ? '&' : '?'}format=json`,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  const table: Exported = answer.json();
  for (const { key, note } of table.columns) expect(note, key).toMatch(/\.$/);
  for (const row of table.rows)
    expect(Object.keys(row).sort()).toEqual(table.columns.map(({ key }) => key).sort());
  return table;
}

describe('Budget', () => {
  test('2019 is shown with its key, the contributions add up to it, and six years are not stated', async () => {
    const page = await show('/benelux/budget');
    const years = page.rows('#amounts');
    expect(years.map(([year, amount]) => [year, amount])).toEqual([
      ...['2013', '2014', '2015', '2016', '2017', '2018'].map((year) => [year, 'not stated']),
      ['2019', '€7,628,000'],
    ]);
    expect(page.rows('#contributions')).toEqual([
      ['Belgium', '41%', '€3,127,480'],
      ['Luxembourg', '6%', '€457,680'],
      ['Netherlands', '53%', '€4,042,840'],
    ]);
    expect(page.all('#contributions tfoot :is(th, td)')).toEqual(['Together', '100%', '€7,628,000']);
    expect(page.read('#contributions .verdict.good')).toContain('add up to the amount');
    expect(page.read('#key-history')).toContain('verb missing in the sentence');
    expect(page.read('#tie')).toContain('no amount to a group, an activity or a result');
    expect(page.read('#tie')).toContain('surpluses of recent years not refunded');
    expect(page.read('#amounts figure .wide')).toContain('not stated');
  });

  test('as rows: a gap is empty with its reason, never zero', async () => {
    const { rows } = await take('/benelux/budget');
    expect(rows.filter(({ year }) => year !== '2019')).toHaveLength(6);
    for (const row of rows.filter(({ year }) => year !== '2019'))
      expect(row).toMatchObject({ amount: null, missing: 'not_stated', party: null, contribution: null });
    const paid = rows.filter(({ year }) => year === '2019');
    expect(paid.reduce((sum, { contribution }) => sum + Number(contribution), 0)).toBe(7_628_000);
    expect(paid.map(({ share }) => Number(share)).sort()).toEqual([0.06, 0.41, 0.53]);
  });

  test.each(others)(
    '$register: to the minor unit of $currency, and a year that was withheld',
    async ({ register, currency }) => {
      const page = await show(`/${register}/budget`);
      expect(page.rows('#amounts')[0]?.slice(0, 2)).toEqual(['2022', 'withheld']);
      expect(page.read('#amounts')).toContain('som förut');
      expect(page.rows('#contributions')).toHaveLength(4);
      expect(page.read('#contributions .verdict.good')).toContain('add up to the amount');
      const { rows } = await take(`/${register}/budget`);
      const cents = rows.reduce(
        (sum, { contribution }) => sum + Math.round(Number(contribution ?? 0) * 100),
        0,
      );
      expect(cents).toBe(currency === 'ISK' ? 100_000_300 : 100_000_307);
    },
  );

  test('The money of a dossier leads there, and from there to its source', async () => {
    const group = await show('/benelux/groups/waste');
    expect(group.links('.tabs a')).toContain('/en/benelux/budget');
    const page = await show('/benelux/budget');
    expect(page.links('#amounts .sources a')).toContain('/en/benelux/find?source=8.2');
  });
});

describe('Contact points', () => {
  test('the two vacancies are rows, and of 31 groups nothing is known', async () => {
    const page = await show('/benelux/contacts');
    expect(page.rows('.list').map((cells) => cells.slice(0, 3))).toEqual([
      ['Waste management', 'Netherlands', 'Vacant'],
      ['Waste management', 'Belgium', 'Vacant'],
    ]);
    expect(page.all('.figure strong')).toEqual(['2', '0', '31 of 32 groups']);
    expect(page.links('.list tbody th a')[0]).toBe('/en/benelux/groups/waste');
  });

  test('four years earlier they are unknown, which is not vacant', async () => {
    const page = await show('/benelux/contacts?as-of=2016-07-01');
    expect(page.rows('.list').map((cells) => cells[2])).toEqual([
      'Unknown on this date',
      'Unknown on this date',
    ]);
    expect(page.all('.figure strong')[0]).toBe('0');
    const { rows } = await take('/benelux/contacts?as-of=2016-07-01');
    expect(rows.map(({ standing }) => standing)).toEqual(['unknown', 'unknown']);
  });

  test('a filter is an address, and the export keeps it', async () => {
    const { rows } = await take('/benelux/contacts?party=BE');
    expect(rows).toMatchObject([{ body: 'waste', party: 'BE', standing: 'vacant', organisation: null }]);
    expect((await show('/benelux/contacts?standing=named')).rows('.list')).toEqual([]);
  });

  test.each(others)('$register: named since 2022, not yet before', async ({ register }) => {
    const rowsAt = async (asOf: string) =>
      (await take(`/${register}/contacts?as-of=${asOf}`)).rows.map(({ party, standing }) => [
        party,
        standing,
      ]);
    expect(await rowsAt('2024')).toEqual([
      ['BJ', 'vacant'],
      ['AV', 'named'],
    ]);
    expect(await rowsAt('2021')).toEqual([
      ['BJ', 'unknown'],
      ['AV', 'not_yet'],
    ]);
    expect((await show(`/${register}/contacts`)).read('.list')).toContain('Sjöfartsverket');
  });
});

describe('Bodies', () => {
  test('every body and every group of the first register stands in the tree once', async () => {
    const page = await show('/benelux/bodies');
    const bodies = page.links('.tree a[href*="/bodies/"]');
    const groups = page.links('.tree a[href*="/groups/"]');
    expect([bodies.length, new Set(bodies).size]).toEqual([9, 9]);
    expect([groups.length, new Set(groups).size]).toEqual([32, 32]);
    const { rows } = await take('/benelux/bodies');
    expect(rows).toHaveLength(41);
    expect(rows.find(({ id }) => id === 'fisc-moss')).toMatchObject({
      parent: 'fisc-strat',
      state: 'dormant',
    });
    expect(rows.find(({ id }) => id === 'fisc-vrp')).toMatchObject({ state: 'unknown' });
  });

  test('states are those of the date: what was dormant in 2020 is unknown in 2016', async () => {
    const markIn = async (query: string) =>
      (await show(`/benelux/bodies${query}`)).read(
        '.tree li:has(> div > a[href*="/groups/fisc-moss"]) .status',
      );
    expect(await markIn('')).toBe('Dormant');
    expect(await markIn('?as-of=2016-07-01')).toBe('Unknown');
  });

  test('a body of the layout that did not exist yet is marked so', async () => {
    expect((await show('/benelux/bodies?as-of=1950')).read('#tree')).toContain('Not established before 1955');
    expect((await show('/benelux/bodies')).read('#tree')).not.toContain('Not established');
  });

  test('the Committee of Ministers: what it issued, what it owes and since when that is late', async () => {
    const page = await show('/benelux/bodies/com');
    expect(page.rows('#issued')).toHaveLength(9);
    expect(page.rows('#promises').map(([what, part]) => [what, part])).toEqual([
      ['circular economy, effective waste management', 'Owes an answer'],
      ['Recommendation on end-of-waste criteria for recovered paper', 'Is reminded each year'],
    ]);
    expect(page.read('#promises')).toContain('152 to 516 days late');
    expect(page.links('#promises tbody th a')).toEqual([
      '/en/benelux/parliament/parl-rec-circular-2018',
      '/en/benelux/law/eow-paper',
    ]);
    expect(page.read('#parties')).toContain('names no party that takes part');
    expect(page.read('#does')).toContain('sets guidelines and priorities');
  });

  test('49 members, in parts that add up to them; meetings by year', async () => {
    const parliament = await show('/benelux/bodies/parliament');
    expect(parliament.all('#members .bar')).toEqual(['Belgium21', 'Netherlands21', 'Luxembourg7']);
    expect(parliament.read('#members p')).toContain('49 members');
    expect((await show('/benelux/bodies/nl-ido')).read('#meetings')).toContain('2017: 7, 2018: 3, 2019: 4');
  });

  test.each(others)(
    '$register: a group and a body under their body, and its contacts',
    async ({ register }) => {
      const page = await show(`/${register}/bodies`);
      const under = page.links('#tree .tree .tree a').map((href) => href.split('/').slice(3).join('/'));
      expect(under).toEqual(['bodies/utan-namn', 'groups/havsvakt']);
      const body = await show(`/${register}/bodies/radet`);
      expect(body.rows('#under').map(([name]) => name)).toEqual(['Havsvaktgruppen']);
      expect(body.rows('#promises').map(([, part]) => part)).toEqual(['Owes an answer', 'Watches it']);
      expect(body.read('#place')).toContain('utan-namn');
      const below = await show(`/${register}/bodies/utan-namn`);
      expect(below.read('#place')).toContain('Rådet');
      expect(below.read('#place')).not.toContain('Havsvaktgruppen');
    },
  );

  test('a record of a body is found at its page, and one that is not there is not', async () => {
    const found = await show('/benelux/find?kind=bodies');
    expect(found.links('tbody th a')).toContain('/en/benelux/bodies/com');
    const none = await server.inject({ url: '/en/benelux/bodies/none', headers: { accept: 'text/html' } });
    expect(none.statusCode).toBe(404);
  });
});

describe('Parliament', () => {
  test('one item: its clock as a bar with words, and that nothing was answered', async () => {
    const page = await show('/benelux/parliament/parl-rec-circular-2018');
    expect(page.read('#clocks tbody')).toContain('Day 517 to 881 of 365');
    expect(page.read('#clocks tbody')).toContain('152 to 516 days late');
    expect(page.html).toContain('class="over"');
    expect(page.read('#answers')).toContain('No answer is on record');
    expect(page.links('#clocks tbody a')).toContain('/en/benelux/bodies/com');
    const earlier = await show('/benelux/parliament/parl-rec-circular-2018?as-of=2018-12-31');
    expect(earlier.read('#clocks tbody')).toContain('Running');
    expect(earlier.html).not.toContain('class="over"');
  });

  test('how many answers are owed, by kind and state; members, sessions and target', async () => {
    const page = await show('/benelux/parliament');
    expect(page.rows('#counts')).toEqual([['Recommendation', '1', '0', '0', '0', '0', '0']]);
    expect(page.all('.figure strong')).toEqual(['49', '3', '10', '12', 'at least 517', '100 %']);
    expect(page.read('#cycle')).toContain('answers to recommendations are put back on committee agendas');
    // A count that the source does not give is a gap, not a zero.
    expect(page.all('#cycle .missing')).toEqual(['not stated']);
  });

  test.each(others)('$register: three addressees, each with a clock of its own', async ({ register }) => {
    const page = await show(`/${register}/parliament/fraga-1?as-of=2023-12-31`);
    expect(page.all('#clocks tbody .status')).toEqual(['Overdue', 'Answered', 'Overdue']);
    expect(page.rows('#answers').map(([who]) => who)).toEqual(['Avalia']);
    const before = await show(`/${register}/parliament/fraga-1?as-of=2023-08-29`);
    expect(before.all('#clocks tbody .status')).toEqual(['Running', 'Running', 'Running']);
    expect(before.rows('#answers')).toEqual([]);
    const { rows } = await take(`/${register}/parliament?as-of=2023-12-31&clock=overdue`);
    expect(rows.map(({ id }) => id)).toEqual(['fraga-1', 'fraga-1', 'fraga-1']);
  });
});

describe('Programme', () => {
  test('the table of counts keeps its gaps, and says what may be held against what', async () => {
    const page = await show('/benelux/programme');
    const rows = new Map(page.rows('#counts').map(([name, ...cells]) => [name, cells]));
    expect(rows.size).toBe(9);
    const total = rows.get('Working groups, total') ?? [];
    expect(total.slice(0, 7)).toEqual(['67', '77', '79', '84', '66', '72', 'not available']);
    expect(total[7]).toContain('Not comparable');
    expect(total[7]).toContain('Working groups / committees, from 65 to 72');
    expect(rows.get('Projects, ongoing')?.[1]).toBe('86*');
    expect(page.links('#counts tbody th a')).toContain('/en/benelux/evidence/working_groups_total');
    expect(page.links('.tabs a').slice(1)).toEqual(
      [
        ...['plans', 'initiatives', 'assessments', 'commitments', 'groups', 'meetings'],
        ...['bodies', 'contacts', 'budget', 'report'],
      ].map((part) => `/en/benelux/${part}`),
    );
  });

  test('themes one by one, and the presidency that is not stated', async () => {
    const { rows } = await take('/benelux/programme');
    expect(rows.filter(({ kind, year }) => kind === 'themes' && year === 2015)).toHaveLength(9);
    expect(rows.find(({ kind, year }) => kind === 'presidencies' && year === 2015)).toMatchObject({
      party: null,
      missing: 'not_stated',
    });
  });
});

describe('Law', () => {
  test('the figures of the cut-off date are a table of their own, and say the same as the page', async () => {
    const page = await show('/benelux/law');
    const { rows } = await take('/benelux/law?list=figures');
    const cells = page.rows('#deficit');
    expect(rows).toHaveLength(cells.length);
    expect(rows.length).toBeGreaterThan(2);
    for (const [index, { open, assessed, percent, undated, delayMonths }] of rows.entries()) {
      const told = cells[index] ?? [];
      expect(told[1]).toContain(percent === null ? 'No figure' : `${open} of ${assessed}`);
      expect(told[4]).toContain(delayMonths === null ? 'No figure' : String(delayMonths));
      expect(undated).toBeTypeOf('number');
    }
    const links = page.links('#deficit .tools a');
    expect(links.map((href) => /format=(\w+)/.exec(href)?.[1])).toEqual(['csv', 'xlsx', 'json']);
    expect(links.every((href) => href.includes('list=figures'))).toBe(true);
    // Without a note on what counts there is nothing to take.
    const other = await show(`/${others[0]?.register}/law`);
    expect(other.links('#deficit .tools a').length === 0).toBe(other.rows('#deficit').length === 0);
  });

  test('the list is narrowed by kind, dossier, state and issuer, and its export with it', async () => {
    const listed = async (query: string) => (await take(`/benelux/law?list=all${query}`)).rows;
    expect(await listed('')).toHaveLength(49);
    expect(await listed('&kind=decision')).toHaveLength(3);
    expect((await listed('&issuer=summit')).map(({ id }) => id)).toEqual(['digital-2015', 'jobs-2014']);
    expect(await listed('&issuer=com&dossier=labour&kind=directive')).toMatchObject([
      { id: 'qualif-2018', state: 'adopted' },
    ]);
    expect((await listed('&state=in_force')).map(({ id }) => id).sort()).toEqual([
      'bia-treaty',
      'ecmr-protocol',
      'senn-2004',
      'treaty-2008',
    ]);
    expect((await listed('&state=in_force&as-of=2011-12-31')).map(({ id }) => id).sort()).toEqual([
      'ecmr-protocol',
      'senn-2004',
    ]);
    const page = await show('/benelux/law?kind=decision');
    expect(page.rows('#all')).toHaveLength(3);
    expect(page.read('#all .active-filters')).toContain('Kind: Decision');
  });

  test('without a list the export is the board, as before', async () => {
    const { columns } = await take('/benelux/law');
    expect(columns.map(({ key }) => key)).toContain('inLaw');
  });

  test('an instrument in time, its articles, and a date that is still to come', async () => {
    const treaty = await show('/benelux/law/treaty-2008');
    expect(treaty.read('#articles')).toMatch(/^Articles ?Article 25/);
    expect(treaty.all('#timeline li')).toEqual(['2008Adopted', '2012In force']);
    expect((await show('/benelux/law/treaty-2008?as-of=2010')).all('#timeline li')[1]).toContain(
      'after the date above',
    );
    expect((await show('/benelux/law/tfeu-350')).read('#timeline')).toContain('gives no date');
    const [other] = others;
    const faded = await show(`/${other?.register}/law/brandregler`);
    expect(faded.read('#facts')).toContain('illegible');
  });

  test.each(['eow-paper', 'ecmr-protocol'])(
    '%s: a map says of each state what the table says',
    async (id) => {
      const page = await show(`/benelux/law/${id}`);
      const named = page.all('#implementation tbody th');
      const words = page.all('#implementation tbody td:nth-child(2) .status');
      expect(named).toEqual(expect.arrayContaining(['Netherlands', 'Belgium', 'Luxembourg']));
      const said = named.map((name, index) => `${name}: ${words[index]}`);
      expect(page.label('#implementation .map [role=img]')).toBe(`In law, by state. ${said.join('; ')}`);
      expect(page.all('#implementation .wide .label')).toHaveLength(named.length);
      expect(page.all('#implementation .map title')[0]).toMatch(
        /^Netherlands: In law: .+\. In practice: Unknown$/,
      );
    },
  );

  test('where nothing is recorded of any state there is no map of it', async () => {
    expect((await show('/benelux/law/treaty-2008')).all('.map')).toEqual([]);
  });

  test.each(others)(
    '$register: states that do not exist are in the table and on no map',
    async ({ register }) => {
      const page = await show(`/${register}/law/lampdirektiv`);
      expect(page.rows('#implementation').map(([name]) => name)).toEqual([
        'Avalia',
        'Bjarmia',
        'Koivumaa',
        'Tröndland',
      ]);
      expect(page.all('.map')).toEqual([]);
    },
  );
});

describe('Groups', () => {
  test('who takes part is on a map, with the regions named under it', async () => {
    const page = await show('/benelux/groups/fisc-strat');
    expect(page.label('#parties [role=img]')).toBe(
      'Who takes part, as of May 2020. Netherlands: Participant; Belgium: Participant; Luxembourg: Participant; France: Takes part now and then',
    );
    expect(page.read('#parties figcaption p')).toBe(
      'Not on the map: North Rhine-Westphalia (Takes part now and then), Lower Saxony (Takes part now and then).',
    );
    expect(page.rows('#parties')).toHaveLength(6);
  });

  test('who has left is not on the map, and before its source it says that it is unknown', async () => {
    const page = await show('/benelux/groups/nsec');
    expect(page.all('#parties .wide .label')).toHaveLength(9);
    expect(page.read('#parties figure')).not.toContain('GB');
    expect(page.read('#parties table')).toContain('GB');
    const before = await show('/benelux/groups/nsec?as-of=2016-07-01');
    expect(before.label('#parties [role=img]')).toMatch(
      /^Who takes part, as of 1 July 2016\. Belgium: Unknown; /,
    );
  });

  test.each(others)('$register: its own states take part, without a map', async ({ register }) => {
    const page = await show(`/${register}/groups/havsvakt`);
    expect(page.rows('#parties')).toHaveLength(6);
    expect(page.all('.map')).toEqual([]);
  });
});

describe('What is not in the language of the page says which language it is in (WCAG 3.1.2)', () => {
  async function open(path: string) {
    const answer = await server.inject({ url: path, headers: { accept: 'text/html' } });
    expect(answer.statusCode, path).toBe(200);
    return parseHTML(answer.body).document;
  }

  test.each([
    ['/evidence/FRT-SHARE', 'en', 'Share of road transport under e-CMR'],
    ['/law/treaty-2008', 'en', 'Treaty revising the Benelux Treaty (Benelux Union)'],
    ['/groups/fisc-moss', 'en', 'Mini One Stop Shop'],
    ['/bodies/college', 'en', 'College of Commissioners'],
    ['/parliament/parl-rec-circular-2018', 'en', 'circular economy, effective waste management'],
    ['/record/cases/freight', 'nl', 'Digitale vrachtbrief', 'dutch'],
  ])(
    'the title of %s in French is %s, in its own language unmarked',
    async (path, language, title, register = 'benelux') => {
      const french = await open(`/fr/${register}${path}`);
      expect(french.querySelector('h1')?.innerHTML).toBe(`<span lang="${language}">${title}</span>`);
      expect(french.querySelector('title')?.textContent).toMatch(`${title} · `);
      expect((await open(`/${language}/${register}${path}`)).querySelector('h1')?.innerHTML).toBe(title);
    },
  );

  test('a title of the page itself is unmarked', async () => {
    expect((await open('/fr/benelux/law')).querySelector('h1')?.children).toHaveLength(0);
  });

  test.each([
    ['/evidence/FRT-SHARE', 'main a[href*="/cases/freight"]'],
    ['/evidence', '#indicators td div'],
    ['/evidence', 'section h2'],
    ['', 'section h2'],
  ])('the name of a dossier on "%s", in %s', async (path, place) => {
    const marked = (document: Document) =>
      document.querySelectorAll(`:is(${place}) > span[lang="nl"]`).length;
    expect(marked(await open(`/de/dutch${path}`))).toBeGreaterThan(0);
    expect(marked(await open(`/de/benelux${path}`))).toBe(0);
    expect(marked(await open(`/nl/dutch${path}`))).toBe(0);
  });
});

test('Before the source was known, every one of these pages says that nothing was', async () => {
  for (const path of ['bodies', 'contacts', 'budget', 'parliament', 'programme']) {
    const page = await show(`/benelux/${path}?known-at=2016-07-01`);
    expect(page.read(), path).toContain('nothing of it was known');
    expect(page.rows('main'), path).toEqual([]);
  }
});

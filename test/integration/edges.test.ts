import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../../src/platform/clock.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { importFile } from '../../src/union/index.ts';
import { openFirstRegister } from '../support/first-register.ts';

/**
 * What the first data set has none of, and another source may have: totals without parts, one counted year, answers to
 * nobody, ranges and silent years in a series, several figures of one year, a title that is not English.
 */
const edges = {
  meta: { id: 'edges', known_from: '2022', title: 'Edges', languages: ['en', 'sv'], synthetic: true },
  parties: [
    { id: 'AA', name: 'Aland', kind: 'member_state' },
    { id: 'BB', name: 'Beland', kind: 'member_state' },
  ],
  bodies: [
    { id: 'assembly', name: 'Assembly', kind: 'parliament', members: { total: 12 }, source: ['1'] },
    { id: 'house', name: 'House', kind: 'oversight', members: { AA: 3, BB: 4 }, source: ['1'] },
    { id: 'office', name: 'Office', kind: 'oversight', meetings_counted: { 2018: 3 }, source: ['1'] },
    { id: 'board', name: 'Board', kind: 'oversight', meetings_counted: { 2017: 7, 2019: 4 }, source: ['1'] },
  ],
  presidencies: [{ id: 'pres-1', year: 2020, party: 'AA', source: ['2'] }],
  instruments: [
    {
      id: 'pact',
      title: 'Pact',
      kind: 'agreement',
      obligations: [{ who: 'board', what: 'report', deadline: '2023' }],
      source: ['3'],
    },
  ],
  parliament_cycle: { answer_target_months: 6, source: ['4.1'] },
  parliament_items: [
    { id: 'q-sv', sv: 'Vass?', kind: 'question', tabled: '2021-01-10', addressees: ['board'], source: ['4'] },
    { id: 'q-none', subject: 'To nobody', kind: 'question', tabled: '2021-01-10', source: ['4'] },
    {
      id: 'q-twice',
      subject: 'Twice',
      kind: 'question',
      tabled: '2020-01-10',
      addressees: ['AA'],
      answers: [
        { addressee: 'AA', date: '2021-02-01', document: 'Second letter' },
        { addressee: 'AA', date: '2020-03-01', document: 'First letter' },
        { addressee: 'AA', date: '2023-03-01', document: 'Third letter' },
      ],
      source: ['4'],
    },
  ],
  indicators: [
    {
      id: 'REEDS',
      name: 'Reeds',
      unit: 'reeds',
      level: 'output',
      direction: 'up',
      definition: 'Reeds above one metre',
      case: 'marsh',
      source: ['5'],
    },
    { id: 'FLOW', name: 'Flow', unit: 'persons', level: 'context', source: ['5'] },
  ],
  cases: [{ id: 'marsh', name: 'Marsh', source: ['5'] }],
  observations: [
    { id: 'o1', indicator: 'REEDS', period: '2015', value: 1200.5, status: 'exact', source: ['5.1'] },
    { id: 'o2', indicator: 'REEDS', period: '2016', value: { min: 10, max: 20 }, source: ['5.1'] },
    { id: 'o3', indicator: 'REEDS', period: '2019', value: 2400, status: 'exact', source: ['5.2'] },
    { id: 'o4', indicator: 'REEDS', value: 9000, geo: 'AA', status: 'ex_ante', source: ['5.3'] },
    {
      id: 'o5',
      indicator: 'REEDS',
      period: '2020',
      value: 90,
      geo: 'AA',
      status: 'ex_post',
      source: ['5.4'],
    },
    { id: 'f1', indicator: 'FLOW', period: '2016', value: 11, from: 'AA', to: 'BB', source: ['5'] },
    { id: 'f2', indicator: 'FLOW', period: '2016', value: 76, from: 'BB', to: 'AA', source: ['5'] },
  ],
  discrepancies: [
    { id: 'd-said', text: 'Reeds or rushes', about: ['REEDS'], source: ['5'] },
    { id: 'd-unsaid', text: 'Once or twice', source: ['4'] },
  ],
  counts_by_year: {
    source: ['T-1'],
    derived_checks: [{ check: 'all = one + other' }],
    rows: [
      { id: 'one', name: 'One', cells: { 2018: { value: 5, status: 'reported' } } },
      { id: 'other', name: 'Other', cells: { 2018: { value: null, status: 'not_available' } } },
      { id: 'all', name: 'All', computed_in_report: true, cells: { 2018: { value: 5, status: 'reported' } } },
    ],
  },
};

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
  const clock = fixedClock('2026-11-23T12:00:00Z');
  const work = { database: opened.database, clock, actor: 'operator', progress: () => {} };
  const loaded = await importFile(work, JSON.stringify(edges));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
});
afterAll(() => opened.close());

const get = async (path: string, accept = 'text/html') => {
  const answer = await server.inject({ url: path, headers: { accept } });
  expect(answer.statusCode, `${path} ${answer.body.slice(0, 400)}`).toBe(200);
  return answer.body;
};

async function show(path: string) {
  const { document } = parseHTML(await get(path));
  const read = (element: { textContent: string | null } | null) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    read: (selector = 'main') => read(document.querySelector(selector)),
    all: (selector: string) => [...document.querySelectorAll(selector)].map(read),
    first: (selector: string) => document.querySelector(selector),
    links: (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? ''),
  };
}

type Row = Readonly<Record<string, unknown>>;
const take = async (path: string) =>
  JSON.parse(await get(`${path}${path.includes('?') ? '&' : '?'}format=json`)) as {
    readonly rows: readonly Row[];
    readonly notes: readonly string[];
  };

describe('A figure leads to its source', () => {
  test.each(['', '/brief?party=AA', '/evidence'])('on %s each figure of a benefit', async (path) => {
    const { all, links } = await show(`/en/edges${path}`);
    const section = '#benefit-marsh';
    expect(all(`${section} .bar strong`)).toEqual(['9,000 reeds', '90 reeds']);
    for (const record of ['o4', 'o5'])
      expect(links(`${section} .bar a`)).toContain(`/en/edges/record/observations/${record}`);
    for (const cited of ['5.3', '5.4'])
      expect(links(`${section} .sources a`)).toContain(`/en/edges/find?source=${cited}`);
  });

  test('each figure of parliament says where it is written, and the deficit of the brief leads to its board', async () => {
    const { all } = await show('/en/benelux/parliament');
    const figures = all('.figure');
    expect(figures).toHaveLength(6);
    for (const figure of figures) expect(figure).toContain('§');
    expect((await show('/en/benelux/brief?party=NL')).links('.figure a')).toContain('/en/benelux/law#board');
  });

  test('a section leads to the statements that cite it, too', async () => {
    const { links } = await show('/en/edges/find?source=T-1');
    expect(links('[data-rows] a')).toContain('/en/edges/record/statements/counts_by_year');
  });

  test('a picture stands on the front page as a table too, and the brief of two pages leads to it', async () => {
    const { all } = await show('/en/benelux');
    expect(all('table td').join(' ')).toContain('65 71 79 84 66 72 not available');
    expect((await show('/en/benelux/brief?party=NL')).links('#trend .tools a')).toEqual([
      '/en/benelux/evidence/working_groups',
    ]);
  });
});

describe('A contradiction of the source', () => {
  const shown = async (path: string) =>
    (await show(path)).links('.verdict a').flatMap((href) => /discrepancies\/(.*)$/.exec(href)?.[1] ?? []);

  test('stands at what it is about, and not at all that cites its section', async () => {
    expect(await shown('/en/edges/evidence/REEDS')).toEqual(['d-said']);
    expect(await shown('/en/edges/evidence/FLOW')).toEqual([]);
    expect(await shown('/en/benelux/evidence/GOV-WG-CONVENING')).toEqual(['DIS-10']);
    expect(await shown('/en/benelux/law/eow-paper')).toEqual(['DIS-02']);
    expect(await shown('/en/benelux/evidence/FRT-REALISED')).toEqual(['DIS-05']);
  });

  test('stands at all that cites its section where nobody has said what it is about', async () => {
    expect(await shown('/en/edges/parliament/q-none')).toEqual(['d-unsaid']);
  });

  test('leads to what it is about', async () => {
    const page = await show('/en/benelux/record/discrepancies/DIS-10');
    expect(page.links('#fields a')).toContain('/en/benelux/evidence/GOV-WG-CONVENING');
  });
});

describe('Evidence', () => {
  test('an indicator says what it is, how each figure was made, and where it is written', async () => {
    const { read, all } = await show('/en/edges/evidence/REEDS');
    expect(all('.fields dt')).toEqual(expect.arrayContaining(['Definition', 'Desired direction', 'Source']));
    expect(read('.fields')).toContain('Reeds above one metre');
    expect(all('#figures thead th')).toContain('Method');
    expect(read('#figures')).toMatch(/9,000 reeds\s*AA\s*expected beforehand/);
    const flow = await show('/en/edges/evidence/FLOW');
    expect(flow.read('.fields')).toMatch(/Definition\s*not stated/);
  });

  test('several figures of one year are all shown, and none of them as the figure', async () => {
    const { read } = await show('/en/edges/evidence');
    expect(read('#indicators')).toMatch(/11 persons\s*AA → BB, 2016\s*76 persons\s*BB → AA, 2016/);
  });

  test('a range is drawn as what it is and a silent year as a gap: no line runs over either', async () => {
    const { first } = await show('/en/edges/evidence/REEDS');
    const said = first('#chart figure')?.getAttribute('aria-label') ?? '';
    expect(said).toContain(
      '2015: 1,200.5; 2016: 10–20; 2017: not stated; 2018: not stated; 2019: 2,400; 2020: 90',
    );
    const drawn = first('#chart .wide .line path')?.getAttribute('d') ?? '';
    expect(drawn.split('M')).toHaveLength(3);
    const board = await show('/en/edges/bodies/board');
    expect(board.first('#meetings figure')?.getAttribute('aria-label')).toContain('2018: not stated');
  });

  test('numbers of a verdict are written as the reader writes them', async () => {
    const { read } = await show('/nl/edges/evidence/REEDS?from=2015&to=2019');
    expect(read('#compare')).toContain('Van 1.200,5 naar 2.400');
  });
});

describe('Bodies', () => {
  test('one counted year, and a total without parts, are shown', async () => {
    expect((await show('/en/edges/bodies/office')).read('#meetings')).toContain('2018: 3');
    const { read } = await show('/en/edges/bodies/assembly');
    expect(read('#members')).toContain('12 members');
    expect((await show('/en/edges/parliament')).all('.figure strong')[0]).toBe('12');
  });

  test('nobody is said to take part only where no seat is counted', async () => {
    expect((await show('/en/edges/bodies/house')).read()).not.toContain('names no party that takes part');
    expect((await show('/en/edges/bodies/office')).read('#parties')).toContain(
      'names no party that takes part',
    );
  });
});

describe('Promises', () => {
  test('a deadline is shown as precise as the source has it', async () => {
    for (const [path, place] of [
      ['/en/edges', '.due'],
      ['/en/edges/law/pact', '#obligations'],
      ['/en/edges/bodies/board', '#promises'],
    ] as const) {
      const said = (await show(path)).read(place);
      expect(said, path).toContain('2023');
      expect(said, path).not.toContain('31 December 2023');
    }
  });

  test('what is owed is marked with the language that it is written in', async () => {
    const { first, all } = await show('/en/edges');
    expect(all('.due span[lang="sv"]')).toEqual(['Vass?']);
    expect(first('.due span[lang="en"]')?.textContent).toBe('report');
  });
});

describe('Parliament', () => {
  test('an item that is addressed to nobody is in the export, and one that was answered counts no days', async () => {
    const { rows } = await take('/en/edges/parliament');
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of('q-none')).toMatchObject({ addressee: null, due: null, clock: null, daysLeast: null });
    expect(of('q-twice')).toMatchObject({ clock: 'answered', answered: '2020-03-01', daysMost: null });
    expect(of('q-sv')).toMatchObject({ clock: 'overdue', daysLeast: expect.any(Number) });
  });

  test('every answer that was given by the date is shown', async () => {
    const { all } = await show('/en/edges/parliament/q-twice');
    expect(all('#answers tbody td:last-child')).toEqual(['Second letter', 'First letter']);
  });
});

test('A year of presidency without priorities says that they are not stated', async () => {
  expect((await show('/en/edges/programme')).read('#presidencies')).toContain('not stated');
});

test('Everything that leaves a register that is made up says so', async () => {
  const said = 'Made up for demonstration or measurement';
  for (const page of [
    'groups',
    'bodies',
    'contacts',
    'programme',
    'budget',
    'law',
    'parliament',
    'evidence',
    'find',
  ])
    expect((await take(`/en/edges/${page}`)).notes.join(' '), page).toContain(said);
  expect((await take('/en/edges/law?list=all')).notes.join(' ')).toContain(said);
  for (const feed of [
    'deadlines.ics',
    'events.ics',
    'changes.atom',
    'instruments.atom',
    'evidence.json-stat',
    'counts.json-stat',
    'results.iati.xml',
    'catalogue.jsonld',
  ])
    expect((await get(`/en/edges/${feed}`, '*/*')).replaceAll('\r\n ', ''), feed).toContain(said);
});

test('A total that leaves out a part says so in IATI as in JSON-stat', async () => {
  expect(await get('/en/edges/results.iati.xml', '*/*')).toContain('Parts reported: 1 of 2');
  expect(await get('/en/edges/counts.json-stat', '*/*')).toContain('Parts reported: 1 of 2');
});

test('What was adopted later is on no board of an earlier day, and in no count of it', async () => {
  const board = async (asOf: string) =>
    (await show(`/en/benelux/law?as-of=${asOf}`)).links('#board tbody th a');
  const paper = (asOf: string) => `/en/benelux/law/eow-paper?as-of=${asOf}`;
  expect(await board('2014')).not.toContain(paper('2014'));
  expect(await board('2015')).toContain(paper('2015'));
  const counted = async (query: string) =>
    Number((await show(`/en/benelux${query}`)).all('.figure strong')[1]);
  // Two agreements of the police treaty are among them: when they were adopted is not said.
  expect(await counted('')).toBe(48);
  expect(await counted('?as-of=2014')).toBeLessThan(46);
  expect((await take('/en/benelux/law?as-of=2014')).rows.map((row) => row.instrument)).not.toContain(
    'eow-paper',
  );
});

describe('The annual report', () => {
  test('says of a figure that is missing for which area and period, on the page too', async () => {
    const page = await show('/en/benelux/report/2019');
    expect(page.read('#results')).toMatch(
      /cannot be computed\s*CWE, period not stated\s*not computable: many factors/,
    );
  });

  test('of a year that still ran lists what may have been tabled by then in both of its places', async () => {
    const { read } = await show('/en/benelux/report/2018?as-of=2018-06');
    for (const place of ['#parliament', '#unrealised'])
      expect(read(place), place).toContain('circular economy');
  });
});

test('A year is said to be a year where nothing was known', async () => {
  expect((await show('/en/edges/groups?known-at=2016')).read()).toContain('in 2016 nothing of it was known');
});

test('A filter that nothing meets on the date is shown, and the list says that it is the filter', async () => {
  for (const path of [
    'groups?state=dormant&as-of=2016',
    'contacts?standing=named',
    'parliament?clock=due_unknown',
  ]) {
    const { read, links } = await show(`/en/benelux/${path}`);
    expect(read('.empty'), path).toContain('Nothing matches all of these filters');
    expect(links('.active-filters a.chip'), path).toHaveLength(1);
  }
});

describe('A figure of a later period is not shown on an earlier day, and that it is not is said', () => {
  test('on the front page, beside its comparison, its benefit and its budget', async () => {
    const then = await show('/en/benelux?as-of=2014');
    expect(then.read()).not.toMatch(/Brought, 201[5-9]|From 65 to 72|65 to 72|Budget 2019/);
    expect(then.all('table thead th')).not.toContain('2018');
    expect(then.read('#budget')).toMatch(/^Budget.*5 later years are not shown at this date/);
    expect(then.read()).toMatch(/later figures are not shown at this date/);
    const now = await show('/en/benelux');
    expect(now.read()).toMatch(/Brought, 2019/);
    expect(now.read()).not.toContain('at this date');
  });

  test('on the page of a series and in what is taken from it', async () => {
    const path = '/en/edges/evidence/REEDS?as-of=2016';
    const { read, all } = await show(path);
    expect(all('#figures tbody tr > :first-child')).toEqual(['period not stated', '2015', '2016']);
    expect(read()).toContain('2 later figures are not shown at this date');
    const { rows, notes } = await take(path);
    expect(rows.map(({ year }) => year)).toEqual([null, '2015', '2016']);
    expect(notes.join(' ')).toContain('2 later figures are not shown at this date');
    const cube = await get('/en/edges/evidence/REEDS.json-stat?as-of=2016', '*/*');
    expect(cube).toContain('2 later figures');
    expect(cube).not.toContain('2400');
    expect(await get('/en/edges/results.iati.xml?as-of=2016', '*/*')).not.toContain('2400');
    expect((await take('/en/edges/evidence/REEDS')).rows).toHaveLength(5);
  });

  test('among the benefits, which keep what has no period', async () => {
    const { read } = await show('/en/edges/evidence?as-of=2016');
    expect(read('#benefit-marsh')).toMatch(/9,000 reeds.*1 later figure is not shown at this date/);
    expect(read('#benefit-marsh')).not.toContain('90 reeds');
  });

  test('on the page of the budget and in its export', async () => {
    const path = '/en/benelux/budget';
    const years = (await take(path)).rows.map(({ year }) => String(year));
    const then = await take(`${path}?as-of=2017`);
    expect(then.rows.map(({ year }) => year)).toEqual(years.filter((year) => year <= '2017'));
    expect(then.notes.join(' ')).toMatch(/not shown at this date/);
    expect((await show(`${path}?as-of=2017`)).read('#amounts')).toMatch(/not shown at this date/);
    expect((await show(path)).read()).not.toContain('at this date');
  });

  test('while the API, which takes no such date, answers all that is known', async () => {
    const answer = await get('/api/edges/evidence/series/REEDS', 'application/json');
    expect(JSON.parse(answer).points).toHaveLength(5);
  });
});

test('What was adopted or tabled later promises nothing on an earlier day', async () => {
  const calendar = (asOf: string) => get(`/en/benelux/deadlines.ics?as-of=${asOf}`, '*/*');
  expect(await calendar('2014')).not.toContain('BEGIN:VTODO');
  expect(await calendar('2020')).toContain('BEGIN:VTODO');
});

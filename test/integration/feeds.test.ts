import ical from 'ical.js';
import jsonld from 'jsonld';
import JSONstat from 'jsonstat-toolkit';
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { parseICS } from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { languages } from '../../src/kernel/languages.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { iatiResultSchema } from '../../src/platform/export/fixtures/iati-result-schema.ts';
import { feedFormats } from '../../src/platform/export/format.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { importFile } from '../../src/union/index.ts';
import { createTestDatabase } from '../support/test-database.ts';

/**
 * Every feed of the node with the first data set, read back by a library that did not write it and held against what the
 * API answers; and a small register whose second file corrects the first.
 */
let database: Database;
let server: HttpServer;
const base = 'https://tripoint.example';

const small = {
  meta: {
    id: 'small',
    known_from: '2020-05',
    title: 'Small',
    languages: ['en'],
    publisher: 'The Reeds Office',
  },
  parties: [
    { id: 'AA', name: 'Aland', kind: 'member_state' },
    { id: 'BB', name: 'Beland', kind: 'member_state' },
  ],
  contacts: [{ id: 'c1', body: 'reeds', party: 'AA', organisation: 'Ministry', person: 'P. Erson' }],
  working_groups: [
    {
      id: 'reeds',
      name: 'Reeds',
      status: 'active',
      status_as_of: '2020-05',
      participants: ['AA'],
      observers: ['BB'],
    },
  ],
  instruments: [
    {
      id: 'pact',
      title: 'Pact',
      obligations: [
        { who: 'AA', what: 'report; in full', deadline: '2021-02' },
        { who: 'BB', what: 'evaluate', deadline: '2022' },
        { who: 'reeds', what: 'meet' },
      ],
    },
  ],
  events: [
    { id: 'fair', title: 'Fair', date: '2021-03' },
    { id: 'walk', title: 'Walk' },
  ],
  parliament_cycle: { answer_target_months: 1 },
  parliament_items: [
    {
      id: 'q1',
      subject: 'Reeds?',
      tabled: '2020-01-31',
      addressees: ['AA', 'BB'],
      answers: [{ addressee: 'BB', date: '2020-02' }],
    },
  ],
  indicators: [{ id: 'I-1', name: 'Reeds cut', unit: 'reeds', level: 'output', direction: 'down' }],
  observations: [
    { id: 'o0', indicator: 'I-1', period: '2017', value: 9, status: 'baseline' },
    { id: 'o1', indicator: 'I-1', period: '2018', value: 0, nil_confirmed: true },
    { id: 'o2', indicator: 'I-1', period: '2018', value: { min: 1, max: 2 }, status: 'ex_ante' },
  ],
};
const corrected = {
  ...small,
  meta: { ...small.meta, known_from: '2021-05' },
  instruments: [
    {
      id: 'pact',
      title: 'Pact',
      obligations: [
        { who: 'AA', what: 'report; in full', deadline: '2021-06' },
        { who: 'reeds', what: 'meet' },
      ],
    },
  ],
  events: [
    { id: 'fair', title: 'Fair', date: '2021-03', status: 'cancelled' },
    { id: 'walk', title: 'Walk' },
  ],
};

beforeAll(async () => {
  const config = readConfig({ BASE_URL: base });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  database = await createTestDatabase();
  const clock = fixedClock('2026-11-23T12:00:00Z');
  await loadFirstData(database, clock, { loadsFirstData: true }, () => {});
  for (const file of [small, corrected]) {
    const loaded = await importFile(
      { database, clock, actor: 'system', progress: () => {} },
      JSON.stringify(file),
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  }
  server = await createNodeServer(config.value, database, createLogger('silent'));
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers });

/** A feed of the first register in English, unless its address begins with another place. */
async function feed(path: string): Promise<string> {
  const answer = await get(path.startsWith('/') ? path : `/en/benelux/${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.body;
}

const api = async (path: string) => (await get(`/api/benelux${path}`)).json();

const feeds = modules.flatMap((module) => module.feeds);
/** Each feed once, where its path has a parameter with one that there is. */
const addresses = feeds.map(({ path }) => path.replace(':id', 'FRT-SHARE'));

type Todo = { readonly type: string } & Readonly<Record<string, unknown>>;
const todosOf = (text: string) =>
  Object.values(parseICS(text) as unknown as Readonly<Record<string, Todo>>).filter(
    ({ type }) => type === 'VTODO',
  );

/** Lines of a calendar, unfolded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const valuesOf = (text: string, name: string) =>
  linesOf(text).flatMap((line) =>
    new RegExp(`^${name}[:;]`).test(line) ? [line.replace(/^[^:]*:/, '')] : [],
  );

/** A document as another library reads it. */
function readXml<T>(text: string, look: (root: XmlElement, document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(text);
  try {
    return look(document.root, document);
  } finally {
    document.dispose();
  }
}
const atom = { a: 'http://www.w3.org/2005/Atom' };
const contents = (root: XmlElement, path: string) => root.find(path, atom).map((node) => node.content);

describe('Every feed', () => {
  test.each(addresses)(
    '%s is there in four languages, of its media type, and the same each time',
    async (path) => {
      const told = new Set<string>();
      for (const language of languages) {
        const { format } = feeds[addresses.indexOf(path)] ?? {};
        const first = await get(`/${language}/benelux${path}`);
        const again = await get(`/${language}/benelux${path}`, {
          'if-none-match': String(first.headers.etag),
        });
        expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
        expect(first.headers['content-type']).toBe(`${feedFormats[format ?? 'ical'].type}; charset=utf-8`);
        expect(first.headers['content-language']).toBe(language);
        expect(first.headers['set-cookie']).toBeUndefined();
        told.add(first.body);
      }
      expect(told.size).toBe(4);
    },
  );

  test.each(addresses)(
    '%s answers before anything was known, and says what is wrong with a question',
    async (path) => {
      const before = await get(`/en/benelux${path}?known-at=2016`);
      expect([200, 404]).toContain(before.statusCode);
      expect(before.body).not.toContain('FRT-POTENTIAL');
      const wrong = await get(`/en/benelux${path}?as-of=2017-13&party=NL&partij=NL`);
      expect([wrong.statusCode, wrong.headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      const places = wrong.json().findings.map(({ place }: { place: string }) => place);
      expect(places).toContain('query.as-of');
      expect(places).toContain('query.partij');
      expect(places.includes('query.party')).toBe(!/^\/(deadlines|meetings)\./.test(path));
    },
  );

  test('of no register or language is not found', async () => {
    expect((await get('/en/nordic/deadlines.ics')).json().findings[0].code).toBe('register_not_found');
    expect((await get('/xx/benelux/deadlines.ics')).json().findings[0].code).toBe('page_not_found');
    expect((await get('/en/benelux/evidence/none.json-stat')).json().findings).toMatchObject([
      { code: 'record_not_found', place: 'path.id' },
    ]);
  });

  test('tells nothing of a kind that is not for everybody', async () => {
    for (const path of addresses.filter((address) => !address.includes('FRT-SHARE'))) {
      const { body } = await get(`/en/small${path}`);
      expect(body, path).not.toMatch(/P\. Erson|contacts\/|c1”|Ministry/);
      expect(body.length, path).toBeGreaterThan(100);
    }
    const journal = await get('/en/small/journal?format=json');
    expect(journal.body).toContain('"subject":"instruments/');
    expect(journal.body).not.toContain('contacts');
  });
});

describe('Deadlines', () => {
  test('are those of the parliament’s clocks and the instruments, due on the last day that they can be', async () => {
    const todos = todosOf(await feed('deadlines.ics'));
    const { items } = await api('/parliament');
    const clocks = items.flatMap((item: { clocks: { dueLatest: string | null }[] }) => item.clocks);
    const obligations = (await api('/records/instruments/qualif-2018')).body.obligations;
    const expected = [
      ...clocks.map((clock: { dueLatest: string }) => clock.dueLatest),
      obligations[0].deadline,
    ];
    const read = valuesOf(await feed('deadlines.ics'), 'DUE');
    expect(read.toSorted()).toEqual(expected.map((day: string) => day.replaceAll('-', '')).toSorted());
    expect(todos.map(({ summary }) => (summary as { val: string }).val)).toEqual([
      'circular economy, effective waste management',
      'evaluate the working group and report to the Committee of Ministers',
    ]);
    expect(todos.every(({ url }) => String(url).startsWith(`${base}/en/benelux/`))).toBe(true);
  });

  test('say in the reader’s language between which days an answer is due', async () => {
    const [text] = valuesOf(await feed('/nl/benelux/deadlines.ics'), 'DESCRIPTION').slice(1);
    expect(text).toContain('tussen 1 januari 2019 en 31 december 2019');
    expect(text).toContain('Comité van Ministers');
  });

  test('of a party are its own and those of the bodies in which it takes part', async () => {
    const summaries = async (path: string) => valuesOf(await feed(path), 'SUMMARY');
    expect(await summaries('deadlines.ics?party=NL')).toEqual([
      'evaluate the working group and report to the Committee of Ministers',
    ]);
    expect(await summaries('/en/small/deadlines.ics?party=AA')).toEqual(['Reeds?', 'report\\; in full']);
    // One person who acts for a party and a body needs one calendar.
    expect((await summaries('deadlines.ics?party=NL&body=com')).toSorted()).toEqual([
      'circular economy\\, effective waste management',
      'evaluate the working group and report to the Committee of Ministers',
    ]);
    expect(await summaries('deadlines.ics?party=NO,NL')).toEqual(await summaries('deadlines.ics?party=NL'));
    const [about] = valuesOf(await feed('deadlines.ics?party=NL'), 'X-WR-CALDESC');
    expect(about).toContain('1 promise is left out because the register does not say');
    const refused = await get('/de/benelux/deadlines.ics?party=XX');
    expect([refused.statusCode, refused.json().findings[0].place]).toEqual([404, 'query.party']);
  });

  test('are overdue on the as-of date only', async () => {
    const overdue = async (asOf: string) =>
      valuesOf(await feed(`deadlines.ics?as-of=${asOf}`), 'CATEGORIES').filter((one) =>
        one.includes('Overdue'),
      );
    expect((await overdue('2019-12-31')).length).toBe(0);
    expect(await overdue('2020')).toEqual(['Question or recommendation of parliament,Overdue']);
    expect((await overdue('2021')).length).toBe(2);
  });

  test('without a date are counted and not dated', async () => {
    const text = await feed('/en/small/deadlines.ics');
    expect(valuesOf(text, 'X-WR-CALDESC')).toEqual([
      'What each party\\, body or group must do and by when. 1 promise has no date in the register and no place in this calendar.',
    ]);
    expect(text).not.toContain('SUMMARY;LANGUAGE=en:meet');
  });

  test('keep their id when they move, and stay as cancelled when the source drops them', async () => {
    const entries = async (knownAt: string) =>
      new Map(
        new ical.Component(ical.parse(await feed(`/en/small/deadlines.ics?known-at=${knownAt}`)))
          .getAllSubcomponents('vtodo')
          .map((one) => {
            const value = (name: string) => String(one.getFirstPropertyValue(name));
            return [
              value('uid'),
              [value('summary'), value('due'), value('status'), value('sequence'), value('dtstamp')],
            ] as const;
          }),
      );
    const [before, after] = [await entries('2020-12-31'), await entries('2026-11-23')];
    const stamp = '2026-11-23T12:00:00Z';
    const inOrder = (all: Iterable<readonly string[]>) => [...all].map((one) => one.join(' ')).toSorted();
    expect(inOrder(before.values())).toEqual([
      `Reeds? 2020-02-29 COMPLETED 0 ${stamp}`,
      `Reeds? 2020-02-29 NEEDS-ACTION 0 ${stamp}`,
      `evaluate 2022-12-31 NEEDS-ACTION 0 ${stamp}`,
      `report; in full 2021-02-28 NEEDS-ACTION 0 ${stamp}`,
    ]);
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    const changed = [...after].flatMap(([uid, entry]) =>
      JSON.stringify(entry) === JSON.stringify(before.get(uid)) ? [] : [entry],
    );
    expect(changed).toEqual([
      ['report; in full', '2021-06-30', 'NEEDS-ACTION', '1', stamp],
      ['evaluate', '2022-12-31', 'CANCELLED', '1', stamp],
    ]);
    const text = await feed('/en/small/deadlines.ics?known-at=2020-12-31');
    expect(valuesOf(text, 'DESCRIPTION').join()).toContain('The source says no more than February 2021');
  });
});

describe('Events', () => {
  test('are those of the register, each over the whole of its period', async () => {
    const text = await feed('events.ics');
    const { total } = await api('/records?kind=events');
    const read = parseICS(text) as unknown as Readonly<Record<string, Todo>>;
    const events = Object.values(read).filter(({ type }) => type === 'VEVENT');
    expect([events.length, valuesOf(text, 'UID').length, new Set(valuesOf(text, 'UID')).size]).toEqual([
      total,
      total,
      total,
    ]);
    const [starts, ends, names] = ['DTSTART', 'DTEND', 'SUMMARY'].map((name) => valuesOf(text, name));
    const of = (name: string) => {
      const at = names?.indexOf(name) ?? -1;
      return [starts?.[at], ends?.[at]];
    };
    expect(of('Pentex crisis exercise')).toEqual(['20180619', '20180621']);
    expect(of('Benelux Youth Forum')).toEqual(['20180101', '20190101']);
    expect(of('Penta adequacy study published')).toEqual(['20180101', '20180201']);
    expect(of('BEN!EX founded')).toEqual(['20150205', '20150206']);
  });

  test('that are cancelled stay; those without a date are counted', async () => {
    const text = await feed('/en/small/events.ics');
    expect(valuesOf(text, 'STATUS')).toEqual(['CANCELLED']);
    expect(valuesOf(text, 'SEQUENCE')).toEqual(['1']);
    expect(valuesOf(text, 'X-WR-CALDESC')[0]).toContain('1 event has no date');
    expect(valuesOf(await feed('/en/small/events.ics?known-at=2020-12-31'), 'STATUS')).toEqual(['CONFIRMED']);
  });
});

describe('Atom', () => {
  test('the changes are the journal’s, page by page, each once', async () => {
    const ids: string[] = [];
    let next: string | undefined = `${base}/en/benelux/changes.atom`;
    let pages = 0;
    while (next !== undefined && pages < 20) {
      const text: string = await feed(next.slice(base.length));
      [next] = readXml(text, (root) => {
        ids.push(...contents(root, 'a:entry/a:id'));
        return contents(root, 'a:link[@rel="next"]/@href');
      });
      pages += 1;
    }
    const journal = (await get('/en/benelux/journal?format=json')).json().rows as {
      id: string;
      subject: string | null;
    }[];
    expect(ids).toEqual(journal.map(({ id }) => `urn:uuid:${id}`));
    expect([pages > 2, new Set(ids).size]).toEqual([true, ids.length]);
  });

  test('a change says what it was, of what, and since when it is known', async () => {
    const entries = (knownAt: string) =>
      feed(`/nl/small/changes.atom?known-at=${knownAt}`).then((text) =>
        readXml(text, (root) => contents(root, 'a:entry/a:title')),
      );
    const [before, after] = [await entries('2020-12-31'), await entries('2026-11-23')];
    expect(after.slice(before.length * -1)).toEqual(before);
    expect(after).toContain('Verbeterd: Rechtsinstrument “Pact”');
    expect(before.join()).not.toContain('Verbeterd');
  });

  test('the instruments are those of the register, the newest first', async () => {
    const { total } = await api('/records?kind=instruments');
    const [ids, summaries, updated, newest] = readXml(await feed('instruments.atom'), (root) =>
      ['a:entry/a:id', 'a:entry/a:summary', 'a:entry/a:updated', 'a:updated'].map((path) =>
        contents(root, path),
      ),
    );
    expect([ids?.length, new Set(ids).size, newest]).toEqual([total, total, [updated?.toSorted().at(-1)]]);
    expect(summaries?.[0]).toContain('September 2023');
    expect(summaries?.at(-1)).toContain('does not say when');
  });
});

describe('JSON-stat', () => {
  type Point = {
    year: string | null;
    kind: string;
    value: number | null;
    flags: string[];
    partsMissing: string[];
    record: string;
  };

  /** What a figure of the API must be in a cube. */
  const expectedOf = ({ kind, value, flags, partsMissing, ...rest }: Point) => {
    const reason = (rest as { missing?: { reason: string } }).missing?.reason;
    if (kind === 'missing') return [null, reason === 'in_other_category' ? 'K' : 'O'];
    if (kind !== 'value') return [null, 'O'];
    if (flags.includes('includes_other_category')) return [value, 'W'];
    if (partsMissing.length > 0) return [value, 'D'];
    return [value, flags.includes('estimated') ? 'E' : 'A'];
  };

  /** Values and statuses of a dataset by the record and place that its extension names. */
  const cellsOf = (read: JSONstat.Read) => {
    const cells = read.extension.cells as Readonly<Record<string, { record: string }>>;
    return Object.entries(cells).map(([place, { record }]) => ({ ...read.Data(Number(place)), record }));
  };

  test('each series has the values and marks of the API', async () => {
    const { series } = await api('/evidence/series');
    let [figures, gaps] = [0, 0];
    for (const { series: id } of series) {
      const { points }: { points: Point[] } = await api(`/evidence/series/${id}`);
      const read = JSONstat(JSON.parse(await feed(`evidence/${id}.json-stat`)));
      const cells = cellsOf(read);
      expect(cells.length, id).toBe(points.length);
      const said = cells.map(({ value, status, record }) => `${record} ${value} ${status}`).toSorted();
      expect(said, id).toEqual(
        points.map((one) => `${one.record} ${expectedOf(one).join(' ').replace(/^ /, 'null ')}`).toSorted(),
      );
      figures += cells.filter(({ value }) => value !== null).length;
      gaps += cells.filter(({ value }) => value === null).length;
    }
    expect([figures > 60, gaps > 20]).toEqual([true, true]);
  });

  test('the table of counts: 2019 has no groups, and a merged cell says so on both sides', async () => {
    const read = JSONstat(JSON.parse(await feed('counts.json-stat')));
    const at = (series: string, year: string) => {
      const { value, status } = read.Data({ series, year });
      return [value, status];
    };
    expect([
      at('working_groups', '2018'),
      at('working_groups', '2019'),
      at('projects_ongoing', '2014'),
      at('projects_new', '2014'),
      at('projects_new', '2013'),
      at('working_groups_total', '2013'),
      at('working_groups_total', '2018'),
    ]).toEqual([
      [72, 'A'],
      [null, 'O'],
      [86, 'W'],
      [null, 'K'],
      [47, 'A'],
      [67, 'A'],
      [72, 'D'],
    ]);
  });

  test('ranges, bounds and words are no numbers; a confirmed nil is one', async () => {
    const read = async (id: string, place = '/en/benelux') =>
      cellsOf(JSONstat(JSON.parse(await feed(`${place}/evidence/${id}.json-stat`)))).map(
        ({ value, status }) => [value, status],
      );
    expect(await read('FRT-SHARE')).toEqual([[null, 'O']]);
    expect(await read('VAT-ECOM-WRONG-VALUE')).toEqual([[null, 'O']]);
    expect(await read('FRT-POTENTIAL')).toEqual([
      [300_000_000, 'E'],
      [null, 'O'],
    ]);
    expect(await read('I-1', '/en/small')).toEqual([
      [9, 'A'],
      [null, 'O'],
      [0, 'A'],
    ]);
  });

  test('an indicator without figures is a dataset that says so', async () => {
    const read = JSONstat(JSON.parse(await feed('evidence/GOV-WG-LISTED.json-stat')));
    expect([read.Data(0), read.note[0]]).toMatchObject([
      { value: null, status: 'O' },
      'The register holds no figure for this indicator.',
    ]);
  });

  test('the collection holds every series', async () => {
    const { series } = await api('/evidence/series');
    const read = JSONstat(JSON.parse(await feed('evidence.json-stat')));
    const labels = [...Array(read.length).keys()].map((index) => read.Item(index).label);
    expect(labels).toEqual(series.map(({ title }: { title: string }) => title));
  });
});

describe('IATI', () => {
  const validate = (text: string) => {
    const schema = XmlDocument.fromString(iatiResultSchema);
    const validator = RelaxNGValidator.fromDoc(schema);
    readXml(text, (_, document) => validator.validate(document));
    validator.dispose();
    schema.dispose();
  };

  test('keeps to the elements and attributes of a result, in every language and for both registers', async () => {
    for (const language of languages)
      for (const register of ['benelux', 'small'])
        validate(await feed(`/${language}/${register}/results.iati.xml`));
  });

  test('has every dated figure of the API, with a value where that has a number and nowhere else', async () => {
    const { series } = await api('/evidence/series');
    const text = await feed('results.iati.xml');
    let [numbers, gaps] = [0, 0];
    for (const { series: id } of series) {
      const { points } = await api(`/evidence/series/${id}`);
      const dated = points.filter(({ year }: { year: string | null }) => year !== null);
      const expected = dated.map(
        ({ year, kind, value }: Record<string, unknown>) => `${year} ${kind === 'value' ? value : 'none'}`,
      );
      const found = readXml(text, (root) => {
        const [indicator] = root
          .find('//indicator')
          .filter((one) => one.get('description/narrative')?.content.startsWith(`Series ${id}.`));
        return (indicator?.find('period/*[self::actual or self::target]') ?? []).map((figure) => {
          const year = figure.get('../period-start/@iso-date')?.content.slice(0, 4);
          return `${year} ${figure.get('@value')?.content ?? 'none'}`;
        });
      });
      expect(found.toSorted(), id).toEqual(expected.toSorted());
      numbers += found.filter((one) => !one.endsWith('none')).length;
      gaps += found.filter((one) => one.endsWith('none')).length;
      if (points.length > dated.length) expect(text).toContain(`${points.length - dated.length} figure`);
    }
    expect([numbers > 50, gaps > 15]).toEqual([true, true]);
  });

  test('baseline, what was expected and what was measured stand apart; a nil that was confirmed is 0', async () => {
    const read = readXml(await feed('/en/small/results.iati.xml'), (root) => [
      contents(root, '//baseline/@year'),
      contents(root, '//baseline/@value'),
      contents(root, '//actual/@value'),
      contents(root, '//target/@value'),
      contents(root, '//target/comment/narrative'),
      contents(root, '//indicator/@ascending'),
    ]);
    expect(read).toEqual([['2017'], ['9'], ['0'], [], ['1–2, expected beforehand'], ['false']]);
  });
});

describe('The catalogue', () => {
  type Node = Readonly<Record<string, unknown>>;
  const nodesOf = async (path: string) => {
    const catalogue = JSON.parse(await feed(path));
    const [whole] = catalogue['@graph'] as [Node];
    return { whole, datasets: whole['dcat:dataset'] as Node[] };
  };
  const distributionsOf = (dataset: Node) => dataset['dcat:distribution'] as (Node & { '@id': string })[];

  test('lists every table of a page, every series and every feed; each address answers with its media type', async () => {
    const { datasets } = await nodesOf('catalogue.jsonld');
    const all = datasets.flatMap(distributionsOf);
    const addressesOf = new Set(all.map((one) => one['@id']));
    expect(addressesOf.size).toBe(all.length);
    const closed = [
      ...['authorisations', 'consents', 'improper-uses', 'log', 'requests', 'supervision'].map(
        (name) => `/practice/exchange/${name}`,
      ),
      ...['cases', 'cases/all', 'searches', 'evidence', 'refunds', 'debts', 'checks', 'one-stop-shop'].map(
        (name) => `/practice/vat/${name}`,
      ),
    ];
    const tables = modules
      .flatMap((module) => module.pages)
      .filter((page) => page.exportTable !== undefined && !page.path.includes(':'))
      // What is for those concerned alone is in no catalogue for everybody.
      .filter(({ path }) => !closed.includes(path));
    for (const path of closed)
      expect((await get(`/en/benelux${path}?format=csv`)).statusCode, path).toBe(403);
    const { series } = await api('/evidence/series');
    const expected = [
      ...tables.flatMap(({ path }) => ['csv', 'xlsx', 'json'].map((format) => `${path}?format=${format}`)),
      ...series.flatMap(({ series: id }: { series: string }) => [
        ...['csv', 'xlsx', 'json'].map((format) => `/evidence/${id}?format=${format}`),
        `/evidence/${id}.json-stat`,
      ]),
      // The catalogue does not list itself.
      ...feeds.filter(({ path, format }) => !path.includes(':') && format !== 'dcat').map(({ path }) => path),
    ].map((path) => `${base}/en/benelux${path}`);
    expect([...addressesOf].toSorted()).toEqual(expected.toSorted());
    for (const one of all) {
      const answer = await get(one['@id'].slice(base.length));
      const promised = (one['dcat:mediaType'] as { '@id': string })['@id'].split('media-types/')[1] ?? '';
      expect([answer.statusCode, String(answer.headers['content-type']).split(';')[0]], one['@id']).toEqual([
        200,
        promised,
      ]);
    }
  });

  test('is RDF with a title in the reader’s language, the terms of the exports, and no publisher that is not stated', async () => {
    const terms = (await get('/fr/benelux/evidence?format=json')).json().notes.at(-1);
    const triples = (await jsonld.toRDF(JSON.parse(await feed('/fr/benelux/catalogue.jsonld')), {
      documentLoader: async (url) => {
        throw new Error(`Asked for ${url}`);
      },
    })) as { predicate: { value: string }; object: { value: string; language?: string } }[];
    const of = (end: string) =>
      triples.filter(({ predicate }) => predicate.value.endsWith(end)).map(({ object }) => object);
    expect(of('title').map(({ value }) => value)).toContain(terms);
    expect(of('publisher')).toEqual([]);
    expect(of('dcat#dataset').length).toBeGreaterThan(30);
    const [publisher] = (await nodesOf('/en/small/catalogue.jsonld')).datasets.map(
      (one) => one['dct:publisher'] as Readonly<Record<string, { '@value': string }>>,
    );
    expect(publisher?.['foaf:name']?.['@value']).toBe('The Reeds Office');
  });
});

describe('Pages lead to them', () => {
  test.each([
    ['', ['deadlines.ics', 'events.ics', 'changes.atom']],
    ['/law', ['instruments.atom', 'deadlines.ics']],
    ['/parliament', ['deadlines.ics']],
    ['/programme', ['events.ics']],
    ['/journal', ['changes.atom']],
    ['/evidence', ['evidence.json-stat', 'counts.json-stat', 'results.iati.xml']],
    ['/evidence/FRT-SHARE', ['evidence/FRT-SHARE.json-stat']],
    ['/about', ['catalogue.jsonld', 'results.iati.xml', 'changes.atom']],
  ])('%s, in the head and to be seen, at its own dates and in its language', async (page, expected) => {
    for (const language of languages) {
      const { body } = await get(`/${language}/benelux${page}?as-of=2019&known-at=2020-06`, {
        accept: 'text/html',
      });
      for (const path of expected) {
        const href = `/${language}/benelux/${path}?as-of=2019&amp;known-at=2020-06`;
        const links = body.split(`href="${href}"`).length - 1;
        expect(links, `${language} ${path}`).toBe(2);
      }
      const heads = [...body.matchAll(/<link rel="alternate" type="([^"]+)" title="([^"]+)"/g)];
      expect(heads.length).toBe(expected.length);
      for (const [, , title = ''] of heads) expect(title).not.toBe('');
    }
  });
});

import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** What articles open between two parties, on pages, as exports and through the API, with the first data set. */

let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
beforeAll(async () => {
  opened = await openFirstRegister();
  server = opened.server;
});
afterAll(() => opened.close());

async function show(path: string, language = 'en') {
  const answer = await server.inject({
    url: `/${language}/benelux${path}`,
    headers: { accept: 'text/html' },
  });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  const { document } = parseHTML(answer.body);
  const textOf = (element: { textContent: string | null } | null) =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  return {
    read: (selector = 'main') => textOf(document.querySelector(selector)),
    has: (selector: string) => document.querySelector(selector) !== null,
    links: (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? ''),
    rows: (selector: string) =>
      [...document.querySelectorAll(`${selector} tbody tr`)].map((row) =>
        [...row.querySelectorAll('th, td')].map(textOf),
      ),
  };
}

type Row = Readonly<Record<string, string | number | boolean | null>>;

async function take(path: string): Promise<readonly Row[]> {
  const join = path.includes('?') ? '&' : '?';
  const answer = await server.inject({ url: `/en/benelux${path}${join}format=json` });
  expect(answer.statusCode, answer.body).toBe(200);
  const table: { columns: readonly { key: string; note: string }[]; rows: readonly Row[] } = answer.json();
  for (const { key, note } of table.columns) expect(note, key).toMatch(/\.$/);
  return table.rows;
}

const day = 'as-of=2026-01-15';
const may = (from: string, to: string, provision: string, when = day) =>
  `/practice/exchange/may?from=${from}&to=${to}&provision=${encodeURIComponent(provision)}&${when}`;

describe('The what-if', () => {
  test('is an empty form before it is asked, with what can be asked for in words', async () => {
    const page = await show('/practice/exchange/may');
    expect(page.has('#answer')).toBe(false);
    expect(page.read('#question')).toContain('Nothing has been asked yet');
    expect(page.read('#question optgroup')).toContain('Article 14: Query by hit or no hit');
    // What an agreement adds to an article is no question of its own, nor is what holds for every article.
    expect(page.read('#question')).not.toContain('Implementing agreement');
    expect(page.read('#question')).not.toContain('Article 4(5)');
    // Nor is what binds whoever acts: limits of powers, ways, reports, refusals.
    for (const rule of ['Article 6(1)', 'Article 35', 'Article 39, 40', 'Article 61'])
      expect(page.read('#question')).not.toContain(rule);
    expect(await take('/practice/exchange/may')).toEqual([]);
  });

  test('an open article: yes, since when, by what, and all that a request must meet', async () => {
    const page = await show(may('NL', 'BE', 'police-2018/13'));
    expect(page.read('#answer .figure strong')).toBe('Yes');
    expect(page.read('#answer')).toContain('So since 12 December 2025');
    expect(page.read('#answer')).toContain('Implementing agreement of article 13');
    expect(page.rows('#conditions').map(([condition, by]) => `${condition} (${by})`)).toContain(
      'the asker states: it is necessary and proportionate (article 4(5), Benelux police treaty)',
    );
    expect(page.has('#missing')).toBe(false);
    const rows = await take(may('NL', 'BE', 'police-2018/13'));
    expect(rows.map(({ part }) => part)).toEqual(['basis', 'basis', ...Array(6).fill('condition')]);
    expect(new Set(rows.map(({ outcome, on }) => `${outcome} ${on}`))).toEqual(
      new Set(['allowed 2026-01-15']),
    );
  });

  test('the day before the agreement: no, which one is missing, and from when it will be yes', async () => {
    const page = await show(may('BE', 'NL', 'police-2018/13', 'as-of=2025-12-11'));
    expect(page.read('#answer .figure strong')).toBe('No');
    expect(page.read('#answer')).toContain('yes from 12 December 2025');
    expect(page.read('#missing')).toContain('not yet entered into force');
    expect((await show(may('BE', 'NL', 'police-2018/13', 'as-of=2025-12-12'))).read('#answer strong')).toBe(
      'Yes',
    );
  });

  test('a pair that is not bound: the agreement that there is, and why it does not serve', async () => {
    const page = await show(may('NL', 'LU', 'police-2018/13'));
    expect(page.read('#missing')).toContain(
      'Implementing agreement, Benelux police treaty, article 13: Luxembourg – Netherlands',
    );
    expect(page.read('#missing')).toContain('Luxembourg: not a party');
    expect(page.has('#reasons')).toBe(false);
  });

  test('an article without any agreement is closed for every pair', async () => {
    for (const [from, to] of [
      ['NL', 'BE'],
      ['BE', 'LU'],
      ['LU', 'NL'],
    ] as const) {
      const page = await show(may(from, to, 'police-2018/14'));
      expect(page.read('#answer .figure strong')).toBe('No');
      expect(page.read('#missing')).toContain('article 14(5)');
      expect(page.read('#missing')).toContain('knows no agreement that carries out this article');
      expect(page.read('#missing')).toContain('the same question is answered with yes');
    }
  });

  test('without a day it is of today, as in the API and on the command line', async () => {
    const page = await show(may('NL', 'BE', 'police-2018/4(1)', ''));
    expect(page.read('#answer .figure strong')).toBe('Yes');
    expect(page.read('#answer')).toContain(String(systemClock.now()).slice(0, 4));
    expect(page.has('#answer .note')).toBe(false);
    // A visitor asks nobody.
    expect(page.has('#actions')).toBe(false);
  });

  test('in May 2020, where the register opens, the treaty itself is not in force, and there is a way to today', async () => {
    const page = await show(may('NL', 'BE', 'police-2018/14', 'as-of=2020-05-31'));
    expect(page.read('#reasons')).toContain('Benelux police treaty: not yet entered into force');
    expect(page.read('#missing')).toContain('It alone would not open it');
    const [today = ''] = page.links('#answer .note a');
    const asked = new URL(today, 'http://node').searchParams;
    expect([asked.get('from'), asked.get('to'), asked.get('provision')]).toEqual([
      'NL',
      'BE',
      'police-2018/14',
    ]);
    expect(asked.get('as-of')).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  test('an article that opens several things is asked about one of them', async () => {
    const page = await show(may('NL', 'BE', 'police-2018/9, 10, 11/evidence'));
    expect(page.rows('#conditions').map(([condition]) => condition)).toContain(
      'consent of the supplier to use as evidence',
    );
    expect(page.read('#answer')).not.toContain('Passing on');
  });

  test('a place that nobody has read the annex of: open, and said to be met by no request', async () => {
    const page = await show(may('NL', 'BE', 'police-2018/15'));
    expect(page.read('#answer')).toContain('no request meets the conditions as long as');
  });

  test('a party that there is not, and a party that asks itself, are told apart', async () => {
    const refused = async (path: string) => {
      const answer = await server.inject({ url: `/en/benelux${path}`, headers: { accept: 'text/html' } });
      expect(answer.statusCode).toBe(400);
      return answer.body;
    };
    expect(await refused(may('XX', 'BE', 'police-2018/13'))).toContain('no party XX');
    expect(await refused(may('NL', 'NL', 'police-2018/13'))).toContain('NL and NL are the same');
  });

  test.each([
    ['nl', 'Nee', 'De ontbrekende overeenkomst'],
    ['fr', 'Non', 'L’accord manquant'],
    ['de', 'Nein', 'Das fehlende Abkommen'],
  ])('in %s', async (language, no, missing) => {
    const page = await show(may('NL', 'BE', 'police-2018/14'), language);
    expect(page.read('#answer .figure strong')).toBe(no);
    expect(page.read('#missing h2')).toBe(missing);
  });
});

describe('The API', () => {
  const ask = async (query: string) => {
    const answer = await server.inject({ url: `/api/benelux/exchange/may?${query}` });
    return { status: answer.statusCode, body: answer.json() };
  };

  test('gives the answer of the page with codes beside the sentences', async () => {
    const open = await ask(`from=BE&to=NL&provision=police-2018/13&${day}`);
    expect([open.status, open.body.outcome, open.body.since, open.body.next]).toEqual([
      200,
      'allowed',
      '2025-12-12',
      null,
    ]);
    expect(open.body.basis).toEqual(['police-2018', 'police-2018-13-be-nl']);
    const closed = await ask(`from=NL&to=LU&provision=police-2018/13&${day}&language=nl`);
    expect(closed.body).toMatchObject({
      outcome: 'denied',
      conditions: [],
      reasons: [
        {
          code: 'no_agreement',
          article: '13',
          instrument: 'police-2018',
          parties: ['LU', 'NL'],
          candidates: [
            { instrument: 'police-2018-13-be-nl', reasons: [{ code: 'not_a_party', party: 'LU' }] },
          ],
        },
      ],
    });
    expect(closed.body.reasons[0].text).toContain('geen uitvoeringsovereenkomst van kracht');
  });

  test('what is missing or unknown in the question is named', async () => {
    expect((await ask('from=NL&to=BE')).status).toBe(400);
    const { status, body } = await ask(`from=XX&to=BE&provision=police-2018/13&${day}`);
    expect([status, body.findings[0].code, body.findings[0].place]).toEqual([
      400,
      'exchange_party_unknown',
      'query.from',
    ]);
  });

  test('an article that there is not is denied, not refused', async () => {
    const { status, body } = await ask(`from=NL&to=BE&provision=police-2018/99&${day}`);
    expect([status, body.outcome, body.reasons[0].code]).toEqual([200, 'denied', 'no_provision']);
  });
});

describe('What the articles of an instrument open', () => {
  const path = '/practice/exchange/openings/police-2018';

  test('each article in words, by pair of parties, with conditions, duties and periods', async () => {
    const page = await show(`${path}?${day}`);
    expect(page.rows('#glance')).toHaveLength(21);
    expect(page.rows('#glance').find(([article]) => article === 'Article 14')).toEqual([
      'Article 14',
      'Query by hit or no hit: whether the other has data on somebody',
      'Agreement missing',
      'Agreement missing',
      'Agreement missing',
    ]);
    const plates = page.rows('#police-2018-13');
    expect(plates[0]?.slice(0, 3)).toEqual([
      'Netherlands – Belgium',
      'Open',
      'since 12 December 2025, no end known',
    ]);
    expect(plates.at(-1)?.join(' ')).toContain(
      'no implementing agreement in force between Belgium and Luxembourg',
    );
    expect(page.read('#police-2018-13')).toContain('the area of comparison has been agreed beforehand');
    expect(page.read('#police-2018-13')).toContain('return hits to the supplier');
    expect(page.read('#police-2018-21')).toContain('Holding a person, at most: 6 hours');
    expect(page.read('#police-2018-4-5')).toContain('Every request must meet this too');
    // A limit of powers is there to be read, and nobody can ask for it.
    expect(page.read('#police-2018-35')).toContain('Nobody asks for it');
    expect(page.links('#police-2018-35 a').filter((href) => href.includes('/may'))).toEqual([]);
    expect(page.links('#police-2018-21 a').filter((href) => href.includes('/may'))).toHaveLength(1);
    // All three pairs alike stand in one row.
    expect(page.rows('#police-2018-21')).toHaveLength(1);
  });

  test('rows for each provision and pair: what is denied names the article that asks for an agreement', async () => {
    const rows = await take(`${path}?${day}`);
    expect(rows).toHaveLength(21 * 3);
    expect(rows.filter(({ state }) => state === 'agreement_missing')).toHaveLength(12);
    expect(
      rows.find(({ article, party, other }) => `${article} ${party} ${other}` === '14 NL BE'),
    ).toMatchObject({
      operation: 'hitnohit',
      needsAgreement: true,
      missing: '14(5)',
      since: null,
      conditions: null,
    });
  });

  test('what an agreement says leads to the article that it carries out', async () => {
    const page = await show(`/practice/exchange/openings/police-2018-13-be-nl?${day}`);
    expect(page.read('#police-2018-13-be-nl-list')).toContain('article 13, Benelux police treaty');
    expect(page.read('#police-2018-13-be-nl-list')).toContain(
      'Use of a version of the list, at most: 5 days',
    );
  });

  test('in May 2020 nothing was open: that is said, with the first day and the way to today', async () => {
    const page = await show(path);
    expect(page.read('.note')).toContain('On 31 May 2020 nothing of it was open');
    expect(page.read('.note')).toContain('The first of it opens on 1 October 2023');
    expect(page.links('.note a')[0]).toMatch(/openings\/police-2018\?as-of=20\d\d-\d\d-\d\d$/);
  });

  test('by what was known in 2021, nothing: that is said, with the way to what is known today', async () => {
    const page = await show(`${path}?known-at=2021`);
    expect(page.read('.empty')).toContain('On 31 December 2021 it was not known what its articles open');
    expect(page.links('.empty a')[0]).toMatch(/openings\/police-2018\?as-of=20\d\d-\d\d-\d\d$/);
  });

  test('an instrument without provisions opens nothing, and it is said who could add one', async () => {
    const page = await show('/practice/exchange/openings/eow-paper');
    expect(page.read('.empty')).toContain('No provision of it is recorded');
    expect(page.read('.empty')).toContain('Whoever keeps the instruments');
  });
});

describe('Missing agreements', () => {
  test('counted, listed and by article and pair', async () => {
    const page = await show(`/practice/exchange/agreements?${day}`);
    expect(page.read('.figures')).toContain('12closed for want of an agreement alone');
    expect(page.rows('#missing')).toHaveLength(12);
    expect(page.rows('#needing-police-2018').map(([article]) => article)).toEqual(
      ['13', '14', '15', '16', '17'].map((article) => `Article ${article}`),
    );
    expect(page.rows('#others-police-2018')).toHaveLength(16);
    const rows = await take(`/practice/exchange/agreements?${day}`);
    expect(rows.filter(({ state }) => state === 'agreement_missing')).toHaveLength(12);
  });

  test('before the treaty was in force no agreement alone was missing', async () => {
    const page = await show('/practice/exchange/agreements');
    expect(page.read('#missing')).toContain('On this date no agreement is missing');
    expect(page.read('#needing-police-2018')).toContain('not yet entered into force');
  });

  test('nothing known: the way to today', async () => {
    const page = await show('/practice/exchange/agreements?known-at=2021');
    expect(page.read('.empty')).toContain('it was not known what any article opens');
  });
});

describe('The ways there', () => {
  test('from practice, from the front page and from the page of the instrument, and from no other instrument', async () => {
    expect((await show('/practice')).links('#exchange a')).toEqual([
      '/en/benelux/practice/exchange',
      '/en/benelux/practice/exchange/requests',
      '/en/benelux/practice/exchange/may',
      '/en/benelux/practice/exchange/agreements',
      '/en/benelux/practice/exchange/authorisations',
      '/en/benelux/practice/exchange/improper-uses',
      '/en/benelux/practice/exchange/consents',
      '/en/benelux/practice/exchange/peers',
      '/en/benelux/practice/exchange/log',
      '/en/benelux/practice/exchange/supervision',
    ]);
    const front = await show(`/practice/exchange?${day}`);
    expect(front.rows('#instruments')[0]).toEqual(['Benelux police treaty', '35', '16', '12']);
    const panel = await show(`/law/police-2018?${day}`);
    expect(panel.read('#openings')).toContain(
      'Provisions that open something: 21; open between all parties on the date: 16',
    );
    expect(panel.links('#openings a')).toEqual([`/en/benelux/practice/exchange/openings/police-2018?${day}`]);
    expect((await show('/law/eow-paper')).has('#openings')).toBe(false);
  });
});

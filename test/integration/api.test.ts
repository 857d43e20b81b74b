import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/app/commands.ts';
import { modules } from '../../src/app/modules.ts';
import { languages } from '../../src/kernel/languages.ts';
import { ok } from '../../src/kernel/result.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { listRegisters } from '../../src/platform/records/registers.ts';
import { makeAnotherUnion, variants } from '../../src/union/fixtures/another-union.ts';
import { importFile } from '../../src/union/index.ts';
import { openFirstRegister } from '../support/first-register.ts';

/** The node's own server on a real database with the first data set. */
let opened: Awaited<ReturnType<typeof openFirstRegister>>;
let server: HttpServer;
let database: Database;
beforeAll(async () => {
  opened = await openFirstRegister();
  ({ database, server } = opened);
});
afterAll(() => opened.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({ url: path, headers });

/** An answer of the API; a refusal ends the test. */
async function answerOf(path: string) {
  const answer = await get(`/api/benelux${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** Status and findings, each with its place and code. */
async function refusalOf(path: string): Promise<readonly (string | number)[]> {
  const answer = await get(`/api/benelux${path}`);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const { status, findings } = answer.json();
  return [status, ...findings.map(({ code, place }: Record<string, string>) => `${place} ${code}`)];
}

/** What the command prints with --json. */
async function printed(words: readonly string[], language: (typeof languages)[number]): Promise<unknown> {
  const command = commands.find(({ name }) => words.join(' ').startsWith(name));
  if (command === undefined) throw new Error(`No command begins with ${words.join(' ')}`);
  const rest = words.slice(command.name.split(' ').length);
  const options = rest.flatMap((word) => (word.startsWith('--') ? [word.slice(2).split('=')] : []));
  const result = await command.run({
    database,
    clock: systemClock,
    modules,
    language,
    positionals: rest.filter((word) => !word.startsWith('--')),
    options: Object.fromEntries(options),
    register: async () => {
      const [register] = await database.read(listRegisters);
      if (register === undefined) throw new Error('No register is loaded');
      return ok(register);
    },
    dataFolder: '',
    untilStopped: async () => {},
    progress: () => {},
  });
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result));
  return JSON.parse(JSON.stringify(result.json));
}

describe('A route answers what its command prints', () => {
  test.each([
    ['/evidence/series/working_groups', 'evidence series working_groups'],
    ['/evidence/series/GOV-WG-CONVENING', 'evidence series GOV-WG-CONVENING'],
    ['/evidence/series/FRT-REALISED?known-at=2020-06', 'evidence series FRT-REALISED --known-at=2020-06'],
    [
      '/evidence/series/working_groups_total/comparison?from=2013&to=2018',
      'evidence compare working_groups_total 2013 2018',
    ],
    ['/evidence/series/sub_topics/comparison?from=2013&to=2018', 'evidence compare sub_topics 2013 2018'],
    [
      '/evidence/series/projects_ongoing/comparison?from=2013&to=2014',
      'evidence compare projects_ongoing 2013 2014',
    ],
    ['/evidence/benefits/freight', 'evidence benefit freight'],
    ['/groups', 'union groups'],
    ['/groups?as-of=2016-07-01&known-at=2020-06-01', 'union groups --as-of=2016-07-01 --known-at=2020-06-01'],
    ['/groups?known-at=2016-07-01', 'union groups --known-at=2016-07-01'],
    ['/scoreboard', 'union scoreboard'],
    ['/scoreboard?as-of=2016', 'union scoreboard --as-of=2016'],
    ['/budgets', 'union budget'],
    ['/budgets/2019', 'union budget 2019'],
  ])('%s', async (path, words) => {
    for (const language of languages) {
      const answer = await answerOf(`${path}${path.includes('?') ? '&' : '?'}language=${language}`);
      expect(answer).toEqual(await printed(words.split(' '), language));
    }
  });

  test('/api/state-hash', async () => {
    const answer = (await get('/api/state-hash')).json();
    expect(answer).toEqual(await printed(['state-hash'], 'en'));
    expect(answer.records).toBeGreaterThan(300);
  });

  /** Every indicator and row, every dossier, every budget: the contract holds for each shape that the data has. */
  test('every series and every benefit of the catalogue', async () => {
    const { series } = await answerOf('/evidence/series');
    expect(series.length).toBeGreaterThan(20);
    for (const { series: id, title, unit, figures } of series) {
      const answer = await answerOf(`/evidence/series/${id}`);
      expect([answer.title, answer.unit, answer.points.length]).toEqual([title, unit, figures]);
    }
    const { dossiers } = await answerOf('/evidence/benefits');
    expect(dossiers.map(({ dossier }: { dossier: string }) => dossier)).toContain('freight');
    for (const { dossier } of dossiers)
      expect(await answerOf(`/evidence/benefits/${dossier}`)).toEqual(
        await printed(['evidence', 'benefit', dossier], 'en'),
      );
  });
});

describe('What has no command', () => {
  test('a group with its steps, who takes part, and where nobody is named', async () => {
    const { groups } = await answerOf('/groups');
    for (const group of groups) expect((await answerOf(`/groups/${group.id}`)).group).toEqual(group);
    const { steps, parts } = await answerOf('/groups/fisc-strat');
    expect(steps.at(-1)).toMatchObject({ to: 'active', observed: true });
    expect(parts.length).toBeGreaterThan(0);
    expect(groups.length).toBeGreaterThan(20);
  });

  test('every record that Find shows, a page at a time, with words and filters', async () => {
    const all = await answerOf('/records?page-size=200');
    const seen: string[] = [];
    for (let page = 1; seen.length < all.total; page += 1) {
      const { records } = await answerOf(`/records?page-size=150&page=${page}`);
      expect(records.length).toBeGreaterThan(0);
      seen.push(...records.map(({ kind, id }: Record<string, string>) => `${kind}/${id}`));
    }
    expect(new Set(seen).size).toBe(all.total);
    expect(all.total).toBeGreaterThan(300);
    expect((await answerOf(`/records?page=1000000`)).records).toEqual([]);

    const fiscal = await answerOf('/records?q=fiscale&kind=working_groups');
    expect(fiscal.total).toBeGreaterThan(0);
    expect(fiscal.records.every(({ kind }: Record<string, string>) => kind === 'working_groups')).toBe(true);
    const [nl, be, both] = await Promise.all(
      ['party=NL', 'party=BE', 'party=NL&party=BE'].map(
        async (facet) => (await answerOf(`/records?${facet}`)).total,
      ),
    );
    expect(both).toBeGreaterThanOrEqual(Math.max(nl, be));
    const exported = (await get('/en/benelux/find?q=fiscale&kind=working_groups&format=json')).json().rows;
    expect(fiscal.records.map(({ id }: Record<string, string>) => id)).toEqual(
      exported.map(({ id }: Record<string, string>) => id),
    );
  });

  test('by the section of the source that they cite', async () => {
    const cited = await answerOf('/records?source=9.4.1&page-size=200');
    expect(cited.total).toBeGreaterThan(0);
    expect(cited.records.map(({ source }: { source: string[] }) => source.includes('9.4.1'))).toEqual(
      cited.records.map(() => true),
    );
    const either = await answerOf('/records?source=9.4.1&source=fn%2019&page-size=200');
    const other = await answerOf('/records?source=fn%2019&page-size=200');
    const both = either.records.filter(
      ({ source }: { source: string[] }) => source.includes('9.4.1') && source.includes('fn 19'),
    );
    expect(either.total).toBe(cited.total + other.total - both.length);
    const budget = await answerOf('/records?source=8.1&page-size=200');
    expect(
      budget.records.map(({ id }: { id: string }) => id),
      'a statement cites inside its content',
    ).toContain('finance');
    const page = await get('/fr/benelux/find?source=9.4.1');
    expect(page.body).toContain('Source: § 9.4.1');
    expect(page.body, 'parties are named').toContain('Belgique');
  });

  test('every record whole, and nothing of a kind that is not for everybody', async () => {
    const file = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
    for (const body of file.instruments) {
      const record = await answerOf(`/records/instruments/${body.id}?known-at=2020-05`);
      expect(record.body).toEqual(body);
      // More has been learnt of two of them since.
      expect(record.versions.length).toBe(['senn-2004', 'police-2018'].includes(body.id) ? 2 : 1);
    }
    expect(file.instruments.length).toBeGreaterThan(10);
    const closed = modules.flatMap(({ kinds }) => kinds).filter(({ visibility }) => visibility !== 'public');
    expect(closed.length).toBeGreaterThan(0);
    for (const { name } of closed) {
      expect(await refusalOf(`/records/${name}/any`)).toEqual([404, 'path.id record_not_found']);
      expect((await answerOf(`/records?kind=${name}`)).total).toBe(0);
    }
  });

  test('the journal, newest first, of all and of one subject', async () => {
    const { entries, total } = await answerOf('/journal?page-size=2');
    expect([entries.length, entries[0].event, entries[0].subject]).toEqual([2, 'register.imported', null]);
    expect(total).toBeGreaterThan(300);
    const one = await answerOf('/journal?subject=working_groups/fisc-moss');
    expect(one.entries).toMatchObject([{ event: 'record.added', actor: 'system' }]);
    expect(one.total).toBe(1);
  });

  test('the clocks of parliament are those of the page', async () => {
    const { items, targetMonths } = await answerOf('/parliament?as-of=2019');
    const { rows } = (await get('/en/benelux/parliament?as-of=2019&format=json')).json();
    const clocks = items.flatMap(
      ({ id, clocks }: { id: string; clocks: { addressee: string; state: string }[] }) =>
        clocks.map(({ addressee, state }) => `${id} ${addressee} ${state}`),
    );
    expect(clocks).toEqual(
      rows.map(({ id, addressee, clock }: Record<string, string>) => `${id} ${addressee} ${clock}`),
    );
    expect(clocks.length).toBeGreaterThan(0);
    expect(targetMonths).toBeGreaterThan(0);
  });
});

describe('What cannot be answered says why, where, and in the reader’s language', () => {
  test.each([
    [
      '/groups?as-of=2017-13&known-at=2019-02-30',
      400,
      'query.as-of date_invalid',
      'query.known-at date_invalid',
    ],
    ['/evidence/series/no-such-series', 404, 'path.series series_not_found'],
    ['/evidence/series/working_groups/comparison', 400, 'query.from query_missing', 'query.to query_missing'],
    [
      '/evidence/series/nothing/comparison?from=13&to=2018x',
      404,
      'path.series series_not_found',
      'query.from year_invalid',
      'query.to year_invalid',
    ],
    ['/evidence/series?as-of=2016', 400, 'query.as-of query_unknown'],
    ['/evidence/benefits/no-such-dossier', 404, 'path.dossier dossier_not_found'],
    ['/groups/no-such-group', 404, 'path.id record_not_found'],
    ['/groups/fisc-moss?known-at=2016-07-01', 404, 'path.id record_not_found'],
    ['/budgets/1999', 404, 'path.year budget_not_found'],
    ['/records/no-such-kind/a', 404, 'path.id record_not_found'],
    ['/records?page-size=201', 400, 'query.page-size field_invalid'],
    ['/records?page-size=0&page=-1', 400, 'query.page field_invalid', 'query.page-size field_invalid'],
    ['/records?page=1.5', 400, 'query.page field_invalid'],
    ['/journal?page-size=1e9', 400, 'query.page-size field_invalid'],
    [`/records?q=${'x'.repeat(201)}`, 400, 'query.q field_invalid'],
    ['/groups?languge=nl', 400, 'query.languge query_unknown'],
    ['/groups?as-of=2016&as-of=2017', 400, 'query.as-of query_repeated'],
    ['/records?q=%00', 400, ' address_invalid'],
    ['/records/working_groups/%00', 400, ' address_invalid'],
    ['/no-such-route', 404, 'path page_not_found'],
  ])('%s', async (path, ...expected) => {
    expect(await refusalOf(path)).toEqual(expected);
  });

  test('a register that is not loaded', async () => {
    const answer = await get('/api/nordic/groups', { 'accept-language': 'de' });
    expect([answer.statusCode, answer.headers['content-language']]).toEqual([404, 'de']);
    expect(answer.json()).toMatchObject({
      title: 'Unter dieser Adresse wurde nichts gefunden',
      findings: [{ place: 'path.register', text: 'Hier ist kein Register „nordic“ geladen.' }],
    });
  });

  test('in each language another sentence, of the same findings', async () => {
    const path = '/api/benelux/records?page-size=900&strange=1&known-at=2017-13&language=';
    const told = await Promise.all(
      languages.map(async (language) => (await get(`${path}${language}`)).json()),
    );
    const texts = told.map(({ findings }) => findings.map(({ text }: { text: string }) => text));
    expect(texts.map((sentences) => sentences.length)).toEqual(languages.map(() => 3));
    for (const place of [0, 1, 2]) expect(new Set(texts.map((sentences) => sentences[place])).size).toBe(4);
  });
});

test('An answer that has not changed is not sent again', async () => {
  const first = await get('/api/benelux/scoreboard');
  expect(String(first.headers.etag)).toMatch(/^W\/"/);
  const again = await get('/api/benelux/scoreboard', { 'if-none-match': String(first.headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const other = await get('/api/benelux/scoreboard?as-of=2014', {
    'if-none-match': String(first.headers.etag),
  });
  expect(other.statusCode).toBe(200);
});

describe('The published description', () => {
  const committed = JSON.parse(readFileSync('openapi.json', 'utf8'));

  test('is what the running server says of itself (npm run generate)', async () => {
    expect((await get('/api')).json()).toEqual(committed);
  });

  test('describes every route of every module, and each name in it leads somewhere', () => {
    const routes = modules.flatMap((module) => module.routes);
    const described = routes.map(({ path }) => `/api/{register}${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const actions = modules.flatMap((module) => module.actions);
    const done = actions.map(({ name }) => `/api/{register}/${name}`);
    expect(Object.keys(committed.paths).sort()).toEqual(
      ['/api/registers', '/api/state-hash', ...new Set([...described, ...done])].sort(),
    );
    expect(routes.length).toBeGreaterThan(12);
    expect(actions.length).toBeGreaterThan(50);
    const text = JSON.stringify(committed);
    const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name));
    expect([...named].sort()).toEqual(Object.keys(committed.components.schemas).sort());
  });

  test.each([
    ['/evidence/series/working_groups', 'Series'],
    ['/evidence/series/working_groups_total/comparison?from=2013&to=2018', 'Comparison'],
    ['/evidence/benefits/freight', 'Benefit'],
    ['/groups?as-of=2016-07-01', 'GroupList'],
    ['/groups/fisc-strat', 'GroupDossier'],
    ['/scoreboard', 'Scoreboard'],
    ['/budgets/2019', 'Budget'],
    ['/parliament', 'ParliamentList'],
    ['/records', 'RecordList'],
    ['/records/instruments/eow-paper', 'Record'],
    ['/journal', 'Journal'],
    ['/groups/no-such-group', 'Problem'],
  ])('%s is to an independent validator a %s', async (path, name) => {
    const { components } = committed;
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true }).addKeyword('components');
    const validate = ajv.compile({ $ref: `#/components/schemas/${name}`, components });
    const answer = (await get(`/api/benelux${path}`)).json();
    validate(answer);
    expect(validate.errors).toBeNull();
    expect(validate({ ...answer, planted: true })).toBe(false);
  });

  test('says of every null what it means', () => {
    const { looked, silent } = readNulls(committed.components.schemas);
    expect(looked).toBeGreaterThan(20);
    expect(silent).toEqual([]);
    const planted = {
      one: { anyOf: [{ type: 'object' }, { type: 'null' }] },
      two: { type: ['string', 'null'] },
    };
    expect(readNulls(planted)).toEqual({ looked: 2, silent: ['/one', '/two'] });
  });
});

test('Another union in the same layout has an answer to every question, within the same contracts', async () => {
  for (const variant of variants) {
    const file = makeAnotherUnion(variant);
    const context = {
      database,
      clock: systemClock,
      actor: 'operator',
      progress: () => {},
    };
    expect((await importFile(context, JSON.stringify(file))).ok).toBe(true);
    const own = `/api/${file.meta.id}`;
    const ask = async (path: string) => {
      const answer = await get(own + path);
      expect(answer.statusCode, `${path} ${answer.body}`).toBe(200);
      return answer.json();
    };
    const { records } = await ask('/records?page-size=200');
    const { series } = await ask('/evidence/series');
    const { dossiers } = await ask('/evidence/benefits');
    const { groups } = await ask('/groups');
    const { years } = await ask('/budgets');
    const each = [
      ...records.map(({ kind, id }: Record<string, string>) => `/records/${kind}/${id}`),
      ...series.map(({ series: id }: Record<string, string>) => `/evidence/series/${id}`),
      ...series.map(
        ({ series: id }: Record<string, string>) => `/evidence/series/${id}/comparison?from=2020&to=2023`,
      ),
      ...dossiers.map(({ dossier }: Record<string, string>) => `/evidence/benefits/${dossier}`),
      ...groups.map(({ id }: Record<string, string>) => `/groups/${id}?as-of=2021`),
      ...years.map(({ year }: Record<string, string>) => `/budgets/${year}`),
      '/scoreboard',
      '/parliament',
      '/journal',
    ];
    for (const path of each) await ask(path);
    expect(each.length).toBeGreaterThan(50);
  }
  expect(variants.length).toBeGreaterThan(1);
});

/** A null without a meaning is a gap that nobody can read: how many there are, and where one says nothing. */
function readNulls(
  value: unknown,
  path = '',
): { readonly looked: number; readonly silent: readonly string[] } {
  if (typeof value !== 'object' || value === null) return { looked: 0, silent: [] };
  const { anyOf, type, description } = value as Readonly<Record<string, unknown>>;
  const nullable =
    (Array.isArray(type) && type.includes('null')) ||
    (Array.isArray(anyOf) && anyOf.some((one) => one.type === 'null'));
  const says = /\bnull\b/i.test(String(description));
  const inner = Object.entries(value).map(([key, held]) => readNulls(held, `${path}/${key}`));
  return {
    looked: inner.reduce((sum, { looked }) => sum + looked, nullable ? 1 : 0),
    silent: [...(nullable && !says ? [path] : []), ...inner.flatMap(({ silent }) => silent)],
  };
}

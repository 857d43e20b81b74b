import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { commands } from '../../src/app/commands.ts';
import { loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { createNodeServer } from '../../src/app/node-server.ts';
import { explain } from '../../src/app/problem-texts.ts';
import { type Language, languages } from '../../src/kernel/languages.ts';
import { fail, ok, problem } from '../../src/kernel/result.ts';
import { type Clock, fixedClock, systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { Block, Cell, DocumentContent } from '../../src/platform/document/content.ts';
import { readPdf } from '../../src/platform/document/fixtures/read-pdf.ts';
import type { HttpServer } from '../../src/platform/http/server.ts';
import { listRegisters } from '../../src/platform/records/registers.ts';
import { createLogger } from '../../src/platform/telemetry.ts';
import { makeAnotherUnion, variants } from '../../src/union/fixtures/another-union.ts';
import { importFile } from '../../src/union/index.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** The annual report of the first data set and of unions that do not exist, as command, page and download. */

let database: Database;
let server: HttpServer;
let folder: string;
beforeAll(async () => {
  const config = readConfig({});
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  folder = await mkdtemp(join(tmpdir(), 'tripoint-report-'));
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
  for (const variant of variants) {
    const work = {
      database,
      clock: systemClock,
      actor: 'system',
      progress: () => {},
    };
    const loaded = await importFile(work, JSON.stringify(makeAnotherUnion(variant)));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  }
  server = await createNodeServer(config.value, database, createLogger('silent'));
});
afterAll(async () => {
  await server.close();
  await database.close();
  await rm(folder, { recursive: true });
});

type Asked = { readonly language?: Language; readonly clock?: Clock; readonly union?: string };

async function run(words: string, { language = 'en', clock = systemClock, union = 'benelux' }: Asked = {}) {
  const command = commands.find(({ name }) => name === 'union report');
  if (command === undefined) throw new Error('There is no such command');
  const parts = words.split(' ').filter((word) => word !== '');
  const options = parts.flatMap((word) => {
    if (!word.startsWith('--')) return [];
    const [name = '', value] = word.slice(2).split('=');
    return [[name, value ?? true] as const];
  });
  const said: string[] = [];
  const result = await command.run({
    database,
    clock,
    modules,
    language,
    positionals: parts.filter((word) => !word.startsWith('--')),
    options: Object.fromEntries(options),
    register: async () => {
      const found = (await database.read(listRegisters)).find(({ id }) => id === union);
      return found === undefined ? fail(problem('union_unknown')) : ok(found);
    },
    dataFolder: '',
    untilStopped: async () => {},
    progress: (line) => void said.push(line),
  });
  return { result, said };
}

async function reportOf(words: string, asked: Asked = {}): Promise<DocumentContent> {
  const { result } = await run(`${words} --json`, asked);
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result));
  return JSON.parse(JSON.stringify(result.json));
}

const sectionOf = (report: DocumentContent, id: string) => {
  const found = report.sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`No section ${id}`);
  return found;
};
const tablesOf = (blocks: readonly Block[]) =>
  blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table');
/** All words of a part of a report. */
const wordsOf = (part: unknown): string => {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .filter(([key]) => !['path', 'language', 'kind', 'tone', 'missing', 'id'].includes(key))
    .map(([, value]) => wordsOf(value))
    .join(' ');
};
const cellsOf = (report: DocumentContent): readonly Cell[] =>
  report.sections.flatMap(({ blocks }) => [
    ...tablesOf(blocks).flatMap(({ rows, total }) => [...rows.flat(), ...(total ?? [])]),
    ...blocks.flatMap((block) => (block.kind === 'facts' ? block.facts.map(({ value }) => value) : [])),
  ]);

describe('The report on 2019', () => {
  test('says in every language that nobody gave an overview of groups, and which budgets are not stated', async () => {
    const expected: Readonly<Record<Language, readonly [RegExp, RegExp]>> = {
      nl: [
        /Voor 2019 is er geen overzicht van groepen \(niet beschikbaar\): Werkgroepen \/ commissies/,
        /begrotingen van 2013–2018 zijn niet vermeld/,
      ],
      fr: [
        /pas d’aperçu des groupes pour 2019 \(non disponible\).*Working groups \/ committees/,
        /budgets de 2013–2018 ne sont pas indiqués/,
      ],
      de: [
        /Für 2019 gibt es keine Übersicht der Gruppen \(nicht verfügbar\): Working groups \/ committees/,
        /Haushalte 2013–2018 sind nicht angegeben/,
      ],
      en: [
        /There is no overview of groups for 2019 \(not available\): Working groups \/ committees/,
        /budgets of 2013–2018 are not stated/,
      ],
    };
    for (const language of languages) {
      const coverage = wordsOf(sectionOf(await reportOf('2019', { language }), 'coverage'));
      for (const sentence of expected[language]) expect(coverage, language).toMatch(sentence);
      expect(coverage, language).toContain('Netherlands only (section 2.4.3)');
      expect(coverage, language).toContain('Figure 14-1 (police working groups in 2019) is an image');
    }
    // Where the source does give the overview, nothing is said to be missing.
    const before = wordsOf(sectionOf(await reportOf('2013', { language: 'en' }), 'coverage'));
    expect(before).not.toContain('There is no overview of groups');
  });

  test('refuses 67 to 72, offers 65 to 72, and keeps the 40 that convened apart', async () => {
    const groups = sectionOf(await reportOf('2019'), 'groups');
    const refused = groups.blocks.find((block) => block.kind === 'note' && /67 \(2013\)/.test(block.title));
    expect(wordsOf(refused)).toContain('67 (2013) and 72 (2018) cannot be compared');
    expect(wordsOf(refused)).toContain(
      'What can be compared instead: Working groups / committees, from 65 (2013) to 72 (2018).',
    );
    const chart = groups.blocks.find((block) => block.kind === 'chart');
    if (chart?.kind !== 'chart') throw new Error('No chart');
    expect(chart.points.map(({ value }) => value)).toEqual([65, 71, 79, 84, 66, 72, null]);
    expect(chart.points.at(-1)?.reason).toBe('not available');
    expect(chart.alternative).toContain('2019: not available');
    const others = tablesOf(groups.blocks).find(({ caption }) => caption === 'Other counts for 2019');
    expect(others?.rows).toHaveLength(1);
    expect(wordsOf(others?.rows)).toMatch(
      /40 .*College of Secretaries-General .*no .*counts groups that meet/,
    );
  });

  test('draws up the account of groups: what is dated counts, what is unknown is in no sum', async () => {
    const [ledger] = tablesOf(sectionOf(await reportOf('2019'), 'groups').blocks);
    const figures = [...(ledger?.rows ?? []), ledger?.total ?? []].map((row) =>
      row.map((cell) => cell.value ?? null),
    );
    const [opening, created, ...rest] = figures;
    const closing = rest.at(-1);
    expect(opening).toEqual([null, 4, 25, null]);
    expect(created).toEqual([null, 2, null, null]);
    // No movement that is not dated is counted as none.
    for (const line of rest.slice(0, -1)) expect(line).toEqual([null, null, null, null]);
    expect(closing).toEqual([null, 6, 25, null]);
    expect(wordsOf(sectionOf(await reportOf('2019'), 'groups'))).toContain('The account cannot be closed');
  });

  test('of a year that still runs goes up to the day asked about, and takes what is seen then for no movement', async () => {
    const report = await reportOf('2020');
    expect(report.preface.join(' ')).toContain('The year 2020 was not over on the date asked about');
    const tables = tablesOf(sectionOf(report, 'groups').blocks);
    const lines = [...(tables[0]?.rows ?? []), tables[0]?.total ?? []].map(([name, known]) => [
      name?.text,
      known?.value,
    ]);
    // Seen dormant, merged or active in May 2020: since when, nobody says.
    expect(lines[0]).toEqual(['Active on 31 December 2019', 6]);
    for (const [, count] of lines.slice(1, -1)) expect(count).toBeUndefined();
    expect(lines.at(-1)).toEqual(['Active on 31 May 2020', 22]);
  });

  test('shows what was only seen later beside the end of the year, and does not date it back', async () => {
    const report = await reportOf('2019');
    const board = tablesOf(sectionOf(report, 'implementation').blocks)[0];
    const row = board?.rows.find(([title]) => title?.path === '/law/ecmr-protocol');
    expect(row?.slice(1, 4).map((cell) => [cell.text, cell.details?.at(-1)?.text])).toEqual([
      ['Unknown', 'May 2020: Implemented'],
      ['Unknown', 'May 2020: Not implemented'],
      ['Unknown', 'May 2020: Implemented'],
    ]);
    const paper = board?.rows.find(([title]) => title?.path === '/law/eow-paper');
    expect(paper?.slice(1, 4).map(({ text, tone }) => [text, tone])).toEqual(
      Array(3).fill(['Declined', 'bad']),
    );
    const clock = tablesOf(sectionOf(report, 'parliament').blocks)[0]?.rows[0];
    expect(clock?.slice(3, 5).map(({ text }) => text)).toEqual(['Running', 'Overdue']);
    expect(wordsOf(clock)).toContain('perhaps up to 364 days late');
    // Asked as of the end of the year itself, nothing is later.
    const then = await reportOf('2019 --as-of=2019');
    expect(wordsOf(then)).not.toContain('May 2020: Implemented');
  });

  test('gives the budget with contributions that re-add, and what was planned but not realised with its reasons', async () => {
    const report = await reportOf('2019');
    const [contributions] = tablesOf(sectionOf(report, 'budget').blocks);
    const paid = contributions?.rows.map(([party, , amount]) => [party?.text, amount?.value]);
    expect(paid).toEqual([
      ['Netherlands', 4_042_840],
      ['Belgium', 3_127_480],
      ['Luxembourg', 457_680],
    ]);
    expect(contributions?.total?.[2]?.value).toBe(7_628_000);
    const unrealised = wordsOf(sectionOf(report, 'unrealised'));
    for (const said of [
      'The source does not list what the plan of 2019 promised',
      'fraud profiling',
      'no direct need to meet at the moment',
      'opposed interests of recycling and paper industries',
      'distrust of correct use of digital documents',
      'circular economy',
    ])
      expect(unrealised).toContain(said);
    expect(wordsOf(sectionOf(report, 'events'))).toContain(
      'Treaty on the Interparliamentary Assembly in force',
    );
    expect(wordsOf(sectionOf(report, 'events'))).not.toContain('Final version of the evaluation');
    expect(tablesOf(sectionOf(report, 'contradictions').blocks)[0]?.rows).toHaveLength(12);
  });

  test('every figure of a table stands in a row with its section, and no gap is a number', async () => {
    let looked = 0;
    for (const year of ['2013', '2017', '2019', '2020']) {
      const report = await reportOf(year);
      for (const { blocks } of report.sections)
        for (const { columns, rows, caption } of tablesOf(blocks)) {
          const source = columns.findIndex(({ kind }) => kind === 'source');
          // The account and the deficit are computed from rows that each have their section.
          if (['Account of groups', 'Implementation deficit'].includes(caption)) continue;
          expect(source, caption).toBeGreaterThan(0);
          for (const row of rows) {
            expect(row[source]?.text, `${caption}: ${row[0]?.text}`).toMatch(/^§ /);
            looked += 1;
          }
        }
      for (const cell of cellsOf(report)) {
        if (cell.missing === undefined) continue;
        expect(cell.value).toBeUndefined();
        expect(cell.text).not.toMatch(/^0?$/);
      }
    }
    expect(looked).toBeGreaterThan(300);
  });
});

/** As the first register calls itself. */
const registerTitles = {
  nl: 'Samenwerking in de Benelux Unie 2013-2019: eerste gegevens',
  fr: 'Coopération de l’Union Benelux 2013-2019\u00a0: premières données',
  de: 'Zusammenarbeit der Benelux-Union 2013-2019: erste Daten',
  en: 'Benelux Union cooperation 2013-2019: seed data set',
};

describe('Files', () => {
  test.each(languages)(
    'in %s: PDF, HTML, Word and JSON say the same, and the same call writes the same bytes',
    async (language) => {
      const { title } = await reportOf('2019', { language });
      const register = registerTitles[language];
      const texts = new Map<string, string>();
      for (const format of ['pdf', 'html', 'docx', 'json']) {
        const file = join(folder, `r-${language}.${format}`);
        const write = (clock: Clock) => run(`2019 --format=${format} --out=${file}`, { language, clock });
        // Known and printed on days far apart: the state of knowledge is the same.
        const { result, said } = await write(fixedClock('2026-11-23T12:00:00Z'));
        const once = await readFile(file);
        expect(result).toMatchObject({
          kind: 'answer',
          json: {
            file,
            format,
            language,
            bytes: once.length,
            sha256: createHash('sha256').update(once).digest('hex'),
          },
        });
        expect(said).toEqual([`Writing ${file}`]);
        await write(fixedClock('2031-05-01T23:59:59Z'));
        expect((await readFile(file)).equals(once), format).toBe(true);
        texts.set(format, once.toString('utf8'));
        if (format === 'docx') texts.set(format, (await mammoth.extractRawText({ buffer: once })).value);
        if (format === 'pdf') {
          const read = await readPdf(once);
          expect(read).toMatchObject({ tagged: true, ua: '1', language, created: 'D:20261123000000Z' });
          expect(read.title).toBe(`${title}, ${register}`);
          expect(read.outline).toHaveLength(9);
          expect(read.alternatives).toHaveLength(1);
          expect(read.texts.at(1)).toContain(title);
          texts.set(format, read.texts.join(' '));
        }
      }
      const report: DocumentContent = JSON.parse(texts.get('json') ?? '');
      const bare = (text: string) => text.replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
      for (const [format, text] of texts)
        for (const word of ['2013–2018', ...report.sections.map((section) => section.title)])
          expect(bare(text), `${format}: ${word}`).toContain(bare(word));
      expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
  );

  test('What is wrong is said: no file for bytes, an unknown format, a place that cannot be written, a year without report', async () => {
    const refusal = async (words: string) => {
      const { result } = await run(words);
      if (result.kind !== 'usage') throw new Error(`${words} was answered`);
      return result.problems.map(({ code, path }) => `${path} ${code}`);
    };
    expect(await refusal('2019 --format=pdf')).toEqual(['--out report_needs_file']);
    expect(await refusal('2019 --format=docx')).toEqual(['--out report_needs_file']);
    expect(await refusal('2019 --format=odt --as-of=x')).toEqual([
      '--as-of date_invalid',
      '--format choice_unknown',
    ]);
    expect(await refusal(`2019 --out=${folder}`)).toEqual(['--out file_not_written']);
    expect(await refusal(`2019 --out=${join(folder, 'none', 'x.html')}`)).toEqual(['--out file_not_written']);
    expect(await refusal('')).toEqual([]);
    expect(await refusal('2019 2018')).toEqual([]);
    expect(await refusal('2019 --known-at=2016')).toEqual(['known-at report_source_not_found']);
    for (const year of ['1900', '1955', '20x9', '2021'])
      expect(await refusal(year)).toEqual(['year report_not_found']);
    const { result } = await run('1900');
    const [finding] = result.kind === 'usage' ? result.problems : [];
    if (finding === undefined) throw new Error('Nothing was said');
    for (const language of languages) expect(explain(finding, language)).toMatch(/1900.*2008, 2013–2020/);
    // An earlier day asked about knows fewer years.
    expect(await refusal('2019 --as-of=2018')).toEqual(['year report_not_found']);
  });

  test('Without a file, HTML and JSON go to standard output, and --json prints the report itself', async () => {
    const html = (await run('2019')).result;
    expect(html).toMatchObject({
      kind: 'answer',
      text: expect.stringMatching(/^<!doctype html><html lang="en">/),
    });
    const json = (await run('2019 --format=json')).result;
    if (json.kind !== 'answer') throw new Error('refused');
    expect(json.text).toBe(canonicalJson(await reportOf('2019')));
  });
});

describe('In the browser', () => {
  const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });

  test('the page links into the register, carries the dates along, and offers the other formats', async () => {
    const page = await get('/nl/benelux/report/2019?as-of=2020-05-31');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/nl/benelux/law/eow-paper?as-of=2020-05-31"');
    for (const format of ['pdf', 'docx', 'json']) {
      expect(page.body).toContain(`format=${format}"`);
      const file = await get(`/nl/benelux/report/2019?format=${format}`);
      expect(file.statusCode).toBe(200);
      expect(file.headers['content-disposition']).toBe(
        `attachment; filename="benelux-report-2019-nl.${format}"`,
      );
    }
    const download = await get('/nl/benelux/report/2019?format=pdf');
    expect(download.headers['content-type']).toBe('application/pdf');
    const file = join(folder, 'same.pdf');
    await run(`2019 --format=pdf --out=${file}`, { language: 'nl' });
    expect(download.rawPayload.equals(await readFile(file))).toBe(true);
  });

  test('formats of rows are not offered for a document, nor those of a document for rows', async () => {
    for (const url of [
      '/nl/benelux/report/2019?format=csv',
      '/nl/benelux/law?format=pdf',
      '/nl/benelux/report?format=pdf',
    ]) {
      const refused = await server.inject({ url });
      expect(refused.statusCode, url).toBe(400);
      expect(refused.json().findings[0].code, url).toBe('format_not_offered');
    }
  });

  test('a year without a report is not found, and names those that have one; the list leads to each of them', async () => {
    const missing = await get('/fr/benelux/report/1900');
    expect(missing.statusCode).toBe(404);
    expect(missing.body).toContain('2008, 2013–2020');
    const list = await get('/de/benelux/report');
    const years = [...list.body.matchAll(/href="\/de\/benelux\/report\/(\d{4})"/g)].map(([, year]) => year);
    expect(years).toEqual(['2020', '2019', '2018', '2017', '2016', '2015', '2014', '2013', '2008']);
    for (const year of years) expect((await get(`/de/benelux/report/${year}`)).statusCode, year).toBe(200);
    expect((await get('/de/benelux/report?known-at=2016')).body).toContain('Mai 2020');
  });
});

describe('Another union', () => {
  test.each(variants)(
    '$currency: every year in every language and format',
    async ({ seed, statesDeficit, currency }) => {
      const union = `nordkust-${seed}`;
      for (const year of ['2020', '2021', '2022', '2023'])
        for (const language of languages) {
          const report = await reportOf(year, { union, language });
          expect(report.sections).toHaveLength(9);
          expect(JSON.stringify(report)).not.toMatch(/Benelux|undefined|NaN|\[object/);
        }
      const report = await reportOf('2022', { union });
      const coverage = wordsOf(sectionOf(report, 'coverage'));
      // The layout's word for groups is in no row of this union's table.
      expect(wordsOf(sectionOf(report, 'groups'))).toContain('The source has no yearly count of groups.');
      expect(coverage).toContain('The budgets of 2022 are not stated');
      expect(coverage).toContain('withheld');
      expect(wordsOf(report)).toContain('made up for demonstration');
      expect(
        wordsOf(sectionOf(report, 'implementation')).includes('the source does not say which kinds'),
      ).toBe(false);
      expect(wordsOf(sectionOf(report, 'implementation')).includes('okänt räknas inte')).toBe(statesDeficit);
      const money = wordsOf(sectionOf(await reportOf('2023', { union }), 'budget'));
      expect(money).toContain(currency === 'ISK' ? 'ISK\u00a01,000,003' : 'SEK\u00a01,000,003.07');
      for (const format of ['pdf', 'docx', 'html', 'json']) {
        const file = join(folder, `${union}.${format}`);
        const { result } = await run(`2023 --format=${format} --out=${file}`, { union, language: 'fr' });
        expect(result.kind).toBe('answer');
      }
      const read = await readPdf(await readFile(join(folder, `${union}.pdf`)));
      expect(read).toMatchObject({ tagged: true, ua: '1', language: 'fr' });
      expect(read.partLanguages).toContain('sv');
    },
  );
});

test('Where every state is known the account closes; a list too long for paper is cut, and says so', async () => {
  const [variant] = variants;
  if (variant === undefined) throw new Error('No variant');
  const file = makeAnotherUnion(variant);
  const group = (index: number, more: object) => ({
    id: `g-${index}`,
    sv: `Grupp ${index}`,
    source: ['2'],
    ...more,
  });
  const stands = { created: '2019', status: 'active', status_as_of: '2024' };
  const ends = { created: '2018-02', ended: '2023-05', status: 'abolished', status_as_of: '2024' };
  const begins = { created: '2023-11', status: 'active', status_as_of: '2024' };
  const groups = Array.from({ length: 250 }, (_, index) =>
    group(index, index < 5 ? ends : index < 15 ? begins : stands),
  );
  const united = {
    ...file,
    meta: { ...file.meta, id: 'many' },
    working_groups: groups,
    participations: [],
    contacts: [],
  };
  const work = {
    database,
    clock: systemClock,
    actor: 'system',
    progress: () => {},
  };
  const loaded = await importFile(work, JSON.stringify(united));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const section = sectionOf(await reportOf('2023', { union: 'many' }), 'groups');
  const tables = tablesOf(section.blocks);
  const lines = [...(tables[0]?.rows ?? []), tables[0]?.total ?? []].map(([name, known, unknown]) => [
    name?.text,
    known?.value,
    unknown?.value,
  ]);
  expect(lines).toEqual([
    ['Active on 31 December 2022', 240, 0],
    ['+ established', 10, undefined],
    ['+ revived', 0, undefined],
    ['− abolished', 5, undefined],
    ['− merged into another', 0, undefined],
    ['− converted into another', 0, undefined],
    ['− gone dormant', 0, undefined],
    ['Active on 31 December 2023', 245, 0],
  ]);
  expect(wordsOf(section)).toContain('The account is complete');
  expect(tables.find(({ caption }) => caption === 'What changed in 2023')?.rows).toHaveLength(15);
  expect(tables.find(({ caption }) => caption === 'All groups')?.rows).toHaveLength(200);
  expect(wordsOf(section)).toContain('The first 200 of 250 rows; all of them are in the register.');
});

test('A file that stands at the place is replaced whole', async () => {
  const file = join(folder, 'old.json');
  await writeFile(file, 'something longer than nothing');
  await run(`2019 --format=json --out=${file}`);
  expect(JSON.parse(await readFile(file, 'utf8')).title).toBe('Annual report 2019');
});

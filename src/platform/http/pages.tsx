import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#kernel/languages.ts';
import { combine, fail, ok, type Problem, type Result } from '#kernel/result.ts';
import { visitor } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import { type DocumentFormat, documentFormats, writeDocument } from '#platform/document/write.ts';
import { type TableFormat, tableFormats, writeTable } from '#platform/export/table.ts';
import type { WrittenFile } from '#platform/export/written-file.ts';
import { listSavedFilters, sharingOf } from '#platform/filters/saved-filters.ts';
import { appendJournal, type JournalEntry } from '#platform/journal/journal.ts';
import type {
  Download,
  ExportTable,
  HandedFile,
  MadeOf,
  Page,
  PageContent,
  PageContext,
} from '#platform/module.ts';
import { datesOf, formatAddress, justDone } from '#platform/page/address.ts';
import { EmptyState } from '#platform/page/components.tsx';
import type { ReaderFilters } from '#platform/page/saved-filters.tsx';
import { themes } from '#platform/page/top-bar.tsx';
import { listRegisters, opensOn, type Register } from '#platform/records/registers.ts';
import { texts } from '#platform/text/texts.ts';
import { drawPage, type Place, placeOutside, queryOf, sendDrawn, sendPage, sendProblems } from './answer.tsx';
import { attachmentHeaders } from './headers.ts';
import { getRegister, readDates } from './moment.ts';
import type { ServerOptions } from './options.ts';
import { httpProblem } from './problem-json.ts';
import { languageOf, lastPlaceOf, localPath, placeCookie, preferenceCookie, themeCookie } from './reader.ts';
import type { HttpServer } from './server.ts';

/** The way in, every page of every module, and the choice of light or dark. */
export function registerPages(server: HttpServer, options: ServerOptions): void {
  const hidden = { schema: { hide: true } };
  server.get('/', hidden, (request, reply) => leadIn(options, request, reply));
  server.get('/:language', hidden, (request, reply) => leadIn(options, request, reply));
  server.get('/theme', hidden, (request, reply) => chooseTheme(options, request, reply));
  for (const page of options.modules.flatMap((module) => module.pages))
    server.get(`/:language/:register${page.path}`, hidden, (request, reply) =>
      showPage(options, page, request, reply),
    );
  for (const download of options.modules.flatMap((module) => module.downloads))
    server.get(`/:language/:register${download.path}`, hidden, (request, reply) =>
      showPage(options, { ...download, navigation: null }, request, reply),
    );
}

/** What an address below a register leads to. */
type Shown = Page | (Download & { readonly navigation: null });

type PathParameters = Readonly<Record<string, string>>;

/** To the register seen last, else to the first; where none is loaded, how to load one. */
async function leadIn(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = (request.params as PathParameters).language;
  if (asked !== undefined && !isLanguage(asked)) return sendProblems(options, request, reply, [pageNotFound]);
  const registers = await options.database.read(listRegisters);
  const language = languageOf(request);
  const last = lastPlaceOf(request).register;
  const register = registers.find(({ id }) => id === last) ?? registers[0];
  if (register !== undefined) return reply.redirect(`/${language}/${register.id}`);
  const words = texts(language).errors;
  return sendPage(options, request, reply, placeOutside(request), {
    title: words.noRegister,
    body: <EmptyState why={words.noRegisterWhat} what={<code>npm run -s tripoint -- import FILE</code>} />,
  });
}

/** Sets the cookie and goes back; a link and a form will do, so that it works without script. */
async function chooseTheme(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const query = queryOf(request);
  const back = localPath(query.get('return') ?? '/');
  const theme = themes.find((known) => known === query.get('to'));
  if (back === null)
    return sendProblems(options, request, reply, [httpProblem('return_not_local', 'query.return')]);
  if (theme === undefined) {
    const params = { text: query.get('to') ?? '', known: themes.join(', ') };
    return sendProblems(options, request, reply, [httpProblem('choice_unknown', 'query.to', params)]);
  }
  return reply.setCookie(themeCookie, theme, preferenceCookie(options.config)).redirect(back, 303);
}

/** What came of a page. */
type Outcome =
  | { readonly kind: 'page'; readonly place: Place; readonly content: PageContent }
  | { readonly kind: 'handed'; readonly file: HandedFile }
  | { readonly kind: 'file'; readonly format: PageFormat; readonly write: () => Promise<WrittenFile> }
  | { readonly kind: 'problems'; readonly place: Place; readonly problems: readonly Problem[] };

/** A page that is made, or what is left to do when its transaction has ended. */
type Begun = Outcome | (() => Promise<Outcome>);

/** What becomes of what a page makes, now or afterwards. */
const whenMade = <T,>(made: MadeOf<T>, outcomeOf: (made: Result<T>) => Outcome): Begun =>
  typeof made === 'function' ? async () => outcomeOf(await made()) : outcomeOf(made);

export async function showPage(
  options: ServerOptions,
  page: Shown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language, register: id = '', ...params } = request.params as PathParameters;
  if (language === undefined || !isLanguage(language))
    return sendProblems(options, request, reply, [pageNotFound]);
  // One transaction for the whole page, so that all its parts show the same state.
  const entries: Omit<JournalEntry, 'actor'>[] = [];
  const begun = await options.database.read((tx) => {
    const isOpen = { now: true };
    return makePage(options, page, request, { tx, isOpen }, language, id, params, entries).finally(() => {
      isOpen.now = false;
    });
  });
  const outcome = typeof begun === 'function' ? await begun() : begun;
  // Parts of a page say what they show while they are drawn.
  const drawn = outcome.kind === 'page' ? drawPage(options, request, outcome.place, outcome.content) : '';
  // After the reading transaction, which has its connection for itself: ten readers who each wait for a second one would
  // wait for ever. Before anything leaves; what comes too late for it is a bug, and throws.
  await recordReads(options, request, entries);
  Object.freeze(entries);
  if (outcome.kind === 'problems')
    return sendProblems(options, request, reply, outcome.problems, outcome.place);

  if (outcome.kind === 'handed')
    return reply.headers(attachmentHeaders(outcome.file)).send(Buffer.from(outcome.file.bytes));

  const place = `${language}/${id}`;
  if (request.cookies[placeCookie] !== place)
    reply.setCookie(placeCookie, place, preferenceCookie(options.config));
  if (outcome.kind === 'page') return sendDrawn(request, reply, drawn);

  const { format, write } = outcome;
  const { fileName, type, body } = await write();
  if (format === 'csv') {
    const metadata = new URLSearchParams([...queryOf(request), ['format', 'csv-metadata']].reverse());
    reply.header('link', `<?${metadata}>; rel="describedby"; type="application/csvm+json"`);
  }
  return reply.header('content-disposition', `attachment; filename="${fileName}"`).type(type).send(body);
}

async function makePage(
  options: ServerOptions,
  page: Shown,
  request: FastifyRequest,
  { tx, isOpen }: { readonly tx: Transaction; readonly isOpen: { readonly now: boolean } },
  language: Language,
  id: string,
  params: PathParameters,
  entries: Omit<JournalEntry, 'actor'>[],
): Promise<Begun> {
  const registers = await listRegisters(tx, language);
  const found = getRegister(registers, id);
  if (!found.ok) return { kind: 'problems', place: placeOutside(request), problems: found.problems };
  const register = found.value;
  const query = queryOf(request);
  const path = pathBelow(request);
  const today = todayOn(options.clock);
  const place: Place = { register, registers, path, dates: null, current: page.navigation };
  const asked = combine([
    readDates(query, register, today),
    'load' in page ? ok(null) : readFormat(query, page),
  ]);
  if (!asked.ok) return { kind: 'problems', place, problems: asked.problems };

  const [[asOf, knownAt], format] = asked.value;
  const address = { language, register: register.id, path, query: datesOf(query) };
  const context: PageContext = {
    language,
    register,
    registers,
    asOf,
    knownAt,
    actor: request.person ?? visitor,
    query,
    params,
    modules: options.modules,
    clock: options.clock,
    sendsMail: options.config.mail !== null,
    dataFolder: options.config.dataFolder,
    read: (work) => {
      // Its connection may by now be another reader's.
      if (!isOpen.now) throw new Error('The transaction of the page has ended');
      return work(tx);
    },
    record: (entry) => {
      entries.push(entry);
    },
    href: (to, changes = {}) => formatAddress({ ...address, path: to }, { query: changes }),
  };
  const dates = { asOf, knownAt, today, horizon: opensOn(register, today) };
  if ('load' in page) {
    return whenMade(await page.load(context), (file) =>
      file.ok
        ? { kind: 'handed', file: file.value }
        : { kind: 'problems', place: { ...place, dates }, problems: file.problems },
    );
  }
  const shown = { ...place, dates, notice: noticeOf(options, query, language) };
  if (format !== null) {
    return whenMade(await makeFile(page, context, format), (made) =>
      made.ok
        ? { kind: 'file', format, write: made.value }
        : { kind: 'problems', place: shown, problems: made.problems },
    );
  }
  const content = await page.render(context);
  const filters =
    page.filters === true ? { filters: await loadFilters(options, request, tx, register, language) } : {};
  return whenMade(content, (made) =>
    made.ok
      ? { kind: 'page', place: { ...shown, ...filters }, content: made.value }
      : { kind: 'problems', place: shown, problems: made.problems },
  );
}

/** What the reader has just done, of which the address tells. */
function noticeOf({ modules }: ServerOptions, query: URLSearchParams, language: Language) {
  const done = query.get(justDone);
  const action = modules.flatMap(({ actions }) => actions).find(({ name }) => name === done);
  return action === undefined ? undefined : texts(language).actions.done(action.texts(language).title);
}

/** The reader's names for filters, and whom they can be shared with. */
async function loadFilters(
  { clock, signIn }: ServerOptions,
  { person }: FastifyRequest,
  tx: Transaction,
  register: Register,
  language: Language,
): Promise<ReaderFilters | null> {
  if (person === null) return null;
  const sharing = sharingOf(person, register.id, todayOn(clock));
  const parties = sharing?.party == null ? [] : await signIn.listParties(tx, register.id, language);
  return {
    filters: await listSavedFilters(tx, clock, person, register.id),
    shareWith: sharing && (parties.find(({ id }) => id === sharing.party)?.title ?? sharing.party ?? ''),
  };
}

/** What the page shows, loaded, with the way to write it once the transaction is over. */
async function makeFile(
  page: Page,
  context: PageContext,
  format: PageFormat,
): Promise<MadeOf<() => Promise<WrittenFile>>> {
  const [asTable, asDocument] = [isOf(tableFormats, format), isOf(documentFormats, format)];
  if (page.exportTable !== undefined && asTable !== undefined) {
    const written = (table: Result<ExportTable>) =>
      table.ok ? ok(() => writeTable(asTable, table.value)) : table;
    const table = await page.exportTable(context);
    return typeof table === 'function' ? async () => written(await table()) : written(table);
  }
  if (page.exportDocument !== undefined && asDocument !== undefined) {
    const written = (content: Result<DocumentContent>) =>
      content.ok ? ok(() => writeDocument(asDocument, content.value)) : content;
    const content = await page.exportDocument(context);
    return typeof content === 'function' ? async () => written(await content()) : written(content);
  }
  return fail(httpProblem('format_not_offered', 'query.format', { format }));
}

/** In a transaction of its own: the page's is read only, and the entries must stand even if sending fails. */
async function recordReads(
  { database, clock }: ServerOptions,
  request: FastifyRequest,
  entries: readonly Omit<JournalEntry, 'actor'>[],
): Promise<void> {
  if (entries.length === 0) return;
  const actor = request.person === null ? 'visitor' : `person:${request.person.id}`;
  await database.write((tx) =>
    appendJournal(
      tx,
      clock,
      entries.map((entry) => ({ ...entry, actor })),
    ),
  );
}

export const pageNotFound = httpProblem('page_not_found', 'path');

/** `/groups/fisc-moss` of `/nl/benelux/groups/fisc-moss?…`. */
export function pathBelow(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?', 1);
  const below = path.split('/').slice(3).join('/');
  return below === '' ? '' : `/${below}`;
}

/** Every format of any page. A page offers those of the rows or of the document that it has. */
type PageFormat = TableFormat | DocumentFormat;
const pageFormats: readonly PageFormat[] = [...new Set<PageFormat>([...tableFormats, ...documentFormats])];

function isOf<T extends PageFormat>(formats: readonly T[], format: PageFormat): T | undefined {
  return formats.find((known) => known === format);
}

function readFormat(query: URLSearchParams, page: Page): Result<PageFormat | null> {
  const text = query.get('format') ?? '';
  if (text === '') return ok(null);
  const format = pageFormats.find((known) => known === text);
  if (format === undefined)
    return fail(httpProblem('choice_unknown', 'query.format', { text, known: pageFormats.join(', ') }));
  const offered: readonly PageFormat[] = [
    ...(page.exportTable === undefined ? [] : tableFormats),
    ...(page.exportDocument === undefined ? [] : documentFormats),
  ];
  return offered.includes(format)
    ? ok(format)
    : fail(httpProblem('format_not_offered', 'query.format', { format }));
}

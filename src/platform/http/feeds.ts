import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#kernel/languages.ts';
import { combine, fail, ok, type Problem, type Result } from '#kernel/result.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { feedFormats } from '#platform/export/format.ts';
import type { Feed } from '#platform/module.ts';
import { datesOf, formatAddress } from '#platform/page/address.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { queryOf, sendProblems } from './answer.tsx';
import { getRegister, readDates } from './moment.ts';
import type { ServerOptions } from './options.ts';
import { pageNotFound } from './pages.tsx';
import { httpProblem } from './problem-json.ts';
import type { HttpServer } from './server.ts';

/** Every feed of every module, beside the pages and in the same languages. */
export function registerFeeds(server: HttpServer, options: ServerOptions): void {
  // Nobody is looked up: what is handed out is for everybody.
  const route = { config: { anonymous: true }, schema: { hide: true } };
  for (const feed of options.modules.flatMap((module) => module.feeds))
    server.get(`/:language/:register${feed.path}`, route, (request, reply) =>
      sendFeed(options, feed, request, reply),
    );
}

async function sendFeed(
  options: ServerOptions,
  feed: Feed,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language, register: id = '', ...params } = request.params as Readonly<Record<string, string>>;
  if (language === undefined || !isLanguage(language))
    return sendProblems(options, request, reply, [pageNotFound]);
  // One transaction, so that all parts of it are of the same state.
  const answer = await options.database.read((tx) =>
    answerFeed(options, feed, request, tx, { language, id, params }),
  );
  if (!answer.ok) return sendProblems(options, request, reply, answer.problems);
  return reply
    .header('content-language', language)
    .type(`${feedFormats[feed.format].type}; charset=utf-8`)
    .send(answer.value);
}

async function answerFeed(
  options: ServerOptions,
  feed: Feed,
  request: FastifyRequest,
  tx: Transaction,
  place: {
    readonly language: Language;
    readonly id: string;
    readonly params: Readonly<Record<string, string>>;
  },
): Promise<Result<string>> {
  const { language, id, params } = place;
  const register = getRegister(await listRegisters(tx, language), id);
  if (!register.ok) return register;
  const query = queryOf(request);
  const asked = combine([
    readDates(query, register.value, todayOn(options.clock)),
    checkParameters(query, feed),
  ]);
  if (!asked.ok) return asked;
  const [[asOf, knownAt]] = asked.value;
  const here = options.config.baseUrl ?? `${request.protocol}://${request.host}`;
  const answer = await feed.answer({
    language,
    register: register.value,
    asOf,
    knownAt,
    query,
    params,
    modules: options.modules,
    read: (work) => work(tx),
    address: (path, changes = {}) =>
      here + formatAddress({ language, register: id, path, query: datesOf(query) }, { query: changes }),
  });
  if (answer.ok) return answer;
  // A feed names its parameters without knowing where in the address they stand.
  const named = (name: string) => (Object.hasOwn(params, name) ? `path.${name}` : `query.${name}`);
  return fail(...answer.problems.map((one) => (one.path === '' ? one : { ...one, path: named(one.path) })));
}

/** A mistyped filter must not widen what a calendar goes on reading for years. */
function checkParameters(query: URLSearchParams, feed: Feed): Result<null> {
  const known = ['as-of', 'known-at', ...feed.parameters];
  const problems = [...new Set(query.keys())].flatMap((name): readonly Problem[] => {
    const place = `query.${name}`;
    if (!known.includes(name))
      return [httpProblem('query_unknown', place, { name, known: known.join(', ') })];
    return feed.parameters.includes(name) && query.getAll(name).length > 1
      ? [httpProblem('query_repeated', place, { name })]
      : [];
  });
  return problems.length === 0 ? ok(null) : fail(...problems);
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Language, languages } from '#kernel/languages.ts';
import { combine, fail, ok, type Problem, type Result } from '#kernel/result.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Route } from '#platform/module.ts';
import { datesQuery } from '#platform/read-context.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { stateHash } from '#platform/records/state.ts';
import { queryOf, sendProblems } from './answer.tsx';
import { getRegister, readDates } from './moment.ts';
import type { ServerOptions } from './options.ts';
import { httpProblem, ProblemDocument } from './problem-json.ts';
import { languageOf } from './reader.ts';
import type { HttpServer } from './server.ts';

const RegisterSummary = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    languages: z.array(z.string()).describe('Of its texts, ISO 639-1.'),
    knownFrom: z.string().describe('Date of the source: year, month or day.'),
  })
  .meta({ id: 'RegisterSummary' });

const StateHash = z
  .strictObject({
    hash: z.string().describe('SHA-256, hexadecimal.'),
    records: z.int().describe('Versions of records that it was taken over.'),
    transitions: z.int().describe('Steps of lifecycles that it was taken over.'),
  })
  .meta({
    id: 'StateHash',
    description: 'One hash over all records and steps: equal states have equal hashes.',
  });

/** The JSON API: what it says of itself, the questions to the whole node, and those of every module. */
export function registerApi(server: HttpServer, options: ServerOptions): void {
  const { database } = options;
  server.get('/api', { schema: { hide: true } }, async () => server.swagger());
  server.get(
    '/api/registers',
    {
      schema: {
        summary: 'The registers loaded on this node',
        tags: ['node'],
        response: { 200: z.array(RegisterSummary).describe('In order of id.') },
      },
    },
    async () => {
      const registers = await database.read(listRegisters);
      return registers.map(({ id, title, languages: written, knownFrom }) => ({
        id,
        title,
        languages: [...written],
        knownFrom,
      }));
    },
  );
  server.get(
    '/api/state-hash',
    {
      schema: {
        summary: 'One hash over the state of all registers',
        tags: ['node'],
        response: { 200: StateHash },
      },
    },
    () => database.read(stateHash),
  );
  for (const route of options.modules.flatMap((module) => module.routes))
    registerRoute(server, options, route);
}

const registerParam = { register: z.string().describe('Id of the register, as in /api/registers.') };
const languageQuery = {
  language: z
    .enum(languages)
    .optional()
    .describe('of titles and sentences (default: the first of Accept-Language that there is, else en)'),
};

function registerRoute(server: HttpServer, options: ServerOptions, route: Route): void {
  const params = z.object(route.params);
  const querystring = z.strictObject({ ...route.query, ...languageQuery });
  server.get(
    `/api/:register${route.path}`,
    {
      schema: {
        summary: route.summary,
        tags: [...route.tags],
        params: params.extend(registerParam),
        querystring,
        response: {
          200: { description: route.summary, content: { 'application/json': { schema: route.response } } },
          '4xx': {
            description: 'Everything that is wrong with the question',
            content: { 'application/problem+json': { schema: ProblemDocument } },
          },
        },
      },
      // Checked below, where the reader's language is known and every finding can be told at once.
      validatorCompiler: () => (value) => ({ value }),
    },
    async (request, reply) => {
      const answer = await options.database.read((tx) =>
        answerRoute(options, route, { params, querystring }, request, tx),
      );
      if (!answer.ok)
        return sendProblems(options, request as FastifyRequest, reply as FastifyReply, answer.problems);
      return reply.header('content-language', languageOf(request)).send(answer.value);
    },
  );
}

/** In one transaction, so that all parts of the answer are of the same state. */
async function answerRoute(
  options: ServerOptions,
  route: Route,
  contract: { readonly params: z.ZodObject; readonly querystring: z.ZodObject },
  request: FastifyRequest,
  tx: Transaction,
): Promise<Result<unknown>> {
  const { register: id = '', ...path } = request.params as Readonly<Record<string, string>>;
  const language = languageOf(request);
  const register = getRegister(await listRegisters(tx, language), id);
  if (!register.ok) return register;
  const query = queryOf(request);
  const asked = combine([
    readDates(query, register.value, todayOn(options.clock)),
    readParameters('path', path, contract.params, language),
    readParameters('query', givenIn(query, contract.querystring), contract.querystring, language),
  ]);
  if (!asked.ok) return asked;
  const [[asOf, knownAt], ...parameters] = asked.value;
  const answer = await route.answer(
    {
      language,
      register: register.value,
      asOf,
      knownAt,
      modules: options.modules,
      read: (work) => work(tx),
    },
    { ...parameters[1], ...parameters[0] },
  );
  if (answer.ok) return answer;
  // A question names its parameters without knowing where in the address they stand.
  const place = (name: string) => (Object.hasOwn(path, name) ? `path.${name}` : `query.${name}`);
  return fail(...answer.problems.map((one) => (one.path === '' ? one : { ...one, path: place(one.path) })));
}

type Given = Readonly<Record<string, string | readonly string[]>>;

/** The parameters of an address; one that is empty, as a form sends a field that was left alone, is absent. */
function givenIn(query: URLSearchParams, contract: z.ZodObject): Given {
  // Dates are read, and found fault with, for themselves.
  const isDate = (name: string) => Object.hasOwn(datesQuery, name) && Object.hasOwn(contract.shape, name);
  const names = [...new Set(query.keys())].filter((name) => !isDate(name));
  return Object.fromEntries(
    names.flatMap((name) => {
      const [first, ...more] = query.getAll(name).filter((text) => text !== '');
      return first === undefined ? [] : [[name, more.length === 0 ? first : [first, ...more]]];
    }),
  );
}

function readParameters(
  where: 'path' | 'query',
  given: Given,
  contract: z.ZodObject,
  language: Language,
): Result<Readonly<Record<string, unknown>>> {
  const parsed = contract.safeParse(given, { error: z.locales[language]().localeError });
  if (parsed.success) return ok(parsed.data);
  return fail(
    ...parsed.error.issues.flatMap((issue): readonly Problem[] => {
      if (issue.code === 'unrecognized_keys') {
        const known = Object.keys(contract.shape).join(', ');
        return issue.keys.map((name) => httpProblem('query_unknown', `${where}.${name}`, { name, known }));
      }
      const name = String(issue.path[0] ?? '');
      return [problemOf(issue, name, given[name], `${where}.${name}`)];
    }),
  );
}

function problemOf(
  issue: z.core.$ZodIssue,
  name: string,
  text: Given[string] | undefined,
  place: string,
): Problem {
  if (text === undefined) return httpProblem('query_missing', place, { name });
  if (issue.code === 'invalid_value')
    return httpProblem('choice_unknown', place, { text: String(text), known: issue.values.join(', ') });
  if (issue.code === 'invalid_type' && Array.isArray(text))
    return httpProblem('query_repeated', place, { name });
  return httpProblem('field_invalid', place, { message: issue.message });
}

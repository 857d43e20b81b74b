import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '#kernel/languages.ts';
import { fail, type Result } from '#kernel/result.ts';
import type { Person } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import { filterOf } from '#platform/filters/address.ts';
import { saveFilter, setFilterRemoved } from '#platform/filters/saved-filters.ts';
import { listRegisters, type Register } from '#platform/records/registers.ts';
import { placeOutside, sendProblems } from './answer.tsx';
import { getRegister } from './moment.ts';
import type { ServerOptions } from './options.ts';
import { pageNotFound } from './pages.tsx';
import { httpProblem } from './problem-json.ts';
import { localPath } from './reader.ts';
import type { HttpServer } from './server.ts';

/** `return` is the list that the form stood on; back there, the reader sees what came of it. */
const FilterForm = z.object({
  path: z.string(),
  query: z.string(),
  name: z.string(),
  share: z.literal('yes').optional(),
  return: z.string(),
});
const ReturnForm = z.object({ return: z.string() });

const limited = { config: { rateLimit: { max: 60 } } };

/** Names for filters: forms of the lists, so that they work without script. */
export function registerFilters(server: HttpServer, options: ServerOptions): void {
  const { clock } = options;
  const lists = options.modules.flatMap(({ pages }) => pages).filter(({ filters }) => filters === true);
  server.post(
    '/:language/:register/filters',
    { ...limited, schema: { hide: true, body: FilterForm } },
    (request, reply) =>
      change(options, request, reply, request.body.return, async (tx, person, register) => {
        const { path, query, name, share } = request.body;
        if (!lists.some((page) => page.path === path))
          return fail(httpProblem('page_not_found', 'body.path'));
        const draft = { path, query: filterOf(new URLSearchParams(query)), name, shared: share === 'yes' };
        return saveFilter(tx, clock, person, { ...draft, register: register.id });
      }),
  );
  for (const [verb, removed] of [
    ['remove', true],
    ['restore', false],
  ] as const)
    server.post(
      `/:language/:register/filters/:id/${verb}`,
      { ...limited, schema: { hide: true, body: ReturnForm } },
      (request, reply) =>
        change(options, request, reply, request.body.return, (tx, person) =>
          setFilterRemoved(tx, clock, person, (request.params as { id: string }).id, removed),
        ),
    );
}

async function change(
  options: ServerOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: string,
  work: (tx: Transaction, person: Person, register: Register) => Promise<Result<unknown>>,
): Promise<FastifyReply> {
  const { language = '', register: id = '' } = request.params as Readonly<Record<string, string>>;
  const { person } = request;
  const returnTo = localPath(asked);
  if (!isLanguage(language)) return sendProblems(options, request, reply, [pageNotFound]);
  if (returnTo === null)
    return sendProblems(options, request, reply, [httpProblem('return_not_local', 'body.return')]);
  if (person === null) return sendProblems(options, request, reply, [httpProblem('filter_sign_in_needed')]);
  const { outcome, place } = await options.database.write(async (tx) => {
    const registers = await listRegisters(tx, language);
    const register = getRegister(registers, id);
    const outside = { ...placeOutside(request), registers };
    return register.ok
      ? {
          outcome: await work(tx, person, register.value),
          place: { ...outside, register: register.value, path: '' },
        }
      : { outcome: register, place: outside };
  });
  return outcome.ok
    ? reply.redirect(`${returnTo}#saved-filters`, 303)
    : sendProblems(options, request, reply, outcome.problems, place);
}

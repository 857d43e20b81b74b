import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '#kernel/languages.ts';
import { visitor } from '#platform/access/access.ts';
import type { Action } from '#platform/actions/action.ts';
import { performAction } from '#platform/actions/perform.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { placeOutside, sendProblems } from './answer.tsx';
import type { ServerOptions } from './options.ts';
import { pageNotFound } from './pages.tsx';
import { ProblemDocument } from './problem-json.ts';
import { languageOf } from './reader.ts';
import type { HttpServer } from './server.ts';

const ActionAnswer = z
  .strictObject({
    subject: z.string().describe('Kind and id of what was acted on: `working_groups/fisc-moss`.'),
    page: z.string().describe('Path of the page that shows it.'),
  })
  .meta({ id: 'ActionAnswer', description: 'It is done, and written down.' });

/** Every action twice: as JSON for programs, and as the form of a page, which leads back to what it did. */
export function registerActions(server: HttpServer, options: ServerOptions): void {
  for (const action of options.modules.flatMap((module) => module.actions)) {
    server.post(
      `/api/:register/${action.name}`,
      {
        schema: {
          summary: action.summary,
          tags: ['actions'],
          params: z.object({ register: z.string().describe('Id of the register, as in /api/registers.') }),
          body: z.strictObject(action.input),
          response: {
            200: { description: action.summary, content: { 'application/json': { schema: ActionAnswer } } },
            '4xx': {
              description: 'Everything that is wrong with it; nothing was done',
              content: { 'application/problem+json': { schema: ProblemDocument } },
            },
          },
        },
        // Read by the action itself, which tells all faults at once and in the reader's language.
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request, reply) => {
        const { register } = request.params as { register: string };
        const done = await perform(options, action, request, register, request.body);
        if (!done.ok) return sendProblems(options, request, reply, done.problems);
        const page = `/${languageOf(request)}/${register}${done.value.path}`;
        return reply.send({ subject: done.value.subject, page });
      },
    );
    server.post(`/:language/:register/${action.name}`, { schema: { hide: true } }, (request, reply) =>
      fromForm(options, action, request, reply),
    );
  }
}

function perform(
  options: ServerOptions,
  action: Action,
  request: FastifyRequest,
  register: string,
  input: unknown,
) {
  const language = languageOf(request);
  return performAction(options, action, { register, actor: request.person ?? visitor, language, input });
}

async function fromForm(
  options: ServerOptions,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language = '', register: id = '' } = request.params as Readonly<Record<string, string>>;
  if (!isLanguage(language)) return sendProblems(options, request, reply, [pageNotFound]);
  // A field that was left empty says nothing.
  const fields = Object.entries(request.body as Readonly<Record<string, string>>);
  const input = Object.fromEntries(fields.filter(([, value]) => value !== ''));
  const done = await perform(options, action, request, id, input);
  if (done.ok) return reply.redirect(`/${language}/${id}${done.value.path}`, 303);
  const registers = await options.database.read(listRegisters);
  const register = registers.find((one) => one.id === id) ?? null;
  const place = { ...placeOutside(request), registers, register, ...(register === null ? {} : { path: '' }) };
  return sendProblems(options, request, reply, done.problems, place);
}

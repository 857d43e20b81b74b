import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '#kernel/languages.ts';
import { visitor } from '#platform/access/access.ts';
import type { Action } from '#platform/actions/action.ts';
import { shapeOf } from '#platform/actions/field.ts';
import { formPage } from '#platform/actions/form-page.tsx';
import { performAction, seenField } from '#platform/actions/perform.ts';
import { todayOn } from '#platform/clock.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { placeOutside, sendProblems } from './answer.tsx';
import type { ServerOptions } from './options.ts';
import { pageNotFound, showPage } from './pages.tsx';
import { describeProblems, ProblemDocument, statusOf } from './problem-json.ts';
import { languageOf } from './reader.ts';
import type { HttpServer } from './server.ts';

const ActionAnswer = z
  .strictObject({
    subject: z.string().describe('Kind and id of what was acted on: `working_groups/fisc-moss`.'),
    page: z.string().describe('Path of the page that shows it.'),
  })
  .meta({ id: 'ActionAnswer', description: 'It is done, and written down.' });

/** Every action twice: as JSON for programs, and as a form, which leads to what it did or back to what was entered. */
export function registerActions(server: HttpServer, options: ServerOptions): void {
  for (const action of options.modules.flatMap((module) => module.actions)) {
    registerRoute(server, options, action);
    server.get(`/:language/:register/do/${action.name}`, { schema: { hide: true } }, (request, reply) =>
      showPage(options, formPage(action), request, reply),
    );
    server.post(`/:language/:register/do/${action.name}`, { schema: { hide: true } }, (request, reply) =>
      fromForm(options, action, request, reply),
    );
  }
}

function registerRoute(server: HttpServer, options: ServerOptions, action: Action): void {
  const { title, explain, fields } = action.texts('en');
  const shape = Object.entries(shapeOf(action.fields)).map(([name, schema]) => [
    name,
    (schema as z.ZodType).describe(fields[name] ?? name),
  ]);
  server.post(
    `/api/:register/${action.name}`,
    {
      schema: {
        summary: title,
        description: explain,
        tags: ['actions'],
        params: z.object({ register: z.string().describe('Id of the register, as in /api/registers.') }),
        body: z.strictObject({
          ...Object.fromEntries(shape),
          seen: seenField.describe(
            'How many entries the journal had on it when you looked; refused if there are more.',
          ),
        }),
        response: {
          200: { description: title, content: { 'application/json': { schema: ActionAnswer } } },
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
  const sent = Object.entries((request.body ?? {}) as Readonly<Record<string, unknown>>);
  const fields = sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const input = Object.fromEntries(fields.filter(([, value]) => value !== ''));
  const done = await perform(options, action, request, id, input);
  if (done.ok) {
    // What was done today is not yet seen on the day on which a source's register opens.
    const query = new URLSearchParams({ 'as-of': todayOn(options.clock), done: action.name });
    return reply.redirect(`/${language}/${id}${done.value.path}?${query}`, 303);
  }
  const status = statusOf(done.problems);
  if (status === 400 || status === 409) {
    const findings = describeProblems(done.problems, language, options.explain);
    return showPage(options, formPage(action, { input, findings }), request, reply.code(status));
  }
  const registers = await options.database.read(listRegisters);
  const register = registers.find((one) => one.id === id) ?? null;
  const place = { ...placeOutside(request), registers, register, ...(register === null ? {} : { path: '' }) };
  return sendProblems(options, request, reply, done.problems, place);
}

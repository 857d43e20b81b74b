import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isLanguage } from '#kernel/languages.ts';
import { visitor } from '#platform/access/access.ts';
import { loadPerson } from '#platform/access/sign-in.tsx';
import type { Action } from '#platform/actions/action.ts';
import { heldIn, largestUpload, readSent, shapeOf, takesFile } from '#platform/actions/field.ts';
import { formPage } from '#platform/actions/form-page.tsx';
import { performAction, seenField } from '#platform/actions/perform.ts';
import { todayOn } from '#platform/clock.ts';
import { justDone, withParameters } from '#platform/page/address.ts';
import { listRegisters, opensOn } from '#platform/records/registers.ts';
import { placeOutside, sendProblems } from './answer.tsx';
import type { ServerOptions } from './options.ts';
import { pageNotFound, showPage } from './pages.tsx';
import { describeProblems, httpProblem, ProblemDocument, statusOf } from './problem-json.ts';
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
  const [withFile, without] = [true, false].map((takes) =>
    options.modules.flatMap((module) => module.actions).filter(({ fields }) => takesFile(fields) === takes),
  );
  for (const action of without ?? []) registerAction(server, options, action);
  // In a scope of their own: nobody else reads forms with files.
  server.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: largestUpload, files: 1, fields: 20, fieldSize: 16 * 1024, parts: 21 },
    });
    for (const action of withFile ?? []) registerAction(scope as HttpServer, options, action);
  });
}

function registerAction(server: HttpServer, options: ServerOptions, action: Action): void {
  registerRoute(server, options, action);
  server.get(`/:language/:register/do/${action.name}`, { schema: { hide: true } }, (request, reply) =>
    showPage(options, formPage(action), request, reply),
  );
  server.post(`/:language/:register/do/${action.name}`, { schema: { hide: true } }, (request, reply) =>
    fromForm(options, action, request, reply),
  );
}

/** Nobody's file is read before we know whose it is. */
const unknownSender = ({ permission }: Action) =>
  httpProblem('action_not_allowed', '', { because: 'not_signed_in', permission: permission.code });

/** What a form sent, texts and files; of a file's name only that of its field, where there is a field for it. */
async function readForm(action: Action, request: FastifyRequest): Promise<Readonly<Record<string, unknown>>> {
  if (!takesFile(action.fields) || !request.isMultipart())
    return (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const sent: Record<string, unknown> = {};
  let called: string | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      sent[part.fieldname] = part.value;
      continue;
    }
    const bytes = await part.toBuffer();
    // Without a choice browsers send an empty file without a name.
    if (bytes.length === 0) continue;
    sent[part.fieldname] = bytes.toString('base64');
    called ??= part.filename;
  }
  // The field for it may be there and empty.
  const isNamed = typeof sent.name === 'string' && sent.name.trim() !== '';
  return 'name' in action.fields && !isNamed && called !== undefined ? { ...sent, name: called } : sent;
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
      ...(takesFile(action.fields)
        ? {
            bodyLimit: largestUpload * 2,
            config: { rateLimit: { max: 60 } },
            preParsing: async (request: FastifyRequest, reply: FastifyReply) => {
              if ((await loadPerson(options, request)) === null)
                await sendProblems(options, request, reply, [unknownSender(action)]);
            },
          }
        : {}),
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
  const node = { database: options.database, clock: options.clock, dataFolder: options.config.dataFolder };
  return performAction(node, action, { register, actor: request.person ?? visitor, language, input });
}

/**
 * The day that an address names once something was done: none, so that its pages go on showing what is done next, whatever day was
 * looked at before. Only a register that opens on the day of its source would not show what was done today.
 */
async function dayToShow(
  { database, clock }: ServerOptions,
  id: string,
): Promise<Readonly<Record<string, string>>> {
  const register = (await database.read((tx) => listRegisters(tx))).find((one) => one.id === id);
  const today = todayOn(clock);
  return register === undefined || opensOn(register, today) === today ? {} : { 'as-of': today };
}

async function fromForm(
  options: ServerOptions,
  action: Action,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { language = '', register: id = '' } = request.params as Readonly<Record<string, string>>;
  if (!isLanguage(language)) return sendProblems(options, request, reply, [pageNotFound]);
  if (takesFile(action.fields) && request.person === null)
    return sendProblems(options, request, reply, [unknownSender(action)]);
  const input = readSent(action.fields, await readForm(action, request));
  const done = await perform(options, action, request, id, input);
  if (done.ok) {
    const told = { ...(await dayToShow(options, id)), [justDone]: action.name };
    return reply.redirect(withParameters(`/${language}/${id}${done.value.path}`, told), 303);
  }
  const status = statusOf(done.problems);
  if (status === 400 || status === 409) {
    const findings = describeProblems(done.problems, language, options.explain);
    // A file cannot be put back into a form; it is chosen again.
    const kept = Object.entries(input).flatMap(([name, value]) =>
      action.fields[name]?.control === 'file' ? [] : [[name, heldIn(value)] as const],
    );
    const refused = { input: Object.fromEntries(kept), findings };
    return showPage(options, formPage(action, refused), request, reply.code(status));
  }
  const registers = await options.database.read((tx) => listRegisters(tx, language));
  const register = registers.find((one) => one.id === id) ?? null;
  const place = { ...placeOutside(request), registers, register, ...(register === null ? {} : { path: '' }) };
  return sendProblems(options, request, reply, done.problems, place);
}

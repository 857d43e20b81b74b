import type { IncomingMessage, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import type { Problem } from '#kernel/result.ts';
import type { Person } from '#platform/access/access.ts';
import { loadPerson, registerSignIn } from '#platform/access/sign-in.tsx';
import { largestUpload } from '#platform/actions/field.ts';
import { newId } from '#platform/id.ts';
import { listAssets } from '#platform/page/assets.ts';
import { createTelemetry, type Telemetry, traceIdOf } from '#platform/telemetry.ts';
import { registerActions } from './actions.ts';
import { sendProblems } from './answer.tsx';
import { registerDocumentation } from './documentation.tsx';
import { registerFeeds } from './feeds.ts';
import { registerFilters } from './filters.ts';
import { comesFromHere, entityTag, securityHeaders } from './headers.ts';
import type { ServerOptions } from './options.ts';
import { registerPages } from './pages.tsx';
import { httpProblem } from './problem-json.ts';
import { registerApi } from './routes.ts';

export type { ServerOptions } from './options.ts';

export type HttpServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for a visitor. */
    person: Person | null;
  }
  interface FastifyContextConfig {
    /** Answers everybody alike, so that nobody is looked up. */
    anonymous?: boolean;
    /** For other nodes, which sign what they say: no browser sends it, and no cookie is read. */
    signed?: boolean;
  }
}

/** Forms and questions are short; a route that takes more says so. */
const bodyLimit = 64 * 1024;

/**
 * The node's server, ready to listen. Closing it lets the answers under way end and takes no new questions; it leaves
 * the database open, which belongs to the caller.
 */
export async function createServer(options: ServerOptions): Promise<HttpServer> {
  const { clock, logger } = options;
  const server: HttpServer = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: () => newId(clock),
    requestIdHeader: false,
    childLoggerFactory: (parent, bindings, childOptions, { headers }) => {
      const traceId = traceIdOf(headers.traceparent);
      return parent.child(traceId === null ? bindings : { ...bindings, traceId }, childOptions);
    },
    bodyLimit,
    // A proxy on the node's own machine says who asks; anyone else who claims to be one is not believed.
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 256 },
    frameworkErrors: (_error, request, reply) => {
      // Comes before all hooks, so that nothing of what they add is there.
      Object.assign(request, { cookies: {}, person: null });
      reply.headers(securityHeaders(options.config)).header('x-request-id', request.id);
      sendProblems(options, request as FastifyRequest, reply as FastifyReply, [
        httpProblem('address_invalid', 'path'),
      ]);
    },
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.decorateRequest('person', null);

  await server.register(cookie);
  await server.register(formbody);
  await server.register(rateLimit, {
    max: options.requestsPerMinute ?? 1200,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => {
      return Object.assign(new Error('Too many requests'), {
        statusCode: 429,
        seconds: Math.ceil(ttl / 1000),
      });
    },
  });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tripoint',
        version: options.version,
        description:
          'Questions to the registers of this node. Dates are as precise as their source: year, month or day. A null is never zero: each field says what it means.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: describeSchemas,
  });
  const telemetry = createTelemetry();
  server.addHook('onResponse', async (request, reply) =>
    telemetry.observe({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    }),
  );
  addHooks(server, options);
  server.setNotFoundHandler({ preHandler: server.rateLimit() }, (request, reply) =>
    sendProblems(options, request, reply, [httpProblem('page_not_found', 'path')]),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const problems = problemsOf(error, request.routeOptions.bodyLimit ?? bodyLimit);
    if (problems[0]?.code === 'request_failed') request.log.error(error);
    return sendProblems(options, request, reply, problems);
  });

  await server.register(async (scope: HttpServer) => {
    registerOperations(scope, options, telemetry);
    registerAssets(scope);
    registerDocumentation(scope, options);
    registerSignIn(scope, options);
    registerPages(scope, options);
    registerFilters(scope, options);
    registerActions(scope, options);
    registerFeeds(scope, options);
    registerApi(scope, options);
  });
  const { extend } = options;
  if (extend !== undefined) await server.register(async (scope: HttpServer) => extend(scope));
  return server;
}

/** The named schemas of answers. The provider names each once more for what comes in, where nothing has a name. */
const describeSchemas: SwaggerTransformObject = (document) => {
  const described = jsonSchemaTransformObject(document);
  const schemas: Record<string, unknown> = ('components' in described && described.components?.schemas) || {};
  // By name: the order in which files happen to be loaded is nobody's business.
  for (const [name, schema] of Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) {
    delete schemas[name];
    if (!name.endsWith('Input')) schemas[name] = schema;
  }
  return described;
};

function addHooks(server: HttpServer, options: ServerOptions): void {
  const headers = securityHeaders(options.config);
  server.addHook('onRequest', async (request, reply) => {
    const trace = request.headers.traceparent;
    if (traceIdOf(trace) !== null) reply.header('traceparent', trace);
    // No text of ours holds this character, and the database takes none that does.
    if (request.url.includes('%00'))
      return sendProblems(options, request, reply, [httpProblem('address_invalid')]);
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const isSigned = request.routeOptions.config.signed === true;
    if (changes && !isSigned && !comesFromHere(request, options.config))
      return sendProblems(options, request, reply, [httpProblem('origin_refused', 'headers.origin')]);
    return undefined;
  });
  server.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.anonymous !== true) request.person = await loadPerson(options, request);
  });
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (request, reply, payload) => {
    // What an answer says of itself is stricter: a file that somebody brought.
    for (const [name, value] of Object.entries(headers))
      if (!reply.hasHeader(name)) reply.header(name, value);
    reply.header('x-request-id', request.id);
    // A connection kept open after this answer would keep the server from closing until it times out.
    if (closing) reply.header('connection', 'close');
    if (reply.hasHeader('cache-control')) return payload;
    reply.header('cache-control', 'private, no-cache');
    const whole = typeof payload === 'string' || payload instanceof Uint8Array;
    if (!whole || reply.statusCode !== 200 || !['GET', 'HEAD'].includes(request.method)) return payload;
    const tag = entityTag(payload);
    reply.header('etag', tag);
    if (request.headers['if-none-match'] !== tag) return payload;
    reply.code(304).removeHeader('content-length');
    return null;
  });
}

/** Every error as problems; what nobody foresaw is ours, and says no more than that. */
function problemsOf(error: FastifyError & { readonly seconds?: number }, limit: number): readonly Problem[] {
  if (error.validation !== undefined)
    return error.validation.map(({ instancePath, message = '' }) => {
      const place = `${error.validationContext ?? 'body'}${instancePath.replaceAll('/', '.')}`;
      return httpProblem('field_invalid', place, { message });
    });
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return [httpProblem('body_too_large', 'body', { bytes: limit })];
  if (error.code === 'FST_REQ_FILE_TOO_LARGE')
    return [httpProblem('body_too_large', 'body', { bytes: largestUpload })];
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return [httpProblem('media_type_unsupported', 'headers.content-type')];
  if (error.statusCode === 429)
    return [httpProblem('requests_too_many', '', { seconds: error.seconds ?? 60 })];
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return [httpProblem('request_malformed')];
  return [httpProblem('request_failed')];
}

/** For those who keep the node running: is it up, can it answer, how is it doing. */
function registerOperations(server: HttpServer, options: ServerOptions, telemetry: Telemetry): void {
  const { database } = options;
  const route = {
    config: { anonymous: true, rateLimit: false },
    schema: { hide: true },
    logLevel: 'warn',
  } as const;
  server.get('/metrics', route, async (request, reply) => {
    // For a collector on the node's own machine; what the node does all day is nobody else's business.
    if (!isLoopback(request.ip))
      return sendProblems(options, request, reply, [httpProblem('page_not_found', 'path')]);
    const { type, text } = await telemetry.report();
    return reply.type(type).send(text);
  });
  server.get('/health', route, async () => ({ status: 'up' }));
  server.get('/health/ready', route, async (request, reply) => {
    try {
      await database.read((tx) => sql`select 1`.execute(tx));
      return { status: 'ready' };
    } catch (error) {
      request.log.error(error);
      return reply.code(503).send({ status: 'database does not answer' });
    }
  });
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(address);
}

function registerAssets(server: HttpServer): void {
  for (const { path, type, body } of listAssets())
    server.get(
      path,
      { config: { anonymous: true, rateLimit: false }, schema: { hide: true }, logLevel: 'warn' },
      (_request, reply) =>
        reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body),
    );
}

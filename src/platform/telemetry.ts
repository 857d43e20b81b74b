import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * Log lines as JSON on standard output, or where a test wants them. Of a request they hold method, path and sender; not
 * the query, in which a sign-in carries its code and readers what they look for. Of an error they hold where it came from and
 * which it is; not its words, which may hold what somebody asked for.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const secret = ['headers.cookie', 'headers.authorization', 'headers["set-cookie"]', 'headers.referer'];
  const options: LoggerOptions = {
    level,
    redact: [...secret, ...secret.map((path) => `*.${path}`)],
    serializers: {
      req: ({ method, url, ip }: { readonly method: string; readonly url: string; readonly ip: string }) => ({
        method,
        path: url.split('?', 1)[0],
        remoteAddress: ip,
      }),
      err: whereFrom,
    },
    hooks: {
      // An error without a sentence beside it would be said in its own words.
      logMethod(given, write) {
        const [first, sentence]: readonly unknown[] = given;
        const err = first instanceof Error ? first : (first as { readonly err?: unknown } | null)?.err;
        const isUnsaid = err instanceof Error && typeof sentence !== 'string';
        if (isUnsaid) write.apply(this, [first instanceof Error ? { err } : first, 'an error'] as never);
        else write.apply(this, given);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What may be said of an error: its class, its code, where it was thrown, of a database which rule it broke; the same of its causes. */
export function whereFrom(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const given = error as Error & Readonly<Record<string, unknown>>;
  const told = [
    'code',
    'severity',
    'schema',
    'table',
    'column',
    'constraint',
    'routine',
    'statusCode',
  ].flatMap((key) =>
    typeof given[key] === 'string' || typeof given[key] === 'number' ? [[key, given[key]] as const] : [],
  );
  return {
    type: error.constructor.name,
    ...Object.fromEntries(told),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: whereFrom(error.cause) }),
  };
}

/** The places in a stack, without the words before them. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const words = stack.indexOf(message);
  const after = words < 0 ? '' : stack.slice(words + message.length);
  return after.split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));
}

/** One answered request. `route` is the pattern that matched (`/:language/:register/groups/:id`), never the address. */
export type AnsweredRequest = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
};

export type Telemetry = {
  observe(request: AnsweredRequest): void;
  /** The figures in Prometheus' text format, and its media type. */
  report(): Promise<{ readonly type: string; readonly text: string }>;
};

/** Figures of this process and of the requests that it answers. */
export function createTelemetry(): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe: ({ method, route, status, milliseconds }) =>
      durations.observe({ method, route, status: String(status) }, milliseconds / 1000),
    report: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

/** The trace that a request belongs to (W3C Trace Context, section 3.2), null when its header does not say. */
export function traceIdOf(traceparent: unknown): string | null {
  if (typeof traceparent !== 'string') return null;
  const id = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent)?.[1] ?? null;
  return id === '0'.repeat(32) ? null : id;
}

import { type DestinationStream, type Logger, pino } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * Log lines as JSON on standard output, or where a test wants them. Of a request they hold method, path and sender; not
 * the query, in which a sign-in carries its code and readers what they look for.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const secret = ['headers.cookie', 'headers.authorization', 'headers["set-cookie"]'];
  const options = {
    level,
    redact: [...secret, ...secret.map((path) => `*.${path}`)],
    serializers: {
      req: ({ method, url, ip }: { readonly method: string; readonly url: string; readonly ip: string }) => ({
        method,
        path: url.split('?', 1)[0],
        remoteAddress: ip,
      }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
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

import { expect, test } from 'vitest';
import { createLogger, createTelemetry, traceIdOf } from './telemetry.ts';

test('Cookies and credentials are not logged, wherever headers stand', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(line) });
  const headers = {
    cookie: 'secret-1',
    authorization: 'secret-2',
    'set-cookie': 'secret-3',
    accept: 'text/html',
  };
  logger.info({ headers }, 'request');
  logger.info({ response: { headers } }, 'response');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('secret');
  expect(lines.join()).toContain('text/html');
});

test('Of an error the log says which it is and where it came from, and none of its words, however it is given', () => {
  const lines: string[] = [];
  const logger = createLogger('trace', { write: (line) => void lines.push(line) });
  const words = 'SYN-CANARY\n    at SYN-CANARY';
  const error = Object.assign(new TypeError(words, { cause: new RangeError(words) }), {
    code: '22P05',
    detail: words,
    where: words,
    rawPacket: Buffer.from(words),
  });
  const child = logger.child({ id: 1 });
  for (const one of [logger, child]) {
    one.error(error);
    one.error({ err: error });
    one.trace({ err: error }, 'said');
    one.debug(error, 'said');
  }
  expect(lines).toHaveLength(8);
  expect(lines.join()).not.toContain('SYN-CANARY');
  for (const line of lines) {
    const { msg, err } = JSON.parse(line);
    expect(['said', 'an error']).toContain(msg);
    expect(err).toMatchObject({ type: 'TypeError', code: '22P05', cause: { type: 'RangeError' } });
    expect(Object.keys(err)).toEqual(['type', 'code', 'stack', 'cause']);
    expect(err.stack[0]).toContain('telemetry.test.ts');
  }
  logger.info({ a: 1 }, 'plain %s', 'words');
  logger.info('only words');
  expect(lines.slice(8).map((line) => JSON.parse(line).msg)).toEqual(['plain words', 'only words']);
});

test('Durations are counted by route, method and status', async () => {
  const telemetry = createTelemetry();
  for (const milliseconds of [4, 40])
    telemetry.observe({ method: 'GET', route: '/:language', status: 200, milliseconds });
  const { text } = await telemetry.report();
  const labels = 'method="GET",route="/:language",status="200"';
  expect(text).toContain(`http_request_duration_seconds_count{${labels}} 2`);
  expect(text).toContain(`http_request_duration_seconds_sum{${labels}} 0.044`);
  expect(text).toContain(`http_request_duration_seconds_bucket{le="0.005",${labels}} 1`);
});

test.each([
  ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '4bf92f3577b34da6a3ce929d0e0e4736'],
  ['00-00000000000000000000000000000000-00f067aa0ba902b7-01', null],
  ['00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01', null],
  ['nonsense', null],
  [undefined, null],
  [['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'], null],
])('The trace of %j is %j', (header, id) => {
  expect(traceIdOf(header)).toBe(id);
});

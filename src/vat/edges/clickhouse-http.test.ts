import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { clickHouseOver, usualLimits } from './clickhouse-http.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A server on this machine that answers as it is told, which is not ClickHouse: what that says, `test/long/clickhouse.test.ts` asks. */
async function serving(answer: (request: IncomingMessage, body: string, response: ServerResponse) => void) {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    answer(request, Buffer.concat(parts).toString(), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    ...{ user: 'reader', password: 'not-to-be-told', database: 'vat' },
  };
}
async function linesOf(answer: AsyncIterable<readonly string[]>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const lines of answer) all.push(...lines);
  return all;
}

describe('ClickHouse over HTTP', () => {
  test('is asked in one session, under a name and a key that stand in no address, and answers line by line', async () => {
    const seen: {
      readonly url: string;
      readonly user: unknown;
      readonly key: unknown;
      readonly body: string;
    }[] = [];
    const server = await serving(({ url = '', headers }, body, response) => {
      seen.push({ url, user: headers['x-clickhouse-user'], key: headers['x-clickhouse-key'], body });
      response.write('1\ta\n2');
      setTimeout(() => response.end('\tb\n'), 20);
    });
    const { ask } = clickHouseOver(server, usualLimits);
    expect(await linesOf(ask('SELECT 1'))).toEqual(['1\ta', '2\tb']);
    expect(await linesOf(ask('SELECT 2'))).toHaveLength(2);
    expect(seen.map(({ body, user, key }) => [body, user, key])).toEqual([
      ['SELECT 1', 'reader', 'not-to-be-told'],
      ['SELECT 2', 'reader', 'not-to-be-told'],
    ]);
    const [one, two] = seen.map(({ url }) => new URL(url, server.url).searchParams);
    expect(one?.get('session_id')).toBe(two?.get('session_id'));
    expect(one?.get('database')).toBe('vat');
    expect(seen[0]?.url).not.toContain('not-to-be-told');
  });

  test('that refuses, leads elsewhere, breaks off, says too much or nothing in time is no answer', async () => {
    const refused = await serving((_, __, response) => {
      response.writeHead(500).end(`Code: 62. DB::Exception: Syntax error ${'x'.repeat(10_000)}`);
    });
    const why = await linesOf(clickHouseOver(refused, usualLimits).ask('x')).catch(
      (error: Error) => error.message,
    );
    expect(why).toMatch(/^ClickHouse refused with 500: Code: 62\. DB::Exception: Syntax error/);
    expect(why).not.toContain('not-to-be-told');
    expect(String(why).length).toBeLessThan(2_100);

    const elsewhere = await serving((_, __, response) => {
      response.writeHead(302, { location: refused.url }).end();
    });
    await expect(linesOf(clickHouseOver(elsewhere, usualLimits).ask('x'))).rejects.toThrow();

    const broken = await serving((_, __, response) => {
      response.write('1\n2');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(linesOf(clickHouseOver(broken, usualLimits).ask('x'))).rejects.toThrow();
    const half = await serving((_, __, response) => void response.end('1\n2'));
    await expect(linesOf(clickHouseOver(half, usualLimits).ask('x'))).rejects.toThrow('within a line');

    const long = await serving((_, __, response) => void response.end('1\n'.repeat(1_000)));
    await expect(linesOf(clickHouseOver(long, { ...usualLimits, bytes: 100 }).ask('x'))).rejects.toThrow(
      'more than 100 bytes',
    );
    const slow = await serving(() => {});
    await expect(linesOf(clickHouseOver(slow, { ...usualLimits, seconds: 0.05 }).ask('x'))).rejects.toThrow();
  });
});

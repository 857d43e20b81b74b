import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createCalls, NoAnswer, send, Unreachable } from './call.ts';
import type { SignedRequest } from './http-signature.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** A server of somebody who answers as he likes; resolves to its address. */
async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
const message = (url: string): SignedRequest => ({
  method: 'POST',
  url: `${url}/exchange/requests`,
  headers: { 'content-type': 'application/json', signature: 'secret' },
  body: Buffer.from('{"plate":"SYN"}'),
});
const soon = () => AbortSignal.timeout(20_000);
const peer = { node: 'BE' };

describe('A call to another node', () => {
  test.each([301, 302, 303, 307, 308])('follows no redirection, of status %i', async (status) => {
    let reached = 0;
    const inside = await listen((_request, reply) => {
      reached += 1;
      reply.end('internal');
    });
    const url = await listen((_request, reply) => reply.writeHead(status, { location: inside }).end());
    await expect(send(message(url), soon())).rejects.toThrow();
    expect(reached).toBe(0);
  });

  test('reads no answer that is larger than any of ours, and hangs up', async () => {
    let written = 0;
    let hungUp = () => {};
    const end = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const url = await listen(async (_request, reply) => {
      let open = true;
      reply.once('close', () => {
        open = false;
        hungUp();
      });
      const part = Buffer.alloc(256 * 1024, 'x');
      // Without an end: 64 MiB at the most, so that a test that fails ends, too.
      while (open && written < 64 * 1024 * 1024) {
        written += part.length;
        if (!reply.write(part)) await Promise.race([once(reply, 'drain'), end]);
      }
      reply.end();
    });
    await expect(send(message(url), soon())).rejects.toThrow(Unreachable);
    await end;
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  test('is ended by its time, even in the middle of an answer', async () => {
    const time = new AbortController();
    const url = await listen(
      (_request, reply) => void reply.writeHead(200).write('{"answer":', () => time.abort()),
    );
    const calls = createCalls();
    const call = calls.call(peer, async () => message(url), time.signal);
    await expect(call).rejects.toThrow(NoAnswer);
    await expect(call).rejects.toMatchObject({ reached: true });
    // That he was slow for one in a hurry keeps nobody else away.
    expect(calls.stateOf('BE')).toBe('closed');
  });

  test('that is refused for being too many comes again, until its time is over', async () => {
    let tries = 0;
    const url = await listen((_request, reply) => {
      tries += 1;
      reply.writeHead(tries < 4 ? 429 : 200).end('{}');
    });
    let signed = 0;
    const anew = async () => {
      signed += 1;
      return message(url);
    };
    expect((await createCalls().call(peer, anew, soon())).status).toBe(200);
    // Each try is a message of its own, since none is taken twice.
    expect([tries, signed]).toEqual([4, 4]);
    // Its time is over before the fifth is sent: the other had none of the four.
    tries = -1_000_000;
    signed = 0;
    const time = new AbortController();
    const inTime = async () => {
      if (signed === 4) time.abort();
      return anew();
    };
    await expect(createCalls().call(peer, inTime, time.signal)).rejects.toMatchObject({ reached: false });
    expect(tries).toBe(4 - 1_000_000);
  });

  test('is not made to one who fails again and again, for a moment', async () => {
    let tries = 0;
    const url = await listen((_request, reply) => {
      tries += 1;
      reply.writeHead(500).end();
    });
    const calls = createCalls();
    const ends = Array.from({ length: 20 }, () =>
      calls.call(peer, async () => message(url), AbortSignal.timeout(1_500)).catch((error: unknown) => error),
    );
    while (calls.stateOf('BE') !== 'open') await wait(10);
    expect(calls.stateOf('LU')).toBe('closed');
    expect((await Promise.all(ends)).every((end) => end instanceof NoAnswer)).toBe(true);
    // Without the rest, twenty callers for a second and a half would have come some hundred times.
    expect(tries).toBeLessThan(60);
  });
});

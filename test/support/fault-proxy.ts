import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What lies between two nodes, and what it does to what passes. */
export type FaultProxy = {
  readonly url: string;
  /** Requests that passed, newest last. */
  readonly passed: readonly Passed[];
  /** What happens to each answer or request from now on. */
  set: (fault: Fault) => void;
  /** Sends the request once more, as it was; resolves to the status and the text. */
  replay: (passed: Passed) => Promise<{ readonly status: number; readonly text: string }>;
  close: () => Promise<void>;
};

export type Passed = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly answer?: {
    readonly status: number;
    readonly headers: IncomingMessage['headers'];
    readonly body: Buffer;
  };
};

export type Fault =
  | { readonly fault: 'none' }
  /** Every connection breaks. */
  | { readonly fault: 'partition' }
  /** Answers come that much later, in milliseconds. */
  | { readonly fault: 'delay'; readonly by: number }
  /** One byte of what signs the answer is another. */
  | { readonly fault: 'wrong_signature' }
  /** The answer that was given to another request. */
  | { readonly fault: 'other_answer'; readonly answer: NonNullable<Passed['answer']> }
  /** Called when the other has the request and has not answered yet. */
  | { readonly fault: 'watch'; readonly onSent: () => void };

/** A proxy on a port of its own before a node on another. Only what goes to `/exchange/requests` is touched. */
export async function startFaultProxy(port: number, target: number): Promise<FaultProxy> {
  let now: Fault = { fault: 'none' };
  const passed: Passed[] = [];
  const forward = (method: string, path: string, headers: IncomingMessage['headers'], body: Buffer) =>
    new Promise<NonNullable<Passed['answer']>>((resolve, reject) => {
      const onward = request({ host: '127.0.0.1', port: target, method, path, headers }, async (response) => {
        try {
          const { statusCode = 0, headers: came } = response;
          resolve({ status: statusCode, headers: came, body: await bodyOf(response) });
        } catch (error) {
          reject(error);
        }
      });
      onward.on('error', reject).end(body);
    });
  const handle = async (incoming: IncomingMessage, reply: ServerResponse) => {
    const { method = '', url: path = '', headers } = incoming;
    const fault: Fault = path === '/exchange/requests' ? now : { fault: 'none' };
    if (fault.fault === 'partition') return incoming.socket.destroy();
    const body = await bodyOf(incoming);
    const going = forward(method, path, headers, body);
    if (fault.fault === 'watch') fault.onSent();
    let answer = await going;
    passed.push({ method, path, headers, body, answer });
    if (fault.fault === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.by));
    if (fault.fault === 'other_answer') answer = fault.answer;
    if (fault.fault === 'wrong_signature') {
      const signature = String(answer.headers.signature).replace(
        /:(.)/,
        (_, first) => `:${first === 'A' ? 'B' : 'A'}`,
      );
      answer = { ...answer, headers: { ...answer.headers, signature } };
    }
    const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers;
    reply.writeHead(answer.status, kept).end(answer.body);
    return undefined;
  };
  const server = createServer((incoming, reply) => {
    handle(incoming, reply).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    set: (fault) => {
      now = fault;
    },
    replay: async ({ method, path, headers, body }) => {
      const { status, body: text } = await forward(method, path, headers, body);
      return { status, text: text.toString('utf8') };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

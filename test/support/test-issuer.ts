import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OpenID provider on a port of its own; anybody may sign in there under any name. */
export type TestIssuer = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Goes through its pages as a person would, up to the address that it sends the browser back to. */
  signIn(address: string, login: string): Promise<URL>;
  close(): Promise<void>;
};

const [clientId, clientSecret] = ['tripoint', 'a secret of the test'];

export async function startIssuer(redirectUri: string): Promise<TestIssuer> {
  const server = createServer((request, response) => provider.callback()(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(url, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], profile: ['name'] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} of the ministry` }),
    }),
  });
  return {
    url,
    clientId,
    clientSecret,
    signIn: (address, login) => walk(address, login, redirectUri),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function walk(start: string, login: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let [address, form]: [URL, URLSearchParams | null] = [new URL(start), null];
  for (let step = 0; step < 20; step += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    form = null;
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next !== null) {
      address = new URL(next, address);
      if (address.href.startsWith(redirectUri)) return address;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`The issuer answered ${answer.status}: ${page.slice(0, 2000)}`);
    address = new URL(action, address);
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    form = new URLSearchParams({ prompt, login, password: 'any' });
  }
  throw new Error('The issuer did not come to an end');
}

import type { HttpServer } from '#platform/http/server.ts';

export type Answer = Awaited<ReturnType<HttpServer['inject']>>;

/** As much of a browser as a request needs: it keeps cookies, and says where a form stood. */
export type Browser = {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form from a page of the same site, unless the headers say otherwise. */
  post(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Sends a form with a file from a page of the same site. */
  postFiles(path: string, form: FormData): Promise<Answer>;
  /** Asks the API to do something, as a script of a page of the same site does. */
  postJson(path: string, input: unknown): Promise<Answer>;
};

export function openBrowser(server: HttpServer): Browser {
  const cookies = new Map<string, string>();
  const keep = (answer: Answer): Answer => {
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (maxAge === 0 || expires?.getTime() === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const always = { accept: 'text/html', host: 'localhost:3000' };
  return {
    cookies,
    get: async (url, headers = {}) =>
      keep(
        await server.inject({
          method: 'GET',
          url,
          headers: { ...always, ...headers },
          cookies: Object.fromEntries(cookies),
        }),
      ),
    post: async (url, form = {}, headers = { 'sec-fetch-site': 'same-origin' }) =>
      keep(
        await server.inject({
          method: 'POST',
          url,
          headers: { ...always, 'content-type': 'application/x-www-form-urlencoded', ...headers },
          cookies: Object.fromEntries(cookies),
          payload: new URLSearchParams(form).toString(),
        }),
      ),
    postFiles: async (url, form) => {
      const encoded = new Response(form);
      return keep(
        await server.inject({
          method: 'POST',
          url,
          headers: {
            ...always,
            'sec-fetch-site': 'same-origin',
            'content-type': encoded.headers.get('content-type') ?? '',
          },
          cookies: Object.fromEntries(cookies),
          payload: Buffer.from(await encoded.arrayBuffer()),
        }),
      );
    },
    postJson: async (url, input) =>
      keep(
        await server.inject({
          method: 'POST',
          url,
          headers: {
            host: always.host,
            accept: 'application/json',
            'content-type': 'application/json',
            'sec-fetch-site': 'same-origin',
          },
          cookies: Object.fromEntries(cookies),
          payload: JSON.stringify(input),
        }),
      ),
  };
}

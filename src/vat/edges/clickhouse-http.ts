import { randomUUID } from 'node:crypto';
import type { ClickHouse } from './clickhouse-store.ts';

export type ClickHouseServer = {
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
  readonly database: string | null;
};

export type ClickHouseLimits = {
  /** Seconds that one statement may take, here and there. */
  readonly seconds: number;
  /** Of one answer. */
  readonly bytes: number;
};
/** The `fetch` of Node waits five minutes for the head of an answer and no longer. */
export const usualLimits: ClickHouseLimits = { seconds: 290, bytes: 8 * 2 ** 30 };

/** Of what a server says when it refuses, so much is told on. */
const toldOfRefusal = 2_000;

/**
 * ClickHouse at an address, by its own protocol over HTTP. Follows no redirection, and takes no answer that is longer or later than
 * allowed; the server sends nothing before it has all of it, so that what broke on the way comes as a refusal and not as fewer rows.
 */
export function clickHouseOver(
  { url, user, password, database }: ClickHouseServer,
  { seconds, bytes }: ClickHouseLimits,
): ClickHouse {
  const address = new URL(url);
  const session = {
    ...{ session_id: randomUUID(), session_timeout: '3600', default_format: 'TabSeparated' },
    ...{ wait_end_of_query: '1', max_execution_time: String(seconds) },
    ...(database === null ? {} : { database }),
  };
  for (const [name, value] of Object.entries(session)) address.searchParams.set(name, value);
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    ...(user === null ? {} : { 'x-clickhouse-user': user }),
    ...(password === null ? {} : { 'x-clickhouse-key': password }),
  };
  return {
    ask: async function* (sql) {
      const signal = AbortSignal.timeout(seconds * 1_000);
      const response = await fetch(address, {
        method: 'POST',
        headers,
        body: sql,
        redirect: 'error',
        signal,
      });
      if (!response.ok)
        throw new Error(`ClickHouse refused with ${response.status}: ${await beginOf(response)}`);
      const decoder = new TextDecoder();
      let [length, rest] = [0, ''];
      for await (const part of response.body ?? []) {
        length += part.length;
        if (length > bytes) throw new Error(`ClickHouse answers with more than ${bytes} bytes`);
        const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        if (lines.length > 0) yield lines;
      }
      if (rest !== '') throw new Error('ClickHouse ended within a line');
    },
  };
}

async function beginOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length >= toldOfRefusal) break;
  }
  return text.slice(0, toldOfRefusal).trim();
}

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ClickHouseServer } from './clickhouse-http.ts';

/** A name and a key in the address would be told on with it wherever it fails. */
const hasNoKey = (url: string) => URL.canParse(url) && new URL(url).username + new URL(url).password === '';

const Server = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).refine(hasNoKey),
  user: z.string().min(1).nullable().default(null),
  password: z.string().min(1).nullable().default(null),
  database: z.string().min(1).nullable().default(null),
});

/**
 * Where ClickHouse is, and as whom it is asked: `{"url": "https://…:8443", "user": …, "password": …, "database": …}`, in a file, so that no
 * secret stands in a command. Nothing of it is told on. Problems: `file_unreadable`, `json_invalid`, `vat_clickhouse_invalid`.
 */
export async function readClickHouseFile(file: string, option: string): Promise<Result<ClickHouseServer>> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fail(problem('file_unreadable', option, { file }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(problem('json_invalid', option, { detail: '' }));
  }
  const parsed = Server.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return fail(problem('vat_clickhouse_invalid', option, { message: z.prettifyError(parsed.error) }));
}

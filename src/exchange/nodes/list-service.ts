import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { readGiven, readJson } from './command-parts.ts';
import type { Service } from './services.ts';

/**
 * A service that looks things up in a file, for exercises before there is a system that has them: the file says of itself that it
 * is made up.
 */
const ListFile = z.strictObject({
  synthetic: z.literal(true),
  operations: z.array(z.string().min(1).max(80)).min(1).max(20),
  data_set: z.string().min(1).max(80).optional(),
  /** Operations that tell only whether there is an entry, and by which reference more is asked for (police treaty 2018, art. 14). */
  hit_only: z.array(z.string().min(1).max(80)).max(20).default([]),
  /** The field of a query by which entries are found. */
  key: z.string().min(1).max(80),
  entries: z.record(z.string(), z.unknown()),
  /** How long a look takes, in milliseconds. */
  takes_ms: z.int().min(0).max(60_000).default(0),
});

/** Problems: `file_unreadable`, `json_invalid`, `exchange_service_invalid`. */
export async function readListService(path: string): Promise<Result<Service>> {
  const read = await readGiven(path, '--service');
  const json = read.ok ? readJson(read.value, '--service') : read;
  if (!json.ok) return json;
  const parsed = ListFile.safeParse(json.value);
  if (!parsed.success)
    return fail(problem('exchange_service_invalid', '--service', { message: z.prettifyError(parsed.error) }));
  const { operations, data_set, hit_only, key, entries, takes_ms } = parsed.data;
  return ok({
    operations,
    ...(data_set === undefined ? {} : { dataSet: data_set }),
    answer: async ({ request, query }, signal) => {
      if (takes_ms > 0) await wait(takes_ms, undefined, { signal });
      const wanted = z.looseObject({ [key]: z.string() }).parse(query)[key] as string;
      if (!Object.hasOwn(entries, wanted)) return null;
      // A reference that says nothing of what is looked for: it is of this question.
      if (hit_only.includes(request.operation)) return { synthetic: true, hit: true, reference: request.id };
      return { synthetic: true, entry: entries[wanted] };
    },
  });
}

import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';

/** Findings that are told one by one. */
const toldAtMost = 50;

/** A file of JSON, of whatever shape. Problems: `file_unreadable`, `json_invalid`. */
export async function readJson(path: string): Promise<Result<unknown>> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return fail(problem('file_unreadable', 'FILE', { file: path }));
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(problem('json_invalid', 'FILE', { detail: error instanceof Error ? error.message : '' }));
  }
}

/**
 * What was read, held against its shape. Problems, all of them at once with their places: `energy_field_missing`, `energy_field_kind`,
 * `energy_field_unknown`, `energy_field_value`.
 */
export function readShape<Shape extends z.ZodType>(json: unknown, shape: Shape): Result<z.output<Shape>> {
  const read = shape.safeParse(json);
  if (read.success) return ok(read.data);
  return fail(...read.error.issues.slice(0, toldAtMost).map((issue) => problemOf(issue, json)));
}

function problemOf(issue: z.core.$ZodIssue, json: unknown): Problem {
  const where = issue.path.map(String).join('.') || '.';
  const { code } = issue;
  if (code === 'unrecognized_keys')
    return problem('energy_field_unknown', where, { where, names: issue.keys.join(', ') });
  if (code === 'invalid_type')
    return valueAt(json, issue.path) === undefined
      ? problem('energy_field_missing', where, { where })
      : problem('energy_field_kind', where, { where, expected: issue.expected });
  return problem('energy_field_value', where, { where });
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let found = json;
  for (const key of path) found = (found as Readonly<Record<PropertyKey, unknown>> | null)?.[key];
  return found;
}

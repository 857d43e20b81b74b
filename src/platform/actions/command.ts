import { readFile, stat } from 'node:fs/promises';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Person } from '#platform/access/access.ts';
import { listGrants } from '#platform/access/persons.ts';
import type { Database } from '#platform/database/database.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import type { Action } from './action.ts';
import { type Field, isOptional, largestUpload } from './field.ts';
import { performAction } from './perform.ts';

/**
 * An action on the command line: the operator of the node does it for somebody who holds a grant, and the journal says that it
 * was so. Being at the machine opens no more than the grant does.
 */
export function actionCommand(module: string, action: Action): Command {
  const { title, explain, fields } = action.texts('en');
  return {
    name: `${module} ${action.name.replaceAll('/', ' ')}`,
    usage: '--as GRANT',
    summary: `${title}: ${explain}`,
    options: {
      as: { type: 'string', help: 'the grant under which it is done, from `access list`' },
      seen: {
        type: 'string',
        help: 'entries of the journal on it when you looked; refused if there are more',
      },
      ...Object.fromEntries(
        Object.entries(action.fields).map(([name, field]) => [
          name,
          {
            type: 'string' as const,
            help: `${fields[name]}${howWritten(field)}${isOptional(field) ? ' (may be left out)' : ''}`,
          },
        ]),
      ),
    },
    run: (context) => run(action, context),
  };
}

function howWritten({ control, answers }: Field): string {
  if (control === 'several') return ' (ids with commas between them)';
  const words = answers?.('en').map(({ value }) => value);
  return words === undefined
    ? ''
    : ` (as JSON: {"ID": {"answer": "${words.join('|')}", "evidence": "what shows it"}})`;
}

async function run(action: Action, context: CommandContext): Promise<CommandResult> {
  const { database, clock, dataFolder, language, options } = context;
  if (context.positionals.length > 0 || typeof options.as !== 'string')
    return { kind: 'usage', problems: [] };
  const register = await context.register();
  if (!register.ok) return { kind: 'usage', problems: register.problems };
  const actor = await findHolder(database, options.as);
  if (!actor.ok) return { kind: 'usage', problems: actor.problems };
  const names = [...Object.keys(action.fields), 'seen'];
  const given = Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  const input = await readOptions(action, given);
  if (!input.ok) return { kind: 'usage', problems: input.problems };
  const asked = {
    register: register.value.id,
    actor: actor.value,
    through: 'operator',
    language,
    input: input.value,
  } as const;
  const done = await performAction({ database, clock, dataFolder }, action, asked);
  if (done.ok) {
    const { subject, path } = done.value;
    return {
      kind: 'answer',
      json: { subject, page: `/${language}/${asked.register}${path}` },
      text: subject,
    };
  }
  const placed = done.problems.map((one) => ({ ...one, path: one.path.replace(/^body\./, '--') }));
  return { kind: 'findings', json: { findings: placed }, findings: placed };
}

/** Files are named by their path, no more of one is read than an action takes; answers to questions are JSON. */
async function readOptions(
  { fields }: Action,
  given: Readonly<Record<string, string | boolean | undefined>>,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const read: Record<string, unknown> = { ...given };
  for (const [name, { control }] of Object.entries(fields)) {
    if (control === 'answers' && typeof given[name] === 'string') read[name] = jsonOr(given[name]);
    if (control !== 'file' || typeof given[name] !== 'string') continue;
    const bytes = await readUpload(given[name], `--${name}`);
    if (!bytes.ok) return bytes;
    read[name] = bytes.value.toString('base64');
  }
  return ok(read);
}

/** What is no JSON stays as it was written, so that it is said to be wrong and not to be missing. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A file from the machine of the command line. Problems: `file_unreadable`, `file_too_large`. */
export async function readUpload(path: string, place: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) return fail(problem('file_unreadable', place, { file: path }));
  if (found.size > largestUpload)
    return fail(problem('file_too_large', place, { megabytes: largestUpload / 1024 / 1024 }));
  return ok(await readFile(path));
}

/** The person who holds a grant that has not been ended, with that grant alone. */
export async function findHolder(database: Database, grant: string): Promise<Result<Person>> {
  const held = (await database.read(listGrants)).find((one) => one.grant === grant && one.endedAt === null);
  if (held === undefined) return { ok: false, problems: [problem('grant_not_in_force', '--as', { grant })] };
  const { person, name, register, role, party, body, from, until, basis } = held;
  const period = { from, to: until };
  return ok({
    kind: 'person',
    id: person,
    name,
    grants: [{ register, role, party, body, period, basis } as Person['grants'][number]],
    session: { hash: '', demonstration: false },
  });
}

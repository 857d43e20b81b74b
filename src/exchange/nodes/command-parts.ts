import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandContext, CommandResult } from '#platform/module.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { createLogger } from '#platform/telemetry.ts';
import { listPartyChoices } from '#union';
import { NodeName } from './model.ts';
import { type ExchangeNode, openNode } from './node.ts';
import { findSelf, type Self } from './store.ts';

/** What commands of nodes have in common. */
export const text = (given: string | boolean | undefined): string | null =>
  typeof given === 'string' ? given : null;
export const list = (given: string | boolean | undefined): readonly string[] =>
  (text(given) ?? '').split(',').filter((one) => one !== '');
export const usage: CommandResult = { kind: 'usage', problems: [] };
export const refuse = (...problems: readonly Problem[]): CommandResult => ({ kind: 'usage', problems });
export const answer = (json: unknown, said: string): CommandResult => ({ kind: 'answer', json, text: said });

/**
 * The node of this database, to sign something; not to answer anybody. `made`: which it becomes, where it is none yet. Problem:
 * `exchange_no_self`, of a database that is no node's: only who says its name makes it one, since that is for good.
 */
export async function nodeOf(
  { database, clock, dataFolder }: CommandContext,
  made?: Self,
): Promise<Result<ExchangeNode>> {
  const self = made ?? (await database.read(findSelf));
  if (self === null) return fail(problem('exchange_no_self'));
  return ok(await openNode({ database, clock, dataFolder, self, log: createLogger('silent'), services: [] }));
}

/**
 * What keeps a database from becoming a node of that name and those parties, which could not be taken back; nothing where it is one
 * already. Problems: `exchange_node_name_invalid`, and `exchange_node_party_unknown` of each party that no register here knows.
 */
export async function checkNewNode(
  database: Database,
  { name, parties }: Pick<Self, 'name' | 'parties'>,
  options: { readonly name: string; readonly parties: string },
): Promise<readonly Problem[]> {
  return database.read(async (tx) => {
    if ((await findSelf(tx)) !== null) return [];
    const known = new Set<string>();
    for (const { id } of await listRegisters(tx))
      for (const party of await listPartyChoices(tx, id, 'en')) known.add(party.id);
    const isNamed = NodeName.safeParse(name).success;
    return [
      ...(isNamed ? [] : [problem('exchange_node_name_invalid', options.name, { name })]),
      ...(parties ?? []).flatMap((party) =>
        known.has(party)
          ? []
          : [
              problem('exchange_node_party_unknown', options.parties, {
                party,
                known: [...known].join(', '),
              }),
            ],
      ),
    ];
  });
}

/** Problem: `file_unreadable`. */
export async function readGiven(file: string, path = 'FILE'): Promise<Result<string>> {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch {
    return fail(problem('file_unreadable', path, { file }));
  }
}

/** Problem: `json_invalid`. */
export function readJson(given: string, path: string): Result<unknown> {
  try {
    return ok(JSON.parse(given));
  } catch (error) {
    return fail(problem('json_invalid', path, { detail: error instanceof Error ? error.message : '' }));
  }
}

/** Problem: `exchange_instant_invalid`. */
export function readInstant(given: string, path: string): Result<Temporal.Instant> {
  try {
    return ok(Temporal.Instant.from(given));
  } catch {
    return fail(problem('exchange_instant_invalid', path, { given }));
  }
}

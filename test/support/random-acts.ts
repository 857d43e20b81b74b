import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { performAction } from '#platform/actions/perform.ts';
import { type Clock, fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { modules } from '../../src/app/modules.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { createTestDatabase } from './test-database.ts';

/** Steps of a random run: 500 in npm test, twenty times as many in test:long. */
export const steps = Number(process.env.TRIPOINT_ROUNDS ?? 1) * 500;
/** Only what hangs is ended. */
export const patience = steps * 360;
export const register = 'demo-2020' as RegisterId;
export const members = ['NL', 'BE', 'LU'] as const;

/** Somebody who acts for a party or a body. */
export function acting(grant: { readonly party?: string; readonly body?: string }): Actor {
  const { party = null, body = null } = grant;
  const bounds = { party: party as RecordId | null, body: body as RecordId | null };
  const period = { from: null, to: null };
  return {
    kind: 'person',
    id: `${party}-${body}`,
    name: 'P',
    session: { hash: '', demonstration: true },
    grants: [{ register, role: 'player' as RecordId, ...bounds, period, basis: 'test' }],
  };
}

/** The demonstration register in a database of its own, on a node whose days go by as they are told to. */
export type World = {
  readonly database: Database;
  today(): PlainDate;
  /** Sets the day of the node's clock. */
  setDay(day: PlainDate): void;
  /** What came of an action: nothing, or the codes of what is wrong. */
  act(actor: Actor, name: string, input: unknown): Promise<readonly string[]>;
  /** An action that must succeed. */
  done(actor: Actor, name: string, input: unknown): Promise<void>;
};

export async function openWorld(firstDay: PlainDate, seed: number): Promise<World> {
  const database = await createTestDatabase();
  let day = firstDay;
  const clock: Clock = { now: () => fixedClock(`${day}T12:00:00Z`).now() };
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const file = JSON.stringify(makeDemonstration(union, seed));
  const loaded = await importFile({ database, clock, actor: 'operator', progress: () => {} }, file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const actions = new Map(modules.flatMap((module) => module.actions.map((one) => [one.name, one] as const)));
  const world: World = {
    database,
    today: () => day,
    setDay: (next) => {
      day = next;
    },
    act: async (actor, name, input) => {
      const action = actions.get(name);
      if (action === undefined) throw new Error(`There is no ${name}`);
      const outcome = await performAction({ database, clock, dataFolder: tmpdir() }, action, {
        register,
        actor,
        language: 'en',
        input,
      });
      return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
    },
    done: async (actor, name, input) => expect(await world.act(actor, name, input), name).toEqual([]),
  };
  return world;
}

/** What the model said at the end of each day, for questions of what was known then. */
export class Days<State> {
  readonly #kept: (readonly [PlainDate, State])[] = [];

  /** Days are kept in their order. */
  keep(day: PlainDate, state: State): void {
    this.#kept.push([day, state]);
  }

  /** The newest state by the end of a day. */
  at(day: PlainDate, none: State): State {
    return this.#kept.findLast(([on]) => on <= day)?.[1] ?? none;
  }
}

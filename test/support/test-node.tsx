import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { SignInEntry } from '#platform/access/sign-in.tsx';
import type { Clock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { ServerOptions } from '#platform/http/options.ts';
import { httpProblemTexts } from '#platform/http/problem-texts.ts';
import { createServer, type HttpServer } from '#platform/http/server.ts';
import type { Module, PageContext } from '#platform/module.ts';
import { defineKind, registerKind } from '#platform/records/kind.ts';
import { writeRecords } from '#platform/records/records.ts';

import { createLogger } from '#platform/telemetry.ts';
import { createTestDatabase } from './test-database.ts';

/** A node with a module of two pages, and all that it wrote down. */
export type TestNode = {
  readonly server: HttpServer;
  readonly database: Database;
  readonly clock: Clock & { advance(minutes: number): void };
  /** Lines of the log. */
  readonly log: readonly string[];
  /** What was written to the journal of sign-ins. */
  readonly entries: readonly SignInEntry[];
  close(): Promise<void>;
};

export type TestNodeOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Ids of the registers to load; each knows what was known in May 2020. */
  readonly registers?: readonly string[];
  readonly options?: Partial<ServerOptions>;
};

export async function startNode({
  env = {},
  registers = ['benelux'],
  options = {},
}: TestNodeOptions = {}): Promise<TestNode> {
  const config = readConfig(env);
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await createTestDatabase();
  const clock = movableClock('2026-11-23T12:00:00Z');
  for (const id of registers) await loadRegister(database, clock, id);
  const log: string[] = [];
  const entries: SignInEntry[] = [];
  const server = await createServer({
    config: config.value,
    clock,
    database,
    modules: [module],
    logger: createLogger('info', { write: (line) => void log.push(line) }),
    version: '0.0.0-test',
    explain: ({ code, params }, language) => {
      const texts: Readonly<Record<string, (given: typeof params) => string>> = httpProblemTexts[language];
      return texts[code]?.(params) ?? `${code} ${JSON.stringify(params)}`;
    },
    signIn: {
      listRoles: async () => [{ id: 'contact-point' as RecordId, title: 'Contact point' }],
      listParties: async () => [{ id: 'NL' as RecordId, title: 'Netherlands' }],
      listPlayers: async () => [],
      year: null,
      listBodies: async () => [{ id: 'council' as RecordId, title: 'Council' }],
      record: async (_tx, entry) => void entries.push(entry),
    },
    ...options,
  });
  return {
    server,
    database,
    clock,
    log,
    entries,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

function movableClock(start: string): TestNode['clock'] {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    advance: (minutes) => {
      now = now.add({ minutes });
    },
  };
}

async function loadRegister(database: Database, clock: Clock, id: string): Promise<void> {
  const kind = defineKind({
    name: registerKind,
    schema: z.looseObject({ id: z.string(), title: z.string() }),
    label: {
      nl: { one: 'Register', many: 'Registers' },
      fr: { one: 'Registre', many: 'Registres' },
      de: { one: 'Register', many: 'Register' },
      en: { one: 'Register', many: 'Registers' },
    },
    titleFrom: ['title'],
  });
  await database.write((tx) =>
    writeRecords(tx, clock, {
      register: id as RegisterId,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: [
        {
          kind,
          id: id as RecordId,
          position: 0,
          body: { id, title: `Register of ${id}`, languages: ['nl', 'fr'] },
          transitions: [],
        },
      ],
    }),
  );
}

/** What the page was told, so that a test can see it. */
function told(context: PageContext) {
  const { language, register, asOf, knownAt, actor, params } = context;
  return { language, register: register.id, asOf, knownAt, actor: actor.kind, ...params };
}

const module: Module = {
  name: 'test',
  kinds: [],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [],
  datasets: async () => [],
  commands: [],
  actions: [],
  permissions: [],
  problems: { nl: {}, fr: {}, de: {}, en: {} },
  pages: [
    {
      path: '/law',
      navigation: 'law',
      key: 'l',
      render: async (context) =>
        ok({
          title: 'Law',
          body: (
            <>
              <pre>{JSON.stringify(told(context))}</pre>
              <a id="next" href={context.href('/law/eow-paper', { tab: 'work' })}>
                next
              </a>
            </>
          ),
          exports: ['csv', 'xlsx', 'json'],
        }),
      exportTable: async (context) =>
        ok({
          name: 'law',
          title: 'Law',
          columns: [
            { key: 'id', title: 'Instrument', note: 'Its id.' },
            { key: 'asOf', title: 'As of', note: 'The date asked about.' },
          ],
          rows: [{ id: 'eow-paper', asOf: context.asOf }],
          notes: ['A note.'],
        }),
    },
    {
      path: '/law/:id',
      navigation: 'law',
      render: async (context) => {
        if (context.params.id === 'broken') throw new Error('secret detail of the code');
        if (context.params.id === 'closed') return fail(problem('law_not_allowed'));
        return context.params.id === 'eow-paper'
          ? ok({ title: 'Paper', body: <pre>{JSON.stringify(told(context))}</pre> })
          : fail(problem('law_not_found', 'path.id', { id: context.params.id ?? '' }));
      },
    },
  ],
};

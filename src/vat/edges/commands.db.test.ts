import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandResult } from '#platform/module.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { searchCommands } from './commands.ts';

let database: Database;
let dataFolder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'tripoint-search-'));
});
afterAll(async () => {
  await database?.close();
  await rm(dataFolder, { recursive: true });
});

test('A search is in the journal with what was looked for; one that is refused is not', async () => {
  const search = (options: object) => {
    const context = {
      ...{ positionals: [], options, language: 'en', clock: systemClock, database, dataFolder },
      ...{ progress: () => {}, untilStopped: () => new Promise(() => {}) },
      register: async () => ok({ id: 'benelux' }),
    };
    const [command] = searchCommands as unknown as readonly [
      { run: (given: object) => Promise<CommandResult> },
    ];
    return command.run(context);
  };
  const journalled = async () => {
    const { rows } = await sql<object>`
      select event, actor, register, payload from platform.journal join platform.journal_payload on entry = id
      where event like 'vat.search%'`.execute(database.owner);
    return rows;
  };
  expect(await search({ from: '2026-01', until: '2025-01' })).toMatchObject({ kind: 'usage' });
  expect(await journalled()).toEqual([]);
  expect(await search({ from: '2026-01', until: '2026-03', workers: '1' })).toMatchObject({ kind: 'answer' });
  expect(await journalled()).toMatchObject([
    {
      ...{ event: 'vat.search_asked', actor: 'operator', register: 'benelux' },
      payload: { from: 2026 * 12, until: 2026 * 12 + 2, maxLength: 6, clickhouse: false },
    },
  ]);
});

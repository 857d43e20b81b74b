import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { CommandContext } from '#platform/module.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { bridgeCommands } from './commands.ts';

let folder: string;
let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tripoint-bridge-commands-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function run(
  name: string,
  positionals: readonly string[],
  options: CommandContext['options'],
  day = '2026-05-04',
) {
  const command = bridgeCommands.find((one) => one.name === name);
  if (command === undefined || command.alone === true) throw new Error(`No command ${name}`);
  const clock = fixedClock(`${day}T10:00:00Z`);
  const context = { positionals, options, language: 'en', clock, database, dataFolder: folder };
  // What is refused, and a key that is made, need no node.
  return command.run(context as unknown as CommandContext);
}
const refusals = async (...given: Parameters<typeof run>) => {
  const result = await run(...given);
  const problems = result.kind === 'usage' ? result.problems : [];
  return [result.kind, ...problems.map(({ code, path }) => `${path} ${code}`)];
};

describe('vat make-key', () => {
  test('makes the key of an epoch once, and deletes those of epochs that have ended', async () => {
    const made = await run('vat make-key', ['syn'], { epoch: '1', days: '10' });
    expect(made).toMatchObject({
      kind: 'answer',
      json: { epoch: 1, from: '2026-05-04', until: '2026-05-14' },
    });
    const { id } = (made as { json: { id: string } }).json;
    expect((made as { text: string }).text).toContain(id);
    expect(await refusals('vat make-key', ['syn'], { epoch: '1' })).toEqual([
      'usage',
      '--epoch vat_token_key_there',
    ]);
    expect(await run('vat make-key', ['syn'], { epoch: '2' }, '2026-05-14')).toMatchObject({
      kind: 'answer',
    });
    // The first has ended, so that another could take its name; it would be another key.
    const again = await run('vat make-key', ['syn'], { epoch: '1' }, '2026-05-14');
    expect(again).toMatchObject({ kind: 'answer' });
    expect((again as { json: { id: string } }).json.id).not.toBe(id);
  });

  test('writes in the journal that a key was made, and nothing of the key', async () => {
    const made = await run('vat make-key', ['syn-journal'], { epoch: '1' });
    const { rows } = await sql<{ event: string; instrument: string; payload: object }>`
      select event, instrument, payload from platform.journal join platform.journal_payload on entry = id
      where instrument = 'syn-journal'`.execute(database.owner);
    expect(rows).toEqual([
      {
        event: 'vat.token_key_made',
        instrument: 'syn-journal',
        payload: (made as { json: object }).json,
      },
    ]);
  });

  test('makes none of an instrument that there cannot be, and names files that are no keys', async () => {
    expect(await refusals('vat make-key', ['Foo Bar'], { epoch: '1' })).toEqual([
      'usage',
      'INSTRUMENT vat_instrument_invalid',
    ]);
    await writeFile(join(folder, 'vat-keys', 'half.1.json'), '');
    const made = await run('vat make-key', ['syn-half'], { epoch: '1' });
    expect(made).toMatchObject({
      kind: 'answer',
      findings: [{ code: 'vat_token_key_unreadable', params: { name: 'half.1.json' } }],
    });
  });

  test('says all that is wrong with what was asked', async () => {
    expect(await refusals('vat make-key', [], { epoch: '1' })).toEqual(['usage']);
    expect(await refusals('vat make-key', ['syn'], { epoch: '0', days: '367' })).toEqual([
      'usage',
      '--epoch vat_number_invalid',
      '--days vat_number_invalid',
    ]);
  });
});

describe('Commands that ask other states', () => {
  test('say all that is wrong with what was asked before they ask anybody', async () => {
    expect(await refusals('vat take-key', ['syn'], { party: 'LU' })).toEqual([
      'usage',
      '--epoch vat_number_invalid',
      '--purpose vat_option_missing',
      '--of vat_option_missing',
    ]);
    const wrong = {
      from: '2026-13',
      until: '2026-2',
      epoch: '1',
      window: '13',
      margin: 'x',
      'max-length': '33',
    };
    expect(await refusals('vat carousels', ['syn'], wrong)).toEqual([
      'usage',
      '--party vat_option_missing',
      '--purpose vat_option_missing',
      '--states vat_option_missing',
      '--from vat_month_invalid',
      '--until vat_month_invalid',
      '--window vat_number_invalid',
      '--max-length vat_number_invalid',
      '--margin vat_number_invalid',
    ]);
  });

  test('ask whose a token is for a case and a purpose, or nobody', async () => {
    const token = `NL.${'a'.repeat(22)}`;
    expect(
      await refusals('vat reveal', ['syn', token, 'NL004495445B01'], { epoch: '1', party: 'BE' }),
    ).toEqual([
      'usage',
      '--purpose vat_option_missing',
      '--case vat_option_missing',
      'TOKEN vat_token_invalid',
    ]);
    expect(await refusals('vat reveal', ['syn'], { epoch: '1' })).toEqual(['usage']);
  });
});

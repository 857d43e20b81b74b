import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordId } from '#kernel/references.ts';
import { giveGrant, recognisePerson } from '#platform/access/persons.ts';
import { fixedClock } from '#platform/clock.ts';
import { listJournal } from '#platform/journal/journal.ts';
import type { CommandResult } from '#platform/module.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { stateHash } from '#platform/records/state.ts';
import { commands } from '../../src/app/commands.ts';
import { loadDemonstration } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { demonstrationId } from '../../src/union/index.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** What people do, at the command line of the node: under a grant, and no more than it opens. */

const clock = fixedClock('2026-11-26T12:00:00Z');
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let grant: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemonstration(database, clock);
  grant = await database.write(async (tx) => {
    const { id } = await recognisePerson(tx, clock, { issuer: 'test', subject: 'sg', name: 'S' });
    return giveGrant(tx, clock, id, {
      register: demonstrationId,
      role: 'player' as RecordId,
      party: null,
      body: 'sg' as RecordId,
      period: { from: null, to: null },
      basis: 'test',
    });
  });
});
afterAll(() => database.close());

async function run(name: string, options: Readonly<Record<string, string>>): Promise<CommandResult> {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no ${name}`);
  const registers = await database.read(listRegisters);
  const register = registers.find(({ id }) => id === demonstrationId);
  if (register === undefined) throw new Error('The demonstration is not there');
  return command.run({
    database,
    clock,
    modules,
    language: 'en',
    positionals: [],
    options,
    register: async () => ({ ok: true, value: register }),
    dataFolder: '',
    untilStopped: async () => {},
    progress: () => {},
  });
}
const signal = { id: 'ferries', name: 'Ferries', signal: 'Two a day', on: '2020-01-10' };

test('an action is done under a grant, and the journal says that the operator did it for somebody', async () => {
  const done = await run('union initiatives record', { ...signal, as: grant });
  expect(done).toMatchObject({
    kind: 'answer',
    json: { subject: 'initiatives/ferries', page: '/en/demo-2020/initiatives/ferries' },
  });
  const { entries } = await database.read((tx) =>
    listJournal(tx, { register: demonstrationId, subject: 'initiatives/ferries', limit: 9, offset: 0 }),
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ event: 'initiatives/record', effectiveOn: '2020-01-10' });
  expect(entries[0]?.actor).toMatch(/^operator for person:/);
});

test('being at the machine opens nothing that the grant does not, and faults name the option', async () => {
  const before = await database.read(stateHash);
  const codes = (result: CommandResult) =>
    result.kind === 'answer'
      ? []
      : (result.kind === 'findings' ? result.findings : result.problems).map(
          ({ code, path }) => `${code} ${path}`,
        );
  const group = { id: 'g', name: 'G', mandate: 'M', parent: 'council', on: '2020-01-10' };
  expect(codes(await run('union groups propose', { ...group, as: grant }))).toEqual(['action_not_allowed ']);
  expect(codes(await run('union initiatives record', { ...signal, as: 'nobody' }))).toEqual([
    'grant_not_in_force --as',
  ]);
  expect(codes(await run('union initiatives record', { id: 'No id', on: 'soon', as: grant }))).toEqual([
    'id_form_invalid --id',
    'input_missing --name',
    'input_missing --signal',
    'date_invalid --on',
  ]);
  // One brace short is not the same as not said.
  const factors = '{"trust":{"answer":"yes"}';
  expect(codes(await run('union initiatives consider', { id: 'ferries', factors, as: grant }))).toEqual([
    'field_invalid --factors',
  ]);
  expect(await run('union initiatives record', signal)).toEqual({ kind: 'usage', problems: [] });
  expect(await database.read(stateHash)).toEqual(before);
});

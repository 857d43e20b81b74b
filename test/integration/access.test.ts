import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/app/commands.ts';
import { loadFirstData } from '../../src/app/first-data.ts';
import { modules } from '../../src/app/modules.ts';
import { recognisePerson } from '../../src/platform/access/persons.ts';
import { findPerson, startSession } from '../../src/platform/access/sessions.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { listJournal } from '../../src/platform/journal/journal.ts';
import type { CommandResult } from '../../src/platform/module.ts';
import { listRegisters } from '../../src/platform/records/registers.ts';
import { createTestDatabase } from '../support/test-database.ts';

/** What an operator decides, from the command to what it opens for somebody who signs in through an identity provider. */
let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadFirstData(database, systemClock, { loadsFirstData: true }, () => {});
});
afterAll(() => database.close());

async function run(name: string, positionals: readonly string[], options = {}): Promise<CommandResult> {
  const command = commands.find((one) => one.name === name);
  const [register] = await database.read(listRegisters);
  if (command === undefined || register === undefined) throw new Error(`no ${name}`);
  return command.run({
    database,
    clock: systemClock,
    modules,
    language: 'en',
    positionals,
    options,
    register: async () => ({ ok: true, value: register }),
    dataFolder: '',
    untilStopped: async () => {},
    progress: () => {},
  });
}

const issuer = 'https://id.example.org';

/** The grants of somebody who has just signed in. */
async function grantsAfterSignIn() {
  return database.write(async (tx) => {
    const { id } = await recognisePerson(tx, systemClock, { issuer, subject: 'anna', name: 'Anna' });
    const session = await startSession(tx, systemClock, id, false);
    return (await findPerson(tx, systemClock, session, { demonstration: false }))?.grants ?? [];
  });
}

test('A grant is given before or after the first sign-in, opens from then on, and is ended', async () => {
  expect(await grantsAfterSignIn()).toEqual([]);
  const given = await run('access give', [issuer, 'anna'], {
    role: 'contact-point',
    party: 'NL',
    body: 'fisc-strat',
    until: '2027',
    basis: 'decision 12',
  });
  if (given.kind !== 'answer') throw new Error(JSON.stringify(given));
  const { grant } = given.json as { grant: string };
  expect(await grantsAfterSignIn()).toMatchObject([
    {
      register: 'benelux',
      role: 'contact-point',
      party: 'NL',
      body: 'fisc-strat',
      period: { from: null, to: '2027' },
      basis: 'decision 12',
    },
  ]);
  const listed = await run('access list', []);
  expect(listed).toMatchObject({ json: [{ grant, issuer, subject: 'anna', endedAt: null }] });
  expect(await run('access end', [grant], { basis: 'left the ministry' })).toMatchObject({ kind: 'answer' });
  expect(await grantsAfterSignIn()).toEqual([]);
  expect(await run('access end', [grant], { basis: 'again' })).toMatchObject({
    kind: 'usage',
    problems: [{ code: 'grant_not_in_force' }],
  });
  const { entries } = await database.read((tx) =>
    listJournal(tx, { register: 'benelux', limit: 2, offset: 0 }),
  );
  expect(entries.map(({ event, actor, party }) => [event, actor, party])).toEqual([
    ['grant.ended', 'operator', 'NL'],
    ['grant.given', 'operator', 'NL'],
  ]);
});

test('What the register does not know is refused, all of it at once, and nothing is given', async () => {
  const refused = await run('access give', [issuer, 'bernard'], {
    role: 'king',
    party: 'XX',
    body: 'nobody',
    from: '2017-13',
    basis: 'none',
  });
  expect(refused.kind).toBe('usage');
  const problems = refused.kind === 'usage' ? refused.problems : [];
  expect(problems.map(({ code, path }) => `${path} ${code}`)).toEqual([
    '--role record_not_found',
    '--party record_not_found',
    '--body record_not_found',
    '--from date_invalid',
  ]);
  expect(await run('access give', [issuer, 'bernard'], { role: 'contact-point' })).toEqual({
    kind: 'usage',
    problems: [],
  });
  const listed = await run('access list', []);
  expect(JSON.stringify(listed)).not.toContain('bernard');
});

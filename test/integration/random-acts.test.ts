import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysBetween, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import type { Actor } from '#platform/access/access.ts';
import { performAction } from '#platform/actions/perform.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { listStates } from '#platform/records/transitions.ts';
import { modules } from '../../src/app/modules.ts';
import { type GroupAct, type GroupState, groupLifecycle, groups } from '../../src/union/bodies/model.ts';
import { importFile, makeDemonstration } from '../../src/union/index.ts';
import { ledgerOf } from '../../src/union/report/rules/ledger.ts';
import { createTestDatabase } from '../support/test-database.ts';

/**
 * Random people do random things to groups, at random dates of the year and in any order. What the register says must be what a
 * few lines of model say, on every day, and the account of the year must add up. test:long asks for more steps.
 */

const steps = Number(process.env.TRIPOINT_ROUNDS ?? 1) * 500;
const register = 'demo-2020' as RegisterId;
const clock = fixedClock('2026-11-26T12:00:00Z');
const firstDayOf2020 = '2020-01-01' as PlainDate;
const lastDayOf2020 = '2020-12-31' as PlainDate;

function acting(grant: { readonly party?: string; readonly body?: string }): Actor {
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
const council = acting({ body: 'council' });
const secretariat = acting({ body: 'sg' });

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const file = JSON.stringify(makeDemonstration(union, 7));
  const loaded = await importFile({ database, clock, actor: 'operator', progress: () => {} }, file);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const done = async (actor: Actor, name: string, input: unknown) =>
    expect(await act(actor, name, input), name).toEqual([]);
  const [id, subject, on] = ['start', 'signal', '2020-01-01'];
  await done(secretariat, 'initiatives/record', { id: subject, name: 'Signal', signal: 'Seen', on });
  for (const { id: factor } of [...union.success_factors, ...union.failure_factors])
    await done(secretariat, 'initiatives/consider', { id: subject, factor, holds: 'unknown' });
  const asked = { id, title: 'Start', subject, moment: 'start', criteria_set: 'aiv-2007', on };
  await done(secretariat, 'assessments/open', asked);
  for (const party of ['NL', 'BE', 'LU'])
    for (const criterion of ['C1', 'C2', 'C3', 'C4'])
      await done(acting({ party }), 'assessments/answer', { id, party, criterion, met: 'yes' });
  await done(secretariat, 'assessments/submit', { id, on });
  await done(council, 'assessments/decide', { id, on, outcome: 'in_favour' });
});
afterAll(() => database.close());

const actions = new Map(modules.flatMap((module) => module.actions.map((one) => [one.name, one] as const)));

async function act(actor: Actor, name: string, input: unknown): Promise<readonly string[]> {
  const action = actions.get(name);
  if (action === undefined) throw new Error(`There is no ${name}`);
  const done = await performAction({ database, clock }, action, { register, actor, language: 'en', input });
  return done.ok ? [] : done.problems.map(({ code }) => code);
}

/** The model: the steps of a group in the order in which they take effect; of one day, in that of their doing. */
type Step = { readonly on: PlainDate; readonly from: string; readonly to: GroupState };
const model = new Map<string, readonly Step[]>();
const stateOn = (group: string, day: PlainDate) =>
  (model.get(group) ?? []).filter(({ on }) => on <= day).at(-1)?.to ?? 'none';

/** Whether the model lets it be done then, and what it leads to. */
function allowed(group: string, act: GroupAct, on: PlainDate): GroupState | null {
  const from = stateOn(group, on);
  if (from === 'none') return null;
  const to = stateAfter(groupLifecycle, from, act);
  const next = (model.get(group) ?? []).find((step) => step.on > on);
  return to === null || (next !== undefined && next.from !== to) ? null : to;
}

function write(group: string, step: Step): void {
  const known = model.get(group) ?? [];
  const after = known.findIndex(({ on }) => on > step.on);
  model.set(group, after === -1 ? [...known, step] : known.toSpliced(after, 0, step));
}

const inputs: Readonly<Record<GroupAct, Readonly<Record<string, string>>>> = {
  activate: {},
  reject: { reason: 'no' },
  put_to_sleep: { reason: 'quiet', months: '12' },
  revive: { reason: 'needed' },
  abolish: { reason: 'no-results' },
  merge: { reason: 'double', into: 'cycling-strategy' },
  convert: { reason: 'other form', into: 'council' },
};
const acts = Object.keys(inputs) as readonly GroupAct[];

test(`after ${steps} random steps every day is as a replay has it, and the account adds up`, async () => {
  const year = daysBetween(firstDayOf2020, lastDayOf2020);
  const common: readonly GroupAct[] = ['activate', 'put_to_sleep', 'revive'];
  const command = fc.record({
    group: fc.integer({ min: 0, max: 11 + Math.floor(steps / 25) }),
    act: fc.oneof(
      { weight: 3, arbitrary: fc.constant<GroupAct | 'propose'>('propose') },
      { weight: 8, arbitrary: fc.constantFrom<GroupAct>(...common) },
      { weight: 1, arbitrary: fc.constantFrom<GroupAct>(...acts) },
    ),
    // Days run with the steps, so that much is possible, and back, so that much is said too late.
    back: fc.integer({ min: 0, max: 90 }),
  });
  const commands = fc
    .sample(command, { seed: 20_201_126, numRuns: steps })
    .map(({ back, ...one }, index) => ({
      ...one,
      day: Math.max(0, Math.round((index / steps) * year) - back),
    }));
  let accepted = 0;
  let refused = 0;
  for (const { group, act: name, day } of commands) {
    const id = `group-${group}`;
    const on = addDays(firstDayOf2020, day);
    if (name === 'propose') {
      const asked = { id, name: id, mandate: 'M', parent: 'cycling-strategy', initiative: 'signal', on };
      const answer = await act(council, 'groups/propose', asked);
      const isNew = !model.has(id);
      expect(answer, `${id} proposed`).toEqual(isNew ? [] : ['id_taken']);
      if (!isNew) continue;
      model.set(id, [{ on, from: 'none', to: 'proposed' }]);
      for (const party of ['NL', 'BE', 'LU']) {
        const part = { id, party, role: 'member', on: '2020-01-01', organisation: party };
        expect(await act(acting({ party }), 'groups/join', part)).toEqual([]);
      }
      continue;
    }
    const to = allowed(id, name, on);
    const answer = await act(council, `groups/${name}`, { id, on, ...inputs[name] });
    expect(answer.length === 0, `${id} ${name} on ${on}: ${answer.join()}`).toBe(to !== null);
    if (to === null) {
      refused += 1;
      continue;
    }
    accepted += 1;
    write(id, { on, from: stateOn(id, on), to });
  }
  // A run that only ever refuses proves nothing.
  expect(accepted).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);

  const days = fc.sample(fc.integer({ min: 0, max: year }), { seed: 1, numRuns: 40 });
  for (const day of [firstDayOf2020, lastDayOf2020, ...days.map((one) => addDays(firstDayOf2020, one))]) {
    const states = await statesOn(day);
    for (const id of model.keys()) expect(states.get(id) ?? 'none', `${id} on ${day}`).toBe(stateOn(id, day));
  }

  const opening = await statesOn(addDays(firstDayOf2020, -1));
  const closing = await statesOn(lastDayOf2020);
  const account = ledgerOf(
    [...model].map(([group, taken]) => ({
      group,
      opening: opening.get(group) ?? 'none',
      closing: closing.get(group) ?? 'none',
      steps: taken.map(({ to, on }) => ({ to, on })),
    })),
  );
  const { movements } = account;
  expect(account.complete).toBe(true);
  expect(
    account.opening.length +
      movements.created.length +
      movements.revived.length -
      movements.abolished.length -
      movements.merged.length -
      movements.converted.length -
      movements.dormant.length -
      movements.otherwise.length,
  ).toBe(account.closing.length);
  expect((await verifyJournal(database)).faults).toEqual([]);
});

async function statesOn(asOf: PlainDate): Promise<ReadonlyMap<string, string>> {
  const knownAt = '2026-11-26' as PartialDate;
  const found = await database.read((tx) => listStates(tx, { register, kind: groups.name, asOf, knownAt }));
  return new Map(found.map(({ subject, state }) => [subject, state]));
}

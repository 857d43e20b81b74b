import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { verifyJournal } from '#platform/journal/journal.ts';
import { listStates } from '#platform/records/transitions.ts';
import { type GroupAct, type GroupState, groupLifecycle, groups } from '../../src/union/bodies/model.ts';
import { ledgerOf } from '../../src/union/report/rules/ledger.ts';
import {
  acting,
  Days,
  members,
  openWorld,
  patience,
  register,
  steps,
  type World,
} from '../support/random-acts.ts';

/**
 * Random people do random things to groups, at random dates of the year and in any order, and put dates right afterwards. What the
 * register says must be what a few lines of model say, on every day and as it was known on every day, and the account of the year
 * must add up. test:long asks for more steps.
 */

const firstDayOf2020 = '2020-01-01' as PlainDate;
const lastDayOf2020 = '2020-12-31' as PlainDate;
const firstDayOfPlay = '2026-01-01' as PlainDate;
const stepsADay = 5;

const council = acting({ body: 'council' });
const secretariat = acting({ body: 'sg' });

let world: World;
beforeAll(async () => {
  world = await openWorld(firstDayOfPlay, 7);
  const [id, subject, on] = ['start', 'signal', '2020-01-01'];
  await world.done(secretariat, 'initiatives/record', { id: subject, name: 'Signal', signal: 'Seen', on });
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const factors: readonly { readonly id: string }[] = [...union.success_factors, ...union.failure_factors];
  const unknown = Object.fromEntries(factors.map((factor) => [factor.id, { answer: 'unknown' }]));
  await world.done(secretariat, 'initiatives/consider', { id: subject, factors: unknown });
  const asked = { id, title: 'Start', subject, moment: 'start', criteria_set: 'aiv-2007', on };
  await world.done(secretariat, 'assessments/open', asked);
  for (const party of members) {
    for (const criterion of ['C1', 'C2', 'C3', 'C4']) {
      const answer = { id, party, criterion, met: 'yes', evidence: 'Seen' };
      await world.done(acting({ party }), 'assessments/answer', answer);
    }
    await world.done(acting({ party }), 'assessments/capacity', { id, party, capacity: 'Not known' });
  }
  for (const level of ['national', 'bilateral', 'eu'])
    await world.done(secretariat, 'assessments/weigh', { id, level, finding: 'Not known' });
  await world.done(secretariat, 'assessments/submit', { id, on });
  await world.done(council, 'assessments/decide', { id, on, outcome: 'in_favour' });
});
afterAll(() => world.database.close());

/** The model: the steps of a group in the order in which they take effect; of one day, in that of their doing. */
type Step = { readonly on: PlainDate; readonly from: string; readonly to: GroupState };
type Model = ReadonlyMap<string, readonly Step[]>;
let model: Model = new Map();
const days = new Days<Model>();

const stateIn = (known: Model, group: string, day: PlainDate) =>
  (known.get(group) ?? []).filter(({ on }) => on <= day).at(-1)?.to ?? 'none';

/** Whether the model lets it be done then, and what it leads to. */
function allowed(group: string, act: GroupAct, on: PlainDate): GroupState | null {
  const from = stateIn(model, group, on);
  if (from === 'none') return null;
  const to = stateAfter(groupLifecycle, from, act);
  const next = (model.get(group) ?? []).find((step) => step.on > on);
  return to === null || (next !== undefined && next.from !== to) ? null : to;
}

function write(group: string, steps: readonly Step[]): void {
  model = new Map([...model, [group, steps]]);
}

function add(group: string, step: Step): void {
  const known = model.get(group) ?? [];
  const after = known.findIndex(({ on }) => on > step.on);
  write(group, after === -1 ? [...known, step] : known.toSpliced(after, 0, step));
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

test(
  `after ${steps} random steps every day is as a replay has it, and the account adds up`,
  async () => {
    const year = daysBetween(firstDayOf2020, lastDayOf2020);
    const common: readonly GroupAct[] = ['activate', 'put_to_sleep', 'revive'];
    const command = fc.record({
      group: fc.integer({ min: 0, max: 11 + Math.floor(steps / 25) }),
      act: fc.oneof(
        { weight: 3, arbitrary: fc.constant<GroupAct | 'propose' | 'correct'>('propose') },
        { weight: 8, arbitrary: fc.constantFrom<GroupAct>(...common) },
        { weight: 2, arbitrary: fc.constant<GroupAct | 'propose' | 'correct'>('correct') },
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
        known: addDays(firstDayOfPlay, Math.floor(index / stepsADay)),
      }));
    const counts = { accepted: 0, refused: 0, corrected: 0 };
    for (const { group, act: name, day, known } of commands) {
      if (known !== world.today()) days.keep(world.today(), model);
      world.setDay(known);
      const id = `group-${group}`;
      const on = addDays(firstDayOf2020, day);
      if (name === 'propose') {
        const asked = { id, name: id, mandate: 'M', parent: 'cycling-strategy', initiative: 'signal', on };
        const answer = await world.act(council, 'groups/propose', asked);
        const isNew = !model.has(id);
        expect(answer, `${id} proposed`).toEqual(isNew ? [] : ['id_taken']);
        if (!isNew) continue;
        add(id, { on, from: 'none', to: 'proposed' });
        for (const party of members) {
          const part = { id, party, role: 'member', on: '2020-01-01', organisation: party };
          await world.done(acting({ party }), 'groups/join', part);
        }
        continue;
      }
      if (name === 'correct') {
        const taken = model.get(id) ?? [];
        const [before, last] = [taken.at(-2), taken.at(-1)];
        const may = last !== undefined && (before === undefined || before.on <= on);
        const answer = await world.act(council, 'groups/correct', { id, on, reason: 'misread' });
        expect(answer.length === 0, `${id} corrected to ${on}: ${answer.join()}`).toBe(may);
        if (!may) continue;
        counts.corrected += 1;
        write(id, [...taken.slice(0, -1), { ...last, on }]);
        continue;
      }
      const to = allowed(id, name, on);
      const answer = await world.act(council, `groups/${name}`, { id, on, ...inputs[name] });
      expect(answer.length === 0, `${id} ${name} on ${on}: ${answer.join()}`).toBe(to !== null);
      counts[to === null ? 'refused' : 'accepted'] += 1;
      if (to !== null) add(id, { on, from: stateIn(model, id, on), to });
    }
    days.keep(world.today(), model);
    // A run that only ever refuses proves nothing.
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(15);

    const play = daysBetween(firstDayOfPlay, world.today());
    const asked = fc.tuple(fc.integer({ min: 0, max: year }), fc.integer({ min: 0, max: play }));
    const moments = fc
      .sample(asked, { seed: 1, numRuns: 60 })
      .map(([on, known]) => [addDays(firstDayOf2020, on), addDays(firstDayOfPlay, known)] as const);
    let differing = 0;
    for (const [on, known] of [[lastDayOf2020, world.today()] as const, ...moments]) {
      const states = await statesOn(on, known);
      const then = days.at(known, new Map());
      for (const id of model.keys()) {
        expect(states.get(id) ?? 'none', `${id} on ${on} as known on ${known}`).toBe(stateIn(then, id, on));
        if (stateIn(then, id, on) !== stateIn(model, id, on)) differing += 1;
      }
    }
    // What was known then must differ from what is known now, or the second date was not asked for.
    expect(differing).toBeGreaterThan(20);

    const opening = await statesOn(addDays(firstDayOf2020, -1), world.today());
    const closing = await statesOn(lastDayOf2020, world.today());
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
    expect((await verifyJournal(world.database)).faults).toEqual([]);
  },
  patience,
);

async function statesOn(asOf: PlainDate, knownAt: PlainDate): Promise<ReadonlyMap<string, string>> {
  const found = await world.database.read((tx) =>
    listStates(tx, { register, kind: groups.name, asOf, knownAt }),
  );
  return new Map(found.map(({ subject, state }) => [subject, state]));
}

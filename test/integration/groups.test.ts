import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { sheetIdOf } from '../../src/union/sheets/actions.ts';
import { acting, members, openWorld, type World } from '../support/random-acts.ts';

/** What keeps a group from being established, joined and handed on: by whom, from when, and under what. */

const council = acting({ body: 'council' });
const sg = acting({ body: 'sg' });
const region = acting({ party: 'DE-NW' });
const of = (party: string) => acting({ party });

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-11-26' as PlainDate, 1);
  await signal('signal');
  await assess('signal-start', 'signal', '2020-01-01', 'in_favour');
});
afterAll(() => world.database.close());

/** A signal of which every factor was thought of. */
async function signal(id: string): Promise<void> {
  await world.done(sg, 'initiatives/record', { id, name: id, signal: 'Seen', on: '2018-01-01' });
  const union = JSON.parse(readFileSync('data/union/benelux-2013-2019.json', 'utf8'));
  const factors: readonly { readonly id: string }[] = [...union.success_factors, ...union.failure_factors];
  const unknown = Object.fromEntries(factors.map((factor) => [factor.id, { answer: 'unknown' }]));
  await world.done(sg, 'initiatives/consider', { id, factors: unknown });
}

/** An assessment at the start, opened, answered by all and decided on one day. */
async function assess(id: string, subject: string, on: string, outcome: string): Promise<void> {
  const asked = { id, title: id, subject, moment: 'start', criteria_set: 'aiv-2007', on };
  await world.done(sg, 'assessments/open', asked);
  for (const party of members) {
    for (const criterion of ['C1', 'C2', 'C3', 'C4'])
      await world.done(of(party), 'assessments/answer', {
        id,
        party,
        criterion,
        met: 'yes',
        evidence: 'Seen',
      });
    await world.done(of(party), 'assessments/capacity', { id, party, capacity: 'Not known' });
  }
  for (const level of ['national', 'bilateral', 'eu'])
    await world.done(sg, 'assessments/weigh', { id, level, finding: 'Not known' });
  await world.done(sg, 'assessments/submit', { id, on });
  const reason = outcome === 'in_favour' ? {} : { reason: 'Too dear' };
  await world.done(council, 'assessments/decide', { id, on, outcome, ...reason });
}

/** A group that is proposed, with a contact point of each member from the beginning of 2020. */
async function propose(id: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const group = {
    id,
    name: id,
    mandate: 'M',
    parent: 'cycling-strategy',
    initiative: 'signal',
    on: '2020-01-01',
  };
  await world.done(council, 'groups/propose', { ...group, ...more });
  for (const party of members) {
    const part = { id, party, role: 'member', on: '2020-01-01', organisation: party };
    await world.done(of(party), 'groups/join', part);
  }
}

const activate = (id: string, on: string, more = {}) =>
  world.act(council, 'groups/activate', { id, on, ...more });

describe('What was assessed', () => {
  test('is what was decided last: a newer decision against it takes the place of one in favour', async () => {
    await signal('bells');
    await assess('bells-2018', 'bells', '2018-03-01', 'in_favour');
    await assess('bells-2020', 'bells', '2020-03-01', 'against');
    await propose('bell-group', { initiative: 'bells' });
    expect(await activate('bell-group', '2021-01-01')).toEqual(['assessment_undecided']);
    expect(await activate('bell-group', '2020-02-01')).toEqual([]);
  });

  test('leads to no group once it was stopped', async () => {
    await signal('lamps');
    await assess('lamps-start', 'lamps', '2020-01-01', 'in_favour');
    await propose('lamp-group', { initiative: 'lamps' });
    await world.done(sg, 'initiatives/stop', { id: 'lamps', on: '2020-02-01', reason: 'no-results' });
    expect(await activate('lamp-group', '2020-03-01')).toEqual(['initiative_stopped']);
    const late = {
      id: 'lamp-late',
      name: 'L',
      mandate: 'M',
      parent: 'cycling-strategy',
      initiative: 'lamps',
    };
    expect(await world.act(council, 'groups/propose', { ...late, on: '2020-03-01' })).toEqual([
      'initiative_stopped',
    ]);
    expect(await activate('lamp-group', '2020-01-15')).toEqual([]);
  });
});

describe('What steers and what takes over', () => {
  test('a strategic consultation that is active on the day steers, and a body that decides or establishes groups', async () => {
    const strategic = await proposeStrategic('ferry-strategy');
    await propose('under-proposal', { parent: strategic });
    expect(await activate('under-proposal', '2020-02-01')).toEqual(['steering_missing']);
    expect(await activate(strategic, '2020-03-01')).toEqual([]);
    expect(await activate('under-proposal', '2020-02-01')).toEqual(['steering_missing']);
    expect(await activate('under-proposal', '2020-03-01')).toEqual([]);
    const sleep = { id: strategic, on: '2020-06-01', reason: 'Quiet', months: '12' };
    await world.done(council, 'groups/put_to_sleep', sleep);
    await propose('under-sleep', { parent: strategic });
    expect(await activate('under-sleep', '2020-07-01')).toEqual(['steering_missing']);
    expect(await activate('under-sleep', '2020-07-01', { waiver: 'Until it wakes' })).toEqual([]);
    for (const parent of ['parliament', 'sg', 'nl-ido']) {
      await propose(`under-${parent}`, { parent });
      expect(await activate(`under-${parent}`, '2020-03-01'), parent).toEqual(['steering_missing']);
    }
    for (const parent of ['council', 'com']) {
      await propose(`under-${parent}`, { parent });
      expect(await activate(`under-${parent}`, '2020-03-01'), parent).toEqual([]);
    }
  });

  test('what a group is and who steers it no sheet changes; it is placed elsewhere by who establishes groups', async () => {
    await propose('placed', { parent: 'cycling-strategy' });
    const bytes = Buffer.from('id;kind;parent\nplaced;strategic;council\n');
    await world.done(sg, 'sheets/upload', { file: bytes.toString('base64'), name: 'placed.csv' });
    const sheet = { sheet: sheetIdOf(bytes), kind: 'working_groups', mapping: 'A=id\nB=kind\nC=parent' };
    expect(await world.act(sg, 'sheets/take_in', sheet)).toEqual(['sheet_nothing_to_write']);
    const place = { id: 'placed', parent: 'council', reason: 'It steers others now' };
    expect(await world.act(sg, 'groups/place', place)).toEqual(['action_not_allowed']);
    await propose('below-placed', { parent: 'placed' });
    expect(await world.act(council, 'groups/place', { ...place, parent: 'below-placed' })).toEqual([
      'group_steers_itself',
    ]);
    await world.done(council, 'groups/place', place);
    expect(await activate('placed', '2020-03-01')).toEqual([]);
  });

  test('a mandate goes on in no group that is only proposed, or has ended', async () => {
    for (const id of ['ending', 'proposed', 'ended', 'standing']) await propose(id);
    for (const id of ['ending', 'ended', 'standing'])
      expect(await activate(id, '2020-02-01'), id).toEqual([]);
    await world.done(council, 'groups/abolish', { id: 'ended', on: '2020-03-01', reason: 'no-results' });
    const end = { id: 'ending', on: '2020-04-01', reason: 'double' };
    for (const act of ['groups/merge', 'groups/convert'])
      for (const into of ['proposed', 'ended'])
        expect(await world.act(council, act, { ...end, into }), `${act} ${into}`).toEqual([
          'successor_not_standing',
        ]);
    await world.done(council, 'groups/merge', { ...end, into: 'standing' });
    const early = { id: 'ending', on: '2020-02-01', reason: 'misread' };
    expect(await world.act(council, 'groups/correct', early)).toEqual([]);
    for (const id of ['ending-too', 'standing-late']) await propose(id);
    expect(await activate('ending-too', '2020-02-01')).toEqual([]);
    expect(await activate('standing-late', '2020-03-01')).toEqual([]);
    await world.done(council, 'groups/merge', { ...end, id: 'ending-too', into: 'standing-late' });
    const tooEarly = { id: 'ending-too', on: '2020-02-15', reason: 'misread' };
    expect(await world.act(council, 'groups/correct', tooEarly)).toEqual(['successor_not_standing']);
  });
});

async function proposeStrategic(id: string): Promise<string> {
  await propose(id, { parent: 'council', kind: 'strategic' });
  return id;
}

describe('Taking part', () => {
  const join = (on: string, role = 'observer') =>
    world.act(region, 'groups/join', { id: 'open-group', party: 'DE-NW', role, on });
  beforeAll(() => propose('open-group'));

  test('a party has one part at a time, in whatever role and in whatever order it is written down', async () => {
    expect(await join('2020-03-01')).toEqual([]);
    expect(await join('2020-04-01')).toEqual(['part_taken']);
    expect(await join('2020-01-15', 'guest')).toEqual(['part_taken']);
    const member = { id: 'open-group', party: 'NL', role: 'member', on: '2019-06-01' };
    expect(await world.act(of('NL'), 'groups/join', member)).toEqual(['part_taken']);
    const leave = { id: 'open-group', party: 'DE-NW', on: '2020-05-31', reason: 'Done' };
    await world.done(region, 'groups/leave', leave);
    expect(await join('2020-05-31')).toEqual(['part_taken']);
    expect(await join('2020-06-01')).toEqual([]);
  });

  test('an observer hands its contact point over, too; on no day to come, and not before it began', async () => {
    const note = { id: 'open-group', party: 'DE-NW', handover: 'All of it', organisation: 'Staatskanzlei' };
    const handOver = (on: string) => world.act(region, 'groups/hand_over', { ...note, on });
    expect(await handOver('2020-06-15')).toEqual([]);
    expect(await handOver('2020-06-14')).toEqual(['contact_began_later']);
    expect(await handOver('2027-01-01')).toEqual(['date_in_future']);
    expect(await handOver('2019-12-31')).toEqual(['part_missing', 'contact_began_later']);
    const stranger = { ...note, party: 'FR', on: '2020-07-01' };
    expect(await world.act(of('FR'), 'groups/hand_over', stranger)).toEqual(['part_missing']);
  });

  test('whoever admits a party ends its part, and so does nobody else but itself', async () => {
    const part = { id: 'open-group', party: 'DE-NW', on: '2020-09-30', reason: 'Its ferry stopped' };
    for (const [other, refusal] of [
      [sg, 'action_not_allowed'],
      [of('NL'), 'action_not_allowed'],
      [region, 'action_not_allowed'],
    ] as const)
      expect(await world.act(other, 'groups/end_part', part)).toEqual([refusal]);
    expect(await world.act(council, 'groups/end_part', { ...part, party: 'FR' })).toEqual(['part_missing']);
    const early = { ...part, on: '2020-06-10' };
    expect(await world.act(council, 'groups/end_part', early)).toEqual(['contact_began_later']);
    expect(await world.act(council, 'groups/end_part', { ...part, on: '2027-01-01' })).toEqual([
      'date_in_future',
    ]);
    expect(await world.act(council, 'groups/end_part', part)).toEqual([]);
    const then = { id: 'open-group', party: 'DE-NW', on: '2020-10-01' };
    expect(await world.act(council, 'groups/end_part', { ...then, reason: 'Again' })).toEqual([
      'part_missing',
    ]);
    const handover = { ...then, handover: 'Nothing' };
    expect(await world.act(region, 'groups/hand_over', handover)).toEqual(['part_missing']);
    expect(await join('2020-10-01')).toEqual([]);
  });
});

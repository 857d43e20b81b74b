import { tmpdir } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PartialDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Actor, operator, visitor } from '#platform/access/access.ts';
import { fixedClock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { listJournal, verifyJournal } from '#platform/journal/journal.ts';
import { registerKind } from '#platform/records/kind.ts';
import { findRecord, listVersions, writeRecords } from '#platform/records/records.ts';
import { stateHash } from '#platform/records/state.ts';
import { listStates, listTransitions } from '#platform/records/transitions.ts';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { draftNote, notes } from '../records/fixtures/notes.ts';
import { defineAction } from './action.ts';
import { date, line, optional, subject } from './field.ts';
import { performAction } from './perform.ts';

const register = 'benelux' as RegisterId;
const clock = fixedClock('2026-11-26T12:00:00Z');
const dataFolder = tmpdir();

let database: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.write((tx) =>
    writeRecords(tx, clock, {
      register,
      knownFrom: '2020-05' as PartialDate,
      actor: 'test',
      drafts: [
        {
          kind: { ...notes, name: registerKind },
          id: register,
          position: 0,
          body: { id: register, title: 'Benelux' },
          transitions: [],
        },
        draftNote('kept', { text: 'as the source says' }, []),
      ],
    }),
  );
});
afterAll(() => database.close());

/** A note is shut by those who act for the Council; a note that was shut is not shut again. */
const shut = defineAction({
  name: 'notes/shut',
  permission: { code: 'notes.shut', audience: 'body', summary: 'shut notes' },
  fields: { id: subject, on: date, why: optional(line) },
  texts: () => ({ title: 'Shut', explain: '', fields: { id: 'Note', on: 'On', why: 'Why' } }),
  about: { kind: notes, isOpen: async () => true },
  object: async () => ({ register, body: 'council' as RecordId }),
  perform: async (tx, { register: { id }, today, grant }, { id: note, on, why }) => {
    const moment = { register: id, kind: notes.name, asOf: today, knownAt: today };
    const states = await listStates(tx, { ...moment, subjects: [note] });
    if (states.some(({ state }) => state === 'shut')) return fail(problem('note_shut_before', 'body.id'));
    const step = {
      axis: 'state',
      from: null,
      to: 'shut',
      effectiveOn: on,
      observed: false,
      details: { why: why ?? null, role: grant?.role ?? null },
    };
    return ok({
      subject: `${notes.name}/${note}`,
      path: `/notes/${note}`,
      changes: [{ kind: notes, id: note, body: { id: note, text: 'shut' }, steps: [step] }],
    });
  },
});

function actingFor(
  body: string | null,
  period: { from: string | null; to: string | null } = { from: null, to: null },
): Actor {
  return {
    kind: 'person',
    id: 'p-1',
    name: 'P',
    session: { hash: '', demonstration: false },
    grants: [
      {
        register,
        role: 'secretary' as RecordId,
        party: null,
        body: body as RecordId | null,
        period: period as never,
        basis: 'test',
      },
    ],
  };
}

const council = actingFor('council');
const perform = (input: unknown, actor: Actor = council, name: string = register) =>
  performAction({ database, clock, dataFolder }, shut, { register: name, actor, language: 'en', input });
const codes = async (outcome: ReturnType<typeof perform>) => {
  const done = await outcome;
  return done.ok ? [] : done.problems.map(({ code, path }) => `${code} ${path}`.trim());
};

describe('An action', () => {
  test('writes content and step with one entry of the journal that vouches for both', async () => {
    const done = await perform({ id: 'n-1', on: '2026-11-01', why: 'done with' });
    expect(done).toMatchObject({ ok: true, value: { subject: 'notes/n-1', path: '/notes/n-1' } });
    const { entries } = await database.read((tx) =>
      listJournal(tx, { register, subject: 'notes/n-1', limit: 10, offset: 0 }),
    );
    expect(entries).toMatchObject([{ event: 'notes/shut', actor: 'person:p-1', effectiveOn: '2026-11-01' }]);
    expect((await verifyJournal(database)).faults).toEqual([]);
    const steps = await database.read((tx) =>
      listTransitions(tx, {
        register,
        kind: notes.name,
        subject: 'n-1',
        knownAt: '2026-11-26' as PartialDate,
      }),
    );
    expect(steps).toMatchObject([
      { to: 'shut', effectiveOn: '2026-11-01', knownFrom: '2026-11-26', details: { role: 'secretary' } },
    ]);
  });

  test('on a record of a source adds what is known from today; what was known before stands', async () => {
    await perform({ id: 'kept', on: '2019' });
    const at = (knownAt: string) =>
      database.read((tx) =>
        findRecord(tx, { register, kind: notes.name, id: 'kept', knownAt: knownAt as PartialDate }),
      );
    expect((await at('2026-11-25'))?.body).toEqual({ id: 'kept', text: 'as the source says' });
    expect((await at('2026-11-26'))?.body).toEqual({ id: 'kept', text: 'shut' });
    const versions = await database.read((tx) =>
      listVersions(tx, { register, kind: notes.name, id: 'kept' }),
    );
    expect(
      versions.map(({ position }) => position),
      'it keeps its place',
    ).toEqual([versions[0]?.position, versions[0]?.position]);
    const shutAs = (asOf: string, knownAt: string) =>
      database.read((tx) =>
        listStates(tx, {
          register,
          kind: notes.name,
          asOf: asOf as PartialDate,
          knownAt: knownAt as PartialDate,
          subjects: ['kept'],
        }),
      );
    expect(await shutAs('2020', '2026-11-25')).toEqual([]);
    expect(await shutAs('2020', '2026-11-26')).toMatchObject([{ state: 'shut', since: '2019' }]);
  });

  test('is refused to whoever does not act for the body at the moment, and says so before any rule', async () => {
    const before = await database.read(stateHash);
    const over = actingFor('council', { from: '2019', to: '2020' });
    for (const actor of [visitor, operator, actingFor('sg'), actingFor(null), over])
      expect(await codes(perform({ id: 'n-1', on: '2026-11-01' }, actor))).toEqual(['action_not_allowed']);
    expect(await database.read(stateHash)).toEqual(before);
  });

  test('names all faults of its fields at once, and a rule’s refusal by its own code; nothing is written', async () => {
    const before = await database.read(stateHash);
    expect(await codes(perform({ on: 7, extra: 'x' }))).toEqual([
      'input_missing body.id',
      'date_invalid body.on',
      'input_unknown body.extra',
    ]);
    expect(await codes(perform({ id: 'n-1', on: '2026-11-02' }))).toEqual(['note_shut_before body.id']);
    expect(await codes(perform({ id: 'n-2', on: '2026' }, council, 'nowhere'))).toEqual([
      'register_not_found path.register',
    ]);
    expect(await database.read(stateHash)).toEqual(before);
  });

  test('is refused for all that its record lacks on the day, once nothing else is against it; nothing is written', async () => {
    const asked: unknown[] = [];
    const lacking = defineAction({
      ...shut,
      lacking: async (_tx, _context, about, input) => {
        asked.push([about, input.why]);
        return input.why === undefined
          ? ['reason_missing', 'witness_missing'].map((code) => ({ problem: problem(code, 'body.id') }))
          : [];
      },
    });
    const tried = (input: unknown) =>
      codes(
        performAction({ database, clock, dataFolder }, lacking, {
          register,
          actor: council,
          language: 'en',
          input,
        }),
      );
    const before = await database.read(stateHash);
    expect(await tried({ id: 'n-5', on: '2026-11-02' })).toEqual([
      'reason_missing body.id',
      'witness_missing body.id',
    ]);
    expect(await database.read(stateHash)).toEqual(before);
    expect(await tried({ id: 'n-5', on: '2026-11-03', why: 'done with' })).toEqual([]);
    expect(await tried({ id: 'n-5', on: '2026-11-04' })).toEqual(['note_shut_before body.id']);
    expect(asked).toEqual([
      [{ id: 'n-5', on: '2026-11-02' }, undefined],
      [{ id: 'n-5', on: '2026-11-03' }, 'done with'],
    ]);
  });

  test('is told where the node keeps what is not in its database, and nobody can leave that out', async () => {
    const folders: string[] = [];
    const telling = { ...shut, name: 'notes/tell' };
    const asked = {
      register,
      actor: council,
      language: 'en',
      input: { id: 'n-8', on: '2026-11-03' },
    } as const;
    const told = {
      ...telling,
      perform: async (...[tx, context, input]: Parameters<typeof shut.perform>) => {
        folders.push(context.dataFolder);
        return shut.perform(tx, context, input);
      },
    };
    expect((await performAction({ database, clock, dataFolder: '/data' }, told, asked)).ok).toBe(true);
    expect(folders).toEqual(['/data']);
    // @ts-expect-error: without a folder it is no call at all; never run.
    const without = () => performAction({ database, clock }, told, asked);
    expect(without).toBeTypeOf('function');
  });

  test('done by ten at once is done once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => perform({ id: 'n-3', on: '2026-11-03' })),
    );
    expect(outcomes.filter(({ ok: done }) => done)).toHaveLength(1);
  });

  test('done on another node at another hour of the day leaves the same state', async () => {
    const other = await createTestDatabase();
    try {
      const states = [];
      for (const [node, hour] of [
        [database, '12'],
        [other, '18'],
      ] as const) {
        const time = fixedClock(Temporal.Instant.from(`2026-11-26T${hour}:00:00Z`).toString());
        await node.write((tx) =>
          writeRecords(tx, time, {
            register: 'twin',
            knownFrom: '2020' as PartialDate,
            actor: 'test',
            drafts: [
              {
                kind: { ...notes, name: registerKind },
                id: 'twin',
                position: 0,
                body: { id: 'twin' },
                transitions: [],
              },
            ],
          }),
        );
        const input = { id: 'n', on: '2026-11-03' };
        const asked = { register: 'twin', actor: council, language: 'en', input } as const;
        const inTwin = { ...shut, object: async () => ({ register, body: 'council' as RecordId }) };
        expect((await performAction({ database: node, clock: time, dataFolder }, inTwin, asked)).ok).toBe(
          true,
        );
        states.push(
          await node.read((tx) =>
            listTransitions(tx, {
              register: 'twin',
              kind: notes.name,
              subject: 'n',
              knownAt: '2026-12' as PartialDate,
            }),
          ),
        );
      }
      const [one, two] = states.map((steps) => steps.map(({ recordedAt: _, ...step }) => step));
      expect(one).toEqual(two);
    } finally {
      await other.close();
    }
  });
});

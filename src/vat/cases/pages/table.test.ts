import { describe, expect, test } from 'vitest';
import type { Lived } from '#exchange';
import type { Register } from '#platform/records/registers.ts';
import { casesTable } from './table.ts';

const [dutch, belgian, luxembourgish] = ['NL004495445B01', 'BE0400000086', 'LU10000356'];
const lived = (body: object, ...states: readonly string[]) =>
  ({
    record: {
      id: 'one',
      body: {
        party: 'BE',
        reference: 'BE-2026-001',
        traders: [belgian, dutch, luxembourgish],
        opened_on: '2026-03-01',
        ...body,
      },
    },
    steps: states.map((to) => ({ to, effectiveOn: '2026-03-01' })),
  }) as unknown as Lived;
const tableOf = (one: Lived, asked: string, synthetic = true) =>
  casesTable([one], {
    register: { id: 'demo', title: 'Demo', meta: { synthetic } } as unknown as Register,
    language: 'en',
    ...{ query: new URLSearchParams(asked), asOf: '2026' as never, knownAt: '2026' as never },
  });

describe('Cases that are exported', () => {
  test('name the traders of their own state, and count those of others', () => {
    expect(tableOf(lived({}, 'open'), '').rows[0]).toMatchObject({ traders: belgian, other_traders: 2 });
  });
  test('name another only who was asked for', () => {
    const asked = `trader=${dutch}`;
    expect(tableOf(lived({}, 'open'), asked).rows[0]).toMatchObject({
      traders: `${belgian} ${dutch}`,
      other_traders: 1,
    });
  });
  test('have gaps where something is not known, and no outcome while they are open', () => {
    const row = tableOf(lived({ outcome: 'honest' }, 'open'), '').rows[0];
    expect(row).toMatchObject({ outcome: null, stopped: null, days: null, at_stake: null });
    expect(tableOf(lived({ outcome: 'honest', stopped: 0 }, 'open', 'closed'), '').rows[0]).toMatchObject({
      outcome: 'honest',
      stopped: 0,
    });
  });
  test('say how much trade is at stake, by the name that cases of before have for it, too', () => {
    const shown = (body: object) => tableOf(lived(body, 'open'), '').rows[0]?.at_stake;
    expect(shown({ at_stake: 76_500 })).toBe(76_500);
    expect(shown({ expected_loss: 76_500 })).toBe(76_500);
    expect(shown({ at_stake: 0, expected_loss: 76_500 })).toBe(0);
  });
  test('say that they are made up, the register and the alert', () => {
    const made = { alert: { run: 'r', trader: belgian, bundle: 'b', synthetic: true } };
    expect(tableOf(lived(made, 'open'), '').rows[0]?.made_up).toBe(true);
    expect(tableOf(lived({}, 'open'), '').notes.join()).toContain('Made up');
    expect(tableOf(lived({}, 'open'), '', false).notes.join()).not.toContain('Made up');
  });
});

import { describe, expect, test } from 'vitest';
import {
  analyst,
  coordinator,
  done,
  dutch,
  ministry,
  nl,
  onNodeWithCases,
  openOne,
  path,
  read,
  register,
  visitor,
} from '../support/vat-cases.ts';

/** Counts over the cases of all states of a node. */
onNodeWithCases();

describe('Counts over cases', () => {
  test('are for who coordinates the field, and none of few', async () => {
    for (const browser of [analyst, nl, ministry, visitor]) {
      expect(await read(browser, `${path}/evidence`)).toContain('for who coordinates the field');
      expect((await browser.get(`${path}/evidence?format=json`)).statusCode).toBe(403);
    }
    expect(await read(visitor, '/en/benelux/practice/vat/evidence')).toContain(
      '/evidence/VAT-HORSE-CORRECTIONS',
    );
    const ended = { outcome: 'missing_trader', confirmed: dutch, stopped: '100', days: 10, reason: 'x' };
    const closeOne = async (stopped = '100') => {
      const id = await openOne();
      await done(analyst, 'vat-cases/close', { id, ...ended, stopped });
      return id;
    };
    const counts = async () => {
      const { rows } = JSON.parse((await coordinator.get(`${path}/evidence?format=json`)).body);
      return rows as readonly Readonly<Record<string, unknown>>[];
    };
    const before = await counts();
    const first = await closeOne();
    for (let count = 1; count < 4; count++) await closeOne();
    expect(await counts(), 'a few that are closed move nothing').toEqual(before);
    await closeOne();
    expect(await counts()).not.toEqual(before);
    const shown = await read(coordinator, `${path}/evidence`);
    // With what the year comes with: 10 in Belgium, and too few of each other state.
    for (const words of ['€786,950', '67%', 'known of 15 of 15', 'withheld', '€33,150', 'known of 5 of 15'])
      expect(shown).toContain(words);
    expect(shown, 'why').toContain('nobody can tell from two days which case or trader is meant');
    expect(shown).not.toContain(dutch);
    expect(await read(coordinator, `/en/${register}/practice/vat`)).toContain('/practice/vat/evidence');
    const told = await counts();
    await closeOne('77');
    await done(analyst, 'vat-cases/reopen', { id: first, reason: 'There is more to it' });
    expect(await counts(), 'opened again it lets no other into its place').toEqual(told);
    await done(analyst, 'vat-cases/close', { id: first, ...ended, stopped: '50000', cost: '1' });
    expect(await counts(), 'closed with more it is in no difference of two readings').toEqual(told);
  });
});

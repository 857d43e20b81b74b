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
    for (let count = 0; count < 6; count++) {
      const id = await openOne();
      const ended = {
        id,
        outcome: 'missing_trader',
        confirmed: dutch,
        stopped: '100',
        days: 10,
        reason: 'x',
      };
      await done(analyst, 'vat-cases/close', ended);
    }
    const shown = await read(coordinator, `${path}/evidence`);
    // With what the year comes with: 10 in Belgium, and too few of each other state.
    for (const words of ['€787,050', '69%', 'known of 16 of 16', 'withheld', '€33,150', 'known of 5 of 16'])
      expect(shown).toContain(words);
    expect(shown, 'why').toContain('somebody could tell which case or trader is meant');
    expect(shown).not.toContain(dutch);
    expect(await read(coordinator, `/en/${register}/practice/vat`)).toContain('/practice/vat/evidence');
  });
});

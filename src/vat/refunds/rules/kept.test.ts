import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#kernel/dates.ts';
import { day } from '#kernel/fixtures/dates.ts';
import { getValue } from '#kernel/fixtures/results.ts';
import { calendarOf, claim, debt, happened } from '../fixtures/claims.ts';
import { actors, type ClaimEvent } from '../model.ts';
import { actOn, type ClaimFile, type ClaimOrder } from './acts.ts';
import {
  detailsOf,
  fileOn,
  hasSomethingLeft,
  type Kept,
  keptOf,
  openProposals,
  promisedIn,
  proposalsOf,
  takers,
  toldOf,
  untoldOf,
} from './kept.ts';
import { balanceOf } from './ledger.ts';
import { legalFacts } from './legal-facts.ts';

fc.configureGlobal({ seed: 20080222 });

const by = { actor: 'synthetic', on: day('2021-03-03') };
const offset = (act: 'propose_offset' | 'execute_offset'): ClaimOrder => ({
  ...{ act, ...by, role: 'refund', offset: 'o-1', road: { kind: 'consent_transfer' } },
  debts: [debt('a'), debt('b', { cents: 90_00, disputedSince: day('2020-12-01') })],
});
const orders: readonly ClaimOrder[] = [
  happened('lodge', '2020-09-28', { cents: 5_000_00 }),
  happened('forward', '2020-10-09', {}),
  happened('receive', '2020-10-12', {}),
  happened('consent', '2021-01-11', {
    ...{ consent: 'k-1', signedBy: claim.applicant, signedOn: day('2021-01-11'), debts: null },
  }),
  happened('approve', '2021-03-01', { approved: 4_800_00, corrections: 300_00 }),
  offset('propose_offset'),
  offset('execute_offset'),
  happened('pay', '2021-03-12', { cents: 3_410_00 }),
];

const nothing = { authority: null, remedy: null };
const named = { authority: 'Made-up office', remedy: 'Object within the made-up term' };

/** The steps of a record that these orders leave, and the file after all of them. */
function live(): { readonly kept: readonly Kept[]; readonly file: ClaimFile } {
  let file: ClaimFile = { claim, history: [], ledger: [] };
  const kept: Kept[] = [];
  for (const order of orders) {
    const acted = getValue(actOn(file, order, calendarOf, legalFacts));
    const { offset: plan } = acted;
    const told =
      order.act === 'propose_offset' && plan !== null ? toldOf(plan, (id) => `ref-${id}`, null) : null;
    file = acted;
    const event = acted.history.at(-1) as ClaimEvent;
    kept.push({
      event,
      by: 'NL',
      entries: acted.ledger.length,
      told,
      reason: null,
      instruction: order.act === 'approve' ? named : nothing,
    });
  }
  return { kept, file };
}

describe('What is kept of a claim', () => {
  test('comes back from the steps of its record as it was, through JSON', () => {
    const { kept } = live();
    const back = kept.map((one) =>
      keptOf({
        details: JSON.parse(JSON.stringify(detailsOf(one))) as Readonly<Record<string, unknown>>,
        effectiveOn: one.event.on,
      }),
    );
    expect(back).toEqual(kept);
  });

  test('is cut on any day so that history and ledger say the same', () => {
    const { kept, file } = live();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), (days) => {
        const on = addDays(day('2020-09-01'), days);
        const cut = fileOn(claim, kept, file.ledger, on);
        expect(cut.ledger).toEqual(file.ledger.filter((entry) => entry.on <= on));
        const waits = cut.history.reduce((sum, event) => {
          if (event.act === 'approve') return sum + event.approved - event.corrections;
          return event.act === 'execute_offset' || event.act === 'pay' ? sum - event.cents : sum;
        }, 0);
        expect(balanceOf(cut.ledger).waiting).toBe(waits);
      }),
    );
  });

  test('tells the other state the reference and the amount of each debt, and nothing else of it', () => {
    const { kept } = live();
    const [proposal] = proposalsOf(kept);
    expect(proposal?.told).toEqual({
      request: null,
      debts: [
        { debt: 'a', reference: 'ref-a', use: 'set_off', cents: 1_000_00 },
        { debt: 'b', reference: 'ref-b', use: 'retain', cents: 90_00 },
      ],
    });
    expect(proposal?.state).toBe('executed');
    expect(proposalsOf(kept.slice(0, 6)).map(({ state }) => state)).toEqual(['open']);
  });

  test('has proposals that take what they name until they are carried out or withdrawn', () => {
    const { kept } = live();
    const proposed = kept.slice(0, 6);
    expect([...promisedIn(proposed)]).toEqual([
      ['a', { offset: 'o-1', cents: 1_000_00 }],
      ['b', { offset: 'o-1', cents: 90_00 }],
    ]);
    expect(promisedIn(kept).size).toBe(0);
    const gone = {
      ...(kept[7] as Kept),
      event: happened('withdraw_offset', '2021-03-04', { offset: 'o-1' }),
    };
    expect(proposalsOf([...proposed, gone]).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(promisedIn([...proposed, gone]).size).toBe(0);
    const [open] = openProposals(proposed);
    if (open === undefined) throw new Error('Nothing is proposed');
    expect(hasSomethingLeft(open, 1, new Map([['b', 1]]))).toBe(true);
    expect(hasSomethingLeft(open, 0, new Map([['b', 1]]))).toBe(false);
    expect(hasSomethingLeft(open, 1, new Map([['c', 1]]))).toBe(false);
  });

  test('has a notice that the applicant’s own state owes him after a transfer by consent', () => {
    const { file } = live();
    expect(untoldOf(file.history)).toEqual([{ offset: 'o-1', teller: 'establishment' }]);
    const told = happened('notify', '2021-03-13', { offset: 'o-1' });
    expect(untoldOf([...file.history, told])).toEqual([]);
  });

  test('is taken down by a state for whom the act is, or for the applicant by one of both', () => {
    for (const [act, sides] of Object.entries(takers)) {
      const whose = actors[act as keyof typeof actors];
      if (whose.includes('applicant')) expect(sides.length).toBeGreaterThan(0);
      else for (const side of sides) expect(whose, act).toContain(side);
    }
  });
});

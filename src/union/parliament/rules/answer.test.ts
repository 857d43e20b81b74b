import fc from 'fast-check';
import { expect, test } from 'vitest';
import { date } from '#kernel/fixtures/dates.ts';
import { actsFrom, stateAfter } from '#kernel/lifecycle.ts';
import { draftLifecycle } from '../model.ts';
import { draftStateOf, lackingSignatures, signatoriesOf, unansweredBy } from './answer.ts';

fc.configureGlobal({ seed: 20200531 });

const parties = ['NL', 'BE', 'LU', 'DE-NW'];
const members = ['BE', 'LU', 'NL'];

test('Governments that were asked sign for themselves; where a body was asked every member state signs', () => {
  expect(signatoriesOf(['NL'], parties, members)).toEqual(['NL']);
  expect(signatoriesOf(['NL', 'LU'], parties, members)).toEqual(['LU', 'NL']);
  expect(signatoriesOf(['com'], parties, members)).toEqual(['BE', 'LU', 'NL']);
  expect(signatoriesOf(['com', 'DE-NW'], parties, members)).toEqual(['BE', 'LU', 'NL', 'DE-NW']);
  expect(signatoriesOf([], parties, members)).toEqual([]);
});

test('A draft that one of three has signed lacks the two others', () => {
  expect(lackingSignatures({ signOffs: [{ party: 'NL' }] }, members)).toEqual(['BE', 'LU']);
  expect(lackingSignatures({ signOffs: members.map((party) => ({ party })) }, members)).toEqual([]);
});

test('Whoever answered the first time has not answered the second', () => {
  const on = date('2020-06');
  const answers = [
    { addressee: 'NL', date: on },
    { addressee: 'BE', date: on, round: 2 },
  ];
  expect(unansweredBy(members, answers, 1)).toEqual(['BE', 'LU']);
  expect(unansweredBy(members, answers, 2)).toEqual(['LU', 'NL']);
});

test('No signature of others, however many, stands for one that is missing', () => {
  fc.assert(
    fc.property(
      fc.subarray(members, { minLength: 1 }),
      fc.array(fc.constantFrom(...parties)),
      (asked, signed) => {
        const lacking = lackingSignatures({ signOffs: signed.map((party) => ({ party })) }, asked);
        expect(lacking).toEqual(asked.filter((party) => !signed.includes(party)));
      },
    ),
  );
});

test('The state of a draft is the one that the table leads to, whatever is done to it in whatever order', () => {
  type Doing = 'revise' | 'give' | (typeof members)[number];
  const doings = fc.array(fc.constantFrom<Doing>('revise', 'give', ...members), { maxLength: 12 });
  fc.assert(
    fc.property(doings, (done) => {
      let draft: { id: string; sign_offs: { party: string }[]; given?: string } = { id: 'd', sign_offs: [] };
      let state = draftStateOf(draft, members);
      for (const doing of done) {
        const signed = draft.sign_offs.map(({ party }) => party);
        const isSignature = doing !== 'revise' && doing !== 'give';
        if (isSignature && signed.includes(doing)) continue;
        const isLast = new Set([...signed, doing]).size === members.length;
        const act = isSignature ? (isLast ? 'sign_off_last' : 'sign_off') : (doing as 'revise' | 'give');
        const next = stateAfter(draftLifecycle, state, act);
        if (next === null) continue;
        if (act === 'revise') draft = { id: 'd', sign_offs: [] };
        else if (act === 'give') draft = { ...draft, given: '2020-05-01' };
        else draft = { ...draft, sign_offs: [...draft.sign_offs, { party: doing }] };
        state = draftStateOf(draft, members);
        expect(state).toBe(next);
      }
    }),
  );
  expect(actsFrom(draftLifecycle, 'given')).toEqual([]);
});

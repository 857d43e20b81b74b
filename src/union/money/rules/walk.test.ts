import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type WalkedInstrument, type WalkedItem, type WalkedQuestion, walk } from './walk.ts';

fc.configureGlobal({ seed: 20200531 });

const item = (id: string, also: Partial<WalkedItem> = {}): WalkedItem => ({
  id,
  instruments: [],
  dossier: null,
  ...also,
});
const act = (id: string, dossier: string | null = null): WalkedInstrument => ({ id, dossier });
const question = (id: string, also: Partial<WalkedQuestion> = {}): WalkedQuestion => ({
  id,
  items: [],
  instruments: [],
  dossier: null,
  ...also,
});

test('an item that names its act, and a question that names the item, hang together both ways', () => {
  const { there, back } = walk(
    [item('signs', { instruments: ['recommendation'], dossier: 'cycling' })],
    [act('recommendation'), act('old-act', 'cycling')],
    [question('how-many', { items: ['signs'] })],
  );
  expect(there).toEqual([
    {
      item: 'signs',
      instruments: [{ id: 'recommendation', by: 'named' }],
      questions: [{ id: 'how-many', by: 'named' }],
    },
  ]);
  expect(back).toEqual([
    {
      question: 'how-many',
      instruments: [{ id: 'recommendation', by: 'named' }],
      items: [{ id: 'signs', by: 'named' }],
    },
  ]);
});

test('a question about an act reaches the item that names the act', () => {
  const { there } = walk(
    [item('signs', { instruments: ['recommendation'] })],
    [act('recommendation')],
    [question('why', { instruments: ['recommendation'] })],
  );
  expect(there[0]?.questions).toEqual([{ id: 'why', by: 'instrument' }]);
});

test('only the same dossier counts where nothing closer is known, and says so', () => {
  const { there } = walk(
    [item('signs', { dossier: 'cycling' }), item('cards', { dossier: 'libraries' })],
    [act('old-act', 'cycling')],
    [question('how-many', { dossier: 'cycling' })],
  );
  expect(there[0]).toMatchObject({
    instruments: [{ id: 'old-act', by: 'dossier' }],
    questions: [{ id: 'how-many', by: 'dossier' }],
  });
  expect(there[1]).toMatchObject({ instruments: [], questions: [] });
});

test('two without a dossier do not hang together by that, and a question that leads nowhere stays in the list', () => {
  const { there, back } = walk([item('signs')], [act('old-act')], [question('else')]);
  expect(there[0]).toMatchObject({ instruments: [], questions: [] });
  expect(back).toEqual([{ question: 'else', instruments: [], items: [] }]);
});

test('an act that is named and not on record is not shown as if it were', () => {
  expect(walk([item('signs', { instruments: ['lost'] })], [], [])).toMatchObject({
    there: [{ instruments: [] }],
  });
});

const ids = (prefix: string) => fc.constantFrom(...[1, 2, 3].map((n) => `${prefix}${n}`));
const dossier = fc.option(ids('d'));
const lists = {
  items: fc.uniqueArray(fc.record({ id: ids('i'), instruments: fc.uniqueArray(ids('a')), dossier }), {
    selector: ({ id }) => id,
  }),
  instruments: fc.uniqueArray(fc.record({ id: ids('a'), dossier }), { selector: ({ id }) => id }),
  questions: fc.uniqueArray(
    fc.record({
      id: ids('q'),
      items: fc.uniqueArray(ids('i')),
      instruments: fc.uniqueArray(ids('a')),
      dossier,
    }),
    { selector: ({ id }) => id },
  ),
};

test('every way there is a way back, nothing is left out, and a mere dossier never stands beside a name', () => {
  fc.assert(
    fc.property(lists.items, lists.instruments, lists.questions, (items, instruments, questions) => {
      const { there, back } = walk(items, instruments, questions);
      expect(there.map((row) => row.item)).toEqual(items.map(({ id }) => id));
      expect(back.map((row) => row.question)).toEqual(questions.map(({ id }) => id));
      const ways = there.flatMap((row) => row.questions.map(({ id, by }) => `${row.item} ${id} ${by}`));
      const returns = back.flatMap((row) => row.items.map(({ id, by }) => `${id} ${row.question} ${by}`));
      expect(ways.toSorted()).toEqual(returns.toSorted());
      for (const ties of there.flatMap((row) => [row.instruments, row.questions]))
        if (ties.some(({ by }) => by === 'dossier'))
          expect(ties.every(({ by }) => by === 'dossier')).toBe(true);
    }),
  );
});

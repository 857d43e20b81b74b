import { expect, test } from 'vitest';
import { actsFrom, isFinal, stateAfter } from '#kernel/lifecycle.ts';
import { answerDrafts, draftIdOf, itemLifecycle, itemStates, parliamentItems } from './model.ts';

test('An item reaches every state from its tabling, and nothing follows once it is closed or withdrawn', () => {
  const reached = new Set<(typeof itemStates)[number]>(['tabled']);
  for (const state of reached)
    for (const act of actsFrom(itemLifecycle, state)) {
      const next = stateAfter(itemLifecycle, state, act);
      if (next !== null) reached.add(next);
    }
  expect([...reached].sort()).toEqual([...itemStates].sort());
  expect(itemStates.filter((state) => isFinal(itemLifecycle, state))).toEqual(['closed', 'withdrawn']);
});

test('Nothing is answered before it is assigned, and only what was answered is tabled again or closed', () => {
  expect(stateAfter(itemLifecycle, 'tabled', 'answer')).toBeNull();
  expect(stateAfter(itemLifecycle, 'partly_answered', 'close')).toBeNull();
  expect(stateAfter(itemLifecycle, 'assigned', 'retable')).toBeNull();
  expect(itemStates.filter((state) => stateAfter(itemLifecycle, state, 'retable') !== null)).toEqual([
    'answered',
  ]);
});

test('A draft leads to the page of its item, whatever the item is called', () => {
  for (const item of ['q-1', 'q-answer-2', 'answer'])
    expect(answerDrafts.href(draftIdOf(item, 12))).toBe(parliamentItems.href(item));
});

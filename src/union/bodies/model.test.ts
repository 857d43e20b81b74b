import { expect, test } from 'vitest';
import { actsFrom, isFinal, stateAfter } from '#kernel/lifecycle.ts';
import { localize } from '#kernel/localized-text.ts';
import { groupLifecycle, groupStates, parties, partLifecycle, stateCodeOf } from './model.ts';

const named = (language: 'nl' | 'fr' | 'de' | 'en', body: Record<string, unknown>) =>
  localize(parties.title(body), language, ['en']);

test('A state is called by its usual name in each language; what the source calls it goes before', () => {
  const belgium = { id: 'BE', name: 'Belgium', nl: 'Koninkrijk België' };
  expect(named('fr', belgium)).toMatchObject({ text: 'Belgique', language: 'fr' });
  expect(named('de', belgium).text).toBe('Belgien');
  expect(named('nl', belgium).text).toBe('Koninkrijk België');
  expect(named('en', belgium).text).toBe('Belgium');
  expect(parties.title(belgium).authentic).toEqual(['nl']);
});

test('What only looks like the code of a state keeps the name of its source', () => {
  expect(named('fr', { id: 'PR', name: 'Port Region' }).text).toBe('Port Region');
  expect(named('fr', { id: 'DE-NW', name: 'North Rhine-Westphalia' }).text).toBe('North Rhine-Westphalia');
  expect(named('fr', { id: 'ZZ', name: 'Nowhere' }).text).toBe('Nowhere');
  expect(named('fr', { id: 'BE' }).text).toBe('BE');
});

test('A state is known by its code and its usual name, in whatever language the source names it', () => {
  const code = (body: Record<string, unknown>) => stateCodeOf(String(body.id), parties.title(body));
  expect(code({ id: 'BE', name: 'Belgium', nl: 'Koninkrijk België' })).toBe('BE');
  expect(code({ id: 'SE', sv: 'Sverige' })).toBe('SE');
  expect(named('fr', { id: 'SE', sv: 'Sverige' }).text).toBe('Suède');
  // Benin's code, of a state that does not exist; a region; nothing but a code.
  expect(code({ id: 'BJ', fi: 'Bjarmia' })).toBeNull();
  expect(code({ id: 'DE-NW', name: 'North Rhine-Westphalia' })).toBeNull();
  expect(code({ id: 'BE' })).toBeNull();
});

test('parties join, leave and hand over in a group for as long as it has not ended, and change no state by it', () => {
  for (const state of groupStates) {
    const open = actsFrom(partLifecycle, state);
    expect(open.length === 0, state).toBe(isFinal(groupLifecycle, state));
    for (const act of open) expect(stateAfter(partLifecycle, state, act)).toBe(state);
  }
  expect(actsFrom(partLifecycle, 'proposed')).toContain('hand_over');
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { Conditions } from '../../model.ts';
import { periodText } from '../reasons.ts';
import { exchangeWord, operationText } from './words.ts';

const file: { provisions: readonly { operation: string; conditions: unknown }[] } = JSON.parse(
  readFileSync('data/union/benelux-police-treaty.json', 'utf8'),
);
const said = file.provisions.map(({ conditions }) => Conditions.parse(conditions));
const simple = said.flatMap(({ all }) => all.flatMap((one) => (one.type === 'any_of' ? one.of : [one])));
const used = {
  operations: file.provisions.map(({ operation }) => operation),
  statements: simple.flatMap((one) => (one.type === 'stated' ? [one.what] : [])),
  purposes: simple.flatMap((one) => (one.type === 'purpose' ? one.among : [])),
  periods: said.flatMap(({ timers }) => timers.map(({ what }) => what)),
} as const;

describe.each(languages)('In %s', (language) => {
  test.each(Object.keys(used) as (keyof typeof used)[])('every word of the treaty’s %s is said', (group) => {
    const words = [...new Set(used[group])];
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => exchangeWord(group, word, language) === word.replaceAll('_', ' '))).toEqual(
      [],
    );
  });
});

test.each(languages)('Why states ask about VAT is said in %s, too', (language) => {
  expect(exchangeWord('purposes', 'vat_fraud', language)).not.toBe('vat fraud');
  expect(exchangeWord('statements', 'decided_by_a_person', language)).not.toBe('decided by a person');
});

test('A register’s own word shows itself', () => {
  expect(operationText('ferry.list_of_names', 'fr')).toBe('ferry.list of names');
  expect(operationText('constructor', 'nl')).toBe('constructor');
});

test('Three days and more are said in days', () => {
  expect([48, 72, 120, 73].map((hours) => periodText({ what: 'reply', hours }, 'en'))).toEqual([
    'Reply, at latest after: 48 hours',
    'Reply, at latest after: 3 days',
    'Reply, at latest after: 5 days',
    'Reply, at latest after: 73 hours',
  ]);
});

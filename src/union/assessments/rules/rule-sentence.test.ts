import { expect, test } from 'vitest';
import type { Language } from '#kernel/languages.ts';
import { assessmentTexts } from '../text/texts.ts';
import { criteriaOf, parseRule } from './criteria.ts';
import { type RulePiece, sayRule } from './rule-sentence.ts';

function piecesOf(text: string, language: Language): readonly RulePiece[] {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems));
  return sayRule(rule.value, assessmentTexts(language).rule);
}
const sentence = (text: string, language: Language) =>
  piecesOf(text, language)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.criterion}]`))
    .join('');

test.each<[Language, string]>([
  ['en', 'The rule is met when all of these hold: [C1]; [C2] or [C3], or both; [C4].'],
  ['nl', 'Aan de regel is voldaan als dit alles geldt: [C1]; [C2] of [C3], of allebei; [C4].'],
  [
    'fr',
    'La règle est remplie si toutes ces conditions le sont\u00a0: [C1]\u00a0; [C2] ou [C3], ou les deux\u00a0; [C4].',
  ],
  ['de', 'Die Regel ist erfüllt, wenn all dies zutrifft: [C1]; [C2] oder [C3], oder beides; [C4].'],
])('the test of 2007 (§4.1) is a sentence: %s', (language, said) => {
  expect(sentence('C1 AND (C2 AND/OR C3) AND C4', language)).toBe(said);
});

test('one criterion, one that is enough, and brackets where there would be two readings', () => {
  expect(sentence('C1', 'en')).toBe('The rule is met when this holds: [C1].');
  expect(sentence('A OR B AND C', 'en')).toBe(
    'The rule is met when at least one of these holds: [A]; [B] and [C].',
  );
  expect(sentence('A AND (B OR C OR D AND (E OR F))', 'en')).toBe(
    'The rule is met when all of these hold: [A]; [B] or [C] or ([D] and ([E] or [F], or both)), or more than one.',
  );
});

test('every criterion of a rule is named in its sentence, in the order of the rule', () => {
  const text = 'C4 AND (C2 OR C9) AND (C1 OR (C3 AND C5))';
  const rule = parseRule(text);
  for (const language of ['nl', 'fr', 'de', 'en'] as const) {
    const named = piecesOf(text, language).flatMap((piece) =>
      typeof piece === 'string' ? [] : [piece.criterion],
    );
    expect(named).toEqual(rule.ok ? criteriaOf(rule.value) : []);
  }
});

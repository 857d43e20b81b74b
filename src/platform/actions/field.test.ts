import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  answersIn,
  answersTo,
  count,
  date,
  day,
  heldIn,
  idsAmong,
  isOptional,
  line,
  newId,
  oneOf,
  optional,
  readSent,
  shapeOf,
  text,
} from './field.ts';

const reads = (schema: z.ZodType, given: unknown) => {
  const parsed = schema.safeParse(given);
  return parsed.success ? parsed.data : 'refused';
};

test('a text keeps its lines, whatever ends them, and holds no control characters', () => {
  expect(reads(text.schema, ' one\r\ntwo ')).toBe('one\ntwo');
  expect(reads(text.schema, 'a\u0000b')).toBe('refused');
  expect(reads(line.schema, '   ')).toBe('refused');
  expect(reads(line.schema, 'x'.repeat(301))).toBe('refused');
});

test('a date may be of a year or month; what is none is refused', () => {
  expect(reads(date.schema, '2020-02')).toBe('2020-02');
  for (const given of ['2020-13', '2019-02-29', 'soon', 2020])
    expect(reads(date.schema, given)).toBe('refused');
});

test('where a whole day is asked for, a month is refused, and told apart from what is no date', () => {
  expect(reads(day.schema, '2020-02-29')).toBe('2020-02-29');
  for (const given of ['2020-02', '2020', '2019-02-29', 'soon', 2020])
    expect(reads(day.schema, given)).toBe('refused');
  expect([day.refusal, date.refusal]).toEqual(['date_not_a_day', 'date_invalid']);
});

test('a count is a whole number within its bounds, from a form as from JSON', () => {
  const { schema } = count(1, 120);
  expect([reads(schema, '24'), reads(schema, 24)]).toEqual([24, 24]);
  for (const given of ['0', '121', '2.5', '-3', 'many', 1.5]) expect(reads(schema, given)).toBe('refused');
});

test('an id is fit for an address', () => {
  expect(reads(newId.schema, 'ferry-times-2')).toBe('ferry-times-2');
  for (const given of ['Ferry', '-a', 'a b', '../x', 'é', 'a'.repeat(65)])
    expect(reads(newId.schema, given)).toBe('refused');
});

test('a choice is one of its list, and names each in the reader’s language', async () => {
  const field = oneOf(['red', 'blue'], (value, language) => `${language} ${value}`);
  expect([reads(field.schema, 'red'), reads(field.schema, 'green')]).toEqual(['red', 'refused']);
  const options = await field.options?.(undefined as never, { language: 'fr' } as never, {});
  expect(options).toEqual([
    { value: 'red', title: 'fr red' },
    { value: 'blue', title: 'fr blue' },
  ]);
});

test('ids are a list in JSON and one text elsewhere, each once; none and what is no id are refused', () => {
  const { schema } = idsAmong(async () => []);
  expect(reads(schema, 'NL, BE;LU NL')).toEqual(['NL', 'BE', 'LU']);
  expect(reads(schema, ['NL', 'BE', 'NL'])).toEqual(['NL', 'BE']);
  for (const given of [' , ', [], ['../x'], [7], 7]) expect(reads(schema, given)).toBe('refused');
});

test('boxes that were ticked are one text; twice of any other field, and nothing, is nothing', () => {
  const fields = { who: idsAmong(async () => []), why: line };
  expect(readSent(fields, { who: 'NL', why: ['a', 'b'] })).toEqual({ who: 'NL' });
  expect(readSent(fields, { who: ['NL', 'BE'], why: '', seen: '3' })).toEqual({ who: 'NL,BE', seen: '3' });
});

test('questions of one form are one map of answers, each with what shows it', () => {
  const factors = answersTo(
    async () => [],
    ['yes', 'unknown'],
    (word) => word,
  );
  const sent = { 'factors:a.b': 'yes', 'factors:a.b:evidence': 'Seen', 'factors:c:evidence': '', 'x:y': 'z' };
  const read = readSent({ factors }, sent);
  expect(read).toEqual({ factors: { 'a.b': { answer: 'yes', evidence: 'Seen' } }, 'x:y': 'z' });
  expect(reads(factors.schema, read.factors)).toEqual(read.factors);
  expect(answersIn(heldIn(read.factors))).toEqual(read.factors);
  const wrong = [{}, { a: { evidence: 'Seen' } }, { a: { answer: 'no' } }, { '../x': { answer: 'yes' } }, []];
  for (const given of wrong) expect(reads(factors.schema, given)).toBe('refused');
  expect(['', '7', '{'].map(answersIn)).toEqual([{}, {}, {}]);
});

test('what is optional may be left out, and only that', () => {
  const contract = z.strictObject(shapeOf({ on: date, why: optional(line) }));
  expect(contract.safeParse({ on: '2020' }).success).toBe(true);
  expect(contract.safeParse({ why: 'x' }).success).toBe(false);
  expect([isOptional(date), isOptional(optional(line))]).toEqual([false, true]);
});

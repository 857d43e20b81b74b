import { expect, test } from 'vitest';
import { z } from 'zod';
import { count, date, isOptional, line, newId, oneOf, optional, shapeOf, text } from './field.ts';

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

test('what is optional may be left out, and only that', () => {
  const contract = z.strictObject(shapeOf({ on: date, why: optional(line) }));
  expect(contract.safeParse({ on: '2020' }).success).toBe(true);
  expect(contract.safeParse({ why: 'x' }).success).toBe(false);
  expect([isOptional(date), isOptional(optional(line))]).toEqual([false, true]);
});

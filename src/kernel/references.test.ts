import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue, listCodes } from './fixtures/results.ts';
import { formatReference, parseRecordId, parseReference, parseRegisterId, parseSlug } from './references.ts';

fc.configureGlobal({ seed: 20200531 });

const slugs = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);

test('the ids of the first data set pass', () => {
  for (const id of [
    'fisc-moss',
    'OBS-001',
    'NL',
    'DE-NW',
    '2019',
    'main-themes-of-treaty-01',
    'a'.repeat(128),
  ])
    expect(parseRecordId(id)).toEqual({ ok: true, value: id });
});

test('what would break out of a URL, a command or a reference does not', () => {
  for (const text of ['', '.', '..', '-rf', '_a', 'a/b', 'a b', 'a\n', 'é', 'a%2f', 'a'.repeat(129)])
    expect(listCodes(parseSlug(text, 'x')), JSON.stringify(text)).toEqual(['id_invalid']);
});

test('a long text from outside is cut in the problem', () => {
  const result = parseRegisterId('!'.repeat(5000));
  expect(result.ok ? '' : String(result.problems[0]?.params.received).length).toBe(80);
});

test('references survive formatting and parsing', () => {
  fc.assert(
    fc.property(slugs, slugs, slugs, (register, kind, id) => {
      const text = `${register}/${kind}/${id}`;
      expect(formatReference(getValue(parseReference(text)))).toBe(text);
    }),
  );
});

test('a reference has three parts, and every wrong one is told', () => {
  for (const text of ['', 'benelux', 'benelux/instruments', 'benelux/instruments/a/b'])
    expect(listCodes(parseReference(text))).toEqual(['reference_invalid']);
  expect(listCodes(parseReference('be nelux/instruments/a b'))).toEqual(['id_invalid', 'id_invalid']);
});

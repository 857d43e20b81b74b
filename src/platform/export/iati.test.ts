import fc from 'fast-check';
import { RelaxNGValidator, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/fixtures/dates.ts';
import { missingReasons, type ObservationValue } from '#kernel/observation-value.ts';
import { iatiResultSchema } from './fixtures/iati-result-schema.ts';
import { type IatiActivity, type IatiFigure, writeIati } from './iati.ts';

fc.configureGlobal({ seed: 20200531 });

const schema = XmlDocument.fromString(iatiResultSchema);
const validator = RelaxNGValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

const figure = (value: ObservationValue, comment: string | null = null): IatiFigure => ({
  value,
  dimensions: [{ name: 'Area', value: 'NL' }],
  comment,
});
const activity = (actual: IatiFigure): IatiActivity => ({
  id: 'benelux-freight',
  title: { text: 'Freight', language: 'en' },
  results: [
    {
      type: '3',
      title: { text: 'Effet', language: 'fr' },
      indicators: [
        {
          measure: '1',
          ascending: true,
          title: { text: 'Realised yearly saving', language: 'en' },
          description: 'Unit: EUR.',
          baselines: [{ ...figure({ kind: 'value', value: 0 }), year: '2013' }],
          periods: [
            {
              start: day('2019-01-01'),
              end: day('2019-12-31'),
              targets: [figure({ kind: 'bound', bound: 'upper', value: 180_000_000 }, 'at most')],
              actuals: [actual],
            },
          ],
        },
      ],
    },
  ],
});
const write = (actual: IatiFigure) =>
  writeIati([activity(actual)], { language: 'en', comment: 'Nothing more.' });

/** The document as another library reads it, once that has found it to be of the schema. */
function check<T>(text: string, look: (root: XmlElement) => T): T {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return look(document.root);
  } finally {
    document.dispose();
  }
}

test('a result with baseline, target and actual is of the schema, and says what it was given', () => {
  const said = check(write(figure({ kind: 'value', value: 5_000_000 }, 'approximate')), (root) =>
    [
      '//result/@type',
      '//baseline/@year',
      '//baseline/@value',
      '//actual/@value',
      '//period-end/@iso-date',
    ].map((path) => root.get(path)?.content),
  );
  expect(said).toEqual(['3', '2013', '0', '5000000', '2019-12-31']);
});

test('a text of another language than the activity says so, and only that', () => {
  const languages = check(write(figure({ kind: 'text', text: 'one third' })), (root) =>
    root
      .find('//narrative/@xml:lang', { xml: 'http://www.w3.org/XML/1998/namespace' })
      .map((node) => node.content),
  );
  expect(languages).toEqual(['fr']);
});

const notNumbers = fc.oneof(
  fc.record({
    kind: fc.constant('missing' as const),
    reason: fc.constantFrom(...missingReasons),
    note: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('range' as const),
    min: fc.constant(0),
    max: fc.double({ min: 0, max: 9, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('bound' as const),
    bound: fc.constantFrom('upper' as const, 'lower' as const),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
);

test('what is no single number has no value at all, and so is never 0', () => {
  fc.assert(
    fc.property(notNumbers, (value) => {
      const actual = check(write(figure(value, 'why')), (root) => root.find('//actual[@value]').length);
      expect(actual).toBe(0);
    }),
  );
});

test('a number comes back as it was, to the fifteen digits that a decimal keeps', () => {
  const numbers = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      const text = check(
        write(figure({ kind: 'value', value })),
        (root) => root.get('//actual/@value')?.content,
      );
      expect(Number(text)).toBe(Number((value + 0).toPrecision(15)));
    }),
  );
});

describe('The schema refuses', () => {
  const sound = write(figure({ kind: 'value', value: 1 }, 'c'));
  test.each([
    ['a result without an indicator', /<indicator.*<\/indicator>/, ''],
    [
      'a comment before the dimension',
      /(<dimension name="Area" value="NL"\/>)(<comment>.*?<\/comment>)/,
      '$2$1',
    ],
    ['an actual before its target', /(<target.*<\/target>)(<actual.*<\/actual>)/, '$2$1'],
    ['an empty value', /<actual value="1"/, '<actual value=""'],
    ['a value in words', /<actual value="1"/, '<actual value="about 1"'],
    ['a period without an end', /<period-end[^>]*>/, ''],
    ['a measure that there is not', /measure="1"/, 'measure="7"'],
    ['a result without a type', /<result type="3"/, '<result'],
    ['text outside a narrative', /<narrative>Freight<\/narrative>/, 'Freight'],
  ])('%s', (_, from, to) => {
    const faulty = sound.replace(from, to);
    expect(faulty).not.toBe(sound);
    expect(() => check(faulty, () => null)).toThrow();
  });

  test('and not the sound one', () => {
    expect(check(sound, (root) => root.name)).toBe('iati-activities');
  });
});

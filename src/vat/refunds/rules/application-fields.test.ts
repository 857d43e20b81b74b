import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { sampleApplication, sampleStates, writtenSample } from '../sample-application.ts';
import { applicationTexts, shapeText } from '../text/application/application-texts.ts';
import { readApplication } from './application.ts';
import { type ApplicationField, applicationFields } from './application-fields.ts';
import { legalFacts } from './legal-facts.ts';
import { checkApplication } from './pre-check.ts';
import { ofWhole, verdictsOf } from './verdicts.ts';

fc.configureGlobal({ seed: 20080215 });

type Json = { [key: string]: unknown };
const day = '2026-02-16' as PlainDate;
const sample = () => JSON.parse(writtenSample('NL', day)) as Json;
const first = ({ path }: Pick<ApplicationField, 'path'>) => path.replace('[]', '[0]');

/** The sample with one of its fields as it is told; undefined: without it. */
function withField(field: Pick<ApplicationField, 'path'>, value: unknown): Json {
  const json = sample();
  const keys = first(field).replace('[0]', '.0').split('.');
  const last = keys.pop() ?? '';
  const object = keys.reduce<Json>((within, key) => within[key] as Json, json);
  if (value === undefined) delete object[last];
  else object[last] = value;
  return json;
}
const check = (json: unknown) => checkApplication(json, new Map(), legalFacts);
const readings = (json: unknown) => readApplication(json).findings.map(({ path, code }) => `${path} ${code}`);

/** Paths of what is no object and no list, those of the first invoice alone, and the list of invoices itself. */
function pathsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [path, ...pathsOf(value[0], `${path}[]`)];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) => pathsOf(one, path === '' ? key : `${path}.${key}`));
}

describe('The sample of an application', () => {
  test('has nothing against it, whichever state and day it is made for', () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2020-01-01' as PlainDate, count));
    fc.assert(
      fc.property(fc.constantFrom(...sampleStates), days, (state, on) => {
        expect(check(sampleApplication(state, on)).findings).toEqual([]);
      }),
    );
  });

  test('has every field that is described, and no other', () => {
    expect(pathsOf(sample()).toSorted()).toEqual(applicationFields.map(({ path }) => path).toSorted());
  });
});

describe('Each field of an application’s file', () => {
  test('is missed where it is not there, and costs what the description says', () => {
    for (const field of applicationFields) {
      const without = withField(field, undefined);
      expect(readings(without), field.path).toEqual([`${first(field)} vat_refund_field_missing`]);
      const found = check(without);
      const { id, refundState, number, from, to, submittedOn, currency } = found.application;
      const isTaken =
        ![id, refundState, number, from, to, submittedOn, currency].includes(null) && found.deductible > 0;
      const isForwarded = ofWhole(found).every(({ severity }) => severity !== 'error');
      const isInvoice = verdictsOf(found)[0]?.verdict === 'accepted';
      const need = !isTaken ? 'register' : !isForwarded ? 'forward' : !isInvoice ? 'invoice' : null;
      expect(need, field.path).toBe(field.need);
    }
  });

  test('takes what its shape says, to the sign, and nothing beyond', () => {
    const fits: Readonly<Record<string, readonly [good: readonly unknown[], bad: readonly unknown[]]>> = {
      state: [
        ['BE', 'GR'],
        ['be', 'BEL', 1],
      ],
      vat_number: [['NL004495445B01'], ['004495445B01', 7]],
      email: [['a@b.example'], ['a.b.example']],
      day: [['2025-03-04'], ['2025-02-30', '2025', 20250304]],
      currency: [['EUR'], ['eur', '€']],
      flag: [
        [true, false],
        ['true', 1],
      ],
      iban: [['NL91 ABNA 0417 1643 00'], ['x'.repeat(43)]],
      bic: [['ABNANL2A', 'ABNANL2AXXX'], ['ABNANL2AXXXX']],
      invoices: [[(sample().invoices as readonly unknown[]).slice(1)], [[], 'none', {}]],
      cents: [
        [0, 120_000],
        [-1, 0.5, '1'],
      ],
      per_cent: [
        [0, 100],
        [-1, 101, 0.5],
      ],
      nature: [['1', '10'], [1]],
    };
    for (const field of applicationFields) {
      const { shape } = field;
      const [good, bad] =
        shape.kind === 'text'
          ? [['x'.repeat(shape.most)], ['x'.repeat(shape.most + 1), 5]]
          : shape.kind === 'among'
            ? [shape.values, ['other']]
            : (fits[shape.kind] ?? [[], []]);
      for (const value of good) expect(readings(withField(field, value)), field.path).toEqual([]);
      for (const value of bad)
        expect(readings(withField(field, value)), `${field.path} ${value}`).toEqual([
          `${first(field)} vat_refund_field_invalid`,
        ]);
    }
  });

  test('is described in every language', () => {
    for (const language of languages) {
      const { meanings, needs } = applicationTexts(language);
      expect(Object.keys(meanings).toSorted()).toEqual(applicationFields.map(({ path }) => path).toSorted());
      for (const { shape, need } of applicationFields)
        for (const text of [shapeText(shape, language), needs[need]]) expect(text).toMatch(/\w/);
    }
  });
});

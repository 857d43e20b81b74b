import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { columnsOf, type DeclarationKind, declarationKinds } from '../model.ts';
import { amount } from './fields.ts';
import { hashNext, hashStart, knownFields, longestKnown } from './known-fields.ts';
import { type CutRow, plainRows, type Staging } from './plain-rows.ts';
import { columnsFor, rowReader } from './row-reader.ts';

/** As the reader of lines cuts them. */
function cut(fields: readonly string[]): CutRow {
  const bytes = Buffer.from(fields.join(','), 'latin1');
  const bounds = new Int32Array(fields.length + 1);
  const hashes = new Int32Array(fields.length);
  let end = -1;
  bounds[0] = -1;
  for (const [place, field] of fields.entries()) {
    end += field.length + 1;
    bounds[place + 1] = end;
    hashes[place] = [...Buffer.from(field, 'latin1')].reduce(hashNext, hashStart);
  }
  return { bytes, bounds, hashes, order: fields.map((_, place) => place) };
}

function bothWays(kind: DeclarationKind) {
  const columns = columnsFor(kind, 'NL', '2019-12-31');
  const staging: Staging = { bytes: Buffer.alloc(16), used: 0 };
  return { columns, staging, plain: plainRows(columns, staging), reader: rowReader(columns) };
}

const plainSigns = fc.string({ unit: fc.constantFrom(...' -.0123456789ABLNSTabq/'), maxLength: 14 });
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  number: [
    'NL004495445B01',
    ' NL004495445B01',
    'nl004495445B01',
    'LU15027442',
    'NL004495445B02',
    'F-1',
    'F 1 ',
    '',
  ],
  kind: ['L', 'S', 'T', 'l', 'X', ''],
  period: ['2019-05', '2019-Q2', '2019', '201905', '05/2019', '2020-01', 'May'],
  amount: [
    '12.50',
    '-12.50',
    '0.00',
    '-0.00',
    '007.10',
    '1.234',
    '1,5',
    '12',
    '9999999999999.99',
    '12345678901234.00',
    '.50',
    '--1.00',
  ],
  day: ['2019-05-31', '2019-02-30', '31-05-2019', '2018-01-01', ''],
  correction: ['', 'replace', 'add', 'REPLACE', 'no'],
  state: ['BE', 'nl', 'GR', 'EL', 'QQ', ''],
  text: ['', 'a', 'x'.repeat(longestKnown), 'x'.repeat(longestKnown + 1), 'tab\there'],
};
const choicesFor: Readonly<Record<string, readonly string[]>> = {
  ...{ supplier: valuesOf.number, acquirer: valuesOf.number, declared_supplier: valuesOf.number },
  ...{ seller: valuesOf.number, buyer: valuesOf.number, number: valuesOf.number, kind: valuesOf.kind },
  ...{
    period: valuesOf.period,
    amount: valuesOf.amount,
    vat: valuesOf.amount,
    correction: valuesOf.correction,
  },
  ...{
    received: valuesOf.day,
    date: valuesOf.day,
    from: valuesOf.day,
    until: valuesOf.day,
    asked: valuesOf.day,
  },
  ...{ reason: valuesOf.text, group: valuesOf.text, provider: valuesOf.text, payment: ['a-1', ' a', ''] },
  ...{ taxable_person: valuesOf.number, payee: [...(valuesOf.number ?? []), 'NL00SYNT0123456789', 'nl 00'] },
  ...{ rate: ['21.00', '21', '5,5', '0.00', '100', 'x'], currency: ['EUR', 'eur', 'USD', 'E'] },
  ...{ identification: valuesOf.state, consumption: valuesOf.state, payer_state: valuesOf.state },
  ...{ time: ['2026-01-31T23:30:00+01:00', '2026-01-31', '2026-02-30', '31-01-2026', ''] },
  ...{ refund: ['no', 'yes', '', '1', 'perhaps'], quarter: ['2019-Q2', '2019-05', 'Q2 2019', '2020-Q1'] },
} as Readonly<Record<string, readonly string[]>>;

describe('A row that is taken as bytes', () => {
  test.each(declarationKinds)('of %s comes to the same line as one that is read field by field', (kind) => {
    const { columns, staging, plain, reader } = bothWays(kind);
    const fieldOf = (name: string) => {
      const choices = choicesFor[kind === 'one_stop_shop' && name === 'period' ? 'quarter' : name] ?? [''];
      return fc.oneof(
        { weight: 20, arbitrary: fc.constant(choices[0] as string) },
        { weight: 8, arbitrary: fc.constantFrom(...choices) },
        { weight: 1, arbitrary: plainSigns },
      );
    };
    const rowOf = fc.tuple(...columnsOf[kind].map(fieldOf));
    let taken = 0;
    fc.assert(
      fc.property(rowOf, fc.integer({ min: 1, max: 2 ** 31 - 1 }), (fields, row) => {
        const read = reader.read(row, fields, columnsOf[kind]);
        staging.used = 0;
        const cents = plain.take(row, 7, cut(fields));
        const isPlain =
          kind !== 'registrations' &&
          !(kind === 'payments' && (read.cents ?? 0) < 0) &&
          read.verdict === 'accepted' &&
          columns.every(({ plain: how }, at) => {
            const field = fields[at] as string;
            return how === 'amount' ? /\.\d\d$/.test(field) : field.length <= longestKnown;
          });
        expect(Number.isNaN(cents)).toBe(!isPlain);
        if (Number.isNaN(cents)) {
          expect(staging.used).toBe(0);
          return;
        }
        taken++;
        expect(staging.bytes.toString('latin1', 0, staging.used)).toBe(`${row}\t7\t${read.staged}\n`);
        expect(cents).toBe(read.cents === null ? Number.NaN : read.cents + 0);
      }),
      { seed: 20200531, numRuns: 4_000 },
    );
    if (kind !== 'registrations') expect(taken).toBeGreaterThan(100);
  });

  test('is known again among very many others, some of which have the same hash', () => {
    const { staging, plain } = bothWays('invoices');
    const lines: string[] = [];
    for (let round = 0; round < 2; round++)
      for (let day = 0; day < 40_000; day++) {
        const date = addDays('1950-01-01' as PlainDate, day % 30_000);
        staging.used = 0;
        plain.take(1, 0, cut(['NL004495445B01', 'NL004495445B01', 'F1', date, '1.00', '0.21', '2999-12-31']));
        lines.push(staging.bytes.toString('latin1', 0, staging.used));
        if (!lines.at(-1)?.includes(date)) throw new Error(`${date}: ${lines.at(-1)}`);
      }
    expect(lines.slice(0, 40_000)).toEqual(lines.slice(40_000));
  });

  test('of fields that are not in the file takes what holds for rows that do not say', () => {
    const { staging, plain } = bothWays('supplies');
    const row = cut(['NL004495445B01', 'LU15027442', 'L', '2019-05', '12.50']);
    expect(plain.take(3, 0, { ...row, order: [0, 1, 2, 3, 4, -1, -1] })).toBe(1_250);
    const line = staging.bytes.toString('latin1', 0, staging.used);
    expect(line).toBe('3\t0\t0\tNL004495445B01\tLU15027442\t1\tL\t24232\t24232\t1250\t2019-12-31\t\n');
  });
});

test('Fields that somebody chose to have one hash are read rightly, and are not looked for without end', () => {
  let read = 0;
  const fields = knownFields(
    (written) => {
      read++;
      return amount(written);
    },
    (text) => Number(text),
  );
  for (let round = 0; round < 2; round++)
    for (let cents = 0; cents < 3_000; cents++) {
      const bytes = Buffer.from(`${cents}.00`);
      const place = fields.find(bytes, 0, bytes.length, 7);
      expect(fields.isPlain(place)).toBe(true);
      expect(fields.order(place)).toBe(cents * 100);
    }
  // Nearly all were forgotten, and read again.
  expect(read).toBeGreaterThan(5_000);
});

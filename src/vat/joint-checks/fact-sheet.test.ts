import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOfFact, readFactSheet } from './fact-sheet.ts';

const horse = '056000000000001';
const read = (text: string, known: ReadonlySet<string> = new Set()) =>
  readFactSheet(Buffer.from(text), { items: [horse], known });
const head = 'item,fact,date,seller,buyer,amount,declared_as,detail';
const good = `${horse},sale,2019-05-10,NL004495445B01,BE0403019261,50000.00,intra_community,`;

function sheet(text: string, known?: ReadonlySet<string>) {
  const found = read(text, known);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('A sheet of facts', () => {
  test('is taken row by row, in euro cents, and what is empty is not there', () => {
    const { facts, rows, findings } = sheet(
      `${head}\n${good}\n${horse},movement,2019-05-11,,,,,Kent to Gent\n`,
    );
    expect(rows).toEqual({ in: 2, accepted: 2, corrected: 0, quarantined: 0 });
    expect(findings).toEqual([]);
    expect(facts).toEqual([
      {
        ...{ item: horse, sort: 'sale', date: '2019-05-10', seller: 'NL004495445B01', buyer: 'BE0403019261' },
        ...{ cents: 5_000_000, declared_as: 'intra_community' },
      },
      { item: horse, sort: 'movement', date: '2019-05-11', detail: 'Kent to Gent' },
    ]);
  });

  test('corrects what can mean one thing only, and says where', () => {
    const row = `056 000 000 000 001;Sale;10-05-2019;nl 0044.95.445.b01;Private;50.000,00;margin scheme;`;
    expect(sheet(`${head.replaceAll(',', ';')}\n${row.replace('10-05', '13-05')}`)).toMatchObject({
      rows: { in: 1, accepted: 0, corrected: 1, quarantined: 0 },
      facts: [{ seller: 'NL004495445B01', buyer: 'private', cents: 5_000_000, declared_as: 'margin_scheme' }],
    });
  });

  test('keeps a row apart with all that is wrong with it, each with its place', () => {
    const { rows, findings, facts } = sheet(
      `${head}\n056000000000002,gift,10-05-2019,XX1,,1.234,odd,\n${good}`,
    );
    expect(rows).toEqual({ in: 2, accepted: 1, corrected: 0, quarantined: 1 });
    expect(facts).toHaveLength(1);
    expect(findings.map(({ row, place, code }) => [row, place, code])).toEqual([
      [1, 'item', 'item_not_in_plan'],
      [1, 'fact', 'word_unknown'],
      [1, 'date', 'date_unreadable'],
      [1, 'seller', 'number_unreadable'],
      [1, 'amount', 'amount_ambiguous'],
      [1, 'declared_as', 'word_unknown'],
    ]);
  });

  test('says the same once: in one sheet, and beside what was said before', () => {
    const once = sheet(`${head}\n${good}\n${good}`);
    expect([once.rows.accepted, once.findings.map(({ code }) => code)]).toEqual([1, ['fact_known']]);
    const again = sheet(`${head}\n${good}`, new Set(once.facts.map(keyOfFact)));
    expect([again.rows.quarantined, again.facts]).toEqual([1, []]);
  });

  test('without its columns, or in another encoding, is refused whole', () => {
    expect(read('item,what\n')).toMatchObject({
      problems: [{ code: 'vat_check_sheet_head', params: { missing: 'fact, date', unknown: 'what' } }],
    });
    expect(read('')).toMatchObject({ problems: [{ code: 'vat_file_empty' }] });
    const latin = readFactSheet(Buffer.from('item,fact,date\n\xe9', 'latin1'), {
      items: [],
      known: new Set(),
    });
    expect(latin).toMatchObject({ problems: [{ code: 'vat_check_sheet_unreadable' }] });
  });

  test('of a hundred broken ones the counts add up, and nothing is thrown', () => {
    const line = fc.oneof(
      fc.constant(good),
      fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' ')),
      fc
        .tuple(
          fc.constantFrom(horse, 'x', ''),
          fc.constantFrom('sale', 'Purchase', '"'),
          fc.string({ maxLength: 8 }),
        )
        .map((some) => `${some.join(',').replace(/[\r\n]/g, ' ')},,,,,`),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { rows, facts } = sheet([head, ...lines, ''].join('\n'));
        expect(rows.in).toBe(lines.length);
        expect(rows.accepted + rows.corrected + rows.quarantined).toBe(rows.in);
        expect(facts).toHaveLength(rows.accepted + rows.corrected);
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});

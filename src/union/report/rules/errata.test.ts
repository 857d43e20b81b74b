import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentContent } from '#platform/document/content.ts';
import { errataOf, firstDayOn } from './errata.ts';

type Sections = Pick<DocumentContent, 'sections'>;
const report = (...blocks: readonly Block[]): Sections => ({
  sections: [{ id: 'results', title: 'Results', blocks }],
});
const table = (...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  caption: 'Indicators',
  columns: [
    { title: 'Indicator', kind: 'name' },
    { title: '2020', kind: 'figure' },
  ],
  rows: rows.map((cells) => cells.map((text) => ({ text }))),
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

describe('Errata', () => {
  test('a figure that differs names its table, row and column', () => {
    expect(errataOf(report(table(['Visits', '900'])), report(table(['Visits', '950'])))).toEqual([
      {
        section: 'Results',
        where: 'Indicators',
        row: 'Visits',
        column: '2020',
        frozen: '900',
        live: '950',
      },
    ]);
  });
  test('a row that came or went is one erratum, also beside one of the same name', () => {
    const before = report(table(['Visits', '900']));
    const after = report(table(['Visits', '900'], ['Visits', '7']));
    const about = { section: 'Results', where: 'Indicators', row: 'Visits', column: null };
    expect(errataOf(before, after)).toEqual([{ ...about, frozen: null, live: 'Visits; 7' }]);
    expect(errataOf(after, before)).toEqual([{ ...about, frozen: 'Visits; 7', live: null }]);
  });
  test('details, totals and facts count; a section on one side only is told whole', () => {
    const facts = (text: string): Block => ({
      kind: 'facts',
      facts: [{ label: 'Presidency', value: { text: 'NL', details: [{ text }] } }],
    });
    expect(errataOf(report(facts('growth')), report(facts('security')))).toEqual([
      {
        section: 'Results',
        where: 'Presidency',
        row: null,
        column: null,
        frozen: 'NL; growth',
        live: 'NL; security',
      },
    ]);
    const total = (text: string): Block => ({
      ...(table() as Extract<Block, { kind: 'table' }>),
      total: [{ text: 'All' }, { text }],
    });
    expect(errataOf(report(total('1')), report(total('2')))).toHaveLength(1);
    expect(errataOf({ sections: [] }, report(paragraph('New')))).toMatchObject([
      { section: 'Results', frozen: null, live: 'New' },
    ]);
  });
  test('a line that was reworded stands beside what it was', () => {
    const before = report(paragraph('One is unknown.'), paragraph('The end.'));
    const after = report(paragraph('Two are unknown.'), paragraph('The end.'));
    expect(errataOf(before, after)).toMatchObject([{ frozen: 'One is unknown.', live: 'Two are unknown.' }]);
  });

  const anyText = fc.constantFrom('a', 'b', 'c', '');
  const anyBlock = fc.oneof(
    anyText.map(paragraph),
    fc.array(fc.tuple(anyText, anyText)).map((rows) => table(...rows)),
  );
  const anyReport = fc.array(anyBlock).map((blocks) => report(...blocks));
  test('a report has none against itself, and as many the other way round', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (one, other) => {
        expect(errataOf(one, one)).toEqual([]);
        const there = errataOf(one, other);
        const back = errataOf(other, one);
        expect(back.length).toBe(there.length);
        expect(new Set(back.map(({ frozen, live }) => `${live}>${frozen}`))).toEqual(
          new Set(there.map(({ frozen, live }) => `${frozen}>${live}`)),
        );
      }),
    );
  });
});

test('the first day on which it held is found by halves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), fc.nat(199), async (count, at) => {
      const first = at % count;
      const days = Array.from({ length: count }, (_, index) => index);
      let asked = 0;
      const found = await firstDayOn(days, async (day) => {
        asked += 1;
        return day >= first;
      });
      expect(found).toBe(first);
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
    }),
  );
  expect(await firstDayOn([], async () => true)).toBe(null);
});

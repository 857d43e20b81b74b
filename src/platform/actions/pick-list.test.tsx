import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { texts } from '#platform/text/texts.ts';
import { PickList } from './pick-list.tsx';

const words = texts('en').actions.several;
const optionsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `act-${index}`, title: `Act ${index}` }));
const shown = (count: number, chosen: readonly string[]) =>
  renderToString(<PickList name="acts" options={optionsOf(count)} chosen={chosen} words={words} />);
const boxes = (html: string) => [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box);

test('a short list stands open, by name, with what was chosen ticked', () => {
  const html = shown(3, ['act-1']);
  expect(html).not.toContain('<details');
  expect(html).toContain('Act 2');
  expect(boxes(html).map((box) => box.includes('checked'))).toEqual([false, true, false]);
  expect(boxes(html).every((box) => box.includes('name="acts"'))).toBe(true);
});

test('a long list is folded, says what is chosen and has it first', () => {
  const html = shown(40, ['act-39', 'act-7']);
  expect(html).toContain('<summary>Act 7; Act 39 <small>(2 of 40 chosen');
  expect(boxes(html)).toHaveLength(40);
  expect(
    boxes(html)
      .flatMap((box) => /value="([^"]+)"/.exec(box)?.[1] ?? [])
      .slice(0, 3),
  ).toEqual(['act-7', 'act-39', 'act-0']);
  expect(shown(40, [])).toContain(words.noneChosen);
});

test('an id of no known record is kept, and an empty register says so', () => {
  expect(boxes(shown(2, ['gone']))[0]).toMatch(/value="gone" checked/);
  expect(shown(0, [])).toContain(words.none);
});

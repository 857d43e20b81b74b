import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { texts } from '#platform/text/texts.ts';
import { type MapState, StatesMap } from './map.tsx';
import { frame, geometryOf } from './map-geometry.ts';
import { placeLabels } from './map-labels.ts';

const state = (code: string | null, word: string, tone: MapState['tone'] = 'good'): MapState => ({
  code,
  name: `State ${code}`,
  tone,
  word,
});
const benelux = [
  state('NL', 'Implemented'),
  state('BE', 'Not implemented', 'bad'),
  state('LU', 'Unknown', 'none'),
];
const union = (codes: string) => codes.split(' ').map((code) => state(code, 'Participant', 'fact'));
const nordic = union('NO SE FI DK IS');
const northSea = union('BE NL LU FR DE NO SE IE DK');
const european = union('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE');

const html = (states: readonly MapState[]) => renderToString(<StatesMap title="Law" states={states} />);
function draw(states: readonly MapState[]) {
  const { document } = parseHTML(html(states));
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return { all, texts: (selector: string) => all(selector).map((element) => element.textContent) };
}

test('each state is drawn in its tone and labelled with its code and its word, at both sizes', () => {
  const map = draw(benelux);
  expect(map.all('svg > svg > path:not(.around)').map((path) => path.getAttribute('class'))).toEqual([
    'good',
    'bad',
    'none',
  ]);
  for (const size of ['wide', 'narrow'])
    expect(map.texts(`.${size} .label`).toSorted()).toEqual([
      'BENotimplemented',
      'LUUnknown',
      'NLImplemented',
    ]);
  // A small state has its label beside it, with a line to it.
  expect(map.all('.narrow line').length).toBeGreaterThan(0);
});

test('to those who listen it is one picture that says every name and word', () => {
  const [picture] = draw(benelux).all('[role=img]');
  expect(picture?.getAttribute('aria-label')).toBe(
    'Law. State NL: Implemented; State BE: Not implemented; State LU: Unknown',
  );
  expect(html(benelux)).not.toContain('<a ');
});

test('tones are told apart without colour: by mark, and on the ground by pattern', () => {
  const tones = ['good', 'part', 'bad', 'none', 'fact', 'faint'] as const;
  const map = draw(
    tones.map((tone, index) => state('NO SE FI DK IS EE'.split(' ')[index] ?? '', tone, tone)),
  );
  const shapes = tones.map((tone) => {
    const mark = map.all(`.wide .label.${tone} .mark`);
    return mark.map((part) => `${part.localName} ${part.getAttribute('class')}`).join();
  });
  expect(new Set(shapes).size).toBe(tones.length);
  const grounds = tones.map((tone) => map.all(`pattern.${tone} path`)[0]?.getAttribute('d'));
  // Without lines: what is done, and a fact. They do not meet on one map, and their marks differ.
  expect(new Set(grounds.filter((lines) => lines !== undefined)).size).toBe(4);
});

test('what is no state is named under the map and not lost', () => {
  const map = draw([...benelux, state(null, 'Takes part'), state('QQ', 'Takes part')]);
  expect(map.texts('figcaption p')).toEqual([
    texts('en').map.others('State null (Takes part), State QQ (Takes part)'),
  ]);
  expect(draw(benelux).all('figcaption p')).toEqual([]);
});

test('where fewer than two are states there is no map', () => {
  expect(html([])).toBe('');
  expect(html([state('NL', 'Implemented'), state('QQ', 'Implemented')])).toBe('');
  expect(html(['A-1', 'B-2'].map(() => state(null, 'Unknown')))).toBe('');
});

test('where words find no place the codes stand alone, and the words under the map', () => {
  const map = draw(northSea);
  expect(map.texts('.wide .label').toSorted()).toEqual(northSea.map(({ code }) => code).toSorted());
  expect(map.texts('figcaption li')).toEqual(['Participant: BE, NL, LU, FR, DE, NO, SE, IE, DK']);
  const many = draw(european);
  expect(many.all('.wide .label').length).toBeGreaterThan(20);
  for (const { code } of european) expect(many.texts('figcaption li').join()).toContain(code);
});

test('the same states give the same bytes, few of them, and nothing that a page may not hold', () => {
  for (const [states, most] of [
    [benelux, 10_000],
    [nordic, 16_000],
    [northSea, 18_000],
    [european, 28_000],
  ] as const) {
    const drawn = html(states);
    expect(html(states)).toBe(drawn);
    expect(drawn.length).toBeLessThan(most);
    expect(drawn).not.toMatch(/\sstyle=|<style|<script|NaN|undefined/);
  }
});

test('words and names are escaped', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const other: MapState = { code: null, name: evil, tone: 'bad', word: evil };
  const drawn = renderToString(
    <StatesMap
      title={evil}
      states={[...benelux, other].map((one) => ({
        ...one,
        text: evil,
      }))}
    />,
  );
  expect(drawn).toContain('&lt;img');
  expect(drawn).not.toContain('<img');
});

const whole = frame.width * frame.height;
const shareOf = (codes: string, code: string) => {
  const found = geometryOf(codes.split(' '))?.states.find((one) => one.code === code);
  return (found?.area ?? 0) / whole;
};

test('the frame is that of the mainlands: parts overseas do not decide it', () => {
  // With the Caribbean, Guiana, the Azores, Hawaii or Svalbard in the frame these would be specks.
  expect(shareOf('NL BE LU', 'NL')).toBeGreaterThan(0.08);
  expect(shareOf('FR BE', 'FR')).toBeGreaterThan(0.14);
  expect(shareOf('ES PT', 'PT')).toBeGreaterThan(0.04);
  expect(shareOf('US CA', 'US')).toBeGreaterThan(0.1);
  expect(shareOf('NO SE', 'NO')).toBeGreaterThan(0.04);
});

test('islands near the mainland belong to it', () => {
  const denmark = geometryOf(['DK', 'SE'])?.states.find(({ code }) => code === 'DK');
  expect(denmark?.path.split('m').length).toBeGreaterThan(3);
  expect(shareOf('NZ AU', 'NZ')).toBeGreaterThan(0.005);
});

test('every state of the union is in the frame, and most of it in its own outline', () => {
  for (const states of [benelux, nordic, northSea, european]) {
    const geometry = geometryOf(states.flatMap(({ code }) => code ?? []));
    expect(geometry?.states.map(({ code }) => code)).toEqual(states.map(({ code }) => code));
    for (const { anchor, code, area } of geometry?.states ?? []) {
      expect(anchor[0], code).toBeGreaterThan(0);
      expect(anchor[0], code).toBeLessThan(frame.width);
      expect(anchor[1], code).toBeGreaterThan(0);
      expect(anchor[1], code).toBeLessThan(frame.height);
      if (area > 0) expect(geometry?.stateAt(...anchor), code).toBe(code);
    }
    expect(geometry?.around.length).toBeGreaterThan(500);
  }
});

test('no label covers another', () => {
  for (const states of [benelux, nordic, northSea, european])
    for (const pixels of [270, 430]) {
      const geometry = geometryOf(states.flatMap(({ code }) => code ?? []));
      if (geometry === null) throw new Error('No map');
      const wordings = states.map(({ code, word }) => ({ code: code ?? '', lines: [word] }));
      const labels = placeLabels(geometry, wordings, pixels);
      expect(labels.length).toBeGreaterThan(1);
      const unit = frame.width / pixels;
      for (const [index, one] of labels.entries())
        for (const other of labels.slice(index + 1)) {
          const [right, down] = [0, 1].map(
            (axis) => Math.abs((one.at[axis] ?? 0) - (other.at[axis] ?? 0)) / unit,
          );
          const apart =
            (right ?? 0) >= (one.width + other.width) / 2 || (down ?? 0) >= (one.height + other.height) / 2;
          expect(apart, `${one.code} and ${other.code} at ${pixels}`).toBe(true);
        }
    }
});

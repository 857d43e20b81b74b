import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Contrast as WCAG 2.2 defines it (relative luminance, success criteria 1.4.3 and 1.4.11), over the tokens of both themes. */

const style = new URL('style/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, style), 'utf8').replace(/\/\*.*?\*\//gs, '');

type Theme = 'light' | 'dark';
const tokens = new Map(
  [...read('tokens.css').matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colourOf(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`No token --${name}`);
  return token[theme];
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['paper', 'sheet', 'sunken'];
const fills = ['good', 'part', 'bad', 'none'];
const textPairs: [string, string][] = [
  ...['ink', 'ink-2', 'accent', 'bad-ink'].flatMap((ink) =>
    surfaces.map((surface): [string, string] => [ink, surface]),
  ),
  ...fills.map((fill): [string, string] => [`${fill}-ink`, fill]),
  // Words and links of a verdict stand in the page's ink on the fill of its tone.
  ...fills.flatMap((fill): [string, string][] => [
    ['ink', fill],
    ['accent', fill],
  ]),
  // Marks of a timeline.
  ...fills.map((fill): [string, string] => [`${fill}-ink`, 'sheet']),
  ['accent-ink', 'accent'],
];
const shapePairs: [string, string][] = ['control', 'focus', 'accent'].flatMap((line) =>
  surfaces.map((surface): [string, string] => [line, surface]),
);

for (const theme of ['light', 'dark'] as const) {
  test.each(textPairs)(`text: --%s on --%s reaches 4.5:1 (${theme})`, (ink, surface) => {
    expect(contrast(colourOf(ink, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapePairs)(
    `lines of controls and focus: --%s on --%s reaches 3:1 (${theme})`,
    (line, surface) => {
      expect(contrast(colourOf(line, theme), colourOf(surface, theme))).toBeGreaterThanOrEqual(3);
    },
  );
}

test('the measure itself is right: black on white is 21, and the amber that was replaced fails', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#ffbf00', '#f6f7f9')).toBeLessThan(3);
});

/** Hex, colour functions and the names that someone might reach for. */
const colour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\(|:[^;{]*\b(?:black|white|gr[ae]y|red|green|blue|orange|yellow)\b/i;

test('colours are said in tokens.css and nowhere else', () => {
  const others = readdirSync(style).filter((name) => name.endsWith('.css') && name !== 'tokens.css');
  expect(others.length).toBeGreaterThan(4);
  for (const name of others) expect(read(name), name).not.toMatch(colour);
  expect('a { color: #fff }').toMatch(colour);
  expect('a { color: white }').toMatch(colour);
});

test('every token that a style sheet uses is there', () => {
  const declared = new Set([...read('tokens.css').matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
  const used = readdirSync(style)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => [...read(name).matchAll(/var\((--[a-z0-9-]+)\)/g)].map((match) => match[1]));
  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((token) => !declared.has(token))).toEqual([]);
});

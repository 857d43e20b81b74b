import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const document = readFileSync('docs/threats.md', 'utf8');
const heading = '## What is tried';

type Row = {
  readonly attack: string;
  readonly where: string;
  readonly control: string;
  readonly test: string;
  readonly file: string;
};

/** Rows of the table under the heading; of cells that are missing, the empty text. */
function rowsOf(text: string): readonly Row[] {
  const section = text.split(`\n${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const [attack = '', where = '', control = '', title = '', file = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return { attack, where, control, test: title, file };
  });
}

/** What is wrong with a row: nothing where its control is there and its test stands in a test file, word for word. */
function faultsOf({ attack, where, control, test: title, file }: Row): readonly string[] {
  const pathOf = (cell: string) => /^`([^`]+)`$/.exec(cell)?.[1] ?? '';
  const [controlPath, testPath] = [pathOf(control), pathOf(file)];
  const tests =
    /\.test\.tsx?$/.test(testPath) && existsSync(testPath) ? readFileSync(testPath, 'utf8') : null;
  // As a title stands in the code: between quotes, of a test, or the first word of a row of one.
  const titled = [`'${title}'`, `"${title}"`, `\`${title}\``];
  return [
    ...(attack === '' || where === '' ? ['says not what attacks, or where'] : []),
    ...(controlPath === '' || !existsSync(controlPath) ? [`has no control: ${control}`] : []),
    ...(tests === null ? [`has no test file: ${file}`] : []),
    ...(title === '' || (tests !== null && !titled.some((quoted) => tests.includes(quoted)))
      ? [`has no test: ${title}`]
      : []),
  ].map((fault) => `${attack}: ${fault}`);
}

/** Every fault of the document; that it has no rows is one. */
function check(text: string): readonly string[] {
  const rows = rowsOf(text);
  return rows.length === 0 ? ['No row was read'] : rows.flatMap(faultsOf);
}

test('Every attack has its control and a test that tries it', () => {
  expect(check(document)).toEqual([]);
  expect(rowsOf(document).length).toBeGreaterThan(30);
  expect(new Set(rowsOf(document).map(({ attack }) => attack)).size).toBe(rowsOf(document).length);
});

describe('The check', () => {
  const sound = '| a | b | `package.json` | The check | `test/contract/threats.test.ts` |';
  const withRow = (row: string) =>
    `# T\n\n${heading}\n\n| attack | where | control | test | test file |\n|---|---|---|---|---|\n${row}\n\n## Rest\n\n| x | y |\n|---|---|\n| 1 | 2 |\n`;

  test('lets a sound row pass', () => {
    expect(check(withRow(sound))).toEqual([]);
  });

  test.each([
    ['without a test', sound.replace('The check', ''), 'a: has no test: '],
    [
      'whose test is not there',
      sound.replace('The check', ['No', 'such', 'test'].join(' ')),
      'a: has no test: No such test',
    ],
    [
      'whose test is only a part of another title',
      sound.replace('The check', ['lets a sound', 'row'].join(' ')),
      'a: has no test: lets a sound row',
    ],
    [
      'whose test file is not there',
      sound.replace('contract/threats', 'contract/none'),
      'a: has no test file: `test/contract/none.test.ts`',
    ],
    [
      'whose test file holds no tests',
      sound.replace('test/contract/threats.test.ts', 'docs/threats.md'),
      'a: has no test file: `docs/threats.md`',
    ],
    ['without a control', sound.replace('package.json', 'none.ts'), 'a: has no control: `none.ts`'],
    ['of two cells', '| a | b |', 'a: has no test: '],
  ])('refuses one %s', (_what, row, fault) => {
    expect(check(withRow(row))).toContain(fault);
  });

  test('refuses a document in which it finds no row', () => {
    const text = withRow(sound);
    expect(check('')).toEqual(['No row was read']);
    expect(check(text.replace(heading, '## Something else'))).toEqual(['No row was read']);
    expect(check(text.replace(sound, ''))).toEqual(['No row was read']);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/app/commands.ts';
import { readSources, unionOrder } from '../../tools/architecture.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const packageFile: { version: string; scripts: Readonly<Record<string, string>> } = JSON.parse(
  read('package.json'),
);
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'GLOSSARY.md',
  'data/README.md',
];
const decisions = readdirSync('docs/decisions').sort();

/** What stands between single backticks. */
function listCode(text: string): readonly string[] {
  return [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Paths from the project folder that a document names. */
function listPaths(text: string): readonly string[] {
  return listCode(text).filter((code) =>
    /^(src|test|tools|docs|schemas|data|bench|\.ci)\/[^\s…*]*$/.test(code),
  );
}

/** What a document links to in this project; pictures are looked at by people. */
function listLinks(text: string): readonly string[] {
  return [...text.matchAll(/(?<!!)\[[^\]]+\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
}

/** The words after `npm run -s tripoint -- ` of every example. */
function listExamples(text: string): readonly string[] {
  return [...text.matchAll(/npm run -s tripoint -- ([^`\n]+)/g)].map(([, words = '']) => words);
}

test('The readings find what they look for', () => {
  const text = 'See `src/a.ts`, `x`, [b](c.md), ![d](e.png), `npm run -s tripoint -- evidence series X`.';
  expect([listPaths(text), listLinks(text), listExamples(text)]).toEqual([
    ['src/a.ts'],
    ['c.md'],
    ['evidence series X'],
  ]);
});

describe.each([...documents, ...decisions.map((name) => `docs/decisions/${name}`)])('%s', (document) => {
  test('names paths and links that exist', () => {
    const text = read(document);
    const missing = [
      ...listPaths(text).filter((path) => !existsSync(path)),
      ...listLinks(text).filter((path) => !existsSync(join(dirname(document), path))),
    ];
    expect(missing).toEqual([]);
  });

  test('names scripts that exist', () => {
    const named = [...read(document).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !Object.hasOwn(packageFile.scripts, name))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');

  test('names the parts of the house', () => {
    expect(listPaths(text).length).toBeGreaterThan(30);
    const modules = readdirSync('src').map((name) => `src/${name}/`);
    expect(modules.filter((module) => !listPaths(text).includes(module))).toEqual([]);
  });

  test('links every decision', () => {
    expect(decisions.length).toBeGreaterThan(4);
    expect(decisions.filter((name) => !listLinks(text).includes(`docs/decisions/${name}`))).toEqual([]);
    expect(decisions.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
  });

  test('has the order inside union as the check has it', () => {
    const said = /Inside `union`, from top to bottom: the ([^.]+)\./.exec(text)?.[1] ?? '';
    expect(said.split(/,\s+/)).toEqual(unionOrder.map(({ name }) => name));
  });
});

describe('README.md', () => {
  const examples = listExamples(read('README.md'));

  test('shows every command, and only such; docs/actions.md has those that are made of actions', () => {
    const commandOf = (example: string) =>
      commands.find(({ name }) => `${example} `.startsWith(`${name} `))?.name;
    expect(examples.filter((example) => commandOf(example) === undefined)).toEqual([]);
    const shown = new Set(examples.map(commandOf));
    const listed = read('docs/actions.md');
    const hidden = commands.filter(({ name }) => !shown.has(name) && !listed.includes(`\`${name}\``));
    expect(hidden.map(({ name }) => name)).toEqual([]);
  });

  test('uses options that the command has', () => {
    const shared = ['json', 'union', 'lang', 'help'];
    const wrong = examples.filter((example) => {
      const command = commands.find(({ name }) => `${example} `.startsWith(`${name} `));
      const options = [...example.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name);
      return options.some((name) => !shared.includes(name) && !Object.hasOwn(command?.options ?? {}, name));
    });
    expect(wrong).toEqual([]);
  });
});

test('Every decision says context, choice and cost', () => {
  for (const name of decisions)
    for (const part of ['**Context.**', '**Choice.**', '**Cost.**'])
      expect(read(`docs/decisions/${name}`), `${name} ${part}`).toContain(part);
});

test('CHANGELOG.md has a heading for this version', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${packageFile.version}\n`);
});

test('Every code name of GLOSSARY.md is in the code', () => {
  const rows = read('GLOSSARY.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  const names = rows.flatMap((row) => listCode(row.split('|').at(-3) ?? ''));
  expect(names.length).toBeGreaterThan(40);
  const words = new Set(
    readSources()
      .filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
      .flatMap(({ text }) => text.match(/[A-Za-z_$][\w$]*/g) ?? []),
  );
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

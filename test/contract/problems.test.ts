import { describe, expect, test } from 'vitest';
import { commands } from '../../src/app/commands.ts';
import { explain, problemCatalogues } from '../../src/app/problem-texts.ts';
import { languages } from '../../src/kernel/languages.ts';
import { kernelProblems } from '../../src/kernel/problems.ts';
import { type Problem, problem } from '../../src/kernel/result.ts';
import { signInConfigProblems } from '../../src/platform/access/sign-in.tsx';
import { configProblems } from '../../src/platform/config.ts';
import { migrationProblems } from '../../src/platform/database/migrations.ts';
import { httpProblems } from '../../src/platform/http/problem-json.ts';
import { nodesOf, readSources, type Source } from '../../tools/architecture.ts';

/** Declared lists of codes. Those of migrations never meet a reader: they are thrown, with a sentence of their own. */
const declared = { ...kernelProblems, ...httpProblems, ...signInConfigProblems, ...configProblems };

/** Codes that a file makes problems of: `problem('code'`, `kernelProblem('code'`, `{ code: 'code', …, severity }`. */
function listCodes(source: Source): readonly string[] {
  const codes: string[] = [];
  for (const node of nodesOf(source)) {
    if (node.type === 'CallExpression' && /(^p|P)roblem$|^codeOf$/.test(textOf(node.callee, 'name')))
      codes.push(...stringsIn((node.arguments as readonly unknown[])[0]));
    if (node.type === 'ObjectExpression') {
      const properties = new Map((node.properties as readonly object[]).map((one) => [keyOf(one), one]));
      const code = properties.get('code');
      if (code !== undefined && 'value' in code && properties.has('severity'))
        codes.push(...stringsIn(code.value));
    }
  }
  return codes.filter((code) => code !== '');
}

function keyOf(property: object): string {
  return 'key' in property ? textOf(property.key, 'name') : '';
}

function textOf(node: unknown, key: string): string {
  const value = (node as Readonly<Record<string, unknown>> | null)?.[key];
  return typeof value === 'string' ? value : '';
}

/** A literal, or the two ends of a choice between literals. */
function stringsIn(node: unknown): readonly string[] {
  const { type, value, consequent, alternate } = (node ?? {}) as Readonly<Record<string, unknown>>;
  if (type === 'ConditionalExpression') return [...stringsIn(consequent), ...stringsIn(alternate)];
  return type === 'Literal' && typeof value === 'string' ? [value] : [];
}

const sources = readSources().filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'));
const made = new Set(sources.flatMap(listCodes));
const codes = [...new Set([...made, ...Object.keys(declared)])]
  .filter((code) => !Object.hasOwn(migrationProblems, code))
  .sort();

test('The reading of the source finds codes in each way of making a problem', () => {
  const path = 'src/x.ts';
  const text = `problem('a'); kernelProblem(x ? 'b' : 'c', path); fail(httpProblem('d')); codeOf('e');
    const one = { code: 'f', path, params, severity: 'error' }; const other = { code: 'g' }; solve('h');`;
  expect(listCodes({ path, text }).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(made.size).toBeGreaterThan(80);
});

describe('Every code has a sentence in every language', () => {
  /** Answers to any parameter with its name, so that a sentence may ask for whatever it likes. */
  const params = new Proxy({}, { get: (_, name) => `‹${String(name)}›` }) as Problem['params'];
  test.each(codes)('%s', (code) => {
    const sentences = languages.map((language) => explain(problem(code, '', params), language));
    for (const sentence of sentences) {
      expect(sentence).not.toBe(code);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    }
    const asked = sentences.map((sentence) => new Set(sentence.match(/‹.+?›/g)));
    for (const names of asked)
      expect(names, `${code}: one language says less than another`).toEqual(asked[0]);
  });
});

test('A code without a text is shown as itself', () => {
  expect(explain(problem('not_a_code'), 'nl')).toBe('not_a_code');
});

test('Every declared code is used', () => {
  const unused = Object.keys({ ...declared, ...migrationProblems }).filter((code) => !made.has(code));
  expect(unused).toEqual([]);
});

test('No text is dead, and none stands in two catalogues', () => {
  for (const language of languages) {
    const held = problemCatalogues(language).flatMap((texts) => Object.keys(texts));
    expect(
      held.filter((code) => !codes.includes(code)),
      `dead in ${language}`,
    ).toEqual([]);
    expect(held.length, `twice in ${language}`).toBe(new Set(held).size);
  }
});

test('Commands have names of their own', () => {
  const names = commands.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(8);
});

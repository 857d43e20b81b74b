import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  exceptions,
  findViolations,
  type RuleName,
  readGraph,
  readSources,
  rules,
  type Source,
  withDiagram,
} from '../../tools/architecture.ts';

const graph = readGraph(readSources());

test('Every TypeScript file that git knows or would take in was read', () => {
  const { stdout } = spawnSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', 'src', 'test', 'tools', 'bench'],
    {
      encoding: 'utf8',
    },
  );
  const expected = stdout.split('\n').filter((path) => /\.tsx?$/.test(path) && existsSync(path));
  expect(expected.length).toBeGreaterThan(150);
  expect(expected.filter((path) => !graph.has(path))).toEqual([]);
  const imports = [...graph.values()].flatMap((file) => file.imports);
  expect(imports.length).toBeGreaterThan(graph.size);
});

test('The house keeps its rules', () => {
  expect(findViolations(graph)).toEqual([]);
});

test('Every exception is still needed', () => {
  const idle = [
    ...Object.keys(exceptions.sql).filter((path) => graph.get(path)?.sql !== true),
    ...Object.keys(exceptions.clock).filter((path) => (graph.get(path)?.readsMachine ?? []).length === 0),
  ];
  expect(idle).toEqual([]);
});

/** A small house that keeps every rule. */
const sound: readonly Source[] = Object.entries({
  'src/app/main.ts':
    "import { union } from '#union'; import { read } from '#platform/database.ts'; union(read);",
  'src/union/index.ts': "export { union } from './module.ts';",
  'src/union/module.ts': "import { page } from './law/pages/law.tsx'; export const union = page;",
  'src/union/law/pages/law.tsx':
    "import { list } from '../store.ts'; import { say } from '../../text/texts.ts'; export const page = () => <p>{list} {say}</p>;",
  'src/union/text/texts.ts':
    "import type { Law } from '../law/model.ts'; export const say = (law: Law) => law.name;",
  'src/union/law/store.ts':
    "import { sql } from 'kysely'; import { count } from './rules/count.ts'; import { list as bodies } from '../bodies/store.ts'; export const list = [sql`select 1`, count, bodies];",
  'src/union/law/model.ts':
    "import { z } from 'zod'; export const Law = z.object({}); export type Law = { name: string };",
  'src/union/law/rules/count.ts':
    "import type { Transaction } from '#platform/database.ts'; import { day } from '#kernel/dates.ts'; export const count = (tx: Transaction) => day(tx);",
  'src/union/bodies/store.ts': "import { figures } from '#evidence'; export const list = figures;",
  'src/vat/index.ts': 'export const tax = 1;',
  'src/evidence/index.ts': "export const figures = ['one'];",
  'src/platform/database.ts':
    "import { sql } from 'kysely'; import { day } from '#kernel/dates.ts'; export type Transaction = string; export const read = () => sql`select 1` + day;",
  'src/platform/clock.ts':
    "import { Temporal } from 'temporal-polyfill'; export const now = () => Temporal.Now.instant();",
  'src/kernel/dates.ts':
    "import { Temporal } from 'temporal-polyfill'; export const day = Temporal.PlainDate.from;",
}).map(([path, text]) => ({ path, text }));

/** For every rule, files that break it and no other rule; each takes the place of its namesake in the sound house. */
const planted: Readonly<Record<RuleName, readonly (readonly [path: string, text: string])[]>> = {
  tower: [
    ['src/evidence/index.ts', "import type { Law } from '#union'; export type Figure = Law;"],
    ['src/evidence/rules/upward.ts', "export type Law = import('#union').Law;"],
    ['src/platform/upward.ts', "export const load = () => import('#evidence');"],
    ['src/kernel/upward.ts', "export type { Transaction } from '#platform/database.ts';"],
    ['src/extra/file.ts', 'export const one = 1;'],
    ['src/energy/beside.ts', "export { tax } from '#vat';"],
  ],
  door: [
    ['src/app/deep.ts', "import { list } from '../union/law/store.ts'; list;"],
    ['src/app/deep.ts', "import { list } from '#union/law/store.ts'; list;"],
    ['src/union/money/store.ts', "export { day } from '../../kernel/dates.ts';"],
    ['src/evidence/rules/own.ts', "export type { figures } from '#evidence';"],
    ['src/union/money/store.ts', "export * from './not-there.ts';"],
    ['src/evidence/store.ts', "export * from '../../test/support/database.ts';"],
  ],
  rooms: [
    [
      'src/union/bodies/store.ts',
      "import type { Law } from '../law/model.ts'; export const list = (law: Law) => law;",
    ],
    [
      'src/union/law/rules/count.ts',
      "import type { say } from '../../text/texts.ts'; export const count = (one: typeof say) => one;",
    ],
    ['src/union/attic/store.ts', 'export const one = 1;'],
  ],
  cycles: [
    ['src/platform/clock.ts', "import { now } from './clock.ts'; export { now };"],
    [
      'src/platform/database.ts',
      "import { turn } from '#platform/turn.ts'; export type Transaction = string; export const read = turn;",
    ],
  ],
  pure: [
    [
      'src/union/law/rules/count.ts',
      "import { read } from '#platform/database.ts'; export const count = read;",
    ],
    [
      'src/union/law/model.ts',
      "import { readFileSync } from 'node:fs'; export type Law = { name: string }; readFileSync('x');",
    ],
    ['src/kernel/dates.ts', "import { format } from 'left-pad'; export const day = format;"],
  ],
  sql: [
    [
      'src/union/law/pages/law.tsx',
      "import { sql } from 'kysely'; export const page = () => <p>{sql`select 1`}</p>;",
    ],
    ['src/union/law/pages/law.tsx', "export const page = (tx: any) => <p>{tx.selectFrom('record')}</p>;"],
    ['src/evidence/answers.ts', "import { sql } from 'kysely'; export const answer = sql<string>`select 1`;"],
    ['src/evidence/answers.ts', "import { sql } from 'kysely'; export const answer = sql.raw('select 1');"],
  ],
  clock: [
    ['src/evidence/store.ts', 'export const now = new Date();'],
    ['src/evidence/store.test.ts', 'export const now = Date.now();'],
    ['src/platform/http/server.ts', 'export const chance = Math.random();'],
    [
      'tools/run.ts',
      "import { Temporal } from 'temporal-polyfill'; export const now = Temporal.Now.instant();",
    ],
  ],
  exports: [
    ['src/kernel/money.ts', 'export default function add() {}'],
    ['test/support/money.ts', 'const add = 1; export { add as default };'],
  ],
  names: [
    ['src/kernel/moneyOf.ts', 'export const one = 1;'],
    ['src/kernel/date-utils.ts', 'export const one = 1;'],
    ['src/platform/common/dates.ts', 'export const one = 1;'],
    ['src/evidence/data.ts', 'export const one = 1;'],
  ],
};
/** The other half of a circle. */
const turn: Source = {
  path: 'src/platform/turn.ts',
  text: "import { read } from '#platform/database.ts'; export const turn = read;",
};

describe('Each rule refuses what was planted', () => {
  test('and nothing in a sound house', () => {
    expect(findViolations(readGraph(sound))).toEqual([]);
  });
  const plants = (Object.keys(rules) as RuleName[]).flatMap((rule) =>
    planted[rule].map(([path, text]) => ({ rule, path, text })),
  );
  test.each(plants)('$rule: $path: $text', ({ rule, path, text }) => {
    const others = sound.filter((source) => source.path !== path);
    const house = [...others, ...(text.includes('turn') ? [turn] : []), { path, text }];
    const found = findViolations(readGraph(house));
    expect(found.map((violation) => violation.rule)).toContain(rule);
    expect(new Set(found.map((violation) => violation.rule))).toEqual(new Set([rule]));
  });
});

test('A file that cannot be parsed is not passed over', () => {
  expect(() => readGraph([{ path: 'src/kernel/broken.ts', text: 'export const =' }])).toThrow();
});

test('A document without the markers of the diagram is refused', () => {
  expect(() => withDiagram('# Architecture', 'flowchart')).toThrow('ARCHITECTURE.md');
});

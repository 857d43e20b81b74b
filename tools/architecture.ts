/** Reads who imports whom, holds it against the rules of the house, and draws it into ARCHITECTURE.md. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vitest/node';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** The modules, top first: each imports only those below it. Nothing imports the first. */
export const tower = ['app', 'energy', 'vat', 'exchange', 'union', 'evidence', 'platform', 'kernel'] as const;
type Module = (typeof tower)[number];

/** Cooperations beside one another: none imports another, so that each can be left out. */
const pilots: readonly Module[] = ['energy', 'vat'];

/** Modules without one door: any file of theirs may be imported. Of the others only `index.ts`, as `#module`. */
const openModules: readonly Module[] = ['kernel', 'platform'];

/**
 * Inside `union`, top first: each imports only itself and what stands below. A file stands in the first row that its
 * path begins or, after a star, ends with. Pages, feeds, commands, routes and texts are above the rooms because they show several at once.
 */
export const unionOrder = [
  { name: 'door', holds: ['index.ts', 'module.ts'] },
  { name: 'pages', holds: ['names.tsx', '*/pages', 'feeds'] },
  { name: 'commands', holds: ['*/commands.ts', '*/routes.ts', '*/answers.ts'] },
  { name: 'demonstration', holds: ['demonstration'] },
  { name: 'reminders', holds: ['reminders'] },
  {
    name: 'actions',
    holds: ['*/actions.ts', '*/actions', '*/text', 'powers.ts', 'steps.ts', 'choices.ts', 'named.ts'],
  },
  { name: 'report', holds: ['report'] },
  { name: 'sheets', holds: ['sheets'] },
  { name: 'text', holds: ['text'] },
  { name: 'files', holds: ['files'] },
  { name: 'register', holds: ['register'] },
  { name: 'steering', holds: ['steering'] },
  { name: 'meetings', holds: ['meetings'] },
  { name: 'commitments', holds: ['commitments'] },
  { name: 'money', holds: ['money'] },
  { name: 'parliament', holds: ['parliament'] },
  { name: 'law', holds: ['law'] },
  { name: 'assessments', holds: ['assessments'] },
  { name: 'initiatives', holds: ['initiatives'] },
  { name: 'plans', holds: ['plans'] },
  { name: 'programme', holds: ['programme'] },
  { name: 'bodies', holds: ['bodies'] },
  { name: 'documents', holds: ['documents'] },
] as const;

/** What the kernel stands on; none of it does input or output. */
const kernelPackages = ['canonicalize', 'temporal-polyfill', 'zod'];

/** Files that may break a rule, each with the reason; a test sees to it that each still needs to. */
export const exceptions = {
  /** Besides `store.ts` and `platform`. */
  sql: {
    'src/union/files/import.ts': 'lets one import of a register run at a time',
  },
  clock: {
    'src/platform/clock.ts': 'is the clock',
    'src/platform/export/table.ts':
      'exceljs wants a Date: a fixed one, so that the same state gives the same bytes',
  },
} as const;

/** Names that say nothing of what stands in the file. */
const emptyName = /(^|-)(utils?|common|helpers?|manager|misc)(-|$)|^data$/;

export type Source = { readonly path: string; readonly text: string };

type Import = {
  readonly specifier: string;
  /** Erased before the code runs. */
  readonly typeOnly: boolean;
  /** Path of the file that it leads to; null for a package and for what leads nowhere. */
  readonly target: string | null;
};

/** What the rules look at in one file. */
type File = {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly defaultExport: boolean;
  readonly sql: boolean;
  /** Expressions that read the machine's clock or its chance. */
  readonly readsMachine: readonly string[];
};

export type Graph = ReadonlyMap<string, File>;
export type Violation = { readonly rule: string; readonly path: string; readonly what: string };

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const importsMap: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(`${projectFolder}package.json`, 'utf8'),
).imports;

/** Every TypeScript file of the project. */
export function readSources(): readonly Source[] {
  return globSync('{src,test,tools,bench}/**/*.{ts,tsx}', { cwd: projectFolder })
    .filter((path) => !path.startsWith('test/output/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(projectFolder + path, 'utf8') }));
}

/** The syntax tree, with its types: `import type` is a dependency for who reads the code. Throws on a syntax error. */
export function* nodesOf(source: Source): Generator<Node> {
  const program: unknown = parseAst(
    source.text,
    {
      lang: source.path.endsWith('.tsx') ? 'tsx' : 'ts',
      astType: 'ts',
    },
    source.path,
  );
  const rest: unknown[] = [program];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isNode(value)) yield value;
    rest.push(...Object.values(value));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function readGraph(sources: readonly Source[]): Graph {
  const paths = new Set(sources.map(({ path }) => path));
  return new Map(sources.map((source) => [source.path, readFile(source, paths)]));
}

function readFile(source: Source, paths: ReadonlySet<string>): File {
  const imports: Import[] = [];
  const readsMachine: string[] = [];
  let defaultExport = false;
  let sql = false;
  for (const node of nodesOf(source)) {
    if (isNode(node.source) && typeof node.source.value === 'string') {
      const specifier = node.source.value;
      const typeOnly =
        node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
      imports.push({ specifier, typeOnly, target: resolve(source.path, specifier, paths) });
    }
    if (node.type === 'ExportDefaultDeclaration' || nameOf(node.exported) === 'default') defaultExport = true;
    const callee =
      node.type === 'NewExpression' || node.type === 'CallExpression' ? nameOf(node.callee) : null;
    if (callee === 'Date') readsMachine.push(callee);
    if (node.type === 'MemberExpression') {
      const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
      if (['Date.now', 'Math.random', 'Temporal.Now'].includes(member)) readsMachine.push(member);
      if (/^sql\.|\.(selectFrom|insertInto|updateTable|deleteFrom)$/.test(member)) sql = true;
    }
    if (node.type === 'TaggedTemplateExpression' && nameOf(node.tag) === 'sql') sql = true;
  }
  return { path: source.path, imports, defaultExport, sql, readsMachine };
}

function nameOf(node: unknown): string | null {
  return isNode(node) && typeof node.name === 'string' ? node.name : null;
}

function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string | null {
  const target = specifier.startsWith('.')
    ? posix.join(posix.dirname(from), specifier)
    : Object.entries(importsMap).flatMap(([key, to]) => {
        const [start = '', end] = key.split('*');
        if (end === undefined) return specifier === key ? [posix.normalize(to)] : [];
        return specifier.startsWith(start)
          ? [posix.normalize(to.replace('*', specifier.slice(start.length)))]
          : [];
      })[0];
  return target !== undefined && paths.has(target) ? target : null;
}

/** The module of a file under `src`; null for what stands outside. */
function moduleOf(path: string): Module | null {
  return tower.find((module) => path.startsWith(`src/${module}/`)) ?? null;
}

/** The row of `unionOrder` that a file of `union` stands in, counted from the top; -1 where it has none. */
function rowOf(path: string): number {
  const [room = '', ...rest] = path.slice('src/union/'.length).split('/');
  const begins = (text: string, start: string) => text === start || text.startsWith(`${start}/`);
  return unionOrder.findIndex(({ holds }) =>
    holds.some((part) =>
      part.startsWith('*/') ? begins(rest.join('/'), part.slice(2)) : begins([room, ...rest].join('/'), part),
    ),
  );
}

const isTest = (path: string) => /\.test\.tsx?$|\/fixtures\//.test(path) || !path.startsWith('src/');
const isPackage = ({ specifier }: Import) => !/^[.#]/.test(specifier);
const isPure = (path: string) =>
  (/^src\/(union|evidence)\/(.+\/)?(rules\/[^/]+|model)\.ts$/.test(path) || moduleOf(path) === 'kernel') &&
  !isTest(path);

type Check = (file: File, graph: Graph) => readonly string[];

/** The rules of the house: of one file, in the light of all, what is wrong with it. */
export const rules = {
  /** Imports run downward only, and every file under `src` stands in a module. */
  tower: ({ path, imports }) => {
    const from = moduleOf(path);
    if (from === null) return path.startsWith('src/') ? ['stands in no module'] : [];
    return imports.flatMap(({ target }) => {
      const to = target === null ? null : moduleOf(target);
      if (to === null || to === from) return [];
      if (pilots.includes(from) && pilots.includes(to)) return [`imports ${target}, which stands beside it`];
      return tower.indexOf(to) < tower.indexOf(from) ? [`imports ${target}, which is above it`] : [];
    });
  },
  /** Another module only by its name: its one door, or a file of an open module. Every import leads to a file. */
  door: ({ path, imports }) =>
    imports.flatMap(({ specifier, target, ...rest }) => {
      if (isPackage({ specifier, target, ...rest })) return [];
      if (target === null)
        return /\.tsx?$|^#/.test(specifier) ? [`imports ${specifier}, which leads nowhere`] : [];
      const [from, to] = [moduleOf(path), moduleOf(target)];
      if (from === null || to === null)
        return to === null && from !== null && !isTest(path)
          ? [`imports ${target}, which is no code of the product`]
          : [];
      if (from === to)
        return specifier.startsWith('#') && !openModules.includes(to) ? ['imports its own door'] : [];
      return specifier.startsWith('.') ? [`imports ${target} past the door of ${to}`] : [];
    }),
  /** The written order inside `union`. */
  rooms: ({ path, imports }) => {
    if (moduleOf(path) !== 'union' || isTest(path)) return [];
    const from = rowOf(path);
    if (from < 0) return ['has no place in the order of rooms'];
    return imports.flatMap(({ target }) => {
      const to = target !== null && moduleOf(target) === 'union' ? rowOf(target) : from;
      return to >= 0 && to < from ? [`imports ${target}, which is above it`] : [];
    });
  },
  /** No circle of imports. Those of types alone may run back: they are erased, so that no file waits for itself. */
  cycles: ({ path }, graph) => {
    const circle = findCircle(path, graph);
    return circle === null ? [] : [`imports itself: ${circle.join(' → ')}`];
  },
  /** Kernel, rules and models do no input or output: what they load, however far, stands on named packages only. */
  pure: ({ path }, graph) => (isPure(path) ? listImpurities(path, graph) : []),
  /** SQL is spoken in `platform` and in the stores. */
  sql: ({ path, sql }) =>
    sql &&
    !isTest(path) &&
    moduleOf(path) !== 'platform' &&
    !path.endsWith('/store.ts') &&
    !Object.hasOwn(exceptions.sql, path)
      ? ['speaks SQL']
      : [],
  /** The machine's clock and its chance are read in one place. */
  clock: ({ path, readsMachine }) =>
    Object.hasOwn(exceptions.clock, path) ? [] : readsMachine.map((read) => `reads the machine: ${read}`),
  /** A thing has one name wherever it is used. */
  exports: ({ path, defaultExport }) =>
    defaultExport && !path.endsWith('.d.ts') ? ['has a default export'] : [],
  /** kebab-case, and no name that says nothing. */
  names: ({ path }) =>
    path.split('/').flatMap((part) => {
      const [stem = ''] = part.split('.');
      if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part)) return [`${part} is not kebab-case`];
      return emptyName.test(stem) ? [`${stem} says nothing`] : [];
    }),
} as const satisfies Readonly<Record<string, Check>>;

export type RuleName = keyof typeof rules;

/** Every breach of every rule. */
export function findViolations(graph: Graph): readonly Violation[] {
  return (Object.keys(rules) as RuleName[]).flatMap((rule) =>
    [...graph.values()].flatMap((file) =>
      rules[rule](file, graph).map((what) => ({ rule, path: file.path, what })),
    ),
  );
}

/** The shortest way from a file back to itself, by what is loaded. */
function findCircle(start: string, graph: Graph): readonly string[] | null {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const target of loadedBy(way.at(-1) ?? start, graph)) {
      if (target === start) return [...way, target];
      if (seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  return null;
}

function loadedBy(path: string, graph: Graph): readonly string[] {
  return (graph.get(path)?.imports ?? []).flatMap(({ typeOnly, target }) =>
    typeOnly || target === null ? [] : [target],
  );
}

function listImpurities(start: string, graph: Graph): readonly string[] {
  const reached = new Set([start]);
  for (const path of reached) for (const target of loadedBy(path, graph)) reached.add(target);
  return [...reached].flatMap((path) =>
    (graph.get(path)?.imports ?? [])
      .filter((one) => isPackage(one) && !one.typeOnly && !kernelPackages.includes(one.specifier))
      .map(({ specifier }) => `reaches ${specifier} through ${path}`),
  );
}

const markers = ['<!-- diagram: npm run generate writes it -->', '<!-- end of diagram -->'] as const;

/** Who imports whom, as it is: the modules, and the rows of `union`. Arrows that follow from two others are left out. */
export function drawDiagram(graph: Graph): string {
  const files = [...graph.values()].filter(({ path }) => !isTest(path));
  const edges = (stemOf: (path: string) => string | null) =>
    new Set(
      files.flatMap(({ path, imports }) => {
        const from = stemOf(path);
        const reached = imports.map(({ target }) => (target === null ? null : stemOf(target)));
        return reached.flatMap((to) =>
          from === null || to === null || from === to ? [] : [`${from} --> ${to}`],
        );
      }),
    );
  const row = (path: string) => (moduleOf(path) === 'union' ? (unionOrder[rowOf(path)]?.name ?? null) : null);
  const draw = (name: string, found: ReadonlySet<string>) =>
    [
      '```mermaid',
      'flowchart TD',
      `  %% ${name}`,
      ...withoutShortcuts(found)
        .toSorted()
        .map((edge) => `  ${edge}`),
      '```',
    ].join('\n');
  return `${draw('modules', edges(moduleOf))}\n\n${draw('inside union', edges(row))}`;
}

/** Without an edge for which there is a longer way: what is left still shows everything that can be reached. */
function withoutShortcuts(edges: ReadonlySet<string>): readonly string[] {
  const pairs = [...edges].map((edge) => edge.split(' --> ') as [string, string]);
  const next = (from: string) => pairs.flatMap(([start, to]) => (start === from ? [to] : []));
  return pairs
    .filter(([from, to]) => {
      const below = new Set(next(from).filter((between) => between !== to));
      for (const between of below) for (const further of next(between)) below.add(further);
      return !below.has(to);
    })
    .map((pair) => pair.join(' --> '));
}

/** The document with today's diagram between its markers. Throws when it has no markers. */
export function withDiagram(document: string, diagram: string): string {
  const [start, end] = markers;
  const [before, rest] = document.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`ARCHITECTURE.md has no line ${start}`);
  return `${before}${start}\n${diagram}\n${end}${after}`;
}

const help = `node --import tsx tools/architecture.ts [--write]

Checks every import of src, test, tools and bench against the rules of the house (${Object.keys(rules).join(', ')})
and prints the import diagram.
  --write  puts the diagram into ARCHITECTURE.md (npm run generate does so too)
The exit status is 1 when a rule is broken.
`;

if (import.meta.main) {
  const words = process.argv.slice(2);
  if (words.includes('--help')) process.stdout.write(help);
  else if (words.some((word) => word !== '--write')) {
    process.stderr.write(help);
    process.exitCode = 2;
  } else {
    const graph = readGraph(readSources());
    const found = findViolations(graph);
    for (const { rule, path, what } of found) process.stderr.write(`${path}: ${what} (${rule})\n`);
    process.stderr.write(`${graph.size} files, ${found.length} breaches\n`);
    const diagram = drawDiagram(graph);
    const file = `${projectFolder}ARCHITECTURE.md`;
    if (words.includes('--write')) writeFileSync(file, withDiagram(readFileSync(file, 'utf8'), diagram));
    else process.stdout.write(`${diagram}\n`);
    process.exitCode = found.length === 0 ? 0 : 1;
  }
}

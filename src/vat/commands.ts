import { createReadStream, createWriteStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { bundleTogether } from './cycles/bundle-together.ts';
import type { SalesBundle } from './cycles/bundles.ts';
import { countTogether } from './cycles/count-together.ts';
import { buildGraph, type EdgeColumns } from './cycles/graph.ts';
import type { Together } from './cycles/in-threads.ts';
import { makeUpGraph } from './cycles/made-up.ts';
import { type ReadEdges, readEdges } from './cycles/read-edges.ts';
import { buildSales } from './cycles/sales.ts';
import { everyTenth } from './edges/search-answer.ts';
import { readMargin, readNumber, readWindow } from './options.ts';
import { refundCommands } from './refunds/commands.ts';
import { vatTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const refuse = (...problems: readonly Problem[]): CommandResult => ({ kind: 'usage', problems });

/** Edges that are looked at from one first edge, where `--budget` says nothing: minutes, and no more. */
const defaultBudget = 1_000_000_000;
/** The label of hops and the stack of a search are of fixed size. */
const longestCycle = 32;

/** Edges below which one thread is done before another has started. */
const worthThreads = 200_000;

/** Says how far a search is where that is a tenth more than it last said. */
const tenthsTo = (progress: (line: string) => void) => {
  const say = everyTenth((step) => {
    if (typeof step !== 'string')
      progress(`${10 * Math.floor((10 * step.done) / Math.max(1, step.parts))} %`);
  });
  return (done: number, parts: number) => say({ done, parts });
};

const cycles: Command = {
  alone: true,
  name: 'vat cycles',
  usage: 'FILE',
  summary:
    'how many cycles of which length there are: sales one after the other that come back to who began; FILE has lines `src dst t`, t in seconds',
  options: {
    window: { type: 'string', help: 'from the first to the last sale at the most: 30d, 6h, 90m, 45s' },
    'max-length': { type: 'string', help: `sales at the most, 2 to ${longestCycle} (default: 8)` },
    budget: {
      type: 'string',
      help: `sales that are looked at from one first sale before the search goes on to the next, and says so (default: ${defaultBudget})`,
    },
    workers: { type: 'string', help: 'threads that search (default: as many as there are cores)' },
    bundles: {
      type: 'boolean',
      help: 'say through whom they go: for each round of traders how many cycles, of which amounts and when; a line may then have cents as its fourth number',
    },
    margin: {
      type: 'string',
      help: 'with --bundles: an amount is from 1 − margin to 1 + margin times the one before (default: 0.15)',
    },
    together: {
      type: 'boolean',
      help: 'with --bundles: hold sums against each other, of all that the same two sold within the window, so that an amount that was split is seen',
    },
  },
  run: async ({ positionals, options, language, progress }): Promise<CommandResult> => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || typeof options.window !== 'string') return usage;
    if (options.bundles !== true && (options.margin !== undefined || options.together !== undefined))
      return usage;
    const window = readWindow(options.window);
    const maxLength = readNumber(options['max-length'] ?? '8', '--max-length', 2, longestCycle);
    const budget = readNumber(
      options.budget ?? String(defaultBudget),
      '--budget',
      1,
      Number.MAX_SAFE_INTEGER,
    );
    const workers = readNumber(options.workers ?? String(availableParallelism()), '--workers', 1, 256);
    const margin = readMargin(options.margin ?? '0.15');
    const faults = [window, maxLength, budget, workers, margin].flatMap((one) =>
      one.ok ? [] : one.problems,
    );
    if (!window.ok || !maxLength.ok || !budget.ok || !workers.ok || !margin.ok) return refuse(...faults);
    const read = await readFileOf(file);
    if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
    const { columns, names } = read.value;
    const search = { window: window.value, maxLength: maxLength.value, budget: budget.value };
    const together: Together =
      columns.src.length < worthThreads
        ? { workers: 1 }
        : { workers: workers.value, progress: tenthsTo(progress) };
    const rule = { margin: margin.value, together: options.together === true };
    const bundled =
      options.bundles === true
        ? await bundleTogether(buildSales(columns, names.length), { ...search, ...rule }, together)
        : null;
    const found = bundled ?? (await countTogether(buildGraph(columns, names.length), search, together));
    const counts = Object.fromEntries(
      Array.from({ length: search.maxLength - 1 }, (_, index) => [index + 2, found.counts[index + 2] ?? 0]),
    );
    const truncated = found.truncated > 0;
    const bundles = bundled === null ? null : inNamesOf(bundled.bundles, read.value);
    const { cycles: words } = vatTexts(language);
    const text = [
      ...Object.entries(counts).map(([length, count]) => words.line({ length, count })),
      ...(truncated ? [words.truncated({ count: found.truncated })] : []),
      ...(bundles === null
        ? []
        : [words.bundles({ count: bundles.length, shown: Math.min(shownBundles, bundles.length) })]),
      ...(bundles ?? [])
        .slice(0, shownBundles)
        .map(({ traders, count, volume, first, last }) =>
          words.bundle({ traders: traders.join(' → '), count, volume: volume ?? '?', first, last }),
        ),
    ];
    const json = { counts, truncated, ...(bundles === null ? {} : { bundles }) };
    return { kind: 'answer', json, text: text.join('\n') };
  },
};

/** Bundles that are told to people, of all that a program gets. */
const shownBundles = 20;

type NamedBundle = {
  readonly traders: readonly number[];
  readonly count: number;
  readonly volume: number | null;
  readonly first: number;
  readonly last: number;
};

/** In the file's own numbers and times; the largest first, of the same volume by their traders. */
function inNamesOf(bundles: readonly SalesBundle[], { names, since }: ReadEdges): readonly NamedBundle[] {
  const named = bundles.map(({ traders, count, cents, first, last }) => {
    const own = traders.map((trader) => names[trader] as number);
    const least = own.indexOf(Math.min(...own));
    const turned = [...own.slice(least), ...own.slice(0, least)];
    return { traders: turned, count, volume: cents, first: first + since, last: last + since };
  });
  return named.sort(
    (one, other) => (other.volume ?? 0) - (one.volume ?? 0) || byNumbers(one.traders, other.traders),
  );
}

function byNumbers(one: readonly number[], other: readonly number[]): number {
  for (const [place, number] of one.entries()) {
    const difference = number - (other[place] ?? Number.NEGATIVE_INFINITY);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

const graph: Command = {
  alone: true,
  name: 'vat graph',
  usage: '',
  summary: 'write a made-up graph of sales, the same for the same seed everywhere, to measure a search on',
  options: {
    vertices: { type: 'string', help: 'how many trade' },
    edges: { type: 'string', help: 'how many sales' },
    seed: { type: 'string', help: 'a number above zero (default: 42)' },
    days: { type: 'string', help: 'over how many days (default: 365)' },
    out: { type: 'string', help: 'the file: lines `src dst t`' },
    binary: {
      type: 'boolean',
      help: 'instead of lines three numbers of four bytes a sale, the low byte first',
    },
  },
  run: async ({ positionals, options, language }): Promise<CommandResult> => {
    const { out, binary } = options;
    if (positionals.length > 0 || typeof out !== 'string') return usage;
    const asked = {
      vertices: readNumber(options.vertices, '--vertices', 2, 2 ** 31 - 1),
      edges: readNumber(options.edges, '--edges', 1, 2 ** 28),
      seed: readNumber(options.seed ?? '42', '--seed', 1, 2 ** 32 - 1),
      days: readNumber(options.days ?? '365', '--days', 1, 24_000),
    };
    const faults = Object.values(asked).flatMap((one) => (one.ok ? [] : one.problems));
    const { vertices, edges, seed, days } = asked;
    if (!vertices.ok || !edges.ok || !seed.ok || !days.ok) return refuse(...faults);
    const columns = makeUpGraph(vertices.value, edges.value, seed.value, days.value);
    const written = await writeEdges(out, columns, binary === true);
    if (!written.ok) return refuse(...written.problems);
    const json = {
      file: out,
      vertices: vertices.value,
      edges: edges.value,
      seed: seed.value,
      days: days.value,
    };
    return { kind: 'answer', json, text: vatTexts(language).graph(json) };
  },
};

export const vatCommands: readonly Command[] = [cycles, graph, ...refundCommands];

/** Problems: `file_unreadable` and those of `readEdges`. */
async function readFileOf(file: string): Promise<Result<ReadEdges>> {
  try {
    return await readEdges(createReadStream(file, { highWaterMark: 1024 * 1024 }), file);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail(problem('file_unreadable', 'FILE', { file }));
    throw error;
  }
}

/** Edges that are written at once. */
const atOnce = 100_000;

/** Problem: `vat_file_unwritable`. */
async function writeEdges(file: string, columns: EdgeColumns, binary: boolean): Promise<Result<true>> {
  try {
    await pipeline(Readable.from(written(columns, binary)), createWriteStream(file));
    return ok(true);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return fail(problem('vat_file_unwritable', '--out', { file }));
    throw error;
  }
}

function* written({ src, dst, time }: EdgeColumns, binary: boolean): Generator<Buffer> {
  for (let from = 0; from < src.length; from += atOnce) {
    const until = Math.min(src.length, from + atOnce);
    const numbers = new Int32Array(3 * (until - from));
    for (let edge = from; edge < until; edge++)
      numbers.set([src[edge] as number, dst[edge] as number, time[edge] as number], 3 * (edge - from));
    yield binary ? littleEndian(numbers) : linesOf(numbers);
  }
}

function littleEndian(numbers: Int32Array): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, place) => void bytes.writeInt32LE(number, 4 * place));
  return bytes;
}

function linesOf(numbers: Int32Array): Buffer {
  const lines: string[] = [];
  for (let at = 0; at < numbers.length; at += 3)
    lines.push(`${numbers[at]} ${numbers[at + 1]} ${numbers[at + 2]}\n`);
  return Buffer.from(lines.join(''));
}

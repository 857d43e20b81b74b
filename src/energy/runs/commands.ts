import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import type { Language } from '#kernel/languages.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { AloneContext, Command, CommandResult } from '#platform/module.ts';
import { type Check, certify } from '../certification/certify.ts';
import { clearAll } from '../clearing/clear-all.ts';
import type { Clearing } from '../clearing/model.ts';
import { loadSolver, solverName } from '../clearing/solver.ts';
import { directionsOf } from '../domain/borders.ts';
import { domainFormats, readDomainFile } from '../imports/domains.ts';
import { readGme } from '../imports/gme.ts';
import { readRights } from '../imports/long-term-rights.ts';
import { type Replayed, type ReplayedDay, replayGme, together } from '../replay/gme.ts';
import { certified, madeUpMarket, stepName } from './clear-domain.ts';
import { keepRun, runsFolder } from './kept-runs.ts';
import { readRunFile } from './read-runs.ts';
import { type Mode, modes, unverifiedOf } from './run-file.ts';
import { runTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const refuse = (...problems: readonly Problem[]): CommandResult => ({ kind: 'usage', problems });
const findings = (problems: readonly Problem[], json: object = {}): CommandResult => ({
  kind: 'findings',
  json: { ...json, findings: problems },
  findings: problems,
});

/** Hours below which one thread is done before others have loaded the solver. */
const worthThreads = 48;

const clear: Command = {
  alone: true,
  name: 'energy clear',
  usage:
    '--gme DIR | --domain FILE --format FORMAT --book synthetic:SEED [--mode MODE] [--borders A-B,B-C] [--rights FILE]',
  summary:
    'clears coupled markets and certifies each result: of every day in a folder of GME, blocks decided here, held against what was published and not kept; or of every hour in a file of domains, with made-up orders, kept as a run',
  options: {
    gme: { type: 'string', help: 'a folder in the layout of GME' },
    domain: { type: 'string', help: 'a file of flow-based domains' },
    format: { type: 'string', help: `layout of that file: ${domainFormats.join(', ')}` },
    book: { type: 'string', help: 'orders: synthetic:SEED, made up and the same for the same seed' },
    mode: {
      type: 'string',
      help: 'fb: within the domain (default); intuitive: the same without exchanges from a dear to a cheap zone; atc: within capacities that are cut out of it; copper: as if the grid limited nothing',
    },
    borders: {
      type: 'string',
      help: 'pairs of hubs with a border, for atc and intuitive; every pair where none are named',
    },
    rights: {
      type: 'string',
      help: 'a file of long-term rights beside the domain, for fb: `from;to;megawatts`, a direction a line',
    },
    workers: {
      type: 'string',
      help: 'threads (default: as many as there are cores, for more than two days)',
    },
    out: { type: 'string', help: 'folder for the runs (default: energy/runs in the folder of data)' },
  },
  run: async (context) => {
    const { gme, domain, format, book, mode, borders, rights, workers } = context.options;
    if (context.positionals.length > 0) return usage;
    if (
      typeof gme === 'string' &&
      [domain, format, book, mode, borders, rights].every((option) => option === undefined)
    )
      return clearGme(gme, context.language, context.progress);
    if (typeof domain !== 'string' || gme !== undefined) return usage;
    return clearDomains(domain, { format, book, mode: mode ?? 'fb', borders, rights, workers }, context);
  },
};

async function clearGme(
  folder: string,
  language: Language,
  progress: (line: string) => void,
): Promise<CommandResult> {
  const read = await readGme(folder);
  if (!read.ok) return findings(read.problems);
  const solver = await loadSolver();
  const days: ClearedDay[] = [];
  for (const day of read.value) {
    const replayed = replayGme(solver, day);
    if (replayed.ok) progress(runTexts(language).gme.day({ day: day.day, ...countsOf(replayed.value) }));
    days.push({ day: day.day, replayed });
  }
  return toldOfGme(days, language);
}

type ClearedDay = { readonly day: string; readonly replayed: Result<ReplayedDay> };

/** What came of days of GME: findings where one could not be cleared, or is not certified. */
export function toldOfGme(cleared: readonly ClearedDay[], language: Language): CommandResult {
  const words = runTexts(language).gme;
  const broken = cleared.flatMap(({ day, replayed }) =>
    replayed.ok ? brokenOf(replayed.value.checks, day) : within(day, replayed.problems),
  );
  const days = cleared.flatMap(({ day, replayed }) => {
    if (!replayed.ok) return [];
    const { checks: _, ...told } = replayed.value;
    return [{ day, ...told }];
  });
  const all = together(days);
  const certified = days.filter(({ isCertified }) => isCertified).length;
  const json = { ...all, certified, days };
  if (broken.length > 0) return findings(broken, json);
  return {
    kind: 'answer',
    json,
    text: [
      words.total({ ...countsOf(all), maxError: all.maxError, flowMeanError: all.flowMeanError ?? '–' }),
      words.certified({ certified, days: days.length }),
      ...Object.entries(all.blocks).map(([status, counts]) => words.blocks({ status, ...counts })),
    ].join('\n'),
  };
}

const countsOf = ({ exact, zoneHours }: Replayed) => ({ exact, zoneHours });

type Asked = {
  readonly format: string | boolean | undefined;
  readonly book: string | boolean | undefined;
  readonly mode: string | boolean;
  readonly borders: string | boolean | undefined;
  readonly rights: string | boolean | undefined;
  readonly workers: string | boolean | undefined;
};

async function clearDomains(
  file: string,
  asked: Asked,
  { options, dataFolder, language, progress }: AloneContext,
): Promise<CommandResult> {
  const words = runTexts(language).domain;
  const format = chosen(domainFormats, asked.format, '--format');
  const mode = chosen(modes, asked.mode, '--mode');
  const seed = readSeed(asked.book);
  const workers = readWorkers(asked.workers);
  const borders = readBorders(asked.borders, mode);
  const rightsGiven = rightsFile(asked.rights, mode);
  if (!format.ok || !mode.ok || !seed.ok || !workers.ok || !borders.ok || !rightsGiven.ok)
    return refuse(
      ...[format, mode, seed, workers, borders, rightsGiven].flatMap((one) => (one.ok ? [] : one.problems)),
    );
  const read = await readDomainFile(file, format.value);
  if (!read.ok) return findings(read.problems);
  const { steps: domains, warnings } = read.value;
  const folder = typeof options.out === 'string' ? options.out : runsFolder(dataFolder);
  const hash = await hashOf(file);

  // All steps of a file have the same hubs.
  const directions = directionsOf(domains[0]?.hubs ?? [], borders.value);
  if (!directions.ok) return refuse(...directions.problems);
  const rights =
    rightsGiven.value === null ? ok(null) : readRights(rightsGiven.value, domains[0]?.hubs ?? []);
  if (!rights.ok) return findings(rights.problems);
  const asks = domains.map((domain) =>
    madeUpMarket(domain, seed.value, mode.value, directions.value, rights.value),
  );
  const markets = asks.flatMap((market) => (market.ok ? [market.value] : []));
  const say = everyTenth((done) => progress(words.progress({ done, of: markets.length })));
  const few = asked.workers === undefined && markets.length < worthThreads;
  const cleared = await clearAll(markets, { workers: few ? 1 : workers.value, progress: say });
  const next = cleared.values();
  const results = asks.map((market) => (market.ok ? (next.next().value as Result<Clearing>) : market));

  const rules = {
    borders: !knowsBorders(mode.value) ? null : borders.value === null ? 'every pair' : 'named',
    rights: rightsGiven.value === null ? null : await hashOf(rightsGiven.value),
    unverified: [...unverifiedOf[mode.value], ...(rights.value === null ? [] : (['rights'] as const))],
  } as const;
  const runs: string[] = [];
  const broken: Problem[] = [];
  let [passed, congested] = [0, 0];
  for (const [index, domain] of domains.entries()) {
    const name = stepName(domain);
    const result = results[index] as Result<Clearing>;
    if (!result.ok) {
      broken.push(...within(name, result.problems));
      continue;
    }
    const { clearing, checks, isCongested } = certified(result.value);
    const failed = brokenOf(checks, name);
    broken.push(...failed);
    // What does not pass is seen by nobody.
    if (failed.length > 0) continue;
    passed++;
    if (isCongested) congested++;
    const path = await keepRun(
      folder,
      {
        ...{
          mode: mode.value,
          book: String(asked.book),
          isSynthetic: true,
          domain: hash,
          solver: solverName,
        },
        ...{ day: domain.day ?? domain.typicalDay ?? '', periods: [domain.period], ...rules },
      },
      clearing,
    );
    runs.push(path);
  }
  const json = {
    hours: domains.length,
    certified: passed,
    congested,
    isSynthetic: true,
    mode: mode.value,
    ...rules,
    runs,
  };
  if (broken.length > 0) return findings([...broken, ...warnings], json);
  return {
    kind: 'answer',
    ...{ json, findings: warnings },
    text: [
      words.total({ hours: json.hours, certified: passed, congested, folder }),
      ...(rules.borders === null ? [] : [runTexts(language).borders[rules.borders]]),
      ...rules.unverified.map((way) => runTexts(language).unverified[way]),
      words.synthetic,
    ].join('\n'),
  };
}

/** Findings with a place around theirs. */
const within = (where: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((one) => ({ ...one, path: [where, one.path].join(' ').trim() }));

/** What does not hold, as findings. `where` stands before the place. */
export const brokenOf = (checks: readonly Check[], where: string): readonly Problem[] =>
  checks.flatMap(({ invariant, worst, tolerance, at, holds }) =>
    holds
      ? []
      : [problem('energy_invariant_broken', [where, at].join(' ').trim(), { invariant, worst, tolerance })],
  );

function chosen<T extends string>(
  known: readonly T[],
  given: string | boolean | undefined,
  option: string,
): Result<T> {
  const found = known.find((one) => one === given);
  return found === undefined
    ? fail(problem('choice_unknown', option, { text: String(given ?? ''), known: known.join(', ') }))
    : ok(found);
}

const knowsBorders = (mode: Mode) => mode === 'atc' || mode === 'intuitive';

/** Borders as they are named; null: none are. Problem: `energy_borders_unused` where the mode knows none. */
function readBorders(given: string | boolean | undefined, mode: Result<Mode>): Result<string | null> {
  if (typeof given !== 'string') return ok(null);
  return mode.ok && !knowsBorders(mode.value)
    ? fail(problem('energy_borders_unused', '--borders', { mode: mode.value }))
    : ok(given);
}

/** Problem: `energy_rights_unused` where the mode has no place for rights. */
function rightsFile(given: string | boolean | undefined, mode: Result<Mode>): Result<string | null> {
  if (typeof given !== 'string') return ok(null);
  return mode.ok && mode.value !== 'fb'
    ? fail(problem('energy_rights_unused', '--rights', { mode: mode.value }))
    : ok(given);
}

/** Problems: `energy_book_unknown`. */
export function readSeed(book: string | boolean | undefined): Result<number> {
  const digits = /^synthetic:(\d{1,9})$/.exec(String(book))?.[1];
  return digits === undefined
    ? fail(problem('energy_book_unknown', '--book', { received: String(book ?? '').slice(0, 40) }))
    : ok(Number(digits));
}

/** Says how far it is at each tenth of all. */
function everyTenth(say: (done: number) => void) {
  let told = 0;
  return (done: number, all: number) => {
    const tenth = Math.floor((10 * done) / all);
    if (tenth > told) say(done);
    told = tenth;
  };
}

function readWorkers(given: string | boolean | undefined): Result<number> {
  const count = Number(given ?? availableParallelism());
  return Number.isInteger(count) && count >= 1 && count <= 64
    ? ok(count)
    : fail(problem('energy_workers_invalid', '--workers', { received: String(given).slice(0, 40) }));
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

const certifyRun: Command = {
  alone: true,
  name: 'energy certify',
  usage: 'RUN',
  summary:
    'recomputes from the orders and limits in a run, without the solver, everything that must be true of its result, and says what is not',
  options: {},
  run: async ({ positionals, language }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return usage;
    const run = await readRunFile(file);
    if (!run.ok) return findings(run.problems, { holds: false });
    const checks = certify(run.value.clearing);
    const broken = brokenOf(checks, '');
    const json = { holds: broken.length === 0, about: run.value.about, checks };
    if (broken.length > 0) return findings(broken, json);
    const words = runTexts(language);
    return {
      kind: 'answer',
      json,
      text: [
        ...checks.map(({ invariant, worst }) =>
          words.certify.check({ what: words.invariants[invariant], worst }),
        ),
        words.certify.holds({ count: checks.length }),
      ].join('\n'),
    };
  },
};

export const runCommands: readonly Command[] = [clear, certifyRun];

import { availableParallelism } from 'node:os';
import { ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { runYears } from '../adequacy/in-threads.ts';
import { type Indices, indicesOf } from '../adequacy/indices.ts';
import { readJson } from '../adequacy/json-file.ts';
import type { Study } from '../adequacy/model.ts';
import { isRtsFile, readRts } from '../adequacy/rts-file.ts';
import { readStudy } from '../adequacy/study-file.ts';
import { certify } from '../certification/certify.ts';
import { loadSolver } from '../clearing/solver.ts';
import { readGme } from '../imports/gme.ts';
import { type Replayed, replayGme, together } from '../replay/gme.ts';
import { aboutOf, findRun, listRunNames, runsFolder } from '../runs/kept-runs.ts';
import { evidenceFolder, keepEvidence } from './kept-evidence.ts';
import type { AdequacyEvidence, Exactness, Short } from './model.ts';
import { totalOf } from './rules/ledger.ts';
import { bucketOf, ledgersOf, type NamedRun, pairRuns } from './rules/pair-runs.ts';
import { evidenceTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const findings = (problems: readonly Problem[]): CommandResult => ({
  ...{ kind: 'findings', json: { findings: problems }, findings: problems },
});

const runs: Command = {
  alone: true,
  name: 'energy evidence runs',
  usage: '',
  summary:
    'certifies all runs that this node keeps, holds those of the same orders beside one another, and keeps what that comes to for the page of evidence',
  options: {},
  run: async ({ positionals, language, dataFolder, progress }) => {
    if (positionals.length > 0) return usage;
    const words = evidenceTexts(language).command;
    const folder = runsFolder(dataFolder);
    const names = await listRunNames(folder);
    const buckets = new Map<string, readonly string[]>();
    for (const name of names) {
      const about = await aboutOf(folder, name);
      // What does not say what it is stands alone, and is told below.
      const bucket = about === null ? name : bucketOf(about);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), name]);
    }
    const faults: Problem[] = [];
    const paired: ReturnType<typeof pairRuns>[number][] = [];
    let done = 0;
    // A bucket at a time: all runs of a node may be more than its memory.
    for (const ofOne of buckets.values()) {
      const read: NamedRun[] = [];
      for (const name of ofOne) {
        const run = await findRun(folder, name);
        if (!run.ok) faults.push(...run.problems);
        else if (certify(run.value.clearing).every(({ holds }) => holds)) read.push({ ...run.value, name });
        else faults.push(problem('energy_run_broken', `${name}.json`));
      }
      paired.push(...pairRuns(read));
      done += ofOne.length;
      progress(words.progress({ done, of: names.length }));
    }
    // What does not pass is evidence of nothing, and neither is the rest before somebody has looked.
    if (faults.length > 0) return findings(faults);
    const evidence = { runs: names, ledgers: ledgersOf(paired) };
    const file = await keepEvidence(evidenceFolder(dataFolder), 'runs', evidence);
    const { ledgers } = evidence;
    return {
      kind: 'answer',
      json: { file, ...evidence },
      text: [
        words.runs({ runs: names.length, pairs: paired.length, file }),
        ...ledgers.map((ledger) => {
          const total = totalOf(ledger);
          const { mode, counterfactual, book, lines } = ledger;
          const euros = total === null ? words.twice : words.euros({ euros: Math.round(total.welfare) });
          return words.ledger({ mode, counterfactual, book, days: lines.length, euros });
        }),
        ...(ledgers.some(({ isSynthetic }) => isSynthetic) ? [words.synthetic] : []),
      ].join('\n'),
    };
  },
};

const exactness: Command = {
  alone: true,
  name: 'energy evidence exactness',
  usage: 'DIR',
  summary:
    'clears the published orders of every day in a folder of GME, holds results against the published ones, and keeps what that comes to for the page of evidence',
  options: {},
  run: async ({ positionals: [folder, ...more], language, dataFolder, progress }) => {
    if (folder === undefined || more.length > 0) return usage;
    const words = evidenceTexts(language).command;
    const read = await readGme(folder);
    if (!read.ok) return findings(read.problems);
    const solver = await loadSolver();
    const replayed: Replayed[] = [];
    for (const day of read.value) {
      const one = replayGme(solver, day);
      if (!one.ok) return findings(one.problems);
      replayed.push(one.value);
      progress(words.progress({ done: replayed.length, of: read.value.length }));
    }
    const days = read.value.map(({ day }) => day);
    const evidence = exactnessOf(days, replayed);
    if (evidence === null) return findings([problem('energy_evidence_no_days', folder)]);
    const file = await keepEvidence(evidenceFolder(dataFolder), 'exactness', evidence);
    const { exact, zoneHours, count } = evidence;
    return {
      kind: 'answer',
      json: { file, ...evidence },
      text: words.exactness({ exact, zoneHours, count, file }),
    };
  },
};

/** Days with what came of each; null: there is none. */
export function exactnessOf(days: readonly string[], replayed: readonly Replayed[]): Exactness | null {
  const inOrder = days.toSorted();
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { source: 'GME', days: [first, last], count: days.length, ...together(replayed) };
}

const adequacy: Command = {
  alone: true,
  name: 'energy evidence adequacy',
  usage: 'FILE --years N --seed S',
  summary:
    'how often areas would be short that help one another, beside the same areas each alone with the same outages; keeps what that comes to for the page of evidence',
  options: {
    years: { type: 'string', help: 'years to make, 1 to 1,000,000' },
    seed: { type: 'string', help: 'a whole number; the same one gives the same bytes' },
  },
  run: async ({ positionals: [file, ...more], options, language, dataFolder, progress }) => {
    const [years, seed] = [wholeOf(options.years, 1, 1_000_000), wholeOf(options.seed, 0, 2 ** 32 - 1)];
    if (file === undefined || more.length > 0 || years === null || seed === null) return usage;
    const read = await readAny(file);
    if (!read.ok) return findings(read.problems);
    const words = evidenceTexts(language).command;
    const asked = {
      workers: availableParallelism(),
      progress: (done: number, of: number) => progress(words.progress({ done, of })),
    };
    const study = read.value;
    const made = async (one: Study) => indicesOf(one, await runYears(one, seed, years, asked));
    const shared = await made(study);
    const alone = study.exchange === null ? null : await made({ ...study, exchange: null });
    const evidence = adequacyOf(study, { years, seed }, shared, alone);
    const kept = await keepEvidence(evidenceFolder(dataFolder), 'adequacy', evidence, study.name);
    return {
      kind: 'answer',
      json: { file: kept, ...evidence },
      text: [
        words.adequacy({ study: study.name, years, file: kept }),
        ...(study.synthetic ? [words.syntheticStudy] : []),
      ].join('\n'),
    };
  },
};

/** Indices by area as they are kept; those of all areas together, which come last, are left out: no standard is theirs. */
export function adequacyOf(
  { name, synthetic, areas }: Pick<Study, 'name' | 'synthetic' | 'areas'>,
  made: { readonly years: number; readonly seed: number },
  shared: readonly Indices[],
  alone: readonly Indices[] | null,
): AdequacyEvidence {
  const shortOf = ({ lole, eens }: Indices): Short => ({ lole, eens });
  return {
    ...{ study: name, isSynthetic: synthetic, ...made },
    areas: areas.map((area, place) => ({
      area,
      shared: shortOf(shared[place] as Indices),
      alone: alone === null ? null : shortOf(alone[place] as Indices),
    })),
  };
}

/** A study, or the test system as one. */
async function readAny(file: string): Promise<Result<Study>> {
  const json = await readJson(file);
  if (!json.ok) return json;
  if (!isRtsFile(json.value)) return readStudy(json.value);
  const read = readRts(json.value);
  return read.ok ? ok(read.value.study) : read;
}

function wholeOf(text: string | boolean | undefined, least: number, most: number): number | null {
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

export const evidenceCommands: readonly Command[] = [runs, exactness, adequacy];

import { availableParallelism } from 'node:os';
import { ok, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { outageTable, indicesOf as tableIndicesOf } from './copt.ts';
import { type Explained, eventsOf, explainHour } from './explain.ts';
import type { Indices } from './indices.ts';
import type { Estimate } from './intervals.ts';
import { readJson } from './json-file.ts';
import { findStudy, keepStudy, makeStudyRun, readStudyRunFile, studiesFolder } from './kept-studies.ts';
import { madeUpStudy } from './made-up-study.ts';
import type { Study } from './model.ts';
import { isRtsFile, readRts } from './rts-file.ts';
import { standardOf } from './standards.ts';
import { readStudy } from './study-file.ts';
import { writeStudyRun } from './study-run.ts';
import { adequacyTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const refused = (problems: Extract<Result<never>, { ok: false }>['problems']): CommandResult => ({
  ...{ kind: 'findings', json: { findings: problems }, findings: problems },
});

const copt: Command = {
  alone: true,
  name: 'energy adequacy copt',
  usage: 'FILE',
  summary: 'expected shortage of one area by exact convolution of its units against a year of load',
  options: {},
  run: async ({ positionals: [file, ...more], language }) => {
    if (file === undefined || more.length > 0) return usage;
    const json = await readJson(file);
    if (!json.ok) return refused(json.problems);
    const read = readRts(json.value);
    if (!read.ok) return refused(read.problems);
    const { units, study, dailyPeaks } = read.value;
    const table = outageTable(units);
    if (table === null) return refused([problem('energy_copt_too_fine', 'FILE')]);
    const found = tableIndicesOf(table, study.climateYears[0]?.load ?? [], dailyPeaks);
    const [hlole, loee, lole] = [round(found.hlole, 6), round(found.loee, 3), round(found.lole, 6)];
    const megawatts = table.capacity;
    return {
      kind: 'answer',
      json: { hlole, loee, lole, hours: study.hours, megawatts, rows: table.likely.length },
      text: adequacyTexts(language).copt({ hlole, loee, lole }),
    };
  },
};

const run: Command = {
  alone: true,
  name: 'energy adequacy run',
  usage: 'FILE|synthetic:SEED --years N --seed S',
  summary:
    'expected shortage by Monte Carlo: climate years, outages in time and flow-based exchange, each index with its interval',
  options: {
    years: { type: 'string', help: 'years to make, 1 to 10,000,000' },
    seed: { type: 'string', help: 'a whole number; the same one gives the same bytes' },
    workers: { type: 'string', help: 'threads, 1 to 64; as many as the machine has cores when left out' },
    explain: {
      type: 'string',
      help: 'YEAR: names the events of that year of the run, from 0, and what limited each',
    },
    keep: {
      type: 'boolean',
      help: 'keeps the study with all that it was made from, for the pages of this node',
    },
  },
  run: async ({ positionals: [file, ...more], options, language, dataFolder, progress }) => {
    const years = wholeOf(options.years, 1, 10_000_000);
    const seed = wholeOf(options.seed, 0, 2 ** 32 - 1);
    const workers = options.workers === undefined ? availableParallelism() : wholeOf(options.workers, 1, 64);
    const explain = options.explain === undefined ? -1 : wholeOf(options.explain, 0, (years ?? 1) - 1);
    if (file === undefined || more.length > 0) return usage;
    if (years === null || seed === null || workers === null || explain === null) return usage;
    const read = await readAny(file);
    if (!read.ok) return refused(read.problems);
    const study = read.value;
    const words = adequacyTexts(language);
    const made = await makeStudyRun(
      study,
      { years, seed },
      { workers, progress: (done, all) => progress(words.progress({ done, all })) },
    );
    const { indices, asked } = made.result;
    const kept = options.keep === true ? await keepStudy(studiesFolder(dataFolder), made) : null;
    const named = [...study.areas, null];
    const events = explain < 0 ? null : explained(study, seed, explain);
    const standards = study.areas.flatMap((area) => {
      const standard = standardOf(area);
      return standard === null ? [] : [{ area, ...standard }];
    });
    return {
      kind: 'answer',
      json: {
        ...{ study: study.name, synthetic: study.synthetic, years, seed, confidence: 0.95 },
        ...{ areas: indices.slice(0, -1).map((one, area) => ({ area: study.areas[area], ...told(one) })) },
        standards,
        together: told(indices.at(-1) as Indices),
        asked,
        ...(events === null ? {} : { events }),
        ...(kept === null ? {} : { kept }),
      },
      text: [
        ...(study.synthetic ? [words.synthetic()] : []),
        ...indices.map(({ lole, eens }, place) =>
          words.area({ area: named[place] ?? words.together(), lole: inWords(lole), eens: inWords(eens) }),
        ),
        ...standards.map(({ area, lole }) => words.standard({ area, lole })),
        ...(events ?? []).map(({ from, hours, energy, why }) =>
          words.event({
            ...{ from, hours, energy: round(energy, 1), down: why.down.length },
            rows: why.limiting.map(({ row }) => row).join(', ') || words.noRow(),
          }),
        ),
        ...(kept === null ? [] : [words.kept({ file: kept })]),
      ].join('\n'),
    };
  },
};

const recompute: Command = {
  alone: true,
  name: 'energy adequacy recompute',
  usage: 'STUDY',
  summary:
    'makes a kept study again from what it was made from, and says whether it comes to the same bytes; STUDY is a file or the name of one that this node keeps',
  options: {
    workers: { type: 'string', help: 'threads, 1 to 64; as many as the machine has cores when left out' },
  },
  run: async ({ positionals: [name, ...more], options, language, dataFolder, progress }) => {
    const workers = options.workers === undefined ? availableParallelism() : wholeOf(options.workers, 1, 64);
    if (name === undefined || more.length > 0 || workers === null) return usage;
    const read = name.endsWith('.json')
      ? await readStudyRunFile(name)
      : await findStudy(studiesFolder(dataFolder), name);
    if (!read.ok) return refused(read.problems);
    const { about, study } = read.value;
    const words = adequacyTexts(language);
    const made = await makeStudyRun(study, about, {
      workers,
      progress: (done, all) => progress(words.progress({ done, all })),
    });
    const holds = writeStudyRun(made) === writeStudyRun(read.value);
    const json = { study: about.name, years: about.years, seed: about.seed, holds };
    if (holds) return { kind: 'answer', json, text: words.same({ study: about.name, years: about.years }) };
    const findings = [problem('energy_study_other', 'STUDY', { study: about.name })];
    return { kind: 'findings', json: { ...json, findings }, findings };
  },
};

/** A made-up study, one of a file, or the test system as one. */
async function readAny(file: string): Promise<Result<Study>> {
  const seed = /^synthetic:(\d{1,9})$/.exec(file)?.[1];
  if (seed !== undefined) return ok(madeUpStudy(Number(seed)));
  const json = await readJson(file);
  if (!json.ok) return json;
  if (!isRtsFile(json.value)) return readStudy(json.value);
  const read = readRts(json.value);
  return read.ok ? ok(read.value.study) : read;
}

/** Events of a year, each with what was in the way in its worst hour. */
function explained(study: Study, seed: number, year: number) {
  return eventsOf(study, seed, year).map(({ from, hours, energy, worst }) => {
    const { down, planned, ...why } = explainHour(study, seed, year, worst) as Explained;
    const named = (units: Explained['down']) =>
      units.map(({ id, area, megawatts }) => ({ id, area: study.areas[area], megawatts }));
    return { from, hours, energy, why: { ...why, down: named(down), planned: named(planned) } };
  });
}

const told = (indices: Indices) =>
  Object.fromEntries(
    Object.entries(indices).map(([name, one]) => [
      name,
      one === null || typeof one === 'number'
        ? one
        : { value: one.value, low: one.interval?.low ?? null, high: one.interval?.high ?? null },
    ]),
  );

const inWords = ({ value, interval }: Estimate) =>
  interval === null
    ? `${round(value, 3)} (–)`
    : `${round(value, 3)} (${round(interval.low, 3)}–${round(interval.high, 3)})`;

const round = (value: number, decimals: number) => Number(value.toFixed(decimals));

function wholeOf(text: string | boolean | undefined, least: number, most: number): number | null {
  if (typeof text !== 'string' || !/^\d{1,10}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

export const adequacyCommands: readonly Command[] = [copt, run, recompute];

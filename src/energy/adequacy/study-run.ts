import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { withLists } from '../runs/run-file.ts';
import type { Study } from './model.ts';
import { readStudy, studyFileOf } from './study-file.ts';
import type { StudyResult } from './study-result.ts';

/** A study with what it came to and all that is needed to come to the same bytes again. */
export type StudyRun = {
  readonly about: AboutStudy;
  readonly study: Study;
  readonly result: StudyResult;
};

/** Where a result comes from. */
export type AboutStudy = {
  readonly name: string;
  /** In words, of the study itself. */
  readonly source: string;
  /** Made up: then nothing that follows from it says anything of a state. */
  readonly isSynthetic: boolean;
  readonly areas: readonly string[];
  readonly climateYears: readonly string[];
  /** Hours in a year. */
  readonly hours: number;
  readonly years: number;
  readonly seed: number;
};

export const aboutOfStudy = (study: Study, { years, seed }: { years: number; seed: number }): AboutStudy => ({
  ...{ name: study.name, source: study.source, isSynthetic: study.synthetic, areas: study.areas },
  climateYears: study.climateYears.map(({ id }) => id),
  ...{ hours: study.hours, years, seed },
});

const version = 1;

export function writeStudyRun({ about, study, result }: StudyRun): string {
  const run = { tripoint: 'energy-study', version, about, result, study: studyFileOf(study) };
  return `${canonicalJson(withLists(run))}\n`;
}

const Name = z.string().max(500);
const Count = z.int().nonnegative();
const Numbers = z
  .array(z.number())
  .max(9000)
  .transform((values) => Float64Array.from(values));
const Estimate = z.strictObject({
  value: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
});
const About = z.strictObject({
  ...{ name: Name, source: Name, isSynthetic: z.boolean() },
  ...{ areas: z.array(Name).min(1), climateYears: z.array(Name).min(1) },
  ...{ hours: z.int().positive(), years: z.int().positive(), seed: Count },
});
const IndicesOfArea = z.strictObject({
  ...{ lole: Estimate, eens: Estimate, lolp: Estimate, p95Hours: Estimate, p95Energy: Estimate },
  ...{ events: Estimate, longestEvent: Estimate, longestSeen: z.number() },
  energyPerEvent: Estimate.nullable(),
});
const StudyRunFile = z.strictObject({
  tripoint: z.literal('energy-study'),
  version: z.literal(version),
  about: About,
  result: z.strictObject({
    indices: z.array(IndicesOfArea),
    shortIn: z.array(z.strictObject({ hours: Numbers, years: Numbers })),
    hardest: z.array(z.strictObject({ year: Count, hours: z.number(), energy: z.number() })),
    asked: z.strictObject({ hours: Count, programs: Count }),
  }),
  // Read below, with the faults of a study.
  study: z.unknown(),
});

/**
 * Reads a kept study whole: its form, and that result and study speak of the same areas. Problems, each with its place in the file:
 * `energy_study_unreadable`, `energy_study_invalid`, and those of `readStudy`.
 */
export function readStudyRun(text: string): Result<StudyRun> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(problem('energy_study_unreadable', ''));
  }
  const read = StudyRunFile.safeParse(json);
  if (!read.success)
    return fail(
      ...read.error.issues
        .slice(0, 50)
        .map(({ path, message }) => problem('energy_study_invalid', path.join('.'), { message })),
    );
  const { about, result } = read.data;
  const study = readStudy(read.data.study);
  if (!study.ok) return study;
  const width = study.value.areas.length + 1;
  const expected = aboutOfStudy(study.value, about);
  const differ = [
    ...(canonicalJson(expected) === canonicalJson(about) ? [] : ['about']),
    ...(result.indices.length === width ? [] : ['result.indices']),
    ...(result.shortIn.length === width ? [] : ['result.shortIn']),
    ...result.shortIn.flatMap(({ hours, years }, area) =>
      hours.length === years.length && hours.every((hour) => hour < about.hours)
        ? []
        : [`result.shortIn.${area}`],
    ),
  ];
  return differ.length > 0
    ? fail(...differ.map((path) => problem('energy_study_differs', path, { where: path })))
    : ok({ about, result, study: study.value });
}

/** What a kept study says of itself, from the beginning of its text; null: it says nothing there. */
export function readAboutStudy(start: string): AboutStudy | null {
  // Keys stand in the order of the alphabet, and nothing of it is nested but lists.
  const text = /^\{"about":(\{[^{}]*\})/.exec(start)?.[1];
  try {
    return text === undefined ? null : (About.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

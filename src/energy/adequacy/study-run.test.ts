import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AloneContext, CommandResult } from '#platform/module.ts';
import { adequacyCommands } from './commands.ts';
import { madeUpDomain, madeUpStudy, sameDomain } from './fixtures.ts';
import {
  aboutOfKept,
  findStudy,
  keepStudy,
  listStudyNames,
  makeStudyRun,
  studiesFolder,
} from './kept-studies.ts';
import { madeUpStudy as studyOfForum } from './made-up-study.ts';
import { simulateYears } from './monte-carlo.ts';
import { resultOf } from './study-result.ts';
import { aboutOfStudy, readStudyRun, type StudyRun, writeStudyRun } from './study-run.ts';

const hours = 24 * 7 * 4;
const study = {
  ...madeUpStudy(3, {
    ...{ areas: 3, hours, unitsEach: 8, climateYears: 2, peakShare: 1 },
    exchange: sameDomain(madeUpDomain(5, 3, 8, 800), hours),
  }),
  reserves: [
    {
      ...{ id: 'pump', kind: 'storage' as const, area: 1, megawatts: 50, megawatthours: 200 },
      efficiency: 0.8,
    },
  ],
};
const asked = { years: 60, seed: 4 };
let folder: string;
let run: StudyRun;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-studies-'));
  run = await makeStudyRun(study, asked, { workers: 1 });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function recomputed(name: string): Promise<CommandResult> {
  const command = adequacyCommands.find((one) => one.name === 'energy adequacy recompute') as {
    run: (context: AloneContext) => Promise<CommandResult>;
  };
  const context = { options: { workers: '1' }, language: 'en', dataFolder: folder } as const;
  return command.run({ ...context, positionals: [name], progress: () => {} });
}

describe('A kept study', () => {
  test('says how often each hour was short so that its hours add up to what is expected in a year', () => {
    const { indices, shortIn, hardest } = run.result;
    expect(shortIn).toHaveLength(study.areas.length + 1);
    for (const [area, { years }] of shortIn.entries())
      expect(years.reduce((sum, one) => sum + one, 0) / asked.years).toBeCloseTo(
        indices[area]?.lole.value ?? Number.NaN,
        9,
      );
    expect(indices.at(-1)?.lole.value).toBeGreaterThan(0);
    expect(hardest.map(({ energy }) => energy)).toEqual(
      hardest.map(({ energy }) => energy).toSorted((a, b) => b - a),
    );
  });

  test('is read back to the same study, result and bytes, and made again from the file alone', async () => {
    const file = await keepStudy(studiesFolder(folder), run);
    const [name = '', ...more] = await listStudyNames(studiesFolder(folder));
    expect(more).toEqual([]);
    const read = await findStudy(studiesFolder(folder), name);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.study).toEqual(study);
    expect(read.value.result).toEqual(run.result);
    expect(await aboutOfKept(studiesFolder(folder), name)).toEqual(aboutOfStudy(study, asked));
    const years = simulateYears(read.value.study, asked.seed, 0, asked.years);
    const again = { ...read.value, result: resultOf(read.value.study, years) };
    expect(writeStudyRun(again) === readFileSync(file, 'utf8')).toBe(true);
    expect(await recomputed(name)).toMatchObject({ kind: 'answer', json: { holds: true, years: 60 } });
    expect(readdirSync(studiesFolder(folder))).toEqual([`${name}.json`]);
  });

  test('of which one number was changed does not come to the same bytes', async () => {
    const changed = JSON.parse(writeStudyRun(run));
    changed.result.indices[1].eens.value += 1e-6;
    const file = join(folder, 'changed.json');
    writeFileSync(file, JSON.stringify(changed));
    expect(await recomputed(file)).toMatchObject({
      kind: 'findings',
      findings: [{ code: 'energy_study_other' }],
    });
  });

  test('that is none, or whose parts speak of different things, says where', () => {
    const codesOf = (text: string) => {
      const read = readStudyRun(text);
      return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
    };
    expect(codesOf('no study')).toEqual([['energy_study_unreadable', '']]);
    const kept = JSON.parse(writeStudyRun(run));
    const { indices, ...result } = kept.result;
    expect(codesOf(JSON.stringify({ ...kept, result }))).toEqual([
      ['energy_study_invalid', 'result.indices'],
    ]);
    kept.about.areas[0] = 'Z';
    kept.result.indices.pop();
    kept.result.shortIn[0].hours = [hours];
    kept.result.shortIn[0].years = [1];
    expect(codesOf(JSON.stringify(kept))).toEqual([
      ['energy_study_differs', 'about'],
      ['energy_study_differs', 'result.indices'],
      ['energy_study_differs', 'result.shortIn.0'],
    ]);
    expect(codesOf(JSON.stringify({ ...kept, study: {} }))[0]?.[0]).toBe('energy_field_missing');
  });

  test('is found by no name that leads elsewhere', async () => {
    for (const name of ['../studies/x', 'x', '', '.part'])
      expect(await findStudy(studiesFolder(folder), name)).toMatchObject({
        problems: [{ code: 'energy_study_not_found' }],
      });
  });
});

test('A made-up study of the forum is synthetic, the same for its seed, and short because of the grid', () => {
  const made = studyOfForum(3);
  expect(made.synthetic).toBe(true);
  expect(made.areas).toEqual(['AT', 'BE', 'DE', 'FR', 'LU', 'NL']);
  expect(studyOfForum(3)).toEqual(made);
  const lole = (one: typeof made) =>
    resultOf(one, simulateYears(one, 1, 0, 40)).indices.at(-1)?.lole.value ?? 0;
  const exchange = made.exchange as NonNullable<typeof made.exchange>;
  const free = { ...exchange, domains: exchange.domains.map((domain) => ({ ...domain, rows: [] })) };
  const [alone, coupled, copper] = [{ ...made, exchange: null }, made, { ...made, exchange: free }].map(lole);
  expect(coupled).toBeGreaterThan((copper as number) + 0.5);
  expect(coupled).toBeLessThan((alone as number) / 2);
});

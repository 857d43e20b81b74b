import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AloneContext, CommandResult } from '#platform/module.ts';
import { adequacyCommands } from './commands.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-adequacy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function asked(name: string, path: string, options: AloneContext['options'] = {}): Promise<CommandResult> {
  const command = adequacyCommands.find((one) => one.name === name) as {
    run: (context: AloneContext) => Promise<CommandResult>;
  };
  return command.run({ positionals: [path], options, language: 'en', dataFolder: '', progress: () => {} });
}
const written = (content: unknown) => {
  const path = join(folder, 'study.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const hours = 48;
const flat = (megawatts: number) => new Array(hours).fill(megawatts);
const study = {
  ...{ study: 'two areas', synthetic: true, source: 'made up for this test', hours, areas: ['BE', 'NL'] },
  units: [
    { id: 'plant', area: 'BE', megawatts: 100, count: 3, mttf: 40, mttr: 10 },
    { id: 'other', area: 'NL', megawatts: 100, count: 4, mttf: 40, mttr: 10, maintenance: [[0, 5]] },
  ],
  climateYears: [
    { id: '1985', load: { BE: flat(220), NL: flat(250) } },
    { id: '2010', load: { BE: flat(230), NL: flat(260) }, mustRun: { NL: flat(10) } },
  ],
  exchange: {
    domains: [{ id: 'line', rows: [{ id: 'to BE', ptdf: { BE: -1, NL: 0 }, ram: 60 }] }],
    localMatching: false,
  },
  reserves: [
    { id: 'pump', kind: 'storage', area: 'BE', megawatts: 20, megawatthours: 60, efficiency: 0.8 },
    { id: 'industry', kind: 'demand_response', area: 'NL', megawatts: 10, megawatthours: 20 },
  ],
};
type Run = {
  readonly areas: readonly { readonly lole: { value: number; low: number; high: number } }[];
  readonly together: { readonly lole: { readonly value: number } };
  readonly standards: unknown;
  readonly events: readonly { readonly why: { readonly limiting: readonly { row: string }[] } }[];
};

describe('A run', () => {
  const options = { years: '300', seed: '1', workers: '1' };
  test('says each index with its interval, standards as not verified, and why the events of a year came', async () => {
    const answer = await asked('energy adequacy run', written(study), { ...options, explain: '3' });
    if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer));
    const { areas, together, standards, events } = answer.json as Run;
    expect(areas).toHaveLength(2);
    for (const { lole } of areas) {
      expect(lole.low).toBeLessThan(lole.value);
      expect(lole.high).toBeGreaterThan(lole.value);
      expect(lole.value).toBeLessThanOrEqual(together.lole.value);
    }
    expect(standards).toEqual([
      { area: 'BE', state: 'BE', lole: 3, withLoadShedding: null, verified: false, source: 'memory' },
      { area: 'NL', state: 'NL', lole: 4, withLoadShedding: null, verified: false, source: 'memory' },
    ]);
    expect(events.length).toBeGreaterThan(0);
    expect(answer.text).toContain('not verified');
    expect(answer.text).toMatch(/^Made up/);
  });

  test('is the same for the same seed and another for another', async () => {
    const path = written(study);
    const [one, again, other] = [
      await asked('energy adequacy run', path, options),
      await asked('energy adequacy run', path, { ...options, workers: '2' }),
      await asked('energy adequacy run', path, { ...options, seed: '2' }),
    ];
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(one));
  });

  test.each([
    { years: '0' },
    { years: '5', seed: 'x' },
    { seed: '1' },
    { years: '2', seed: '1', explain: '2' },
  ])('is not begun with %j', async (wrong) => {
    expect(await asked('energy adequacy run', written(study), wrong)).toMatchObject({ kind: 'usage' });
  });
});

const [plant, other] = study.units;
const domain = (row: object) => ({
  exchange: { localMatching: false, domains: [{ id: 'line', rows: [{ id: 'a', ...row }] }] },
});
test.each([
  ['energy_field_missing', { areas: undefined }],
  ['energy_field_kind', { hours: 'all' }],
  ['energy_field_value', { hours: 9999 }],
  ['energy_field_unknown', { wind: 1 }],
  ['energy_field_missing', { climateYears: [{ id: 'a', load: { BE: flat(1) } }] }],
  ['energy_hours_differ', { climateYears: [{ id: 'a', load: { BE: flat(1), NL: [1] } }] }],
  ['energy_field_value', { climateYears: [{ id: 'a', load: { BE: flat(1), NL: flat(-1) } }] }],
  ['energy_name_unknown', { units: [{ ...plant, area: 'XX' }] }],
  ['energy_name_twice', { units: [plant, { ...other, id: 'plant' }] }],
  ['energy_unit_kilowatts', { units: [{ ...plant, megawatts: 0.00005 }] }],
  ['energy_unit_times', { units: [{ ...plant, mttf: 0 }] }],
  [
    'energy_maintenance_order',
    {
      units: [
        {
          ...plant,
          maintenance: [
            [5, 9],
            [8, 10],
          ],
        },
      ],
    },
  ],
  ['energy_study_ram_negative', domain({ ptdf: { BE: 1, NL: 0 }, ram: -1 })],
  ['energy_field_missing', domain({ ptdf: { BE: 1 }, ram: 1 })],
  ['energy_storage_efficiency', { reserves: [{ ...study.reserves[0], efficiency: undefined }] }],
])('A study is refused with %s where it says %j', async (code, changed) => {
  const found = await asked('energy adequacy run', written({ ...study, ...changed }), {
    years: '1',
    seed: '1',
  });
  if (found.kind !== 'findings') throw new Error('It was taken');
  expect(found.findings.map((one) => one.code)).toContain(code);
});

test('A file that is none, and one that is no JSON, are refused', async () => {
  for (const name of ['energy adequacy run', 'energy adequacy copt']) {
    const options = { years: '1', seed: '1' };
    const missing = await asked(name, join(folder, 'none.json'), options);
    expect(missing).toMatchObject({ findings: [{ code: 'file_unreadable' }] });
    expect(await asked(name, written('{'), options)).toMatchObject({ findings: [{ code: 'json_invalid' }] });
  }
});

const shared = '../shared/data/energy/rts79/rts79.json';
test.skipIf(!existsSync(shared))('The table of the test system is printed as published', async () => {
  expect(await asked('energy adequacy copt', shared)).toMatchObject({
    kind: 'answer',
    json: { hlole: 9.394175, loee: 1176.298, lole: 1.368863, hours: 8736, megawatts: 3405 },
  });
});

test('Units without a common step are refused by the table', async () => {
  const day = (share: number) => ({ weekday: new Array(24).fill(share), weekend: new Array(24).fill(share) });
  const system = {
    ...{ source: 'made up', peakMW: 1, weeklyPeakPct: new Array(52).fill(100) },
    ...{ dailyPeakPct_MonFirst: new Array(7).fill(100) },
    unitsMW_count_FOR: [
      [999.983, 60, 0.5],
      [0.001, 1, 0.5],
    ],
    units_MW_count_MTTFh_MTTRh: [
      [999.983, 60, 10, 10],
      [0.001, 1, 10, 10],
    ],
    hourlyPct: {
      winter_weeks_1_8_44_52: day(100),
      summer_weeks_18_30: day(100),
      springfall_weeks_9_17_31_43: day(100),
    },
  };
  const found = await asked('energy adequacy copt', written(system));
  expect(found).toMatchObject({ findings: [{ code: 'energy_copt_too_fine' }] });
});

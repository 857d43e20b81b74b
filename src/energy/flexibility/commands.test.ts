import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AloneContext, CommandResult } from '#platform/module.ts';
import { flexibilityCommands } from './commands.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-flex-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = {
  ...{ area: 'A', synthetic: true, source: 'made up for this test' },
  load: new Array(24).fill(50),
  mustRun: Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 60 : 0)),
  prices: Array.from({ length: 24 }, (_, hour) => (hour < 6 ? -10 : 90)),
  storage: [{ id: 'pump', megawatts: 10, megawatthours: 40, efficiency: 0.8 }],
  shifting: [{ id: 'industry', megawatts: 5, megawatthours: 10 }],
};

function asked(text: string, positionals = 1): Promise<CommandResult> {
  const path = join(folder, 'flex.json');
  writeFileSync(path, text);
  const context: AloneContext = {
    ...{
      positionals: new Array(positionals).fill(path),
      options: {},
      language: 'en',
      dataFolder: '',
      progress: () => {},
    },
  };
  return (flexibilityCommands[0] as { run: (context: AloneContext) => Promise<CommandResult> }).run(context);
}

test('A file is answered with residual load before and after what answers to prices', async () => {
  const answer = await asked(JSON.stringify(file));
  expect(answer).toMatchObject({
    kind: 'answer',
    json: {
      ...{ area: 'A', synthetic: true },
      residualLoad: { surplusHours: 6, surplusEnergy: 60, negativePriceHours: 6 },
      dispatch: {
        by: 'prices',
        units: [
          { id: 'pump', taken: 50, given: 40, earned: 4100 },
          { id: 'industry', taken: 10, given: 10, earned: 1000 },
        ],
      },
    },
  });
  if (answer.kind === 'answer') expect(answer.text).toMatch(/^Made up/);
});

test('Without prices nothing answers to them, and that is said', async () => {
  const { prices: _, ...without } = file;
  expect(await asked(JSON.stringify(without))).toMatchObject({ json: { dispatch: null } });
});

test.each([
  ['energy_hours_differ', { prices: [1] }],
  ['energy_days_incomplete', { hoursOfDays: [23] }],
  ['energy_field_missing', { load: undefined }],
  ['energy_field_unknown', { wind: [1] }],
])('A file is refused with %s where it says %j', async (code, changed) => {
  const found = await asked(JSON.stringify({ ...file, ...changed }));
  expect(found).toMatchObject({ kind: 'findings', findings: [{ code }] });
});

test('Two files are one too many', async () => {
  expect(await asked('{}', 2)).toMatchObject({ kind: 'usage' });
});

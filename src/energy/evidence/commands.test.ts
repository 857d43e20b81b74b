import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AloneContext, CommandResult } from '#platform/module.ts';
import { comparisonCommands } from '../comparison/commands.ts';
import { dayCommands } from '../days/commands.ts';
import { runsFolder } from '../runs/kept-runs.ts';
import { evidenceCommands, exactnessOf } from './commands.ts';
import { evidenceFolder, readEvidence } from './kept-evidence.ts';
import type { AdequacyEvidence, RunEvidence } from './model.ts';
import { totalOf } from './rules/ledger.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function asked(
  name: string,
  positionals: readonly string[] = [],
  options: AloneContext['options'] = {},
  dataFolder = folder,
): Promise<CommandResult> {
  const all = [...evidenceCommands, ...dayCommands, ...comparisonCommands];
  const command = all.find((one) => one.name === name) as {
    run: (context: AloneContext) => Promise<CommandResult>;
  };
  return command.run({ positionals, options, language: 'en', dataFolder, progress: () => {} });
}
const answerOf = <Answer>(result: CommandResult): Answer => {
  if (result.kind !== 'answer') throw new Error(JSON.stringify(result));
  return result.json as Answer;
};
const codesOf = (result: CommandResult) =>
  result.kind === 'findings' ? result.findings.map(({ code }) => code) : [];

describe('energy evidence runs', { timeout: 120_000 }, () => {
  test('holds the kept runs of the same orders beside one another, to what energy compare says of them', async () => {
    for (const day of ['2026-02-11', '2026-02-12'])
      await asked('energy day', [day], { book: 'synthetic:3', blocks: '0' });
    const { runs, ledgers } = answerOf<RunEvidence>(await asked('energy evidence runs'));
    expect(runs).toHaveLength(4);
    const [ledger] = ledgers;
    if (ledger === undefined) throw new Error('There is no comparison');
    expect(ledgers).toHaveLength(1);
    expect(ledger).toMatchObject({
      ...{ mode: 'fb', counterfactual: 'copper', book: 'synthetic:3', isSynthetic: true },
      lines: [{ day: '2026-02-11' }, { day: '2026-02-12' }],
    });
    const total = totalOf(ledger);
    // A day on which the grid limits nothing would show nothing.
    expect(total?.welfare).toBeLessThan(-1);
    expect(ledger.converged.actual.equal).toBeLessThan(ledger.converged.actual.steps);
    expect(ledger.converged.counterfactual).toMatchObject({ steps: 48, equal: 48 });

    const of = (name: string) => join(runsFolder(folder), `${name}.json`);
    let [welfare, spread, converged] = [0, 0, 0];
    for (const { actual, counterfactual } of ledger.lines) {
      const compared = answerOf<{
        readonly difference: { readonly welfare: number };
        readonly actual: { readonly meanSpread: number; readonly steps: number; readonly converged: number };
      }>(await asked('energy compare', [of(actual), of(counterfactual)]));
      welfare += compared.difference.welfare;
      spread += compared.actual.meanSpread * compared.actual.steps;
      converged += compared.actual.converged;
    }
    expect(total?.welfare).toBeCloseTo(welfare, 3);
    expect(ledger.converged.actual.spread).toBeCloseTo(spread, 6);
    expect(ledger.converged.actual.equal).toBe(converged);
  });

  test('keeps the same bytes when asked again, and says that orders were made up', async () => {
    const file = join(evidenceFolder(folder), 'runs.json');
    const before = readFileSync(file, 'utf8');
    const again = await asked('energy evidence runs');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(again.kind === 'answer' && again.text).toContain('says nothing of a real market');
  });

  test('gives no sum to a day of which two sets of orders are kept', async () => {
    await asked('energy day', ['2026-02-12'], { book: 'synthetic:3', blocks: '3' });
    const { ledgers } = answerOf<RunEvidence>(await asked('energy evidence runs'));
    expect(ledgers).toHaveLength(1);
    const [ledger] = ledgers as readonly [RunEvidence['ledgers'][number]];
    // Two of 2026-02-12, each of its own orders; none across.
    expect(ledger.lines.map(({ day }) => day)).toEqual(['2026-02-11', '2026-02-12', '2026-02-12']);
    expect(totalOf(ledger)).toBeNull();
  });

  test('keeps nothing new once a run does not pass, and says which', async () => {
    const before = readFileSync(join(evidenceFolder(folder), 'runs.json'), 'utf8');
    const [name] = readdirSync(runsFolder(folder)) as [string];
    const file = join(runsFolder(folder), name);
    const run = JSON.parse(readFileSync(file, 'utf8'));
    run.result.steps[0].prices[0] += 1;
    writeFileSync(file, JSON.stringify(run));
    const found = await asked('energy evidence runs');
    expect(codesOf(found)).toEqual(['energy_run_broken']);
    expect(found.kind === 'findings' && found.findings[0]?.path).toBe(name);
    expect(readFileSync(join(evidenceFolder(folder), 'runs.json'), 'utf8')).toBe(before);
  });

  test('of a node without runs is nothing, and no zero', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'tripoint-evidence-'));
    expect(answerOf(await asked('energy evidence runs', [], {}, empty))).toMatchObject({
      runs: [],
      ledgers: [],
    });
    rmSync(empty, { recursive: true });
  });
});

describe('energy evidence adequacy', { timeout: 60_000 }, () => {
  const hours = 48;
  const flat = (megawatts: number) => new Array(hours).fill(megawatts);
  const study = {
    ...{ study: 'two areas', synthetic: true, source: 'made up for this test', hours, areas: ['BE', 'NL'] },
    units: [
      { id: 'plant', area: 'BE', megawatts: 100, count: 3, mttf: 40, mttr: 10 },
      { id: 'other', area: 'NL', megawatts: 100, count: 4, mttf: 40, mttr: 10 },
    ],
    climateYears: [{ id: '1985', load: { BE: flat(220), NL: flat(250) } }],
    exchange: {
      domains: [{ id: 'line', rows: [{ id: 'to BE', ptdf: { BE: -1, NL: 0 }, ram: 60 }] }],
      localMatching: false,
    },
  };
  const written = (content: unknown) => {
    const path = join(folder, 'study.json');
    writeFileSync(path, JSON.stringify(content));
    return path;
  };

  test('tells of each area what help brings it: never more energy short together than alone with the same outages', async () => {
    const options = { years: '200', seed: '1' };
    const answer = await asked('energy evidence adequacy', [written(study)], options);
    const { areas, isSynthetic } = answerOf<AdequacyEvidence>(answer);
    expect(isSynthetic).toBe(true);
    expect(answer.kind === 'answer' && answer.text).toContain('made up');
    const sum = (of: (area: (typeof areas)[number]) => number) =>
      areas.reduce((all, one) => all + of(one), 0);
    const [shared, alone] = [sum((one) => one.shared.eens.value), sum((one) => one.alone?.eens.value ?? 0)];
    expect(shared).toBeGreaterThan(0);
    expect(shared).toBeLessThan(alone);
    const { kept } = await readEvidence(evidenceFolder(folder), 'adequacy');
    expect(kept).toMatchObject([{ study: 'two areas', years: 200, areas }]);
  });

  test('has nothing to hold a study against in which nobody helps', async () => {
    const options = { years: '20', seed: '1' };
    const answer = await asked('energy evidence adequacy', [written({ ...study, exchange: null })], options);
    expect(answerOf<AdequacyEvidence>(answer).areas.map(({ alone }) => alone)).toEqual([null, null]);
  });

  test.each([[{ years: '0', seed: '1' }], [{ years: '5' }], [{ years: '5', seed: 'x' }]])(
    'is not begun with %j',
    async (options) => {
      expect(await asked('energy evidence adequacy', [written(study)], options)).toMatchObject({
        kind: 'usage',
      });
    },
  );

  test('is refused with what is wrong with the study', async () => {
    const wrong = written({ ...study, hours: 9999 });
    expect(codesOf(await asked('energy evidence adequacy', [wrong], { years: '5', seed: '1' }))).toContain(
      'energy_field_value',
    );
  });
});

describe('energy evidence exactness', () => {
  const replayed = {
    ...{ zoneHours: 168, exact: 168, maxError: 0, flows: 10, flowMeanError: 0.001, isCertified: true },
    ...{ isProven: true, blocks: { ACC: { published: 2, accepted: 2 } } },
  };

  test('tells days together, from the first to the last', () => {
    const off = { ...replayed, exact: 160, maxError: 0.5, isCertified: false };
    expect(exactnessOf(['2025-04-02', '2025-04-01'], [replayed, off])).toMatchObject({
      ...{ source: 'GME', days: ['2025-04-01', '2025-04-02'], count: 2, zoneHours: 336, exact: 328 },
      ...{ maxError: 0.5, isCertified: false, blocks: { ACC: { published: 4, accepted: 4 } } },
    });
    expect(exactnessOf([], [])).toBeNull();
  });
});

test('What another version has written is left out and counted, and nothing of it is told', async () => {
  writeFileSync(join(evidenceFolder(folder), 'adequacy-old.json'), '{"version":0}');
  writeFileSync(join(evidenceFolder(folder), 'adequacy-torn.json'), '{"study":');
  const { kept, unreadable } = await readEvidence(evidenceFolder(folder), 'adequacy');
  expect(unreadable).toBe(2);
  expect(kept).toHaveLength(1);
});

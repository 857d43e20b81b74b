import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { clear } from '../clearing/clear.ts';
import { loadSolver } from '../clearing/solver.ts';
import { keepRun } from '../runs/kept-runs.ts';
import { readRunFile } from '../runs/read-runs.ts';
import { marketDay } from '../time/market-day.ts';
import { compareWith, firstComparable, listOthers } from './counterfactual.ts';
import { madeUpDay } from './made-up-day.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-runs-'));
const day = '2026-02-11' as PlainDate;
const names = new Map<string, string>();

beforeAll(async () => {
  const solver = await loadSolver();
  const kept: readonly (readonly ['fb' | 'copper', number, number])[] = [
    ['fb', 7, 3],
    ['copper', 7, 3],
    // Another number of blocks, of the same seed: a book of another kind under the same name.
    ['copper', 7, 0],
    ['copper', 8, 3],
  ];
  for (const [mode, seed, blocks] of kept) {
    const asked = { day: marketDay(day, 60), zones: ['BE', 'FR', 'NL'], seed, blocks };
    const cleared = clear(solver, madeUpDay(asked, mode));
    if (!cleared.ok) throw new Error(JSON.stringify(cleared.problems));
    const about = {
      ...{ mode, book: `synthetic:${seed}`, isSynthetic: true, domain: null, day, solver: 'none' },
      ...{ borders: null, rights: null, unverified: [] },
      periods: cleared.value.steps.map((_, step) => step + 1),
    };
    names.set(`${mode} ${seed} ${blocks}`, basename(await keepRun(folder, about, cleared.value), '.json'));
  }
}, 120_000);

const nameOf = (key: string) => names.get(key) ?? '';
async function fbRun() {
  const run = await readRunFile(join(folder, `${nameOf('fb 7 3')}.json`));
  if (!run.ok) throw new Error(JSON.stringify(run.problems));
  return { run: run.value, others: await listOthers(folder, nameOf('fb 7 3'), run.value) };
}

describe('A counterfactual', () => {
  test('is sought among runs of the same day and book, and not among those of another seed', async () => {
    const { others } = await fbRun();
    expect(others.map(({ name }) => name).toSorted()).toEqual(
      [nameOf('copper 7 3'), nameOf('copper 7 0')].toSorted(),
    );
  });

  test('is the first that has the same orders to the last of them', async () => {
    const { run, others } = await fbRun();
    const found = await firstComparable(folder, run, others);
    expect(found?.name).toBe(nameOf('copper 7 3'));
    // The grid costs something, or the day would say nothing of it.
    expect(found?.compared.difference.welfare).toBeLessThan(-1);
    const different = await compareWith(folder, run, others, nameOf('copper 7 0'));
    expect(different).toMatchObject({ ok: false, problems: [{ code: 'energy_runs_differ' }] });
  });

  test('of another book is none', async () => {
    const { run, others } = await fbRun();
    const found = await compareWith(folder, run, others, nameOf('copper 8 3'));
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'energy_run_not_found' }] });
  });
});

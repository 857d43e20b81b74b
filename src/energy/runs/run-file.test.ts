import { beforeAll, describe, expect, test } from 'vitest';
import { certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import { loadSolver, type Solver, solverName } from '../clearing/solver.ts';
import { allDirections } from '../domain/exchanges.ts';
import { madeUpDomain } from '../domain/made-up-domain.ts';
import { certified, madeUpMarket } from './clear-domain.ts';
import { type About, type Mode, modes, readRun, writeRun } from './run-file.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const about: About = {
  ...{ mode: 'fb', book: 'synthetic:1', isSynthetic: true, domain: null, day: 'made up', periods: [1] },
  ...{ solver: solverName, borders: null, rights: null, unverified: [] },
};

/** Beside long-term rights that go further than the rows in some hours, and not so far that nothing limits. */
const modesAndRights = ['fb', 'intuitive', 'atc', 'fb with rights'] as const;

function runOf(seed: number, asked: (typeof modesAndRights)[number] = 'fb', hubs = 5): string {
  const mode: Mode = asked === 'fb with rights' ? 'fb' : asked;
  const directions = allDirections(hubs);
  const rights =
    mode === asked
      ? null
      : { directions, megawatts: new Float64Array(directions.length).fill(hubs === 3 ? 300 : 180) };
  const market = madeUpMarket(madeUpDomain(seed, hubs, 12 * hubs, 1), seed, mode, directions, rights);
  if (!market.ok) throw new Error(JSON.stringify(market.problems));
  const cleared = clear(solver, market.value);
  if (!cleared.ok) throw new Error(JSON.stringify(cleared.problems));
  // A grid that limits nothing would pass every test of its limits.
  expect(certified(cleared.value).isCongested).toBe(true);
  return writeRun({ ...about, mode, rights: rights === null ? null : 'made up' }, cleared.value);
}
function readBack(text: string) {
  const read = readRun(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

/** Every number below a value, with how to put another in its place. */
function* numbersIn(value: unknown, path = ''): Generator<{ path: string; set: (by: number) => void }> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const [key, one] of Object.entries(holder)) {
    const at = `${path}.${key}`;
    if (typeof one === 'number')
      yield {
        path: at,
        set: (by) => {
          holder[key] = one + by;
        },
      };
    else yield* numbersIn(one, at);
  }
}

describe('A run', () => {
  test('is written to the same bytes again, and read back passes', () => {
    const text = runOf(3);
    expect(runOf(3) === text).toBe(true);
    const { about: own, clearing } = readBack(text);
    expect(own).toEqual(about);
    expect(writeRun(own, clearing) === text).toBe(true);
    expect(certify(clearing).filter(({ holds }) => !holds)).toEqual([]);
  });

  test.each(modesAndRights)(
    'of mode %s with any one number of its result changed does not pass, or is no run any more',
    (mode) => {
      const text = runOf(5, mode, 3);
      const places = [...numbersIn(JSON.parse(text).result)].map(({ path }) => path);
      expect(places.length).toBeGreaterThan(100);
      const passed = places.filter((place, index) => {
        const changed = JSON.parse(text);
        const found = [...numbersIn(changed.result)][index];
        expect(found?.path).toBe(place);
        found?.set(1);
        const read = readRun(JSON.stringify(changed));
        return read.ok && certify(read.value.clearing).every(({ holds }) => holds);
      });
      expect(passed).toEqual([]);
    },
  );

  test('that is none, or has a list too short, says where', () => {
    const codesOf = (text: string) => {
      const read = readRun(text);
      return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
    };
    expect(codesOf('no run')).toEqual([['energy_run_unreadable', '']]);
    const run = JSON.parse(runOf(4));
    run.result.steps[0].prices.pop();
    run.steps[0].network.domain[7].ptdf.pop();
    expect(codesOf(JSON.stringify(run))).toEqual([
      ['energy_run_length', 'steps.0.network.domain.7.ptdf'],
      ['energy_run_length', 'result.steps.0.prices'],
    ]);
    const { bound, ...rest } = run.result;
    expect(codesOf(JSON.stringify({ ...run, result: rest }))).toEqual([
      ['energy_run_invalid', 'result.bound'],
    ]);
  });
});

describe('A run that says of itself what is not so', () => {
  const faultsOf = (asked: (typeof modesAndRights)[number], changes: object) => {
    const run = JSON.parse(runOf(4, asked));
    const read = readRun(JSON.stringify({ ...run, about: { ...run.about, ...changes } }));
    return read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path}`);
  };

  test('is none, where its zones are not connected as its mode connects them', () => {
    for (const asked of modesAndRights)
      for (const mode of modes)
        expect(faultsOf(asked, { mode }), `${asked} as ${mode}`).toEqual(
          asked.startsWith(mode) ? [] : ['energy_run_mode steps.0.network'],
        );
    expect(faultsOf('fb with rights', { rights: null })).toEqual(['energy_run_mode steps.0.network']);
    expect(faultsOf('fb', { rights: 'made up' })).toEqual(['energy_run_mode steps.0.network']);
  });

  test('is none, where it says that its made-up orders are real', () => {
    expect(faultsOf('fb', { isSynthetic: false })).toEqual(['energy_run_invalid about.isSynthetic']);
    expect(faultsOf('fb', { book: 'EPEX' })).toEqual(['energy_run_invalid about.book']);
  });
});

describe('Made-up hours of random domains', () => {
  test.each(modesAndRights)('pass in mode %s with every invariant, and the grid limits each', (mode) => {
    for (let seed = 10; seed < 40; seed++) {
      const { clearing } = readBack(runOf(seed, mode));
      expect(
        certify(clearing).filter(({ holds }) => !holds),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});

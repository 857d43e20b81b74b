import { type PlainDate, parsePartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { certify } from '../certification/certify.ts';
import { clear } from '../clearing/clear.ts';
import { loadSolver, solverName } from '../clearing/solver.ts';
import { brokenOf, readSeed } from '../runs/commands.ts';
import { keepRun, runsFolder } from '../runs/kept-runs.ts';
import { unverifiedOf } from '../runs/run-file.ts';
import { marketDay } from '../time/market-day.ts';
import { dayModes, madeUpDay } from './made-up-day.ts';
import { dayTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };

/** The zones of the market that states of the Pentalateral Forum share; Switzerland is not coupled, and can be looked at as if it were. */
const zonesOf = (switzerland: boolean) => ['BE', 'DE_LU', 'FR', 'NL', 'AT', ...(switzerland ? ['CH'] : [])];
const mostBlocks = 200;

const day: Command = {
  alone: true,
  name: 'energy day',
  usage: 'DATE',
  summary:
    'makes up a day of the zones of the Pentalateral Forum, clears it within its grid and as if the grid limited nothing, and keeps both runs for the pages of this node',
  options: {
    book: {
      type: 'string',
      help: 'orders: synthetic:SEED, the same for the same seed (default: synthetic:1)',
    },
    minutes: { type: 'string', help: 'of a step: 60 (default) or 15' },
    blocks: { type: 'string', help: `block orders, at most ${mostBlocks} (default: 20)` },
    switzerland: { type: 'boolean', help: 'couple Switzerland, too' },
  },
  run: async ({ positionals, options, language, dataFolder, progress }) => {
    const [date, ...more] = positionals;
    if (date === undefined || more.length > 0) return usage;
    const on = readDay(date);
    const seed = readSeed(options.book ?? 'synthetic:1');
    const minutes = oneOf(options.minutes ?? '60', '--minutes', ['60', '15']);
    const blocks = readCount(options.blocks ?? '20');
    if (!on.ok || !seed.ok || !minutes.ok || !blocks.ok) {
      const problems = [on, seed, minutes, blocks].flatMap((one) => (one.ok ? [] : one.problems));
      return { kind: 'usage', problems };
    }
    const asked = {
      day: marketDay(on.value, minutes.value === '15' ? 15 : 60),
      zones: zonesOf(options.switzerland === true),
      ...{ seed: seed.value, blocks: blocks.value },
    };
    const words = dayTexts(language).command;
    const solver = await loadSolver();
    const runs: { readonly mode: string; readonly file: string; readonly status: string }[] = [];
    const broken: Problem[] = [];
    for (const mode of dayModes) {
      progress(words.clearing({ mode }));
      const cleared = clear(solver, madeUpDay(asked, mode));
      if (!cleared.ok)
        return { kind: 'findings', json: { findings: cleared.problems }, findings: cleared.problems };
      const failed = brokenOf(certify(cleared.value), `${on.value} ${mode}`);
      broken.push(...failed);
      if (failed.length > 0) continue;
      const about = {
        ...{ mode, book: `synthetic:${seed.value}`, isSynthetic: true, domain: null, day: on.value },
        ...{ periods: cleared.value.steps.map((_, step) => step + 1), solver: solverName },
        ...{ borders: null, rights: null, unverified: unverifiedOf[mode] },
      };
      const file = await keepRun(runsFolder(dataFolder), about, cleared.value);
      runs.push({ mode, file, status: cleared.value.result.status });
    }
    const json = { day: on.value, steps: asked.day.steps, isSynthetic: true, runs };
    if (broken.length > 0) return { kind: 'findings', json: { ...json, findings: broken }, findings: broken };
    return {
      kind: 'answer',
      json,
      text: [...runs.map(({ mode, file }) => words.run({ mode, file })), words.synthetic].join('\n'),
    };
  },
};

/** Problems: those of dates, and `date_not_a_day`. */
function readDay(given: string): Result<PlainDate> {
  const parsed = parsePartialDate(given);
  if (!parsed.ok) return parsed;
  return parsed.value.length === 10
    ? ok(parsed.value as PlainDate)
    : fail(problem('date_not_a_day', 'DATE', { received: given.slice(0, 40) }));
}

function oneOf<T extends string>(given: string | boolean, option: string, known: readonly T[]): Result<T> {
  const found = known.find((one) => one === given);
  return found === undefined
    ? fail(problem('choice_unknown', option, { text: String(given).slice(0, 40), known: known.join(', ') }))
    : ok(found);
}

/** Problems: `energy_blocks_count`. */
function readCount(given: string | boolean): Result<number> {
  const count = Number(given);
  return Number.isInteger(count) && count >= 0 && count <= mostBlocks
    ? ok(count)
    : fail(
        problem('energy_blocks_count', '--blocks', {
          received: String(given).slice(0, 40),
          most: mostBlocks,
        }),
      );
}

export const dayCommands: readonly Command[] = [day];

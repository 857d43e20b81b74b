/** Runs the levels of the suite, one after the other, each within its time, and adds up what they found. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { systemClock, todayOn } from '#platform/clock.ts';
import { startDebianPostgres } from '../test/support/debian-postgres.ts';

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
/** Failures: the name of each test that failed and the first line of why. */
type Found = Counts & { readonly failures: readonly string[] };
type Outcome = Found & { readonly note: string };
type Ended = { readonly well: boolean; readonly inTime: boolean; readonly output: string };
type Level = {
  readonly name: string;
  /** Seconds it may take on a busy machine, a few times what it needs; then it is ended, with all that it started, and has failed. */
  readonly budget: number;
  readonly run: (budget: number) => Promise<Outcome>;
};

/** A tool that looks at files counts as one; it must say at how many it looked, and look at some. */
function checker(
  name: string,
  budget: number,
  command: readonly string[],
  read: (output: string) => { readonly files: number; readonly shown: string },
): Level {
  const run = async () => {
    const ended = await runChild(command, budget, 'pipe');
    const { files, shown } = read(ended.output);
    process.stdout.write(shown);
    const passed = ended.well && files > 0;
    return {
      passed: passed ? 1 : 0,
      failed: passed ? 0 : 1,
      skipped: 0,
      failures: passed ? [] : [`${command.join(' ')}: see above`],
      note: `${files} files${lateNote(ended)}`,
    };
  };
  return { name, budget, run };
}

/** Settings for a level's processes, beside those of whoever runs the gate. */
type Settings = Readonly<Record<string, string>>;

/** A vitest project, or some files of it. One that ran no test, or that vitest itself is not content with, has failed. */
function project(
  name: string,
  budget: number,
  settings: Settings = {},
  files: readonly string[] = [],
): Level {
  const run = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tripoint-level-'));
    const report = join(folder, 'report.json');
    try {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const ended = await runChild(
        ['vitest', 'run', '--project', name, ...reporters, ...files],
        budget,
        'inherit',
        settings,
      );
      const { passed, failed, skipped, failures } = readReport(report);
      const foundFault = failed > 0 || (ended.well && passed > 0);
      const note = foundFault ? '' : ', ended badly or ran nothing';
      return {
        passed,
        failed: foundFault ? failed : 1,
        skipped,
        failures,
        note: `${passed + failed} run${note}${lateNote(ended)}`,
      };
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  return { name, budget, run };
}

const lateNote = ({ inTime }: Ended) => (inTime ? '' : ', ended because its time was over');

/** All of integration on the oldest PostgreSQL that we promise; counted as skipped where that is not installed. */
function integrationOnDebian(budget: number): Level {
  const run = async () => {
    const server = await startDebianPostgres();
    if (server === null)
      return { ...nothing, skipped: 1, note: 'the package postgresql-15 is not installed' };
    try {
      return await project('integration', budget, { TEST_DATABASE_URL: server.url }).run(budget);
    } finally {
      await server.stop();
    }
  };
  return { name: 'debian', budget, run };
}

const nothing: Found = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Null counts of a level that did not come as far as a report are no passes. */
function readReport(file: string): Found {
  try {
    const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
    const failures = report.testResults.flatMap(failuresIn);
    return {
      passed: report.numPassedTests,
      // Files that could not be run at all, too.
      failed: failures.length,
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    };
  } catch {
    return nothing;
  }
}

/** What we read of the report of vitest's reporter `json`. */
type VitestReport = {
  readonly numPassedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly TestFile[];
};
type TestFile = {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
};

function failuresIn({ name, status, message, assertionResults }: TestFile): readonly string[] {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const file = relative(process.cwd(), name);
  const say = (what: string, why: string | undefined) =>
    `${file}: ${what}: ${stripVTControlCharacters(why ?? '').split('\n')[0]}`;
  if (failed.length === 0) return status === 'failed' ? [say('the file itself', message)] : [];
  return failed.map(({ fullName, failureMessages }) => say(fullName, failureMessages[0]));
}

/** In a process group of its own, so that nothing of it outlives its time or an interrupted run. */
function runChild(
  command: readonly string[],
  budget: number,
  output: 'pipe' | 'inherit',
  settings: Settings = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...settings },
    });
    let heard = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
      });
    let inTime = true;
    const end = (signal: NodeJS.Signals) => child.pid !== undefined && process.kill(-child.pid, signal);
    const timer = setTimeout(() => {
      inTime = false;
      end('SIGKILL');
    }, budget * 1000);
    const interrupt = () => {
      end('SIGTERM');
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ well: code === 0, inTime, output: heard });
    });
  });
}

const types = checker('types', 300, ['tsc', '-p', '.', '--noEmit', '--listFiles'], (output) => {
  const lines = output.split('\n');
  const files = lines.filter((line) => line.startsWith(process.cwd()) && !line.includes('/node_modules/'));
  return { files: files.length, shown: lines.filter((line) => !line.startsWith('/')).join('\n') };
});
const lint = checker('lint', 120, ['biome', 'ci', '--colors=off', '.'], (output) => ({
  files: Number(/Checked (\d+) file/.exec(output)?.[1] ?? 0),
  shown: output,
}));

const check = [types, lint, project('unit', 1_300), project('contract', 600)];
const test = [...check, project('integration', 2_100), project('journey', 2_600), project('fault', 1_500)];
const long = [
  project('long', 3 * 3600),
  integrationOnDebian(2_100),
  { ...project('fault', 2 * 3600, { TRIPOINT_ROUNDS: '20' }), name: 'rounds' },
  {
    ...project('integration', 3600, { TRIPOINT_ROUNDS: '20' }, ['test/integration/random-']),
    name: 'acts',
  },
  {
    ...project('unit', 1800, { TRIPOINT_CEDAR_REQUESTS: '10000' }, ['src/exchange/rules/cedar']),
    name: 'cedar',
  },
];
const groups: Readonly<Record<string, readonly Level[]>> = { check, test, long };

const help = `node --import tsx tools/run-tests.ts LEVEL…

Levels: ${[...test, ...long].map(({ name }) => name).join(', ')}
Groups: check (${check.map(({ name }) => name).join(', ')}), test (all but long), long
long runs these last five and writes docs/long-run.md. The last line has the counts; types and lint count as one each. The exit status is 1 when anything failed.
`;

const words = process.argv.slice(2);
const chosen = words.map((word) => groups[word] ?? [...test, ...long].filter(({ name }) => name === word));
if (words.includes('--help')) {
  process.stdout.write(help);
} else if (chosen.length === 0 || chosen.some((levels) => levels.length === 0)) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  const { total, report } = await runLevels([...new Set(chosen.flat())]);
  if (words.includes('long')) writeFileSync('docs/long-run.md', describeLongRun(report));
  process.stdout.write(`\n${report}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Report: a line for each test that failed, one for each level, and the one with the counts of all. */
async function runLevels(
  levels: readonly Level[],
): Promise<{ readonly total: Counts; readonly report: string }> {
  const lines: string[] = [];
  const failures: string[] = [];
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, budget, run } of levels) {
    process.stdout.write(`\n── ${name}\n`);
    const start = systemClock.now();
    const outcome = await run(budget);
    const seconds = Math.round(systemClock.now().since(start).total('seconds'));
    lines.push(`${name.padEnd(12)} ${format(outcome)}  (${outcome.note}; ${seconds} of ${budget} s)`);
    failures.push(...outcome.failures.map((failure) => `FAILED ${name}: ${failure}`));
    for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += outcome[key];
  }
  return { total, report: [...failures, ...lines, format(total)].join('\n') };
}

/** What `npm run test:long` last found, for whoever has not the hours to run it. */
function describeLongRun(report: string): string {
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';
  const commit = git('rev-parse', 'HEAD') || 'not a checkout of git';
  const changes =
    git('status', '--porcelain', '--', '.', ':!docs/long-run.md') === '' ? '' : ', with changes';
  return `# The long run

Written by \`npm run test:long\`: every page in four languages, light and dark, and dense in one of them, all of integration on Debian's
PostgreSQL 15, twenty rounds of the fault tests, ten thousand random acts, ten thousand requests that Cedar decides, too, pictures of
twelve pages in \`test/output/\`.

- Date: ${todayOn(systemClock)}
- Commit: ${commit}${changes}

\`\`\`
${report}
\`\`\`
`;
}

function format({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

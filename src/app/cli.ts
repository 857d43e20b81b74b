import { parseArgs } from 'node:util';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { isLanguage, type Language, languages } from '#kernel/languages.ts';
import { type Problem, problem, type Result } from '#kernel/result.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database/database.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { listRegisters, type Register } from '#platform/records/registers.ts';
import { commands } from './commands.ts';
import { loadFirstData } from './first-data.ts';
import { modules } from './modules.ts';
import { open } from './open.ts';
import { explain } from './problem-texts.ts';

/** 0 for an answer, 1 for findings in the input, 2 for wrong usage, 3 for broken infrastructure. */
const exits = { answer: 0, findings: 1, usage: 2, broken: 3 } as const;

const commonOptions = {
  json: { type: 'boolean', help: 'print one JSON value on standard output' },
  union: { type: 'string', help: 'id of the register, where several are loaded' },
  lang: { type: 'string', help: 'language of texts: nl, fr, de, en' },
  help: { type: 'boolean', help: 'this text' },
} as const;

async function main(words: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => startsWith(words, name.split(' ')));
  if (command === undefined) {
    const asked = words.length === 0 || words.includes('--help');
    if (!asked) process.stderr.write(`There is no command ${words.join(' ')}.\n\n`);
    (asked ? process.stdout : process.stderr).write(overview(words[0]));
    return asked ? exits.answer : exits.usage;
  }
  const parsed = parseOptions(command, words.slice(command.name.split(' ').length));
  if (parsed === null || parsed.values.help === true) {
    (parsed === null ? process.stderr : process.stdout).write(usageOf(command));
    return parsed === null ? exits.usage : exits.answer;
  }
  const asked = parsed.values.lang ?? 'en';
  const language: Language = typeof asked === 'string' && isLanguage(asked) ? asked : 'en';
  const refuse = (problems: readonly Problem[]) =>
    report({ kind: 'usage', problems }, command, parsed.values.json === true, language);
  if (asked !== language)
    return refuse([
      problem('choice_unknown', '--lang', { text: String(asked), known: languages.join(', ') }),
    ]);
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  const config = readConfig(process.env);
  if (!config.ok) return refuse(config.problems);
  const { dataFolder } = config.value;
  const own = { language, positionals: parsed.positionals, options: parsed.values, dataFolder, progress };
  if (command.alone === true)
    return report(await command.run(own), command, parsed.values.json === true, language);
  const database = await open(config.value, progress);
  let ending: (() => void) | undefined;
  const stop = () => {
    if (ending !== undefined) ending();
    else void database.close().then(() => process.exit(130));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    // An export is restored into an empty database, and a file may be the first of one.
    if (command.name !== 'import') await loadFirstData(database, systemClock, config.value, progress);
    const result = await command.run({
      database,
      clock: systemClock,
      ...own,
      modules,
      register: () => chooseRegister(database, parsed.values.union),
      untilStopped: () =>
        new Promise((resolve) => {
          ending = resolve;
        }),
    });
    return report(result, command, parsed.values.json === true, language);
  } finally {
    await database.close();
  }
}

function parseOptions(command: Command, words: readonly string[]) {
  try {
    const options = Object.fromEntries(
      Object.entries({ ...commonOptions, ...command.options }).map(([name, { type }]) => [name, { type }]),
    );
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

async function chooseRegister(
  database: Database,
  named: string | boolean | undefined,
): Promise<Result<Register>> {
  const registers = await database.read(listRegisters);
  const known = registers.map(({ id }) => id).join(', ');
  const [first, second] = registers;
  if (first === undefined) return { ok: false, problems: [problem('no_register')] };
  if (typeof named === 'string') {
    const found = registers.find(({ id }) => id === named);
    return found === undefined
      ? { ok: false, problems: [problem('union_unknown', '--union', { union: named, known })] }
      : { ok: true, value: found };
  }
  // One that was made up to be played in is nobody's first choice.
  const [real, ...others] = registers.filter(({ meta }) => meta.demonstration !== true);
  if (second !== undefined && real !== undefined && others.length === 0) return { ok: true, value: real };
  return second === undefined
    ? { ok: true, value: first }
    : { ok: false, problems: [problem('union_not_chosen', '--union', { known })] };
}

function report(result: CommandResult, command: Command, json: boolean, language: Language): number {
  if (result.kind === 'usage') {
    writeFindings(result.problems, language);
    if (result.problems.length === 0) process.stderr.write(usageOf(command));
    return exits.usage;
  }
  const findings = result.findings ?? [];
  writeFindings(findings, language);
  if (json) process.stdout.write(`${canonicalJson(withTexts(result.json, language))}\n`);
  else if (result.kind === 'answer') process.stdout.write(`${result.text}\n`);
  return result.kind === 'findings' ? exits.findings : exits.answer;
}

function writeFindings(findings: readonly Problem[], language: Language): void {
  for (const finding of findings)
    process.stderr.write(`${finding.path === '' ? '' : `${finding.path}: `}${explain(finding, language)}\n`);
}

/** Findings in an answer get their sentence beside their code. */
function withTexts(json: unknown, language: Language): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const add = (list: unknown) =>
    Array.isArray(list) ? list.map((one: Problem) => ({ ...one, text: explain(one, language) })) : list;
  const { findings, warnings, ...rest } = json as Readonly<Record<string, unknown>>;
  return {
    ...rest,
    ...(findings === undefined ? {} : { findings: add(findings) }),
    ...(warnings === undefined ? {} : { warnings: add(warnings) }),
  };
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, index) => words[index] === word);
}

function usageOf(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions });
  const lines = options.map(
    ([name, { type, help }]) => `  --${name}${type === 'string' ? ' …' : ''}  ${help}`,
  );
  return `tripoint ${command.name} ${command.usage}\n${command.summary}\n\n${lines.join('\n')}\n`;
}

/** All commands, or those of one module where the first word is its name. */
function overview(first: string | undefined): string {
  const own = commands.filter(({ name }) => name.split(' ')[0] === first);
  const lines = (own.length > 0 ? own : commands).map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  );
  return `npm run -s tripoint -- COMMAND …\n\n${lines.join('\n')}\n\nEach takes --help, --json, --union, --lang.\n`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = exits.broken;
}

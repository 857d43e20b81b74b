import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { exportFolder } from './export.ts';
import { type ImportReport, importFile, largestFile } from './import.ts';
import { type RestoreReport, restoreFolder } from './restore.ts';

const importCommand: Command = {
  name: 'import',
  usage: 'FILE|DIR',
  summary: 'load a union’s file, or restore an export folder into an empty database: all or nothing',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const [named, ...rest] = context.positionals;
    if (named === undefined || rest.length > 0) return { kind: 'usage', problems: [] };
    const result = await load(context, resolve(named));
    if (!result.ok) {
      const [errors, warnings] = split(result.problems);
      return { kind: 'findings', json: { accepted: false, findings: errors, warnings }, findings: errors };
    }
    const { warnings, ...counts } =
      'warnings' in result.value ? result.value : { ...result.value, warnings: [] };
    return {
      kind: 'answer',
      json: { accepted: true, ...counts, findings: [], warnings },
      text: Object.entries(counts)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      findings: warnings,
    };
  },
};

async function load(context: CommandContext, path: string): Promise<Result<ImportReport | RestoreReport>> {
  const work = { ...context, actor: 'operator', progress: context.progress };
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) {
    const kinds = context.modules.flatMap((module) => module.kinds);
    return restoreFolder(work, path, kinds);
  }
  if (found !== null && found.size > largestFile)
    return { ok: false, problems: [problem('file_too_large', '', { megabytes: largestFile / 1024 / 1024 })] };
  const text = found === null ? null : await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { ok: false, problems: [problem('file_unreadable', '', { file: path })] };
  return importFile(work, text);
}

function split(problems: readonly Problem[]) {
  return [
    problems.filter((one) => one.severity === 'error'),
    problems.filter((one) => one.severity === 'warning'),
  ] as const;
}

const exportCommand: Command = {
  name: 'export',
  usage: '--out DIR',
  summary:
    'write the whole state to an empty folder: every version with its times, and each register as a file',
  options: { out: { type: 'string', help: 'an empty or new folder' } },
  run: async (context): Promise<CommandResult> => {
    const { out } = context.options;
    if (typeof out !== 'string' || context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const result = await exportFolder(context.database, resolve(out));
    if (!result.ok) return { kind: 'usage', problems: result.problems };
    const { stateHash, records, transitions, registers } = result.value;
    return {
      kind: 'answer',
      json: { folder: resolve(out), stateHash, records, transitions, registers },
      text: `${records} records, ${transitions} steps: ${resolve(out)}\n${stateHash}`,
    };
  },
};

export const fileCommands: readonly Command[] = [importCommand, exportCommand];

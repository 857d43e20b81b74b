import { readFile } from 'node:fs/promises';
import { problem } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { readModelOfBefore } from '../scoring/model-file.ts';
import { checkCaseFile } from './case-file.ts';
import { caseTexts } from './text/texts.ts';

const checkBundle: Command = {
  name: 'vat check-bundle',
  usage: 'FILE',
  summary: 'check the signature of the file of a case, and make the score again that it was opened from',
  options: {
    key: { type: 'string', help: 'keys of nodes that may have signed it, with commas: name+hash+key' },
    model: { type: 'string', help: 'the model to score with (default: the one in the file)' },
  },
  alone: true,
  run: async ({ positionals, options, language }): Promise<CommandResult> => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return { kind: 'usage', problems: [] };
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null)
      return { kind: 'usage', problems: [problem('file_unreadable', 'FILE', { file: path })] };
    const model =
      typeof options.model === 'string' ? await readModelOfBefore(options.model, '--model') : null;
    if (model?.ok === false) return { kind: 'usage', problems: model.problems };
    const keys = typeof options.key === 'string' ? options.key.split(',').filter(Boolean) : [];
    const checked = checkCaseFile(text, keys, model?.value ?? null);
    if (!checked.ok)
      return { kind: 'findings', json: { findings: checked.problems }, findings: checked.problems };
    const { by, reference, replayed } = checked.value;
    const words = caseTexts(language);
    const score =
      replayed === null
        ? words.notReplayed
        : words.replayed({ trader: replayed.trader, probability: replayed.score.probability });
    return { kind: 'answer', json: checked.value, text: `${words.checked({ by, reference })}\n${score}` };
  },
};

export const caseCommands: readonly Command[] = [checkBundle];

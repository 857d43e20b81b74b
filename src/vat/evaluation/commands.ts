import { writeFile } from 'node:fs/promises';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { isPresetName, type PresetName, presetNames, presets } from '../made-up/presets.ts';
import { hashOfModel } from '../scoring/model-file.ts';
import { type Evaluated, evaluateWorld } from './evaluate.ts';
import { learnedPreset, learnedSeeds, learnMadeUp, learnTaught, taughtSeeds } from './learn-made-up.ts';
import { reportOf } from './report.ts';
import { evaluationTexts } from './text/texts.ts';

const mostSeeds = 100;
const mostTraders = 100_000;
const leastTraders = 1_000;

const evaluate: Command = {
  alone: true,
  name: 'vat evaluate',
  usage: '',
  summary: 'how well fraud is found in made-up worlds, with and without bridges; writes a table',
  options: {
    seeds: {
      type: 'string',
      help: 'how many worlds of each preset, with seeds 1, 2 and so on (default: 10)',
    },
    presets: { type: 'string', help: `which, with commas between (default: ${presetNames.join(',')})` },
    traders: { type: 'string', help: 'in each world, instead of those of its preset' },
    out: { type: 'string', help: 'the file, Markdown: docs/vat-evaluation.md' },
  },
  run: async ({ positionals, options, language }): Promise<CommandResult> => {
    const { out } = options;
    if (positionals.length > 0 || typeof out !== 'string') return { kind: 'usage', problems: [] };
    const seeds = readCount(options.seeds ?? '10', '--seeds', 1, mostSeeds);
    const names = readPresets(options.presets ?? presetNames.join(','));
    const traders =
      options.traders === undefined
        ? ok(null)
        : readCount(options.traders, '--traders', leastTraders, mostTraders);
    const faults = [seeds, names, traders].flatMap((one) => (one.ok ? [] : one.problems));
    if (!seeds.ok || !names.ok || !traders.ok) return { kind: 'usage', problems: faults };
    const words = evaluationTexts(language);
    const list = Array.from({ length: seeds.value }, (_, place) => place + 1);
    const results: { name: PresetName; worlds: Evaluated[] }[] = names.value.map((name) => ({
      name,
      worlds: [],
    }));
    for (const { name, worlds } of results)
      for (const seed of list) {
        const preset = presets[name];
        const world = evaluateWorld({ ...preset, traders: traders.value ?? preset.traders }, seed);
        worlds.push(world);
        const precision = world.measures.bridged.measures.precision100.toFixed(2);
        const recall = world.measures.expected.measures.euroRecall1.toFixed(2);
        process.stderr.write(`${words.progress({ preset: name, seed, precision, recall })}\n`);
      }
    const asked = traders.value === null ? '' : ` --traders ${traders.value}`;
    const command = `npm run -s tripoint -- vat evaluate --seeds ${seeds.value} --presets ${names.value.join(',')}${asked} --out ${out}`;
    try {
      await writeFile(out, reportOf({ seeds: list, presets: results }, command));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return { kind: 'usage', problems: [problem('vat_file_unwritable', '--out', { file: out })] };
    }
    const worlds = results.reduce((sum, one) => sum + one.worlds.length, 0);
    const json = {
      file: out,
      presets: results.map(({ name, worlds: own }) => ({
        name,
        worlds: own.map(({ measures, sought }, place) => ({
          seed: list[place] as number,
          sought,
          measures: Object.fromEntries(
            Object.entries(measures).map(([method, { measures: values }]) => [method, finite(values)]),
          ),
        })),
      })),
    };
    return { kind: 'answer', json, text: words.done({ worlds, presets: names.value.join(', '), file: out }) };
  },
};

const learn: Command = {
  alone: true,
  name: 'vat learn',
  usage: '',
  summary:
    'learn a model from made-up worlds, marked so in its file: it shows what scores look like and is not for decisions',
  options: {
    out: { type: 'string', help: 'the file: src/vat/scoring/made-up-model.json' },
    taught: {
      type: 'string',
      help: 'write first what a scorecard thinks before it has cases: src/vat/scoring/taught.json',
    },
  },
  run: async ({ positionals, options, language, progress }): Promise<CommandResult> => {
    const { out, taught } = options;
    if (positionals.length > 0 || typeof out !== 'string') return { kind: 'usage', problems: [] };
    const words = evaluationTexts(language);
    const say = (seed: number) => progress(words.learning({ seed }));
    const preset = presets[learnedPreset];
    if (typeof taught === 'string') {
      const unwritable = await write(taught, '--taught', learnTaught(preset, taughtSeeds, say));
      if (unwritable !== null) return { kind: 'usage', problems: [unwritable] };
    }
    const file = learnMadeUp(preset, learnedSeeds, say);
    const unwritable = await write(out, '--out', file);
    if (unwritable !== null) return { kind: 'usage', problems: [unwritable] };
    const json = { file: out, model: hashOfModel(file), synthetic: file.synthetic, learned: file.learned };
    return { kind: 'answer', json, text: words.learned({ file: out, model: json.model.slice(0, 12) }) };
  },
};

export const evaluationCommands: readonly Command[] = [evaluate, learn];

/** Problem: `vat_file_unwritable`. */
async function write(file: string, option: string, content: unknown): Promise<Problem | null> {
  try {
    await writeFile(file, `${JSON.stringify(content)}\n`);
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return problem('vat_file_unwritable', option, { file });
  }
}

/** JSON has no infinity: null is what was never found, or what there was nothing of to measure. */
const finite = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number.isFinite(value) ? value : null]),
  );

/** Problem: `vat_number_invalid`. */
function readCount(given: unknown, path: string, least: number, most: number): Result<number> {
  const text = typeof given === 'string' ? given : '';
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value >= least && value <= most
    ? ok(value)
    : fail(problem('vat_number_invalid', path, { given: text, least, most }));
}

/** Problem: `choice_unknown`. */
function readPresets(given: unknown): Result<readonly PresetName[]> {
  const asked = String(given).split(',');
  const unknown = asked.filter((text) => !isPresetName(text));
  return unknown.length === 0
    ? ok([...new Set(asked)] as PresetName[])
    : fail(
        ...unknown.map((text) =>
          problem('choice_unknown', '--presets', { text, known: presetNames.join(', ') }),
        ),
      );
}

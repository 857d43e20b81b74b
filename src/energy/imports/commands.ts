import type { Language } from '#kernel/languages.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import type { StepDomain } from '../domain/model.ts';
import { domainFormats, isDomainFormat, readDomainFile } from './domains.ts';
import { type EntsoeDay, readEntsoeFile } from './entsoe.ts';
import { importTexts } from './text/texts.ts';

const domainImport: Command = {
  alone: true,
  name: 'energy domain import',
  usage: 'FILE --format FORMAT',
  summary: 'reads the flow-based domains in a file, and says what is in it or what is wrong with it, by line',
  options: { format: { type: 'string', help: domainFormats.join(', ') } },
  run: async ({ positionals: [file, ...more], options: { format }, language }): Promise<CommandResult> => {
    if (file === undefined || more.length > 0 || !isDomainFormat(format))
      return { kind: 'usage', problems: [] };
    const read = await readDomainFile(file, format);
    if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
    const { steps, warnings } = read.value;
    const { json, text } = contentOf(steps, language);
    const warned = warnings.length === 0 ? {} : { warnings };
    return { kind: 'answer', json: { ...json, ...warned }, text, findings: warnings };
  },
};

function contentOf(steps: readonly StepDomain[], language: Language) {
  const rowsByKind: Record<string, number> = {};
  for (const { kind } of steps.flatMap(({ rows }) => rows)) rowsByKind[kind] = (rowsByKind[kind] ?? 0) + 1;
  const json = {
    steps: steps.length,
    rows: steps.reduce((sum, step) => sum + step.rows.length, 0),
    hubs: [...new Set(steps.flatMap(({ hubs }) => hubs))],
    rowsByKind,
    /** Days, or numbers of typical days. */
    days: [...new Set(steps.map(({ day, typicalDay }) => day ?? typicalDay))],
  };
  const words = importTexts(language).domain;
  const text = words.content({
    ...{ steps: json.steps, rows: json.rows, days: json.days.join(', '), hubs: json.hubs.join(', ') },
  });
  return { json, text };
}

const documentImport: Command = {
  alone: true,
  name: 'energy document import',
  usage: 'FILE',
  summary: 'reads a document of ENTSO-E, and says what series are in it or what is wrong with it, by line',
  options: {},
  run: async ({ positionals: [file, ...more], language }): Promise<CommandResult> => {
    if (file === undefined || more.length > 0) return { kind: 'usage', problems: [] };
    const read = await readEntsoeFile(file);
    if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
    const series = read.value.map(seriesOf);
    const words = importTexts(language).document;
    return { kind: 'answer', json: { series }, text: series.map(words.series).join('\n') };
  },
};

const seriesOf = ({ kind, from, to, day, minutes, values }: EntsoeDay) => ({
  ...{ kind, from: from ?? '–', to: to ?? '–', day, minutes, steps: values.length },
  ...{ least: Math.min(...values), most: Math.max(...values) },
});

export const importCommands: readonly Command[] = [domainImport, documentImport];

import type { Command, CommandResult } from '#platform/module.ts';
import { knownAtOption, readContextOf } from '#platform/read-context.ts';
import { formatAnswer, getBenefit, getComparison, getSeries } from './answers.ts';
import type { BenefitAnswer } from './contract.ts';
import { evidenceTexts } from './text/texts.ts';
import { unitName } from './text/words.ts';

const compare: Command = {
  name: 'evidence compare',
  usage: 'SERIES FROM TO',
  summary: 'whether two years of a series can be held against each other, and if not, what can',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [series, from, to] = context.positionals;
    if (series === undefined || from === undefined || to === undefined || context.positionals.length > 3)
      return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const found = asked.ok ? await getComparison(asked.value, { series, from, to }) : asked;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const answer = found.value;
    const words = evidenceTexts(context.language).page;
    const lines = answer.comparable
      ? [`${words.comparable}. ${words.change(String(answer.from), String(answer.to))}`]
      : [`${words.notComparable}.`, ...answer.reasons.map((reason) => reason.text)];
    const instead = answer.alternative;
    if (instead !== null) lines.push(words.instead(instead.series, String(instead.from), String(instead.to)));
    if (answer.caveats.length > 0)
      lines.push(`${words.caveatsOfSource}:`, ...answer.caveats.map(({ text }) => `- ${text}`));
    return { kind: 'answer', json: answer, text: lines.join('\n') };
  },
};

const series: Command = {
  name: 'evidence series',
  usage: 'SERIES',
  summary: 'every figure of a series, with what is missing and why, and the years it can be held against',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [id, ...rest] = context.positionals;
    if (id === undefined || rest.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const found = asked.ok ? await getSeries(asked.value, { series: id }) : asked;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const lines = found.value.points.map((point) =>
      [point.year ?? '-', point.dimension, formatAnswer(point, context.language)].filter(Boolean).join('  '),
    );
    return { kind: 'answer', json: found.value, text: lines.join('\n') };
  },
};

const benefit: Command = {
  name: 'evidence benefit',
  usage: 'DOSSIER',
  summary: 'what a cooperation could bring beside what it brought, and the share where it may be given',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [dossier, ...rest] = context.positionals;
    if (dossier === undefined || rest.length > 0) return { kind: 'usage', problems: [] };
    const asked = await readContextOf(context);
    const found = asked.ok ? await getBenefit(asked.value, { dossier }) : asked;
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const answer = found.value;
    const words = evidenceTexts(context.language);
    const line = (side: string) => (figure: BenefitAnswer['potential'][number]) =>
      `${side}  ${formatAnswer(figure, context.language)} ${unitName(figure.unit ?? '', context.language)}  ${figure.geography ?? words.page.geographyNotStated}  ${figure.period ?? words.page.periodNotStated}`;
    const ratios = answer.ratios.map((ratio) =>
      ratio.given
        ? words.page.ratioGiven(shareText(ratio), ratio.geography ?? '')
        : words.page.ratioRefused(ratio.potential, ratio.text),
    );
    const inferred = answer.inferred.flatMap((ratio) =>
      ratio.given
        ? [words.page.ratioUncertain(shareText(ratio), ratio.geography ?? '', ratio.basis ?? '')]
        : [],
    );
    const figures = [
      ...answer.potential.map(line('potential')),
      ...answer.realised.map(line('realised')),
      ...answer.shares.map(line('share')),
    ];
    return { kind: 'answer', json: answer, text: [...figures, ...ratios, ...inferred].join('\n') };
  },
};

/** A share of what is at most so much is at least so large. */
function shareText({ percent, bound }: { percent: number; bound: 'lower' | 'upper' | null }): string {
  return `${bound === null ? '' : bound === 'lower' ? '≥ ' : '≤ '}${percent} %`;
}

export const evidenceCommands: readonly Command[] = [compare, series, benefit];

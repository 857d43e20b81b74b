import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { knownAtOf, knownAtOption } from '#platform/command-dates.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { benefitAnswer, comparisonAnswer, formatAnswer, seriesAnswer } from './answers.ts';
import { benefitOf } from './rules/benefit.ts';
import { compareYears } from './rules/comparability.ts';
import type { Series } from './rules/series.ts';
import { type Catalogue, findSeries, listBenefitDossiers, listFigures, loadCatalogue } from './store.ts';
import { evidenceTexts } from './text/texts.ts';

async function catalogueOf(context: CommandContext): Promise<Result<Catalogue>> {
  const register = await context.register();
  if (!register.ok) return register;
  const knownAt = knownAtOf(context);
  if (!knownAt.ok) return knownAt;
  const moment = { register: register.value.id, knownAt: knownAt.value };
  return ok(await context.database.read((tx) => loadCatalogue(tx, moment)));
}

/** The series of that id; when there is none, the ids that look most like it. */
function getSeries(catalogue: Catalogue, id: string): Result<Series> {
  const found = findSeries(catalogue, id);
  if (found !== undefined) return ok(found);
  const ids = [...catalogue.table, ...catalogue.indicators].map((series) => series.id);
  const nearest = ids.filter((other) => other.toLowerCase().includes(id.toLowerCase().slice(0, 4)));
  return fail(
    problem('series_unknown', '', { series: id, nearest: (nearest.length > 0 ? nearest : ids).join(', ') }),
  );
}

function parseYear(text: string): Result<PartialDate> {
  return /^\d{4}$/.test(text)
    ? parsePartialDate(text)
    : fail(problem('year_invalid', '', { received: text }));
}

const compare: Command = {
  name: 'evidence compare',
  usage: 'SERIES FROM TO',
  summary: 'whether two years of a series can be held against each other, and if not, what can',
  options: knownAtOption,
  run: async (context): Promise<CommandResult> => {
    const [id, from, to] = context.positionals;
    if (id === undefined || from === undefined || to === undefined || context.positionals.length > 3)
      return { kind: 'usage', problems: [] };
    const catalogue = await catalogueOf(context);
    if (!catalogue.ok) return { kind: 'usage', problems: catalogue.problems };
    const series = getSeries(catalogue.value, id);
    const years = [parseYear(from), parseYear(to)];
    const faults = [series, ...years].flatMap((result) => (result.ok ? [] : result.problems));
    if (!series.ok || faults.length > 0) return { kind: 'usage', problems: faults };
    const comparison = compareYears(catalogue.value.table, series.value, from, to);
    const answer = comparisonAnswer(series.value, [from, to], comparison, context.language);
    const words = evidenceTexts(context.language).page;
    const lines = comparison.comparable
      ? [`${words.comparable}. ${words.change(String(comparison.from), String(comparison.to))}`]
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
    const catalogue = await catalogueOf(context);
    if (!catalogue.ok) return { kind: 'usage', problems: catalogue.problems };
    const found = getSeries(catalogue.value, id);
    if (!found.ok) return { kind: 'usage', problems: found.problems };
    const lines = found.value.points.map((point) =>
      [point.year ?? '-', point.dimension, formatAnswer(point.value, context.language)]
        .filter(Boolean)
        .join('  '),
    );
    return {
      kind: 'answer',
      json: seriesAnswer(catalogue.value, found.value, context.language),
      text: lines.join('\n'),
    };
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
    const register = await context.register();
    const knownAt = knownAtOf(context);
    if (!register.ok || !knownAt.ok)
      return {
        kind: 'usage',
        problems: [register, knownAt].flatMap((result) => (result.ok ? [] : result.problems)),
      };
    const moment = { register: register.value.id, knownAt: knownAt.value };
    const { figures, dossiers } = await context.database.read(async (tx) => ({
      figures: await listFigures(tx, moment, dossier),
      dossiers: await listBenefitDossiers(tx, moment),
    }));
    if (figures.length === 0)
      return {
        kind: 'usage',
        problems: [problem('dossier_unknown', '', { dossier, known: dossiers.join(', ') })],
      };
    const found = benefitOf(figures);
    const answer = benefitAnswer(dossier, found, context.language);
    const words = evidenceTexts(context.language);
    const line = (figure: (typeof figures)[number]) =>
      `${figure.side}  ${formatAnswer(figure.value, context.language)} ${figure.unit ?? ''}  ${figure.geography ?? words.page.geographyNotStated}  ${figure.period ?? words.page.periodNotStated}`;
    const ratios = found.ratios.map((ratio) =>
      ratio.given
        ? words.page.ratioGiven(`${ratio.ratio}`, ratio.geography ?? '')
        : words.page.ratioRefused(ratio.potential, words.ratioRefusals[ratio.reason]),
    );
    const inferred = answer.inferred.flatMap((ratio) =>
      'percent' in ratio
        ? [words.page.ratioUncertain(`${ratio.percent} %`, ratio.geography ?? '', ratio.basis ?? '')]
        : [],
    );
    return { kind: 'answer', json: answer, text: [...figures.map(line), ...ratios, ...inferred].join('\n') };
  },
};

export const evidenceCommands: readonly Command[] = [compare, series, benefit];

import { ok, type Problem, type Result } from '#kernel/result.ts';
import type { AloneContext, Command, CommandResult } from '#platform/module.ts';
import { loadSolver, type Solver } from '../clearing/solver.ts';
import { domainFormats, isDomainFormat, readDomains } from '../imports/domains.ts';
import { extractAtc, extraction } from './atc.ts';
import { directionsOf } from './borders.ts';
import { boxInDomain, type Containment } from './containment.ts';
import { asLimits } from './equalities.ts';
import { exchangeLimits, positionLimits } from './limits.ts';
import type { StepDomain, TypedRow } from './model.ts';
import { presolve, unproven } from './presolve.ts';
import { domainTexts } from './text/texts.ts';

const format = { type: 'string', help: `the layout of the file: ${domainFormats.join(', ')}` } as const;

const presolveCommand: Command = {
  alone: true,
  name: 'energy domain presolve',
  usage: `FILE --format ${domainFormats.join('|')}`,
  summary: 'says which rows of each step are needed, and proves of every other that it is not',
  options: { format },
  run: (context) =>
    everyStep(context, (solver, { hubs }, rows, step, words) => {
      const found = presolve(solver, rows, hubs.length);
      if (!found.ok) return found;
      const { kept, isThin } = found.value;
      const counts = { rows: rows.length, kept: kept.length };
      return answer(
        {
          rows: rows.length,
          kept: kept.map((row) => rows[row]?.id),
          unproven: unproven(rows, hubs.length, found.value).length,
          isThin,
        },
        [words.presolve.step({ step, ...counts }), ...(isThin ? [] : [words.presolve.flat({ step })])],
      );
    }),
};

const limitsCommand: Command = {
  alone: true,
  name: 'energy domain limits',
  usage: `FILE --format ${domainFormats.join('|')}`,
  summary:
    'least and largest net position of each hub and the largest exchange of any two alone, with the rows that end them',
  options: { format },
  run: (context) =>
    everyStep(context, (solver, { hubs }, rows, step, words) => {
      const found = positionLimits(solver, rows, hubs);
      if (!found.ok) return found;
      const named = (shadows: readonly { readonly row: number }[]) =>
        shadows.map(({ row }) => nameOf(rows[row]));
      const positions = found.value.map(({ hub, least, most }) => ({
        hub: hubs[hub] as string,
        least: { megawatts: least.value, rows: named(least.shadows) },
        most: { megawatts: most.value, rows: named(most.shadows) },
      }));
      const exchanges = exchangeLimits(rows, hubs.length).flatMap((limit) =>
        limit === null
          ? []
          : [
              {
                from: hubs[limit.from] as string,
                to: hubs[limit.to] as string,
                megawatts: Number.isFinite(limit.most) ? limit.most : null,
                row: limit.row === null ? null : nameOf(rows[limit.row]),
              },
            ],
      );
      return answer({ positions, exchanges }, [
        words.limits.step({ step }),
        ...positions.map(({ hub, least, most }) =>
          words.limits.hub({
            ...{ hub, least: shown(least.megawatts), leastRow: least.rows.join(' + ') },
            ...{ most: shown(most.megawatts), mostRow: most.rows.join(' + ') },
          }),
        ),
        ...exchanges.map(({ from, to, megawatts, row }) =>
          words.limits.exchange({ from, to, most: shown(megawatts), row: row ?? words.limits.none }),
        ),
      ]);
    }),
};

const atcCommand: Command = {
  alone: true,
  name: 'energy domain atc',
  usage: `FILE --format ${domainFormats.join('|')} [--borders A-B,B-C]`,
  summary:
    'capacities that can be used independently of one another, extracted from each step and proven to lie in it',
  options: {
    format,
    borders: { type: 'string', help: 'pairs of hubs with a border; every pair where none are named' },
  },
  run: (context) =>
    everyStep(context, (_, { hubs }, rows, step, words) => {
      const { borders } = context.options;
      const directions = directionsOf(hubs, typeof borders === 'string' ? borders : null);
      if (!directions.ok) return directions;
      const found = extractAtc(rows, directions.value);
      if (!found.ok) return found;
      const capacities = directions.value.map(({ from, to }, place) => ({
        from: hubs[from] as string,
        to: hubs[to] as string,
        megawatts: found.value[place] as number,
      }));
      const contained = boxInDomain(rows, directions.value, found.value);
      return answer({ capacities, containment: told(contained, rows), extraction }, [
        words.atc.step({ step }),
        ...capacities.map(({ from, to, megawatts }) =>
          words.atc.direction({ from, to, megawatts: shown(megawatts) }),
        ),
        contained.isInside
          ? words.atc.inside
          : words.atc.outside({
              row: nameOf(rows[contained.row]),
              flow: shown(contained.flow),
              ram: shown(contained.ram),
            }),
        words.atc.rule,
      ]);
    }),
};

/** What a step came to: for programs, and in lines for people. */
type Answer = { readonly json: Readonly<Record<string, unknown>>; readonly lines: readonly string[] };
const answer = (json: Answer['json'], lines: readonly string[]): Result<Answer> => ok({ json, lines });

/** Reads a file and looks at each of its steps; a step of which nothing can be said is a finding, beside what the others came to. */
async function everyStep(
  { positionals, options, language }: AloneContext,
  look: (
    solver: Solver,
    domain: StepDomain,
    rows: readonly TypedRow[],
    step: string,
    words: ReturnType<typeof domainTexts>,
  ) => Result<Answer>,
): Promise<CommandResult> {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || !isDomainFormat(options.format))
    return { kind: 'usage', problems: [] };
  const read = await readDomains(file, options.format);
  if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
  const words = domainTexts(language);
  const solver = await loadSolver();
  const findings: Problem[] = [];
  const lines: string[] = [];
  const steps = read.value.map((domain) => {
    const { day, typicalDay, period, hubs } = domain;
    const step = words.step({ day: day ?? typicalDay ?? '–', period });
    const found = look(solver, domain, asLimits(domain.rows), step, words);
    const name = { day, typicalDay, period, hubs };
    if (found.ok) {
      lines.push(...found.value.lines);
      return { ...name, ...found.value.json };
    }
    const problems = found.problems.map((one) => ({ ...one, path: `${step} ${one.path}`.trim() }));
    findings.push(...problems);
    return { ...name, findings: problems };
  });
  // A border that is named wrongly is one mistake, whatever the number of steps.
  const once = findings.filter(
    ({ code, params }, place) =>
      code !== 'energy_border_unknown' ||
      findings.findIndex((one) => one.params.border === params.border) === place,
  );
  return { kind: 'answer', json: { steps }, text: lines.join('\n'), findings: once };
}

function told(contained: Containment, rows: readonly TypedRow[]) {
  if (contained.isInside) return contained;
  return { ...contained, row: nameOf(rows[contained.row]), exchanges: [...contained.exchanges] };
}

/** What people call a row: its element, and what is out when it counts; else where it stands. */
function nameOf(row: TypedRow | undefined): string {
  if (row === undefined) return '–';
  return [row.element ?? row.id, row.contingency].filter((part) => part !== null).join(' / ');
}

/** MW to one place. */
const shown = (megawatts: number | null): string =>
  megawatts === null ? '∞' : String(Math.round(megawatts * 10) / 10);

export const domainCommands: readonly Command[] = [presolveCommand, limitsCommand, atcCommand];

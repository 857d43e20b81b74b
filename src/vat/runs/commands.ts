import { writeFile } from 'node:fs/promises';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import type { Register } from '#platform/records/registers.ts';
import type { ConfirmedCase } from '../scoring/known.ts';
import { hashOfModel, madeUpModelFile, readModelFile, readModelOfBefore } from '../scoring/model-file.ts';
import { readVatNumber, vatPrefixes } from '../vat-number.ts';
import { askRun, makeRun } from './make-run.ts';
import { type Alert, type Run, usualThreshold } from './model.ts';
import { readBundle, replayBundle } from './replay.ts';
import { findAlert, findRun, listAlerts, listRuns, stopRun } from './store.ts';
import { runTexts } from './text/texts.ts';

const usage: CommandResult = { kind: 'usage', problems: [] };
const refuse = (...problems: readonly Problem[]): CommandResult => ({ kind: 'usage', problems });
const findings = (...problems: readonly Problem[]): CommandResult => ({
  kind: 'findings',
  json: { findings: problems },
  findings: problems,
});

const modelOption = {
  model: {
    type: 'string',
    help: 'file of the model (default: the one of made-up worlds, not for decisions)',
  },
} as const;

/** Alerts that people see at once. */
const shown = 20;

/** Frauds that are confirmed to a party: the room of cases knows them, which builds on this one. */
export type ListConfirmed = (
  tx: Transaction,
  asked: { readonly register: Register; readonly clock: Clock },
  party: string,
) => Promise<readonly ConfirmedCase[]>;

const scoreWith = (listConfirmed: ListConfirmed): Command => ({
  name: 'vat score',
  usage: '--state BE --month 2026-03',
  summary:
    'score the traders of a state by what was taken in and known at the end of a month: a work list by trade at stake; interrupted, it goes on the next time',
  options: {
    state: { type: 'string', help: 'whose traders: the prefix of their VAT numbers' },
    month: { type: 'string', help: 'at whose end: 2026-03' },
    ...modelOption,
  },
  run: async (context): Promise<CommandResult> => {
    const { positionals, options, database, clock, dataFolder, language, progress } = context;
    if (positionals.length > 0) return usage;
    const state = String(options.state ?? '').toUpperCase();
    const month = String(options.month ?? '');
    const problems: Problem[] = [];
    if (!vatPrefixes.includes(state))
      problems.push(problem('vat_state_unknown', '--state', { given: state }));
    if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month))
      problems.push(problem('vat_month_invalid', '--month', { given: month }));
    else if (lastDay(month as PartialDate) >= todayOn(clock))
      problems.push(problem('vat_month_to_come', '--month', { given: month }));
    const model = await readModelFile(String(options.model ?? madeUpModelFile), '--model');
    const register = await context.register();
    for (const one of [model, register]) if (!one.ok) problems.push(...one.problems);
    if (problems.length > 0 || !model.ok || !register.ok) return refuse(...problems);
    const place = { database, clock, dataFolder };
    const asked = {
      ...{ register: register.value.id, state, month, model: model.value, askedBy: 'operator' },
      cases: await database.read((tx) => listConfirmed(tx, { register: register.value, clock }, state)),
    };
    const run = await askRun(place, asked);
    if (!run.ok) return findings(...run.problems);
    const words = runTexts(language);
    await makeRun(place, run.value.id, {
      progress: ({ stage, done, total }) =>
        progress(words.progress({ stage: words.stages[stage], done, total })),
    });
    return tell(context, run.value.id);
  },
});

/** Nobody’s page asks him who he is: that it was he who saw them is written before he does. */
const journal = (tx: Transaction, clock: Clock, event: string, run: Run, payload: object) =>
  appendJournal(tx, clock, [
    {
      ...{ event, actor: 'operator', party: run.party, register: run.register },
      ...{ subject: `vat_runs/${run.id}`, payload: { run: run.id, ...payload } },
    },
  ]);

async function tell({ database, clock, language }: CommandContext, id: string): Promise<CommandResult> {
  const run = await database.read((tx) => findRun(tx, id));
  if (run === null) return findings(problem('vat_run_unknown', '', { run: id }));
  if (run.problem !== null) return findings(run.problem);
  const alerts = await database.read((tx) => listAlerts(tx, id, { limit: 10_000, offset: 0 }));
  const traders = alerts.map(({ trader }) => trader);
  await database.write((tx) => journal(tx, clock, 'vat_alerts.read', run, { traders }));
  const words = runTexts(language);
  const text =
    run.state === 'done'
      ? [
          words.found({
            ...{ id, count: alerts.length, threshold: usualThreshold * 100 },
            above: alerts.filter(({ probability }) => probability >= usualThreshold).length,
          }),
          ...(run.synthetic ? [words.synthetic] : []),
          ...alerts.slice(0, shown).map((alert) => lineOf(alert, language)),
        ]
      : [words.stopped({ id })];
  const json = { run: jsonOf(run), alerts: alerts.map(({ bundle: _, ...alert }) => alert) };
  return { kind: 'answer', json, text: text.join('\n') };
}

const jsonOf = ({ beganAt, endedAt, ...run }: Run) => ({
  ...run,
  beganAt: beganAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});

function lineOf(alert: Alert, language: CommandContext['language']): string {
  const { place, trader, probability, least, most, atStakeCents, archetypes } = alert;
  const euro = parseCurrency('EUR');
  const percent = (share: number) => (100 * share).toFixed(1);
  return runTexts(language).alert({
    ...{ place, trader, percent: percent(probability), least: percent(least), most: percent(most) },
    euros: euro.ok
      ? formatMoney({ currency: euro.value, minor: BigInt(atStakeCents) }, language)
      : atStakeCents,
    archetypes: archetypes.join(', '),
  });
}

/** More than a register has of months and states. */
const mostListed = 10_000;

const runs: Command = {
  name: 'vat runs',
  usage: '',
  summary: 'which runs there are, and how far they are',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const { positionals, database, language } = context;
    if (positionals.length > 0) return usage;
    const register = await context.register();
    if (!register.ok) return refuse(...register.problems);
    const found = await database.read((tx) =>
      listRuns(tx, register.value.id, vatPrefixes, { limit: mostListed }),
    );
    const words = runTexts(language);
    const text = found.map(({ id, party, month, state }) =>
      words.line({ id, party, month, state: words.states[state] }),
    );
    const json = { runs: found.map(jsonOf) };
    return { kind: 'answer', json, text: text.length === 0 ? words.none : text.join('\n') };
  },
};

const stop: Command = {
  name: 'vat stop',
  usage: 'RUN',
  summary: 'stop a run between two of its parts; asked for again it goes on',
  options: {},
  run: async ({ positionals, database, clock, language }): Promise<CommandResult> => {
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) return usage;
    const isStopped = await database.write(async (tx) => {
      const run = await findRun(tx, id);
      if (run === null || !(await stopRun(tx, clock, id))) return false;
      await journal(tx, clock, 'vat.run_stopped', run, { month: run.month });
      return true;
    });
    if (!isStopped) return findings(problem('vat_run_unknown', 'RUN', { run: id }));
    return { kind: 'answer', json: { run: id, state: 'stopped' }, text: runTexts(language).stopped({ id }) };
  },
};

const bundle: Command = {
  name: 'vat bundle',
  usage: 'RUN NUMBER',
  summary: 'write all that a score was made of to a file, with the rows behind each reason',
  options: { out: { type: 'string', help: 'the file, JSON' } },
  run: async ({ positionals, options, database, clock, language }): Promise<CommandResult> => {
    const [run, given, ...more] = positionals;
    const { out } = options;
    if (run === undefined || given === undefined || more.length > 0 || typeof out !== 'string') return usage;
    const trader = readVatNumber(given)?.number ?? given;
    const alert = await database.write(async (tx) => {
      const [found, of] = [await findAlert(tx, run, trader), await findRun(tx, run)];
      if (found === null || of === null) return null;
      const { hash } = found.bundle;
      await journal(tx, clock, 'vat_alerts.bundle', of, { traders: [trader], hash });
      return found;
    });
    if (alert === null) return findings(problem('vat_alert_unknown', 'NUMBER', { run, trader }));
    try {
      await writeFile(out, `${JSON.stringify(alert.bundle)}\n`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return refuse(problem('vat_file_unwritable', '--out', { file: out }));
    }
    const json = { file: out, trader, hash: alert.bundle.hash };
    return { kind: 'answer', json, text: runTexts(language).bundle({ trader, file: out }) };
  },
};

const replay: Command = {
  alone: true,
  name: 'vat replay',
  usage: 'BUNDLE',
  summary: 'make a score again from its bundle and the model, and say whether it is the same',
  options: modelOption,
  run: async ({ positionals, options, language }): Promise<CommandResult> => {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return usage;
    const read = await readBundle(path);
    const model = await readModelOfBefore(String(options.model ?? madeUpModelFile), '--model');
    const problems = [read, model].flatMap((one) => (one.ok ? [] : one.problems));
    if (!read.ok || !model.ok) return refuse(...problems);
    const made = replayBundle(model.value.model, read.value);
    if (!made.ok) return findings(...made.problems);
    const { number: trader } = read.value;
    const json = { trader, model: hashOfModel(model.value), hash: read.value.hash, score: made.value };
    const { probability } = made.value;
    return { kind: 'answer', json, text: runTexts(language).replayed({ trader, probability }) };
  },
};

export const runCommands = (listConfirmed: ListConfirmed): readonly Command[] => [
  scoreWith(listConfirmed),
  ...[runs, stop, bundle, replay],
];

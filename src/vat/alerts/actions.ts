import { z } from 'zod';
import { lastDay, parsePartialDate } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, defineAction, textsFrom } from '#platform/actions/action.ts';
import { count, idAmong, line, oneOf, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { findOwnAlert } from '../cases/alerts.ts';
import { listConfirmed } from '../cases/open-cases.ts';
import { inField, partiesIn, takingPartIn } from '../fields/store.ts';
import { vatFolder } from '../intake/commands.ts';
import { askRunIn, runTask } from '../runs/make-run.ts';
import { type Run, rulesVersion } from '../runs/model.ts';
import { rulesOf } from '../runs/stages.ts';
import { findRun, saveRun, stopRun } from '../runs/store.ts';
import { madeUpModelFile, readModelFile } from '../scoring/model-file.ts';
import { prefixOf } from '../vat-number.ts';
import { casesOn } from './cases.ts';
import { lastMonthOf, makingTask, sizes } from './make-up.ts';
import { alertHref, keepAlerts, keepRuns, runsPath } from './model.ts';
import { saveAside, takeUp } from './set-aside/store.ts';
import { listMakings, saveMaking } from './store.ts';
import { alertTexts } from './text/texts.ts';

const textsOf = textsFrom(alertTexts);
const participation = takingPartIn('cases');

const actorOf = ({ actor }: ActionContext) => (actor.kind === 'person' ? `person:${actor.id}` : actor.kind);

const ofParty = {
  permission: keepRuns,
  participation,
  object: (tx: Transaction, context: ActionContext, { party }: { readonly party?: string }) =>
    inField(tx, context, 'cases', party),
};

/** Whether a register is made up: what is made up for it stands among nothing that is true. */
const isMadeUp = ({ register }: Pick<ActionContext, 'register'>): boolean => register.meta.synthetic === true;

/** Problems: `vat_month_unreadable`, `vat_month_to_come`. */
function readMonth(given: string, { today }: Pick<ActionContext, 'today'>): Result<string> {
  const parsed = /^\d{4}-\d{2}$/.test(given) ? parsePartialDate(given) : null;
  if (parsed === null || !parsed.ok) return fail(problem('vat_month_unreadable', 'body.month', { given }));
  return lastDay(parsed.value) < today
    ? ok(given)
    : fail(problem('vat_month_to_come', 'body.month', { given }));
}

export const startRun = defineAction({
  name: 'vat-runs/start',
  ...ofParty,
  fields: {
    party: idAmong(partiesIn('cases')),
    month: { ...line, schema: line.schema.pipe(z.string().max(10)), like: '2019-05' },
  },
  texts: textsOf('start'),
  about: null,
  back: () => runsPath,
  perform: async (tx, context, { party, month: given }) => {
    const month = readMonth(given, context);
    if (!month.ok) return month;
    const model = await readModelFile(madeUpModelFile, 'model');
    if (!model.ok) return model;
    const asked = await askRunIn(tx, context, {
      ...{ register: context.register.id, state: prefixOf(party), party, month: month.value },
      ...{ model: model.value, askedBy: actorOf(context) },
      cases: await listConfirmed(tx, context, party),
    });
    if (!asked.ok) return asked;
    return ok({ changes: [], subject: `vat_runs/${asked.value.id}`, path: runsPath });
  },
  prefill: async (tx, { register, today }) => {
    const [making] = await listMakings(tx, register.id);
    // Of made-up declarations the last month; of true ones the last that is over.
    const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
    const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
    return { month: making?.lastMonth ?? before };
  },
});

/** The party's own run that is meant. */
async function findOwn(
  tx: Transaction,
  { register }: ActionContext,
  party: string,
  id: string,
): Promise<Run | null> {
  const run = await findRun(tx, id);
  return run !== null && run.register === register.id && run.party === party ? run : null;
}

const ofRun = {
  ...ofParty,
  fields: { party: { ...idAmong(partiesIn('cases')), control: 'hidden' }, run: subject },
  about: null,
  back: () => runsPath,
} as const;

const journal = (tx: Transaction, context: ActionContext, event: string, run: Run) =>
  appendJournal(tx, context.clock, [
    {
      ...{ event, actor: actorOf(context), party: run.party, register: run.register },
      ...{ subject: `vat_runs/${run.id}`, payload: { month: run.month } },
    },
  ]);

export const stopRunAction = defineAction({
  ...ofRun,
  name: 'vat-runs/stop',
  texts: textsOf('stop'),
  perform: async (tx, context, { party, run: id }) => {
    const run = await findOwn(tx, context, party, id);
    if (run === null) return fail(problem('vat_run_not_found', 'body.run'));
    if (!(await stopRun(tx, context.clock, id))) return fail(problem('vat_run_not_running', 'body.run'));
    await journal(tx, context, 'vat.run_stopped', run);
    return ok({ changes: [], subject: `vat_runs/${id}`, path: runsPath });
  },
});

export const resumeRun = defineAction({
  ...ofRun,
  name: 'vat-runs/resume',
  texts: textsOf('resume'),
  perform: async (tx, context, { party, run: id }) => {
    const run = await findOwn(tx, context, party, id);
    if (run === null) return fail(problem('vat_run_not_found', 'body.run'));
    if (run.state !== 'stopped' && run.state !== 'failed')
      return fail(problem('vat_run_not_stopped', 'body.run'));
    const rules = await rulesOf(vatFolder(context.dataFolder, run.register), id);
    if (rules !== null && rules !== rulesVersion) return fail(problem('vat_run_other_rules', 'body.run'));
    await saveRun(tx, run);
    await journal(tx, context, 'vat.run_resumed', run);
    await enqueue(tx, runTask);
    return ok({ changes: [], subject: `vat_runs/${id}`, path: runsPath });
  },
});

export const makeUpDeclarations = defineAction({
  name: 'vat-runs/make-up',
  ...ofParty,
  fields: {
    party: idAmong(partiesIn('cases')),
    seed: count(1, 999_999_999),
    size: oneOf(['small', 'larger'], (size, language) => alertTexts(language).sizes[size]),
  },
  texts: textsOf('makeUp'),
  about: null,
  back: () => runsPath,
  perform: async (tx, context, { party, seed, size }) => {
    const { register, clock } = context;
    if (!isMadeUp(context))
      return fail(problem('vat_register_not_made_up', 'path.register', { register: register.id }));
    const all = await listMakings(tx, register.id);
    if (all.some(({ state }) => state === 'waiting' || state === 'running'))
      return fail(problem('vat_making_under_way'));
    const id = newId(clock);
    const { traders, months } = sizes[size];
    const asked = { id, register: register.id, party, seed, traders, months, askedBy: actorOf(context) };
    await saveMaking(tx, clock, { ...asked, lastMonth: lastMonthOf(months) });
    await appendJournal(tx, clock, [
      {
        ...{ event: 'vat.make_up_asked', actor: actorOf(context), party, register: register.id },
        ...{ subject: `vat_makings/${id}`, payload: { seed, traders, months } },
      },
    ]);
    await enqueue(tx, makingTask);
    return ok({ changes: [], subject: `vat_makings/${id}`, path: runsPath });
  },
  prefill: async () => ({ seed: '42', size: 'small' }),
});

const ofAlert = {
  permission: keepAlerts,
  participation,
  object: ofParty.object,
  about: null,
  back: ({ run = '', trader = '' }: Readonly<Record<string, string>>) => alertHref(run, trader),
} as const;
const alertFields = {
  party: { ...idAmong(partiesIn('cases')), control: 'hidden' },
  run: subject,
  trader: { ...line, control: 'hidden' },
} as const;

type Meant = { readonly party: string; readonly run: string; readonly trader: string };

const journalAlert = (
  tx: Transaction,
  context: ActionContext,
  event: string,
  { party, run, trader }: Meant,
  more: object,
) =>
  appendJournal(tx, context.clock, [
    {
      ...{ event, actor: actorOf(context), party, register: context.register.id },
      ...{ subject: `vat_runs/${run}`, payload: { run, trader, ...more } },
    },
  ]);

/** It stands apart from then on, with why; no case, and nothing of the trader, is decided by it. */
export const setAlertAside = defineAction({
  ...ofAlert,
  name: 'vat-alerts/set_aside',
  fields: { ...alertFields, reason: text },
  texts: textsOf('setAside'),
  perform: async (tx, context, { reason, ...meant }) => {
    const { party, run, trader } = meant;
    const register = context.register.id;
    const alert = await findOwnAlert(tx, { register, party }, { run, trader });
    if (alert === null) return fail(problem('vat_alert_unknown', 'body.trader', { run, trader }));
    const open = (await casesOn(tx, context, party)).get(trader)?.state === 'open';
    if (open) return fail(problem('vat_alert_has_case', 'body.trader', { trader }));
    const aside = { id: newId(context.clock), register, ...meant, reason, setBy: actorOf(context) };
    if (!(await saveAside(tx, context.clock, { ...aside, month: alert.bundle.period })))
      return fail(problem('vat_alert_set_aside', 'body.trader', { trader }));
    await journalAlert(tx, context, 'vat.alert_set_aside', meant, { month: alert.bundle.period, reason });
    return ok({ changes: [], subject: `vat_runs/${run}`, path: alertHref(run, trader) });
  },
});

export const takeAlertUp = defineAction({
  ...ofAlert,
  name: 'vat-alerts/take_up',
  fields: alertFields,
  texts: textsOf('takeUp'),
  perform: async (tx, context, meant) => {
    const { party, run, trader } = meant;
    const register = context.register.id;
    const alert = await findOwnAlert(tx, { register, party }, { run, trader });
    if (alert === null) return fail(problem('vat_alert_unknown', 'body.trader', { run, trader }));
    if (!(await takeUp(tx, context.clock, { register, party, trader, run }, actorOf(context))))
      return fail(problem('vat_alert_not_set_aside', 'body.trader', { trader }));
    await journalAlert(tx, context, 'vat.alert_taken_up', meant, { month: alert.bundle.period });
    return ok({ changes: [], subject: `vat_runs/${run}`, path: alertHref(run, trader) });
  },
});

export const runActions: readonly Action[] = [
  startRun,
  stopRunAction,
  resumeRun,
  makeUpDeclarations,
  setAlertAside,
  takeAlertUp,
];

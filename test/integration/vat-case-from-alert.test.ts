import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { listRegisters } from '#platform/records/registers.ts';
import { startRun } from '../../src/vat/alerts/actions.ts';
import { checkCaseFile } from '../../src/vat/cases/case-file.ts';
import { vatFolder } from '../../src/vat/intake/commands.ts';
import type { RunPlan } from '../../src/vat/runs/model.ts';
import { runFolder } from '../../src/vat/runs/stages.ts';
import { type FeatureName, features } from '../../src/vat/scoring/feature-names.ts';
import {
  act,
  analyst,
  belgian,
  database,
  done,
  dutch,
  folder,
  liaison,
  logKeys,
  luxembourgish,
  makeAlert,
  nl,
  onNodeWithCases,
  openOne,
  path,
  read,
  register,
  takeInFile,
} from '../support/vat-cases.ts';

/** Between runs and cases: what is confirmed goes into a run, and what a run says opens a case. */
onNodeWithCases();

describe('A run that is asked for', () => {
  test('is made of the cases that are confirmed to the state that asks, and of nobody else’s', async () => {
    await takeInFile('BE', belgian, dutch);
    const id = await openOne();
    const ended = { id, outcome: 'missing_trader', confirmed: dutch, reason: 'Found empty' };
    await done(analyst, 'vat-cases/close', { ...ended, stopped: '100', days: 10 });
    const whole = (await database.read((tx) => listRegisters(tx))).find((one) => one.id === register);
    if (whole === undefined) throw new Error('no register');
    const today = todayOn(systemClock);
    const casesOf = async (party: string) => {
      const context = {
        ...{ register: whole, actor: { kind: 'operator' as const }, clock: systemClock, grant: null },
        // The month of today is over by then.
        ...{ today: '2100-01-01' as PlainDate, language: 'en' as const, dataFolder: folder },
      };
      const input = { party, month: today.slice(0, 7) } as never;
      const asked = await database.write((tx) => startRun.perform(tx, context, input));
      if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
      const run = String(asked.value.subject).split('/')[1] ?? '';
      const plan = join(runFolder(vatFolder(folder, register), run), 'plan', 'plan.json');
      return (JSON.parse(await readFile(plan, 'utf8')) as RunPlan).cases;
    };
    expect(await casesOf('BE')).toContainEqual({ number: dutch, confirmed: today, from: null, until: null });
    expect((await casesOf('NL')).map(({ number }) => number)).not.toContain(dutch);
  });
});

describe('A case that is opened from an alert', () => {
  test('keeps what the run said, and the rows behind its reasons; its file makes the score again on another machine', async () => {
    const file = await takeInFile('BE', belgian, dutch);
    const { run, score, model } = await makeAlert(file);
    const alert = { party: 'BE', run, trader: belgian, reason: 'Buys and files nothing' };
    expect(await act(nl, 'vat-cases/open_from_alert', { ...alert, party: 'NL' })).toEqual([
      'vat_alert_unknown',
    ]);
    expect(await act(nl, 'vat-cases/open_from_alert', alert)).toHaveLength(1);
    expect(await act(analyst, 'vat-cases/open_from_alert', { ...alert, trader: luxembourgish })).toEqual([
      'vat_alert_unknown',
    ]);
    const opening = `/en/${register}/do/vat-cases/open_from_alert?party=BE&run=${run}&trader=${belgian}`;
    expect(await read(analyst, opening)).toContain('76543.21');
    expect(await read(nl, opening)).not.toContain('76543.21');
    const id = await done(analyst, 'vat-cases/open_from_alert', alert);
    const shown = await read(liaison, `${path}/cases/${id}`);
    for (const words of ['€76,543.21', run.slice(0, 8), 'of a made-up model']) expect(shown).toContain(words);
    const rows = await read(analyst, `${path}/alerts/${run}/${belgian}/rows/inflow`);
    expect(rows, 'a row is kept from where it is looked at').toContain(
      `do/vat-case-rows/keep?id=${id}&amp;kind=supplies&amp;file=${file}&amp;row=1`,
    );
    expect(await read(liaison, `${path}/cases/all?q=${belgian.slice(3, 9)}`)).toContain(
      features[score.reasons.find(({ input }) => input !== 'archetypes')?.input as FeatureName].words.en,
    );
    const form = await analyst.get(`/en/${register}/do/vat-case-rows/keep_reason?id=${id}`);
    expect(form.statusCode, form.body.slice(0, 300)).toBe(200);
    for (const words of ['acquisitions in three months', 'known ways of fraud that it looks like'])
      expect(form.body, 'a reason is chosen by its words').toContain(words);
    const kept = { id, reason: 'inflow', why: 'All of it from one' };
    await done(analyst, 'vat-case-rows/keep_reason', kept);
    expect(await act(analyst, 'vat-case-rows/keep_reason', kept)).toEqual(['vat_reason_without_rows']);
    for (const reason of ['age', 'archetypes'])
      expect(await act(analyst, 'vat-case-rows/keep_reason', { ...kept, reason }), reason).toEqual([
        'vat_reason_without_rows',
      ]);
    const table = JSON.parse(await read(analyst, `${path}/cases/${id}?format=json`)) as { rows: object[] };
    expect(table.rows).toEqual([
      expect.objectContaining({ kind: 'supplies', file, row: 1, reason: 'inflow', state: 'kept' }),
    ]);
    const signed = (await analyst.get(`${path}/cases/${id}/file`)).body;
    const keys = await logKeys();
    expect(checkCaseFile(signed, keys, null)).toMatchObject({
      ok: true,
      value: { replayed: { trader: belgian, score } },
    });
    expect(signed).toContain('"cents":100000');
    const other = checkCaseFile(signed, keys, {
      ...model,
      model: { ...model.model, bridged: !model.model.bridged },
    });
    expect(other.ok ? [] : other.problems.map(({ code }) => code)).toEqual(['vat_bundle_model_differs']);
  });
});

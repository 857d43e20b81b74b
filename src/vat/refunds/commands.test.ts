import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refundCommands } from './commands.ts';
import { applicationJson, invoiceJson } from './fixtures/applications.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-vat-'));
});
afterAll(() => rm(folder, { recursive: true }));

const check = async (...positionals: readonly string[]) => {
  const command = refundCommands.find(({ name }) => name === 'vat refund check');
  if (command?.alone !== true) throw new Error('It asks something of a node');
  return command.run({ positionals, options: {}, language: 'en', dataFolder: '', progress: () => {} });
};
const fileOf = async (name: string, content: unknown) => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

test('vat refund check tells what an application comes to, and that nothing stands against it', async () => {
  const path = await fileOf('sound.json', applicationJson());
  expect(await check(path)).toEqual({
    kind: 'answer',
    json: {
      applications: [
        {
          ...{ file: path, id: 'synthetic-1', refund_state: 'BE', invoices: 1 },
          ...{ deductible_cents: 210_00, copies_may_be_asked: 1 },
        },
      ],
      findings: [],
    },
    text: `${path}: 1 invoices, 210.00 claimed from BE.\nCopies may be asked of 1 of them (art. 10, not verified).\nNothing stands against forwarding it.`,
    findings: [],
  });
  const small = invoiceJson({ vat_cents: 1, deductible_cents: 1, taxable_cents: 10 });
  const warned = await check(await fileOf('small.json', applicationJson({ invoices: [small] })));
  expect(warned).toMatchObject({ kind: 'answer', text: expect.stringContaining('looks at the warnings') });
});

test('vat refund check holds the invoices of several files against one another, and says all that is wrong', async () => {
  const [first, second] = [
    await fileOf('first.json', applicationJson()),
    await fileOf('second.json', applicationJson({ id: 'synthetic-2', refund_state: 'NL' })),
  ];
  const broken = await fileOf('broken.json', '{"id": ');
  const result = await check(first, second, broken, join(folder, 'away.json'));
  expect(result).toMatchObject({ kind: 'findings' });
  if (result.kind !== 'findings') throw new Error('It found nothing');
  expect(result.findings.map(({ code, path }) => `${path} ${code}`)).toEqual([
    `${second}: refund_state vat_refund_own_state`,
    `${second}: invoices[0].supplier.vat_number vat_refund_supplier_elsewhere`,
    `${second}: invoices[0] vat_refund_invoice_twice`,
    `${broken} vat_refund_not_an_application`,
    'FILE file_unreadable',
  ]);
  expect(await check()).toEqual({ kind: 'usage', problems: [] });
});

test('vat refund sample gives a file that vat refund check finds nothing in, and vat refund fields says what each field means', async () => {
  const run = (name: string, options: Readonly<Record<string, string>> = {}) => {
    const command = refundCommands.find((one) => one.name === name);
    if (command?.alone !== true) throw new Error('It asks something of a node');
    return command.run({ positionals: [], options, language: 'nl', dataFolder: '', progress: () => {} });
  };
  const sample = await run('vat refund sample', { on: '2026-02-16', state: 'BE' });
  if (sample.kind !== 'answer') throw new Error('There is no sample');
  expect(JSON.parse(sample.text)).toEqual(sample.json);
  expect(await check(await fileOf('sample.json', sample.text))).toMatchObject({
    ...{ kind: 'answer', findings: [] },
    json: { applications: [{ invoices: 2, deductible_cents: 500_00, refund_state: 'NL' }] },
  });
  expect(await run('vat refund sample')).toEqual({ kind: 'usage', problems: [] });
  expect(await run('vat refund sample', { on: '2026-02-16', state: 'XX' })).toMatchObject({
    problems: [{ code: 'choice_unknown' }],
  });
  const fields = await run('vat refund fields');
  expect(fields).toMatchObject({ text: expect.stringContaining('Geheel aantal centen van de munt') });
  expect(fields).toMatchObject({ text: expect.stringContaining('invoices[].pro_rata') });
});

const by = { applicant: 'synthetic-applicant', establishment: 'synthetic-nl', refund: 'synthetic-be' };
const event = (act: string, role: keyof typeof by, on: string, about: object = {}) => ({
  ...{ act, by: role, actor: by[role], on },
  ...about,
});
const debtJson = (change: object = {}) => ({
  ...{
    id: 'd-1',
    debtor: 'NL004495445B01',
    creditor: 'NL',
    tax: 'vat',
    currency: 'EUR',
    cents: 1_000_00,
    rank: null,
  },
  ...{ assessed_on: '2019-05-01', due_on: '2019-06-01', enforceable_from: '2019-07-01' },
  ...{ disputed_since: null, barred_from: null, stays: [] },
  ...change,
});
/** Synthetic: a claim from its application to an offset with consent and a payment. */
const claimJson = (events: readonly object[]) => ({
  claim: {
    ...{
      id: 'synthetic-1',
      applicant: 'NL004495445B01',
      establishment: 'NL',
      refund_state: 'BE',
      currency: 'EUR',
    },
    period: { from: '2019-01-01', to: '2019-12-31' },
  },
  events,
});
const begun = [
  event('lodge', 'applicant', '2020-09-28', { cents: 5_000_00 }),
  event('forward', 'establishment', '2020-10-09'),
  event('receive', 'refund', '2020-10-12'),
  event('ask', 'refund', '2020-12-01', { subject: 'invoice 3', reached_on: null }),
  event('answer', 'applicant', '2020-12-18', { subject: 'invoice 3' }),
  event('consent', 'applicant', '2021-01-11', {
    ...{ consent: 'k-1', signed_by: 'NL004495445B01', signed_on: '2021-01-08', debts: null },
  }),
];
const execute = (debts: readonly object[]) =>
  event('execute_offset', 'refund', '2021-03-03', {
    offset: 'o-1',
    road: { kind: 'consent_transfer' },
    debts,
  });
const ended = [
  ...begun,
  event('approve', 'refund', '2021-03-01', { approved_cents: 4_800_00, corrections_cents: 300_00 }),
  execute([debtJson()]),
  event('notify', 'establishment', '2021-03-10', { offset: 'o-1' }),
  event('pay', 'refund', '2021-03-12', { cents: 3_500_00 }),
];

const clock = async (file: string, on?: string) => {
  const command = refundCommands.find(({ name }) => name === 'vat refund clock');
  if (command?.alone !== true) throw new Error('It asks something of a node');
  return command.run({
    positionals: [file],
    options: { on },
    language: 'en',
    dataFolder: '',
    progress: () => {},
  });
};

test('vat refund clock tells what is due next on a day, and what the ledger has', async () => {
  const path = await fileOf('claim.json', claimJson(ended));
  expect(await clock(path, '2020-12-02')).toMatchObject({
    kind: 'answer',
    json: {
      clock: {
        state: 'asked',
        next: { kind: 'answer', due: '2021-01-04', verified: false },
        interest_from: null,
      },
      balance: { refund: 0 },
      ledger: [],
    },
  });
  const whole = await clock(path, '2021-03-31');
  expect(whole).toMatchObject({
    json: {
      clock: { state: 'approved', next: null },
      balance: { refund: 4_500_00, paid: 3_500_00, setOff: 1_000_00, retained: 0 },
      notices: [{ offset: 'o-1', lines: [{ debt: 'd-1', cents: 1_000_00, leftOwed: 0 }], left: 3_500_00 }],
      findings: [],
    },
  });
  const { text } = whole as { text: string };
  expect(text).toContain(
    'Decide, State of refund: 12 April 2021. Done in time. [Dir. 2008/9, art. 21, not verified]',
  );
  expect(text).toContain(
    '2. 3 March 2021: Set off €1,000 (d-1; Transfer with consent (Reg. 904/2010, art. 48))',
  );
  expect(await clock(path, '2020-09-27')).toMatchObject({
    json: { clock: null },
    text: 'The application had not been lodged by then.',
  });
});

test('vat refund clock says why a debt got nothing, and goes on', async () => {
  const barred = debtJson({ id: 'd-2', barred_from: '2021-01-01' });
  const events = ended.map((one) =>
    'debts' in one && one.act === 'execute_offset' ? execute([debtJson(), barred]) : one,
  );
  expect(await clock(await fileOf('barred.json', claimJson(events)), '2021-03-31')).toMatchObject({
    kind: 'answer',
    json: { balance: { setOff: 1_000_00 } },
    findings: [{ path: 'events[7].debts.d-2', code: 'vat_debt_time_barred', severity: 'warning' }],
  });
});

test('vat refund clock stops at what cannot have happened so, and says why', async () => {
  const path = await fileOf('early.json', claimJson([...begun, execute([debtJson()])]));
  const early = await clock(path, '2021-03-31');
  expect(early).toMatchObject({
    kind: 'findings',
    json: { clock: { state: 'received' } },
    findings: [{ path: 'events[6].act', code: 'vat_claim_act_closed' }],
  });
  const wrong = claimJson([
    event('lodge', 'applicant', '2020-02-30', { cents: 0.5 }),
    event('pay', 'refund', '2021-03-01', { cents: 1, tip: 2 }),
    event('execute_offset', 'refund', '2021-03-03', { offset: 'o-1', road: { kind: 'shortcut' }, debts: [] }),
    event('guess', 'refund', '2021-03-03'),
  ]);
  const result = await clock(await fileOf('wrong.json', wrong), '2021-03-31');
  if (result.kind !== 'findings') throw new Error('It found nothing');
  expect(result.findings.map(({ code, path: at }) => `${at} ${code}`)).toEqual([
    'events[0].on vat_refund_field_invalid',
    'events[0].cents vat_refund_field_invalid',
    'events[1].tip vat_refund_field_unknown',
    'events[2].road.kind vat_refund_field_invalid',
    'events[2].debts vat_refund_field_invalid',
    'events[3].act vat_refund_field_invalid',
  ]);
  expect(await clock(path)).toEqual({ kind: 'usage', problems: [] });
  expect(await clock(path, '2021')).toMatchObject({ kind: 'usage', problems: [{ code: 'date_not_a_day' }] });
});

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
  const [command] = refundCommands;
  if (command?.alone !== true) throw new Error('It asks something of a node');
  return command.run({ positionals, options: {}, language: 'en' });
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

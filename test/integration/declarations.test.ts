import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';

let home: string;
let folder: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tripoint-vat-commands-'));
  await chmod(home, 0o755);
  folder = join(home, 'data');
});
afterAll(() => rm(home, { recursive: true }));

async function ask(words: readonly string[]) {
  const { status, stdout, stderr } = await runCommand(folder, words);
  return {
    status,
    stdout,
    stderr,
    json: words.includes('--json') && stdout !== '' ? JSON.parse(stdout) : null,
  };
}

test('Declarations are taken in once, listed, and held against each other, by commands as README shows them', async () => {
  const statements = join(home, 'lu.csv');
  await writeFile(
    statements,
    [
      'supplier,acquirer,kind,period,amount,received,correction',
      'LU15027442,NL004495445B01,L,2019-05,9000.00,2019-06-20,',
      'LU 15027442,NL004495445B01,L,2019/06,"1.000,00",2019-07-20,',
      'LU15027442,NL004495445B01,L,2019-07,1.000,2019-08-20,',
    ].join('\n'),
  );
  const declared = join(home, 'nl.csv');
  await writeFile(declared, 'acquirer,kind,period,amount\nNL004495445B01,L,2019-05,2000.00\n');
  const broken = join(home, 'broken.csv');
  await writeFile(broken, 'who,what\na,b\n');

  const taken = await ask(['vat', 'ingest', statements, '--state', 'LU', '--json']);
  expect(taken.stderr).not.toMatch(/error/i);
  expect(taken.json.files).toMatchObject([
    { kind: 'supplies', wasThere: false, rows: { in: 3, accepted: 1, corrected: 1, quarantined: 1 } },
  ]);
  const both = ['vat', 'ingest', declared, broken, '--state', 'NL', '--received', '2019-06-30'];
  const half = await ask([...both, '--json']);
  // What is good of several is taken in; what is not says why.
  expect(half.status).toBe(0);
  expect(half.json.files).toMatchObject([{ kind: 'acquisitions', rows: { in: 1, accepted: 1 } }]);
  expect(half.json.refused).toMatchObject([{ code: 'vat_head_columns', path: `${broken}:1` }]);
  const again = await ask(['vat', 'ingest', statements, '--state', 'LU', '--lang', 'nl']);
  expect(again.stdout).toContain(
    '3 regels, 1 aanvaard, 1 verbeterd, 1 apart gehouden (was er al, niets veranderd)',
  );

  const listed = await ask(['vat', 'files', '--json']);
  expect(listed.json.files.map((one: { name: string; state: string }) => `${one.state} ${one.name}`)).toEqual(
    ['LU lu.csv', 'NL nl.csv'],
  );
  const matched = await ask(['vat', 'match', '--json']);
  expect(matched.json).toMatchObject({
    files: 2,
    supplied: { all: '1000000', compared: '900000', not_comparable: '100000' },
    types: [{ level: 1, type: 'amount_under', count: 1, cents: '700000' }],
  });
  const inWords = await ask(['vat', 'match']);
  expect(inWords.stdout).toContain('level 1 less declared than supplied: 1, €7,000');
});

test('What is asked wrongly is refused with all that is wrong', async () => {
  const { status, stderr } = await ask([
    'vat',
    'ingest',
    '--state',
    'US',
    '--received',
    '2019-13-01',
    '--rows',
    'many',
    '--sum',
    'x',
  ]);
  expect(status).toBe(2);
  for (const words of ['at least one file', 'no prefix of VAT numbers', '2019-13-01', '“many”', '“x”'])
    expect(stderr).toContain(words);
});

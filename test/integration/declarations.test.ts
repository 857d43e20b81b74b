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

test('What suppliers declared is searched for totals that go round, and every hop names its rows', async () => {
  const [lux, luz, lum] = ['LU15027442', 'LU12345613', 'LU11111139'];
  const statements = join(home, 'round.csv');
  await writeFile(
    statements,
    [
      'supplier,acquirer,kind,period,amount,received',
      `${lux},${luz},L,2026-01,600.00,2026-02-20`,
      `${lux},${luz},L,2026-02,9000.00,2026-03-20`,
      `${luz},${lum},L,2026-02,8900.00,2026-03-20`,
      `${lum},${lux},T,2026-Q1,8800.00,2026-04-20`,
    ].join('\n'),
  );
  const taken = await ask(['vat', 'ingest', statements, '--state', 'LU', '--json']);
  expect(taken.json.files).toMatchObject([{ rows: { in: 4, accepted: 4 } }]);
  const words = ['vat', 'search', '--from', '2026-01', '--until', '2026-Q1'];
  const found = await ask([...words, '--json']);
  expect(found.json).toMatchObject({
    ...{ truncated: false, bundles: 1, traders: 3, supplies: 4 },
    counts: { 2: 0, 3: 1 },
    largest: [{ cents: 880_000, count: 1 }],
  });
  const [{ traders, hops }] = found.json.largest;
  expect(traders).toEqual([lum, luz, lux].toSorted().slice(0, 1).concat([lux, luz]));
  const { sha256 } = taken.json.files[0];
  expect(hops.map(({ rows }: { rows: readonly { file: string; row: number }[] }) => rows)).toMatchObject([
    [{ file: sha256, row: 4, kind: 'T', period: '2026-Q1', cents: 880_000 }],
    [{ file: sha256, row: 2 }],
    [{ file: sha256, row: 3 }],
  ]);
  const said = await ask([...words, '--lang', 'fr']);
  expect(said.stdout).toMatch(/1 boucles d’assujettis.*bundles\.ndjson/);

  const wrong = ['vat', 'search', '--from', '2026-13', '--until', '', '--kinds', 'L,X', '--days', 'x'];
  const refused = await ask([...wrong, '--margin', 'x', '--clickhouse', join(home, 'none')]);
  expect(refused.status).toBe(2);
  for (const option of ['--from', '--until', '--kinds', '--days', '--margin', '--clickhouse'])
    expect(refused.stderr).toContain(`${option}: `);
  const turned = await ask(['vat', 'search', '--from', '2026-02', '--until', '2026-01']);
  expect(turned.stderr).toContain('ends before 2026-02 begins');
  const away = join(home, 'clickhouse.json');
  await writeFile(away, '{"url": "http://127.0.0.1:9/", "password": "secret-word"}');
  const unreached = await ask([...words, '--clickhouse', away, '--json']);
  expect(unreached.json).toMatchObject({ findings: [{ code: 'vat_clickhouse_failed' }] });
  expect(unreached.stderr + unreached.stdout).not.toContain('secret-word');
});

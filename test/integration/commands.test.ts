import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type EmbeddedLease, leaseEmbedded } from '#platform/database/embedded.ts';
import { makeAnotherUnion, variants } from '../../src/union/fixtures/another-union.ts';
import { type Ran, runCommand } from '../support/run-command.ts';

// Each command is a process of its own, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tripoint-commands-'));
  await chmod(root, 0o755);
});
afterAll(() => rm(root, { recursive: true }));

/** One JSON value on standard output and nothing else, in one line. */
function readJson({ stdout }: Ran) {
  expect(stdout.endsWith('\n')).toBe(true);
  expect(stdout.trimEnd().includes('\n')).toBe(false);
  return JSON.parse(stdout);
}

async function writeFileIn(name: string, value: unknown): Promise<string> {
  const path = join(root, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

/** Two at a time, for as many cores. */
async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 2) await Promise.all(items.slice(at, at + 2).map(work));
}

const firstFile = new URL('../../data/union/benelux-2013-2019.json', import.meta.url);

test('Without a server a command starts the database, loads the first data set, answers, and leaves no process', async () => {
  const folder = join(root, 'alone');
  const asked = await runCommand(folder, [
    'evidence',
    'compare',
    'working_groups_total',
    '2013',
    '2018',
    '--json',
  ]);
  expect(asked.status).toBe(0);
  expect(readJson(asked)).toMatchObject({
    comparable: false,
    reasons: [{ code: 'coverage_differs' }],
    alternative: { series: 'working_groups', from: 65, to: 72 },
  });
  expect(asked.stderr).toMatch(/./);
  await expect(readFile(join(folder, 'pg', 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
  const again = await runCommand(folder, ['state-hash', '--json']);
  expect(readJson(again)).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

describe('While a server holds the database', () => {
  let folder: string;
  let lease: EmbeddedLease;
  const run = (...words: readonly string[]) => runCommand(folder, words);
  const ask = async (...words: readonly string[]) => {
    const ran = await run(...words, '--json');
    expect(ran.status, ran.stderr).toBe(0);
    return readJson(ran);
  };
  beforeAll(async () => {
    folder = join(root, 'held');
    lease = await leaseEmbedded(folder, () => {}, { durable: false });
    expect((await run('state-hash')).status).toBe(0);
  });
  afterAll(() => lease.release());

  test('Commands use it, and say nothing but their answer', async () => {
    expect(await ask('evidence', 'compare', 'projects_ongoing', '2013', '2014')).toMatchObject({
      comparable: false,
      reasons: [{ code: 'merged_cells', params: { others: 'projects_new' } }],
    });
    const topics = await ask('evidence', 'compare', 'sub_topics', '2013', '2018');
    expect(topics).toMatchObject({ comparable: true, from: 25, to: 25 });
    expect(topics.caveats).toHaveLength(4);
  });

  test('2019 is missing in the series of groups, and the 40 that convened are a series of their own', async () => {
    const { points } = await ask('evidence', 'series', 'working_groups');
    expect(points.at(-1)).toMatchObject({
      year: '2019',
      value: null,
      missing: { reason: 'not_available' },
      comparableWith: [],
    });
    const convening = await ask('evidence', 'series', 'GOV-WG-CONVENING');
    expect(convening.points).toMatchObject([{ year: '2019', value: 40 }]);
  });

  test('Groups are as they were on the date asked about, as far as it was known on the other', async () => {
    const { groups } = await ask('union', 'groups', '--as-of', '2016-07-01', '--known-at', '2020-06-01');
    const group = (id: string) => groups.find((one: { id: string }) => one.id === id);
    expect(group('fisc-strat')).toMatchObject({ state: 'active', since: '2012' });
    expect(group('fraud-2002')).toMatchObject({ state: 'converted', into: 'fisc-strat' });
    expect(group('fisc-moss')).toMatchObject({
      state: 'unknown',
      next: { state: 'dormant', asOf: '2020-05' },
    });
    const before = await ask('union', 'groups', '--as-of', '2016-07-01', '--known-at', '2016-07-01');
    expect(before).toMatchObject({ known: false, groups: [], note: expect.stringContaining('2020') });
    const nothing = await ask('union', 'scoreboard', '--known-at', '2016');
    expect(nothing).toMatchObject({ known: false, instruments: [], members: [] });
    expect((await ask('evidence', 'series', 'working_groups', '--known-at', '2020-05')).points).toHaveLength(
      7,
    );
  });

  test('The scoreboard tells declined from unknown, with reasons, and counts nothing unknown', async () => {
    const { instruments, deficit } = await ask('union', 'scoreboard');
    const states = (id: string) => instruments.find((one: { id: string }) => one.id === id).states;
    for (const party of ['NL', 'BE', 'LU']) {
      expect(states('eow-paper')[party].inLaw).toBe('declined');
      expect(states('eow-paper')[party].reasons).not.toEqual([]);
      expect(states('cdw')[party].inLaw).toBe('unknown');
    }
    expect(states('ecmr-protocol')).toMatchObject({
      NL: { inLaw: 'implemented' },
      LU: { inLaw: 'implemented' },
      BE: { inLaw: 'not_implemented', reasonsOf: 'party', reasons: [expect.stringContaining('distrust')] },
    });
    expect(deficit.states).toMatchObject(
      ['NL', 'BE', 'LU'].map((party) => ({ party, open: 1, assessed: 1 })),
    );
  });

  test('Potential and realised benefit stand beside each other, and a share only where it may be given', async () => {
    const { potential, realised, shares, ratios, inferred } = await ask('evidence', 'benefit', 'freight');
    expect(potential).toMatchObject([
      { value: 180_000_000, geography: 'NL' },
      { value: 300_000_000, geography: 'BENELUX' },
    ]);
    expect(realised).toMatchObject([{ value: 5_000_000, geography: null }]);
    expect(shares).toMatchObject([{ min: 0.02, max: 0.03 }]);
    expect(ratios.map(({ given }: { given: boolean }) => given)).toEqual([false, false]);
    expect(inferred).toMatchObject([
      { percent: 2.8, uncertain: true, geography: 'NL', basis: expect.any(String) },
    ]);
  });

  test('The budget of 2019 re-adds from its contributions; the years before are not stated', async () => {
    const budget = await ask('union', 'budget', '2019');
    expect(budget).toMatchObject({
      amount: 7_628_000,
      contributionsSum: { amount: 7_628_000 },
      readds: true,
    });
    const paid = budget.contributions.map(({ party, amount }: { party: string; amount: number }) => [
      party,
      amount,
    ]);
    expect(Object.fromEntries(paid)).toEqual({ NL: 4_042_840, BE: 3_127_480, LU: 457_680 });
    expect(
      budget.missingYears.map(({ year, reason }: { year: string; reason: string }) => `${year} ${reason}`),
    ).toEqual(['2013', '2014', '2015', '2016', '2017', '2018'].map((year) => `${year} not_stated`));
  });

  test('Loading the same file changes nothing; seven faults are seven findings and write nothing', async () => {
    const before = await ask('state-hash');
    const again = await run('import', firstFile.pathname, '--json');
    expect(again.status).toBe(0);
    expect(readJson(again)).toMatchObject({ accepted: true, added: 0, corrected: 0 });
    const file = JSON.parse(await readFile(firstFile, 'utf8'));
    file.working_groups[3].parent = 'no-such-group';
    file.observations[0].missing = { reason: 'not_stated', note: null };
    file.finance.budget[2].missing.reason = 'lost';
    file.events[5].date = '2017-13';
    file.cycles[1].id = file.cycles[0].id;
    file.participations = [
      { id: 'p1', body: 'waste', party: 'NL', role: 'member', from: '2014', to: '2016' },
      { id: 'p2', body: 'waste', party: 'NL', role: 'observer', from: '2015-03' },
    ];
    file.finance.contribution_key[0].NL = 0.5;
    const faulty = await run('import', await writeFileIn('faulty.json', file), '--json');
    expect(faulty.status).toBe(1);
    const { accepted, findings } = readJson(faulty);
    expect(accepted).toBe(false);
    expect(
      findings.map(({ code, path }: { code: string; path: string }) => `${path} ${code}`).toSorted(),
    ).toEqual([
      'cycles[1].id id_duplicate',
      'events[5].date date_invalid',
      'finance.budget[2].missing.reason reason_unknown',
      'finance.contribution_key[0] shares_not_one',
      'observations[0].value value_where_missing',
      'participations[1] participation_overlaps',
      'working_groups[3].parent reference_dangling',
    ]);
    expect(
      faulty.stderr
        .trim()
        .split('\n')
        .filter((line) => /^[a-z_]+[[.]/.test(line)),
    ).toHaveLength(7);
    expect(await ask('state-hash')).toEqual(before);
  });

  test('Wrong usage is status 2 with a reason, and findings of a file that is none are status 1', async () => {
    const wrong = `nonsense
      evidence compare working_groups
      evidence compare working_groups 2013 x
      evidence series no_such
      union groups --nonsense
      union groups --as-of 2017-13
      union budget 1900
      union groups --union nowhere
      export
      state-hash x`;
    await inPairs(
      wrong.split('\n').map((line) => line.trim().split(' ')),
      async (words) => {
        const ran = await run(...words, '--json');
        expect(ran.status, words.join(' ')).toBe(2);
        expect(ran.stdout, words.join(' ')).toBe('');
        expect(ran.stderr, words.join(' ')).toMatch(/\w/);
      },
    );
    await inPairs(['{', '{"meta": 5}'], async (text) => {
      const path = join(root, `broken-${text.length}.json`);
      await writeFile(path, text);
      const ran = await run('import', path, '--json');
      expect(ran.status, text).toBe(1);
      expect(readJson(ran).findings.length, text).toBeGreaterThan(0);
    });
    expect((await run('import', join(root, 'absent.json'))).status).toBe(1);
    expect((await run('evidence', 'series', '--help')).status).toBe(0);
  });

  test('Texts come in the language asked for, codes stay as they are', async () => {
    const inDutch = await ask('evidence', 'compare', 'working_groups_total', '2013', '2018', '--lang', 'nl');
    const inEnglish = await ask('evidence', 'compare', 'working_groups_total', '2013', '2018');
    expect(inDutch.reasons[0].code).toBe(inEnglish.reasons[0].code);
    expect(inDutch.reasons[0].text).not.toBe(inEnglish.reasons[0].text);
    const { groups } = await ask('union', 'groups', '--lang', 'nl');
    expect(groups.find(({ id }: { id: string }) => id === 'fisc-strat').title).toBe(
      'strategisch overleg fiscale fraudebestrijding',
    );
  });

  test('Another union loads beside the first without a change of code, and every command works on it', async () => {
    for (const variant of variants) {
      const path = await writeFileIn(`another-${variant.seed}.json`, makeAnotherUnion(variant));
      const loaded = await run('import', path, '--json');
      expect(loaded.status, loaded.stderr).toBe(0);
      expect(readJson(loaded).warnings.map(({ path: at }: { path: string }) => at)).toEqual([
        'egna anteckningar',
      ]);
    }
    const unchosen = await run('union', 'groups', '--json');
    expect(unchosen.status).toBe(2);
    expect(unchosen.stderr).toContain('nordkust-1');
    await inPairs(variants, async (variant) => {
      const on = ['--union', `nordkust-${variant.seed}`];
      const board = await ask('union', 'scoreboard', ...on);
      expect(board.members).toEqual(['AV', 'BJ', 'KO', 'TR']);
      expect(board.deficit.given).toBe(variant.statesDeficit);
      const series = await ask('evidence', 'series', 'uppdrag', ...on);
      expect(series).toMatchObject({
        title: 'Tehtäviä yhteensä',
        parts: ['landuppdrag', 'sjouppdrag'],
        partsInferred: !variant.statesFormula,
      });
      const budget = await ask('union', 'budget', '2023', ...on);
      expect(budget).toMatchObject({ currency: variant.currency, readds: true });
    });
    const on = ['--union', 'nordkust-1'];
    const [{ groups }, refused] = await Promise.all([
      ask('union', 'groups', '--as-of', '2019-05', ...on),
      ask('evidence', 'compare', 'uppdrag', '2020', '2022', ...on),
    ]);
    expect(groups.map(({ id, state, title }: Record<string, string>) => [id, state, title])).toEqual([
      ['havsvakt', 'active', 'Havsvaktgruppen'],
      ['gamla-havsvakt', 'merged', 'Vanha merivartioryhmä'],
      ['skogsbrand', 'unknown', 'SB-7'],
    ]);
    expect(refused).toMatchObject({ comparable: false, alternative: { series: 'landuppdrag' } });
    const [merged, benefit] = await Promise.all([
      ask('evidence', 'compare', 'ovningar', '2020', '2023', ...on),
      ask('evidence', 'benefit', 'hav', ...on),
    ]);
    expect(merged.alternative).toEqual({ series: 'ovningar + prov', from: 1, to: 1007 });
    expect(benefit.ratios[0]).toMatchObject({ given: true, geography: 'AV' });
  });

  test('An export restores to the same state in another folder, and a change by SQL is named', async () => {
    const out = join(root, 'export');
    const exported = await ask('export', '--out', out);
    expect(exported.stateHash).toBe((await ask('state-hash')).hash);
    expect((await run('export', '--out', out)).status).toBe(2);
    const empty = { TRIPOINT_EMPTY: '1' };
    const other = join(root, 'restored');
    const held = await leaseEmbedded(other, () => {}, { durable: false });
    try {
      expect((await runCommand(other, ['union', 'groups'], empty)).status).toBe(2); // no register is loaded
      const restored = await runCommand(other, ['import', out, '--json'], empty);
      expect(restored.status, restored.stderr).toBe(0);
      expect(readJson(await runCommand(other, ['state-hash', '--json'], empty)).hash).toBe(
        exported.stateHash,
      );
      expect((await runCommand(other, ['import', out, '--json'], empty)).status).toBe(1);
      const whole = await runCommand(other, ['journal', 'verify', '--json'], empty);
      expect(whole.status).toBe(0);
      expect(readJson(whole)).toMatchObject({ whole: true, faults: [] });
      const client = new pg.Client({ connectionString: held.url });
      await client.connect();
      await client.query(
        `update platform.record set body = body || '{"name": "Neverland"}' where kind = 'parties' and id = 'NL'`,
      );
      await client.end();
      const broken = await runCommand(other, ['journal', 'verify', '--json'], empty);
      expect(broken.status).toBe(1);
      expect(readJson(broken)).toMatchObject({
        whole: false,
        faults: [
          { row: expect.stringMatching(/^platform\.record parties\/NL version /), fault: 'record_differs' },
        ],
      });
      expect(broken.stderr).toContain('parties/NL');
    } finally {
      await held.release();
    }
  });
});

test('Another union loads first into an empty database, and is then the one that is meant', async () => {
  const [variant] = variants;
  if (variant === undefined) throw new Error('No variant');
  const folder = join(root, 'another');
  const held = await leaseEmbedded(folder, () => {}, { durable: false });
  try {
    const path = await writeFileIn('another-first.json', makeAnotherUnion(variant));
    expect((await runCommand(folder, ['import', path])).status).toBe(0);
    const { members } = readJson(await runCommand(folder, ['union', 'scoreboard', '--json']));
    expect(members).toEqual(['AV', 'BJ', 'KO', 'TR']);
  } finally {
    await held.release();
  }
});

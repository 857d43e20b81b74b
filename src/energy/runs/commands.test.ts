import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AloneContext, CommandResult } from '#platform/module.ts';
import { loadSolver } from '../clearing/solver.ts';
import { comparisonCommands } from '../comparison/commands.ts';
import { madeUpGme, writeGme } from '../imports/fixtures/gme-folder.ts';
import { readGme } from '../imports/gme.ts';
import { replayGme } from '../replay/gme.ts';
import { runCommands, toldOfGme } from './commands.ts';

const folder = mkdtempSync(join(tmpdir(), 'tripoint-energy-'));

async function run(name: string, positionals: readonly string[], options: AloneContext['options'] = {}) {
  const command = [...runCommands, ...comparisonCommands].find((one) => one.name === name);
  if (command?.alone !== true) throw new Error(`There is no command ${name}`);
  return command.run({ positionals, options, language: 'en', dataFolder: folder, progress: () => {} });
}
const jsonOf = (result: CommandResult) => {
  if (result.kind === 'usage') throw new Error(JSON.stringify(result));
  return result.json as Readonly<Record<string, unknown>> & { readonly runs: readonly string[] };
};
const codesOf = (result: CommandResult) =>
  result.kind === 'usage' ? result.problems.map(({ code }) => code) : [];

/** Two hours of three hubs, in the layout of Antares, tight enough that made-up orders press against them. */
const domain = join(folder, 'domain.csv');
writeFileSync(
  domain,
  `Id_day;Period;BE;FR;NL;RAM
4;1;0.4;-0.2;0.1;250
4;1;-0.4;0.2;-0.1;260
4;1;-0.1;0.3;0.2;240
4;1;0.1;-0.3;-0.2;300
4;2;0.4;-0.2;0.1;350
4;2;-0.4;0.2;-0.1;360
4;2;-0.1;0.3;0.2;340
4;2;0.1;-0.3;-0.2;200
`,
);
const asked = { domain, format: 'antares-csv', book: 'synthetic:7' };

describe('energy clear', () => {
  test('clears every hour of a file and keeps certified runs, the same for the same seed', {
    timeout: 60_000,
  }, async () => {
    const found = jsonOf(await run('energy clear', [], asked));
    expect(found).toMatchObject({ hours: 2, certified: 2, congested: 2, mode: 'fb', isSynthetic: true });
    const again = jsonOf(await run('energy clear', [], { ...asked, workers: '2' }));
    expect(again.runs).toEqual(found.runs);
    for (const file of found.runs)
      expect(jsonOf(await run('energy certify', [file]))).toMatchObject({ holds: true });
  });

  test('clears within capacities that are cut out of each hour, and says between which hubs', {
    timeout: 60_000,
  }, async () => {
    const every = jsonOf(await run('energy clear', [], { ...asked, mode: 'atc' }));
    expect(every).toMatchObject({
      certified: 2,
      congested: 2,
      borders: 'every pair',
      unverified: ['capacities'],
    });
    const named = jsonOf(await run('energy clear', [], { ...asked, mode: 'atc', borders: 'FR-BE,NL-FR' }));
    expect(named).toMatchObject({ certified: 2, borders: 'named' });
    const linksOf = ({ runs: [file = ''] }: typeof named) => {
      const written = JSON.parse(readFileSync(file, 'utf8'));
      return written.steps[0].network.links.map(({ id }: { readonly id: string }) => id);
    };
    expect(linksOf(every)).toEqual(['BE–FR', 'BE–NL', 'FR–NL']);
    expect(linksOf(named)).toEqual(['BE–FR', 'FR–NL']);
    for (const file of [...every.runs, ...named.runs])
      expect(jsonOf(await run('energy certify', [file]))).toMatchObject({ holds: true });
  });

  test('clears beside long-term rights, and refuses them where the mode has no place for them', {
    timeout: 60_000,
  }, async () => {
    const rights = join(folder, 'rights.csv');
    writeFileSync(rights, 'from;to;megawatts\nBE;FR;3000\nFR;BE;3000\nNL;BE;3000\nBE;NL;3000\n');
    const found = jsonOf(await run('energy clear', [], { ...asked, rights }));
    expect(found).toMatchObject({ certified: 2, unverified: ['rights'] });
    const [plain] = jsonOf(await run('energy clear', [], asked)).runs;
    const [file = ''] = found.runs;
    expect(jsonOf(await run('energy certify', [file]))).toMatchObject({ holds: true });
    const compared = jsonOf(await run('energy compare', [file, plain as string]));
    expect((compared.difference as { welfare: number }).welfare).toBeGreaterThan(0);
    expect(codesOf(await run('energy clear', [], { ...asked, mode: 'atc', rights }))).toEqual([
      'energy_rights_unused',
    ]);
  });

  test('tells of a domain beside capacities whether its welfare can be less', {
    timeout: 60_000,
  }, async () => {
    const [fb, atc] = [join(folder, 'fb-again'), join(folder, 'atc-again')];
    await run('energy clear', [], { ...asked, out: fb });
    await run('energy clear', [], { ...asked, mode: 'atc', out: atc });
    const result = await run('energy compare', [fb, atc]);
    expect(jsonOf(result)).toMatchObject({ order: { isProven: true, proven: 2, of: 2 } });
    expect(result.kind === 'answer' ? result.text : '').toContain('in all of 2 hours');
  });

  test('refuses borders that the file does not have, and those that the mode does not know', async () => {
    const unknown = await run('energy clear', [], { ...asked, mode: 'atc', borders: 'BE-FR,BE-XX' });
    expect(codesOf(unknown)).toEqual(['energy_border_unknown']);
    expect(codesOf(await run('energy clear', [], { ...asked, borders: 'BE-FR' }))).toEqual([
      'energy_borders_unused',
    ]);
  });

  test('says of all options at once what is wrong with them', async () => {
    const result = await run('energy clear', [], {
      domain,
      format: 'xls',
      book: 'real',
      mode: 'best',
      workers: '0',
    });
    expect(result.kind).toBe('usage');
    expect(codesOf(result)).toEqual([
      ...['choice_unknown', 'choice_unknown', 'energy_book_unknown', 'energy_workers_invalid'],
    ]);
  });

  test('keeps nothing of a file with a fault', async () => {
    const file = join(folder, 'faulty.csv');
    writeFileSync(file, 'Id_day;Period;BE;FR;RAM\n1;1;0.1;-0.1;100\n1;2;0.1;-0.1;-5\n');
    const out = join(folder, 'nothing');
    const result = await run('energy clear', [], { ...asked, domain: file, out });
    expect(result).toMatchObject({ kind: 'findings', findings: [{ code: 'energy_ram_negative' }] });
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});

describe('energy clear --gme', () => {
  const gme = writeGme(madeUpGme(['2025-04-01', 24], ['2025-04-02', 24]));

  test('says how many days are certified, and keeps no run', { timeout: 60_000 }, async () => {
    const result = await run('energy clear', [], { gme });
    expect(jsonOf(result)).toMatchObject({ certified: 2, isCertified: true, zoneHours: 96 });
    expect(jsonOf(result)).not.toHaveProperty('days.0.checks');
    expect(result.kind === 'answer' ? result.text : '').toContain('2 of 2 days certified');
    expect(jsonOf(result)).not.toHaveProperty('runs');
  });

  test('finds what does not hold of a day that is not certified', { timeout: 60_000 }, async () => {
    const read = await readGme(gme);
    const solver = await loadSolver();
    const days = (read.ok ? read.value : []).map((of) => ({ day: of.day, replayed: replayGme(solver, of) }));
    const [first, second] = days;
    if (first === undefined || second?.replayed.ok !== true) throw new Error('Two days are to be cleared');
    const [check, ...others] = second.replayed.value.checks;
    if (check === undefined) throw new Error('Nothing is checked');
    const checks = [{ ...check, worst: 7, holds: false }, ...others];
    const failed = { ok: true, value: { ...second.replayed.value, checks, isCertified: false } } as const;
    const result = toldOfGme([first, { day: second.day, replayed: failed }], 'en');
    expect(jsonOf(result)).toMatchObject({ certified: 1, isCertified: false, days: [{}, {}] });
    expect(result).toMatchObject({
      kind: 'findings',
      findings: [
        {
          code: 'energy_invariant_broken',
          path: expect.stringContaining('2025-04-02'),
          params: { worst: 7 },
        },
      ],
    });
  });
});

describe('energy certify', () => {
  test('names the invariant that a changed number breaks', { timeout: 60_000 }, async () => {
    const [file = ''] = jsonOf(await run('energy clear', [], asked)).runs;
    const changed = JSON.parse(readFileSync(file, 'utf8'));
    changed.result.steps[0].prices[1] += 0.01;
    const other = join(folder, 'changed.json');
    writeFileSync(other, JSON.stringify(changed));
    const result = await run('energy certify', [other]);
    expect(jsonOf(result)).toMatchObject({ holds: false });
    const broken = result.kind === 'findings' ? result.findings.map(({ params }) => params?.invariant) : [];
    expect(broken).toContain('price_identity');
  });

  test('refuses what is no run', async () => {
    const result = await run('energy certify', [domain]);
    expect(result).toMatchObject({ kind: 'findings', findings: [{ code: 'energy_run_unreadable' }] });
  });
});

describe('energy compare', () => {
  test('says what the grid cost beside one that limits nothing', { timeout: 60_000 }, async () => {
    const [fb, copper] = [join(folder, 'fb'), join(folder, 'copper')];
    await run('energy clear', [], { ...asked, out: fb });
    await run('energy clear', [], { ...asked, mode: 'copper', out: copper });
    const result = jsonOf(await run('energy compare', [fb, copper]));
    expect(result).toMatchObject({ hours: 2, mode: 'fb', against: 'copper', isSynthetic: true });
    expect((result.difference as { welfare: number }).welfare).toBeLessThan(0);
    const alone = await run('energy compare', [
      fb,
      jsonOf(await run('energy clear', [], asked)).runs[0] as string,
    ]);
    expect(alone).toMatchObject({ kind: 'findings', findings: [{ code: 'energy_run_alone' }] });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '#kernel/languages.ts';
import { domainCommands } from './commands.ts';
import { hexagon } from './fixtures/triangle.ts';

const folder = mkdtempSync(join(tmpdir(), 'domain-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** SYNTHETIC: a typical day in the layout of Antares, with the same rows in each of its hours. */
function file(name: string, rows: readonly string[]): string {
  const hours = Array.from({ length: 24 }, (_, hour) => rows.map((row) => `1;${hour + 1};${row}`));
  const path = join(folder, name);
  writeFileSync(path, `${['Id_day;Period;A;B;C;RAM', ...hours.flat()].join('\n')}\n`);
  return path;
}

async function run(name: string, positionals: readonly string[], options: Record<string, string> = {}) {
  const command = domainCommands.find((one) => one.name === `energy domain ${name}`);
  if (command?.alone !== true) throw new Error(name);
  const result = await command.run({
    ...{ positionals, options: { format: 'antares-csv', ...options }, language: 'en' },
    dataFolder: '',
    progress: () => {},
  });
  return result as typeof result & {
    readonly json: { readonly steps: readonly Record<string, unknown>[] };
    readonly text: string;
  };
}

describe('Commands of domains', () => {
  const whole = file('whole.csv', [
    ...hexagon.map(({ ptdf, ram }) => `${[...ptdf].join(';')};${ram}`),
    '1;0;0;5000',
  ]);

  test('name the rows that are needed, and no row goes without a proof', async () => {
    const { json, text } = await run('presolve', [whole]);
    expect(json.steps).toHaveLength(24);
    expect(json.steps.slice(0, 2)).toMatchObject([
      {
        typicalDay: '1',
        period: 1,
        rows: 7,
        kept: [2, 3, 4, 5, 6, 7].map((line) => `line ${line}`),
        unproven: 0,
        isThin: true,
      },
      { period: 2, rows: 7, unproven: 0 },
    ]);
    expect(text).toContain('1, step 1: 6 of 7 rows are needed');
  });

  test('tell how far hubs go and what ends them', async () => {
    const { json, text } = await run('limits', [whole]);
    expect(json.steps[0]).toMatchObject({
      positions: [
        {
          hub: 'A',
          least: { megawatts: expect.closeTo(-500, 5) },
          most: { megawatts: expect.closeTo(500, 5) },
        },
        {},
        {},
      ],
    });
    expect(text).toContain('A to B alone: 300 MW (line 4)');
  });

  test('extract capacities over the borders that are named, prove them and say that the rule is not verified', async () => {
    const { json, text } = await run('atc', [whole], { borders: 'A-B, B-C' });
    expect(json.steps[0]).toMatchObject({
      capacities: [
        { from: 'A', to: 'B' },
        { from: 'B', to: 'A' },
        { from: 'B', to: 'C' },
        { from: 'C', to: 'B' },
      ],
      containment: { isInside: true },
      extraction: { isVerified: false },
    });
    expect(text).toContain('not verified');
    expect(await run('atc', [whole], { borders: 'A-D' })).toMatchObject({
      findings: [{ code: 'energy_border_unknown', params: { border: 'A-D' } }],
    });
  });

  test('tell of a step of which nothing can be said, beside what the others came to', async () => {
    const found = await run('limits', [file('open.csv', ['1;0;0;100', '0;1;0;100'])]);
    expect(found.json.steps[0]).toMatchObject({
      findings: [{ code: 'energy_domain_unbounded', path: '1, step 1 A' }, {}, {}],
    });
    expect(found).toMatchObject({ kind: 'answer' });
    const closed = await run('limits', [file('closed.csv', ['1;0;0;100', '0;1;0;100', '0;0;1;100'])]);
    expect(closed.json.steps[0]).toMatchObject({ positions: [{ most: { megawatts: 100 } }, {}, {}] });
  });

  test('ask for a file and a layout', async () => {
    expect(await run('limits', [])).toMatchObject({ kind: 'usage' });
    expect(await run('limits', [whole], { format: 'xml' })).toMatchObject({ kind: 'usage' });
  });
});

test('Problems of domains are told in every language', async () => {
  const { domainTexts } = await import('./text/texts.ts');
  for (const language of languages)
    for (const [code, text] of Object.entries(domainTexts(language).problems))
      expect([code, (text as (params: Record<string, string>) => string)({}).length > 10]).toEqual([
        code,
        true,
      ]);
});

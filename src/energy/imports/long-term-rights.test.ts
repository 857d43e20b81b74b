import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRights } from './long-term-rights.ts';

const folder = mkdtempSync(join(tmpdir(), 'rights-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hubs = ['BE', 'FR', 'NL'];
function read(...lines: readonly string[]) {
  const file = join(folder, 'rights.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return readRights(file, hubs);
}

describe('A file of long-term rights', () => {
  test('has a direction a line', () => {
    expect(read('from;to;megawatts', 'BE;FR;400', 'FR;BE;0', '', 'NL ; BE ; 12.5')).toEqual({
      ok: true,
      value: {
        directions: [
          { from: 0, to: 1 },
          { from: 1, to: 0 },
          { from: 2, to: 0 },
        ],
        megawatts: Float64Array.of(400, 0, 12.5),
      },
    });
  });

  test('says of all lines at once what is wrong with them', () => {
    const wrong = ['BE;FR;4', 'BE;FR;5', 'BE;BE;1', 'BE;NL;-1', 'BE;NL', 'BE;NL;1;2', 'BE;XX;7', 'BE;NL;1e3'];
    expect(read('to;from;mw', ...wrong)).toMatchObject({
      ok: false,
      problems: [
        { code: 'energy_rights_head', path: 'rights.csv:1' },
        { code: 'energy_rights_twice', path: 'rights.csv:3' },
        { code: 'energy_rights_row', path: 'rights.csv:4' },
        { code: 'energy_rights_row', path: 'rights.csv:5' },
        { code: 'energy_rights_row', path: 'rights.csv:6' },
        { code: 'energy_rights_row', path: 'rights.csv:7' },
        { code: 'energy_rights_hub', path: 'rights.csv:8', params: { hub: 'XX' } },
        { code: 'energy_rights_row', path: 'rights.csv:9' },
      ],
    });
  });

  test('that is empty or missing is none', () => {
    expect(read('from;to;megawatts')).toMatchObject({ problems: [{ code: 'energy_rights_row' }] });
    expect(readRights(join(folder, 'none.csv'), hubs)).toMatchObject({
      problems: [{ code: 'energy_file_missing' }],
    });
  });
});
